import type pg from 'pg'

/** Runs statements as the role that owns the tables. */
type Ran = (text: string) => Promise<unknown>

/** The triggers that work out derived rows one by one rest while rows come by the thousand; what they derive is written at the end, in one go. */
export async function restTriggers(client: pg.ClientBase, tables: readonly string[], how: 'disable' | 'enable'): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct t.tgrelid::regclass::text as name from pg_trigger t where not t.tgisinternal and t.tgrelid::regclass::text = any ($1) order by 1`, [tables])
  for (const { name } of rows) await client.query(`alter table ${name} ${how} trigger user`)
}

/** What is taken away for the time of the loading: constraints that point from these tables or at them, then their keys, then other indexes. */
export type Taken = Readonly<{ keys: readonly string[]; indexes: readonly string[]; pointing: readonly string[] }>

/**
 * Indexes are made anew when all rows are there: sorting once costs less than finding a place for each row. So it is with what points to other rows:
 * each constraint is checked for all rows at once when it is put back, and the loading fails as a whole where one does not hold.
 */
export async function takeAway(client: pg.ClientBase, tables: readonly string[]): Promise<Taken> {
  const pointing = await constraints(client, `c.contype = 'f' and (c.conrelid::regclass::text = any ($1) or c.confrelid::regclass::text = any ($1))`, tables)
  const keys = await constraints(client, `c.contype in ('p', 'u') and c.conrelid::regclass::text = any ($1)`, tables)
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select x.indexrelid::regclass::text as name, pg_get_indexdef(x.indexrelid) as definition from pg_index x
     where x.indrelid::regclass::text = any ($1) and not exists (select 1 from pg_constraint c where c.conindid = x.indexrelid) order by 1`, [tables])
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return { keys, pointing, indexes: rows.map((row) => row.definition) }
}

/** Only what points from row to row, for rows that come in any order with their keys in place. */
export const takePointing = async (client: pg.ClientBase, tables: readonly string[]): Promise<Taken> => ({
  keys: [], indexes: [], pointing: await constraints(client, `c.contype = 'f' and (c.conrelid::regclass::text = any ($1) or c.confrelid::regclass::text = any ($1))`, tables),
})

async function constraints(client: pg.ClientBase, which: string, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select c.conrelid::regclass::text as "table", quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as definition from pg_constraint c where ${which} order by c.conrelid::regclass::text, c.conname`, [tables])
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`)
  return rows.map(({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`)
}

export async function putBack(run: Ran, taken: Taken): Promise<void> {
  for (const statement of [...taken.keys, ...taken.indexes, ...taken.pointing]) await run(statement)
}
