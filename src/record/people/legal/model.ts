import { Type, type Static } from '@sinclair/typebox'
import type { Instant, PlainDate } from '../../../kernel/dates.ts'
import { Day, Id, optional, shape, timeOfDay, Words } from '../../../kernel/shape.ts'

/** What an order or status says, as it is typed. */
const said = {
  code: Words(60),
  from: Day,
  /** The hour, where hours are counted: police protection. */
  time: optional(Type.String({ pattern: timeOfDay })),
  to: optional(Day),
  /** When it runs out by itself. */
  expiresOn: optional(Day),
  court: optional(Type.String({ maxLength: 200 })),
  caseNumber: optional(Type.String({ maxLength: 60 })),
  details: optional(Type.String({ maxLength: 4000 })),
}
const People = Type.Array(Id, { minItems: 1, maxItems: 20 })

/** One order for all the children it is about. `endsPresent`: the looked-after status that stands ends as this one begins. */
export const RecordLegalStatus = shape({ id: Id, people: People, ...said, endsPresent: optional(Type.Boolean()) })
export type RecordLegalStatus = Static<typeof RecordLegalStatus>

/** What should have stood there, with the reason. */
export const CorrectLegalStatus = shape({ orderId: Id, people: People, ...said, why: Words(1000) })
export type CorrectLegalStatus = Static<typeof CorrectLegalStatus>

export const EndLegalStatus = shape({ orderId: Id, people: People, on: Day })
export const WithdrawLegalStatus = shape({ orderId: Id, people: People, why: Words(1000) })

export type LegalKind = 'lookedAfter' | 'order'

/** A legal status or order of one person: a version of it. */
export type LegalStatus = Readonly<{
  id: string; orderId: string; personId: string; kind: LegalKind; code: string
  court: string | null; caseNumber: string | null; details: string | null; expiresOn: PlainDate | null; fromAt?: Instant | null
  from: PlainDate; to: PlainDate | null; recordedAt: string
}>

/** An earlier version, with why it gave way and who wrote the one that took its place. */
export type Superseded = LegalStatus & Readonly<{ supersededAt: string; why: string | null; by: string | null }>
