// Both given returns come in whole and go out again, every value of every child: 2,675 children of `ssda903_fake`, the XML of 253 of them, and 332 of `fake_CIN_data.xml`.
// The proofs of the suite take one child in twelve and in six; here they take all. `KITH_SHARED` names where the given folder lies, if it is not beside the project.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = join(import.meta.dirname, '..')
const given = resolve(root, '../shared/inputs/ssda903_fake')
const say = (line: string) => process.stdout.write(`${line}\n`)
if (!existsSync(given)) {
  say('The given returns are not beside the project: nothing was shown.')
  process.exit(1)
}
const trips: readonly (readonly [what: string, file: string, title: string])[] = [
  ['SSDA903, 2,675 children as CSV into an empty council and out again', 'test/returns/import903.test.ts', 'comes back the same, every value of every table of every child'],
  ['SSDA903, 253 children as XML, as CSV, and as XML again', 'src/channel/exchange/ssda903/given.test.ts', 'is the given file of 253 children'],
  ['The children in need census, 332 children into an empty council and out again', 'test/returns/importCensus.test.ts', 'comes back the same, every value of every child'],
]
let failed = 0
for (const [what, file, title] of trips) {
  const began = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', file, '-t', title, '--testTimeout', '1800000', '--reporter', 'dot'], { cwd: root, encoding: 'utf8', env: { ...process.env, KITH_EVERY_CHILD: '1', NO_COLOR: '1' }, maxBuffer: 100_000_000 })
  const told = stdout.split('\n').find((line) => line.startsWith('{"'))
  say(`${what}: ${status === 0 ? 'every value came back, or is explained below' : 'FAILED'}, in ${Math.round((performance.now() - began) / 1000)} s.`)
  if (told) {
    const { gains, counts, findings }: { gains: Record<string, number>; counts: Record<string, number>; findings: [string, string, number][] } = JSON.parse(told)
    say(`  ${JSON.stringify(gains)}; values: ${counts['read']} read, ${counts['taken']} taken into the record, ${counts['keptAside']} kept as they came, ${counts['refused']} refused`)
    for (const [path, reason, values] of findings) say(`    ${String(values).padStart(6)}  ${path}: ${reason}`)
  }
  if (status !== 0) {
    failed++
    say(`${stdout}\n${stderr}`.slice(-3000))
  }
}
process.exit(failed > 0 ? 1 : 0)
