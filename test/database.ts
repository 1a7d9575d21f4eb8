import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll } from 'vitest'
import { clockAt } from '../src/platform/clock.ts'
import { moment } from '../src/kernel/dates.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { openPool } from '../src/platform/db/pool.ts'
import { appUrl, jobsUrl } from '../src/platform/db/roles.ts'
import type { Caller } from '../src/record/access/act.ts'

const template = 'kith_template'

async function asOwner<Answer>(url: string, run: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

const named = (url: string, database: string) => {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

async function makeTemplate(server: string): Promise<void> {
  await asOwner(server, async (client) => {
    await client.query('select pg_advisory_lock(7205550)')
    const made = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [template])
    if (made.rowCount) return
    await client.query(`drop database if exists ${template}`)
    await client.query(`create database ${template}`)
    await migrate(named(server, template))
    await client.query(`alter database ${template} is_template true`)
  })
}

/** A migrated database of its own for one test file, empty of people. Commands commit, so files never share one. */
export async function freshDatabase() {
  const server = process.env.KITH_TEST_DATABASE
  if (!server) throw new Error('KITH_TEST_DATABASE is not set: run the tests by npm test or vitest.')
  await makeTemplate(server)
  const name = `kith_test_${randomBytes(6).toString('hex')}`
  await asOwner(server, (client) => client.query(`create database ${name} template ${template}`))
  const ownerUrl = named(server, name)
  const applicationUrl = await appUrl(ownerUrl)
  const pool = openPool(applicationUrl, 6)
  const owner = openPool(ownerUrl, 3)
  const jobs = openPool(await jobsUrl(ownerUrl), 3)
  afterAll(async () => {
    await pool.end()
    await jobs.end()
    await owner.end()
    await asOwner(server, (client) => client.query(`drop database if exists ${name} with (force)`))
  })
  /** A caller as this actor, at this moment. */
  const as = (actorId: string, at = '2026-11-18T09:00:00.000Z'): Caller => ({ pool, clock: clockAt(moment(at)), who: { actor: actorId }, via: 'commandLine' })
  return { ownerUrl, applicationUrl, pool, owner, jobs, as }
}
export type Fresh = Awaited<ReturnType<typeof freshDatabase>>
