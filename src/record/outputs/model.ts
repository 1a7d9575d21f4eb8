import { Type, type Static } from '@sinclair/typebox'
import type { Done } from '../access/act.ts'
import type { Asking, Happening } from '../access/model.ts'
import type { Problem } from '../../kernel/errors.ts'
import { Id, OneOf, optional, shape, Words } from '../../kernel/shape.ts'
import type { HiddenKind } from './rules/hidden.ts'

/** A piece of what is written, the same for every format: nothing in it says how it looks. */
export type Block = Readonly<
  | { kind: 'heading'; level: 2 | 3; words: string }
  | { kind: 'paragraph'; words: string }
  | { kind: 'list'; rows: readonly string[] }
  | { kind: 'table'; caption: string; columns: readonly string[]; rows: readonly (readonly string[])[] }
  /** Somebody’s own words. */
  | { kind: 'quote'; words: string; by: string }
  | { kind: 'signatures'; names: readonly string[] }
  /** A document of a bundle begins, on a new page: its mark (`C1`), what it is, and of what day. `of`: whose names stand after it, as far as the reader may know of them. */
  | { kind: 'section'; mark: string; words: string; on: string; of?: readonly Readonly<{ id: string; name: string }>[] }>

/**
 * A part of an output, about some of its people only. `about` empty: about all of them. `place`: where it stands, in words, to name it when it stops the output;
 * never taken from the record. `field`: the field of the form where its words are changed.
 */
export type Passage = Readonly<{ place: string; field?: string | undefined; about: readonly string[]; /** Words of ours that are about nobody: a general heading. */ general?: true; blocks: readonly Block[]; /** The same for a machine to read, where it is given on as a file: judged with the words. */ part?: Readonly<{ kind: string; value: unknown }> | undefined }>
/** A passage as it went, with what a machine reads of it. */
export type PartSent = Readonly<{ about: readonly string[]; kind: string; value: unknown; blocks: readonly Block[] }>

/** Stands for people that whoever sends it does not know of either: no reader knows them. */
export const somebodyElse = '00000000-0000-0000-0000-000000000000'

/** Whom an output is for: it is judged for whoever reads it, not for whoever asks for it. */
export type Reader = Readonly<
  | { kind: 'person'; personId: string; name: string }
  | { kind: 'agency'; agencyId: string; name: string }
  /** A court, a school, a council: nobody with an account. */
  | { kind: 'outside'; name: string }
  /** A print or file for the work of whoever asks. */
  | { kind: 'own' }>

/** Whom something is for, as a command takes it. */
export const ToReader = {
  to: OneOf(['person', 'agency', 'outside', 'own'] as const), personId: optional(Id), agencyId: optional(Id), name: optional(Type.String({ maxLength: 200 })),
  /** Whom the reader may know about, besides themselves and their own children. */
  knows: optional(Type.Array(Id, { maxItems: 80 })),
  /** The mark of the words that whoever sends it was shown: other words are shown first. */
  looked: optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
  /** Why it goes out although it holds what is hidden from the reader: for a second person. */
  because: optional(Type.String({ maxLength: 2000 })),
} as const

export const formats = ['paper', 'pdf', 'word', 'csv', 'message'] as const
export type Format = (typeof formats)[number]

/** A kind of output, declared once by the module that makes it. */
export type OutputKind = Readonly<{
  kind: string
  /** `Letter to the family`: as it stands under “What was sent out”. Never a name. */
  title: string
  /** Unless the output says its own. */
  purpose: string
  lawfulBasis: string
  /** Says at its end how many passages are not in the copy. */
  tellsLeftOut?: true
  /** The module tells the chronology of it by an event of its own. */
  ownEvent?: true
  /** Does again what asked for it, with what was typed then, once a second person agreed. Without it the words as they were held are what goes. */
  again?: (asking: Asking, input: unknown) => Promise<Done<unknown>>
}>

/** What is to go out, before anybody looked at it. */
export type Outgoing = Readonly<{
  reader: Reader
  /** Whom it is about. Who sends it may write about each of them. */
  people: readonly string[]
  /** Whom else the reader may know about, besides themselves and their own children. */
  knows?: readonly string[]
  title: string
  /** Whose names stand after the title: of each reader those alone whom they may know of. */
  of?: readonly Readonly<{ id: string; name: string }>[] | undefined
  language?: string
  from: readonly string[]
  to: readonly string[]
  greeting?: string
  passages: readonly Passage[]
  foot?: string
  format: Format
  purpose?: string | undefined
  lawfulBasis?: string | undefined
  /** The row it is made from. */
  subject?: Readonly<{ kind: string; id: string }> | undefined
  /** Where it is changed: a path of ours. */
  back: string
  /** What was asked for, as the command took it: kept while a second person looks. */
  input?: unknown
  /** The mark of the words that whoever sends it was shown. */
  looked?: string | undefined
}>

/** The words as they go, kept as they went. */
export type Paper = Readonly<{ title: string; language: string; from: readonly string[]; to: readonly string[]; greeting?: string; blocks: readonly Block[]; leftOut: number; foot?: string }>

/** Where something hidden may stand. Never the thing itself. */
export type FoundAt = Readonly<{ place: string; field?: string; kind: HiddenKind; hidingId: string; personId: string }>

/** What came of it: problems to put right, held for a second person, or out. */
export type Sent = Readonly<
  | { problems: readonly Problem[] }
  | { outputId: string; state: 'held' | 'sent'; leftOut: number; happened: readonly Happening[] }>

export const DecideOutput = shape({ outputId: Id, decision: OneOf(['agree', 'refuse']), reason: Words(2000) })
export type DecideOutput = Static<typeof DecideOutput>

export type OutputState = 'held' | 'agreed' | 'refused' | 'withdrawn' | 'sent'
/** An output as the record keeps it, without its words. */
export type KeptOutput = Readonly<{
  id: string; kind: string; title: string; state: OutputState; toKind: Reader['kind']; toPerson: string | null; toName: string; purpose: string; lawfulBasis: string; format: Format; sha256: string
  leftOut: number; found: readonly FoundAt[]; back: string | null; subjectId: string | null; askedBecause: string | null; askedAt: string; askedById: string; askedBy: string
  decidedBecause: string | null; decidedAt: string | null; decidedBy: string | null; sentAt: string | null; sentBy: string | null; people: readonly string[]
}>
