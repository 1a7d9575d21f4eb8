import { Type, type Static } from '@sinclair/typebox'
import type { PlainDate } from '../../../kernel/dates.ts'
import { Day, Id, OneOf, optional, shape, Words } from '../../../kernel/shape.ts'

/** What tells where somebody is. With a placement, also who cares for them there. */
export const hidable = ['home', 'placement', 'school', 'gp', 'phone', 'email'] as const
export type Hidable = (typeof hidable)[number]

/** From whom: everybody without a named need, or people on the record and agencies. Agencies never see what is hidden, named or not. */
export const Hide = shape({
  personId: Id,
  what: Type.Array(OneOf(hidable), { minItems: 1, maxItems: 6 }),
  fromEverybody: optional(Type.Boolean()),
  fromPeople: optional(Type.Array(Id, { maxItems: 20 })),
  fromAgencies: optional(Type.Array(Id, { maxItems: 20 })),
  /** Accounts with a named need, when it is hidden from everybody. */
  seenBy: optional(Type.Array(Id, { maxItems: 50 })),
  reason: Words(2000),
  from: Day,
  to: optional(Day),
})
export type Hide = Static<typeof Hide>
export const EndHiding = shape({ hidingId: Id, personId: Id, reason: Words(2000) })

/** A decision to hide, as those hear of it who may. */
export type Hiding = Readonly<{
  id: string; personId: string; what: readonly Hidable[]; fromEverybody: boolean; fromPeople: readonly string[]; agencies: readonly string[]; seenBy: readonly Readonly<{ id: string; name: string }>[]
  reason: string; from: PlainDate; to: PlainDate | null; by: string | null; endedAt: string | null; endedBy: string | null; endedWhy: string | null
}>

/** Something hidden, shown to somebody who asked for it. */
export type Kept = Readonly<{ id: string; what: string; words: string; from: PlainDate | null; to: PlainDate | null }>
