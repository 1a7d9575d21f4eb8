import type { Db } from '../../platform/db/pool.ts'
import { sql } from '../../platform/db/sql.ts'

/** The form in which a paper is written. */
export const formOfPaper = async (db: Db, itemId: string): Promise<string | undefined> => (await db.maybe<{ id: string }>(sql`select id from answers.form where item_id = ${itemId}`))?.id
/** Papers about these people (under any of their ids) that are finished. */
export const finishedPapers = async (db: Db, people: readonly string[]): Promise<string[]> =>
  (await db.rows<{ id: string }>(sql`select i.id from work.item i where i.kind = 'paper' and i.state = 'done' and i.id in (select item_id from work.item_person where person_id = any (${people}::uuid[])) order by i.finished_on, i.id limit 100`)).map((row) => row.id)

/** Finished papers of one kind about these people, the newest first. */
export const finishedOfKind = async (db: Db, kind: string, people: readonly string[]): Promise<string[]> =>
  (await db.rows<{ id: string }>(sql`select i.id from work.item i where i.kind = 'paper' and i.section = ${kind} and i.state = 'done' and i.id in (select item_id from work.item_person where person_id = any (${people}::uuid[])) order by i.finished_on desc, i.id desc limit 50`)).map((row) => row.id)

/** Of these facts of care, and of these days on which children came into care together: whom each was written about, as far as the sender sees, whether about others besides, and by whom last. */
export const writtenAbout = (db: Db, facts: readonly string[], admissions: readonly string[]): Promise<{ id: string; people: string[]; others: boolean; by: string | null }[]> => db.rows(sql`
  select x.id, array_agg(distinct coalesce(part.survivor_id, x.person_id)) as people, outputs.tells_of_unseen(x.what, x.id, count(distinct x.person_id)::int) as others, (array_agg(a.name order by x.recorded_at desc))[1] as by
  from (select 'careFact' as what, fact_id as id, person_id, recorded_by, recorded_at from care.fact where fact_id = any (${facts}::uuid[])
    union all select 'admission', admission_id, person_id, recorded_by, recorded_at from care.period where admission_id = any (${admissions}::uuid[])) x
  left join access.person_part part on part.part_id = x.person_id left join access.actor a on a.id = x.recorded_by group by x.what, x.id`)
