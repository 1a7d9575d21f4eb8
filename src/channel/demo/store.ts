import pg from 'pg'
import { familyTables, type Row } from './rows.ts'

/** Tables that hold the council itself, before any family. */
const councilTables = ['access.team', 'access.actor', 'access.membership'] as const
const loaded: readonly string[] = [...councilTables, ...familyTables]

export type Loading = Readonly<{
  /** Rows of one table, at once. Columns are those of the first row. */
  insert: (table: string, rows: readonly Row[]) => Promise<void>
  setting: (key: string, value: unknown, by: string | null) => Promise<void>
}>

/** Whether anybody at all is in this council. */
export async function isEmpty(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ empty: boolean }>('select not exists (select 1 from access.actor) and not exists (select 1 from access.subject) as empty')
  return rows[0]?.empty ?? false
}

async function insertRows(client: pg.ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first).map((column) => `"${column}"`).join(', ')
  await client.query(`insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`, [JSON.stringify(rows)])
}

/** The triggers that work out derived rows one by one rest while rows come by the thousand; what they derive is written at the end, in one go. */
async function rest(client: pg.ClientBase, how: 'disable' | 'enable'): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct t.tgrelid::regclass::text as name from pg_trigger t where not t.tgisinternal and t.tgrelid::regclass::text = any ($1) order by 1`, [loaded])
  for (const { name } of rows) await client.query(`alter table ${name} ${how} trigger user`)
}

/** Indexes that no constraint needs are made anew when all rows are there: sorting once costs less than finding a place for each row. @returns how to make them */
async function takeIndexes(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select x.indexrelid::regclass::text as name, pg_get_indexdef(x.indexrelid) as definition from pg_index x
     where x.indrelid::regclass::text = any ($1) and not exists (select 1 from pg_constraint c where c.conindid = x.indexrelid) order by 1`, [loaded])
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map((row) => row.definition)
}

/** What triggers would have derived: what each actor reaches, and who may see whom. */
async function derive(client: pg.ClientBase): Promise<void> {
  await client.query('delete from access.reach')
  await client.query('insert into access.reach (actor_id, scopes, wide, wide_write, cards, roles, teams, until) select actor_id, scopes, wide, wide_write, cards, roles, teams, until from access.reach_now')
  await client.query('select access.rebuild_scope()')
}

/**
 * Writes a whole council in one transaction: all of it, or nothing. Rows are written by the role that looks past row-level security,
 * because nobody is asking yet; the shape is that of the commands, kept by a test that writes a family both ways.
 */
export async function load(ownerUrl: string, run: (loading: Loading) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'kith-demonstration' })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('set local role kith_owner')
    await rest(client, 'disable')
    const indexes = await takeIndexes(client)
    await client.query('set local role kith_gate')
    await run({
      insert: (table, rows) => insertRows(client, table, rows),
      setting: async (key, value, by) => {
        await client.query('set local role kith_owner')
        await client.query('insert into ops.setting (id, key, value, recorded_by) values (gen_random_uuid(), $1, $2::jsonb, $3)', [key, JSON.stringify(value), by])
        await client.query('set local role kith_gate')
      },
    })
    await client.query('set local role kith_owner')
    for (const definition of indexes) await client.query(definition)
    await client.query('set local role kith_gate')
    await derive(client)
    await client.query('set local role kith_owner')
    await rest(client, 'enable')
    await client.query('commit')
    await client.query('set role kith_owner')
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

/** The same on a connection that asks whether there is room for a council. */
export async function askEmpty(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'kith-demonstration' })
  await client.connect()
  try {
    return await isEmpty(client)
  } finally {
    await client.end()
  }
}
