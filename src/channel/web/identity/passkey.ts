import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { answer } from '../../../record/access/act.ts'
import { requireFresh } from '../../../record/access/fresh.ts'
import { addPasskey, optionsToAdd, optionsToProve, provePasskey, type Site } from '../../../record/access/identity/passkeys.ts'
import { finish, proved } from '../../../record/access/identity/proving.ts'
import { begin, waiting } from '../../../record/access/signIn.ts'
import { callerOf, type Web } from '../server.ts'
import { addressOf } from './addresses.ts'
import { atTheDoor, enter, pendingIn } from './cookies.ts'

const tooLate = 'That did not work, or took too long. Try again.'

/** Passkeys: made and signed by the browser, asked for and looked at here. Each answer is JSON for the page's script. */
export function openPasskeys(server: FastifyInstance, web: Web): void {
  const siteOf = async (request: FastifyRequest): Promise<Site> => {
    const origin = addressOf(request)
    return { origin, id: new URL(origin).hostname, name: (await web.frame()).council.productName ?? 'Kith' }
  }
  const no = (reply: FastifyReply) => reply.code(422).send({ title: tooLate, status: 422 })
  const given = (reply: FastifyReply, options: object | undefined) => (options ? reply.send(options) : no(reply))
  const mine = (request: FastifyRequest, what: string, fresh: boolean) => answer(callerOf(web, request, 'page'), what, 'account.own', async (asking) => {
    if (fresh) requireFresh(asking.actor)
    return asking.actor
  })

  server.post('/account/passkey/options', async (request, reply) => {
    const actor = await mine(request, 'account.addFactor', true)
    const { pending } = await waiting(web, { id: actor.id, kinds: [] }, 'enrol')
    atTheDoor(reply, pending)
    return given(reply, await optionsToAdd(web, pending, await siteOf(request)))
  })
  server.post('/account/passkey', async (request, reply) => {
    const actor = await mine(request, 'account.confirmFactor', false)
    const found = await addPasskey(web, pendingIn(request), request.body, await siteOf(request), actor.id)
    return found ? reply.send({ needsCodes: found.needsCodes }) : no(reply)
  })

  server.post('/sign-in/enrol/passkey/options', async (request, reply) => given(reply, await optionsToAdd(web, pendingIn(request), await siteOf(request))))
  server.post('/sign-in/enrol/passkey', async (request, reply) => {
    const found = await addPasskey(web, pendingIn(request), request.body, await siteOf(request))
    if (!found) return no(reply)
    await enter(web, request, reply, await begin(web, found.actorId, request.headers['user-agent'] ?? null, 'passkey'))
    return reply.send({ needsCodes: found.needsCodes })
  })

  server.post('/sign-in/passkey/options', async (request, reply) => given(reply, await optionsToProve(web, pendingIn(request), await siteOf(request))))
  server.post('/sign-in/passkey', async (request, reply) => {
    const actorId = await provePasskey(web, pendingIn(request), request.body, await siteOf(request))
    const entered = actorId === undefined ? 'over' : await finish(web, pendingIn(request), actorId, request.headers['user-agent'] ?? null, 'passkey')
    if (entered === 'over') return no(reply)
    await enter(web, request, reply, entered)
    return reply.send({ signedIn: true })
  })

  server.post('/prove/passkey/options', async (request, reply) => {
    const actor = await mine(request, 'account.prove', false)
    const { pending } = await waiting(web, { id: actor.id, kinds: ['passkey'] }, 'prove')
    atTheDoor(reply, pending)
    return given(reply, await optionsToProve(web, pending, await siteOf(request)))
  })
  server.post('/prove/passkey', async (request, reply) => {
    const actor = await mine(request, 'account.prove', false)
    if ((await provePasskey(web, pendingIn(request), request.body, await siteOf(request))) !== actor.id) return no(reply)
    await proved(web, actor, 'passkey')
    return reply.send({ proved: true })
  })
}
