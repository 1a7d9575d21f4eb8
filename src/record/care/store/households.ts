import type { PlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { Household, HouseholdMember, HouseholdStep, NewHousehold, SayMember, TakeStep } from '../model.ts'
import type { Recording } from './care.ts'

const columns = sql`id, name, kind, agency, urn, area`
export const households = (db: Db): Promise<Household[]> => db.rows<Household>(sql`select ${columns} from care.household order by name, id`)
export const householdsNamed = (db: Db, ids: readonly string[]): Promise<Household[]> => db.rows<Household>(sql`select ${columns} from care.household where id = any (${ids}::uuid[]) order by name, id`)
export const householdById = (db: Db, id: string): Promise<Household | undefined> => db.maybe<Household>(sql`select ${columns} from care.household where id = ${id}`)
const steps = sql`
  select s.id, s.household_id as "householdId", s.step, s.on_day as "on", s.words, s.places, s.age_from as "ageFrom", s.age_to as "ageTo", s.sexes, s.placement_kinds as kinds, s.recorded_at as "recordedAt", a.name as by, s.recorded_by as "byId", s.worker_id as "workerId", w.name as worker
  from care.household_step s left join access.actor a on a.id = s.recorded_by left join access.actor w on w.id = s.worker_id where s.superseded_at is null`
/** Of all households, or of one; newest first. */
export const stepsOf = (db: Db, id?: string): Promise<HouseholdStep[]> => db.rows<HouseholdStep>(sql`${steps} and (${id ?? null}::uuid is null or s.household_id = ${id ?? null}) order by s.on_day desc, s.recorded_at desc`)
export const stepsOfAll = (db: Db, ids: readonly string[]): Promise<HouseholdStep[]> => db.rows<HouseholdStep>(sql`${steps} and s.household_id = any (${ids}::uuid[]) order by s.on_day desc, s.recorded_at desc`)
/** Which households were ever given to these workers, or taken on by them. */
export const everWith = async (db: Db, workers: readonly string[]): Promise<string[]> =>
  (await db.rows<{ id: string }>(sql`select distinct household_id as id from care.household_step where superseded_at is null and (worker_id = any (${workers}::uuid[]) or (step = 'enquiry' and recorded_by = any (${workers}::uuid[])))`)).map((row) => row.id)
/** Who works in these teams, each in one of them. */
export const membersOfTeams = (db: Db, teams: readonly string[]): Promise<{ id: string; name: string; team: string }[]> => db.rows(sql`
  select distinct on (a.id) a.id, a.name, m.team_id as team from access.membership m join access.actor a on a.id = m.actor_id and a.active
  where m.team_id = any (${teams}::uuid[]) and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()) order by a.id, m.role <> 'worker', m.team_id`)

/** Who may have a carer household: workers of the teams for children and for carers. */
export const workers = (db: Db): Promise<{ id: string; name: string; team: string }[]> => db.rows(sql`
  select distinct on (t.name, a.name, a.id) a.id, a.name, t.name as team from access.membership m join access.team t on t.id = m.team_id and t.active and t.kind = 'team' and t.domain in ('children', 'adoption', 'shared') join access.actor a on a.id = m.actor_id and a.active
  where m.role in ('worker', 'manager', 'adoption') and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()) order by t.name, a.name, a.id limit 300`)

/** How many children live with each, also those whose record is not open to the reader. */
export const placedWith = (db: Db): Promise<{ householdId: string; children: number }[]> => db.rows(sql`select household_id as "householdId", children from care.placed_with()`)

/** Children whose carers, approved for a time, are foster carers since: of one household, or of all. For a job: nobody's sight is asked. */
export const approvedForGood = (db: Db, household: string | undefined, most: number): Promise<{ personId: string; factId: string; approvedOn: PlainDate; actorId: string | null }[]> => db.rows(sql`
  select person_id as "personId", fact_id as "factId", approved_on as "approvedOn", actor_id as "actorId" from care.approved_for_good(${household ?? null}::uuid, ${most}::int)`)

/** Children who live with carers whom nobody approves any more: of one household, or of all; and whoever lives in the one that is named. For a job: nobody's sight is asked. */
export const homesInQuestion = (db: Db, household: string | undefined, today: PlainDate, most: number): Promise<{ personId: string; actorId: string | null }[]> => db.rows(sql`
  select person_id as "personId", actor_id as "actorId" from care.homes_in_question(${household ?? null}::uuid, ${today}::date, ${most}::int)`)

export async function insertHousehold({ db, by, at }: Recording, h: NewHousehold): Promise<void> {
  await db.run(sql`insert into care.household (id, name, kind, agency, urn, area, recorded_at, recorded_by) values (${h.id}, ${h.name}, ${h.kind}, ${h.agency || null}, ${h.urn || null}, ${h.area || null}, ${at}, ${by})`)
}
export async function insertStep({ db, by, at }: Recording, s: Omit<TakeStep, 'on'> & Readonly<{ on: PlainDate }>): Promise<void> {
  await db.run(sql`insert into care.household_step (id, household_id, step, on_day, words, places, age_from, age_to, sexes, worker_id, recorded_at, recorded_by)
    values (${newId(Date.parse(at))}, ${s.householdId}, ${s.step}, ${s.on}, ${s.words?.trim() || null}, ${s.places ?? null}, ${s.ageFrom ?? null}, ${s.ageTo ?? null}, ${s.sexes ?? null}, ${s.workerId ?? null}, ${at}, ${by})`)
}

/** Who lives in a household now, in the order in which they were named. */
export const membersOf = (db: Db, householdId: string): Promise<HouseholdMember[]> => db.rows<HouseholdMember>(sql`
  select member_id as "memberId", name, gender, ethnicity, disabled from care.household_member where household_id = ${householdId} and superseded_at is null order by member_id`)
export async function sayMember({ db, by, at }: Recording, m: Omit<SayMember, 'gender' | 'ethnicity' | 'disabled'> & Readonly<{ gender: string | null; ethnicity: string | null; disabled: string | null }>): Promise<void> {
  await db.run(sql`update care.household_member set superseded_at = ${at} where member_id = ${m.memberId ?? m.id} and household_id = ${m.householdId} and superseded_at is null`)
  if (m.gone) return
  await db.run(sql`insert into care.household_member (id, member_id, household_id, name, gender, ethnicity, disabled, recorded_at, recorded_by)
    values (${newId(Date.parse(at))}, ${m.memberId ?? m.id}, ${m.householdId}, ${m.name.trim()}, ${m.gender}, ${m.ethnicity}, ${m.disabled}, ${at}, ${by})`)
}
