import { counted } from '../../../kernel/phrasing.ts'
import { highest, toldOf } from '../../../engine/counts/masked.ts'
import type { Scorecard, ScorecardYear } from '../../../record/care/reckoning/scorecard.ts'

/** One year as its reader is told of it. Nothing where it may not be told. */
export type ToldYear = Readonly<{ year: number; kind: ScorecardYear['kind']; meant: ScorecardYear['meant']; three: ToldCard; alone: ToldCard | undefined }>
/** `a1`: what may be drawn. Words for all others. */
export type ToldCard = Readonly<{ a1: number | undefined; a1Words: string; of: string; a2: string; a3: string }>

const none = '–'
/** Fewer than six stand for nobody in particular only while they are not averaged (access policy, rule 23). */
const fewest = highest({ few: true }) + 1
const to5 = (of: number): number => Math.round(of / 5) * 5

/** The numbers themselves, for whoever makes the returns. */
const exactly = (card: Scorecard): ToldCard => ({ a1: card.a1, a1Words: card.a1 === undefined ? none : String(card.a1), of: String(card.a1Of), a2: card.a2 === undefined ? none : String(card.a2), a3: card.a3 === undefined ? none : `${card.a3} %` })

/** For all others: an average of six or more, to the next five; of fewer nothing but that they are few. */
function masked(card: Scorecard): ToldCard {
  const of = toldOf(card.a1Of)
  const about = (value: number | undefined, among: number): number | undefined => (value === undefined || among < fewest ? undefined : to5(value))
  const word = (value: number | undefined, among: number, unit = ''): string => { const told = about(value, among); return told === undefined ? 'few' : `about ${told}${unit}` }
  return { a1: about(card.a1, card.a1Of), a1Words: word(card.a1, card.a1Of), of: 'few' in of ? 'fewer than six' : `about ${of.about}`, a2: word(card.a2, card.a2Of), a3: word(card.a3, card.a3Of, ' %') }
}

/**
 * The scorecard as a reader may be told of it. Beyond the returns' own role a year alone is told only where every year that ended has six orders or more:
 * else the few of one year would be what is left of three.
 */
export function toldYears(years: readonly ScorecardYear[], whole: boolean): readonly ToldYear[] {
  const apart = whole || years.every((one) => one.kind !== 'past' || one.alone.a1Of >= fewest)
  const tell = whole ? exactly : masked
  return years.map(({ year, kind, meant, three, alone }) => ({ year, kind, meant, three: tell(three), alone: apart ? tell(alone) : undefined }))
}

/** How many wait to move in, in words. */
export function waitingInWords(count: number, whole: boolean): string {
  const told = toldOf(count)
  return whole ? counted(count, 'child waits', 'children wait') : 'few' in told ? 'fewer than six children wait' : `about ${told.about} children wait`
}
/** An average as a sentence has it. */
export const daysInWords = (card: ToldCard): string => (card.a1 === undefined ? 'no average that may be told' : `${card.a1Words.replace(/\d+/, '')}${counted(card.a1, 'day', 'days')}`)
