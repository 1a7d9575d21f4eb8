import { Type } from '@sinclair/typebox'
import type { PlainDate } from '../../kernel/dates.ts'
import { Day, Id, optional, shape, Words } from '../../kernel/shape.ts'

const Slug = Type.String({ pattern: '^[a-z][A-Za-z0-9]*$', maxLength: 60 })
/** Somebody tells the designated officer. `professionalId`: where the adult has a record that the teller finds. */
export const TellAllegation = shape({ people: Type.Array(Id, { maxItems: 20 }), professionalId: optional(Id), name: Words(200), role: Slug, employer: optional(Type.String({ maxLength: 200 })), knownOn: Day, words: Words(20_000) })
/** The first answer: whether it is for the designated officer, and what is advised. */
export const AnswerAllegation = shape({ id: Id, criterion: Slug, on: Day, words: Words(8000) })
export const KeepStep = shape({ id: Id, kind: Slug, on: Day, came: optional(Type.String({ maxLength: 1000 })), words: Words(20_000) })
export const EndAllegation = shape({ id: Id, outcome: Slug, on: Day, words: Words(8000), barring: optional(Type.Boolean()), regulator: optional(Type.Boolean()) })
export const TakeUp = shape({})

export type Allegation = Readonly<{
  id: string; knownOn: PlainDate; toldOn: PlainDate; toldBy: string; name: string; role: string; employer: string | null; words: string; criterion: string | null; advisedOn: PlainDate | null
  outcome: string | null; endedOn: PlainDate | null; outcomeWords: string | null; barring: boolean | null; regulator: boolean | null; children: readonly string[]
}>
export type Step = Readonly<{ id: string; kind: string; on: PlainDate; came: string | null; words: string; by: string | null }>
