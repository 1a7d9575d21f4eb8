import type { FastifyInstance, FastifyReply } from 'fastify'
import { htmlOf } from '../../../platform/page/document.ts'
import { answer } from '../../../record/access/act.ts'
import { requireFresh } from '../../../record/access/fresh.ts'
import { confirmAuthenticator, giveRecoveryCodes, offered } from '../../../record/access/identity/proving.ts'
import { waiting } from '../../../record/access/signIn.ts'
import { callerOf, textOf, type Web } from '../server.ts'
import { atTheDoor, pendingIn } from './cookies.ts'
import { CodesPage, EnrolPage } from './doorPages.tsx'

const account = '/account/sign-ins'

/** Adding an authenticator and making recovery codes, by somebody signed in. */
export function openAccount(server: FastifyInstance, web: Web): void {
  const html = (reply: FastifyReply, drawn: Parameters<typeof htmlOf>[0], status = 200) => reply.code(status).type('text/html; charset=utf-8').send(htmlOf(drawn))
  const showOffer = async (reply: FastifyReply, pending: string, actorId: string, problem?: string) => {
    const frame = await web.frame()
    const offer = await offered(web, pending, frame.council.productName ?? 'Kith')
    // What waits in this browser may be a colleague's, who began to sign in here.
    if (offer?.actorId !== actorId) return reply.redirect(account, 303)
    return html(reply, EnrolPage({ frame, offer, action: '/account/authenticator/confirm', next: account, problem, cancel: { href: account, words: 'Not now' } }), problem ? 422 : 200)
  }

  server.post('/account/authenticator', async (request, reply) => {
    const actor = await answer(callerOf(web, request, 'page'), 'account.addFactor', 'account.own', async (asking) => {
      requireFresh(asking.actor)
      return asking.actor
    })
    const { pending } = await waiting(web, { id: actor.id, kinds: [] }, 'enrol')
    atTheDoor(reply, pending)
    return reply.redirect('/account/authenticator', 303)
  })
  server.get('/account/authenticator', async (request, reply) => {
    const actor = await answer(callerOf(web, request, 'page'), 'page.authenticator', 'account.own', async (asking) => asking.actor)
    return showOffer(reply, pendingIn(request), actor.id)
  })
  server.post('/account/authenticator/confirm', async (request, reply) => {
    const actor = await answer(callerOf(web, request, 'page'), 'account.confirmFactor', 'account.own', async (asking) => asking.actor)
    const found = await confirmAuthenticator(web, pendingIn(request), textOf(request.body, 'code'), actor.id)
    if (found === 'wrong') return showOffer(reply, pendingIn(request), actor.id, 'That is not the code it shows now. Type the newest one.')
    if (found === 'over') return reply.redirect(account, 303)
    return found.codes.length > 0 ? html(reply, CodesPage({ frame: await web.frame(), codes: found.codes, next: `${account}?saved=added` })) : reply.redirect(`${account}?saved=added`, 303)
  })
  server.post('/account/recovery-codes', async (request, reply) => {
    const codes = await answer(callerOf(web, request, 'page'), 'account.newRecoveryCodes', 'account.own', async (asking) => {
      requireFresh(asking.actor)
      return giveRecoveryCodes(web, asking.db, asking.actor.id)
    })
    return html(reply, CodesPage({ frame: await web.frame(), codes, next: `${account}?saved=codes` }))
  })
}
