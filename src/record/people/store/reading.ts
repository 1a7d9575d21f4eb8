import type { Instant } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import { known } from './known.ts'
import type { Address, Card, Fact, Identifier, Name, Relationship, Voice, Warning } from '../model.ts'

/** By survivor, every id under which their rows stand: their own and all they were merged from. */
export type Parts = ReadonlyMap<string, readonly string[]>

/** Every id under which rows of these people stand. */
export async function partsOf(db: Db, people: readonly string[]): Promise<Parts> {
  const parts = new Map(people.map((id) => [id, [id]]))
  for (const row of await db.rows<{ part_id: string; survivor_id: string }>(sql`select part_id, survivor_id from access.person_part where survivor_id = any (${people}::uuid[])`)) {
    parts.get(row.survivor_id)?.push(row.part_id)
  }
  return parts
}

/** Looks up at once whom of a family the reader sees, before it is read. */
export async function lookUpFamily(db: Db, personId: string): Promise<void> {
  await db.run(sql`select people.look_up_family(${personId}::uuid)`)
}

const cardColumns = sql`person_id as id, name, given, family, born_on as "bornOn", born_about as "bornAbout", due_on as "dueOn", died_on as "diedOn", sex, unborn, ended_on as "endedOn", hue`

/** The cards of those whom the reader may find; the others are left out without a trace. */
export const cards = (db: Db, people: readonly string[]): Promise<Card[]> =>
  people.length === 0 ? Promise.resolve([]) : db.rows<Card>(sql`select ${cardColumns} from people.card where person_id = any (${people}::uuid[])`)

export const names = (db: Db, people: readonly string[], before?: Instant): Promise<Name[]> =>
  db.rows<Name>(sql`select id, person_id as "personId", kind, given, family, valid_from as "from", valid_to as "to" from people.name
    where person_id = any (${people}::uuid[]) and ${known(before)} order by recorded_at, id`)

/** Where something hidden stands: that it is there, and no more. It is read by `kept` alone, when somebody asks for it. Rows hidden from the reader do not come at all. */
/** What stands in the place of a hidden fact. */
const keptWords = 'Kept hidden'
const isKept = sql`hidden and people.kept_now(id)`

export const addresses = (db: Db, people: readonly string[], before?: Instant): Promise<Address[]> =>
  db.rows<Address>(sql`select id, person_id as "personId", kind, household_id as "householdId", case when ${isKept} then '{}' else lines end as lines, case when ${isKept} then null else postcode end as postcode, ${isKept} as hidden,
    valid_from as "from", valid_to as "to" from people.address
    where person_id = any (${people}::uuid[]) and ${known(before)} order by valid_from desc nulls last, recorded_at desc, id`)

export const facts = (db: Db, people: readonly string[], before?: Instant): Promise<Fact[]> =>
  db.rows<Fact>(sql`select id, person_id as "personId", kind, case when ${isKept} then ${keptWords} else value end as value, about, valid_from as "from", valid_to as "to", recorded_at as "recordedAt" from people.fact
    where person_id = any (${people}::uuid[]) and ${known(before)} order by valid_from desc nulls last, recorded_at desc, id`)

export const identifiers = (db: Db, people: readonly string[], before?: Instant): Promise<Identifier[]> =>
  db.rows<Identifier>(sql`select id, person_id as "personId", kind, value from people.identifier where person_id = any (${people}::uuid[]) and ${known(before)} order by recorded_at, id`)

export const warnings = (db: Db, people: readonly string[], today: string, before?: Instant): Promise<Warning[]> =>
  db.rows<Warning>(sql`select w.id, w.person_id as "personId", w.kind, w.words, w.review_on as "reviewOn", w.valid_from as "from", w.valid_to as "to", coalesce((select f.name from people.warning b join access.actor f on f.id = b.recorded_by where b.id = w.first_id), a.name) as by, case when w.first_id is not null then a.name end as "lookedBy", case when w.first_id is not null then (w.recorded_at at time zone 'Europe/London')::date end as "lookedOn"
    from people.warning w left join access.actor a on a.id = w.recorded_by
    where w.person_id = any (${people}::uuid[]) and ${known(before)} and (w.valid_to is null or w.valid_to > ${today}::date) order by w.valid_from desc, w.recorded_at desc, w.id`)

