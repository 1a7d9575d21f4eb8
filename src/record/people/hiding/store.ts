import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { Recording } from '../store/writing.ts'
import type { Hide, Hiding, Kept } from './model.ts'

export async function insertHiding({ db, by, at }: Recording, id: string, h: Hide, seenBy: readonly string[]): Promise<void> {
  await db.run(sql`insert into people.hiding (id, person_id, what, from_everybody, from_people, from_agencies, seen_by, reason, valid_from, valid_to, recorded_at, recorded_by)
    values (${id}, ${h.personId}, ${h.what}::text[], ${h.fromEverybody ?? false}, ${h.fromPeople ?? []}::uuid[], ${h.fromAgencies ?? []}::uuid[], ${seenBy}::uuid[], ${h.reason.trim()}, ${h.from}, ${h.to ?? null}, ${at}, ${by})`)
}

export const endHiding = ({ db, by, at }: Recording, id: string, people: readonly string[], why: string): Promise<number> =>
  db.run(sql`update people.hiding set ended_at = ${at}, ended_by = ${by}, ended_why = ${why} where id = ${id} and person_id = any (${people}::uuid[]) and ended_at is null`)

/** The decisions to hide about these people (all parts), newest first, also those that ended. */
export const hidings = (db: Db, people: readonly string[]): Promise<Hiding[]> => db.rows<Hiding>(sql`
  select h.id, h.person_id as "personId", h.what, h.from_everybody as "fromEverybody", array_to_json(h.from_people) as "fromPeople", array(select t.name from access.team t where t.id = any (h.from_agencies) order by t.name) as agencies,
    (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name) order by a.name), '[]') from access.actor a where a.id = any (h.seen_by)) as "seenBy",
    h.reason, h.valid_from as "from", h.valid_to as "to", b.name as by, h.ended_at as "endedAt", e.name as "endedBy", h.ended_why as "endedWhy"
  from people.hiding h left join access.actor b on b.id = h.recorded_by left join access.actor e on e.id = h.ended_by
  where h.person_id = any (${people}::uuid[]) order by h.recorded_at desc, h.id`)

/** What is hidden of these people and may be shown to whoever asks. The one place that reads it in clear. */
export const kept = (db: Db, people: readonly string[]): Promise<Kept[]> => db.rows<Kept>(sql`
  select id, kind as what, concat_ws(', ', array_to_string(lines, ', '), postcode) as words, valid_from as "from", valid_to as "to", recorded_at from people.address
  where person_id = any (${people}::uuid[]) and superseded_at is null and hidden and people.kept_now(id)
  union all
  select id, kind, value, valid_from, valid_to, recorded_at from people.fact where person_id = any (${people}::uuid[]) and superseded_at is null and hidden and people.kept_now(id)
  order by what, "from" desc nulls last, recorded_at desc`)

/** Agencies to hide from, and care staff who may have a need. */
export const agencies = (db: Db): Promise<{ id: string; name: string }[]> => db.rows(sql`select id, name from access.team where kind = 'agency' and active order by name`)
export const careStaff = (db: Db, domain: string): Promise<{ id: string; name: string; team: string | null }[]> => db.rows(sql`
  select a.id, a.name, min(t.name) as team from access.actor a join access.membership m on m.actor_id = a.id and m.role in ('worker', 'manager', 'head') and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
  left join access.team t on t.id = m.team_id where a.active and a.kind = 'staff' and (t.domain is null or t.domain in (${domain}, 'shared')) group by a.id, a.name order by a.name limit 500`)
