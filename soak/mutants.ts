// One mistake at a time is put into the rules of access, of keeping (who marks, names, grants, answers, keeps away), of sealing an adoption and of merging (in the database) and of timescales and permissions (in TypeScript): a proof of each has to notice.
// Of all mutants so many are drawn by seed; what went unnoticed is printed. Of every group at least nine in ten have to be noticed.
// `npm run soak -- mutants MANY GROUP SEED`: of each group so many at most; one group alone (`all`: every one), beside which the last result of the others is told again; drawn by another seed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../src/platform/start/project.ts'
import { databaseMutants } from '../test/mutants/inDatabase.ts'
import { fileMutants } from '../test/mutants/inFiles.ts'

const many = Number(process.argv[2] ?? 250)
const only = process.argv[3] === 'all' ? undefined : process.argv[3]
const seed = process.argv[4] === undefined ? 20261122 : Number(process.argv[4])
const log = process.env.KITH_MUTANTS_LOG ? (line: string) => process.stderr.write(`${line}\n`) : () => undefined
const groups = {
  reading: () => databaseMutants('reading', many, log, seed), deriving: () => databaseMutants('deriving', many, log, seed), keeping: () => databaseMutants('keeping', many, log, seed), sealing: () => databaseMutants('sealing', many, log, seed), merging: () => databaseMutants('merging', many, log, seed),
  timescales: () => fileMutants('timescales', many, log, seed), permissions: () => fileMutants('permissions', many, log, seed),
}
const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: projectRoot, encoding: 'utf8' }).stdout.trim()
const enough = 0.9

/** What the last result says of each group, with the commit it was taken at. */
function before(): ReadonlyMap<string, readonly string[]> {
  const file = join(projectRoot, 'docs/results/soak-mutants.txt')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  const at = /at commit (\w+)/.exec(lines[0] ?? '')?.[1] ?? 'unknown'
  return new Map(Object.keys(groups).flatMap((name) => {
    const first = lines.findIndex((line) => line.startsWith(`${name}: `))
    if (first < 0) return []
    const missed = lines.slice(first + 1).findIndex((line) => !line.startsWith('  not noticed'))
    const told = lines[first] ?? ''
    return [[name, [told.includes(', at commit ') ? told : `${told}, at commit ${at}`, ...lines.slice(first + 1, first + 1 + Math.max(missed, 0))]] as const]
  }))
}

const told = before()
let missed = false
for (const [name, run] of Object.entries(groups)) {
  if (only && only !== name) {
    const last = told.get(name) ?? [`${name}: not asked yet`]
    process.stdout.write(`${last.join('\n')}\n`)
    if (Number(/\(([\d.]+) %\)/.exec(last[0] ?? '')?.[1] ?? 0) < enough * 100) missed = true
    continue
  }
  const began = performance.now()
  const { of, tried, noticed, unnoticed } = await run()
  const share = tried === 0 ? 0 : noticed / tried
  process.stdout.write(`${name}: ${noticed} of ${tried} mutants noticed (${Math.floor(share * 1000) / 10} %), drawn from ${of} by seed ${seed}; ${Math.round((performance.now() - began) / 1000)} seconds, at commit ${commit}\n`)
  for (const one of unnoticed) process.stdout.write(`  not noticed: ${one}\n`)
  if (share < enough) missed = true
}
process.exit(missed ? 1 : 0)
