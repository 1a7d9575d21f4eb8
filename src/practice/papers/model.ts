import { Type, type Static } from '@sinclair/typebox'
import { Day, Id, OneOf, optional, shape, Words } from '../../kernel/shape.ts'
import { ToReader } from '../../record/outputs/model.ts'
import { Change } from '../../record/answers/model.ts'

/** A paper for a conference or a court begins: for some children of a family, at once. */
export const BeginPaper = shape({ kind: Words(40), people: Type.Array(Id, { minItems: 1, maxItems: 40 }), forWhom: Words(200), dueOn: optional(Day) })
export const SavePaper = shape({ itemId: Id, changes: Type.Array(Change, { maxItems: 200 }) })
export const SettleForward = shape({ itemId: Id, question: Type.String({ pattern: '^[a-z][A-Za-z0-9]*$', maxLength: 60 }), choice: OneOf(['keep', 'drop'] as const) })
export const OfPaper = shape({ itemId: Id })
export const ReopenPaper = shape({ itemId: Id, reason: Words(400) })
/** A finished paper goes to one reader. `knows`: who of the family may be named to them besides the children. */
export const SendCourtPaper = shape({
  itemId: Id, ...ToReader,
  /** The chronology in it: what matters, or everything. */
  chronology: optional(OneOf(['significant', 'all'] as const)), since: optional(Day),
})
export type SendCourtPaper = Static<typeof SendCourtPaper>
