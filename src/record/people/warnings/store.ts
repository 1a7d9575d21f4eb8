import type { Instant, PlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { Recording } from '../store/writing.ts'

/** A safety note as it stands: written once, looked at again any number of times. */
export type Standing = Readonly<{ id: string; personId: string; kind: string; words: string; reviewOn: PlainDate; from: PlainDate }>
export const standingById = (db: Db, id: string): Promise<Standing | undefined> => db.maybe<Standing>(sql`
  select id, person_id as "personId", kind, words, review_on as "reviewOn", valid_from as "from" from people.warning where id = ${id} and superseded_at is null and valid_to is null`)

export type Look = Readonly<{ words: string; why: string; reviewOn: PlainDate; endedOn: PlainDate | null }>
/** What was found takes the place of what stood there, which is kept. @returns whether it still stood */
export async function insertLook({ db, by, at }: Recording, id: string, look: Look): Promise<boolean> {
  return (await db.run(sql`with before as (update people.warning set superseded_at = ${at} where id = ${id} and superseded_at is null and valid_to is null returning *)
    insert into people.warning (id, first_id, person_id, domain, kind, words, review_on, valid_from, valid_to, ended_reason, looked_why, recorded_at, recorded_by)
    select ${newId(Date.parse(at))}, coalesce(first_id, id), person_id, domain, kind, ${look.words}, ${look.reviewOn}, valid_from, ${look.endedOn}::date, ${look.endedOn ? look.why : null}, ${look.why}, ${at}, ${by} from before`)) > 0
}

/** Each row of these people’s safety notes, the first of each first: how it was written, looked at and ended. */
export type Told = Readonly<{ first: string; personId: string; kind: string; words: string; why: string | null; reviewOn: PlainDate; from: PlainDate; endedOn: PlainDate | null; at: Instant; by: string | null }>
export const told = (db: Db, ids: readonly string[]): Promise<Told[]> => db.rows<Told>(sql`
  select coalesce(w.first_id, w.id) as first, w.person_id as "personId", w.kind, w.words, w.looked_why as why, w.review_on as "reviewOn", w.valid_from as "from", w.valid_to as "endedOn", w.recorded_at as at, a.name as by
  from people.warning w left join access.actor a on a.id = w.recorded_by where w.person_id = any (${ids}::uuid[]) order by w.recorded_at, w.id`)

/** One safety note to be looked at again, with who works with whom it is about. */
export type ToLookAt = Readonly<{ personId: string; words: string; reviewOn: PlainDate; teamId: string | null; workerId: string | null; worker: string | null }>
const parts = sql`parts as (select id as survivor, id as part, team_id, worker_id from held union all select h.id, p.part_id, h.team_id, h.worker_id from held h join access.person_part p on p.survivor_id = h.id)`
const due = (until: PlainDate) => sql`
  select distinct on (w.id, p.team_id) p.survivor as "personId", w.words, w.review_on as "reviewOn", p.team_id as "teamId", p.worker_id as "workerId", a.name as worker
  from parts p join people.warning w on w.person_id = p.part and w.superseded_at is null and w.valid_to is null and w.review_on <= ${until}::date left join access.actor a on a.id = p.worker_id
  order by w.id, p.team_id, p.worker_id is null`
const openOnes = sql`v.superseded_at is null and v.to_on is null and v.role = 'allocated'`

/** Of everybody with whom this colleague works. */
export const ofWorker = (db: Db, workerId: string, until: PlainDate): Promise<ToLookAt[]> => db.rows<ToLookAt>(sql`
  with held as materialized (select distinct coalesce(s.survivor_id, v.person_id) as id, null::uuid as team_id, v.worker_id from access.involvement v left join access.person_part s on s.part_id = v.person_id where v.worker_id = ${workerId} and ${openOnes}), ${parts}
  ${due(until)}`)
/** Of everybody with whom these teams work. */
export const ofTeams = (db: Db, teams: readonly string[], until: PlainDate): Promise<ToLookAt[]> => db.rows<ToLookAt>(sql`
  with held as materialized (select distinct coalesce(s.survivor_id, v.person_id) as id, v.team_id, v.worker_id from access.involvement v left join access.person_part s on s.part_id = v.person_id
    where v.team_id = any (${teams}::uuid[]) and ${openOnes}), ${parts}
  ${due(until)}`)
