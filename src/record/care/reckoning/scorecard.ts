import { scorecardMeant, type ScorecardMeant } from '../../../../content/care/scorecard.ts'
import { addDays, addMonths, daysBetween, plain, type PlainDate } from '../../../kernel/dates.ts'
import { waitsOf, type AdoptionPath } from './adoption.ts'

/** A1 and A2 in days on average, A3 in per cent; each with of how many children, and undefined of none. */
export type Scorecard = Readonly<{ a1: number | undefined; a1Of: number; a2: number | undefined; a2Of: number; a3: number | undefined; a3Of: number }>

const average = (of: readonly number[]): number | undefined => (of.length === 0 ? undefined : Math.round(of.reduce((sum, one) => sum + one, 0) / of.length))

/** The scorecard’s year that a day lies in, by the 31 March on which it ends: 2026-04-01 lies in 2027. */
export const yearOf = (day: PlainDate): number => Number(day.slice(0, 4)) + (day.slice(5) > '03-31' ? 1 : 0)
/** The last day of such a year. */
export const endOf = (year: number): PlainDate => plain(`${year}-03-31`)
/** What is meant for the three years to that one: the last that was set goes on. */
export const meantFor = (year: number): ScorecardMeant => scorecardMeant.findLast((one) => one.year <= year) ?? scorecardMeant[0] ?? { year, a1: 0, a2: 0, a3: 0 }

/**
 * The scorecard as it stands on a day, over so many years up to it (three, as it is published).
 * A1: from coming into care to moving in, of those whose order was made in them. A2: from the court’s authority to the match, none where the match was earlier, of those placed in them, without whoever was placed without authority.
 * A3: of those who moved in during them or still wait on the day, who moved in, or has waited, less than the months meant.
 */
export function scorecardAt(paths: readonly AdoptionPath[], on: PlainDate, years = 3): Scorecard {
  const after = addMonths(on, -12 * years)
  const within = (day: PlainDate | undefined): boolean => day !== undefined && day > after && day <= on
  const a1 = paths.flatMap((path) => (within(path.orderOn) ? waitsOf(path).a1 ?? [] : []))
  const a2 = paths.flatMap((path) => (within(path.placedOn) ? waitsOf(path).a2 ?? [] : []))
  const begun = (path: AdoptionPath): PlainDate | undefined => [path.decidedOn, path.authorityOn, path.movedInOn].flatMap((day) => day ?? []).sort()[0]
  const waits = (path: AdoptionPath): boolean => (begun(path) ?? '9') <= on && (path.movedInOn ?? '9') > on && !path.endedOn
  const counted = paths.filter((path) => within(path.movedInOn) || waits(path))
  const limit = meantFor(yearOf(on)).a3
  const soon = counted.filter((path) => (within(path.movedInOn) ? path.movedInOn ?? on : on) < addMonths(path.enteredOn, limit))
  return { a1: average(a1), a1Of: a1.length, a2: average(a2), a2Of: a2.length, a3: counted.length === 0 ? undefined : Math.round((soon.length / counted.length) * 100), a3Of: counted.length }
}

/** What is supposed of the years to come: days each, and how many orders are made in a year. */
export type Supposed = Readonly<{
  /** From coming into care to moving in. */ movesIn: number
  /** Whoever has waited that long already moves in so many days from today. */ overdue: number
  /** From the court’s authority to the match. */ match: number
  /** From moving in to the order. */ order: number
  ordersAYear: number
}>

const later = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b)
const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b)

/** One child’s way to its end, if all goes as is supposed. What has happened stays. */
function goneOn(path: AdoptionPath, today: PlainDate, supposed: Supposed): AdoptionPath {
  if (path.orderOn || path.endedOn) return path
  const inTime = addDays(path.enteredOn, supposed.movesIn)
  const movedInOn = path.movedInOn ?? (inTime > today ? inTime : addDays(today, supposed.overdue))
  const placedOn = path.placedOn ?? movedInOn
  const authorityOn = path.authorityOn ?? addDays(placedOn, -supposed.match)
  const matchedOn = path.matchedOn ?? earlier(placedOn, later(addDays(authorityOn, supposed.match), today))
  return { ...path, movedInOn, placedOn, authorityOn, matchedOn, orderOn: later(addDays(placedOn, supposed.order), addDays(today, 1)) }
}

