import pg from 'pg'
import { startEmbedded, type EmbeddedWish } from '../db/embedded.ts'
import { StartFault } from './fault.ts'
import { codeOf } from './process.ts'

/** The database for this run, and the way to end what we started ourselves. */
export type Database = Readonly<{ ownerUrl: string; stop(): Promise<void>; lost: Promise<void> }>

type Server = { number: string; version: string }
type Rights = { encoding: string; may_create: boolean; may_make_roles: boolean }

const oldest = 150_000
const never = new Promise<void>(() => {})

/** The server that `DATABASE_URL` names, looked at first; without one the embedded server of the data folder. @throws StartFault */
export async function openDatabase(wish: { databaseUrl: string | undefined } & EmbeddedWish): Promise<Database> {
  if (!wish.databaseUrl) return startEmbedded(wish)
  await expectUsable(wish.databaseUrl)
  return { ownerUrl: wish.databaseUrl, stop: async () => {}, lost: never }
}

async function expectUsable(url: string): Promise<void> {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw new StartFault('DATABASE_URL is not the address of a PostgreSQL server. It looks like postgres://user:password@host:5432/database.')
  }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<Server>(
      `select current_setting('server_version_num') as number, current_setting('server_version') as version`,
    )
    const version = Number(rows[0]?.number ?? 0)
    if (version < oldest) throw new StartFault(`The database of DATABASE_URL is PostgreSQL ${rows[0]?.version}, and Kith needs 15 or newer. Nothing was changed. Use a newer server, or leave DATABASE_URL out.`)
    await expectRights(client)
  } catch (error) {
    throw error instanceof StartFault ? error : new StartFault(sentenceFor(error, new URL(url)))
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function expectRights(client: pg.Client): Promise<void> {
  const { rows } = await client.query<Rights>(
    `select current_setting('server_encoding') as encoding, has_database_privilege(current_database(), 'create') as may_create,
            exists (select from pg_roles r where (r.rolname = current_user and (r.rolsuper or r.rolcreaterole)) or (r.rolname = 'kith_owner' and pg_has_role(current_user, r.oid, 'member'))) as may_make_roles`,
  )
  const [rights] = rows
  if (rights?.encoding !== 'UTF8') throw new StartFault(`The database of DATABASE_URL has the encoding ${rights?.encoding}, and names of people need UTF8. Make one with createdb --encoding=UTF8 --template=template0.`)
  if (!rights.may_create || !rights.may_make_roles) throw new StartFault('The user of DATABASE_URL may not make what Kith needs. Let it own the database and create roles (alter role … createrole), then start again.')
}

/** Neither the user's name nor the password of the address is ever repeated. */
function sentenceFor(error: unknown, url: URL): string {
  const place = `${url.hostname || 'localhost'}:${url.port || '5432'}`
  const code = codeOf(error)
  if (code === '28P01' || code === '28000') return `The database at ${place} refuses the user name or the password in DATABASE_URL. Correct them, then start again.`
  if (code === '3D000') return `The server at ${place} has no database of the name in DATABASE_URL. Make it with createdb, or correct the name.`
  if (code === '57P03' || code === '53300') return `The database at ${place} takes no connection now. Wait until it is ready, then start again.`
  return `The database at ${place} is out of reach. Look whether it runs and whether DATABASE_URL is right, or leave DATABASE_URL out to use the embedded one.`
}
