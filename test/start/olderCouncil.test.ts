import { afterAll, describe, expect, it } from 'vitest'
import { makeSmallCouncil } from '../../src/channel/demo/make.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { openPool } from '../../src/platform/db/pool.ts'
import { addLater, asOlder, differences, newlyKnown } from '../factories/olderCouncil.ts'
import { ownDatabase } from '../factories/ownDatabase.ts'
import { whatTheySee } from '../factories/whatTheySee.ts'
import { freshDatabase } from '../database.ts'

const now = systemClock.now()
const fresh = await freshDatabase()
const older = await ownDatabase('older')
const upgraded = openPool(older.ownerUrl, 2)
afterAll(async () => {
  await upgraded.end()
  await older.drop()
})

describe('A council that people worked in with an older version', async () => {
  await makeSmallCouncil(fresh.ownerUrl, now)
  await fresh.owner.query("begin; set local session_replication_role = replica; update people.address set hidden = true, marked = true where hidden or id in (select id from people.address where superseded_at is null and valid_to is null order by id limit 3); commit")
  // Every place that is hidden here was marked when it was recorded: decisions to hide came with 0190.
  // The version before open work stood on its people (0180) and places could be hidden (0193): those filled columns of rows that stood there.
  const leftOut = await asOlder(fresh.ownerUrl, older.ownerUrl, '0166')
  await migrate(older.ownerUrl)
  await addLater(fresh.ownerUrl, older.ownerUrl, leftOut)

  it('holds after the upgrade, row by row and column by column, what a council holds that began with the newest: what a migration does not carry over stands here by its name', async () => {
    expect(await differences(fresh.ownerUrl, older.ownerUrl, newlyKnown), 'A later column is empty in what stood there before: fill it in a migration, as kith_gate; or name it in newlyKnown where nobody could know it.').toEqual([])
  })

  it('shows each of its people the same trays, boards, records, chronologies and search, and keeps the same from them', async () => {
    const { rows } = await fresh.owner.query<{ id: string }>(`(select id from access.subject where marking <> 'open' order by marking, id limit 2) union all (select person_id from work.item_person p join work.item i on i.id = p.item_id where i.state = 'open' and p.item_id is not null group by 1 order by count(*) desc, 1 limit 2)`)
    const people = rows.map((row) => row.id)
    const accounts = ['priya.nair', 'tom.hughes', 'ffion.davies'].map((name) => `${name}@ardenvale.example`)
    const [before, after] = [await whatTheySee(fresh.ownerUrl, fresh.owner, now, accounts, people), await whatTheySee(older.ownerUrl, upgraded, now, accounts, people)]
    expect(before.size).toBe(accounts.length * (2 + 3 * people.length))
    expect([...before.values()].filter((told) => told.length > 1_000).length).toBeGreaterThan(10)
    for (const [what, told] of before) expect(after.get(what), what).toBe(told)
  })
})
