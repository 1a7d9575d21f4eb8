import { newId } from '../../../kernel/ids.ts'
import type { Instant, PlainDate } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { FactKind, NewAddress, NewPerson, NewRelationship } from '../model.ts'

/** Who records, and when: stands on every row. */
export type Recording = Readonly<{ db: Db; by: string; at: Instant }>

export async function insertSubject({ db, by }: Recording, id: string): Promise<void> {
  await db.run(sql`insert into access.subject (id, created_by, created_at) values (${id}, ${by}, now())`)
}

export async function insertPerson({ db, by, at }: Recording, id: string, kind: 'person' | 'unborn', source?: string): Promise<void> {
  await db.run(sql`insert into people.person (id, kind, source, recorded_at, recorded_by) values (${id}, ${kind}, ${source ?? null}, ${at}, ${by})`)
}

export async function insertName({ db, by, at }: Recording, n: Readonly<{ personId: string; kind: string; given: string; family: string; from?: string | undefined }>): Promise<void> {
  await db.run(sql`insert into people.name (id, person_id, kind, given, family, valid_from, recorded_at, recorded_by)
    values (${newId()}, ${n.personId}, ${n.kind}, ${n.given}, ${n.family}, ${n.from ?? null}, ${at}, ${by})`)
}

/** A new address; the one before it ends on the day the new one begins. */
export async function insertAddress({ db, by, at }: Recording, personId: string, a: NewAddress): Promise<void> {
  await db.run(sql`insert into people.address (id, person_id, kind, household_id, lines, postcode, hidden, valid_from, recorded_at, recorded_by)
    values (${newId()}, ${personId}, ${a.kind ?? 'home'}, ${a.householdId ?? null}, ${a.lines}::text[], ${a.postcode ?? null}, ${a.hidden ?? false}, ${a.from ?? null}, ${at}, ${by})`)
}

/** An address that an import tells under an id of its own: told again, or taken away since, it is not written twice. @returns whether it is new */
export async function insertAddressOnce({ db, by, at }: Recording, personId: string, a: Readonly<{ id: string; kind: string; lines: readonly string[]; postcode: string | null; hidden: boolean; from: string | null; to: string | null }>): Promise<boolean> {
  return (await db.run(sql`insert into people.address (id, person_id, kind, lines, postcode, hidden, valid_from, valid_to, recorded_at, recorded_by)
    select ${a.id}, ${personId}, ${a.kind}, ${a.lines}::text[], ${a.postcode}, ${a.hidden}, ${a.from}::date, ${a.to}::date, ${at}::timestamptz, ${by}::uuid where not exists (select 1 from people.address o where o.id = ${a.id})`)) > 0
}

/** Ends the present rows of a kind of address: the rows as they were known stay, ended copies take their place. */
export async function endAddresses({ db, by, at }: Recording, personId: string, kind: string, on: string): Promise<void> {
  await db.run(sql`select people.end_kept(${personId}, ${kind}, ${on}::date, ${at}::timestamptz)`)
  await db.run(sql`with ended as (
      update people.address set superseded_at = ${at} where person_id = ${personId} and kind = ${kind} and superseded_at is null and (valid_to is null or valid_to > ${on}::date) returning *)
    insert into people.address (id, person_id, domain, kind, household_id, lines, postcode, uprn, hidden, valid_from, valid_to, recorded_at, recorded_by)
    select gen_random_uuid(), person_id, domain, kind, household_id, lines, postcode, uprn, hidden, valid_from, greatest(${on}::date, valid_from), ${at}, ${by} from ended`)
}

export async function insertFact({ db, by, at }: Recording, f: Readonly<{ personId: string; kind: FactKind; value: string; about?: string | undefined; from?: string | undefined }>): Promise<void> {
  await db.run(sql`insert into people.fact (id, person_id, kind, value, about, valid_from, recorded_at, recorded_by)
    values (${newId()}, ${f.personId}, ${f.kind}, ${f.value}, ${f.about ?? null}, ${f.from ?? null}, ${at}, ${by})`)
}

/** What we held for true is no longer: kept, and no longer shown as the present. */
export async function supersedeFacts({ db, at }: Recording, personId: string, kind: FactKind): Promise<void> {
  await db.run(sql`update people.fact set superseded_at = ${at} where person_id = ${personId} and kind = ${kind} and superseded_at is null`)
}

export async function insertIdentifier({ db, by, at }: Recording, personId: string, kind: string, value: string): Promise<void> {
  await db.run(sql`insert into people.identifier (id, person_id, kind, value, recorded_at, recorded_by) values (${newId()}, ${personId}, ${kind}, ${value}, ${at}, ${by})`)
}

export async function insertRelationship({ db, by, at }: Recording, r: NewRelationship): Promise<void> {
  await db.run(sql`insert into people.relationship (id, person_id, other_id, kind, parental_responsibility, note, valid_from, valid_to, recorded_at, recorded_by)
    values (${newId()}, ${r.personId}, ${r.otherId}, ${r.kind}, ${r.parentalResponsibility ?? null}, ${r.note ?? null}, ${r.from ?? null}, ${r.to ?? null}, ${at}, ${by})`)
}

