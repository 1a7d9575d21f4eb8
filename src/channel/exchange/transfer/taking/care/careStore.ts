import { newId } from '../../../../../kernel/ids.ts'
import type { Db } from '../../../../../platform/db/pool.ts'
import { sql } from '../../../../../platform/db/sql.ts'
import type { Asking } from '../../../../../record/access/model.ts'
import type { CareDecided } from '../model.ts'

/** What was decided of the children of a case who came looked after. */
export const decided = (db: Db, comeId: string): Promise<CareDecided[]> => db.rows<CareDecided>(sql`select person_id as "personId", outcome, on_day as "on", why from transfers.care where come_id = ${comeId}`)
/** The same of some people, whichever case they came with. */
export const decidedOf = (db: Db, ids: readonly string[]): Promise<(CareDecided & { comeId: string })[]> => db.rows(sql`select come_id as "comeId", person_id as "personId", outcome, on_day as "on", why from transfers.care where person_id = any (${ids}::uuid[])`)

export type Decision = Readonly<{ comeId: string; personId: string; outcome: 'ours' | 'theirs'; on: string; periodId: string | null; why: string | null }>
export const decide = ({ db, actor, now }: Asking, d: Decision): Promise<number> => db.run(sql`insert into transfers.care (id, come_id, person_id, outcome, on_day, period_id, why, decided_at, decided_by)
  values (${newId(Date.parse(now))}, ${d.comeId}, ${d.personId}, ${d.outcome}, ${d.on}, ${d.periodId}, ${d.why}, ${now}, ${actor.id})`)
