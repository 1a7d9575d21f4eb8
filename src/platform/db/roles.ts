import { createHmac } from 'node:crypto'
import pg from 'pg'

/**
 * The address of the database as the application's role, which owns nothing and creates nothing. Its password is worked out from the owner's,
 * so that several servers on one database agree; `KITH_APP_DATABASE_URL` names another address.
 */
export async function appUrl(ownerUrl: string, given = process.env['KITH_APP_DATABASE_URL']): Promise<string> {
  if (given) return given
  const url = new URL(ownerUrl)
  const password = createHmac('sha256', decodeURIComponent(url.password) || url.username).update('kith_app').digest('hex')
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7205549)')
    await client.query(`alter role kith_app login password '${password}'`)
  } finally {
    await client.end()
  }
  url.username = 'kith_app'
  url.password = password
  return url.href
}
