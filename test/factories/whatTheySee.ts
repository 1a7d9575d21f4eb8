import type pg from 'pg'
import { wholeRecord } from '../../src/channel/web/people/record.ts'
import { clockAt } from '../../src/platform/clock.ts'
import type { Instant } from '../../src/kernel/dates.ts'
import { openPool } from '../../src/platform/db/pool.ts'
import { appUrl } from '../../src/platform/db/roles.ts'
import type { Caller } from '../../src/record/access/act.ts'
import { chronology } from '../../src/record/chronology/queries.ts'
import { searchPeople } from '../../src/record/people/search/queries.ts'
import { tray } from '../../src/record/work/queries.ts'
import { teamBoard } from '../../src/record/work/team/queries.ts'

/** What is told, or why not: the same words for the same council. */
const told = (asked: Promise<unknown>): Promise<string> => asked.then((came) => JSON.stringify(came), (problem: unknown) => String(problem))

/** Tray, board, records, chronologies and search of these accounts, as they are answered in a council. `people`: whose records everybody asks for. */
export async function whatTheySee(ownerUrl: string, owner: pg.Pool, now: Instant, accounts: readonly string[], people: readonly string[]): Promise<Map<string, string>> {
  const pool = openPool(await appUrl(ownerUrl), 4)
  const seen = new Map<string, string>()
  for (const email of accounts) {
    const { rows: [actor] } = await owner.query<{ id: string }>('select id from access.actor where email = $1', [email])
    const as: Caller = { pool, clock: clockAt(now), who: { actor: actor?.id ?? '' }, via: 'commandLine' }
    seen.set(`${email}, tray`, await told(tray.perform(as, {})))
    seen.set(`${email}, board`, await told(teamBoard.perform(as, {})))
    for (const id of people) {
      seen.set(`${email}, record of ${id}`, await told(wholeRecord.perform(as, { id })))
      seen.set(`${email}, chronology of ${id}`, await told(chronology.perform(as, { id })))
      const { rows: [card] } = await owner.query<{ name: string }>('select name from people.card where person_id = $1', [id])
      seen.set(`${email}, search for ${id}`, await told(searchPeople.perform(as, { text: card?.name ?? '' })))
    }
  }
  await pool.end()
  return seen
}
