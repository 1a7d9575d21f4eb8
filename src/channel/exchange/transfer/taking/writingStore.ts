import { newId } from '../../../../kernel/ids.ts'
import type { Instant } from '../../../../kernel/dates.ts'
import type { Asking } from '../../../../record/access/model.ts'
import { sql } from '../../../../platform/db/sql.ts'
import type { BundlePerson, BundleRelationship, Piece } from '../model.ts'

const json = (rows: readonly unknown[]): string => JSON.stringify(rows)
const ids = (at: Instant) => () => newId(Date.parse(at))

/** Names, numbers, facts, homes and warnings of somebody new here, as the other council held them. Its own number for a child is no number of ours. */
export async function writePerson({ db, actor, now }: Asking, personId: string, person: BundlePerson, from: Readonly<{ code: string; households: ReadonlyMap<string, string> }>): Promise<void> {
  const id = ids(now)
  const names = person.names.map((one) => ({ id: id(), ...one }))
  const facts = person.facts.filter((one) => one.value !== '').map((one) => ({ id: id(), ...one }))
  const numbers = person.identifiers.map(({ kind, value }) => ({ id: id(), kind: kind === 'localChildId' ? 'other' : kind, value: kind === 'localChildId' ? `${from.code}/${value}`.slice(0, 60) : value }))
  const addresses = person.addresses.filter((one) => one.lines.length > 0).map((one) => ({ id: id(), ...one, household: from.households.get(homeOf(one)) ?? null }))
  const warnings = person.warnings.map((one) => ({ id: id(), ...one }))
  await db.run(sql`insert into people.name (id, person_id, kind, given, family, valid_from, valid_to, recorded_at, recorded_by)
    select id, ${personId}, kind, given, family, "from", "to", ${now}, ${actor.id} from jsonb_to_recordset(${json(names)}::jsonb) as x (id uuid, kind text, given text, family text, "from" date, "to" date)`)
  await db.run(sql`insert into people.fact (id, person_id, kind, value, about, valid_from, valid_to, recorded_at, recorded_by)
    select id, ${personId}, kind, value, about, "from", "to", ${now}, ${actor.id} from jsonb_to_recordset(${json(facts)}::jsonb) as x (id uuid, kind text, value text, about text, "from" date, "to" date)`)
  await db.run(sql`insert into people.identifier (id, person_id, kind, value, recorded_at, recorded_by) select id, ${personId}, kind, value, ${now}, ${actor.id} from jsonb_to_recordset(${json(numbers)}::jsonb) as x (id uuid, kind text, value text)`)
  await db.run(sql`insert into people.address (id, person_id, kind, household_id, lines, postcode, valid_from, valid_to, recorded_at, recorded_by)
    select id, ${personId}, kind, household, array(select jsonb_array_elements_text(lines)), postcode, "from", "to", ${now}, ${actor.id} from jsonb_to_recordset(${json(addresses)}::jsonb) as x (id uuid, kind text, household uuid, lines jsonb, postcode text, "from" date, "to" date)`)
  await db.run(sql`insert into people.warning (id, person_id, kind, words, review_on, valid_from, recorded_at, recorded_by)
    select id, ${personId}, kind, words, "reviewOn", "from", ${now}, ${actor.id} from jsonb_to_recordset(${json(warnings)}::jsonb) as x (id uuid, kind text, words text, "reviewOn" date, "from" date)`)
}
/** Those who live at one place live together. */
export const homeOf = ({ lines, postcode }: BundlePerson['addresses'][number]): string => [...lines, postcode ?? ''].join('\n').toLowerCase().replace(/[^a-z0-9\n]/g, '')

