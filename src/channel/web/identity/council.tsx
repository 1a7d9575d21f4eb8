import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { htmlOf } from '../../../platform/page/document.ts'
import { answer } from '../../../record/access/act.ts'
import { endedOutside, signInFromOutside, whoIs } from '../../../record/access/identity/fromOutside.ts'
import { firstPage, proved } from '../../../record/access/identity/proving.ts'
import { ProviderAway, type Provider, type Start } from '../../../record/access/identity/provider.ts'
import { callerOf, textOf, type Web } from '../server.ts'
import { addressOf, endedPath, safeNext } from './addresses.ts'
import { atTheDoor, enter } from './cookies.ts'
import { BackPage, SignInPage } from './doorPages.tsx'

const cookie = '__Host-kith-council'
const settings = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const
const sealedFor = 'onTheWay'

type OnTheWay = Start & Readonly<{ next: string; again: boolean; atMs: number }>
const isOnTheWay = (value: unknown): value is OnTheWay => typeof value === 'object' && value !== null && 'state' in value && 'nonce' in value && 'verifier' in value && 'atMs' in value

/** Signing in by the council's own provider: authorization code with PKCE, state and nonce, which lie sealed in the browser on the way. */
export function openCouncilSignIn(server: FastifyInstance, web: Web, provider: Provider | undefined): void {
  server.get('/sign-in/ways', async (_request, reply) => reply.send({ provider: provider?.settings.name ?? null }))
  if (!provider) return
  const { keys, clock } = web
  const html = (reply: FastifyReply, drawn: Parameters<typeof htmlOf>[0], status = 200) => reply.code(status).type('text/html; charset=utf-8').send(htmlOf(drawn))
  const refuse = async (reply: FastifyReply, said: string, status: number) => html(reply, SignInPage({ frame: await web.frame(), typed: { said }, provider: provider.settings.name }), status)
  const away = (reply: FastifyReply, fault: ProviderAway) => {
    process.stderr.write(`${JSON.stringify({ at: clock.now(), level: 'warn', what: 'councilSignIn', fault: fault.message })}\n`)
    return tell(reply)
  }
  const tell = (reply: FastifyReply) => refuse(reply, `${provider.settings.name} cannot be reached just now, or did not finish. Try again in a minute. If you have a password here, use that.`, 503)
  const redirectOf = (request: FastifyRequest) => `${addressOf(request)}/sign-in/council/back`
  const onTheWay = (request: FastifyRequest): OnTheWay | undefined => {
    try {
      const value: unknown = JSON.parse(keys.open(sealedFor, 'browser', Buffer.from(request.cookies[cookie] ?? '', 'base64url')).toString())
      return isOnTheWay(value) && Date.parse(clock.now()) - value.atMs < 15 * 60_000 ? value : undefined
    } catch {
      return undefined
    }
  }

  server.get<{ Querystring: { next?: string; again?: string } }>('/sign-in/council', async (request, reply) => {
    const again = request.query.again !== undefined
    try {
      const { to, start } = await provider.begin(redirectOf(request), again)
      const way: OnTheWay = { ...start, next: safeNext(request.query.next ?? '/'), again, atMs: Date.parse(clock.now()) }
      reply.setCookie(cookie, keys.seal(sealedFor, 'browser', Buffer.from(JSON.stringify(way))).toString('base64url'), { ...settings, maxAge: 900 })
      return await reply.redirect(to, 303)
    } catch (fault) {
      if (fault instanceof ProviderAway) return away(reply, fault)
      throw fault
    }
  })

  server.get('/sign-in/council/back', async (request, reply) => {
    const way = onTheWay(request)
    reply.clearCookie(cookie, settings)
    if (!way) return refuse(reply, 'That took longer than 15 minutes, or began in another browser. Sign in again.', 422)
    try {
      const told = await provider.finish(new URL(request.url, addressOf(request)), way, way.again)
      if (way.again) return await again(request, reply, told)
      const found = await signInFromOutside(web, provider, told, request.headers['user-agent'] ?? null)
      if (!found) return await refuse(reply, `${provider.settings.name} knows you, but you have no open account here. Ask your administrator for one.`, 403)
      if ('pending' in found) {
        atTheDoor(reply, found.pending)
        return await reply.redirect(`/sign-in/${found.waitsFor === 'enrol' ? 'enrol' : 'second'}?next=${encodeURIComponent(way.next)}`, 303)
      }
      await enter(web, request, reply, found)
      return await reply.redirect(await firstPage(web, found.actorId, way.next), 303)
    } catch (fault) {
      if (fault instanceof ProviderAway) return away(reply, fault)
      throw fault
    }
  })
  server.get('/sign-in/done', async (_request, reply) => html(reply, BackPage({ frame: await web.frame() })))

  /** Only for the person who is signed in here. */
  async function again(request: FastifyRequest, reply: FastifyReply, told: Awaited<ReturnType<Provider['finish']>>) {
    const actor = await answer(callerOf(web, request, 'page'), 'account.prove', 'account.own', async (asking) => asking.actor)
    if ((await whoIs(web, told)) !== actor.id) return refuse(reply, 'That was somebody else. Only the person who is signed in here can carry on.', 403)
    await proved(web, actor, 'provider', told.strong)
    return reply.redirect('/sign-in/done', 303)
  }

  server.post(endedPath, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    try {
      await endedOutside(web, await provider.ended(textOf(request.body, 'logout_token')))
      return await reply.code(200).send()
    } catch (fault) {
      if (fault instanceof ProviderAway) return reply.code(400).send({ error: 'invalid_request' })
      throw fault
    }
  })
}
