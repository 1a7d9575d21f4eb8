import { createHash, randomBytes } from 'node:crypto'
import { afterAll } from 'vitest'
import { openHouse } from '../src/app.ts'
import { newId } from '../src/kernel/ids.ts'
import { sessionCookie } from '../src/channel/web/server.ts'
import { freshDatabase } from './database.ts'
import { testKeys } from './keys.ts'

export type Got = Readonly<{ status: number; text: string; go: string | undefined }>
/** Somebody signed in, who asks for pages and sends forms without a browser. */
export type Visitor = Readonly<{
  get: (path: string) => Promise<Got>
  /** Sends a form as a page of ours would. */
  post: (path: string, fields: Record<string, string>) => Promise<Got>
  /** Asks the open interface. */
  api: (path: string, input: unknown) => Promise<Got>
  /** The session's cookie, for requests of another shape. */
  cookie: string
}>

/** A house on a database of its own, asked without a network. */
export async function openForHttp(options: Partial<Pick<Parameters<typeof openHouse>[0], 'provider' | 'rate' | 'watching'>> = {}) {
  const database = await freshDatabase()
  const house = await openHouse({ ownerUrl: database.ownerUrl, dataFolder: '/nonexistent', keys: testKeys, demonstration: false, ...options })
  afterAll(() => house.close())
  const sent = async (request: { method: 'GET' | 'POST'; url: string; headers: Record<string, string>; payload?: string }): Promise<Got> => {
    const answer = await house.server.inject(request)
    return { status: answer.statusCode, text: answer.body, go: answer.headers.location?.toString() }
  }
  /** Signed in as this actor; undefined: nobody. */
  const visit = async (actorId: string | undefined): Promise<Visitor> => {
    const token = randomBytes(32).toString('hex')
    if (actorId) {
      await database.owner.query('insert into access.session (token_hash, id, actor_id) values ($1, $2, $3)', [createHash('sha256').update(token).digest(), newId(), actorId])
    }
    const headers = { cookie: `${sessionCookie}=${token}`, 'sec-fetch-site': 'same-origin', host: 'localhost' }
    return {
      cookie: headers.cookie,
      get: (url) => sent({ method: 'GET', url, headers: { ...headers, accept: 'text/html' } }),
      post: (url, fields) => sent({ method: 'POST', url, headers: { ...headers, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(fields).toString() }),
      api: (path, input) => sent({ method: 'POST', url: `/api/${path}`, headers: { ...headers, accept: 'application/json', 'content-type': 'application/json' }, payload: JSON.stringify(input) }),
    }
  }
  return { ...database, house, visit }
}
