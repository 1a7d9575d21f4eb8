import { Type, type Static } from '@sinclair/typebox'
import { Day, Id, OneOf, optional, shape, Words } from '../../../kernel/shape.ts'
import { ToReader } from '../../../record/outputs/model.ts'

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
/** One document of a bundle: the orders, the chronology, a finished paper, a plan, minutes, or something that was sent before. */
const Piece = Type.String({ pattern: `^(orders|chronology|(paper|plan|meeting|sent):${uuid})$` })
/** A bundle about some children, for one reader. */
export const SendBundle = shape({
  people: Type.Array(Id, { minItems: 1, maxItems: 40 }), forWhom: Words(200),
  pieces: Type.Array(Piece, { minItems: 1, maxItems: 500 }),
  /** Which of them are exhibits to the statement. */
  exhibits: optional(Type.Array(Piece, { maxItems: 500 })),
  chronology: optional(OneOf(['significant', 'all'] as const)), since: optional(Day),
  ...ToReader,
})
export type SendBundle = Static<typeof SendBundle>
