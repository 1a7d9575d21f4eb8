import { expect, it } from 'vitest'
import { evaluateById, type Settings } from '../../src/engine/timescales/evaluate.ts'
import type { Clock, Duty, Happening } from '../../src/engine/timescales/model.ts'
import { dayOf, moment, plain } from '../../src/kernel/dates.ts'
import { duties } from './all.ts'

/** An extension until a day the court set: `careProceedings.extended 2026-04-02: until 2026-11-01`. Else `contact.received 2025-10-03`, with a time `contact.received 2025-10-03T23:59Z`, with a reason after a colon. */
const happened = (line: string): Happening => {
  const [, event = '', when = '', reason] = /^(\S+) (\S+?)(?:: (.*))?$/.exec(line) ?? []
  const until = /^until (\S+)$/.exec(reason ?? '')?.[1]
  if (until) return { event, on: plain(when), until: plain(until) }
  const at = when.includes('T') ? moment(when) : undefined
  return { event, on: at ? dayOf(at) : plain(when), ...(at ? { at } : {}), ...(reason ? { reason } : {}) }
}
/** What happened, told in a line: each as above, with commas between. */
export const history = (text: string): Happening[] => text.split(', ').map(happened)
/** @throws when no duty has this id */
export const dutyCalled = (id: string): Duty => {
  const duty = duties.find((one) => one.id === id)
  if (!duty) throw new Error(`There is no duty ${id}.`)
  return duty
}
/** The clock of a duty after what happened, as on a day or, where `today` has a time, at that moment. */
export const clock = (id: string, what: string, today: string, settings: Settings = {}): Clock | undefined => {
  const now = today.includes('T') ? moment(today) : undefined
  return evaluateById(duties, id, history(what), { today: now ? dayOf(now) : plain(today), ...(now ? { now } : {}) }, settings)
}
/** Its state and last day: `running 2025-12-08`. */
export const stateAndDue = (found: Clock | undefined) => `${found?.state} ${found?.dueOn ?? ''}`.trim()

type Case = readonly [story: string, duty: string, what: string, today: string, expected: string]
/** A test a case: what happened, told in a line, and how the clock stands. */
export const tell = (cases: readonly Case[]) => it.each(cases)('%s', (_, id, what, today, expected) => expect(stateAndDue(clock(id, what, today))).toBe(expected))
