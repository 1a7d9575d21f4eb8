import { Type, type Static } from '@sinclair/typebox'
import type { Instant, PlainDate } from '../../kernel/dates.ts'

const closed = { additionalProperties: false }
const Words = Type.String({ minLength: 1 })
const Event = Type.String({ pattern: '^[a-z][A-Za-z0-9]*\\.[a-z][A-Za-z0-9]*$' })
const Count = Type.Integer({ minimum: 0 })

/** A length of time in the unit that the rule uses. A school term has no length: what begins with it tells its last day (`until`). */
export const Span = Type.Union([
  Type.Object({ workingDays: Count }, closed), Type.Object({ days: Count }, closed), Type.Object({ weeks: Count }, closed),
  Type.Object({ months: Count }, closed), Type.Object({ years: Count }, closed), Type.Object({ hours: Count }, closed),
  Type.Object({ terms: Count }, closed),
])
export type Span = Static<typeof Span>

/**
 * What the span means. `by`: done by then. `every`: done again within that of the last time. `lasts`: something ends by itself then.
 * `notBefore`: not earlier than then. `ahead`: done at least that long before the event it is counted back from.
 */
const Manner = Type.Union((['by', 'every', 'lasts', 'notBefore', 'ahead'] as const).map((one) => Type.Literal(one)))
export type Manner = Static<typeof Manner>

export const Status = Type.Union((['law', 'guidance', 'courtRule', 'protocol', 'goodPractice', 'standard', 'local'] as const).map((one) => Type.Literal(one)))

/** A duty with its time, as data. Nothing in it executes. */
export const Duty = Type.Object({
  id: Type.String({ pattern: '^[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)+$' }),
  duty: Words,
  area: Words,
  /** Any of these begins it. */
  from: Type.Array(Event, { minItems: 1 }),
  /** Any of these ends it. Empty for what ends by itself (`lasts`). */
  to: Type.Array(Event),
  manner: Manner,
  within: Span,
  /** A second beginning while it runs leaves it as it is; unless it begins it anew (`last`), or runs beside it and one end closes both (`each`). */
  restart: Type.Optional(Type.Union([Type.Literal('last'), Type.Literal('each')])),
  /** `firstDay`: the day of the beginning is day 1 ("beginning with"). Otherwise the day after is. */
  count: Type.Optional(Type.Literal('firstDay')),
  calendar: Type.Optional(Type.Union((['england', 'complaints', 'unitedKingdom', 'school'] as const).map((one) => Type.Literal(one)))),
  /** A last day that is no working day moves to the next. Only where the rule says so. */
  rolls: Type.Optional(Type.Literal('forward')),
  /** Time between these does not count. Each pause needs a reason in the history. `words`: when it may, with the source where that is another than the duty’s own. */
  pauses: Type.Optional(Type.Array(Type.Object({ from: Event, to: Event, words: Type.Optional(Words), source: Type.Optional(Words), basis: Type.Optional(Type.Union([Type.Literal('read'), Type.Literal('quoted'), Type.Literal('remembered')])) }, closed))),
  /** From the original beginning, once that event has happened. */
  extended: Type.Optional(Type.Array(Type.Object({ by: Event, within: Span }, closed))),
  /** Ends it as neither met nor missed. */
  stoppedBy: Type.Optional(Type.Array(Event)),
  /** The id of another duty: the sooner of the two is what is due. */
  sooner: Type.Optional(Words),
  /** Whom it is for, in words. Cohorts are decided by the record that asks. */
  appliesTo: Type.Optional(Words),
  /** What a person should know when they use it. */
  note: Type.Optional(Words),
  status: Status,
  source: Type.Object({ title: Words, provision: Type.Optional(Words), url: Type.Optional(Words) }, closed),
  /** True only when the text of the rule itself was read. */
  verified: Type.Boolean(),
  basis: Type.Union([Type.Literal('read'), Type.Literal('quoted'), Type.Literal('remembered')]),
  /** The row of the list of clocks that this was taken from. */
  reference: Type.Optional(Words),
  /** By the day it began. */
  inForce: Type.Optional(Type.Object({ from: Type.Optional(Type.String()), to: Type.Optional(Type.String()) }, closed)),
}, closed)
export type Duty = Static<typeof Duty>

/**
 * Something that happened, as the record holds it now (what was corrected or moved stands here once, as it is). `at` where the hour
 * matters; `reason` for a pause; `people` where it is about some only. What is counted back from may lie ahead; `knownOn` is then the
 * day it was arranged, before which nobody could be late.
 */
export type Happening = Readonly<{ event: string; on: PlainDate; at?: Instant; reason?: string; people?: readonly string[]; knownOn?: PlainDate; /** Of an extension: the day that was set, where somebody set one. Of the beginning of a school term: its last day. */ until?: PlainDate }>

/** The day, and the moment where hours are counted. */
export type AsAt = Readonly<{ today: PlainDate; now?: Instant }>

/** `tooEarly`: a thing that may not be done before its day was. `mayNow`: its day has come. `ended`: what lasts by itself has run out. */
export type ClockState =
  | 'notStarted' | 'running' | 'dueSoon' | 'dueToday' | 'overdue' | 'met' | 'metLate' | 'stopped' | 'paused' | 'ended' | 'mayNow' | 'tooEarly'

export type Unit = 'workingDays' | 'days' | 'hours'

/** A duty at one moment. Days are counted in the unit of the duty: working days where it counts them, days of the calendar otherwise. */
export type Clock = Readonly<{
  duty: string
  state: ClockState
  unit: Unit
  startedOn?: PlainDate
  startedAt?: Instant
  dueOn?: PlainDate
  dueAt?: Instant
  /** Which working day (day, hour) of the span today is, and how many there are: 31 of 45. */
  workingDay?: number
  of?: number
  /** Days (hours) until it is due: 0 on the day, negative when it is late, or when it was done late. */
  daysLeft?: number
  endedOn?: PlainDate
  /** Why it waits, when it is paused. */
  reason?: string
}>
