// 1,000 councils at random, each changed afterwards: of every actor, person, domain, note and passage the database shows what the policy's words say,
// and no derived row differs from its sources. Twenty-five councils share a database, each a copy of one that was migrated; two are worked on at a time.
import { migrate } from '../src/platform/db/migrate.ts'
import { openPool } from '../src/platform/db/pool.ts'
import { appUrl } from '../src/platform/db/roles.ts'
import { agreeInAnyCouncil } from '../test/access/anyCouncil.ts'
import { ownDatabase } from '../test/factories/ownDatabase.ts'

const councils = Number(process.argv[2] ?? 1000)
const [step, lanes] = [25, 2]
const template = await ownDatabase('access')
await migrate(template.ownerUrl)
const began = performance.now()
let [next, agreed] = [0, 0]
let failed: unknown

async function lane(): Promise<void> {
  while (next < councils && failed === undefined) {
    const first = next
    next += step
    const many = Math.min(step, councils - first)
    const own = await ownDatabase(`access_${first}`, template.ownerUrl)
    const [owner, pool] = [openPool(own.ownerUrl, 2), openPool(await appUrl(own.ownerUrl), 2)]
    try {
      await agreeInAnyCouncil(pool, owner, many, 20261122 + first)
      agreed += many
      if (agreed % 100 < many) process.stdout.write(`${agreed} councils, ${Math.round((performance.now() - began) / 1000)} seconds\n`)
    } catch (problem) {
      failed ??= problem
    } finally {
      await Promise.all([owner.end(), pool.end()])
      await own.drop()
    }
  }
}
await Promise.all(Array.from({ length: lanes }, lane))
await template.drop()
process.stdout.write(failed === undefined ? `${agreed} councils agree with the policy.\n` : `FAILED:\n${failed instanceof Error ? failed.message : String(failed)}\n`)
process.exit(failed === undefined ? 0 : 1)
