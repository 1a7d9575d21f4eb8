import { tableNames } from '../../../content/returns/ssda903/tables.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Db } from '../../platform/db/pool.ts'
import { asJson, fromJson, type Documents } from '../../platform/documents.ts'
import { sql } from '../../platform/db/sql.ts'
import type { Asking } from '../../record/access/model.ts'
import type { Counts, Found, Made, ReturnChild, ReturnKind, RowsOfChild, StandingFinding, Step, Stretch } from './model.ts'
import type { FoundIn } from './rules/check903.ts'

const made = sql`m.id, m.kind, m.year, m.as_at::text as "asAt", m.state, m.step, m.asked_at as "askedAt", by.name as "askedBy", m.made_at as "madeAt", m.counts, m.sha256, m.sent_at as "sentAt", sender.name as "sentBy", m.sent_note as "sentNote"
  from returns.made m left join access.actor by on by.id = m.asked_by left join access.actor sender on sender.id = m.sent_by`

/** Newest first. */
export const returnsMade = (db: Db, most: number): Promise<Made[]> => db.rows<Made>(sql`select ${made} where not m.standing order by m.asked_at desc limit ${most}`)
export const madeById = (db: Db, id: string): Promise<Made | undefined> => db.maybe<Made>(sql`select ${made} where m.id = ${id}`)
/** The one before this, of the same kind, year and day; of Annex A, which has no year, of any day: sent if one was, else made. */
export const madeBefore = (db: Db, one: Made): Promise<Made | undefined> => db.maybe<Made>(sql`
  select ${made} where m.kind = ${one.kind} and (m.kind = 'annexA' or (m.year = ${one.year} and m.as_at is not distinct from ${one.asAt}::date)) and m.state = 'made' and not m.standing and m.asked_at < ${one.askedAt} order by (m.sent_at is not null) desc, m.asked_at desc limit 1`)
type OfReturn = Readonly<{ kind: ReturnKind; year: number }>
/** What the rows of a child are sealed about, where documents are kept sealed: rows that were moved to another child or year do not open. */
const placeOf = ({ kind, year }: OfReturn, number: string): string => `${kind} ${year} ${number}`
const isRows = (value: unknown): value is RowsOfChild => typeof value === 'object' && value !== null
function rowsIn(documents: Documents, of: OfReturn, number: string, kept: unknown): RowsOfChild {
  const rows = fromJson(documents, placeOf(of, number), kept)
  return isRows(rows) ? rows : {}
}
type KeptChild = Readonly<{ personId: string; number: string; rows: unknown }>
const opened = (documents: Documents, of: OfReturn, kept: readonly KeptChild[]): ReturnChild[] => kept.map(({ personId, number, rows }) => ({ personId, number, rows: rowsIn(documents, of, number, rows) }))

export const childrenOf = async ({ db, documents }: Pick<Asking, 'db' | 'documents'>, one: Made): Promise<ReturnChild[]> =>
  opened(documents, one, await db.rows<KeptChild>(sql`select person_id as "personId", number, rows from returns.child where made_id = ${one.id} order by number collate "C"`))
export const found = (db: Db, madeId: string, rule: string | undefined): Promise<Found[]> => db.rows<Found>(sql`
  select f.person_id as "personId", c.number, f.rule, f.severity, f.in_table as table, f.row_number as row, f.fields, e.reason as explained
  from returns.finding f join returns.made m on m.id = f.made_id join returns.child c on c.made_id = f.made_id and c.person_id = f.person_id
  left join returns.explained e on e.person_id = f.person_id and e.kind = m.kind and e.rule = f.rule and e.taken_back_at is null
  where f.made_id = ${madeId} and (${rule ?? null}::text is null or f.rule = ${rule ?? null}) order by f.rule, c.number collate "C", f.row_number limit 5000`)
export type ByRule = Readonly<{ rule: string; severity: 'error' | 'query'; children: number; rows: number; explained: number }>
export const foundByRule = (db: Db, madeId: string): Promise<ByRule[]> => db.rows<ByRule>(sql`
  select f.rule, min(f.severity) as severity, count(distinct f.person_id)::int as children, count(*)::int as rows, count(distinct e.person_id)::int as explained
  from returns.finding f join returns.made m on m.id = f.made_id left join returns.explained e on e.person_id = f.person_id and e.kind = m.kind and e.rule = f.rule and e.taken_back_at is null
  where f.made_id = ${madeId} group by f.rule order by min(f.severity), count(distinct f.person_id) desc, f.rule`)

