import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ServerResponse } from 'node:http'
import { dbOf } from '../../../platform/db/pool.ts'
import { SignedOut } from '../../../record/access/act.ts'
import { standings, stillHere } from '../../../record/access/identity/presence.ts'
import { sessionHash } from '../../../record/access/signIn.ts'
import { headersFor } from '../guard.ts'
import { sessionCookie, type Web } from '../server.ts'

const lookEveryMs = 2_000
const soundEveryMs = 20_000
/** Streams of one session at most: one a browser, and some for pages that are just being left. */
const most = 12

type Listener = { readonly to: ServerResponse; standing: string }

/**
 * Open pages listen here. Every two seconds one statement asks about all sessions that listen at this server, whichever server changed them: a page is
 * told that its session is over, or that its reader's roles, teams or account changed. Nothing is read, so nothing is audited, and nothing keeps a session alive.
 */
export function openHere(server: FastifyInstance, web: Web): void {
  const listeners = new Map<string, Set<Listener>>()
  const db = dbOf({ query: web.pool.query.bind(web.pool) })
  const hashOf = (request: FastifyRequest) => sessionHash(request.cookies[sessionCookie] ?? '')
  const tell = ({ to }: Listener, event: string, words = '') => void to.write(`event: ${event}\ndata: ${words}\n\n`)
  const leave = (hash: string, one: Listener) => {
    const all = listeners.get(hash)
    all?.delete(one)
    if (all?.size === 0) listeners.delete(hash)
  }
  const hear = (hash: string, standing: string | null) => {
    for (const one of listeners.get(hash) ?? []) {
      if (standing === null) {
        tell(one, 'ended')
        one.to.end()
        leave(hash, one)
      } else if (standing !== one.standing) {
        one.standing = standing
        tell(one, 'moved', standing)
      }
    }
  }
  let looking = false
  const look = setInterval(() => {
    if (looking || listeners.size === 0) return
    looking = true
    // While the database is away no page can read anything either; the next look finds what changed meanwhile.
    void standings(db, [...listeners.keys()]).then((found) => found.forEach(({ token, standing }) => hear(token, standing)), () => undefined).finally(() => { looking = false })
  }, lookEveryMs)
  const sound = setInterval(() => listeners.forEach((all) => all.forEach((one) => one.to.write(':\n\n'))), soundEveryMs)
  server.addHook('preClose', async () => {
    clearInterval(look)
    clearInterval(sound)
    for (const all of listeners.values()) for (const one of all) one.to.end()
    listeners.clear()
  })

  server.get('/here', async (request, reply) => {
    const hash = hashOf(request)
    const standing = (await standings(db, [hash]))[0]?.standing
    if (!standing) throw new SignedOut()
    reply.hijack()
    const to = reply.raw
    to.writeHead(200, { ...headersFor(request), 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    const one: Listener = { to, standing }
    const all = listeners.get(hash) ?? new Set()
    listeners.set(hash, all.add(one))
    const [oldest] = all
    if (all.size > most && oldest) oldest.to.end()
    to.on('close', () => leave(hash, one))
    tell(one, 'here', standing)
  })

  // Somebody is at work on an open page: typing is no request of its own, and must not end in being signed out.
  server.post('/here', async (request, reply) => {
    if (!(await stillHere(db, hashOf(request)))) throw new SignedOut()
    return reply.code(204).send()
  })
}
