import pg from 'pg'
import { newId } from '../../../kernel/ids.ts'

/** Who asks for the first account: the owner of the database, because nobody can sign in yet. */
async function asOwner<Answer>(ownerUrl: string, run: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'kith-first-account' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin; set local role kith_owner')
    const answer = await run(client)
    await client.query('commit')
    return answer
  } finally {
    await client.end()
  }
}

const signsIn = "select exists (select 1 from access.actor where kind = 'staff' and active and email is not null and password_hash is not null) as found"

/** Whether anybody at all can sign in here. */
export const somebodySignsIn = (ownerUrl: string): Promise<boolean> => asOwner(ownerUrl, async (client) => (await client.query<{ found: boolean }>(signsIn)).rows[0]?.found ?? false)

/** Makes the first account, an administrator's. @returns whether it was made: not where somebody can sign in */
export const makeFirstAccount = (ownerUrl: string, account: Readonly<{ email: string; name: string; passwordHash: string }>): Promise<boolean> => asOwner(ownerUrl, async (client) => {
  // two at once: the second waits, and finds the first
  await client.query('select pg_advisory_xact_lock(7205561)')
  if ((await client.query<{ found: boolean }>(signsIn)).rows[0]?.found) return false
  const id = newId()
  await client.query("insert into access.actor (id, kind, name, email, job_title, password_hash) values ($1, 'staff', $2, $3, 'Administrator', $4)", [id, account.name, account.email, account.passwordHash])
  await client.query("insert into access.membership (id, actor_id, role, reason) values ($1, $2, 'administrator', 'The first account, made on the command line')", [newId(), id])
  return true
})
