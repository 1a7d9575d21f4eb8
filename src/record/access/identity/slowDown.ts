import type { Instant } from '../../../kernel/dates.ts'
import { notAllowed } from '../../../kernel/errors.ts'
import { inTransaction } from '../../../platform/db/pool.ts'
import * as store from '../store/attempts.ts'
import type { Identity } from './identity.ts'

/** Where an attempt comes from. `known`: the browser's own number, when this account signed in there before. */
export type Source = Readonly<{ address: string; known?: string | undefined }>

const freeTries = 5
const longestWaitS = 60
/** Seconds to wait after so many wrong attempts in a row from one place at one account: 2, 4, 8 … 60. */
export const waitAfter = (count: number): number => (count < freeTries ? 0 : Math.min(2 ** (count - freeTries + 1), longestWaitS))

/** Milliseconds by which an answer is held back when many attempts, wherever from, went wrong at this account, or from this address at any. Nobody is refused for what others did. */
const heldBack = (atAccount: number, fromAddress: number): number => Math.min(Math.max(0, atAccount - 10) * 250 + Math.max(0, fromAddress - 100) * 50, 5_000)

/**
 * Counts an attempt before it is looked at, so that many at once gain nothing. What a colleague's browser is known by is counted apart from everybody
 * else's guesses at the same account: those never make the colleague wait (OWASP: device cookies).
 * @returns how to forget it when it was right
 * @throws NotAllowed while this place must wait
 */
export async function countAttempt({ pool, clock, keys }: Identity, what: string, account: string, from: Source): Promise<{ hold: number; right: () => Promise<void> }> {
  const mark = (...words: string[]) => keys.mark('attempt', JSON.stringify([what, ...words]))
  const place = from.known === undefined ? mark('place', account, from.address) : mark('known', account, from.known)
  const everybody = from.known === undefined ? [mark('account', account), mark('address', from.address)] : []
  const now = clock.now()
  const hold = await inTransaction(pool, 'begin', async (db) => {
    const found = await store.attempts(db, [place, ...everybody])
    const countOf = (of: Buffer | undefined) => (of ? (found.find((one) => one.mark.equals(of))?.count ?? 0) : 0)
    const before = found.find((one) => one.mark.equals(place))
    const left = before ? secondsBetween(now, before.lastAt, waitAfter(before.count)) : 0
    if (left > 0) throw notAllowed(`That went wrong several times. Wait ${left === 1 ? 'one second' : `${left} seconds`}, then sign in again. Nothing is locked.`)
    await store.countAttempt(db, [place, ...everybody], now)
    return heldBack(countOf(everybody[0]), countOf(everybody[1]))
  })
  return { hold, right: () => inTransaction(pool, 'begin', (db) => store.forgetAttempts(db, [place])) }
}

const secondsBetween = (now: Instant, last: Instant, wait: number): number => Math.ceil((Date.parse(last) + wait * 1000 - Date.parse(now)) / 1000)
