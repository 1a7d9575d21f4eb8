import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../src/platform/db/embedded.ts'

/** One PostgreSQL for all test files, unless the run was given one by `KITH_TEST_DATABASE`. Each file makes its own database in it. */
export default async function setup() {
  if (process.env.KITH_TEST_DATABASE) return undefined
  const dataFolder = mkdtempSync(join(tmpdir(), 'kith-test-'))
  const embedded = await startEmbedded({ dataFolder, log: () => {}, disposable: true })
  process.env.KITH_TEST_DATABASE = embedded.ownerUrl
  return async () => {
    await embedded.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}
