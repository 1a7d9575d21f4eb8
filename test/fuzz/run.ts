import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { openHouse } from '../../src/app.ts'
import { sessionCookie } from '../../src/channel/web/server.ts'
import { newId } from '../../src/kernel/ids.ts'
import { ownDatabase } from '../factories/ownDatabase.ts'
import { testKeys } from '../keys.ts'
import { branch, isTree, outside } from './answers.ts'
import { bodyOf, chanceFrom, fitting, pick, spoiled, type Known } from './inputs.ts'

const askers = ['priya.nair', 'tom.hughes', 'ffion.davies', 'marcus.webb', 'margaret.ellison', 'ade.bankole', 'rhys.morgan', 'paula.whitfield', 'bea.lawton']

/** The demonstration council on a database of its own, to be asked everything; and the ids of everything in it. */
export async function openToFuzz() {
  const database = await ownDatabase('fuzz')
  const house = await openHouse({ ownerUrl: database.ownerUrl, dataFolder: '/nonexistent', keys: testKeys, demonstration: true })
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 })
  const actors = (await owner.query<{ id: string }>('select id from access.actor where email = any($1)', [askers.map((one) => `${one}@ardenvale.example`)])).rows.map((row) => row.id)
  const standing = (await owner.query<{ id: string }>('select id from access.membership where actor_id = any($1) and valid_to is null', [actors])).rows.map((row) => row.id)

  /** Everybody who asks is signed in again, in the account and the roles that they began with: what was sent before may have ended them. */
  const signIn = async (): Promise<string[]> => {
    await owner.query('update access.actor set active = true where id = any($1) and not active', [actors])
    await owner.query('update access.membership set valid_to = null where id = any($1) and valid_to is not null', [standing])
    return Promise.all(actors.map(async (actor) => {
      const token = randomBytes(32).toString('hex')
      await owner.query('insert into access.session (token_hash, id, actor_id) values ($1, $2, $3)', [createHash('sha256').update(token).digest(), newId(), actor])
      return token
    }))
  }
  const idsOf = async (): Promise<Known> => {
    const tables = (await owner.query<{ t: string }>(`select table_schema || '.' || table_name as t from information_schema.columns where column_name = 'id' and data_type = 'uuid' and table_schema not in ('information_schema', 'pg_catalog', 'audit', 'kith')`)).rows
    const found = await Promise.all(tables.map(async ({ t }) => [t, (await owner.query<{ id: string }>(`select id from ${t} limit 60`)).rows.map((row) => row.id)] as const))
    return new Map(found.filter(([, ids]) => ids.length > 0))
  }
  const close = async () => {
    await house.close()
    await owner.end()
    await database.drop()
  }
  return { house, owner, signIn, idsOf, close }
}

export type Fuzzed = Readonly<{ operations: number; cases: number; statuses: Readonly<Record<string, number>>; faults: readonly string[] }>

/** Sends so many cases to each operation of the document, as several actors and as nobody, and says which answers are outside it. */
export async function fuzz(world: Awaited<ReturnType<typeof openToFuzz>>, each: number, seed: number, told: (line: string) => void = () => undefined, only = ''): Promise<Fuzzed> {
  const asked = await world.house.server.inject({ method: 'GET', url: '/api/openapi.json' })
  const document: unknown = JSON.parse(asked.body)
  const paths = Object.entries(branch(document, 'paths') ?? {}).filter(([path]) => path.includes(only))
  const known = await world.idsOf()
  const statuses: Record<string, number> = {}
  const faults = new Map<string, string>()
  let cases = 0
  for (const [at, [path, item]] of paths.entries()) {
    const operation = branch(item, 'post')
    const schema = branch(operation, 'requestBody', 'content', 'application/json', 'schema')
    const area = path.split('/').at(-1)?.split('.')[0] ?? ''
    const tokens = await world.signIn()
    const barred = new Set<string>()
    for (let n = 0; n < each; n += 1) {
      const chance = chanceFrom(seed + at * 100_003 + n)
      const fits = fitting(chance, schema, known, 'id', area)
      const value = chance() < 0.4 ? fits : spoiled(chance, fits)
      const body = bodyOf(chance, value)
      const token = chance() < 0.04 ? 'nobody' : pick(chance, chance() < 0.2 || barred.size === tokens.length ? tokens : tokens.filter((one) => !barred.has(one)))
      const headers = { cookie: `${sessionCookie}=${token}`, 'sec-fetch-site': chance() < 0.02 ? 'cross-site' : 'same-origin', host: 'localhost', accept: pick(chance, ['application/json', '*/*', 'text/html']) ?? '', 'content-type': body.type, ...(chance() < 0.2 ? { 'idempotency-key': pick(chance, [newId(), 'x', '']) ?? '' } : {}) }
      const answer = await world.house.server.inject({ method: 'POST', url: path, headers, payload: body.text })
      // Whose role does not open this is asked more seldom: a refusal by role says the same for every input.
      if (token && answer.statusCode === 403 && answer.body.includes('Your role')) barred.add(token)
      cases += 1
      statuses[answer.statusCode] = (statuses[answer.statusCode] ?? 0) + 1
      const why = outside(document, operation, { status: answer.statusCode, type: String(answer.headers['content-type'] ?? ''), text: answer.body })
      if (why && !faults.has(`${path}: ${why}`)) {
        faults.set(`${path}: ${why}`, `${path}, case ${n} of seed ${seed}: ${why}\n  ${body.text.slice(0, 600)}`)
        told(`${path}: ${why}\n  ${JSON.stringify(isTree(value) ? value : body.text).slice(0, 500)}`)
      }
    }
  }
  return { operations: paths.length, cases, statuses, faults: [...faults.values()] }
}