/** Numbers that a person known here has not yet. What we hold of them stays as it is. @returns the kinds that were added */
export async function addNumbers({ db, actor, now }: Asking, personIds: readonly string[], person: BundlePerson): Promise<ReadonlySet<string>> {
  const [own] = personIds
  const numbers = person.identifiers.filter((one) => one.kind !== 'localChildId').map((one) => ({ id: newId(Date.parse(now)), ...one }))
  if (!own || numbers.length === 0) return new Set()
  const added = await db.rows<{ kind: string }>(sql`insert into people.identifier (id, person_id, kind, value, recorded_at, recorded_by) select id, ${own}, kind, value, ${now}, ${actor.id} from jsonb_to_recordset(${json(numbers)}::jsonb) as x (id uuid, kind text, value text)
    where not exists (select 1 from people.identifier i where i.person_id = any (${personIds}::uuid[]) and i.kind = x.kind and i.superseded_at is null) returning kind`)
  return new Set(added.map((one) => one.kind))
}

/** Of these, the places of those which the record does not say already. */
export async function newRelationships({ db }: Asking, rows: readonly BundleRelationship[]): Promise<readonly number[]> {
  const found = await db.rows<{ at: number }>(sql`select x.at from jsonb_to_recordset(${json(rows.map((one, at) => ({ at, ...one })))}::jsonb) as x (at int, "personId" uuid, "otherId" uuid, kind text)
    where not exists (select 1 from people.relationship r where r.person_id = x."personId" and r.other_id = x."otherId" and r.kind = x.kind and r.superseded_at is null)`)
  return found.map(({ at }) => at)
}

export type NewCome = Readonly<{ id: string; fromCode: string; fromName: string; madeAt: string; notifiedOn: string; teamId: string; people: readonly Readonly<{ personId: string; sourceId: string; part: string; made: boolean }>[] }>
export async function writeCome({ db, actor, now }: Asking, c: NewCome): Promise<void> {
  await db.run(sql`insert into transfers.come (id, from_code, from_name, made_at, notified_on, team_id, taken_at, taken_by) values (${c.id}, ${c.fromCode}, ${c.fromName}, ${c.madeAt}, ${c.notifiedOn}, ${c.teamId}, ${now}, ${actor.id})`)
  await db.run(sql`insert into transfers.come_person (come_id, person_id, domain, source_id, part, made) select ${c.id}, "personId", 'children', "sourceId", part, made from jsonb_to_recordset(${json(c.people)}::jsonb) as x ("personId" uuid, "sourceId" uuid, part text, made boolean)`)
}
/** Each thing that came. @returns their ids, in order */
export async function writePieces({ db, now }: Asking, comeId: string, pieces: readonly Piece[]): Promise<string[]> {
  const rows = pieces.map((one, place) => ({ id: newId(Date.parse(now)), about: one.about, kind: one.kind, on: one.on, title: one.title, blocks: one.blocks, value: one.value ?? null, place }))
  await db.run(sql`insert into transfers.piece (id, come_id, about, kind, on_day, title, blocks, value, place)
    select id, ${comeId}, array(select jsonb_array_elements_text(about)::uuid), kind, "on", title, blocks, value, place
    from jsonb_to_recordset(${json(rows)}::jsonb) as x (id uuid, about jsonb, kind text, "on" date, title text, blocks jsonb, value jsonb, place int) order by place`)
  return rows.map((one) => one.id)
}
export const setItem = ({ db }: Asking, comeId: string, itemId: string): Promise<number> => db.run(sql`update transfers.come set item_id = ${itemId} where id = ${comeId}`)
export const setAccepted = ({ db, actor, now }: Asking, comeId: string, because: string): Promise<number> => db.run(sql`update transfers.come set accepted_at = ${now}, accepted_by = ${actor.id}, accepted_because = ${because} where id = ${comeId} and accepted_at is null`)
/** The referral by which the case begins here: another council told of it. */
export async function writeReferral({ db, actor, now }: Asking, children: readonly string[], on: string): Promise<string> {
  const id = newId(Date.parse(now))
  await db.run(sql`insert into contacts.referral (id, received_on, source_code, recorded_at, recorded_by) values (${id}, ${on}, 'otherCouncil', ${now}, ${actor.id})`)
  await db.run(sql`insert into contacts.referral_person (referral_id, person_id, domain) select ${id}, p, 'children' from unnest(${children}::uuid[]) p`)
  return id
}