/** The whole of a new person's first facts. */
export async function insertFirstFacts(recording: Recording, p: NewPerson): Promise<void> {
  const day = recording.at.slice(0, 10)
  if (p.given || p.family) await insertName(recording, { personId: p.id, kind: 'legal', given: p.given ?? '', family: p.family ?? '' })
  if (p.knownAs) await insertName(recording, { personId: p.id, kind: 'knownAs', given: p.knownAs, family: p.family ?? '' })
  if (p.bornOn) await insertFact(recording, { personId: p.id, kind: 'bornOn', value: p.bornOn, about: p.bornAbout ?? 'day' })
  if (p.dueOn) await insertFact(recording, { personId: p.id, kind: 'dueOn', value: p.dueOn })
  if (p.sex) await insertFact(recording, { personId: p.id, kind: 'sex', value: p.sex })
  if (p.address) await insertAddress(recording, p.id, { from: day, ...p.address })
  for (const f of p.facts ?? []) await insertFact(recording, { personId: p.id, kind: f.kind, value: f.value, from: f.from ?? day })
  for (const i of p.identifiers ?? []) await insertIdentifier(recording, p.id, i.kind, i.value)
}

/** A name no longer used in its kind becomes a former name, so that it is still found. */
export async function retireNames({ db, by, at }: Recording, personId: string, kind: string, on: string): Promise<void> {
  await db.run(sql`with retired as (update people.name set superseded_at = ${at} where person_id = ${personId} and kind = ${kind} and superseded_at is null returning *)
    insert into people.name (id, person_id, domain, kind, given, family, valid_from, valid_to, recorded_at, recorded_by)
    select gen_random_uuid(), person_id, domain, 'former', given, family, valid_from, greatest(${on}::date, valid_from), ${at}, ${by} from retired`)
}

export async function insertWarning({ db, by, at }: Recording, w: Readonly<{ personId: string; kind: string; words: string; reviewOn: string; from: string }>): Promise<void> {
  await db.run(sql`insert into people.warning (id, person_id, kind, words, review_on, valid_from, recorded_at, recorded_by)
    values (${newId()}, ${w.personId}, ${w.kind}, ${w.words}, ${w.reviewOn}, ${w.from}, ${at}, ${by})`)
}

export async function insertVoice({ db, by, at }: Recording, v: Readonly<{ id: string; personId: string; words: string; saidOn: string; saidTo: string; how: string; place?: string | undefined; domain?: string }>): Promise<void> {
  await db.run(sql`insert into people.voice (id, person_id, domain, words, said_on, said_to, how, place, recorded_at, recorded_by)
    values (${v.id}, ${v.personId}, ${v.domain ?? 'children'}, ${v.words}, ${v.saidOn}, ${v.saidTo}, ${v.how}, ${v.place ?? null}, ${at}, ${by})`)
}

export async function giveHues(db: Db, children: readonly string[]): Promise<void> {
  if (children.length > 0) await db.run(sql`select people.give_hues(${children}::uuid[])`)
}

/** The present home of somebody, by the newest row. */
export const presentHome = (db: Db, personId: string): Promise<{ id: string; household_id: string | null; lines: string[]; postcode: string | null; hidden: boolean } | undefined> =>
  db.maybe(sql`select id, household_id, lines, postcode, hidden from people.address where person_id = ${personId} and kind in ('home', 'mainly') and superseded_at is null and valid_to is null
    order by valid_from desc nulls last, recorded_at desc limit 1`)

/** Where somebody lived on the day, or last before it. */
export const lastHome = (db: Db, ids: readonly string[], on: string): Promise<{ householdId: string | null; lines: string[]; postcode: string | null; hidden: boolean; from: PlainDate | null; to: PlainDate | null } | undefined> =>
  db.maybe(sql`select household_id as "householdId", lines, postcode, hidden, valid_from as "from", valid_to as "to" from people.address where person_id = any (${ids}::uuid[]) and kind in ('home', 'mainly') and superseded_at is null
    and (valid_from is null or valid_from <= ${on}::date) order by valid_to desc nulls first, valid_from desc nulls last, recorded_at desc limit 1`)

/** The same address, now said to be a household's: the row as it was known before stays. */
export async function giveHousehold({ db, by, at }: Recording, addressId: string, householdId: string): Promise<void> {
  await db.run(sql`with before as (update people.address set superseded_at = ${at} where id = ${addressId} and superseded_at is null returning *)
    insert into people.address (id, person_id, domain, kind, household_id, lines, postcode, uprn, hidden, valid_from, valid_to, recorded_at, recorded_by)
    select gen_random_uuid(), person_id, domain, kind, ${householdId}, lines, postcode, uprn, hidden, valid_from, valid_to, ${at}, ${by} from before`)
}

/** From the day on which a placement ended, where it was is home: copied unread, for it may be hidden from whoever writes. */
export async function homeWherePlaced({ db, by, at }: Recording, ids: readonly string[], on: string): Promise<void> {
  await db.run(sql`insert into people.address (id, person_id, domain, kind, household_id, lines, postcode, uprn, hidden, valid_from, recorded_at, recorded_by)
    select gen_random_uuid(), person_id, domain, 'home', household_id, lines, postcode, uprn, hidden, ${on}, ${at}, ${by} from people.address
    where person_id = any (${ids}::uuid[]) and kind = 'placement' and superseded_at is null and valid_to = ${on}::date order by recorded_at desc limit 1`)
}

/** Gives somebody the present home of another: they live together. */
export async function copyHome({ db, by, at }: Recording, from: string, to: string): Promise<void> {
  await db.run(sql`insert into people.address (id, person_id, domain, kind, household_id, lines, postcode, uprn, hidden, valid_from, recorded_at, recorded_by)
    select gen_random_uuid(), ${to}, domain, kind, household_id, lines, postcode, uprn, hidden, ${at.slice(0, 10)}, ${at}, ${by} from people.address
    where person_id = ${from} and superseded_at is null and valid_to is null and kind in ('home', 'mainly') order by valid_from desc nulls last limit 1`)
}