export const ask = (db: Db, id: string, kind: ReturnKind, year: number, asAt: string | undefined): Promise<number> => db.run(sql`select returns.ask_as_at(${id}, ${kind}, ${year}, ${asAt ?? null}::date)`)
export const send = async (db: Db, id: string, note: string | undefined): Promise<boolean> => (await db.one<{ done: boolean }>(sql`select returns.send(${id}, ${note ?? null}) as done`)).done
export const explain = (db: Db, id: string, personId: string, kind: ReturnKind, rule: string, reason: string): Promise<number> => db.run(sql`select returns.explain(${id}, ${personId}, ${kind}, ${rule}, ${reason})`)

/** What stands in the record as of last night, of whom the reader may see. */
export const standing = (db: Db, most: number, people?: readonly string[]): Promise<StandingFinding[]> => db.rows<StandingFinding>(sql`
  select coalesce(part.survivor_id, f.person_id) as "personId", f.kind, f.rule, f.severity, f.in_table as table, f.fields, min(f.first_on)::text as since, count(*)::int as rows
  from returns.finding f left join access.person_part part on part.part_id = f.person_id
  where f.standing and f.gone_on is null and not exists (select 1 from returns.explained e where e.person_id = f.person_id and e.kind = f.kind and e.rule = f.rule and e.taken_back_at is null)
    and (${people ?? null}::uuid[] is null or coalesce(part.survivor_id, f.person_id) = any (${people ?? null}::uuid[]))
  group by 1, 2, 3, 4, 5, 6 order by 7, 3 limit ${most}`)
/** What the rules found about each child whom the reader may see, that stands or went after a day: from the first night that found it to the first that did not. */
export const stretches = (db: Db, after: string): Promise<Stretch[]> => db.rows<Stretch>(sql`
  select coalesce(part.survivor_id, f.person_id) as "personId", min(f.severity) as severity, min(f.first_on)::text as "from", f.gone_on::text as gone
  from returns.finding f left join access.person_part part on part.part_id = f.person_id
  where f.standing and (f.gone_on is null or f.gone_on > ${after}::date) and not exists (select 1 from returns.explained e where e.person_id = f.person_id and e.kind = f.kind and e.rule = f.rule and e.taken_back_at is null)
  group by 1, f.kind, f.rule, f.in_table, f.gone_on`)
export const goneKeptSince = async (db: Db): Promise<PlainDate | null> => (await db.one<{ since: PlainDate | null }>(sql`select returns.gone_kept_since()::text as since`)).since
export const standingOf = async (db: Db, people: readonly string[]): Promise<number> => (await db.one<{ many: number }>(sql`
  select count(distinct (f.person_id, f.kind, f.rule))::int as many from returns.finding f where f.standing and f.gone_on is null and f.severity = 'error' and f.person_id = any (${people}::uuid[])
  and not exists (select 1 from returns.explained e where e.person_id = f.person_id and e.kind = f.kind and e.rule = f.rule and e.taken_back_at is null)`)).many
/** How many were found each night. */
export const nights = (db: Db): Promise<{ on: string; kind: ReturnKind; counts: Counts }[]> => db.rows(sql`select m.made_at::date::text as on, m.kind, m.counts from returns.made m where m.standing and m.counts is not null order by m.made_at desc limit 60`)

