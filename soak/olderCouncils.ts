// A council of every version since people worked in Kith, brought to the newest: what each migration leaves of rows that stood there before it. For each migration from 0166 on: the
// demonstration council as the version before it held it, upgraded, and compared with one that began with the newest, row by row and column by column. At last the same without 0331,
// which mends what 0180 and 0193 did not carry over: the proof must see that.
import { makeSmallCouncil } from '../src/channel/demo/make.ts'
import { systemClock } from '../src/platform/clock.ts'
import { migrate, migrationsHere } from '../src/platform/db/migrate.ts'
import { openPool } from '../src/platform/db/pool.ts'
import { addLater, asOlder, differences, newlyKnown } from '../test/factories/olderCouncil.ts'
import { ownDatabase } from '../test/factories/ownDatabase.ts'

const first = process.argv[2] ?? '0166'
const now = systemClock.now()
const newest = await ownDatabase('newest')
await migrate(newest.ownerUrl)
await makeSmallCouncil(newest.ownerUrl, now)
const owner = openPool(newest.ownerUrl, 1)
await owner.query('begin; set local session_replication_role = replica; update people.address set hidden = true, marked = true where hidden or id in (select id from people.address where superseded_at is null and valid_to is null order by id limit 3); commit')
const { rows: [counted] } = await owner.query<{ people: string }>('select count(*) as people from people.card')
await owner.end()

/** What a council of the version before this migration does not have after its upgrade. `without`: migrations that do not run. */
async function lost(before: string, without: readonly string[] = []): Promise<readonly string[]> {
  const older = await ownDatabase('older')
  const migrations = migrationsHere().filter(({ name }) => !without.some((one) => name.startsWith(one)))
  try {
    const leftOut = await asOlder(newest.ownerUrl, older.ownerUrl, before, migrations)
    await migrate(older.ownerUrl, migrations)
    await addLater(newest.ownerUrl, older.ownerUrl, leftOut)
    return await differences(newest.ownerUrl, older.ownerUrl, newlyKnown)
  } finally {
    await older.drop()
  }
}

let wrong = 0
const versions = migrationsHere().map(({ name }) => name).filter((name) => name >= first)
for (const name of versions) {
  const found = await lost(name)
  if (found.length > 0) wrong += 1
  console.log(`Before ${name}: ${found.length === 0 ? 'everything is there' : `NOT carried over: ${found.join(', ')}`}`)
}
const seen = await lost('0166', ['0331'])
await newest.drop()
const proofFails = ['work.item.shown', 'people.address.marked'].every((column) => seen.includes(column))
console.log(`${versions.length} older councils of ${counted?.people} people upgraded, ${wrong} not whole; without 0331 the proof ${proofFails ? 'sees' : 'DOES NOT SEE'} what is missing: ${seen.join(', ')}.`)
process.exit(wrong === 0 && proofFails ? 0 : 1)
