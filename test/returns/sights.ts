import type pg from 'pg'
import { newId } from '../../src/kernel/ids.ts'
import { sql } from '../../src/platform/db/sql.ts'
import { answer, type Caller } from '../../src/record/access/act.ts'

type Statement = readonly [text: string, values: readonly unknown[]]

/** In one transaction, as this role of the database. */
async function written(owner: pg.Pool, role: 'kith_gate' | 'kith_backup', statements: readonly Statement[]) {
  const client = await owner.connect()
  try {
    await client.query(`begin; set local role ${role}`)
    const rows = []
    for (const [text, values] of statements) rows.push(...(await client.query(text, [...values])).rows)
    await client.query('commit')
    return rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** So many people more, of whom the year 2026 is told and whom nobody sees yet, each counted in these numbers. */
export async function tellOfOthers(owner: pg.Pool, many: number, counted: readonly string[]): Promise<void> {
  const ids = Array.from({ length: many }, () => newId())
  await written(owner, 'kith_gate', [
    ['insert into access.subject (id) select unnest($1::uuid[])', [ids]],
    ["insert into returns.child (made_id, person_id, number, rows, counted) select returns.telling('ssda903', 2026), w, left(w::text, 30), '{}', $2 from unnest($1::uuid[]) w", [ids, counted]],
  ])
}

/** Everybody of whom the year is told, in the order of their ids. */
export async function toldOf(owner: pg.Pool): Promise<string[]> {
  const rows = await written(owner, 'kith_backup', [["select c.person_id as who from returns.child c join returns.made m on m.id = c.made_id where m.kind = 'ssda903' and m.year = 2026 group by 1 order by 1", []]])
  return rows.map(({ who }) => who)
}

/** To how many readers counts were told, and whether what is kept of that names one of these people. */
export async function toldCounts(owner: pg.Pool, people: readonly string[]): Promise<{ readers: number; named: boolean }> {
  const [kept] = await written(owner, 'kith_backup', [['select count(distinct actor_id)::int as readers, bool_or(t::text like any ($1)) as named from access.told_count t', [people.map((one) => `%${one}%`)]]])
  return kept
}

/**
 * Gives of the first fifteen of these people each a sight of its own to the first actor: named or not, for children or other work, for a time; kept away from both, or
 * shut to everybody. Takes it all away again when what is asked under it is done.
 */
export async function manySights(owner: pg.Pool, people: readonly string[], [one, other]: readonly [string, string], asked: () => Promise<void>): Promise<void> {
  const [far, past] = ["now() + interval '1 day'", "now() - interval '1 day'"]
  const named = (at: readonly number[], domain: string, sight: string, until: string): Statement => [`insert into access.person_scope (person_id, scope, domain, sight, may_write, until) select p, $2, $3, $4, false, ${until} from unnest($1::uuid[]) p`, [at.map((n) => people[n]), one, domain, sight]]
  const barred = (at: readonly number[], who: string, until: string): Statement => [`insert into access.bar (person_id, scope, until) select p, $2, ${until} from unnest($1::uuid[]) p`, [at.map((n) => people[n]), who]]
  await written(owner, 'kith_gate', [
    named([0, 7, 8, 9, 10], 'children', 'full', 'null'), named([1], '*', 'full', far), named([2], 'children', 'full', past), named([3], 'children', 'card', 'null'), named([4], 'agency', 'full', 'null'), named([5], 'shared', 'full', 'null'), named([6], 'legal', 'full', 'null'),
    ...[one, other].flatMap((who) => [barred([7, 11], who, 'null'), barred([8, 12], who, past), barred([9, 13], who, far)]), barred([10, 14], '00000000-0000-0000-0000-000000000000', 'null'),
  ])
  try {
    await asked()
  } finally {
    await written(owner, 'kith_gate', ['access.person_scope', 'access.bar'].map((table): Statement => [`delete from ${table} where person_id = any ($1::uuid[])`, [people]]))
  }
}

/** Whom the year counts as seen by this caller, and whom of these people they see by the rule itself. */
export const countedAndSeen = (caller: Caller, people: readonly string[]): Promise<{ counted: string[]; sees: string[] }> =>
  answer(caller, 'returns.year', 'year.read', async ({ db }) => ({
    counted: (await db.rows<{ who: string }>(sql`select who from returns.counted_in('ssda903', 2026) where who is not null order by 1`)).map(({ who }) => who),
    sees: (await db.rows<{ who: string }>(sql`select p as who from unnest(${people}::uuid[]) p where access.sees(p, 'children') order by 1`)).map(({ who }) => who),
  }))