/** How far it is; told as it goes, and so not with what it keeps. */
export const reach = (jobs: Db, id: string, step: Step): Promise<number> => jobs.run(sql`select returns.step(${id}, ${step})`)
/** The same from the background. */
export const stand = (db: Db, id: string, on: string): Promise<number> => db.run(sql`select returns.stand(${id}, ${on}::date)`)
export const asked = (db: Db, id: string): Promise<{ kind: ReturnKind; year: number; state: string; asAt: PlainDate | null; counts: Counts | null } | undefined> => db.maybe(sql`select kind, year, state, as_at as "asAt", counts from returns.wanted(${id})`)
export const begin = (db: Db, id: string, kind: ReturnKind, year: number, asAt: string | undefined): Promise<number> => db.run(sql`select returns.begin_as_at(${id}, ${kind}, ${year}, ${asAt ?? null}::date)`)
export async function numbers(db: Db, children: readonly Readonly<{ personId: string; number: string | null }>[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows<{ person_id: string; number: string }>(sql`select * from returns.numbers(${JSON.stringify(children)}::jsonb)`)
  return new Map(rows.map((row) => [row.person_id, row.number]))
}
export const lastRows = async (db: Db, documents: Documents, of: OfReturn): Promise<ReadonlyMap<string, RowsOfChild> | undefined> => {
  const rows = await db.rows<{ number: string; rows: unknown }>(sql`select * from returns.sent_rows(${of.kind}, ${of.year})`)
  return rows.length === 0 ? undefined : new Map(rows.map((row) => [row.number, rowsIn(documents, of, row.number, row.rows)]))
}
/** The rows that came of this year with an import, of every child of whom nobody has written since, by who they are now. */
export async function cameRows(db: Db, documents: Documents, year: number): Promise<readonly ReturnChild[]> {
  const came = opened(documents, { kind: 'ssda903', year }, await db.rows<KeptChild>(sql`select person_id as "personId", number, rows from returns.came_for(${year})`))
  return [...Map.groupBy(came, (one) => one.personId).values()].flatMap((of) => of.reduce<ReturnChild[]>(([first], one) => [first ? { ...first, rows: together(first.rows, one.rows) } : one], []))
}
/** Children of a census that came of this year, by who they are now, each with the print of the record as the import left it. */
export async function censusCame(db: Db, documents: Documents, year: number): Promise<readonly (ReturnChild & Readonly<{ print: string }>)[]> {
  const came = await db.rows<KeptChild & Readonly<{ print: string }>>(sql`select person_id as "personId", number, rows, print from returns.census_came(${year})`)
  return came.map(({ personId, number, rows, print }) => ({ personId, number, print, rows: rowsIn(documents, { kind: 'cin', year }, number, rows) }))
}
/** Children of an Annex A that came as at a day, by who they are now, each with the print of what the record told of them then. */
export async function annexCame(db: Db, documents: Documents, on: PlainDate): Promise<readonly (ReturnChild & Readonly<{ print: string }>)[]> {
  const came = await db.rows<KeptChild & Readonly<{ print: string; year: number }>>(sql`select person_id as "personId", number, rows, print, year from returns.annex_came(${on})`)
  return came.map(({ personId, number, rows, print, year }) => ({ personId, number, print, rows: rowsIn(documents, { kind: 'annexA', year }, number, rows) }))
}
/** Adopters that came as at a day, each a row of list 11. */
export async function adoptersCame(db: Db, on: PlainDate): Promise<readonly ReturnChild[]> {
  const came = await db.rows<{ id: string; cells: readonly string[] }>(sql`select id, fragment -> 'cells' as cells from returns.adopters_came(${on})`)
  return came.map(({ id, cells }) => ({ personId: id, number: (cells[0] ?? '').trim(), rows: { 'List 11': [cells] } }))
}
export const peopleOfImport = (db: Db, importId: string): Promise<{ personId: string; whose: string }[]> => db.rows(sql`select person_id as "personId", whose from returns.people_of_import(${importId})`)
export const keepPrints = (db: Db, importId: string, prints: readonly Readonly<{ personId: string; print: string }>[]): Promise<number> => db.run(sql`select returns.keep_prints(${importId}, ${JSON.stringify(prints)}::jsonb)`)
/** Of records that were merged since: the rows of all parts. */
const together = (a: RowsOfChild, b: RowsOfChild): RowsOfChild => Object.fromEntries(tableNames.map((table) => [table, [...(a[table] ?? []), ...(b[table] ?? [])]]))
export const explained = async (db: Db, kind: ReturnKind): Promise<ReadonlySet<string>> =>
  new Set((await db.rows<{ person_id: string; rule: string }>(sql`select * from returns.explained_of(${kind})`)).map((row) => `${row.person_id} ${row.rule}`))
export async function fill(db: Db, documents: Documents, id: string, of: OfReturn, children: readonly ReturnChild[], findings: readonly FoundIn[]): Promise<void> {
  // Put together as text: what is sealed is a string in the place of the rows.
  const kept = children.map(({ personId, number, rows }) => `{"personId":${JSON.stringify(personId)},"number":${JSON.stringify(number)},"rows":${asJson(documents.kept(placeOf(of, number), JSON.stringify(rows)))}}`)
  await db.run(sql`select returns.fill(${id}, ${`[${kept.join(',')}]`}::jsonb, ${JSON.stringify(findings)}::jsonb)`)
}
export const finish = (db: Db, id: string, counts: Counts | null, sha256: string | null): Promise<number> => db.run(sql`select returns.finish(${id}, ${counts === null ? null : JSON.stringify(counts)}::jsonb, ${sha256})`)
export const rowsOfMade = async (db: Db, documents: Documents, id: string, of: OfReturn): Promise<ReturnChild[]> =>
  opened(documents, of, await db.rows<KeptChild>(sql`select person_id as "personId", number, rows from returns.rows_of(${id})`))
export const toSeal = (jobs: Db, key: string, after: string, most: number): Promise<{ place: string; about: string; rows: string }[]> => jobs.rows(sql`select * from returns.to_seal(${key}, ${after}, ${most})`)
export const keepSealed = (jobs: Db, place: string, rows: string): Promise<number> => jobs.run(sql`select returns.keep_sealed(${place}, ${rows})`)
