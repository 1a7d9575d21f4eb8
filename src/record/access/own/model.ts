import type { Span } from '../../../engine/timescales/model.ts'
import type { PlainDate } from '../../../kernel/dates.ts'

/** What a council has made of one code of a list. `added`: a value of its own. `retiredFrom`: not offered from that day on; records keep it. */
export type OwnCode = Readonly<{ label?: string; retiredFrom?: PlainDate; place?: number; added?: true; returnCode?: string }>
export type OwnWord = Readonly<{ one: string; many: string }>
/** In what a council may count a measure of its own. */
export const measureUnits = ['workingDays', 'days', 'weeks', 'months', 'years', 'hours'] as const
export type MeasureUnit = (typeof measureUnits)[number]
/** A council's own measure beside a duty, from a day on; without a span it ends on that day. */
export type OwnMeasure = Readonly<{ duty: string; from: PlainDate; within?: Span; /** It waits, with a reason, while something holds it up that is not ours. */ pauses?: true }>

/** One change as it was kept. `value` null: back to the national pack. */
export type OwnChange = Readonly<{ key: string; value: unknown; at: string; by: string | null; why: string | null }>

/** Keys of the settings table. */
export const keyOf = { code: (list: string, code: string) => `own.code.${list}.${code}`, word: (key: string) => `own.word.${key}`, measure: (duty: string, from: string) => `own.measure.${duty}@${from}`, terms: (year: number) => `own.terms.${year}` }
