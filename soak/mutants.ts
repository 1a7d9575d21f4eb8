// One mistake at a time is put into the rules of access, of keeping (who marks, names, grants, keeps away) and of merging (in the database) and of timescales and permissions (in TypeScript): a proof of each has to notice.
// Of all mutants so many are drawn by seed; what went unnoticed is printed. Of every group at least nine in ten have to be noticed.
// `npm run soak -- mutants MANY GROUP SEED`: of each group so many at most; one group alone (`all`: every one); drawn by another seed.
import { databaseMutants } from '../test/mutants/inDatabase.ts'
import { fileMutants } from '../test/mutants/inFiles.ts'

const many = Number(process.argv[2] ?? 250)
const only = process.argv[3] === 'all' ? undefined : process.argv[3]
const seed = process.argv[4] === undefined ? undefined : Number(process.argv[4])
const log = process.env.KITH_MUTANTS_LOG ? (line: string) => process.stderr.write(`${line}\n`) : () => undefined
const groups = {
  reading: () => databaseMutants('reading', many, log, seed), deriving: () => databaseMutants('deriving', many, log, seed), keeping: () => databaseMutants('keeping', many, log, seed), merging: () => databaseMutants('merging', many, log, seed),
  timescales: () => fileMutants('timescales', many, log, seed), permissions: () => fileMutants('permissions', many, log, seed),
}
let missed = false
for (const [name, run] of Object.entries(groups)) {
  if (only && only !== name) continue
  const began = performance.now()
  const { of, tried, noticed, unnoticed } = await run()
  const share = tried === 0 ? 0 : noticed / tried
  process.stdout.write(`${name}: ${noticed} of ${tried} mutants noticed (${Math.floor(share * 1000) / 10} %), drawn from ${of}; ${Math.round((performance.now() - began) / 1000)} seconds\n`)
  for (const one of unnoticed) process.stdout.write(`  not noticed: ${one}\n`)
  if (share < 0.9) missed = true
}
process.exit(missed ? 1 : 0)
