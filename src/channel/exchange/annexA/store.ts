import type { Db } from '../../../platform/db/pool.ts'
import { asJson, type Documents } from '../../../platform/documents.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { Asking } from '../../../record/access/model.ts'
import type { Found } from '../ssda903/account.ts'
import type { Typed } from './model.ts'

/** A child as the database takes it. `id`: the person, if it has to be made; `stands`: what is said where the record has a time in care already. */
export type TakeChild = Typed & Readonly<{ number: string; ordinal: number; id: string; today: string; rows: Readonly<Record<string, readonly (readonly string[])[]>>; findings: readonly Found[]; findingsIfStands: readonly Found[]; stands: string }>
export type Taken = Readonly<{ number: string; outcome: 'before' | 'new' | 'localChildId' | 'upn'; typed: boolean }>

/** Who is a restricted or sealed person waits for somebody who may see them; it is told like any other. */
export async function take(jobs: Db, documents: Documents, importId: string, year: number, by: Readonly<{ actorId: string; teamId: string }>, children: readonly TakeChild[]): Promise<Taken[]> {
  const told = children.map(({ rows, aside, ...child }) => `${JSON.stringify({ ...child, aside: aside.map(({ list, ...one }) => ({ table: list, ...one })) }).slice(0, -1)},"rows":${asJson(documents.kept(`annexA ${year} ${child.number}`, JSON.stringify(rows)))}}`)
  const held = await jobs.rows<Taken>(sql`select child_number as number, outcome, typed from returns.hold(${importId}, ${year}, ${by.actorId}, ${by.teamId}, ${`[${told.join(',')}]`}::jsonb)`)
  const waits = new Set(held.map((one) => one.number))
  const taken = await jobs.rows<Taken>(sql`select child_number as number, outcome, typed from returns.take(${importId}, ${year}, ${by.actorId}, ${by.teamId}, ${`[${told.filter((_, at) => !waits.has(children[at]?.number ?? '')).join(',')}]`}::jsonb)`)
  return [...held, ...taken]
}

type Came = Readonly<{ on: string | null; aside: readonly Readonly<{ table: string; row: number; reason: string }>[]; named: boolean }>
/** What came about a person with Annex A, newest first, as far as the reader may see. */
export const cameOf = ({ db }: Pick<Asking, 'db'>, ids: readonly string[]): Promise<Came[]> => db.rows<Came>(sql`
  select (select i.reference_on::text from exchange.import i where i.id = c.import_id) as "on", c.aside, exists (select 1 from people.name n where n.person_id = any (${ids}::uuid[]) and n.superseded_at is null) as named
  from returns.came c where c.kind = 'annexA' and c.person_id = any (${ids}::uuid[]) order by c.came_at desc`)
