import type { Asking } from '../../../record/access/model.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { TakeMapped, TakeRelated } from './entryModel.ts'

type Row = Readonly<{ id: string; kind: string; value: string; mine: boolean; current: boolean }>
/** What the record holds of a person that an extract may tell of. */
export type Held = Readonly<{ names: readonly Row[]; facts: readonly Row[]; identifiers: readonly Row[]; notes: readonly string[]; inCare: boolean; care: readonly string[] }>

export const heldOf = async (db: Db, importer: string, { personId, notes, periods }: TakeMapped): Promise<Held> => (await db.one<{ held: Held }>(sql`
  select jsonb_build_object(
    'names', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'value', concat_ws(' ', given, family), 'mine', recorded_by = ${importer}, 'current', superseded_at is null)), '[]') from people.name where person_id = ${personId}),
    'facts', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'value', value, 'mine', recorded_by = ${importer}, 'current', superseded_at is null)), '[]') from people.fact where person_id = ${personId}),
    'identifiers', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'value', value, 'mine', recorded_by = ${importer}, 'current', superseded_at is null)), '[]') from people.identifier where person_id = ${personId}),
    'notes', (select coalesce(jsonb_agg(id), '[]') from notes.note where id = any (${notes.map(({ id }) => id)}::uuid[])),
    'inCare', exists (select 1 from care.period where person_id = ${personId} and superseded_at is null), 'care', (select coalesce(jsonb_agg(period_id), '[]') from care.period where person_id = ${personId} and period_id = any (${periods.map(({ id }) => id)}::uuid[]))) as held`)).held

type Writes = Pick<TakeMapped, 'personId' | 'names' | 'facts' | 'identifiers'>
const json = (rows: readonly object[]): string => JSON.stringify(rows)

/** Names, facts and numbers; those named are superseded: this system said otherwise before. */
export async function writePerson({ db, actor, now }: Asking, { personId, names, facts, identifiers }: Writes, supersede: readonly string[]): Promise<void> {
  if (supersede.length > 0) {
    await db.run(sql`update people.name set superseded_at = ${now} where id = any (${supersede}::uuid[]) and person_id = ${personId}`)
    await db.run(sql`update people.fact set superseded_at = ${now} where id = any (${supersede}::uuid[]) and person_id = ${personId}`)
    await db.run(sql`update people.identifier set superseded_at = ${now} where id = any (${supersede}::uuid[]) and person_id = ${personId}`)
  }
  if (names.length > 0) await db.run(sql`insert into people.name (id, person_id, kind, given, family, recorded_at, recorded_by) select id, ${personId}, kind, given, family, ${now}, ${actor.id} from jsonb_to_recordset(${json(names)}::jsonb) x (id uuid, kind text, given text, family text)`)
  if (facts.length > 0) await db.run(sql`insert into people.fact (id, person_id, kind, value, recorded_at, recorded_by) select id, ${personId}, kind, value, ${now}, ${actor.id} from jsonb_to_recordset(${json(facts)}::jsonb) x (id uuid, kind text, value text)`)
  if (identifiers.length > 0) await db.run(sql`insert into people.identifier (id, person_id, kind, value, recorded_at, recorded_by) select id, ${personId}, kind, value, ${now}, ${actor.id} from jsonb_to_recordset(${json(identifiers)}::jsonb) x (id uuid, kind text, value text)`)
}

/** A time in care with its placements and legal statuses. */
export async function writeCare({ db, actor, now }: Asking, { personId, periods, placements, statuses }: TakeMapped): Promise<void> {
  await db.run(sql`insert into care.period (id, period_id, person_id, admission_id, began_on, ended_on, planned, need, end_reason, home_postcode, recorded_at, recorded_by)
    select gen_random_uuid(), id, ${personId}, id, "from", "to", false, need, "endReason", "homePostcode", ${now}, ${actor.id} from jsonb_to_recordset(${json(periods)}::jsonb) x (id uuid, "from" date, "to" date, need text, "endReason" text, "homePostcode" text)`)
  await db.run(sql`insert into care.placement (id, placement_id, person_id, kind, provider, place_name, urn, postcode, change_reason, valid_from, valid_to, recorded_at, recorded_by)
    select gen_random_uuid(), id, ${personId}, kind, provider, "placeName", urn, postcode, "changeReason", "from", "to", ${now}, ${actor.id}
    from jsonb_to_recordset(${json(placements)}::jsonb) x (id uuid, kind text, provider text, "placeName" text, urn text, postcode text, "changeReason" text, "from" date, "to" date)`)
  await db.run(sql`insert into people.legal_status (id, order_id, person_id, kind, code, valid_from, valid_to, recorded_at, recorded_by)
    select gen_random_uuid(), id, ${personId}, 'lookedAfter', code, "from", "to", ${now}, ${actor.id} from jsonb_to_recordset(${json(statuses)}::jsonb) x (id uuid, code text, "from" date, "to" date)`)
}

/** @returns whether it is new: what stands, or was taken away since, is left alone */
export async function writeRelationship({ db, actor, now }: Asking, r: TakeRelated): Promise<boolean> {
  return (await db.run(sql`insert into people.relationship (id, person_id, other_id, kind, parental_responsibility, note, valid_from, valid_to, recorded_at, recorded_by)
    select ${r.id}, ${r.personId}, ${r.otherId}, ${r.kind}, ${r.parentalResponsibility}, ${r.note}, ${r.from}::date, ${r.to}::date, ${now}::timestamptz, ${actor.id}::uuid
    where not exists (select 1 from people.relationship o where o.id = ${r.id} or (o.person_id = ${r.personId} and o.other_id = ${r.otherId} and o.kind = ${r.kind} and o.superseded_at is null))`)) > 0
}
