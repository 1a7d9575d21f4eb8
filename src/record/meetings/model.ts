import { Type, type Static } from '@sinclair/typebox'
import { Day, Id, OneOf, optional, shape, timeOfDay, Words } from '../../kernel/shape.ts'
import type { Instant, PlainDate } from '../../kernel/dates.ts'
import { MemberLine, NeedLine, ProgressLine } from '../plans/model.ts'

const attendances = ['attended', 'sentReport', 'apologies', 'absent'] as const
export type Attendance = (typeof attendances)[number]

const Slug = Type.String({ pattern: '^[a-z][A-Za-z0-9]*$', maxLength: 60 })
const People = Type.Array(Id, { minItems: 1, maxItems: 40 })
const Time = Type.String({ pattern: timeOfDay })
const Text = (most: number) => optional(Type.String({ maxLength: most }))

/** Somebody asked to come, or to send a report. */
export const Invitation = shape({ agency: Slug, name: Words(200), role: Text(200), personId: optional(Id), actorId: optional(Id), report: optional(Type.Boolean()) })
export type Invitation = Static<typeof Invitation>

/** A meeting about several people: when, where, who chairs, who is asked. */
export const Arrange = shape({
  id: Id, kind: Slug, people: People,
  subject: optional(shape({ kind: Slug, id: Id })),
  /** The piece of work that asks for it: its clocks go with the meeting. */
  itemId: optional(Id),
  on: Day, time: optional(Time), place: Text(200),
  chairId: optional(Id), chairName: Text(200),
  invited: Type.Array(Invitation, { maxItems: 40 }),
  lateReason: Text(1000),
})
export type Arrange = Static<typeof Arrange>
export const Rearrange = shape({ meetingId: Id, on: Day, time: optional(Time), place: Text(200), reason: Words(1000) })
export const Cancel = shape({ meetingId: Id, reason: Words(1000) })
export const Invite = shape({ meetingId: Id, invited: Type.Array(Invitation, { minItems: 1, maxItems: 40 }) })
export const Report = shape({ meetingId: Id, invitedId: Id, on: Day })

/** What came of a meeting: one writing for all of them, with passages about some. */
export const Hold = shape({
  meetingId: Id, on: Day,
  attendance: Type.Array(shape({ invitedId: Id, attendance: OneOf(attendances), core: optional(Type.Boolean()) }), { maxItems: 60 }),
  /** Who came and was not invited. */
  alsoCame: optional(Type.Array(Invitation, { maxItems: 20 })),
  quorumReason: Text(1000), lateReason: Text(1000),
  words: Type.String({ maxLength: 60_000 }),
  passages: optional(Type.Array(shape({ about: People, words: Words(20_000) }), { maxItems: 40 })),
  views: optional(Type.Array(shape({ invitedId: Id, about: optional(Type.Array(Id, { maxItems: 40 })), opinion: optional(Slug), words: Words(8000) }), { maxItems: 60 })),
  participation: optional(Type.Array(shape({ personId: Id, code: Slug, words: Text(8000) }), { maxItems: 40 })),
  decisions: optional(Type.Array(shape({ personId: Id, outcome: Slug, category: optional(Slug), words: Text(4000) }), { maxItems: 40 })),
  /** How far each need of the plan it reviews has come. */
  progress: optional(Type.Array(ProgressLine, { maxItems: 60 })),
  /** What has to change, where a plan comes of it; who carries it out beside those ticked. */
  needs: optional(Type.Array(NeedLine, { maxItems: 20 })),
  members: optional(Type.Array(MemberLine, { maxItems: 20 })),
})
export type Hold = Static<typeof Hold>

export type Invited = Readonly<{
  id: string; agency: string; name: string; role: string | null; personId: string | null; actorId: string | null; invitedOn: PlainDate; askedReport: boolean; reportDueOn: PlainDate | null; reportOn: PlainDate | null
  attendance: Attendance | null; core: boolean
  /** The letter by which they were asked. */
  outputId: string | null; sentOn: PlainDate | null
}>
export type MeetingPassage = Readonly<{ id: string; about: readonly string[]; kind: 'minutes' | 'view' | 'childsView'; invitedId: string | null; opinion: string | null; words: string }>
export type MeetingDecision = Readonly<{ personId: string; outcome: string; category: string | null; words: string | null }>
export type MeetingChange = Readonly<{ what: 'arranged' | 'rearranged' | 'cancelled' | 'held'; from: PlainDate | null; to: PlainDate | null; reason: string | null; at: Instant; by: string | null }>
export type Meeting = Readonly<{
  id: string; kind: string; domain: string; state: 'planned' | 'held' | 'cancelled'; on: PlainDate; at: Instant | null; place: string | null
  chairId: string | null; chair: string | null; subjectKind: string | null; subjectId: string | null; itemId: string | null
  dueOn: PlainDate | null; duty: string | null; lateReason: string | null; words: string; quorate: boolean | null; quorumReason: string | null
  people: readonly Readonly<{ personId: string; participation: string | null }>[]
}>
/** A meeting with everything in it that the reader may see. */
export type WholeMeeting = Meeting & Readonly<{ invited: readonly Invited[]; passages: readonly MeetingPassage[]; decisions: readonly MeetingDecision[]; changes: readonly MeetingChange[] }>
