import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { ReturnKind } from '../model.ts'
import type { Neighbour, PublishedRow, RegionRow } from './published.ts'

/** The return that tells of a year: the one that was sent, else the newest that was made, else that of last night. */
export const tellingReturn = async (db: Db, kind: ReturnKind, year: number): Promise<string | undefined> => (await db.maybe<{ id: string }>(sql`
  select id from returns.made where kind = ${kind} and year = ${year} and state = 'made' and as_at is null order by (sent_at is not null) desc, standing, asked_at desc limit 1`))?.id
export const yearsTold = async (db: Db): Promise<readonly number[]> => (await db.rows<{ year: number }>(sql`select distinct year from returns.made where state = 'made' order by year desc`)).map(({ year }) => year)


type Told = Readonly<{ kind: 'cin' | 'ssda903'; year: number }>
/** Returns that tell of a year and are not counted yet, the earlier first. From the background. */
export const uncounted = (jobs: Db): Promise<(Told & Readonly<{ id: string; before: string | null }>)[]> => jobs.rows(sql`select * from returns.uncounted()`)
export const keepCounted = (jobs: Db, id: string, told: readonly Readonly<{ personId: string; counted: readonly string[] }>[]): Promise<number> => jobs.run(sql`select returns.keep_counted(${id}, ${JSON.stringify(told)}::jsonb)`)
/** The numbers of a return: how often, of how many. */
export type Measured = Readonly<Record<string, Readonly<{ times: number; of?: number }>>>
export const keepMeasured = (jobs: Db, id: string, told: Measured): Promise<number> => jobs.run(sql`select returns.measure(${id}, ${JSON.stringify(told)}::jsonb)`)
/** The numbers of earlier years, of the returns that tell of them, as far as they are counted. For the return's own role. */
export const measuredFrom = (db: Db, from: number, until: number): Promise<{ year: number; measured: Measured }[]> => db.rows(sql`
  select distinct on (kind, year) year, measured from returns.made where kind in ('cin', 'ssda903') and state = 'made' and as_at is null and year between ${from} and ${until} and measured is not null
  order by kind, year, (sent_at is not null) desc, standing, asked_at desc`)
/** Years whose numbers a manager may read, the newest first. */
export const countedYears = (db: Db): Promise<(Told & Readonly<{ madeAt: string; sent: boolean }>)[]> => db.rows(sql`select kind, year, made_at as "madeAt", sent from returns.years_told()`)
/** Everybody whom the numbers of a year count, but whoever is sealed from the reader: by id who is seen, by a mark who is not. */
export const countedPeople = (db: Db, kind: string, year: number): Promise<{ who: string | null; mark: string; counted: string[] }[]> => db.rows(sql`select who, mark, counted from returns.counted_in(${kind}, ${year})`)

/** What was published of some areas, for the newest year up to this one. */
export const publishedFor = (db: Db, year: number, areas: readonly string[]): Promise<readonly PublishedRow[]> => db.rows<PublishedRow>(sql`
  select p.measure, p.year, p.area, p.name, p.value::float8 as value from returns.published p
  join (select measure, max(year) as year from returns.published where year <= ${year} group by measure) newest on newest.measure = p.measure and newest.year = p.year
  where p.area = any (${areas}::text[])`)
export const neighboursOf = (db: Db, area: string): Promise<readonly Neighbour[]> => db.rows<Neighbour>(sql`select area, neighbour, place from returns.neighbour where area = ${area} order by place`)
/** The region that an authority lies in. */
export const regionOf = (db: Db, area: string): Promise<{ region: string; name: string } | undefined> => db.maybe(sql`select region, name from returns.region where area = ${area}`)

/** Takes what was published, in place of what stood there of the same measure, year and area. As the owner. */
export async function takePublished(db: Db, rows: readonly PublishedRow[]): Promise<void> {
  await db.run(sql`insert into returns.published (measure, year, area, name, value) select measure, year, area, name, value from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(measure text, year int, area text, name text, value numeric)
    on conflict (measure, year, area) do update set name = excluded.name, value = excluded.value`)
}
export async function takeRegions(db: Db, rows: readonly RegionRow[]): Promise<void> {
  await db.run(sql`insert into returns.region (area, region, name, code) select area, region, name, code from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(area text, region text, name text, code text)
    on conflict (area) do update set region = excluded.region, name = excluded.name, code = coalesce(excluded.code, returns.region.code)`)
}
export async function takeNeighbours(db: Db, rows: readonly Neighbour[]): Promise<void> {
  await db.run(sql`insert into returns.neighbour (area, neighbour, place) select area, neighbour, place from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(area text, neighbour text, place int)
    on conflict (area, neighbour) do update set place = excluded.place`)
}
