import { Type, type Static } from '@sinclair/typebox'
import type { PlainDate } from '../../../kernel/dates.ts'
import { Day, Id, OneOf, optional, shape, Words } from '../../../kernel/shape.ts'
import { exactness, sexes } from '../model.ts'

const Born = shape({
  /** The first keeps the record of the unborn; each other has an id of its own, made by the caller or here. */
  id: optional(Id),
  given: optional(Type.String({ maxLength: 200 })),
  family: optional(Type.String({ maxLength: 200 })),
  sex: OneOf(sexes),
  bornOn: Day,
  bornAbout: optional(OneOf(exactness)),
})

/** The unborn `personId` is born: one child or more. `responsible`: which of the expected parents have parental responsibility. */
export const RecordBirth = shape({ personId: Id, children: Type.Array(Born, { minItems: 1, maxItems: 8 }), responsible: optional(Type.Array(Id, { maxItems: 4 })), livesWith: optional(Id) })
export type RecordBirth = Static<typeof RecordBirth>

export const EndPregnancy = shape({ personId: Id, on: Day, words: optional(Type.String({ maxLength: 2000 })) })
export const TakeBackBirth = shape({ personId: Id, why: Words(1000) })

/** What became of an unborn child: a child, or none. */
export type Becoming = Readonly<{ id: string; unbornId: string; childId: string | null; on: PlainDate; words: string | null; recordedAt: string; by: string | null; gone: boolean }>
