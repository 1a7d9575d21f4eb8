import { Type, type Static } from '@sinclair/typebox'
import type { PlainDate } from '../../kernel/dates.ts'
import { Day, Id, OneOf, optional, shape, timeOfDay, Words } from '../../kernel/shape.ts'

/** Where a child lives, as it is typed. The place and the postcode are kept from most people when `hidden`. */
export const PlacementSaid = shape({
  kind: Words(60),
  provider: optional(Words(60)),
  /** The carer, the home or the school, as the worker says it. */
  placeName: Words(200),
  /** A carer household of ours. */
  householdId: optional(Id),
  urn: optional(Type.String({ maxLength: 20 })),
  lines: optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 6 })),
  postcode: optional(Type.String({ maxLength: 10 })),
  /** The council in whose area it lies, where that is not ours. */
  authority: optional(Type.String({ maxLength: 100 })),
  hidden: optional(Type.Boolean()),
  /** A relative or friend who is approved for a time (regulation 24): visits and the end of the approval run by their own rule. */
  temporary: optional(Type.Boolean()),
})
export type PlacementSaid = Static<typeof PlacementSaid>

/** Children come into care together, or one of them: one placement for all that are named here. */
export const BeginCare = shape({
  id: Id,
  people: Type.Array(Id, { minItems: 1, maxItems: 20 }),
  on: Day,
  /** The time, as `02:40`, where it matters: a night. */
  time: optional(Type.String({ pattern: timeOfDay, problem: 'Give the time with a colon, as in 02:40, or leave it empty.' })),
  planned: Type.Boolean(),
  need: Words(60),
  why: Words(4000),
  apartWhy: optional(Type.String({ maxLength: 1000 })),
  legalCode: Words(60),
  court: optional(Type.String({ maxLength: 200 })),
  caseNumber: optional(Type.String({ maxLength: 60 })),
  expiresOn: optional(Day),
  placement: PlacementSaid,
  /** Those of them who go to another place in the same night. */
  elsewhere: optional(Type.Array(shape({ people: Type.Array(Id, { minItems: 1, maxItems: 20 }), placement: PlacementSaid }), { maxItems: 4 })),
})
export type BeginCare = Static<typeof BeginCare>

export const ChangePlacement = shape({ id: Id, people: Type.Array(Id, { minItems: 1, maxItems: 20 }), on: Day, reason: Words(60), placement: PlacementSaid, /** Why brothers and sisters do not live together from then on. */ apartWhy: optional(Type.String({ maxLength: 1000 })) })
export type ChangePlacement = Static<typeof ChangePlacement>

export const EndCare = shape({
  people: Type.Array(Id, { minItems: 1, maxItems: 20 }), on: Day, reason: Words(60), words: optional(Type.String({ maxLength: 2000 })),
  /** They live again where they lived before. */
  homeAgain: optional(Type.Boolean()),
  /** They go on living where they were placed: that is their home from now on. */
  staysThere: optional(Type.Boolean()),
})
export type EndCare = Static<typeof EndCare>

/** What should have stood there, with the reason. A day that moves takes the neighbour's end with it, so that no day is without a placement. */
export const CorrectPlacement = shape({ placementId: Id, personId: Id, on: Day, placement: PlacementSaid, reason: optional(Words(60)), why: Words(1000) })
export type CorrectPlacement = Static<typeof CorrectPlacement>

/** A period of being looked after: a version of it. */
export type Period = Readonly<{
  id: string; periodId: string; personId: string; admissionId: string; from: PlainDate; beganAt: string | null; to: PlainDate | null; planned: boolean; need: string
  why: string | null; apartWhy: string | null; endReason: string | null; endWords: string | null; homePostcode: string | null; recordedAt: string
}>
export type Placement = Readonly<{
  id: string; placementId: string; personId: string; kind: string; provider: string | null; placeName: string; householdId: string | null; urn: string | null; postcode: string | null; authority?: string | null
  hidden: boolean; changeReason: string | null; from: PlainDate; to: PlainDate | null; recordedAt: string
}>
/** Something known with a day: its kind says what the answers are (content/care/facts). */
export type CareFact = Readonly<{
  id: string; factId: string; personId: string; kind: string; on: PlainDate; to: PlainDate | null; answers: Readonly<Record<string, string>>; words: string | null; recordedAt: string
}>
/** An earlier version of any of the three, with why it gave way. */
export type GaveWay = Readonly<{ supersededAt: string; why: string | null; by: string | null }>

