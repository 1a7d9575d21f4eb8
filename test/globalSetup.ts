import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { startEmbedded } from '../src/platform/db/embedded.ts'

/**
 * One PostgreSQL for all test files: the one that `KITH_TEST_DATABASE` or `DATABASE_URL` names, else an embedded one for this run.
 * Each file makes its own database in it; what several files share besides is kept in the folder `KITH_TEST_FOLDER` of this run. A Chromium of the system is named to the browser tests as `CHROMIUM`.
 */
export default async function setup() {
  const chromium = process.env.CHROMIUM || chromiumOnPath()
  if (chromium) process.env.CHROMIUM = chromium
  const runFolder = mkdtempSync(join(tmpdir(), 'kith-test-'))
  process.env.KITH_TEST_FOLDER = runFolder
  const leave = () => rmSync(runFolder, { recursive: true, force: true })
  const given = process.env.KITH_TEST_DATABASE || process.env.DATABASE_URL
  if (given) process.env.KITH_TEST_DATABASE = given
  // Tests that start the whole program start it with a database of its own.
  for (const name of ['DATABASE_URL', 'KITH_DATA', 'PORT']) delete process.env[name]
  if (given) return leave
  const dataFolder = join(runFolder, 'database')
  const embedded = await startEmbedded({ dataFolder, log: () => {}, disposable: true })
  process.env.KITH_TEST_DATABASE = embedded.ownerUrl
  return async () => {
    await embedded.stop()
    leave()
  }
}

function chromiumOnPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return ['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) => folders.map((folder) => join(folder, name))).find(mayRun)
}

function mayRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