export const voices = (db: Db, people: readonly string[], before?: Instant, most = 20): Promise<Voice[]> =>
  db.rows<Voice>(sql`select id, person_id as "personId", words, said_on as "saidOn", said_to as "saidTo", how, place from people.voice
    where person_id = any (${people}::uuid[]) and ${known(before)} order by said_on desc, recorded_at desc, id limit ${most}`)

export const relationships = (db: Db, people: readonly string[], before?: Instant): Promise<Relationship[]> =>
  db.rows<Relationship>(sql`select id, person_id as "personId", other_id as "otherId", kind, parental_responsibility as "parentalResponsibility", note, valid_from as "from", valid_to as "to"
    from people.relationship where ${known(before)} and (person_id = any (${people}::uuid[]) or other_id = any (${people}::uuid[])) order by recorded_at, id`)

/** The family around somebody: kin in three steps, and who lives with them now. Survivors, with the parts they were merged from. At most 80. */
export async function familyOf(db: Db, personId: string): Promise<Parts> {
  const rows = await db.rows<{ id: string; parts: string[] }>(sql`
    with recursive kin (id, step) as (
      select coalesce((select part.survivor_id from access.person_part part where part.part_id = ${personId}::uuid), ${personId}::uuid), 0
      union
      select coalesce((select part.survivor_id from access.person_part part where part.part_id = x.other), x.other), kin.step + 1
      from kin
      join lateral (
        select r.other_id as other, r.kind from people.relationship r where r.person_id = kin.id and r.superseded_at is null
        union all
        select r.person_id, r.kind from people.relationship r where r.other_id = kin.id and r.superseded_at is null
        union all
        select b.person_id, 'household' from people.address a join people.address b on b.household_id = a.household_id and b.superseded_at is null and b.valid_to is null
          where a.person_id = kin.id and a.superseded_at is null and a.valid_to is null and a.household_id is not null
      ) x on x.kind not in ('friend', 'other', 'cousin') or kin.step = 0
      where kin.step < 3
    )
    select id, array(select part.part_id from access.person_part part where part.survivor_id = kin.id) as parts from kin group by id order by min(step) limit 80`)
  return new Map(rows.map((row) => [row.id, [row.id, ...row.parts]]))
}

export type Working = Readonly<{ team: string | null; worker: string | null; phone: string | null; role: string; domain: string; from: string; to: string | null }>

/** Who works, or worked within the year, with somebody: as far as the name card goes. */
export const whoWorksWith = (db: Db, personId: string): Promise<Working[]> =>
  db.rows<Working>(sql`select team, worker, phone, role, domain, from_on as "from", to_on as "to" from access.who_works_with(${personId})`)

/** The worker of each of these people now, in one read for those who see them fully. */
export const holders = (db: Db, people: readonly string[]): Promise<{ personId: string; workerId: string | null; teamId: string | null }[]> =>
  db.rows(sql`select distinct on (person_id) person_id as "personId", worker_id as "workerId", team_id as "teamId" from access.involvement
    where person_id = any (${people}::uuid[]) and superseded_at is null and to_on is null and role = 'allocated' and domain = 'children' order by person_id, worker_id is null, from_on desc`)

export const keyWorkers = (db: Db, people: readonly string[]): Promise<{ personId: string; worker: string; team: string | null; since: string }[]> =>
  db.rows(sql`select distinct on (i.person_id) i.person_id as "personId", a.name as worker, t.name as team, i.from_on as since
    from access.involvement i join access.actor a on a.id = i.worker_id left join access.team t on t.id = i.team_id
    where i.person_id = any (${people}::uuid[]) and i.superseded_at is null and i.to_on is null and i.role = 'allocated' order by i.person_id, i.from_on desc`)
