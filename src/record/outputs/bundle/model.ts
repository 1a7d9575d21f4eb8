import { Type, type Static } from '@sinclair/typebox'
import { Day, Id, OneOf, optional, shape, Words } from '../../../kernel/shape.ts'

/** A copy of the chronology of some people, for one reader. */
export const SendRecord = shape({
  people: Type.Array(Id, { minItems: 1, maxItems: 80 }),
  /** Who reads it: `own` for the work of whoever prints it. */
  to: OneOf(['person', 'agency', 'outside', 'own']),
  personId: optional(Id), agencyId: optional(Id), name: optional(Type.String({ maxLength: 200 })),
  /** Whom the reader may know about. A person on the record knows of themselves and of their own children. */
  knows: optional(Type.Array(Id, { maxItems: 80 })),
  since: optional(Day), until: optional(Day),
  significantOnly: optional(Type.Boolean()),
  purpose: Words(200), lawfulBasis: Words(200),
  because: optional(Type.String({ maxLength: 2000 })),
  looked: optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
})
export type SendRecord = Static<typeof SendRecord>
