import {
  adopterSexes, adopterStatuses, adoptionNotPursued, earlierPermanence, leaverActivity, leaverHomes, leaverInTouch, reviewParticipation, strengthsNotScored, workerChangeReasons,
} from '../codes/care.ts'
import type { CodeList } from '../codes/codeList.ts'
import { safetyFacts } from './safety.ts'

/** A question of a fact. `number`: a whole number from `least` to `most`. `colleague`: the account of somebody who reviews children in our care. */
export type FactQuestion = Readonly<{
  id: string; label: string; hint?: string; kind: 'code' | 'yesNo' | 'number' | 'date' | 'line' | 'words' | 'colleague'; list?: CodeList; required?: true; /** Asked with the end. */ atEnd?: true; least?: number; most?: number
}>
/** A kind of fact about a child in our care or a care leaver: what is asked, and which column of which return reads it. */
export type FactKind = Readonly<{
  id: string; title: string; group: string; on: string; to?: string; significant?: true
  /** What the return reads (SSDA903: table and column). */
  reads?: string
  /** The duty of the timescales that it meets. */
  event?: string
  questions: readonly FactQuestion[]
  /** How the end reads: on the page that asks for it, and in the chronology. */
  ended?: string
  /** Whose own words the free text is. */
  wordsLabel?: string
}>

const yes = (id: string, label: string, hint?: string): FactQuestion => ({ id, label, kind: 'yesNo', required: true, ...(hint ? { hint } : {}) })
const code = (id: string, label: string, list: CodeList): FactQuestion => ({ id, label, kind: 'code', list, required: true })
const maybe = (id: string, label: string, list: CodeList): FactQuestion => ({ id, label, kind: 'code', list })
const line = (id: string, label: string, hint?: string): FactQuestion => ({ id, label, kind: 'line', ...(hint ? { hint } : {}) })
const words = (id: string, label: string): FactQuestion => ({ id, label, kind: 'words' })
const day = (id: string, label: string): FactQuestion => ({ id, label, kind: 'date' })

const choices = (id: string, title: string, ...codes: readonly (readonly [string, string])[]): CodeList => ({ id, title, codes: codes.map(([one, label]) => ({ code: one, label })) })
const permanencePlans = choices('permanencePlans', 'The plan for permanence', ['home', 'Going home'], ['relative', 'A relative or friend'], ['guardianship', 'Special guardianship'], ['longTermFoster', 'Long-term fostering'], ['adoption', 'Adoption'], ['fosteringForAdoption', 'Fostering for adoption'], ['concurrent', 'Concurrent planning'], ['residential', 'Residential care'], ['independence', 'Independence'])
const missingKinds = choices('missingKinds', 'Missing or away', ['missing', 'Missing: we do not know where'], ['away', 'Away without leave: we know where'])
const seenByReviewer = choices('seenByReviewer', 'How', ['visit', 'Visited'], ['review', 'Seen for a review'], ['call', 'By phone or video'], ['letter', 'By letter or message'])
/** What the agency decision maker is asked to decide. */
export const askedDecisions = choices('askedDecisions', 'What is asked', ['adoption', 'The child should be placed for adoption'], ['match', 'The match with these adopters'], ['longTermFoster', 'Long-term fostering is the plan'], ['guardianship', 'Special guardianship is the plan'], ['notAdoption', 'Adoption is no longer the plan'])
const linkOutcomes = choices('linkOutcomes', 'What came of it', ['considered', 'We look into it'], ['visited', 'They were visited'], ['forward', 'Goes to the panel'], ['not', 'Does not go on'])
const decidedBy = choices('decidedBy', 'Who decided', ['panel', 'Recommended by the panel'], ['decisionMaker', 'Decided by the agency decision maker'], ['ended', 'Decided that adoption is no longer the plan'])
/** What can be decided where nobody approves the carers any more (Care Planning Regulations 2010, regulation 25). */
export const homesDecided = choices('homesDecided', 'What was decided', ['moves', 'Goes to other carers: record the move when it has happened'], ['home', 'Goes home: record it when it has happened'], ['review', 'Stays until the review of the refusal is known'], ['arranged', 'Stays, as another agency or council approves them'], ['otherOrder', 'Stays until another order or arrangement begins'])
const legalBasis = choices('delegatedMatters', 'Who may decide', ['carer', 'The carer'], ['council', 'The council'], ['parent', 'The parents'], ['asked', 'The carer, after asking us'])
const timesHeld = choices('timesHeld', 'Did it take place', ['held', 'It took place'], ['familyNotCome', 'The family did not come'], ['childNot', 'The child did not want to'], ['calledOff', 'It was called off'])
const contactKinds = choices('contactKinds', 'How', ['together', 'In person'], ['supervised', 'In person, somebody with them'], ['call', 'By phone or video'], ['letter', 'By letter'], ['none', 'None for now'])

