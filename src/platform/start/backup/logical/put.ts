import pg from 'pg'
import { copyIn } from '../../../db/copy.ts'
import { migrate } from '../../../db/migrate.ts'
import { putBack, restTriggers, takePointing } from '../../../db/resting.ts'
import { StartFault } from '../../fault.ts'
import { entriesOf, notWhole } from './archive.ts'
import { checked } from './check.ts'
import { tableOf, type Sums } from './model.ts'
import { alike, rowsIn, sumOf, tablesOf, type Table } from './tables.ts'

/**
 * Puts a backup into an empty database: all of it, or nothing. `archive` is read twice: looked through first, then loaded.
 * Each table is counted and hashed again where it now is, and what points from row to row is checked, before anything is kept.
 * @throws StartFault when the backup is not whole or of another version, or somebody is in the database already
 */
export async function putLogical(ownerUrl: string, archive: () => AsyncIterable<Buffer>): Promise<Sums> {
  const sums = await checked(archive())
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'kith-restore' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(alike)
    const bare = await roomIn(client)
    try {
      await migrate(ownerUrl)
      await load(client, archive(), sums)
    } catch (problem) {
      await client.query('rollback')
      if (bare) await clear(client)
      throw problem instanceof StartFault ? problem : new StartFault(`The backup could not be loaded, and the database is as it was. The database says: ${codeOfDatabase(problem)}.`)
    }
    return sums
  } finally {
    await client.end()
  }
}

/** The database's own word may tell values of a row; its code does not. */
const codeOfDatabase = (problem: unknown): string => (typeof problem === 'object' && problem !== null && 'code' in problem ? `error ${String(problem.code)}` : 'nothing that can be shown')

/** Whether there is nothing at all (`true`), or a council of nobody (`false`). @throws StartFault when there is more */
async function roomIn(client: pg.Client): Promise<boolean> {
  const names = (await tablesOf(client)).map(({ name }) => name)
  if (names.length === 0) return true
  const full = new StartFault('The database of DATABASE_URL is not empty, and nothing was changed. Make a new one with createdb and name that.')
  if (!names.includes('kith.migration') || !names.includes('access.actor') || !names.includes('access.subject')) throw full
  await client.query('begin; set local role kith_gate')
  const { rows: [found] } = await client.query<{ empty: boolean }>(`select not exists (select 1 from access.actor where kind <> 'machine') and not exists (select 1 from access.subject) as empty`)
  await client.query('rollback')
  if (!found?.empty) throw full
  return false
}

async function load(client: pg.Client, archive: AsyncIterable<Buffer>, sums: Sums): Promise<void> {
  await client.query('begin')
  await client.query('set local synchronize_seqscans = off')
  await client.query('set local role kith_owner')
  const tables = await tablesOf(client)
  const names = tables.map(({ name }) => name)
  const guarded = tables.filter((table) => table.guarded)
  // The tables' owner is let past row-level security until the end of this transaction.
  for (const { name } of guarded) await client.query(`alter table ${name} no force row level security`)
  await restTriggers(client, names, 'disable')
  const taken = await takePointing(client, names)
  await client.query(`truncate ${names.join(', ')}`)
  await loadRows(client, tables, archive)
  for (const { name, last, used } of sums.counters) await client.query('select setval($1::regclass, $2::bigint, $3)', [name, last, used])
  await expectSame(client, tables, sums)
  await putBack((text) => client.query(text), taken)
  await restTriggers(client, names, 'enable')
  for (const { name } of guarded) await client.query(`alter table ${name} force row level security`)
  await client.query('commit')
  await client.query('set role kith_owner; analyze; reset role')
}

/** The parts of a table follow each other: one COPY a table. */
async function loadRows(client: pg.Client, tables: readonly Table[], archive: AsyncIterable<Buffer>): Promise<void> {
  const entries = entriesOf(archive)
  let entry = await entries.next()
  const partsOf = async function* (name: string): AsyncGenerator<Buffer> {
    for (; !entry.done && tableOf(entry.value.name) === name; entry = await entries.next()) yield entry.value.body
  }
  while (!entry.done) {
    const name = tableOf(entry.value.name)
    const table = tables.find((each) => each.name === name)
    if (name && !table) throw notWhole()
    if (table) await copyIn(client, rowsIn(table), partsOf(table.name))
    else entry = await entries.next()
  }
}

async function expectSame(client: pg.Client, tables: readonly Table[], sums: Sums): Promise<void> {
  for (const table of tables) {
    const [is, was] = [await sumOf(client, table), sums.tables.find((each) => each.name === table.name)]
    if (is.rows !== was?.rows || is.sha256 !== was.sha256) throw new StartFault(`The rows of ${table.name} are not those of the backup after loading, and the database is as it was. Tell those who look after Kith.`)
  }
}

/** Takes away what the migrations made in a database that had nothing. */
async function clear(client: pg.Client): Promise<void> {
  await client.query('set role kith_owner')
  const { rows } = await client.query<{ text: string }>(`
    select format('drop schema %I cascade', nspname) as text from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public') and nspowner = 'kith_owner'::regrole
    union all select format('drop extension if exists %I cascade', extname) from pg_extension where extowner = 'kith_owner'::regrole`)
  for (const { text } of rows) await client.query(text)
  await client.query('reset role')
}
