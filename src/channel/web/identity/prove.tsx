import type { FastifyInstance, FastifyRequest } from 'fastify'
import { htmlOf } from '../../../platform/page/document.ts'
import { SignedOut } from '../../../record/access/act.ts'
import { session } from '../../../record/access/identity/account.ts'
import { proveHere } from '../../../record/access/identity/proving.ts'
import { callerOf, textOf, wantsJson, type Web } from '../server.ts'
import { safeNext } from './addresses.ts'
import { sourceOf } from './cookies.ts'
import { fieldsOf, ProvePage } from './provePage.tsx'

/** Who is signed in here, and with what they may show it again. @throws SignedOut */
export async function sessionOf(web: Web, request: FastifyRequest) {
  const found = await session.perform(callerOf(web, request, 'page'), {})
  if ('problems' in found) throw new SignedOut()
  return found.done
}

/** Showing again who one is, before an act that asks for it (access policy, rule 16). */
export function openProving(server: FastifyInstance, web: Web): void {
  server.get('/session', async (request, reply) => reply.send(await sessionOf(web, request)))

  server.post('/prove', async (request, reply) => {
    const body = typeof request.body === 'object' && request.body !== null && 'prove' in request.body ? request.body.prove : request.body
    const mine = await sessionOf(web, request)
    const typed = { password: textOf(body, 'password'), code: textOf(body, 'code') }
    const proved = (mine.fresh && !typed.password && !typed.code) || (await proveHere(web, callerOf(web, request, 'page'), mine.ways, typed, sourceOf(request, web.keys, mine.id)))
    const problem = mine.ways.includes('password') ? 'That is not your password.' : 'That code is not right, or was used already. Wait for the next one and type it.'
    if (wantsJson(request)) return proved ? reply.send({ proved: true }) : reply.code(422).send({ title: problem, status: 422 })
    const [to, method] = [safeNext(textOf(body, 'to')), textOf(body, 'method')]
    // The browser sends the same form again to where it was going: nothing of it is kept here.
    if (proved) return reply.redirect(to, method === 'POST' ? 307 : 303)
    return reply.code(422).type('text/html; charset=utf-8').send(htmlOf(ProvePage({ frame: await web.frame(), ways: mine.ways, to, method, fields: fieldsOf(request.body), problem })))
  })
}
