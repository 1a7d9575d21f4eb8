import pg from 'pg'
import { driftRule } from '../../record/plans/queries.ts'
import { putBack, restTriggers, takeAway } from '../../platform/db/resting.ts'
import { familyTables, type Row } from './rows.ts'

/** Tables that hold the council itself, before any family. */
const councilTables = ['access.team', 'access.actor', 'access.membership'] as const
const whole: readonly string[] = [...councilTables, ...familyTables]

export type Loading = Readonly<{
  /** Rows of several tables, at once. Columns are those of a table's first row. */
  insert: (rows: ReadonlyMap<string, readonly Row[]>) => Promise<void>
  setting: (key: string, value: unknown, by: string | null) => Promise<void>
}>

/** Whether anybody at all is in this council. */
export async function isEmpty(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ empty: boolean }>(`select not exists (select 1 from access.actor where kind <> 'machine') and not exists (select 1 from access.subject) as empty`)
  return rows[0]?.empty ?? false
}

async function isSuperuser(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ yes: boolean }>('select rolsuper as yes from pg_roles where rolname = session_user')
  return rows[0]?.yes ?? false
}

/** Rows of several tables in one statement, so that the database writes while the next families are told: what points to what is checked at the end. */
async function insertRows(client: pg.ClientBase, all: ReadonlyMap<string, readonly Row[]>): Promise<void> {
  const filled = [...all].filter(([, rows]) => rows.length > 0)
  if (filled.length === 0) return
  const inserts = filled.map(([table, rows], n) => {
    const columns = Object.keys(rows[0] ?? {}).map((column) => `"${column}"`).join(', ')
    return `t${n} as (insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $${n + 1}::json))`
  })
  await client.query(`with ${inserts.join(', ')} select`, filled.map(([, rows]) => JSON.stringify(rows)))
}

/** What triggers would have derived: what each actor reaches, and who may see whom. */
async function derive(client: pg.ClientBase): Promise<void> {
  await client.query('delete from access.reach')
  await client.query('insert into access.reach (actor_id, scopes, wide, wide_write, cards, roles, teams, until) select actor_id, scopes, wide, wide_write, cards, roles, teams, until from access.reach_now')
  await client.query('select access.rebuild_scope()')
  await client.query('select plans.look_for_drift($1, $2)', [driftRule.reviews, driftRule.care])
}

/**
 * Writes a whole council in one transaction: all of it, or nothing. Rows are written by the role that looks past row-level security,
 * because nobody is asking yet; the shape is that of the commands, kept by a test that writes a family both ways. Only `tables` are written in.
 */
export async function load(ownerUrl: string, run: (loading: Loading) => Promise<void>, tables = whole): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'kith-demonstration' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin')
    await client.query("set local maintenance_work_mem = '512MB'")
    await client.query('set local role kith_owner')
    await restTriggers(client, tables, 'disable')
    const taken = await takeAway(client, tables)
    await client.query('set local role kith_gate')
    await run({
      insert: (rows) => insertRows(client, rows),
      setting: async (key, value, by) => {
        await client.query('set local role kith_owner')
        await client.query('insert into ops.setting (id, key, value, recorded_by) values (gen_random_uuid(), $1, $2::jsonb, $3)', [key, JSON.stringify(value), by])
        await client.query('set local role kith_gate')
      },
    })
    // The tables' owner is held to row-level security, and checks a constraint row by row; a superuser checks it at once.
    await client.query(`set local role ${await isSuperuser(client) ? 'none' : 'kith_owner'}`)
    await putBack((text) => client.query(text), taken)
    await client.query('set local role kith_gate')
    await derive(client)
    await client.query('set local role kith_owner')
    await restTriggers(client, tables, 'enable')
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
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await isEmpty(client)
  } finally {
    await client.end()
  }
}
