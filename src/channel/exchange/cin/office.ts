import pg from 'pg'
import { idOf } from './identity.ts'

/** The machine account that imports are done as, and the team that looks after imported cases until a worker has them. */
export const office = { actorId: idOf('office', 'importer'), teamId: idOf('office', 'team') } as const

/**
 * Makes the account and the team at the first import, by the database's owner: the application may make neither.
 * The team stands below the council's directorate, so that its head sees what came.
 */
export async function openOffice(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'kith-import' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin; set local role kith_owner')
    const made = await client.query(`insert into access.team (id, name, kind, parent_id)
      values ($1, 'Imported cases', 'team', (select id from access.team where kind = 'directorate' and active order by (domain = 'children') desc, name limit 1)) on conflict (id) do nothing`, [office.teamId])
    // what the heads above reach is worked out when a team is moved, not when one is made
    if (made.rowCount) await client.query('update access.team set parent_id = parent_id where id = $1', [office.teamId])
    await client.query("insert into access.actor (id, kind, name, job_title) values ($1, 'machine', 'Census import', 'Takes files of other systems') on conflict (id) do nothing", [office.actorId])
    await client.query("insert into access.membership (id, actor_id, team_id, role, reason) values ($1, $2, $3, 'worker', 'Imports') on conflict (id) do nothing", [idOf('office', 'membership'), office.actorId, office.teamId])
    await client.query('commit')
  } finally {
    await client.end()
  }
}

const lockKey = 7_205_560

/**
 * Holds the one place at which imports are done, so that two at once do not take the same child. Freed by the database itself when we are gone.
 * @returns what frees it; null when another import holds it (waited for a few seconds: one that was killed lets go late)
 */
export async function holdImports(ownerUrl: string, patience = 5): Promise<(() => Promise<void>) | null> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'kith-import' })
  client.on('error', () => undefined)
  await client.connect()
  for (let second = 0; ; second++) {
    if ((await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [lockKey])).rows[0]?.held) return () => client.end()
    if (second >= patience) break
    await client.query('select pg_sleep(1)')
  }
  await client.end()
  return null
}
