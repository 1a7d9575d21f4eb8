import { spawn } from 'node:child_process'
import { closing, packed } from '../logical/archive.ts'
import { StartFault } from '../../fault.ts'
import { clusterOf } from '../../standby/baseCopy.ts'
import { tarStream, type Passed } from './tarStream.ts'

/** What is of this machine and this moment only, and what the database gives itself. */
const left = ['./lock*', './postgres', './postgres.log', './postgres-libraries', './postgres-in-the-making', './postgres-hba.conf', './postgres-tls.*', './postgres-log', './reserve*']

export const sumsOfFiles = 'files.json'

/**
 * A whole data folder as a tar while the council works on: its files, then the cluster as PostgreSQL gives it to a standby, with the log that makes it
 * whole, then the hash of every file. What is saved until the copy ends is in it. @throws StartFault
 */
export async function* takePhysical(from: Readonly<{ ownerUrl: string; dataFolder: string }>): AsyncGenerator<Buffer> {
  const files: Passed[] = []
  const passed = (file: Passed) => void files.push(file)
  yield* tarStream(filesOf(from.dataFolder), { passed })
  yield* tarStream(clusterOf(from.ownerUrl), { folder: './postgres', passed })
  yield packed({ name: sumsOfFiles, body: Buffer.from(JSON.stringify({ files })) })
  yield closing
}

async function* filesOf(dataFolder: string): AsyncGenerator<Buffer> {
  const child = spawn('tar', ['--create', '--format=ustar', '--owner=0', '--group=0', '--numeric-owner', '--file', '-', '--directory', dataFolder, ...left.map((pattern) => `--exclude=${pattern}`), '.'], { stdio: ['ignore', 'pipe', 'ignore'], env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' } })
  const ended = new Promise<number>((settle) => {
    child.once('error', () => settle(-1))
    child.once('close', (code) => settle(code ?? -1))
  })
  for await (const chunk of child.stdout) yield Buffer.from(chunk)
  // GNU tar answers 1 when a file grew while it was read, as a checkpoint file may.
  if (![0, 1].includes(await ended)) throw new StartFault('The files of the data folder could not be read. Look whether Kith may read all of them, and whether tar is installed.')
}
