import { once } from 'node:events'
import pg from 'pg'
import { copyIn, copyOut } from '../../src/platform/db/copy.ts'
import { migrate, migrationsHere, type Migration } from '../../src/platform/db/migrate.ts'
import { alike, sumOf, tablesOf, type Table } from '../../src/platform/start/backup/logical/tables.ts'

/** Written by migrations themselves. */
const ofMigrations = new Set(['kith.migration', 'ops.gate', 'ops.several'])

async function asOwner<Answer>(url: string, run: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(alike)
  return run(client).finally(() => client.end())
}
const tablesIn = async (client: pg.Client): Promise<readonly Table[]> => (await tablesOf(client)).filter((table) => !ofMigrations.has(table.name))
const columnsOf = (table: Table): readonly string[] => table.columns.split(', ')

/** What an older version could not hold of a table, in rows. */
export type LeftOut = ReadonlyMap<string, number>

/**
 * The council of `from` as a version before the migration of this number held it, in the empty database `to`: every row of the tables there were, in the columns there were, put there
 * past all triggers as a dump is; rows that its rules refuse, because they are of a later kind, are left out.
 */
export async function asOlder(from: string, to: string, before: string, migrations: readonly Migration[] = migrationsHere()): Promise<LeftOut> {
  await migrate(to, migrations.filter(({ name }) => name < before))
  return asOwner(from, (source) => asOwner(to, async (target) => {
    const here = new Map((await tablesIn(source)).map((table) => [table.name, table]))
    const leftOut = new Map<string, number>()
    await target.query("set session_replication_role = 'replica'")
    for (const table of await tablesIn(target)) {
      const now = here.get(table.name)
      if (!now) continue
      const both = columnsOf(table).filter((column) => columnsOf(now).includes(column)).join(', ')
      const { rows: checks } = await target.query<{ says: string }>("select pg_get_expr(conbin, conrelid) as says from pg_constraint where conrelid = $1::regclass and contype = 'c'", [table.name])
      await target.query(`create temp table taken as select ${both} from ${table.name} with no data`)
      const out = copyOut(source, `copy (select ${both} from ${table.name}) to stdout`)
      await copyIn(target, `copy taken (${both}) from stdin`, out)
      if (!out.readableEnded) await once(out, 'end')
      const all = await target.query('select 1 from taken')
      const held = await target.query(`insert into ${table.name} (${both}) overriding system value select ${both} from taken ${checks.length > 0 ? `where ${checks.map(({ says }) => `(${says}) is not false`).join(' and ')}` : ''}`)
      if ((held.rowCount ?? 0) < (all.rowCount ?? 0)) leftOut.set(table.name, (all.rowCount ?? 0) - (held.rowCount ?? 0))
      await target.query('drop table taken')
    }
    for (const { relation, column } of (await target.query<{ relation: string; column: string }>("select format('%I.%I', n.nspname, c.relname) as relation, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace where a.attidentity <> ''")).rows) {
      await target.query(`select setval(pg_get_serial_sequence($1, $2), coalesce(max(${column}), 0) + 1, false) from ${relation}`, [relation, column])
    }
    return leftOut
  }))
}

/** Rows that only a later version could hold are written, as people do once the new version runs: of tables that there were not, and what was left out. */
export async function addLater(from: string, to: string, leftOut: LeftOut): Promise<void> {
  await asOwner(from, (source) => asOwner(to, async (target) => {
    await target.query("set session_replication_role = 'replica'")
    for (const table of await tablesIn(source)) {
      const [there] = (await target.query<{ any: boolean }>(`select exists (select 1 from ${table.name}) as any`)).rows
      if (there?.any && !leftOut.has(table.name)) continue
      await target.query(`delete from ${table.name}`)
      const out = copyOut(source, `copy (select ${table.columns} from ${table.name}) to stdout`)
      await copyIn(target, `copy ${table.name} (${table.columns}) from stdin`, out)
      if (!out.readableEnded) await once(out, 'end')
    }
  }))
}

/** The columns in which two councils are not the same, in any row. `except`: columns that are not compared. */
export async function differences(one: string, other: string, except: readonly string[] = []): Promise<string[]> {
  return asOwner(one, (a) => asOwner(other, async (b) => {
    const different: string[] = []
    for (const table of await tablesIn(a)) {
      const [here, there] = [await sumOf(a, table), await sumOf(b, table)]
      if (here.sha256 === there.sha256) continue
      const key = table.ordered.replaceAll(' collate "C"', '')
      for (const column of columnsOf(table).filter((one) => !except.includes(`${table.name}.${one}`))) {
        const of = { ...table, columns: key.startsWith('t::') ? column : `${key}, ${column}` }
        if ((await sumOf(a, of)).sha256 !== (await sumOf(b, of)).sha256) different.push(`${table.name}.${column}`)
      }
    }
    return different
  }))
}

/** Added later, and what it holds was never known before, or is each council’s own by chance; and who waits to be filed or compared since when, because migrations touched them. */
export const newlyKnown: readonly string[] = ['access.actor.registration', 'access.counting_key.key', 'contacts.referral_person.primary_need', 'contacts.referral_person.closed_at', 'people.search_due.person_id', 'people.search_due.changed_in', 'people.compare_due.since', 'people.warning.first_id', 'people.warning.looked_why', 'plans.plan.drifts', 'plans.plan_person.ended_at', 'supervision.entry.beside']
