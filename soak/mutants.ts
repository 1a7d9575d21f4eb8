// One mistake at a time is put into the rules of access, of merging (in the database) and of timescales and permissions (in TypeScript); a proof of each has to notice.
// Of all mutants so many are drawn by seed; what went unnoticed is printed. At least nine in ten have to be noticed.
import { accessMutants } from '../test/mutants/inDatabase.ts'
import { engineMutants } from '../test/mutants/inFiles.ts'

const many = Number(process.argv[2] ?? 160)
const only = process.argv[3]
const groups = { access: () => accessMutants('access', many), merging: () => accessMutants('merging', Math.ceil(many / 4)), timescales: () => engineMutants('timescales', Math.ceil(many / 2)), permissions: () => engineMutants('permissions', Math.ceil(many / 4)) }
let missed = false
for (const [name, run] of Object.entries(groups)) {
  if (only && only !== name) continue
  const began = performance.now()
  const { tried, noticed, unnoticed } = await run()
  const share = tried === 0 ? 0 : noticed / tried
  process.stdout.write(`${name}: ${noticed} of ${tried} mutants noticed (${Math.floor(share * 1000) / 10} %), ${Math.round((performance.now() - began) / 1000)} seconds\n`)
  for (const one of unnoticed) process.stdout.write(`  not noticed: ${one}\n`)
  if (share < 0.9) missed = true
}
process.exit(missed ? 1 : 0)
