import { Type, type Static } from '@sinclair/typebox'
import { Day, Id, OneOf, optional, shape, timeOfDay, Words } from '../../kernel/shape.ts'
import type { Instant, PlainDate } from '../../kernel/dates.ts'

export const noteKinds = ['note', 'visit', 'phoneCall', 'meeting', 'email', 'managementOversight', 'supervision', 'directWork'] as const
export type NoteKind = (typeof noteKinds)[number]

const titles: Readonly<Record<NoteKind, string>> = {
  note: 'Note', visit: 'Visit', phoneCall: 'Phone call', meeting: 'Meeting', email: 'E-mail', managementOversight: 'Management oversight', supervision: 'Supervision', directWork: 'Direct work',
}
export const kindInWords = (kind: NoteKind): string => titles[kind]

/** Written once for all its people. A passage is about some of them only, and stands in no other record. */
export const WriteNote = shape({
  id: Id,
  kind: OneOf(noteKinds),
  people: Type.Array(Id, { minItems: 1, maxItems: 40 }),
  title: optional(Type.String({ maxLength: 200 })),
  words: Words(100_000),
  happenedOn: Day,
  at: optional(Type.String({ pattern: timeOfDay })),
  place: optional(Type.String({ maxLength: 200 })),
  passages: optional(Type.Array(shape({ about: Type.Array(Id, { minItems: 1, maxItems: 40 }), words: Words(50_000) }), { maxItems: 40 })),
  /** Statutory facts of a visit, a row a child. */
  seen: optional(Type.Array(shape({ personId: Id, seen: Type.Boolean(), alone: optional(Type.Boolean()), bedroom: optional(Type.Boolean()) }), { maxItems: 40 })),
  /** The children's own words, kept as facts of their own. */
  said: optional(Type.Array(shape({ personId: Id, words: Words(4000), how: optional(OneOf(['said', 'wrote', 'drew', 'signed', 'played', 'observed', 'advocate'] as const)) }), { maxItems: 20 })),
  significant: optional(Type.Boolean()),
  /** The piece of work that this note does, as a planned visit. */
  itemId: optional(Id),
  /** Why a visit that was due came later than its day. */
  lateWhy: optional(Type.String({ maxLength: 60 })),
  corrects: optional(Id),
  correctionReason: optional(Type.String({ maxLength: 1000 })),
})
export type WriteNote = Static<typeof WriteNote>

export type Passage = Readonly<{ id: string; about: readonly string[]; words: string }>
export type OnNote = Readonly<{ personId: string; seen: boolean | null; seenAlone: boolean | null; bedroomSeen: boolean | null }>
export type Note = Readonly<{
  id: string
  kind: NoteKind
  title: string
  words: string
  happenedOn: PlainDate
  happenedAt: Instant | null
  place: string | null
  author: string
  authorId: string
  recordedAt: Instant
  corrects: string | null
  correctedBy: string | null
  correctionReason: string | null
  people: readonly OnNote[]
  /** Only those the reader may see; the others leave no trace. */
  passages: readonly Passage[]
}>
