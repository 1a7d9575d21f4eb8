import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import cookie from '@fastify/cookie'
import files from '@fastify/static'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type pg from 'pg'
import { HouseError, unavailable } from '../../kernel/errors.ts'
import { treeOf } from '../../kernel/formTree.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Documents } from '../../platform/documents.ts'
import type { Keys } from '../../platform/keys.ts'
import type { CouncilKey } from '../../platform/keys/councilKey.ts'
import { htmlOf } from '../../platform/page/document.ts'
import type { AssetAddress } from '../../platform/page/layout.tsx'
import { seenBy, SignedOut, type Caller } from '../../record/access/act.ts'
import { ProveAgain } from '../../record/access/fresh.ts'
import type { Ask, Frame, Reply, Route, Surroundings } from '../../record/access/page.ts'
import { keyOfSent } from './sent.ts'
import { runRuled, type Ruled } from './ruled.ts'
import { slowedSessions } from '../../record/access/evidence/slowed.ts'
import { sessionHash } from '../../record/access/signIn.ts'
import { headersFor, isOurOwn, isWrite } from './guard.ts'
import { session } from '../../record/access/identity/account.ts'
import { endedPath } from './identity/addresses.ts'
import { SignInPage } from './identity/doorPages.tsx'
import { fieldsOf, ProvePage } from './identity/provePage.tsx'
import { keepWaiting } from './identity/waiting.ts'
import { ProblemPage } from './problemPage.tsx'
import { slowDown, TooMany, watchSlowed, type Rate } from './rate.ts'
import { multipartOf } from './multipart.ts'
import { inLines, isReadable, isReadableAddress, most, Unreadable } from './sizes.ts'
import { openDoorWhileWell, wordsOfAbsence } from './standing.ts'
import { openWatching, type Watching } from './watching.ts'

export const sessionCookie = '__Host-kith'

declare module 'fastify' {
  interface FastifyInstance {
    /** Everything that can be asked here: tests walk along it. */
    everyRoute: { method: string; path: string }[]
  }
}

export type Web = Readonly<{
  pool: pg.Pool
  clock: Clock
  keys: Keys
  /** How documents are kept at rest. */
  documents: Documents
  /** Signs what is handed to another council. */
  councilKey?: CouncilKey | undefined
  routes: readonly Route[]
  assets: { folder: string; address: AssetAddress }
  frame: Surroundings['frame']
  /** Pages where the rules of the returns are run beside the fields. */
  ruled: Ruled
  watching: Watching
  /** The council's own certificate: then nothing is answered but over TLS. */
  tls?: Readonly<{ cert: string; key: string }> | undefined
  /** What the council's own sign-in is called, where there is one. */
  provider?: string | undefined
  /** Without it nobody is slowed. */
  rate?: Rate | undefined
}>

const nobody = '0'.repeat(64)

/** The caller behind a request: whoever the session cookie says, or nobody. */
export function callerOf(web: Pick<Web, 'pool' | 'clock' | 'documents' | 'councilKey'>, request: FastifyRequest, via: Caller['via']): Caller {
  const token = request.cookies[sessionCookie]
  return { pool: web.pool, clock: web.clock, who: { session: token ? sessionHash(token) : nobody }, via, documents: web.documents, councilKey: web.councilKey }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
/** What comes several times under one name (ticks of a form) is one text, with commas. */
const texts = (value: unknown): Record<string, string> =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).flatMap(([k, v]) => (typeof v === 'string' ? [[k, v]] : Array.isArray(v) ? [[k, v.filter((one) => typeof one === 'string').join(',')]] : []))) : {}

/** A field of a form that was sent. */
export const textOf = (body: unknown, name: string): string => (isRecord(body) && typeof body[name] === 'string' ? body[name] : '')

/** `json`: an island or another system asks, not a page. */
export const wantsJson = (request: FastifyRequest): boolean => request.url.startsWith('/api/') || (request.headers.accept ?? '').includes('application/json')