/** A child of whom nobody knows yet, adopted in the middle of a year, in time at every step. */
function toCome(year: number, supposed: Supposed): AdoptionPath {
  const orderOn = addMonths(endOf(year), -6)
  const placedOn = addDays(orderOn, -supposed.order)
  const enteredOn = addDays(placedOn, -supposed.movesIn)
  const authorityOn = later(enteredOn, addDays(placedOn, -supposed.match))
  return { enteredOn, decidedOn: authorityOn, authorityOn, searchedOn: undefined, linkedOn: undefined, matchedOn: placedOn, placedOn, orderOn, endedOn: undefined, movedInOn: placedOn, brokeOn: undefined }
}

/** Everybody’s way if all goes as is supposed: those on the way now first, and from next year on as many more as make up the orders of a year. */
export function supposedPaths(paths: readonly AdoptionPath[], today: PlainDate, until: number, supposed: Supposed): readonly AdoptionPath[] {
  const known = paths.map((path) => goneOn(path, today, supposed))
  const ordersIn = (year: number): number => known.filter((path) => path.orderOn && yearOf(path.orderOn) === year).length
  const years = Array.from({ length: Math.max(0, until - yearOf(today)) }, (_, at) => yearOf(today) + 1 + at)
  return [...known, ...years.flatMap((year) => Array.from({ length: Math.max(0, supposed.ordersAYear - ordersIn(year)) }, () => toCome(year, supposed)))]
}

export type ScorecardYear = Readonly<{ year: number; kind: 'past' | 'supposed'; meant: ScorecardMeant; /** As it is published. */ three: Scorecard; /** That year alone. */ alone: Scorecard }>

/** The scorecard year by year: those that have ended, and the present one and those to come as they end if all goes as is supposed. */
export function scorecardYears(paths: readonly AdoptionPath[], today: PlainDate, span: Readonly<{ back: number; ahead: number }>, supposed: Supposed): readonly ScorecardYear[] {
  const present = yearOf(today)
  const to = supposedPaths(paths, today, present + span.ahead, supposed)
  const row = (year: number, kind: ScorecardYear['kind'], of: readonly AdoptionPath[], on: PlainDate): ScorecardYear => ({ year, kind, meant: meantFor(year), three: scorecardAt(of, on), alone: scorecardAt(of, on, 1) })
  const past = Array.from({ length: span.back }, (_, at) => present - span.back + at)
  const ahead = Array.from({ length: span.ahead + 1 }, (_, at) => present + at)
  return [...past.map((year) => row(year, 'past', paths, endOf(year))), ...ahead.map((year) => row(year, 'supposed', to, endOf(year)))]
}

/** The first year from the present one on whose three years keep what is meant of A1, if all goes as is supposed; undefined where none of those asked does. */
export const crossesIn = (years: readonly ScorecardYear[]): number | undefined => years.find((one) => one.kind !== 'past' && one.three.a1 !== undefined && one.three.a1 <= one.meant.a1)?.year

/** What to suppose at first: a little less than what is meant, as A3 asks for less than fourteen months; the middle of the days from being placed to the order over three years, and the orders of a year, as the record has them. */
export function suggested(paths: readonly AdoptionPath[], today: PlainDate): Supposed {
  const recent = paths.filter((path) => path.orderOn && path.orderOn > addMonths(today, -36))
  const waits = recent.flatMap((path) => (path.placedOn && path.orderOn ? [daysBetween(path.placedOn, path.orderOn)] : [])).sort((a, b) => a - b)
  const { a1, a2 } = meantFor(yearOf(today))
  return { movesIn: a1 - 6, overdue: 60, match: a2, order: waits[Math.floor(waits.length / 2)] ?? 270, ordersAYear: Math.round(recent.length / 3) }
}
