// 1,000 councils at random, each changed afterwards: of every actor, person, domain, note and passage the database shows what the policy's words say,
// and no derived row differs from its sources.
import { migrate } from '../src/platform/db/migrate.ts'
import { openPool } from '../src/platform/db/pool.ts'
import { appUrl } from '../src/platform/db/roles.ts'
import { agreeInAnyCouncil } from '../test/access/anyCouncil.ts'
import { ownDatabase } from '../test/factories/ownDatabase.ts'

const councils = Number(process.argv[2] ?? 1000)
const step = 100
const own = await ownDatabase('access')
await migrate(own.ownerUrl)
const [owner, pool] = [openPool(own.ownerUrl, 2), openPool(await appUrl(own.ownerUrl), 2)]
const began = performance.now()
let failed: unknown
try {
  for (let made = 0; made < councils; made += step) {
    await agreeInAnyCouncil(pool, owner, Math.min(step, councils - made), 20261122 + made)
    process.stdout.write(`${Math.min(made + step, councils)} councils, ${Math.round((performance.now() - began) / 1000)} seconds\n`)
  }
} catch (problem) {
  failed = problem
}
await Promise.all([owner.end(), pool.end()])
await own.drop()
process.stdout.write(failed === undefined ? `${councils} councils agree with the policy.\n` : `FAILED:\n${failed instanceof Error ? failed.message : String(failed)}\n`)
process.exit(failed === undefined ? 0 : 1)
