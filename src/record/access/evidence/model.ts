import type { Instant, PlainDate } from '../../../kernel/dates.ts'
import type { Via } from '../model.ts'

/** Why somebody could see a record at that moment: worked out from who worked with whom then. */
export const ways = ['worker', 'team', 'above', 'named', 'granted', 'opened', 'frontDoor', 'before', 'none'] as const
export type Way = (typeof ways)[number]

/** What the privacy officer is told of somebody on record: no name unless the record is open. */
export type Reviewed = Readonly<{ personId: string; marking: 'open' | 'restricted' | 'sealed'; name: string | null; bornOn: PlainDate | null }>

/** One request, as the audit keeps it. */
type Looked = Readonly<{ id: number; at: Instant; what: string; why: string | null; refused: boolean; via: Via }>
/** One request about one person. `others`: how many more people it was about. */
export type Look = Looked & Readonly<{ actorId: string | null; actor: string | null; jobTitle: string | null; openedBecause: string | null; way: Way; others: number }>
/** One request of one account. */
export type Deed = Looked & Readonly<{ shown: readonly Readonly<{ personId: string; name: string | null }>[]; others: number }>
export type Looker = Readonly<{ actorId: string; actor: string; jobTitle: string | null; times: number; lastAt: Instant }>

/** What makes viewing unusual (access policy, rule 27). */
const unusualKinds = ['own', 'colleague', 'surname', 'address', 'closed', 'restricted', 'noWork', 'many'] as const
export type UnusualKind = (typeof unusualKinds)[number]
/** One account and one record in one week; no record: many of them in a short time. */
export type Unusual = Readonly<{
  id: string; actorId: string; actor: string; jobTitle: string | null; personId: string | null; name: string | null; marking: Reviewed['marking'] | null
  kinds: readonly UnusualKind[]; times: number; firstAt: Instant; lastAt: Instant; reviewedAt: Instant | null; reviewer: string | null; note: string | null
}>
/** A week that was looked through. `waiting`: lines that nobody reviewed yet. */
export type Week = Readonly<{ from: PlainDate; lookedAt: Instant; waiting: number }>

/** When viewing is unusual; a council may set others. */
export const unusualFrom = { manyWithinAnHour: 40, oftenWithoutWork: 3, daysAfterClosing: 28 } as const

/** Which part of the audit is asked for. `below`: where the page before ended. */
export type Period = Readonly<{ since?: Instant | undefined; ends?: Instant | undefined; below?: number | undefined }>

/** An account that opened more different records within an hour or a day than the council's measure. */
export type ManyOpened = Readonly<{ id: string; actorId: string; actor: string; jobTitle: string | null; span: 'hour' | 'day'; people: number; measure: number; foundAt: Instant; slowedUntil: Instant }>
/** So many different records within an hour, or a day, alert the privacy officer, unless the council has set others. */
export const manyOpened = { hour: 60, day: 200 } as const