/** The server of pages. Every route answers through here: headers, origin of writes, errors in one place. */
export async function openServer(web: Web): Promise<FastifyInstance> {
  const { tls } = web
  const server = fastify({ forceCloseConnections: true, bodyLimit: most.bytes, requestTimeout: most.seconds * 1_000, trustProxy: 'loopback', routerOptions: { maxParamLength: 200 }, ...(tls ? { serverFactory: (answer: RequestListener) => createServer({ ...tls, requestTimeout: most.seconds * 1_000 }, answer) } : {}) })
  server.decorate('everyRoute', [])
  server.addHook('onRoute', ({ method, url }) => { for (const one of [method].flat()) server.everyRoute.push({ method: one, path: url }) })
  await server.register(cookie)
  await server.register(files, { root: web.assets.folder, prefix: '/', wildcard: false, index: false, maxAge: '1y', immutable: true, dotfiles: 'ignore' })
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => done(null, treeOf(new URLSearchParams(String(body)))))
  server.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, (request, body, done) => done(null, multipartOf(request.headers['content-type'] ?? '', Buffer.isBuffer(body) ? body : Buffer.from(body))))
  server.addHook('onRequest', async (request) => {
    if (!isReadableAddress(request.url)) throw new Unreadable()
  })
  openDoorWhileWell(server, web.watching.standings)
  if (web.rate) {
    const slowed = watchSlowed(() => slowedSessions(web.pool))
    server.addHook('onClose', async () => slowed.stop())
    slowDown(server, web.rate, (request) => request.cookies[sessionCookie], slowed.has)
  }
  server.addHook('onSend', async (request, reply) => {
    for (const [name, value] of Object.entries(headersFor(request))) if (!reply.hasHeader(name)) reply.header(name, value)
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  server.addHook('preHandler', async (request) => {
    if (isWrite(request) && request.routeOptions.url !== endedPath && !isOurOwn(request)) throw new HouseError('NotAllowed', 'This did not come from a page of Kith. Open Kith in a tab of its own and do it there.')
    if (!isReadable(request.body)) throw new Unreadable()
    request.body = inLines(request.body)
  })
  for (const route of web.routes) {
    server.route({ method: route.method, url: route.path, handler: async (request, reply) => send(reply, await (route.method === 'POST' ? runRuled(web.ruled, web, route, callerOf(web, request, 'page'), askOf(request), request) : route.run(callerOf(web, request, 'page'), askOf(request), web))) })
  }
  openWatching(server, web)
  server.setNotFoundHandler((request, reply) => problem(web, new HouseError('NotFound', 'We could not find that page.'), request, reply))
  server.setErrorHandler((fault, request, reply) => problem(web, fault, request, reply))
  return server
}

function askOf(request: FastifyRequest): Ask {
  const body = isRecord(request.body) ? request.body : {}
  const { commandId, ...rest } = body
  const path = request.url.split('?')[0] ?? '/'
  return {
    path,
    params: texts(request.params),
    query: texts(request.query),
    body: rest,
    commandId: typeof commandId === 'string' && /^[0-9a-f-]{36}$/.test(commandId) ? keyOfSent(commandId, path, rest) : undefined,
    problems: [],
  }
}

function send(reply: FastifyReply, answer: Reply): FastifyReply {
  if ('go' in answer) return reply.redirect(answer.go, 303)
  if ('json' in answer) return reply.code(answer.status ?? 200).header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(answer.json))
  if ('file' in answer) return reply.header('content-type', answer.file.type).header('content-disposition', `attachment; filename="${answer.file.name}"`).send(Buffer.from(answer.file.bytes))
  return reply.code(answer.status ?? 200).header('content-type', 'text/html; charset=utf-8').send(htmlOf(answer.html))
}

const tooFast = 'A great many requests came from here at once. Wait a minute and carry on: nothing you wrote is lost.'
const statusOf = { NotFound: 404, NotAllowed: 403, Conflict: 409, Broken: 500, Unavailable: 503 } as const

/** The one place where errors become answers. What broke is logged without the record's text; the page says what to do. */
async function problem(web: Web, fault: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (fault instanceof SignedOut) {
    if (wantsJson(request)) return reply.code(401).header('content-type', 'application/problem+json').send(JSON.stringify({ type: 'signed-out', title: 'You were signed out. Your words are still here. Sign in to carry on.', status: 401 }))
    const waiting = isWrite(request) ? await keepWaiting(web, request) : undefined
    if (waiting) return reply.code(401).type('text/html; charset=utf-8').send(htmlOf(SignInPage({ frame: await web.frame(), typed: waiting, provider: web.provider })))
    const next = request.method === 'GET' && request.url !== '/' ? `?next=${encodeURIComponent(request.url.split('?')[0] ?? '/')}` : ''
    return reply.redirect(`/sign-in${next}`, 303)
  }
  if (fault instanceof ProveAgain) {
    if (wantsJson(request)) return reply.code(403).header('content-type', 'application/problem+json').send(JSON.stringify({ type: 'prove-again', title: 'Show again that it is you. Your words are still here.', status: 403 }))
    const found = await session.perform(callerOf(web, request, 'page'), {})
    if ('done' in found) return reply.code(403).type('text/html; charset=utf-8').send(htmlOf(ProvePage({ frame: await web.frame(), ways: found.done.ways, to: request.url.split('?')[0] ?? '/', method: request.method, fields: fieldsOf(request.body) })))
  }
  const absence = wordsOfAbsence(fault)
  const known = fault instanceof HouseError ? fault : absence ? unavailable(absence) : undefined
  const tooMuch = typeof fault === 'object' && fault !== null && 'statusCode' in fault && typeof fault.statusCode === 'number' && fault.statusCode < 500 ? fault.statusCode : undefined
  const status = known ? statusOf[known.kind] : (tooMuch ?? 500)
  const sentence = known?.message ?? (fault instanceof TooMany ? tooFast : tooMuch ? 'We could not read what was sent. Go back and try again: nothing was changed.' : 'Something of ours broke. What you wrote is kept where you wrote it. Try again in a minute.')
  if (status >= 500 && !(fault instanceof HouseError && fault.kind === 'Unavailable')) process.stderr.write(`${JSON.stringify({ at: web.clock.now(), level: 'error', method: request.method, route: request.routeOptions.url ?? 'none', fault: fault instanceof Error ? stackWithoutText(fault) : 'unknown' })}\n`)
  if (wantsJson(request)) return reply.code(status).header('content-type', 'application/problem+json').send(JSON.stringify({ ...known?.facts, type: known?.kind ?? (fault instanceof TooMany ? 'TooMany' : status < 500 ? 'Unreadable' : 'Broken'), title: sentence, status }))
  const html = htmlOf(ProblemPage({ frame: status >= 429 ? await web.frame() : await frameFor(web, request), status, sentence }))
  return reply.code(status).header('content-type', 'text/html; charset=utf-8').send(html)
}

/** The bar stays for whoever is signed in, also where something went wrong; a page that cannot even ask who it is goes without. */
const frameFor = (web: Web, request: FastifyRequest): Promise<Frame> => seenBy(callerOf(web, request, 'page'), (asking) => web.frame(asking)).catch(() => web.frame())

/** Where it broke, without the message: a database error's message may quote the record. */
export const stackWithoutText = (fault: Error): string => `${fault.name}${'code' in fault ? ` ${String(fault.code)}` : ''}\n${(fault.stack ?? '').replace(fault.message, '').split('\n').filter((line) => line.startsWith('    at ')).slice(0, 8).join('\n')}`
