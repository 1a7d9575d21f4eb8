import { createHmac } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/**
 * The address of the database as the application's role, which owns nothing and creates nothing. Its password is worked out from the owner's,
 * so that several servers on one database agree; `KITH_APP_DATABASE_URL` names another address.
 */
export const appUrl = (ownerUrl: string, given = process.env['KITH_APP_DATABASE_URL']): Promise<string> => urlAs('kith_app', ownerUrl, given)

/** The same for the role that works in the background; `KITH_JOBS_DATABASE_URL` names another address. */
export const jobsUrl = (ownerUrl: string, given = process.env['KITH_JOBS_DATABASE_URL']): Promise<string> => urlAs('kith_jobs', ownerUrl, given)

/** The same for the role that seals the audit and reads it again; `KITH_SEALER_DATABASE_URL` names another address. */
export const sealerUrl = (ownerUrl: string, given = process.env['KITH_SEALER_DATABASE_URL']): Promise<string> => urlAs('kith_sealer', ownerUrl, given)

/** The same for the role that reads everything for a backup; `KITH_BACKUP_DATABASE_URL` names another address. */
export const backupUrl = (ownerUrl: string, given = process.env['KITH_BACKUP_DATABASE_URL']): Promise<string> => urlAs('kith_backup', ownerUrl, given)

/** The same for the role that reads everybody for a return to the department, and writes nothing; `KITH_REPORTS_DATABASE_URL` names another address. */
export const reportsUrl = (ownerUrl: string, given = process.env['KITH_REPORTS_DATABASE_URL']): Promise<string> => urlAs('kith_reports', ownerUrl, given)

async function urlAs(role: 'kith_app' | 'kith_jobs' | 'kith_sealer' | 'kith_backup' | 'kith_reports', ownerUrl: string, given: string | undefined): Promise<string> {
  if (given) return given
  const url = new URL(ownerUrl)
  const password = createHmac('sha256', decodeURIComponent(url.password) || url.username).update(role).digest('hex')
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7205549)')
    await letIn(client, `alter role ${role} login password '${password}'`)
  } finally {
    await client.end()
  }
  url.username = role
  url.password = password
  return url.href
}

/** Roles belong to the whole server and the lock to one database: a start on another database of it may be in the way for a moment. */
async function letIn(client: pg.Client, statement: string, patience = 40): Promise<void> {
  try {
    await client.query(statement)
  } catch (problem) {
    if (patience === 0 || !(problem instanceof Error && problem.message.includes('concurrently updated'))) throw problem
    await wait(50)
    await letIn(client, statement, patience - 1)
  }
}
