import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { alike, sumOf, tablesOf } from '../../src/platform/start/backup/logical/tables.ts'
import { livingOwnerUrl, startEmbedded } from '../../src/platform/db/embedded.ts'
import { cleanUp, contentsOf, newFolder, runKith, startKith, usedFolder } from './program.ts'
import { openPlace } from './s3.ts'

afterEach(cleanUp)

async function connected(dataFolder: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: livingOwnerUrl(dataFolder) })
  // When a test ends early its council is stopped under it: that is told by the test, not by the connection.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Every table's rows and hash in a data folder that nobody runs on. */
async function sumsIn(dataFolder: string) {
  const { ownerUrl, stop } = await startEmbedded({ dataFolder, log: () => undefined })
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(alike)
  const sums: Record<string, { rows: number; sha256: string }> = {}
  for (const table of await tablesOf(client)) sums[table.name] = await sumOf(client, table)
  await client.end()
  await stop()
  return sums
}
const aKey = () => randomBytes(32).toString('base64')

describe('a backup', () => {
  it('is taken while people save, and with the kept log it is restored as the council was at one moment', async () => {
    const folder = newFolder()
    const [dataFolder, restored, file] = [join(folder, 'data'), join(folder, 'restored'), join(folder, 'council.tar.gz.sealed')]
    const kept = { KITH_LOG_ARCHIVE: join(folder, 'log'), KITH_BACKUP_KEY: aKey() }
    mkdirSync(kept.KITH_LOG_ARCHIVE)
    await usedFolder(dataFolder)
    const council = startKith({ dataFolder, environment: kept })
    await council.open()
    const client = await connected(dataFolder)
    await client.query('create table saved (number int primary key); create table told (words text)')
    let last = 0
    let going = true
    const saving = (async () => {
      while (going) await client.query('insert into saved values ($1)', [(last += 1)])
    })()
    await expect.poll(() => last, { timeout: 60_000 }).toBeGreaterThan(50)
    const before = last - 1
    expect(await runKith(dataFolder, ['backup', file], kept)).toMatchObject({ code: 0, complained: '' })
    going = false
    await saving
    await client.query(`insert into told values ('before')`)
    const { rows: [moment] } = await client.query<{ at: string }>(`select pg_sleep(0.02), to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`)
    await client.query(`select pg_sleep(0.02)`)
    await client.query(`insert into told values ('after')`)
    await client.end()
    await council.stop()
    expect(statSync(file).mode & 0o077).toBe(0)
    expect(readdirSync(kept.KITH_LOG_ARCHIVE).filter((name) => !name.endsWith('.gz.sealed'))).toEqual([])

    expect(await runKith(restored, ['restore', file, '--to', '2001-02-03 04:05'], kept)).toMatchObject({ code: 1, complained: expect.stringMatching(/^The backup was taken after 2001-02-03 04:05/) })
    expect(await runKith(restored, ['restore', file, '--to', moment!.at], kept)).toMatchObject({ code: 0, complained: '', said: expect.stringMatching(/Went on to .* pieces of the log/) })
    const again = startKith({ dataFolder: restored })
    await again.open()
    const reader = await connected(restored)
    const { rows } = await reader.query<{ count: number; most: number }>('select count(*)::int as count, max(number) as most from saved')
    const { rows: told } = await reader.query('select words from told')
    await reader.end()
    expect(told).toEqual([{ words: 'before' }])
    // Without a hole: whatever is there is everything up to the moment.
    expect(rows[0]?.count).toBe(rows[0]?.most)
    expect(rows[0]?.count).toBeGreaterThanOrEqual(before)
  })

  it('goes encrypted to an S3 place, of a council that is not running too, and restored every table has the same rows and the same hash', async () => {
    const [folder, place] = [newFolder(), await openPlace('a secret of this test')]
    const [dataFolder, restored, file] = [join(folder, 'data'), join(folder, 'restored'), join(folder, 'council')]
    const settings = { KITH_BACKUP_KEY: aKey(), KITH_S3_ENDPOINT: place.url, AWS_ACCESS_KEY_ID: 'tester', AWS_SECRET_ACCESS_KEY: 'a secret of this test' }
    await usedFolder(dataFolder)
    expect(await runKith(dataFolder, ['backup', 's3://kept/council'], settings)).toMatchObject({ code: 0, complained: '', said: expect.stringMatching(/^The council is in s3:\/\/kept\/council .*It is encrypted/) })
    expect(await runKith(restored, ['restore', 's3://kept/council'], { ...settings, KITH_BACKUP_KEY: aKey() })).toMatchObject({ code: 1, complained: expect.stringMatching(/^The backup was encrypted with another key/) })
    expect(await runKith(restored, ['restore', 's3://kept/council'], settings)).toMatchObject({ code: 0, complained: '', said: expect.stringMatching(/\d{3,} files, each with the hash/) })
    const [was, is] = [await sumsIn(dataFolder), await sumsIn(restored)]
    expect(Object.keys(is).length).toBeGreaterThan(60)
    expect(is).toEqual(was)

    expect(await runKith(dataFolder, ['backup', file])).toMatchObject({ code: 0, complained: '' })
    const whole = gunzipSync(readFileSync(file))
    const at = whole.indexOf('the record of one Kith council')
    const changed = Buffer.from(whole)
    changed[at] = 'T'.charCodeAt(0)
    for (const [name, bytes] of [['cut', readFileSync(file).subarray(0, 200_000)], ['changed', gzipSync(changed, { level: 1 })]] as const) {
      writeFileSync(join(folder, name), bytes)
      expect(await runKith(join(folder, 'third'), ['restore', join(folder, name)])).toMatchObject({ code: 1, complained: expect.stringMatching(/^The backup is damaged or not whole\. Nothing was changed/) })
    }
    expect(readdirSync(folder).filter((name) => name.startsWith('third'))).toEqual([])

    const kept = contentsOf(folder).match(/.*\.\/council\n/)?.[0]
    expect(await runKith(dataFolder, ['backup', file])).toMatchObject({ code: 1, complained: expect.stringMatching(/already, and it was not changed/) })
    expect(contentsOf(folder)).toContain(kept)
    expect(await runKith(dataFolder, ['restore', file])).toMatchObject({ code: 1, complained: expect.stringMatching(/is not empty, and nothing was changed/) })
    place.close()
  })

  it('of a database without a council is none, and says so', async () => {
    const file = join(newFolder(), 'council.tar.gz')
    expect(await runKith(newFolder(), ['backup', file], { DATABASE_URL: process.env.KITH_TEST_DATABASE })).toMatchObject({ code: 1, complained: expect.stringMatching(/holds no council yet/) })
    expect(existsSync(file)).toBe(false)
  })

  it('of a database that DATABASE_URL names is restored into an empty one by the same two commands, encrypted when a key is given', async () => {
    const folder = newFolder()
    const names = ['one', 'two'].map((each) => `kith_test_${each}_${process.pid}`)
    const [one, two] = names.map((name) => ({ DATABASE_URL: Object.assign(new URL(process.env.KITH_TEST_DATABASE!), { pathname: `/${name}` }).href, KITH_BACKUP_KEY: randomBytes(32).toString('base64') }))
    const server = new pg.Client({ connectionString: process.env.KITH_TEST_DATABASE })
    await server.connect()
    try {
      for (const name of names) await server.query(`create database ${name}`)
      const file = join(folder, 'council')
      expect(await runKith(join(folder, 'data'), ['migrate'], one)).toMatchObject({ code: 0 })
      expect(await runKith(join(folder, 'data'), ['backup', file], one)).toMatchObject({ code: 0, complained: '', said: expect.stringMatching(/It is encrypted/) })
      expect(await runKith(join(folder, 'data'), ['restore', file], two)).toMatchObject({ code: 1, complained: expect.stringMatching(/^The backup was encrypted with another key/) })
      expect(await runKith(join(folder, 'data'), ['restore', file], { ...two!, KITH_BACKUP_KEY: one!.KITH_BACKUP_KEY })).toMatchObject({ code: 0, complained: '', said: expect.stringMatching(/each table counted and its hash compared/) })
    } finally {
      for (const name of names) await server.query(`drop database if exists ${name} with (force)`)
      await server.end()
    }
  })
})
