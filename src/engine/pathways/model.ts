import { Type, type Static } from '@sinclair/typebox'

const closed = { additionalProperties: false }
const Slug = Type.String({ pattern: '^[a-z][A-Za-z0-9]*$' })
const Words = Type.String({ minLength: 1 })

/** What comes of a step. `opens` are the steps that follow at once; `ends` closes the work for those people. */
export const Outcome = Type.Object({
  code: Slug, label: Words, help: Type.Optional(Words),
  opens: Type.Array(Slug),
  ends: Type.Optional(Type.Literal(true)),
  /** Why has to be said. */
  reason: Type.Optional(Type.Literal(true)),
}, closed)
export type Outcome = Static<typeof Outcome>

export const Step = Type.Object({
  id: Slug, name: Words,
  kind: Type.Union([Type.Literal('task'), Type.Literal('form'), Type.Literal('decision'), Type.Literal('signOff')]),
  /** The piece of work the step belongs to: at most one management sign-off in each. */
  work: Slug,
  /** `together`: once for the family. `eachChild`: outcomes may differ by child. */
  about: Type.Union([Type.Literal('together'), Type.Literal('eachChild')]),
  /** Who does it: a role of the access policy, in the words of the field. */
  who: Words,
  form: Type.Optional(Slug),
  /** The ids of the duties that run for it. */
  duties: Type.Optional(Type.Array(Type.String())),
  outcomes: Type.Array(Outcome, { minItems: 1 }),
  /** Counts as a management sign-off. A `statutoryDecision` does not. */
  managementSignOff: Type.Optional(Type.Literal(true)),
  /** A decision that law or the separation of duties gives to another office. */
  statutoryDecision: Type.Optional(Type.Object({ source: Words, url: Type.Optional(Words) }, closed)),
  /** Never left out, even out of order: law or guidance asks for it. */
  mustHappen: Type.Optional(Type.Object({ source: Words }, closed)),
  /** Told when it is finished; they decide nothing. */
  tells: Type.Optional(Type.Array(Words)),
}, closed)
export type Step = Static<typeof Step>

export const Pathway = Type.Object({
  id: Slug, version: Type.Integer({ minimum: 1 }), title: Words,
  starts: Type.Array(Slug, { minItems: 1 }),
  steps: Type.Array(Step, { minItems: 1 }),
}, closed)
export type Pathway = Static<typeof Pathway>

/** A step of a case, as it is stored. `people` are the ids it is about. */
export type StepRow = Readonly<{
  id: string; step: string; people: readonly string[]
  status: 'open' | 'done' | 'cancelled'
  outcome?: string
  openedOn: string; endedOn?: string
  heldBy?: string
}>
/** A step to open, for these people. */
export type Opening = Readonly<{ step: string; name: string; people: readonly string[]; duties: readonly string[]; form?: string; who: string }>
