import { newId } from '../../../kernel/ids.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { Recording } from '../store/writing.ts'
import type { Becoming } from './model.ts'

/** What became of these, or of whom these were born: also what was taken back. */
export const becomings = (db: Db, ids: readonly string[]): Promise<Becoming[]> => db.rows<Becoming>(sql`
  select b.id, b.person_id as "unbornId", b.child_id as "childId", b.on_day as on, b.words, b.recorded_at as "recordedAt", a.name as by, b.superseded_at is not null as gone
  from people.becoming b left join access.actor a on a.id = b.recorded_by
  where b.person_id in (select person_id from people.becoming where person_id = any (${ids}::uuid[]) or child_id = any (${ids}::uuid[])) order by b.recorded_at, b.child_id is distinct from b.person_id, b.id`)

export async function insertBecoming({ db, by, at }: Recording, b: Readonly<{ unbornId: string; childId: string | null; on: string; words?: string | undefined }>): Promise<void> {
  await db.run(sql`insert into people.becoming (id, person_id, child_id, on_day, words, recorded_at, recorded_by) values (${newId(Date.parse(at))}, ${b.unbornId}, ${b.childId}, ${b.on}, ${b.words || null}, ${at}, ${by})`)
}

export async function setKind({ db }: Recording, personId: string, kind: 'person' | 'unborn'): Promise<void> {
  await db.run(sql`update people.person set kind = ${kind}, version = version + 1 where id = ${personId}`)
}
export const kindOf = async (db: Db, personId: string): Promise<string | undefined> => (await db.maybe<{ kind: string }>(sql`select kind from people.person where id = ${personId}`))?.kind

/** Names that stood before the birth are no longer the present ones: kept as they were known. */
export async function supersedeNames({ db, at }: Recording, personId: string): Promise<void> {
  await db.run(sql`update people.name set superseded_at = ${at} where person_id = ${personId} and kind in ('legal', 'knownAs') and superseded_at is null`)
}

/** Whoever was expected to be a parent is one now. `responsible`: those who have parental responsibility; of the others it is not known. */
export async function expectedBecomeParents({ db, by, at }: Recording, unborn: readonly string[], responsible: readonly string[], on: string): Promise<void> {
  await db.run(sql`with expected as (
      update people.relationship set superseded_at = ${at} where other_id = any (${unborn}::uuid[]) and kind = 'expectedParent' and superseded_at is null returning *)
    insert into people.relationship (id, person_id, other_id, domain, kind, parental_responsibility, note, valid_from, valid_to, recorded_at, recorded_by)
    select gen_random_uuid(), person_id, other_id, domain, 'parent', case when person_id = any (${responsible}::uuid[]) then 'yes' else 'notKnown' end, note, ${on}, null, ${at}, ${by} from expected`)
}

/** The family of the one who keeps the record is the family of those born with them. */
export async function sameFamily({ db, by, at }: Recording, unborn: readonly string[], child: string): Promise<void> {
  await db.run(sql`insert into people.relationship (id, person_id, other_id, domain, kind, parental_responsibility, note, valid_from, valid_to, recorded_at, recorded_by)
    select gen_random_uuid(), case when person_id = any (${unborn}::uuid[]) then ${child} else person_id end, case when other_id = any (${unborn}::uuid[]) then ${child} else other_id end,
      domain, kind, parental_responsibility, note, valid_from, valid_to, ${at}, ${by}
    from people.relationship where superseded_at is null and kind <> 'twin' and (person_id = any (${unborn}::uuid[]) or other_id = any (${unborn}::uuid[]))`)
}

export async function bornBeside(db: Db, unbornId: string, childId: string): Promise<void> {
  await db.run(sql`select people.born_beside(${unbornId}, ${childId})`)
}
export async function foldBack(db: Db, childId: string, unbornId: string, why: string): Promise<void> {
  await db.run(sql`select people.fold_back(${childId}, ${unbornId}, ${why})`)
}

/**
 * Takes back what was recorded at the moment of a birth: what stood before stands again, as a row of now; what was recorded then, also about those born
 * beside, is superseded. Everything keeps its place in the record as it was known.
 */
export async function takeBack({ db, by, at }: Recording, unborn: readonly string[], beside: readonly string[], recordedAt: string): Promise<void> {
  const all = [...unborn, ...beside]
  await db.run(sql`insert into people.fact (id, person_id, domain, kind, value, about, valid_from, valid_to, recorded_at, recorded_by)
    select gen_random_uuid(), person_id, domain, kind, value, about, valid_from, valid_to, ${at}, ${by} from people.fact where person_id = any (${unborn}::uuid[]) and superseded_at = ${recordedAt} and kind in ('bornOn', 'dueOn', 'sex')`)
  await db.run(sql`insert into people.name (id, person_id, domain, kind, given, family, valid_from, valid_to, recorded_at, recorded_by)
    select gen_random_uuid(), person_id, domain, kind, given, family, valid_from, valid_to, ${at}, ${by} from people.name where person_id = any (${unborn}::uuid[]) and superseded_at = ${recordedAt}`)
  await db.run(sql`insert into people.relationship (id, person_id, other_id, domain, kind, parental_responsibility, note, valid_from, valid_to, recorded_at, recorded_by)
    select gen_random_uuid(), person_id, other_id, domain, kind, parental_responsibility, note, valid_from, valid_to, ${at}, ${by} from people.relationship
    where other_id = any (${unborn}::uuid[]) and superseded_at = ${recordedAt} and kind = 'expectedParent'`)
  await db.run(sql`update people.fact set superseded_at = ${at} where person_id = any (${all}::uuid[]) and recorded_at = ${recordedAt} and superseded_at is null and kind in ('bornOn', 'dueOn', 'sex')`)
  await db.run(sql`update people.name set superseded_at = ${at} where person_id = any (${all}::uuid[]) and recorded_at = ${recordedAt} and superseded_at is null`)
  await db.run(sql`update people.address set superseded_at = ${at} where person_id = any (${all}::uuid[]) and recorded_at = ${recordedAt} and superseded_at is null`)
  await db.run(sql`update people.relationship set superseded_at = ${at} where (other_id = any (${all}::uuid[]) or person_id = any (${all}::uuid[])) and recorded_at = ${recordedAt} and superseded_at is null`)
  await db.run(sql`update people.becoming set superseded_at = ${at} where person_id = any (${unborn}::uuid[]) and recorded_at = ${recordedAt} and superseded_at is null`)
}

/** The days on which a baby was due, as they were recorded: newest first. */
export const dueDays = (db: Db, unborn: readonly string[]): Promise<{ on: PlainDate; recordedAt: string; by: string | null }[]> => db.rows(sql`
  select f.value as on, f.recorded_at as "recordedAt", a.name as by from people.fact f left join access.actor a on a.id = f.recorded_by where f.person_id = any (${unborn}::uuid[]) and f.kind = 'dueOn' order by f.recorded_at desc`)

export const wasExpected = async (db: Db, id: string): Promise<boolean> =>
  (await db.one<{ was: boolean }>(sql`select exists (select 1 from people.becoming where (child_id = ${id} or person_id = ${id}) and superseded_at is null) as was`)).was
