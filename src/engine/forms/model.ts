import { Type, type Static } from '@sinclair/typebox'
import { Condition, Value } from '../conditions/model.ts'

const closed = { additionalProperties: false }
/** A permanent name, never the wording: `schoolProgress`. */
const Slug = Type.String({ pattern: '^[a-z][A-Za-z0-9]*$' })
const Words = Type.String({ minLength: 1 })

/** One thing that can be chosen. `code` is permanent; `returnCode` is what a national return calls it; `group` is a heading above it; `alone` cannot be chosen with another. */
export const Choice = Type.Object({
  code: Type.String({ minLength: 1 }), label: Words, help: Type.Optional(Words), returnCode: Type.Optional(Type.String()),
  group: Type.Optional(Words), alone: Type.Optional(Type.Literal(true)),
}, closed)
export type Choice = Static<typeof Choice>

export const QuestionKind = Type.Union(
  (['words', 'line', 'choice', 'choices', 'date', 'yesNo', 'person', 'people', 'number', 'scale'] as const).map((kind) => Type.Literal(kind)),
)
export type QuestionKind = Static<typeof QuestionKind>

/** Which children a section or question is about: those born (usual), those unborn, or both. */
export const Whom = Type.Union([Type.Literal('born'), Type.Literal('unborn'), Type.Literal('everyone')])
export type Whom = Static<typeof Whom>

export const Question = Type.Object({
  id: Slug,
  ask: Words,
  kind: QuestionKind,
  hint: Type.Optional(Words),
  /** Only for choice and choices; for a scale, who may give a number. */
  options: Type.Optional(Type.Array(Choice, { minItems: 1 })),
  /** Asked before the form can be finished. `why` is a law, a return or a decision that needs it; `problem` says what to do in plain English; `when`: only where this holds, though it may be answered anywhere. */
  required: Type.Optional(Type.Object({ why: Words, problem: Words, when: Type.Optional(Condition) }, closed)),
  when: Type.Optional(Condition),
  /** May be answered once for all and separately for a child. */
  perChild: Type.Optional(Type.Boolean()),
  whom: Type.Optional(Whom),
  /** Taken from the last finished form of this kind (or the question named; of several the first that says something) as something to check. */
  bringForward: Type.Optional(Type.Union([Type.Literal(true), Type.Object({ form: Slug, question: Slug }, closed), Type.Array(Type.Object({ form: Slug, question: Slug }, closed), { minItems: 1 })])),
  /** The id of the typed fact that the answer becomes when the form is finished. */
  binds: Type.Optional(Type.String()),
  /** Where the answer is used again, so that nobody is asked for nothing. */
  usedIn: Type.Optional(Type.Array(Words)),
}, closed)
export type Question = Static<typeof Question>

export const Section = Type.Object({
  id: Slug, title: Words, group: Slug,
  /** `eachChild`: written once for all the children and split where one differs. `all`: about the family as one. */
  about: Type.Union([Type.Literal('all'), Type.Literal('eachChild')]),
  whom: Type.Optional(Whom),
  help: Type.Optional(Words),
  when: Type.Optional(Condition),
  questions: Type.Array(Question, { minItems: 1 }),
  /** The section may be written so many times: `repeated` makes each of its rows a section, `{row}` in its words their number. */
  repeats: Type.Optional(Type.Integer({ minimum: 2, maximum: 20 })),
  /** Which row of which repeated section this is. Written by `repeated` only. */
  row: Type.Optional(Type.Object({ of: Slug, number: Type.Integer({ minimum: 1 }) }, closed)),
}, closed)
export type Section = Static<typeof Section>

export const FormDefinition = Type.Object({
  id: Slug, version: Type.Integer({ minimum: 1 }), title: Words,
  /** `columns`: its sections stand beside each other where there is room. */
  groups: Type.Array(Type.Object({ id: Slug, title: Words, columns: Type.Optional(Type.Literal(true)) }, closed)),
  sections: Type.Array(Section, { minItems: 1 }),
  /** Sections that a finished form shows first, in this order; the others follow in the order of writing. */
  readFirst: Type.Array(Slug),
}, closed)
export type FormDefinition = Static<typeof FormDefinition>

/** One answer: `all` is about every child who has no answer of their own in `each` (by the child's id). */
export const Answer = Type.Object({ all: Type.Optional(Value), each: Type.Optional(Type.Record(Type.String(), Value)) }, closed)
export type Answer = Static<typeof Answer>
export const Answers = Type.Record(Type.String(), Answer)
export type Answers = Static<typeof Answers>

/** Something said before that is not part of this record until a person has chosen: keep, change, or no longer true. */
export const Proposal = Type.Object({
  question: Slug, answer: Answer,
  source: Type.Object({ title: Words, on: Type.String(), by: Type.Optional(Type.String()), workId: Type.Optional(Type.String()) }, closed),
}, closed)
export type Proposal = Static<typeof Proposal>

/** Whom the form is about, and what is known of the family that a condition may look at. */
export type Child = Readonly<{ id: string; name: string; unborn?: boolean }>
export type About = Readonly<{ children: readonly Child[]; facts?: Readonly<Record<string, Value>> }>
