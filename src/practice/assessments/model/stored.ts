import { Type, type Static } from '@sinclair/typebox'
import { Id, OneOf, optional, shape } from '../../../kernel/shape.ts'
import type { Instant, PlainDate } from '../../../kernel/dates.ts'
import { Change } from '../../../record/answers/model.ts'

export const outcomes = ['noFurtherAction', 'stepDown', 'childInNeedPlan', 'strategyDiscussion'] as const
export type OutcomeCode = (typeof outcomes)[number]
export type AssessmentState = 'open' | 'sent' | 'returned' | 'authorised' | 'cancelled'

/** The assessment as facts. Its words are in the form. */
export type Assessment = Readonly<{
  id: string; itemId: string | null; formId: string | null; referralId: string | null; signOffId: string | null; state: AssessmentState
  startedOn: PlainDate; completedOn: PlainDate | null; authorisedOn: PlainDate | null; authorisedAt: Instant | null; authorisedBy: string | null; authorisedByName: string | null
  sentAt: Instant | null; sentBy: string | null; sentByName: string | null; outcome: OutcomeCode | null; lateReason: string | null
}>
/** What is known of one child from an assessment. */
export type ChildFacts = Readonly<{ personId: string; seenOn: PlainDate | null; seenAloneOn: PlainDate | null; outcome: OutcomeCode | null; factors: readonly string[] }>
export type Decision = Readonly<{ id: string; decision: 'agree' | 'return'; comment: string | null; by: string; byId: string; at: Instant }>

export const Slug = Type.String({ pattern: '^[a-z][A-Za-z0-9]*$', maxLength: 60 })
/** `as`: who was writing. Another person who signed in meanwhile is refused, and the words stay where they are. */
const as = optional(Id)
export const OfItem = shape({ itemId: Id })
export const SaveSection = shape({ itemId: Id, section: Slug, changes: Type.Array(Change, { maxItems: 200 }), as })
export type SaveSection = Static<typeof SaveSection>
export const Settle = shape({ itemId: Id, question: Slug, choice: OneOf(['keep', 'change', 'drop'] as const), as })
export const SettleClash = shape({ itemId: Id, clashId: Id, use: OneOf(['mine', 'theirs', 'both'] as const), as })
export const LeaveSection = shape({ itemId: Id, section: Slug })
export const Send = shape({ itemId: Id, as })
export const Decide = shape({ itemId: Id, decision: OneOf(['agree', 'return'] as const), comment: optional(Type.String({ maxLength: 4000 })) })
export const WithReason = shape({ itemId: Id, reason: Type.String({ maxLength: 1000 }) })
export const HandOver = shape({ itemId: Id, teamId: optional(Id), workerId: Id, reason: Type.String({ maxLength: 1000 }), /** What is left to do, for whoever takes it. */ left: optional(Type.String({ maxLength: 2000 })) })
