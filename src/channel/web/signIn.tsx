import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { htmlOf } from '../../platform/page/document.ts'
import { confirmAuthenticator, emailOf, finishByCode, firstPage, kindsOf, offered, pendingBy } from '../../record/access/identity/proving.ts'
import { begin, signIn, signOut } from '../../record/access/signIn.ts'
import { safeNext } from './identity/addresses.ts'
import { atTheDoor, enter, letOut, pendingIn, sourceOf } from './identity/cookies.ts'
import { CodesPage, EnrolPage, OutPage, SecondPage, SendAgainPage, SignInPage, type Typed } from './identity/doorPages.tsx'
import { openWaiting } from './identity/waiting.ts'
import { SignedOut } from '../../record/access/act.ts'
import { session } from '../../record/access/identity/account.ts'
import { beganOutside } from '../../record/access/identity/fromOutside.ts'
import { ProviderAway, type Provider } from '../../record/access/identity/provider.ts'
import { addressOf } from './identity/addresses.ts'
import { safeHeaders } from './guard.ts'
import { callerOf, sessionCookie, textOf, wantsJson, type Web } from './server.ts'

const wrongPassword = 'That e-mail address and password do not go together. Check both and try again.'
const wrongPerson = 'That did not match. Only the person who was writing can carry on here.'
const wrongCode = 'That code is not right, or was used already. Wait for the next one and type it.'
const overNow = 'That took longer than 15 minutes. Sign in again from the start.'

