import type { Instant, PlainDate } from '../../kernel/dates.ts'
import type { Domain, Role } from '../../record/access/model.ts'
import type { CareFact, Period, Placement } from '../../record/care/model.ts'
import type { FactKind, RelationshipKind, Sex } from '../../record/people/model.ts'

// The invented council as plain values. Everything written down carries who recorded it (`by`) and when (`at`).

export type Team = Readonly<{ id: string; name: string; kind: 'directorate' | 'service' | 'team' | 'frontDoor' | 'emergencyDuty' | 'agency'; domain: Domain; parentId: string | null }>
export type Staff = Readonly<{
  id: string; name: string; email: string; kind: 'staff' | 'partner'; jobTitle: string; phone: string; qualified: boolean; registration: string | null; caseloadLimit: number | null; hours: number
  memberships: readonly Readonly<{ id: string; teamId: string | null; role: Role }>[]
}>
/** An account that is shown at the first start. */
export type Account = Readonly<{ name: string; email: string; role: string }>
export type Council = Readonly<{ name: string; since: Instant; teams: readonly Team[]; staff: readonly Staff[]; accounts: readonly Account[] }>

export type Recorded = Readonly<{ by: string; at: Instant }>
export type Fact = Readonly<{ kind: FactKind; value: string; about?: 'day' | 'month' | 'year' | 'unknown'; from: PlainDate | null }>
export type Name = Readonly<{ kind: 'legal' | 'knownAs' | 'former' | 'birth'; given: string; family: string; from: PlainDate | null; to: PlainDate | null }>
export type Person = Recorded & Readonly<{
  id: string; unborn: boolean; sex: Sex; bornOn: PlainDate | null; dueOn: PlainDate | null
  names: readonly Name[]; facts: readonly Fact[]; identifiers: readonly Readonly<{ kind: 'nhs' | 'upn'; value: string; /** When, where not with the person. */ at?: Instant }>[]
  marking: 'open' | 'restricted' | 'sealed'; listed: readonly string[]
  mergedInto?: Recorded & Readonly<{ survivorId: string; reason: string }>
}>
export type Relationship = Recorded & Readonly<{ personId: string; otherId: string; kind: RelationshipKind; responsibility: 'yes' | 'no' | 'notKnown' | null; note: string | null; from: PlainDate | null; to: PlainDate | null }>
/** People who live together for a time. */
export type Stay = Recorded & Readonly<{ people: readonly string[]; householdId: string; kind: 'home' | 'mainly' | 'temporary' | 'placement' | 'none'; lines: readonly string[]; postcode: string | null; hidden: boolean; from: PlainDate | null; to: PlainDate | null; endedAt: Instant | null }>

