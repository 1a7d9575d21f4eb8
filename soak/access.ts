// The fixed council of 37 accounts and 28 people, then 1,000 councils at random, each changed afterwards: of every actor, person, domain, note and passage
// the database and the open interface show what the policy's words say, and no derived row differs from its sources.
// Twenty-five councils share a database, each a copy of one that was migrated; two are worked on at a time.
import type { Pool } from 'pg'
import { openHouse } from '../src/app.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { openPool } from '../src/platform/db/pool.ts'
import { appUrl } from '../src/platform/db/roles.ts'
import { agreeIn, agreeInAnyCouncil, type Visit } from '../test/access/anyCouncil.ts'
import { fixedWorld } from '../test/access/fixedWorld.ts'
import { domains } from '../test/access/policy.ts'
import { writeRows } from '../test/access/rows.ts'
import { writeWorld } from '../test/access/world.ts'
import { ownDatabase } from '../test/factories/ownDatabase.ts'
import { testKeys } from '../test/keys.ts'
import { visitorsOf } from '../test/visitors.ts'

const councils = Number(process.argv[2] ?? 1000)
const [step, lanes] = [25, 2]
const template = await ownDatabase('access')
await migrate(template.ownerUrl)
const began = performance.now()
let [next, agreed] = [0, 0]
let failed: unknown

/** Asks in a database of its own, with a house open on it. */
async function within(name: string, ask: (pool: Pool, owner: Pool, visit: Visit) => Promise<void>): Promise<void> {
  const own = await ownDatabase(name, template.ownerUrl)
  const [owner, pool] = [openPool(own.ownerUrl, 2), openPool(await appUrl(own.ownerUrl), 2)]
  const house = await openHouse({ ownerUrl: own.ownerUrl, dataFolder: '/nonexistent', keys: testKeys, demonstration: false })
  try {
    await ask(pool, owner, visitorsOf(house.server, owner))
  } catch (problem) {
    failed ??= problem
  } finally {
    await house.close()
    await Promise.all([owner.end(), pool.end()])
    await own.drop()
  }
}

await within('access_fixed', async (pool, owner, visit) => {
  const world = fixedWorld()
  await writeWorld(owner, world)
  const rows = await writeRows(owner, world)
  await agreeIn(pool, owner, world, rows, visit)
  process.stdout.write(`The fixed council agrees: ${world.actors.length} accounts, ${world.people.length} people, ${world.people.length * domains.length + rows.notes.length + rows.notes.flatMap((note) => note.passages).length + rows.relationships.length} records.\n`)
})

async function lane(): Promise<void> {
  while (next < councils && failed === undefined) {
    const first = next
    next += step
    const many = Math.min(step, councils - first)
    await within(`access_${first}`, async (pool, owner, visit) => {
      await agreeInAnyCouncil(pool, owner, many, { seed: 20261122 + first, visit })
      agreed += many
      if (agreed % 100 < many) process.stdout.write(`${agreed} councils, ${Math.round((performance.now() - began) / 1000)} seconds\n`)
    })
  }
}
await Promise.all(Array.from({ length: lanes }, lane))
await template.drop()
process.stdout.write(failed === undefined ? `${agreed} councils agree with the policy.\n` : `FAILED:\n${failed instanceof Error ? failed.message : String(failed)}\n`)
process.exit(failed === undefined ? 0 : 1)
