// Runs one script with a PostgreSQL of its own, named by KITH_TEST_DATABASE: `node withDatabase.mjs SCRIPT WORDS…`, under Node 24.
// The server is set as for a real council: what is measured here is what a council gets.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../../src/platform/db/embedded.ts'

const given = process.env.KITH_TEST_DATABASE || process.env.DATABASE_URL
const dataFolder = mkdtempSync(join(tmpdir(), 'kith-proof-'))
const embedded = given ? { ownerUrl: given, stop: async () => {} } : await startEmbedded({ dataFolder, log: () => {} })
const { DATABASE_URL, KITH_DATA, PORT, ...environment } = process.env
const child = spawn(process.execPath, ['--import', new URL('tsx.mjs', import.meta.url).href, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...environment, KITH_TEST_DATABASE: embedded.ownerUrl },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'))
process.once('disconnect', () => child.kill('SIGTERM'))
const status = await new Promise((settle) => child.once('exit', (code) => settle(code ?? 1)))
await embedded.stop()
rmSync(dataFolder, { recursive: true, force: true })
process.exit(status)