export const KeepCareFact = shape({
  id: Id,
  people: Type.Array(Id, { minItems: 1, maxItems: 20 }),
  kind: OneOf(['review', 'health', 'dental', 'immunisations', 'healthSurveillance', 'strengths', 'substanceMisuse', 'conviction', 'educationPlan', 'missing', 'returnInterview', 'asylum', 'earlierPermanence', 'motherhood', 'permanenceDecision', 'match', 'disruption', 'reviewingOfficer', 'reviewerVisit', 'adviser', 'pathwayAssessment', 'pathwayPlan', 'leaverContact', 'carePlan', 'placementPlan', 'contactArrangement', 'familyTime', 'siblingsApart', 'delegatedAuthority', 'workerChange', 'deprivationOfLiberty', 'temporaryApproval', 'familyFinding', 'link', 'exploitation', 'exploitationReview', 'privateFostering', 'privateFosteringAssessment', 'privateFosteringVisit', 'decisionAsked', 'leaverHome', 'homeDecided'] as const),
  on: Day,
  to: optional(Day),
  answers: Type.Record(Type.String({ pattern: '^[a-z][A-Za-z0-9]*$' }), Type.String({ maxLength: 4000 })),
  words: optional(Type.String({ maxLength: 8000 })),
  /** What is about one of them only, or said by one of them: it stands with that child and with nobody else. */
  about: optional(Type.Array(shape({ personId: Id, words: Words(8000) }), { maxItems: 20 })),
  /** Why it is late, where what is due was due before. */
  lateWhy: optional(Words(60)),
  /** The fact that this one takes the place of, and why. */
  corrects: optional(Id),
  why: optional(Type.String({ maxLength: 1000 })),
})
export type KeepCareFact = Static<typeof KeepCareFact>

/** Who fosters or adopts for the council. */
export const NewHousehold = shape({ id: Id, name: Words(200), kind: Words(60), agency: optional(Type.String({ maxLength: 200 })), urn: optional(Type.String({ maxLength: 20 })), area: optional(Type.String({ maxLength: 200 })), enquiredOn: Day })
export type NewHousehold = Static<typeof NewHousehold>
/** Who lives in a carer household, with what they said of themselves; nothing of it has to be said. `gone`: they are no longer of it. */
export const SayMember = shape({
  id: Id, householdId: Id, memberId: optional(Id), name: Type.String({ maxLength: 200 }), gender: optional(OneOf(['male', 'female', 'other', 'notStated'] as const)), ethnicity: optional(Words(60)), disabled: optional(OneOf(['yes', 'no'] as const)), gone: optional(Type.Boolean()),
})
export type SayMember = Static<typeof SayMember>
export type HouseholdMember = Readonly<{ memberId: string; name: string; gender: string | null; ethnicity: string | null; disabled: string | null }>
/** What happened with a household; approval and review carry the terms. */
export const TakeStep = shape({
  id: Id, householdId: Id, step: Words(60), on: Day, words: optional(Type.String({ maxLength: 4000 })),
  places: optional(Type.Integer({ minimum: 0, maximum: 12 })), ageFrom: optional(Type.Integer({ minimum: 0, maximum: 17 })), ageTo: optional(Type.Integer({ minimum: 0, maximum: 17 })), sexes: optional(OneOf(['any', 'female', 'male'] as const)),
  /** To whom the household is given. */
  workerId: optional(Id),
  /** Whoever ends an approval knows that children live there. */
  childrenKnown: optional(Type.Boolean()),
})
export type TakeStep = Static<typeof TakeStep>
export type Household = Readonly<{ id: string; name: string; kind: string; agency: string | null; urn: string | null; area: string | null }>
export type HouseholdStep = Readonly<{
  id: string; householdId: string; step: string; on: PlainDate; words: string | null; places: number | null; ageFrom: number | null; ageTo: number | null; sexes: string | null; kinds: readonly string[] | null; recordedAt: string; by: string | null; byId: string | null; workerId: string | null; worker: string | null
}>
