import { Type, type Static } from '@sinclair/typebox'
import { Day, Id, OneOf, optional, shape, Words } from '../../../kernel/shape.ts'
import { NewAddress, NewPerson, NewRelationship } from '../../../record/people/model.ts'

export const sources = ['familyMember', 'acquaintance', 'self', 'stranger', 'school', 'educationService', 'gp', 'healthVisitor', 'schoolNurse', 'primaryHealth', 'emergencyDepartment', 'otherHealth', 'housing', 'adultSocialCare', 'councilService', 'otherCouncil', 'earlyHelp', 'police', 'otherLegal', 'voluntary', 'anonymous', 'unknown'] as const
export type Source = (typeof sources)[number]
export const answersToDanger = ['yes', 'no', 'notKnown'] as const
export const familyKnows = ['agrees', 'knows', 'doesNotKnow', 'notSafe', 'notKnown'] as const
export const outcomes = ['referral', 'earlyHelp', 'informationAndAdvice', 'noFurtherAction'] as const
export type Outcome = (typeof outcomes)[number]

const Short = (most = 200) => Type.String({ maxLength: most })

/** Where the people named live together: at the present address of somebody known (`of`), or at this one. */
export const Home = shape({ people: Type.Array(Id, { minItems: 1, maxItems: 60 }), of: optional(Id), address: optional(NewAddress) })
export type Home = Static<typeof Home>

/** A contact, once for all the people it is about. `people`: those not yet known to us; `about`: everybody, new and known. */
export const RecordContact = shape({
  id: Id,
  source: OneOf(sources),
  agency: optional(Short()), name: optional(Short()), role: optional(Short()), phone: optional(Short(60)), email: optional(Short()),
  /** When it came, if not now: the day, and the time by the clock of England. */
  receivedOn: optional(Day), receivedTime: optional(Type.String({ pattern: '^\\d{2}:\\d{2}$' })),
  words: Words(20_000),
  inDanger: optional(OneOf(answersToDanger)), familyKnows: optional(OneOf(familyKnows)), hopesFor: optional(Short(2000)), alreadyDoing: optional(Short(2000)),
  people: Type.Array(NewPerson, { maxItems: 40 }),
  relationships: Type.Array(NewRelationship, { maxItems: 300 }),
  about: Type.Array(shape({ personId: Id, role: OneOf(['child', 'adult'] as const) }), { minItems: 1, maxItems: 60 }),
  home: optional(Home),
  /** The unsent contact it was written as. */
  draftId: optional(Id),
})
export type RecordContact = Static<typeof RecordContact>

/** More people on a contact that is still open: somebody was told of later. */
export const AddToContact = Type.Composite([shape({ contactId: Id }), Type.Pick(RecordContact, ['people', 'relationships', 'about', 'home'])], { additionalProperties: false })
export type AddToContact = Static<typeof AddToContact>

/** One decision by one manager for all the children of a contact. */
export const DecideContact = shape({
  contactId: Id,
  outcomes: Type.Array(shape({ personId: Id, outcome: OneOf(outcomes), reason: optional(Short(2000)) }), { minItems: 1, maxItems: 40 }),
  reason: Words(8000),
  /** Why it is later than the one working day of the guidance. */
  lateReason: optional(Short(500)),
  /** Set against why the case was closed last time. */
  differentNow: optional(Short(4000)),
  teamId: optional(Id), workerId: optional(Id),
  tellReferrer: optional(Type.Boolean()),
  /** Adults who get a letter in plain words. */
  writeTo: optional(Type.Array(Id, { maxItems: 10 })),
})
export type DecideContact = Static<typeof DecideContact>
