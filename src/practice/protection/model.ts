import { Type, type Static } from '@sinclair/typebox'
import { Day, Id, OneOf, optional, shape, timeOfDay, Words } from '../../kernel/shape.ts'
import type { Instant, PlainDate } from '../../kernel/dates.ts'
import { Change } from '../../record/answers/model.ts'
import { Hold, Invitation } from '../../record/meetings/model.ts'

export const enquiryOutcomes = ['conference', 'childInNeedPlan', 'noFurtherAction'] as const
export type EnquiryOutcome = (typeof enquiryOutcomes)[number]

const People = Type.Array(Id, { minItems: 1, maxItems: 40 })
/** Why protection begins: harm is suspected; or another authority writes that children on its plan have come. */
export const Raise = shape({ people: People, why: OneOf(['harm', 'transferIn'] as const), words: Words(4000), on: optional(Day) })
/** What a strategy discussion decided, written down when it is over. */
export const Discuss = shape({
  itemId: Id, meetingId: Id, on: Day, time: optional(Type.String({ pattern: timeOfDay })), place: optional(Type.String({ maxLength: 200 })),
  took: Type.Array(Invitation, { maxItems: 30 }), quorumReason: optional(Type.String({ maxLength: 1000 })), lateReason: optional(Type.String({ maxLength: 1000 })),
  words: Type.String({ maxLength: 60_000 }), passages: Hold.properties.passages, decisions: Hold.properties.decisions, /** Who makes the enquiry. */ workerId: optional(Id),
})
export type Discuss = Static<typeof Discuss>
export const OfItem = shape({ itemId: Id })
export const SaveEnquiry = shape({ itemId: Id, changes: Type.Array(Change, { maxItems: 200 }) })
export const DecideEnquiry = shape({ itemId: Id, decision: OneOf(['agree', 'return'] as const), comment: optional(Type.String({ maxLength: 4000 })) })

export type EnquiryPerson = Readonly<{ personId: string; outcome: EnquiryOutcome | null; seenOn: PlainDate | null; seenAloneOn: PlainDate | null }>
export type Enquiry = Readonly<{
  id: string; discussionId: string | null; joint: boolean; initiatedOn: PlainDate; itemId: string | null; signOffId: string | null; formId: string | null
  state: 'open' | 'sent' | 'returned' | 'finished' | 'cancelled'; sentAt: Instant | null; sentBy: string | null; sentByName: string | null; finishedOn: PlainDate | null; people: readonly EnquiryPerson[]
}>
export type EnquiryDecision = Readonly<{ decision: 'agree' | 'return'; comment: string | null; by: string; at: Instant }>
