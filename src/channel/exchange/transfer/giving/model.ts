import { Type, type Static } from '@sinclair/typebox'
import type { Instant, PlainDate } from '../../../../kernel/dates.ts'
import { Id, OneOf, optional, shape, Words } from '../../../../kernel/shape.ts'

const Code = Type.String({ pattern: '^\\d{3}$' })
/** Asks that children are handed to another council. */
export const AskTransfer = shape({
  id: Id, children: Type.Array(Id, { minItems: 1, maxItems: 20 }), adults: Type.Array(Id, { maxItems: 20 }),
  toCode: Code, toName: optional(Type.String({ maxLength: 200 })), reason: Words(4000),
})
export type AskTransfer = Static<typeof AskTransfer>
export const DecideTransfer = shape({ id: Id, decision: OneOf(['agree', 'refuse']), reason: Words(2000) })
export const SendTransfer = shape({ id: Id, because: optional(Type.String({ maxLength: 2000 })) })
export type SendTransfer = Static<typeof SendTransfer>

export type GivenState = 'asked' | 'agreed' | 'refused' | 'sent' | 'taken' | 'withdrawn'
/** Children of ours who are handed to another council. */
export type Given = Readonly<{
  id: string; toCode: string; toName: string; reason: string; state: GivenState; askedAt: Instant; askedById: string; askedBy: string; decidedAt: Instant | null; decidedBy: string | null; decidedBecause: string | null
  outputId: string | null; itemId: string | null; sentAt: Instant | null; takenOn: PlainDate | null; /** Brought in on the command line, not yet closed with. */ cameReceipt: string | null; people: readonly Readonly<{ id: string; part: 'child' | 'adult' }>[]
}>
