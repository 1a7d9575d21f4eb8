import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWhatChanged } from './lib/build.mjs'
import { chromiumForTests } from './lib/chromium.mjs'
import { installWhatIsMissing } from './lib/install.mjs'
import { runUnderNode24 } from './lib/node24.mjs'
import { root, say } from './lib/project.mjs'

const filters = process.argv.slice(2)
await installWhatIsMissing({ forTests: true })
const chromium = chromiumForTests()
await buildWhatChanged()

const count = { passed: 0, failed: 0, skipped: 0 }
if (filters.length === 0) {
  await check('The types fit together', ['node_modules/typescript/bin/tsc', '--noEmit'])
  await check('The rules of the lint are kept', ['node_modules/oxlint/bin/oxlint', '--deny-warnings', 'src', 'content', 'test', 'soak', 'bench', 'bin'])
}
await runTests()

if (!chromium) say('KITH_NO_BROWSER=1: every test that needs a browser is among the skipped.')
if (count.skipped > 0) say(`${count.skipped} skipped, which is not a pass: what they show was not shown in this run.`)
say(`${count.passed} passed, ${count.failed} failed`)
process.exit(count.failed > 0 || count.passed === 0 ? 1 : 0)

async function check(title, words) {
  const fine = (await runUnderNode24(words.map((word, at) => (at === 0 ? join(root, word) : word)), { folder: root })) === 0
  say(`${fine ? '✓' : '✗'} ${title}`)
  count[fine ? 'passed' : 'failed'] += 1
}

async function runTests() {
  const report = join(tmpdir(), `kith-tests-${process.pid}.json`)
  const words = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters]
  const status = await runUnderNode24(words, { environment: { NODE_ENV: 'test', ...(chromium ? { CHROMIUM: chromium } : {}) }, folder: root })
  const found = reportIn(report)
  rmSync(report, { force: true })
  const files = found?.testResults ?? []
  for (const { status: outcome } of files.flatMap((file) => file.assertionResults)) {
    count[outcome === 'passed' ? 'passed' : outcome === 'failed' ? 'failed' : 'skipped'] += 1
  }
  // A file that could not even be read has no tests to count, and an error outside of every test belongs to none.
  count.failed += files.filter((file) => file.status === 'failed' && !file.assertionResults.some((each) => each.status === 'failed')).length
  if (status !== 0 && count.failed === 0) count.failed = 1
}

function reportIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
