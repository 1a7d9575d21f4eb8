import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { openHouse } from '../src/app.ts'
import { newId } from '../src/kernel/ids.ts'
import { sessionCookie } from '../src/channel/web/server.ts'

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

type Server = Awaited<ReturnType<typeof openHouse>>['server']

/** Who signs in to this house: the database's owner writes the sessions. */
export function visitorsOf(server: Server, owner: pg.Pool) {
  const sent = async (request: { method: 'GET' | 'POST'; url: string; headers: Record<string, string>; payload?: string }): Promise<Got> => {
    const answer = await server.inject(request)
    return { status: answer.statusCode, text: answer.body, go: answer.headers.location?.toString() }
  }
  /** Signed in as this actor; undefined: nobody. */
  const visit = async (actorId: string | undefined): Promise<Visitor> => {
    const token = randomBytes(32).toString('hex')
    if (actorId) {
      await owner.query('insert into access.session (token_hash, id, actor_id) values ($1, $2, $3)', [createHash('sha256').update(token).digest(), newId(), actorId])
    }
    const headers = { cookie: `${sessionCookie}=${token}`, 'sec-fetch-site': 'same-origin', host: 'localhost' }
    return {
      cookie: headers.cookie,
      get: (url) => sent({ method: 'GET', url, headers: { ...headers, accept: 'text/html' } }),
      post: (url, fields) => sent({ method: 'POST', url, headers: { ...headers, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(fields).toString() }),
      api: (path, input) => sent({ method: 'POST', url: `/api/${path}`, headers: { ...headers, accept: 'application/json', 'content-type': 'application/json' }, payload: JSON.stringify(input) }),
    }
  }
  return visit
}
