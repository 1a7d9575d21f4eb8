import { Type, type Static } from '@sinclair/typebox'
import { Id, optional, shape } from '../../../kernel/shape.ts'

const Part = Type.String({ maxLength: 6000 })
/** The words of a letter, for one recipient, as they are sent. */
export const LetterWords = shape({
  opening: Part, goingWell: Part, worries: Part,
  said: Type.Array(shape({ personId: Id, words: Part }), { maxItems: 20 }),
  doing: Part, next: Part,
})
export type LetterWords = Static<typeof LetterWords>
export const SendLetter = shape({ assessmentId: Id, recipientId: Id, words: LetterWords, /** Somebody else gets a letter too: the work stays open. */ more: optional(Type.Boolean()), /** Why it goes out though something hidden may stand in it: for a second person. */ because: optional(Type.String({ maxLength: 2000 })) })
export type SendLetter = Static<typeof SendLetter>
export type KeptLetter = Readonly<{ id: string; assessmentId: string; recipientId: string | null; about: readonly string[]; words: LetterWords; madeAt: string; by: string | null }>
