import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

const lockKey = 7_205_548

/** The folder `db` of the project: beside `src` and beside `dist` alike. */
export function dbFolder(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = join(folder, '..')) {
    try {
      readdirSync(join(folder, 'db', 'migrations'))
      return join(folder, 'db')
    } catch {
      if (folder === join(folder, '..')) throw new Error('The folder db/migrations is missing.')
    }
  }
}

export type Migration = Readonly<{ name: string; hash: string; text: string }>

/** The migrations of this version, in their order. */
export const migrationsHere = (): readonly Migration[] => readdirSync(join(dbFolder(), 'migrations')).filter((name) => name.endsWith('.sql')).sort().map((name) => {
  const text = readFileSync(join(dbFolder(), 'migrations', name), 'utf8')
  return { name, text, hash: createHash('sha256').update(text).digest('hex') }
})

/** What a migration made in another role is given to the owner, in the owner's own schemas. */
const handedOver = `do $$
declare
  made record;
begin
  if current_user = 'kith_owner' then return; end if;
  reset role;
  for made in
    select format('alter routine %s owner to kith_owner', p.oid::regprocedure) as text from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspowner = 'kith_owner'::regrole and p.proowner = session_user::regrole
    union all select format('alter table %s owner to kith_owner', c.oid::regclass) from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspowner = 'kith_owner'::regrole and c.relowner = session_user::regrole and c.relkind in ('r', 'p', 'v')
  loop
    execute made.text;
  end loop;
  set role kith_owner;
end $$`

/**
 * Makes the roles and runs the migrations that have not run, forward only, each in a transaction of its own, as the owner role.
 * Safe when several servers start at once, and while people work: a migration waits a third of a second for a lock, lets everybody behind it go, and tries again.
 * `ownerUrl`: a role that may create roles, or one that is in `kith_owner`.
 * @returns the names of the migrations that ran
 * @throws when a migration that ran has since been changed
 */
export async function migrate(ownerUrl: string, migrations: readonly Migration[] = migrationsHere()): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'kith-migrate' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await oneAtATime(client)
    await client.query(readFileSync(join(dbFolder(), 'roles.sql'), 'utf8'))
    const database = (await client.query('select current_database() as name')).rows[0].name
    await client.query(`grant create, connect on database "${database}" to kith_owner; grant connect on database "${database}" to kith_app, kith_partner, kith_jobs, kith_reports, kith_backup, kith_sealer`)
    await client.query('set role kith_owner')
    await client.query('create schema if not exists kith; create table if not exists kith.migration (name text primary key, hash text not null, ran_at timestamptz not null default now())')
    const ran = new Map<string, string>((await client.query('select name, hash from kith.migration')).rows.map((r) => [r.name, r.hash]))
    const fresh: string[] = []
    for (const migration of migrations) {
      const before = ran.get(migration.name)
      if (before === migration.hash) continue
      if (before) throw new Error(`The migration ${migration.name} was changed after it ran. Write a new one instead.`)
      await run(client, migration)
      fresh.push(migration.name)
    }
    return fresh
  } finally {
    await client.end()
  }
}

/** Asked again and again instead of waited for: whoever waits inside a statement would hold up an index that is made beside people's work. */
async function oneAtATime(client: pg.Client): Promise<void> {
  while (!(await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [lockKey])).rows[0]?.mine) await wait(100)
}

const [lockPatience, mostTries] = ["'300ms'", 300]
/** Another was in the way: no lock in time, or two waited for each other. */
const inTheWay = (problem: unknown): boolean => typeof problem === 'object' && problem !== null && 'code' in problem && (problem.code === '55P03' || problem.code === '40P01')

async function run(client: pg.Client, { name, text, hash }: Migration): Promise<void> {
  const keep = () => client.query('insert into kith.migration (name, hash) values ($1, $2)', [name, hash])
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (text.startsWith('-- apart')) {
        await apart(client, text)
        await keep()
        return
      }
      // Whatever role an earlier one ended in: what a migration makes belongs to the owner.
      await client.query(`begin; set role kith_owner; set local lock_timeout = ${lockPatience}`)
      await client.query(text)
      await client.query(handedOver)
      await keep()
      await client.query('commit')
      return
    } catch (problem) {
      await client.query('rollback')
      if (!inTheWay(problem) || attempt === mostTries) throw new Error(`The migration ${name} failed: ${problem instanceof Error ? problem.message : String(problem)}`, { cause: problem })
      await wait(Math.min(400 + 40 * attempt, 3_000))
    }
  }
}

/** An index made while people write. What is left of one that was broken off is taken away first. */
async function apart(client: pg.Client, text: string): Promise<void> {
  const [, index, table = ''] = /concurrently if not exists (\w+)\s+on (?:only )?([\w.]+)/i.exec(text) ?? []
  await client.query('set role kith_owner')
  const { rows } = await client.query<{ name: string }>(`select c.oid::regclass::text as name from pg_index x join pg_class c on c.oid = x.indexrelid where x.indrelid = to_regclass($1) and c.relname = $2 and not x.indisvalid`, [table, index])
  for (const { name } of rows) await client.query(`drop index concurrently ${name}`)
  await client.query(text)
}
