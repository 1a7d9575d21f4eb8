import type { FastifyReply, FastifyRequest } from 'fastify'
import { randomBytes } from 'node:crypto'
import type { Keys } from '../../../platform/keys.ts'
import type { Source } from '../../../record/access/identity/slowDown.ts'
import type { Identity } from '../../../record/access/identity/identity.ts'
import { emailOf } from '../../../record/access/identity/proving.ts'
import { signOut, type SignedIn } from '../../../record/access/signIn.ts'
import { sessionCookie } from '../server.ts'

/** Between the password and the second factor. */
const doorCookie = '__Host-kith-door'
/** A browser in which some accounts signed in before: their next attempts there are counted apart from everybody else's guesses. */
const knownCookie = '__Host-kith-known'

// The prefix __Host- holds a browser to: Secure, this host only, the whole path. Browsers take localhost without TLS as secure.
const settings = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const
const yearS = 365 * 86_400
const most = 5

const markOf = (keys: Keys, number: string, account: string): string => keys.mark('knownBrowser', `${number} ${account.trim().toLowerCase()}`).toString('hex').slice(0, 32)
function knownIn(request: FastifyRequest): { number: string; marks: string[] } | undefined {
  const [number = '', ...marks] = (request.cookies[knownCookie] ?? '').split('.')
  return /^[0-9a-f]{32}$/.test(number) ? { number, marks } : undefined
}

/** Where an attempt at this account comes from. */
export function sourceOf(request: FastifyRequest, keys: Keys, account: string): Source {
  const known = knownIn(request)
  return { address: request.ip, known: known?.marks.includes(markOf(keys, known.number, account)) ? known.number : undefined }
}

/** Signed in: what was open in this browser before ends. */
export async function enter(identity: Identity, request: FastifyRequest, reply: FastifyReply, entered: SignedIn): Promise<void> {
  const before = request.cookies[sessionCookie]
  if (before) await signOut(identity.pool, before)
  letIn(request, reply, identity.keys, entered.token, await emailOf(identity, entered.actorId))
}
/** Signed in: the session's cookie, and a browser that is known to this account from now on. `account`: the e-mail address. */
function letIn(request: FastifyRequest, reply: FastifyReply, keys: Keys, token: string, account: string): void {
  const known = knownIn(request) ?? { number: randomBytes(16).toString('hex'), marks: [] }
  const mark = markOf(keys, known.number, account)
  reply.setCookie(sessionCookie, token, settings)
  reply.setCookie(knownCookie, [known.number, mark, ...known.marks.filter((one) => one !== mark)].slice(0, most + 1).join('.'), { ...settings, maxAge: yearS })
  reply.clearCookie(doorCookie, settings)
}
export function atTheDoor(reply: FastifyReply, pending: string): void {
  reply.setCookie(doorCookie, pending, { ...settings, maxAge: 900 })
}
export function letOut(reply: FastifyReply): void {
  reply.clearCookie(sessionCookie, settings)
  reply.clearCookie(doorCookie, settings)
}
export const pendingIn = (request: FastifyRequest): string => request.cookies[doorCookie] ?? ''
