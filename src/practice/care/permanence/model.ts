import { Type, type Static } from '@sinclair/typebox'
import { Day, Id, OneOf, optional, shape, Words } from '../../../kernel/shape.ts'

/** What is put to the agency decision maker, for one child or for brothers and sisters together. */
export const AskDecision = shape({
  id: Id, people: Type.Array(Id, { minItems: 1, maxItems: 20 }), what: OneOf(['adoption', 'match', 'longTermFoster', 'guardianship', 'notAdoption'] as const), deciderId: Id,
  /** The day on which the final minutes of the panel came, where there was a panel. */
  panelOn: optional(Day), words: Words(8000),
  who: optional(Type.String({ maxLength: 400 })), fosterCarer: optional(OneOf(['yes', 'no'] as const)), adopters: optional(Type.String({ maxLength: 2 })), sexes: optional(Words(60)), status: optional(Words(60)),
})
export type AskDecision = Static<typeof AskDecision>

export const DecidePermanence = shape({ itemId: Id, decision: OneOf(['agree', 'return'] as const), comment: optional(Type.String({ maxLength: 4000 })), ended: optional(Words(60)) })

/** The order by which a time in our care ends for good. */
export const OrderMade = shape({
  id: Id, people: Type.Array(Id, { minItems: 1, maxItems: 20 }), order: OneOf(['adoptionOrder', 'specialGuardianship', 'livesWith'] as const), on: Day, ending: Words(60),
  court: optional(Type.String({ maxLength: 200 })), caseNumber: optional(Type.String({ maxLength: 60 })), words: optional(Type.String({ maxLength: 2000 })),
  /** To whom it was made: the special guardian, or with whom the child lives. */
  to: optional(Type.String({ maxLength: 200 })),
  staysThere: optional(Type.Boolean()),
})
export type OrderMade = Static<typeof OrderMade>
