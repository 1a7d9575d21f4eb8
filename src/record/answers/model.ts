import { Type, type Static } from '@sinclair/typebox'
import { Value } from '../../engine/conditions/model.ts'
import type { Answers, Proposal } from '../../engine/forms/model.ts'
import { Id, OneOf, optional, shape } from '../../kernel/shape.ts'
import type { Instant } from '../../kernel/dates.ts'

/** One place in a form that somebody changed: what stood there when they began, what stands there now. Nothing: the answer was taken away. */
export const Change = shape({
  question: Type.String({ pattern: '^[a-z][A-Za-z0-9]*$', maxLength: 60 }),
  childId: optional(Id),
  base: Type.Union([Value, Type.Null()]),
  value: Type.Union([Value, Type.Null()]),
})
export type Change = Static<typeof Change>

/** Which of two texts in one place is taken, of the form of a piece of work. */
export const ChooseText = shape({ itemId: Id, clashId: Id, choose: OneOf(['stands', 'other'] as const) })

/** Two people wrote in one place: theirs stands, mine is kept beside it until somebody chooses. */
export type Clash = Readonly<{ id: string; question: string; childId?: string | undefined; mine: Value | null; theirs: Value | null; /** Who wrote `mine`, and who wrote what stands there. */ by: string | null; theirsBy: string | null; at: Instant | null }>

export type FormState = 'draft' | 'sent' | 'returned' | 'finished' | 'cancelled'

/** A form with everything in it that the reader may see. */
export type FormRead = Readonly<{
  id: string
  form: string
  formVersion: number
  state: FormState
  itemId: string | null
  previousId: string | null
  version: number
  startedBy: string | null
  startedAt: Instant
  finishedAt: Instant | null
  people: readonly string[]
  answers: Answers
  proposals: readonly Proposal[]
  /** Sections the writer has gone on from. */
  left: readonly string[]
  clashes: readonly Clash[]
  savedAt: Instant | null
  savedBy: string | null
}>
