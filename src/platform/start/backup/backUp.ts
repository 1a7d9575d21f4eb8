import { createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, openSync, fsyncSync, closeSync, readdirSync, renameSync, rmSync, statSync, writeFileSync, copyFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { progress } from '../../progress.ts'
import { StartFault } from '../fault.ts'
import { tar } from './tar.ts'

/** What is of this machine and this moment only, and what the database makes anew when it starts. */
const left = [
  './lock*', './postgres.log', './postgres-libraries', './postgres-in-the-making', './postgres/postmaster.*',
  ...['pg_wal', 'pg_replslot', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans', 'pg_dynshmem'].map((folder) => `./postgres/${folder}/*`),
]

type End = { label: string; first: string; last: string }

/**
 * Copies a whole data folder into one compressed file while the council works on. What is saved until the copy ends is in it.
 * The files are copied under PostgreSQL's own rules for this (documentation of PostgreSQL 18, 25.3.4: a base backup by the low level API).
 * @returns the size of the file in bytes
 * @throws StartFault when the file exists or cannot be written
 */
export async function backUp(from: { ownerUrl: string; dataFolder: string }, file: string): Promise<number> {
  if (existsSync(file)) throw new StartFault(`There is a file ${file} already, and it was not changed. Name another one.`)
  if (!existsSync(dirname(file))) throw new StartFault(`There is no folder ${dirname(file)}. Make it first, or name another file.`)
  const archive = `${file}.part`
  const aside = mkdtempSync(join(tmpdir(), 'kith-backup-'))
  try {
    const end = await copyRunning(from, archive)
    const cluster = join(aside, 'postgres')
    mkdirSync(join(cluster, 'pg_wal'), { recursive: true, mode: 0o700 })
    writeFileSync(join(cluster, 'backup_label'), end.label, { mode: 0o600 })
    const wal = join(from.dataFolder, 'postgres/pg_wal')
    for (const name of readdirSync(wal).filter((each) => /^[0-9A-F]{24}$/.test(each) && each >= end.first && each <= end.last)) copyFileSync(join(wal, name), join(cluster, 'pg_wal', name))
    if (!(await tar(['--append', '--file', archive, '--directory', aside, './postgres/backup_label', './postgres/pg_wal']))) throw unwritable(file)
    await compress(archive, `${archive}.gz`)
    renameSync(`${archive}.gz`, file)
    return statSync(file).size
  } catch (error) {
    rmSync(`${archive}.gz`, { force: true })
    throw error
  } finally {
    rmSync(archive, { force: true })
    rmSync(aside, { recursive: true, force: true })
  }
}

const unwritable = (file: string) => new StartFault(`The backup could not be written to ${file}. Look whether the disk is full and whether you may write there. The record was not touched.`)

async function copyRunning({ ownerUrl, dataFolder }: { ownerUrl: string; dataFolder: string }, archive: string): Promise<End> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const shown = progress('Megabytes copied')
  const watch = setInterval(() => { if (existsSync(archive)) shown.at(Math.round(statSync(archive).size / 1e6)) }, 500)
  try {
    // The slot keeps every piece of the log that is written meanwhile; it goes with the connection.
    await client.query(`select pg_create_physical_replication_slot('kith_backup_' || pg_backend_pid(), true, true)`)
    const started = await client.query<{ first: string }>(`select pg_walfile_name(pg_backup_start('kith', true)) as first`)
    closeSync(openSync(archive, 'w', 0o600))
    const copied = await tar(['--create', '--file', archive, '--directory', dataFolder, ...left.map((pattern) => `--exclude=${pattern}`), '.'], true)
    if (!copied) throw unwritable(archive.replace(/\.part$/, ''))
    const ended = await client.query<{ label: string; last: string }>('select labelfile as label, pg_walfile_name(lsn) as last from pg_backup_stop(false)')
    const [begin, end] = [started.rows[0], ended.rows[0]]
    if (!begin || !end) throw unwritable(archive)
    return { label: end.label, first: begin.first, last: end.last }
  } finally {
    clearInterval(watch)
    shown.end()
    await client.end()
  }
}

async function compress(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createGzip({ level: 3 }), createWriteStream(to, { mode: 0o600 }))
  const written = openSync(to, 'r')
  fsyncSync(written)
  closeSync(written)
}