export type ContactOutcome = 'noFurtherAction' | 'informationAndAdvice' | 'earlyHelp' | 'referral'
export type Contact = Recorded & Readonly<{
  id: string; on: PlainDate; fromKind: 'agency' | 'person' | 'anonymous'; source: string; fromName: string | null; fromRole: string | null; fromAgency: string | null; fromPhone: string | null
  words: string; inDanger: string; familyKnows: string; hopesFor: string | null; alreadyDoing: string | null
  children: readonly string[]; adults: readonly string[]; state: 'open' | 'decided'
}>
export type Decision = Recorded & Readonly<{ id: string; contactId: string; reason: string; outcomes: readonly Readonly<{ personId: string; outcome: ContactOutcome; reason: string | null }>[]; referralId: string | null }>
export type Referral = Recorded & Readonly<{ id: string; contactId: string; on: PlainDate; source: string; noFurtherAction: boolean; children: readonly string[]; closedOn: PlainDate | null; /** When that was written down. */ closedAt?: Instant; closeReason: string | null; parentId: string | null; /** The main reason for our help, once somebody said it. */ need?: string }>
export type AssessmentOutcome = 'noFurtherAction' | 'stepDown' | 'childInNeedPlan' | 'strategyDiscussion'
/** An answer of the form: for all, and for a child who differs (engine/forms/model). */
export type Answer = Readonly<{ all?: string | readonly string[]; each?: Readonly<Record<string, string | readonly string[]>> }>
export type Assessment = Recorded & Readonly<{
  id: string; formId: string; itemId: string; signOffId: string | null; referralId: string; previousFormId: string | null; startedOn: PlainDate; sentAt: Instant | null; authorised: Recorded | null; state: 'open' | 'sent' | 'returned' | 'authorised'
  outcome: AssessmentOutcome | null; lateReason: string | null
  children: readonly Readonly<{ personId: string; seenOn: PlainDate | null; seenAloneOn: PlainDate | null; factors: readonly string[] }>[]
  decisions: readonly (Recorded & Readonly<{ id: string; decision: 'agree' | 'return'; comment: string | null }>)[]
  sections: readonly Readonly<{ id: string; section: string; answers: Readonly<Record<string, Answer>>; savedAt: Instant }>[]
}>
export type NoteKind = 'note' | 'visit' | 'phoneCall' | 'meeting' | 'email' | 'managementOversight' | 'supervision' | 'directWork'
export type Note = Recorded & Readonly<{
  id: string; kind: NoteKind; title: string; words: string; on: PlainDate; place: string | null; domain: Domain
  people: readonly Readonly<{ personId: string; seen: boolean | null; seenAlone: boolean | null; bedroomSeen: boolean | null }>[]
  passages: readonly Readonly<{ id: string; about: readonly string[]; words: string }>[]
}>
export type Voice = Recorded & Readonly<{ id: string; personId: string; words: string; on: PlainDate; saidTo: string; how: 'said' | 'wrote' | 'drew' | 'played' | 'observed'; place: string | null
  /** The assessment in which it stands, when it was not heard by itself. */
  from: Readonly<{ kind: string; id: string }> | null
}>
/** `today`: while somebody works with them, it was looked at again each time its day came. */
export type Warning = Recorded & Readonly<{ id: string; personId: string; kind: string; words: string; reviewOn: PlainDate; from: PlainDate; to: PlainDate | null; today: PlainDate }>
/** An order or legal status of all it is about. `endedAt`: when its end was recorded; the row as it stood before is kept. */
export type LegalStatus = Recorded & Readonly<{ orderId: string; people: readonly string[]; kind: 'lookedAfter' | 'order'; code: string; from: PlainDate; to: PlainDate | null; expiresOn: PlainDate | null; court: string | null; caseNumber: string | null; details: string | null; endedAt: Instant | null }>
export type WorkItem = Recorded & Readonly<{
  id: string; kind: string; domain: Domain; pathway: boolean; state: 'open' | 'waiting' | 'returned' | 'done' | 'cancelled'; subject: Readonly<{ kind: string; id: string }>; people: readonly string[]; parentId: string | null
  section: string | null; teamId: string | null; workerId: string | null; askedBy: string | null; words: string | null; openedOn: PlainDate; dueOn: PlainDate | null; dueAt: Instant | null
  finishedOn: PlainDate | null; outcome: string | null; reason: string | null; duty: string | null
  /** Who is asked decides, and does not begin to work with the family. */
  decidesOnly: boolean
  clocks: readonly (Recorded & Readonly<{ id: string; subject: Readonly<{ kind: string; id: string }>; duty: string; startedOn: PlainDate; startedAt: Instant | null; dueOn: PlainDate | null; dueAt: Instant | null; metOn: PlainDate | null }>)[]
}>
export type Involvement = Recorded & Readonly<{ personId: string; teamId: string | null; workerId: string | null; domain: Domain; role: string; from: PlainDate; to: PlainDate | null; /** For whose sake, when not for their own. */ becauseOf?: readonly string[] }>
export type Share = Readonly<{ personId: string; agencyId: string; since: Instant; until: Instant | null; purpose: string }>
/** What the chronology is told, as commands tell it. */
export type Event = Recorded & Readonly<{ kind: string; on: PlainDate; people: readonly string[]; significant: boolean; subject: Readonly<{ kind: string; id: string }> | null; domain: Domain }>
export type StorySoFar = Recorded & Readonly<{ id: string; people: readonly string[]; words: string }>

/** Carer households with their steps. They belong to the council; the first family brings them. */
export type Carers = readonly (Recorded & Readonly<{ id: string; name: string; kind: string; area: string; agency: string | null; steps: readonly (Recorded & Readonly<{ id: string; step: string; on: PlainDate; words: string | null; terms: readonly [places: number, from: number, to: number] | null }>)[] }>)[]
type Ended = Readonly<{ endedAt: Instant | null; endedId: string }>
/** Times in care, placements and what is known with a day. `endedAt`: when the end was recorded; the row as it stood before is kept. */
export type InCare = Readonly<{
  periods: readonly (Recorded & Period & Ended)[]; placements: readonly (Recorded & Placement & Ended)[]; facts: readonly (Recorded & CareFact)[]
}>

/** Meetings, plans and enquiries, row by row as the commands leave them. */
export const protectionTables = ['meetings.meeting', 'meetings.meeting_person', 'meetings.invited', 'meetings.decision', 'meetings.change', 'plans.plan', 'plans.plan_person', 'plans.need', 'plans.action', 'plans.progress', 'plans.version', 'plans.member', 'protection.enquiry', 'protection.enquiry_person', 'legal.matter', 'legal.matter_person', 'legal.fact', 'legal.direction', 'access.adoption', 'access.adoption_listed', 'supervision.session', 'supervision.own_part', 'supervision.entry', 'supervision.entry_person', 'supervision.entry_with', 'reviewing.dispute', 'reviewing.dispute_person', 'reviewing.dispute_step', 'allegation.allegation', 'allegation.about', 'allegation.step'] as const
/** The adult of an allegation is nobody of the index: a subject without a person. Papers are forms. */
export type ProtectionRow = Readonly<{ table: (typeof protectionTables)[number] | 'access.subject' | 'answers.form' | 'answers.form_person' | 'answers.section'; row: Readonly<Record<string, unknown>> }>

/** A family with all that was ever written about it. */
export type FamilyStory = Readonly<{
  name: string
  people: readonly Person[]; relationships: readonly Relationship[]; stays: readonly Stay[]
  contacts: readonly Contact[]; decisions: readonly Decision[]; referrals: readonly Referral[]; assessments: readonly Assessment[]
  notes: readonly Note[]; voices: readonly Voice[]; warnings: readonly Warning[]; legal: readonly LegalStatus[]; care: InCare; carers: Carers; protection: readonly ProtectionRow[]; work: readonly WorkItem[]; involvements: readonly Involvement[]; shares: readonly Share[]
  events: readonly Event[]; storySoFar: StorySoFar | null
}>
