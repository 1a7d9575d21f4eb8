import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ticks } from '../../platform/clock.ts'

/** Requests a minute, of one session and of one address. */
export type Rate = Readonly<{ session: number; address: number }>

/** Far above what hands and open pages ask for: a council’s whole office comes from one address. */
export const usualRate: Rate = { session: 3_000, address: 60_000 }

/** `KITH_RATE`: `off`, or `3000,60000` for a session and an address. */
export function rateFrom(given: string | undefined): Rate | undefined {
  if (given === 'off') return undefined
  const [session = 0, address = 0] = (given ?? '').split(',').map(Number)
  return session >= 1 && address >= 1 ? { session, address } : usualRate
}

/** Remembered at once; beyond it the oldest is forgotten. */
const mostRemembered = 20_000

/**
 * Counts in memory, one cup a caller: it holds one minute’s worth and fills as time goes by.
 * @returns for how many seconds to wait, 0 when the request may go on
 */
export function counting(aMinute: number, now: () => number = ticks): (who: string) => number {
  const cups = new Map<string, { left: number; at: number }>()
  return (who) => {
    const at = now()
    const before = cups.get(who)
    const left = Math.min(aMinute, (before?.left ?? aMinute) + ((at - (before?.at ?? at)) * aMinute) / 60_000)
    const enough = left >= 1
    cups.delete(who)
    cups.set(who, { left: enough ? left - 1 : left, at })
    if (cups.size > mostRemembered) for (const oldest of cups.keys()) { cups.delete(oldest); break }
    return enough ? 0 : Math.max(1, Math.ceil(((1 - left) * 60) / aMinute))
  }
}

/** Too many at once: nothing is read, and the page says when to try again. */
export class TooMany extends Error {
  readonly statusCode = 429
}

/** So many requests a minute are left to an account that opened very many records, until the privacy officer has looked. */
const whenSlowed = 30

/** Which sessions are slowed: looked up every few seconds, beside every request. @returns whether a session is, and how to stop */
export function watchSlowed(look: () => Promise<readonly string[]>, everyMs = 5_000): Readonly<{ has: (session: string) => boolean; stop: () => void }> {
  let slowed: ReadonlySet<string> = new Set()
  const timer = setInterval(() => { look().then((found) => { slowed = new Set(found) }, () => undefined) }, everyMs)
  timer.unref()
  // The database knows a session by a mark of its secret, and tells a mark of that.
  const markOf = (session: string) => createHash('sha256').update(createHash('sha256').update(session).digest()).digest('hex')
  return { has: (session) => slowed.size > 0 && slowed.has(markOf(session)), stop: () => clearInterval(timer) }
}

/** Slows whoever asks faster than any person or page does. `sessionOf`: the cookie of the session, if there is one. */
export function slowDown(server: FastifyInstance, rate: Rate, sessionOf: (request: FastifyRequest) => string | undefined, isSlowed: (session: string) => boolean = () => false): void {
  const [bySession, byAddress, bySlowed] = [counting(rate.session), counting(rate.address), counting(whenSlowed)]
  server.addHook('onRequest', async (request, reply) => {
    const session = sessionOf(request)
    const wait = byAddress(request.ip) || (session ? bySession(session) || (isSlowed(session) ? bySlowed(session) : 0) : 0)
    if (wait === 0) return
    reply.header('retry-after', String(wait))
    throw new TooMany()
  })
}
