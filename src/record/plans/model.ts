import { Type, type Static } from '@sinclair/typebox'
import { Day, Id, OneOf, optional, shape, Words } from '../../kernel/shape.ts'
import type { Instant, PlainDate } from '../../kernel/dates.ts'

const progresses = ['achieved', 'better', 'same', 'worse'] as const
export type ProgressCode = (typeof progresses)[number]
const endReasons = ['safeEnough', 'steppedDown', 'steppedUp', 'lookedAfter', 'earlyHelp', 'declined', 'moved', 'eighteen', 'died', 'leftCare', 'movedHome', 'replaced', 'other'] as const
export type EndReason = (typeof endReasons)[number]

const People = Type.Array(Id, { maxItems: 40 })
/** Something that somebody does for it. `line`: which action it was before; none for a new one. */
const ActionLine = shape({ line: optional(Id), about: optional(People), words: Words(1000), owner: Words(200), ownerId: optional(Id), dueOn: optional(Day), evidence: optional(Type.String({ maxLength: 1000 })) })
/** What has to change, what it will be like then, and who does what. About nobody in particular is about all. */
export const NeedLine = shape({ line: optional(Id), about: optional(People), words: Words(4000), wanted: Words(4000), actions: Type.Array(ActionLine, { maxItems: 20 }) })
export type NeedLine = Static<typeof NeedLine>
export const ProgressLine = shape({ line: Id, about: optional(People), progress: OneOf(progresses), words: optional(Type.String({ maxLength: 2000 })) })
export type ProgressLine = Static<typeof ProgressLine>
export const MemberLine = shape({ agency: Words(60), name: Words(200), role: optional(Type.String({ maxLength: 200 })), personId: optional(Id), actorId: optional(Id) })
export type MemberLine = Static<typeof MemberLine>

export const ChangePlan = shape({ planId: Id, /** The version that was changed: somebody else’s change meanwhile is not written over. */ version: Type.Integer(), reason: Words(1000), words: Type.String({ maxLength: 8000 }), ifNot: optional(Type.String({ maxLength: 4000 })), ownWords: optional(Type.String({ maxLength: 8000 })), needs: Type.Array(NeedLine, { maxItems: 40 }) })
export const FinishAction = shape({ planId: Id, line: Id, doneOn: Day, evidence: Words(2000) })
export const EndPlan = shape({ planId: Id, people: Type.Array(Id, { minItems: 1, maxItems: 40 }), on: Day, reason: OneOf(endReasons), words: Words(2000) })

export type Action = Readonly<{ id: string; line: string; needLine: string; about: readonly string[]; words: string; owner: string; ownerId: string | null; dueOn: PlainDate | null; evidence: string | null; state: 'open' | 'done' | 'dropped'; doneOn: PlainDate | null; doneWords: string | null; from: number; to: number | null }>
export type Progress = Readonly<{ needLine: string; about: readonly string[]; on: PlainDate; meetingId: string | null; progress: ProgressCode; words: string | null; by: string | null }>
export type Need = Readonly<{ id: string; line: string; about: readonly string[]; words: string; wanted: string; state: 'open' | 'achieved' | 'dropped'; from: number; to: number | null }>
export type PlanPerson = Readonly<{ personId: string; category: string | null; firstCategory: string | null; startedOn: PlainDate; endedOn: PlainDate | null; endReason: EndReason | null; endWords: string | null }>
export type Member = Readonly<{ id: string; agency: string; name: string; role: string | null; personId: string | null; from: PlainDate; to: PlainDate | null }>
export type PlanVersion = Readonly<{ version: number; reason: string; meetingId: string | null; at: Instant; by: string | null }>
/** A plan for some people, each with their own beginning and end. */
export type Plan = Readonly<{
  id: string; kind: string; state: 'draft' | 'current' | 'ended'; startedOn: PlainDate; endedOn: PlainDate | null
  leadId: string | null; lead: string | null; teamId: string | null; words: string; ifNot: string | null; /** Of a young person about their own plan. */ ownWords: string | null; version: number
  people: readonly PlanPerson[]
}>
/** The plan with everything in it that the reader may see. */
export type WholePlan = Plan & Readonly<{ needs: readonly Need[]; actions: readonly Action[]; progress: readonly Progress[]; versions: readonly PlanVersion[]; members: readonly Member[] }>
