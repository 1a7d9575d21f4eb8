import { Type, type Static } from '@sinclair/typebox'
import type { Instant, PlainDate } from '../../kernel/dates.ts'
import { Day, Id, OneOf, optional, shape, timeOfDay, Words } from '../../kernel/shape.ts'

const matterKinds = ['preProceedings', 'proceedings'] as const
export type MatterKind = (typeof matterKinds)[number]

const Slug = Type.String({ pattern: '^[a-z][A-Za-z0-9]*$', maxLength: 60 })
const People = Type.Array(Id, { minItems: 1, maxItems: 40 })
const Some = optional(Type.Array(Id, { maxItems: 40 }))
const Text = (most: number) => optional(Type.String({ maxLength: most }))

/** Asks for a legal planning meeting: about whom, why, and which lawyer advises. */
export const AskLegal = shape({ people: People, why: Words(4000), adviserId: optional(Id) })
/** A dated fact of a matter. About nobody in particular is about all. `corrects`: what it takes the place of. */
export const KeepLegalFact = shape({
  id: Id, matterId: Id, kind: Slug, about: Some, on: Day, time: optional(Type.String({ pattern: timeOfDay })), until: optional(Day),
  answers: Type.Record(Type.String({ maxLength: 60 }), Type.String({ maxLength: 4000 })), words: Text(8000), corrects: optional(Id), why: Text(1000),
})
export type KeepLegalFact = Static<typeof KeepLegalFact>
export const Direct = shape({ id: Id, matterId: Id, about: Some, hearingId: optional(Id), words: Words(2000), owner: Text(200), ownerId: optional(Id), dueOn: Day })
export const FinishDirection = shape({ matterId: Id, id: Id, on: Day, words: Words(2000) })
/** The matter ends for some of its children, each with what came of it. */
export const EndMatter = shape({ matterId: Id, on: Day, ends: Type.Array(shape({ personId: Id, outcome: Slug }), { minItems: 1, maxItems: 40 }), words: Words(4000) })
export type EndMatter = Static<typeof EndMatter>
/** Orders the court made, child by child where they differ. */
export const MakeOrders = shape({ matterId: Id, on: Day, orders: Type.Array(shape({ personId: Id, code: Slug, expiresOn: optional(Day) }), { minItems: 1, maxItems: 40 }), details: Text(4000) })
export const Advise = shape({ people: People, matterId: optional(Id), on: Day, by: Words(200), words: Words(20_000) })
/** Names somebody who sees the advice from now on. */
export const NameForLegal = shape({ people: People, /** Without: whoever asks, as the allocated worker. */ actorId: optional(Id), role: OneOf(['legalAdviser', 'allocatedWorker', 'named'] as const) })

export type MatterPerson = Readonly<{ personId: string; startedOn: PlainDate; endedOn: PlainDate | null; outcome: string | null; words: string | null }>
export type Matter = Readonly<{
  id: string; kind: MatterKind; follows: string | null; meetingId: string | null; decidedOn: PlainDate; application: string | null; court: string | null; caseNumber: string | null
  leadId: string | null; lead: string | null; teamId: string | null; adviserId: string | null; adviser: string | null; words: string; people: readonly MatterPerson[]
}>
export type LegalFact = Readonly<{ id: string; factId: string; matterId: string; about: readonly string[]; kind: string; on: PlainDate; at: Instant | null; until: PlainDate | null; answers: Readonly<Record<string, string>>; words: string | null; by: string | null }>
export type Direction = Readonly<{ id: string; matterId: string; about: readonly string[]; words: string; owner: string; ownerId: string | null; dueOn: PlainDate; itemId: string | null; doneOn: PlainDate | null; doneWords: string | null }>
export type WholeMatter = Matter & Readonly<{ facts: readonly LegalFact[]; directions: readonly Direction[] }>
/** What of a fact is something to a clock. */
export type DatedFact = Pick<LegalFact, 'about' | 'kind' | 'on' | 'until' | 'answers' | 'words'>
/** Legal work that goes on, as far as its clock asks: on the board of a team. */
export type Going = Pick<Matter, 'id' | 'kind' | 'teamId' | 'lead' | 'decidedOn'> & Readonly<{ people: readonly Pick<MatterPerson, 'personId' | 'startedOn' | 'endedOn'>[]; facts: readonly DatedFact[] }>
export type Advice = Readonly<{ id: string; on: PlainDate; by: string; words: string; people: readonly string[] }>
