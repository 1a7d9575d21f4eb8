import { addDays, dayOf, moment, momentOf, type Instant } from '../../kernel/dates.ts'
import type { When } from './model.ts'

/** How often a job is tried before somebody has to look. */
export const mostTries = 8

/** Seconds until a job that failed is tried again: half a minute, then three times as long each time, at most six hours. */
export const pauseAfter = (tries: number): number => Math.min(30 * 3 ** (Math.max(tries, 1) - 1), 21_600)

/** The next turn of a recurring job after this moment; undefined when it has no times of its own. */
export function nextTurn(when: When, now: Instant): Instant | undefined {
  if ('at' in when) {
    const today = momentOf(dayOf(now), when.at)
    return today > now ? today : momentOf(addDays(dayOf(now), 1), when.at)
  }
  if ('everyMinutes' in when) {
    const turn = when.everyMinutes * 60_000
    return moment((Math.floor(Date.parse(now) / turn) + 1) * turn)
  }
  return undefined
}

const textOf = (from: object, key: string): string => {
  const value: unknown = Reflect.get(from, key)
  return typeof value === 'string' ? value : ''
}

/** What kind of fault it was, without a word of what the record holds: texts of the database may quote it. */
export function faultOf(problem: unknown): string {
  if (!(problem instanceof Error)) return 'A fault without a name'
  const code = textOf(problem, 'code')
  const where = [textOf(problem, 'constraint'), textOf(problem, 'table'), textOf(problem, 'routine')].filter(Boolean).join(', ')
  if (/^[0-9A-Z]{5}$/.test(code)) return `The database refused it: ${code}${where ? ` (${where})` : ''}`
  return code ? `${problem.constructor.name}: ${code}` : problem.constructor.name
}
