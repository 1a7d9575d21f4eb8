import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
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

/**
 * Makes the roles and runs the migrations that have not run, forward only, each in a transaction of its own, as the owner role.
 * Safe when several servers start at once. `ownerUrl`: a role that may create roles, or one that is in `kith_owner`.
 * @returns the names of the migrations that ran
 * @throws when a migration that ran has since been changed
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'kith-migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query(readFileSync(join(dbFolder(), 'roles.sql'), 'utf8'))
    const database = (await client.query('select current_database() as name')).rows[0].name
    await client.query(`grant create, connect on database "${database}" to kith_owner; grant connect on database "${database}" to kith_app, kith_partner, kith_jobs, kith_reports, kith_backup, kith_sealer`)
    await client.query('set role kith_owner')
    await client.query('create schema if not exists kith; create table if not exists kith.migration (name text primary key, hash text not null, ran_at timestamptz not null default now())')
    const ran = new Map<string, string>((await client.query('select name, hash from kith.migration')).rows.map((r) => [r.name, r.hash]))
    const fresh: string[] = []
    for (const { name, text, hash } of migrationsHere()) {
      const before = ran.get(name)
      if (before === hash) continue
      if (before) throw new Error(`The migration ${name} was changed after it ran. Write a new one instead.`)
      try {
        // Whatever role an earlier one ended in: what a migration makes belongs to the owner.
        await client.query('begin; set role kith_owner')
        await client.query(text)
        await client.query('insert into kith.migration (name, hash) values ($1, $2)', [name, hash])
        await client.query('commit')
      } catch (problem) {
        await client.query('rollback')
        throw new Error(`The migration ${name} failed: ${problem instanceof Error ? problem.message : String(problem)}`, { cause: problem })
      }
      fresh.push(name)
    }
    return fresh
  } finally {
    await client.end()
  }
}
