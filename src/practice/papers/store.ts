import type { Db } from '../../platform/db/pool.ts'
import { sql } from '../../platform/db/sql.ts'

/** The form in which a paper is written. */
export const formOfPaper = async (db: Db, itemId: string): Promise<string | undefined> => (await db.maybe<{ id: string }>(sql`select id from answers.form where item_id = ${itemId}`))?.id
/** Papers about these people (under any of their ids) that are finished. */
export const finishedPapers = async (db: Db, people: readonly string[]): Promise<string[]> =>
  (await db.rows<{ id: string }>(sql`select i.id from work.item i where i.kind = 'paper' and i.state = 'done' and i.id in (select item_id from work.item_person where person_id = any (${people}::uuid[])) order by i.finished_on, i.id limit 100`)).map((row) => row.id)
