import { Type, type Static } from '@sinclair/typebox'

const closed = { additionalProperties: false }
const Slug = Type.String({ pattern: '^[a-z][A-Za-z0-9]*$' })
const Words = Type.String({ minLength: 1 })

/** Who has to be there for a meeting to decide. `all`: each of these agencies (`health` is any agency of health). `atLeast`: that many others beside social care who know the children. */
export const Quorum = Type.Object({
  words: Words,
  all: Type.Optional(Type.Array(Slug)),
  atLeast: Type.Optional(Type.Integer({ minimum: 1 })),
  source: Type.Object({ title: Words, provision: Type.Optional(Words), url: Type.Optional(Words) }, closed),
  /** True only when the text of the rule itself was read. */
  verified: Type.Boolean(),
}, closed)
export type Quorum = Static<typeof Quorum>

/** What a meeting may decide for one child. `asks`: what has to be said with it. */
export const MeetingOutcome = Type.Object({
  code: Slug, label: Words, help: Type.Optional(Words),
  asks: Type.Optional(Type.Array(Type.Union([Type.Literal('category'), Type.Literal('reason')]))),
}, closed)
export type MeetingOutcome = Static<typeof MeetingOutcome>

/** A kind of meeting, as data. */
export const MeetingKind = Type.Object({
  id: Slug, name: Words,
  domain: Type.Union((['children', 'legal', 'allegation', 'earlyHelp', 'adoption'] as const).map((one) => Type.Literal(one))),
  /** What happens when it is held, as clocks and the chronology know it; and what is arranged, for what is counted back from it. */
  held: Type.String(), arranged: Type.Optional(Type.String()),
  /** The clocks it meets, the one shown first; and the one by which reports are counted back. */
  duties: Type.Array(Type.String()),
  reports: Type.Optional(Type.String()),
  quorum: Type.Optional(Quorum),
  /** Who is usually asked to come, and of whom a report is usually asked. */
  usually: Type.Array(Type.Object({ agency: Slug, report: Type.Optional(Type.Literal(true)), core: Type.Optional(Type.Literal(true)) }, closed)),
  outcomes: Type.Array(MeetingOutcome),
  /** `independent`: by somebody who has no part in managing the case. */
  chair: Type.Union([Type.Literal('independent'), Type.Literal('manager'), Type.Literal('worker')]),
  /** Held on a working day only, where a national return refuses any other. */
  workingDay: Type.Optional(Type.Object({ source: Words }, closed)),
  /** The kind of plan that it reviews: how far each need has come is asked. */
  reviews: Type.Optional(Slug),
  /** Which list the category of a decision is chosen from: kinds of abuse, unless another is named. */
  categories: Type.Optional(Type.Literal('thresholds')),
  /** Whether the children's own part in it is asked. */
  participation: Type.Optional(Type.Literal(true)),
  /** Written down when it is over: it is not arranged with invitations. */
  atOnce: Type.Optional(Type.Literal(true)),
}, closed)
export type MeetingKind = Static<typeof MeetingKind>

/** An agency as meetings know it. `stands`: the one it counts as for a quorum. `family`: no agency, and never counted. */
export type Agency = Readonly<{ code: string; label: string; stands?: string; family?: true }>