/** Signing in and out, with a second step where there is one. Over a page that asked: for the same person only; what was typed stays. */
export function openSignIn(server: FastifyInstance, web: Web, provider: Provider | undefined): void {
  const { keys } = web
  const html = (reply: FastifyReply, drawn: Parameters<typeof htmlOf>[0], status = 200) => reply.code(status).type('text/html; charset=utf-8').send(htmlOf(drawn))
  const showFirst = async (reply: FastifyReply, typed: Typed, status = 200) => html(reply, SignInPage({ frame: await web.frame(), typed, provider: provider?.settings.name }), status)
  const refuse = (reply: FastifyReply, title: string) => reply.code(422).send({ title, status: 422 })
  const deviceOf = (request: FastifyRequest) => request.headers['user-agent'] ?? null

  /** In: on to what was sent before, which only its writer opens, or to the first page. */
  const goOn = async (reply: FastifyReply, actorId: string, next: string, words: string) => {
    const waiting = words === '' ? undefined : openWaiting(keys, actorId, words)
    return waiting ? html(reply, SendAgainPage({ frame: await web.frame(), ...waiting })) : reply.redirect(await firstPage(web, actorId, next), 303)
  }
  /** The writer of these words, where they signed in in another tab meanwhile and typed nothing here. */
  const inElsewhere = async (request: FastifyRequest, words: string, asked: string): Promise<string | undefined> => {
    if (words === '' || textOf(request.body, asked) !== '') return undefined
    const here = await session.perform(callerOf(web, request, 'page'), {}).catch((fault: unknown) => { if (!(fault instanceof SignedOut)) throw fault })
    return here && 'done' in here && openWaiting(keys, here.done.id, words) ? here.done.id : undefined
  }

  server.get<{ Querystring: { next?: string; out?: string } }>('/sign-in', (request, reply) => showFirst(reply, { next: safeNext(request.query.next ?? '/'), out: request.query.out !== undefined }))

  server.post('/sign-in', async (request, reply) => {
    const email = textOf(request.body, 'email').trim()
    const next = safeNext(textOf(request.body, 'next'))
    const expected = textOf(request.body, 'expected')
    const words = textOf(request.body, 'words')
    const mine = await inElsewhere(request, words, 'password')
    if (mine) return goOn(reply, mine, next, words)
    const another = expected !== '' && expected.toLowerCase() !== email.toLowerCase()
    const found = another ? undefined : await signIn(web, { email, password: textOf(request.body, 'password'), device: deviceOf(request), from: sourceOf(request, keys, email) })
    if (!found) {
      const problem = expected ? wrongPerson : wrongPassword
      return wantsJson(request) ? refuse(reply, problem) : showFirst(reply, { email, next, problem, words: words === '' ? undefined : words }, 422)
    }
    if ('pending' in found) {
      atTheDoor(reply, found.pending)
      if (wantsJson(request)) return reply.send({ next: found.waitsFor, kinds: found.kinds })
      if (words !== '' && found.waitsFor === 'prove') return html(reply, SecondPage({ frame: await web.frame(), next, kinds: found.kinds, words }))
      return reply.redirect(`/sign-in/${found.waitsFor === 'enrol' ? 'enrol' : 'second'}?next=${encodeURIComponent(next)}`, 303)
    }
    await enter(web, request, reply, found)
    return wantsJson(request) ? reply.send({ signedIn: true }) : goOn(reply, found.actorId, next, words)
  })

  server.get<{ Querystring: { next?: string } }>('/sign-in/second', async (request, reply) => {
    const pending = await pendingBy(web, pendingIn(request))
    if (pending?.waitsFor !== 'prove') return reply.redirect('/sign-in', 303)
    return html(reply, SecondPage({ frame: await web.frame(), next: safeNext(request.query.next ?? '/'), kinds: await kindsOf(web, pending.actorId) }))
  })

  server.post('/sign-in/second', async (request, reply) => {
    const words = textOf(request.body, 'words')
    const next = safeNext(textOf(request.body, 'next'))
    const mine = await inElsewhere(request, words, 'code')
    if (mine) return goOn(reply, mine, next, words)
    const pending = await pendingBy(web, pendingIn(request))
    const account = pending ? await emailOf(web, pending.actorId) : ''
    const found = await finishByCode(web, pendingIn(request), textOf(request.body, 'code'), deviceOf(request), sourceOf(request, keys, account))
    if (typeof found === 'string') {
      const problem = found === 'over' ? overNow : wrongCode
      if (wantsJson(request)) return reply.code(found === 'over' ? 410 : 422).send({ title: problem, status: 422 })
      const waits = words === '' ? {} : { words, email: account || textOf(request.body, 'email') }
      return found === 'over' || !pending ? showFirst(reply, { next, problem, ...waits }, 422) : html(reply, SecondPage({ frame: await web.frame(), next, kinds: await kindsOf(web, pending.actorId), problem, ...waits }), 422)
    }
    await enter(web, request, reply, found)
    return wantsJson(request) ? reply.send({ signedIn: true }) : goOn(reply, found.actorId, next, words)
  })

  const showEnrol = async (request: FastifyRequest, reply: FastifyReply, next: string, problem?: string) => {
    const frame = await web.frame()
    const offer = await offered(web, pendingIn(request), frame.council.productName ?? 'Kith')
    if (!offer) return showFirst(reply, { next, problem: overNow }, 422)
    return html(reply, EnrolPage({ frame, offer, action: '/sign-in/enrol', next, problem, cancel: { href: '/sign-in', words: 'Start again' } }), problem ? 422 : 200)
  }
  server.get<{ Querystring: { next?: string } }>('/sign-in/enrol', (request, reply) => showEnrol(request, reply, safeNext(request.query.next ?? '/')))

  server.post('/sign-in/enrol', async (request, reply) => {
    const next = safeNext(textOf(request.body, 'next'))
    const found = await confirmAuthenticator(web, pendingIn(request), textOf(request.body, 'code'))
    if (found === 'wrong') return showEnrol(request, reply, next, 'That is not the code it shows now. Type the newest one.')
    if (found === 'over') return showFirst(reply, { next, problem: overNow }, 422)
    await enter(web, request, reply, await begin(web, found.actorId, deviceOf(request), 'code'))
    return found.codes.length > 0 ? html(reply, CodesPage({ frame: await web.frame(), codes: found.codes, next: await firstPage(web, found.actorId, next) })) : reply.redirect(await firstPage(web, found.actorId, next), 303)
  })

  /** Where the council's provider is told too. Nothing about anybody stands in the address: it knows its own cookie. */
  async function outThere(token: string | undefined): Promise<{ at: string; clientId: string; name: string } | undefined> {
    try {
      const at = provider && token && (await beganOutside(web, token)) ? await provider.endPoint() : undefined
      return provider && at ? { at, clientId: provider.settings.clientId, name: provider.settings.name } : undefined
    } catch (fault) {
      if (fault instanceof ProviderAway) return undefined
      throw fault
    }
  }
  server.post('/sign-out', async (request, reply) => {
    const token = request.cookies[sessionCookie]
    const there = await outThere(token)
    if (token) await signOut(web.pool, token)
    letOut(reply)
    reply.header('clear-site-data', '"storage"')
    if (!there) return reply.redirect('/sign-in?out=1', 303)
    reply.header('content-security-policy', safeHeaders['content-security-policy'].replace("form-action 'self'", `form-action 'self' ${new URL(there.at).origin}`))
    return html(reply, OutPage({ frame: await web.frame(), ...there, back: `${addressOf(request)}/sign-in` }))
  })
}
