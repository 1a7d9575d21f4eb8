import { Type, type Static, type TSchema } from '@sinclair/typebox'

/** An answer's value: words, a code, a day or a person's id as text; an amount; several codes or ids. */
export const Value = Type.Union([Type.String(), Type.Number(), Type.Array(Type.String())])
export type Value = Static<typeof Value>

const One = Type.Union([Type.String(), Type.Number()])
const closed = { additionalProperties: false }
/** What a leaf looks at: the answer to a question of the form, or a fact of the family that the form is about. */
const looking = <T extends Record<string, TSchema>>(test: T) =>
  Type.Union([Type.Object({ question: Type.String(), ...test }, closed), Type.Object({ fact: Type.String(), ...test }, closed)])

/** When something is asked, shown or opened, as data: `{ question: 'seenAlone', is: 'no' }`, `{ all: [...] }`, `{ not: ... }`. */
export const Condition = Type.Recursive((This) => Type.Union([
  looking({ is: One }),
  looking({ in: Type.Array(One, { minItems: 1 }) }),
  looking({ answered: Type.Boolean() }),
  looking({ atLeast: Type.Number() }),
  Type.Object({ all: Type.Array(This) }, closed),
  Type.Object({ any: Type.Array(This) }, closed),
  Type.Object({ not: This }, closed),
]), { $id: 'Condition' })
export type Condition = Static<typeof Condition>