/** Everything about a child in our care that has a day and is neither a placement nor a legal status. The titles are ours; the SSDA903 collection of 2026 says what it asks. */
export const careFacts: readonly FactKind[] = [
  { id: 'review', title: 'Review', group: 'Reviews and plans', on: 'The day it was held', significant: true, reads: 'Reviews', event: 'lookedAfterReview.held', wordsLabel: 'What the child says, in their own words', questions: [code('participation', 'How the child took part', reviewParticipation), line('officer', 'Independent reviewing officer'), day('nextOn', 'The next review is planned for'), words('decided', 'What was decided'), words('progress', 'What has come of the last decisions')] },
  { id: 'reviewingOfficer', title: 'Independent reviewing officer named', group: 'Reviews and plans', on: 'Since', event: 'reviewingOfficer.appointed', questions: [{ id: 'officerId', label: 'One of ours', hint: 'The child then stands on their desk', kind: 'colleague' }, line('officer', 'Name', 'Where it is somebody from outside')] },
  { id: 'reviewerVisit', title: 'Seen by the reviewing officer', group: 'Reviews and plans', on: 'The day', wordsLabel: 'What the child says, in their own words', questions: [code('how', 'How', seenByReviewer), line('officer', 'By whom')] },
  { id: 'carePlan', title: 'Care plan', group: 'Reviews and plans', on: 'The day it was agreed', significant: true, event: 'carePlan.prepared', wordsLabel: 'The plan in a few sentences, as the child would hear it', questions: [code('permanence', 'The plan for permanence', permanencePlans), words('instead', 'If this does not work')] },
  { id: 'placementPlan', title: 'Placement plan', group: 'Reviews and plans', on: 'The day it was agreed', event: 'placementPlan.agreed', questions: [words('day', 'How a day goes: sleep, food, school, what calms'), words('keep', 'What is to stay as it was')] },
  { id: 'delegatedAuthority', title: 'Who may decide what', group: 'Reviews and plans', on: 'Since', questions: [code('haircut', 'Haircut', legalBasis), code('overnight', 'A night with friends', legalBasis), code('trips', 'School trips', legalBasis), code('medical', 'Routine medical treatment', legalBasis), words('other', 'Other things that have to be decided, and by whom')] },
  { id: 'temporaryApproval', title: 'Relative or friend approved for a time', group: 'Reviews and plans', on: 'Since', to: 'Until: approved as foster carers, or no longer', significant: true, event: 'connectedPerson.temporarilyApproved', questions: [{ ...line('carer', 'Who'), required: true }, { ...day('extendedOn', 'Extended on'), hint: 'Sixteen weeks, and eight more if the assessment is not finished (regulations 24 and 25)' }] },
  { id: 'homeDecided', title: 'Where the child lives, decided after the carers’ approval was over', group: 'Reviews and plans', on: 'The day it was decided', significant: true, wordsLabel: 'What the child says about it, in their own words', questions: [code('decided', 'What was decided', homesDecided), { ...line('who', 'Who decided'), required: true }, { ...words('why', 'Why, and what is done to keep the child safe until then'), required: true }] },
  { id: 'contactArrangement', title: 'Seeing family', group: 'Reviews and plans', on: 'Since', to: 'Until', questions: [{ ...line('who', 'With whom'), required: true }, code('how', 'How', contactKinds), line('often', 'How often')] },
  { id: 'familyTime', title: 'Time with family', group: 'Reviews and plans', on: 'The day', wordsLabel: 'What it was like: what was seen and heard', questions: [{ ...line('who', 'With whom'), required: true }, code('came', 'Did it take place', timesHeld)] },
  { id: 'siblingsApart', title: 'Brothers and sisters apart', group: 'Reviews and plans', on: 'Since', to: 'Together again on', ended: 'Together again', significant: true, questions: [{ ...words('why', 'Why they do not live together'), required: true }, words('close', 'How they stay close')] },
  { id: 'health', title: 'Health assessment', group: 'Health', on: 'The day it was held', reads: 'OC2: HEALTH_ASSESSMENT', event: 'healthAssessment.held', questions: [line('by', 'By whom'), words('advice', 'What is to be done')] },
  { id: 'dental', title: 'Teeth checked', group: 'Health', on: 'The day', reads: 'OC2: TEETH_CHECK', questions: [line('by', 'By whom')] },
  { id: 'immunisations', title: 'Immunisations', group: 'Health', on: 'Looked at on', reads: 'OC2: IMMUNISATIONS', questions: [yes('upToDate', 'Up to date')] },
  { id: 'healthSurveillance', title: 'Development checks', group: 'Health', on: 'Looked at on', reads: 'OC2: HEALTH_CHECK', questions: [yes('upToDate', 'Up to date', 'For a child of five or under')] },
  { id: 'strengths', title: 'Strengths and difficulties score', group: 'Health', on: 'The day', reads: 'OC2: SDQ_SCORE, SDQ_REASON', event: 'strengthsAndDifficulties.scored', questions: [{ id: 'score', label: 'Score', kind: 'number', least: 0, most: 40 }, maybe('notScored', 'Why there is no score', strengthsNotScored)] },
  { id: 'substanceMisuse', title: 'Misuse of drugs, alcohol or solvents', group: 'Health', on: 'Looked at on', reads: 'OC2: SUBSTANCE_MISUSE and two more', questions: [yes('problem', 'Has a problem with it'), { id: 'received', label: 'Gets help for it', kind: 'yesNo' }, { id: 'offered', label: 'Help was offered', kind: 'yesNo' }] },
  { id: 'conviction', title: 'Convicted or cautioned', group: 'Health', on: 'The day', reads: 'OC2: CONVICTED', questions: [line('what', 'Of what')] },
  { id: 'educationPlan', title: 'Personal education plan', group: 'Education', on: 'The day it was agreed', event: 'educationPlan.agreed', questions: [line('school', 'School'), words('next', 'What is next for learning'), day('reviewOn', 'Looked at again on')] },
  { id: 'missing', title: 'Missing or away', group: 'Safety', on: 'Since', to: 'Came back on', ended: 'Came back', significant: true, reads: 'Missing', event: 'missing.began', questions: [code('how', 'Missing or away', missingKinds), line('last', 'Where and with whom last'), { ...line('backAt', 'The hour they came back', 'As 23:10: the talk afterwards is due within 72 hours'), atEnd: true }, line('police', 'Number of the police')] },
  { id: 'returnInterview', title: 'Talk after coming back', group: 'Safety', on: 'The day', event: 'returnInterview.held', wordsLabel: 'What the child says, in their own words', questions: [yes('offered', 'Was offered'), yes('accepted', 'The child wanted it'), line('by', 'By whom')] },
  { id: 'deprivationOfLiberty', title: 'Deprived of liberty', group: 'Safety', on: 'Since', to: 'Until', significant: true, reads: 'DoLo', questions: [line('court', 'Court')] },
  { id: 'asylum', title: 'Came alone to seek asylum', group: 'Where from', on: 'Since', to: 'No longer, from', significant: true, reads: 'UASC', questions: [line('from', 'From which country')] },
  { id: 'earlierPermanence', title: 'Permanence before', group: 'Where from', on: 'The day of the order, or when we were told', reads: 'PrevPerm', questions: [code('which', 'What there was before', earlierPermanence), line('council', 'Council that arranged it', 'Its number of three digits, where it is known'), yes('exact', 'Is this the day of the order')] },
  { id: 'motherhood', title: 'Became a mother', group: 'Where from', on: 'The day the child was born', significant: true, reads: 'Header: MOTHER, MC_DOB', questions: [] },
  { id: 'permanenceDecision', title: 'Decision about permanence', group: 'Permanence', on: 'The day', significant: true, reads: 'PlacedAdoption; AD1: DATE_INT', questions: [code('step', 'Who decided', decidedBy), code('plan', 'The plan for permanence', permanencePlans), maybe('ended', 'Why adoption is no longer the plan', adoptionNotPursued), words('reasons', 'Reasons')] },
  { id: 'familyFinding', title: 'A family is looked for', group: 'Permanence', on: 'Since', significant: true, event: 'familyFinding.began', questions: [line('by', 'Who looks'), words('where', 'Where we look: our own adopters, the regional agency, a national register'), words('needs', 'What the family has to be able to give')] },
  { id: 'link', title: 'Adopters are thought of', group: 'Permanence', on: 'The day', questions: [{ ...line('who', 'Which adopters'), required: true }, code('came', 'What came of it', linkOutcomes), words('why', 'Why')] },
  { id: 'decisionAsked', title: 'Put to the agency decision maker', group: 'Permanence', on: 'The day', questions: [code('what', 'What is asked', askedDecisions), day('panelOn', 'The minutes of the panel came on'), line('who', 'Which adopters'), { id: 'fosterCarer', label: 'They are the foster carers now', kind: 'yesNo' }, { id: 'adopters', label: 'How many adopters', kind: 'number', least: 1, most: 2 }, maybe('sexes', 'Who adopts', adopterSexes), maybe('status', 'How they live together', adopterStatuses)], wordsLabel: 'Why, and what the panel said' },
  { id: 'match', title: 'Matched with adopters', group: 'Permanence', on: 'The day the match was decided', significant: true, reads: 'AD1', questions: [yes('fosterCarer', 'They are the foster carers now'), { id: 'adopters', label: 'How many adopters', kind: 'number', least: 1, most: 2, required: true }, code('sexes', 'Who adopts', adopterSexes), code('status', 'How they live together', adopterStatuses)] },
  { id: 'disruption', title: 'Ended before it was meant to', group: 'Permanence', on: 'The day', significant: true, questions: [line('what', 'What ended'), words('learned', 'What we learn from it')] },
  { id: 'adviser', title: 'Personal adviser named', group: 'Leaving care', on: 'Since', to: 'Until', questions: [{ ...line('name', 'Name'), required: true }] },
  // What has to be considered follows regulation 42 of the Care Planning Regulations 2010 and regulation 5 of the Care Leavers Regulations 2010; the words are ours.
  { id: 'pathwayAssessment', title: 'Assessment for the pathway plan', group: 'Leaving care', on: 'The day it was finished', event: 'pathwayAssessment.completed', wordsLabel: 'What the young person wants and feels, in their own words', questions: [words('health', 'Health and development'), words('learning', 'Learning, training and work'), words('family', 'What family and friends can give'), words('money', 'Money: what there is, and how they manage it'), words('skills', 'Skills for living alone'), words('support', 'Care, support and a home: what is still needed'), words('others', 'What parents, carers, school and others think')] },
  { id: 'pathwayPlan', title: 'Pathway plan', group: 'Leaving care', on: 'The day it was agreed', significant: true, event: 'pathwayPlan.reviewed', wordsLabel: 'What the young person wants, in their own words', questions: [words('home', 'Home'), words('learning', 'Work and learning'), words('money', 'Money'), words('people', 'People who matter')] },
  { id: 'leaverHome', title: 'Home after care', group: 'Leaving care', on: 'Since', to: 'Until', significant: true, questions: [code('home', 'Where they live', leaverHomes), yes('suitable', 'The home is suitable', 'Safe, affordable, near enough to work, learning and people who matter'), yes('provided', 'We provide it'), words('why', 'Why it is, or is not, suitable')] },
  { id: 'leaverContact', title: 'In touch', group: 'Leaving care', on: 'The day', reads: 'OC3', questions: [code('inTouch', 'Are we in touch', leaverInTouch), maybe('activity', 'What they do', leaverActivity), maybe('home', 'Where they live', leaverHomes), { id: 'suitable', label: 'The home is suitable', kind: 'yesNo' }] },
  { id: 'workerChange', title: 'Social worker changed', group: 'Reviews and plans', on: 'The day', reads: 'SWEpisodes: SW_REASON', questions: [code('reason', 'Why the social worker changed', workerChangeReasons)] },
  ...safetyFacts,
]
