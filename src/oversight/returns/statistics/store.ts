import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { ReturnKind } from '../model.ts'
import type { Neighbour, PublishedRow } from './published.ts'

/** The return that tells of a year: the one that was sent, else the newest that was made, else that of last night. */
export const tellingReturn = async (db: Db, kind: ReturnKind, year: number): Promise<string | undefined> => (await db.maybe<{ id: string }>(sql`
  select id from returns.made where kind = ${kind} and year = ${year} and state = 'made' and as_at is null order by (sent_at is not null) desc, standing, asked_at desc limit 1`))?.id
export const yearsTold = async (db: Db): Promise<readonly number[]> => (await db.rows<{ year: number }>(sql`select distinct year from returns.made where state = 'made' order by year desc`)).map(({ year }) => year)

/** What was published of some areas, for the newest year up to this one. */
export const publishedFor = (db: Db, year: number, areas: readonly string[]): Promise<readonly PublishedRow[]> => db.rows<PublishedRow>(sql`
  select p.measure, p.year, p.area, p.name, p.value::float8 as value from returns.published p
  join (select measure, max(year) as year from returns.published where year <= ${year} group by measure) newest on newest.measure = p.measure and newest.year = p.year
  where p.area = any (${areas}::text[])`)
export const neighboursOf = (db: Db, area: string): Promise<readonly Neighbour[]> => db.rows<Neighbour>(sql`select area, neighbour, place from returns.neighbour where area = ${area} order by place`)

/** Takes what was published, in place of what stood there of the same measure, year and area. As the owner. */
export async function takePublished(db: Db, rows: readonly PublishedRow[]): Promise<void> {
  await db.run(sql`insert into returns.published (measure, year, area, name, value) select measure, year, area, name, value from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(measure text, year int, area text, name text, value numeric)
    on conflict (measure, year, area) do update set name = excluded.name, value = excluded.value`)
}
export async function takeNeighbours(db: Db, rows: readonly Neighbour[]): Promise<void> {
  await db.run(sql`insert into returns.neighbour (area, neighbour, place) select area, neighbour, place from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(area text, neighbour text, place int)
    on conflict (area, neighbour) do update set place = excluded.place`)
}
