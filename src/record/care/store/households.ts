import type { PlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { Household, HouseholdStep, NewHousehold, TakeStep } from '../model.ts'
import type { Recording } from './care.ts'

const columns = sql`id, name, kind, agency, urn, area`
export const households = (db: Db): Promise<Household[]> => db.rows<Household>(sql`select ${columns} from care.household order by name, id`)
export const householdById = (db: Db, id: string): Promise<Household | undefined> => db.maybe<Household>(sql`select ${columns} from care.household where id = ${id}`)
/** Of all households, or of one; newest first. */
export const stepsOf = (db: Db, id?: string): Promise<HouseholdStep[]> => db.rows<HouseholdStep>(sql`
  select s.id, s.household_id as "householdId", s.step, s.on_day as "on", s.words, s.places, s.age_from as "ageFrom", s.age_to as "ageTo", s.sexes, s.placement_kinds as kinds, s.recorded_at as "recordedAt", a.name as by
  from care.household_step s left join access.actor a on a.id = s.recorded_by where s.superseded_at is null and (${id ?? null}::uuid is null or s.household_id = ${id ?? null}) order by s.on_day desc, s.recorded_at desc`)
/** How many children live with each, also those whose record is not open to the reader. */
export const placedWith = (db: Db): Promise<{ householdId: string; children: number }[]> => db.rows(sql`select household_id as "householdId", children from care.placed_with()`)

export async function insertHousehold({ db, by, at }: Recording, h: NewHousehold): Promise<void> {
  await db.run(sql`insert into care.household (id, name, kind, agency, urn, area, recorded_at, recorded_by) values (${h.id}, ${h.name}, ${h.kind}, ${h.agency || null}, ${h.urn || null}, ${h.area || null}, ${at}, ${by})`)
}
export async function insertStep({ db, by, at }: Recording, s: Omit<TakeStep, 'on'> & Readonly<{ on: PlainDate }>): Promise<void> {
  await db.run(sql`insert into care.household_step (id, household_id, step, on_day, words, places, age_from, age_to, sexes, recorded_at, recorded_by)
    values (${newId(Date.parse(at))}, ${s.householdId}, ${s.step}, ${s.on}, ${s.words?.trim() || null}, ${s.places ?? null}, ${s.ageFrom ?? null}, ${s.ageTo ?? null}, ${s.sexes ?? null}, ${at}, ${by})`)
}
