import { careEndings } from '../../../content/codes/care.ts'
import { earlierPlacements, placementKinds } from '../../../content/codes/placements.ts'
import { careFacts } from '../../../content/care/facts.ts'
import { carePlans } from '../../../content/meetings/plans.ts'
import { labelNow } from '../../record/access/own/now.ts'
import type { Placement } from '../../record/care/model.ts'
import { careTold } from '../../record/care/queries.ts'
import { safetyKinds } from './safety.ts'
import type { TrayTeller } from '../../record/work/model.ts'
import type { ChronologyTeller, Told } from '../../record/chronology/tellers.ts'

const kindOf = (one: Placement): string => labelNow(earlierPlacements.codes.some((code) => code.code === one.kind) ? earlierPlacements : placementKinds, one.kind)
const where = (one: Placement): string => `${kindOf(one)}${one.hidden ? '' : `: ${one.placeName}`}`

/** How coming into care, moves, leaving care and what is known with a day read in the chronology: by what stands there now. */
export const chronologyTellers: readonly ChronologyTeller[] = [{
  kinds: ['care.began', 'care.moved', 'care.ended', 'care.corrected', 'care.takenBack', 'care.fact', 'care.factCorrected', 'care.factEnded'],
  tell: async (asking, events) => {
    const { periods, placements, facts } = await careTold(asking, events.flatMap((event) => event.subjectId ?? []))
    return new Map(events.flatMap((event): [string, Told][] => {
      const period = periods.find((one) => (one.periodId === event.subjectId || one.admissionId === event.subjectId) && event.people.includes(one.personId))
      const placement = placements.find((one) => one.placementId === event.subjectId && event.people.includes(one.personId))
      const fact = facts.find((one) => one.factId === event.subjectId && event.people.includes(one.personId))
      const href = `/people/${event.people[0]}/care`
      if (event.kind === 'care.began' && period) return [[event.id, { title: `Came into our care, ${period.planned ? 'planned' : 'in an emergency'}`, words: [period.why, period.apartWhy ? `Not with brothers and sisters: ${period.apartWhy}` : null].filter(Boolean).join(' '), href }]]
      if (event.kind === 'care.ended' && period) return [[event.id, { title: 'Left our care', words: [period.endReason ? `${labelNow(careEndings, period.endReason)}.` : null, period.endWords].filter(Boolean).join(' '), href }]]
      if (event.kind === 'care.takenBack') return [[event.id, { title: 'Taken back: a time in our care', href }]]
      if (event.kind === 'care.moved' && placement) return [[event.id, { title: 'Moved to another placement', words: where(placement), href }]]
      if (event.kind === 'care.corrected' && placement) return [[event.id, { title: 'Corrected: a placement', words: where(placement), href }]]
      if (!fact) return []
      const kind = careFacts.find((one) => one.id === fact.kind)
      const said = kind?.wordsLabel?.includes('own words') && fact.words && event.people.length === 1 ? { said: { words: fact.words, personId: fact.personId } } : fact.words ?? fact.answers['why'] ? { words: fact.words ?? fact.answers['why'] ?? '' } : {}
      return [[event.id, { title: event.kind === 'care.factEnded' ? kind?.ended ?? `Ended: ${kind?.title ?? fact.kind}` : `${event.kind === 'care.factCorrected' ? 'Corrected: ' : ''}${kind?.title ?? fact.kind}`, ...said, href: safetyKinds.includes(fact.kind) ? `/people/${event.people[0]}/safety` : `${href}#facts` }]]
    }))
  },
}]

const told: readonly (readonly [kind: string, title: string, fact: string])[] = [
  ['careReview', 'Review of a child in our care', 'review'], ['careOfficer', 'Name the independent reviewing officer', 'reviewingOfficer'], ['carePlanning', 'Care plan', 'carePlan'], ['carePlacementPlan', 'Placement plan', 'placementPlan'],
  ['careHealth', 'Health assessment', 'health'], ['careEducation', 'Personal education plan', 'educationPlan'], ['careStrengths', 'Strengths and difficulties questionnaire', 'strengths'],
  ['adoptionReviewDue', 'Adoption review', 'review'], ['careTemporaryApproval', 'Relative’s temporary approval runs out', 'temporaryApproval'],
  ['careReturnInterview', 'Talk after coming back', 'returnInterview'], ['carePathwayAssessment', 'Assessment for the pathway plan', 'pathwayAssessment'], ['carePathwayPlan', 'Pathway plan review', 'pathwayPlan'],
  ['exploitationReview', 'Review of exploitation', 'exploitationReview'], ['privateFosteringVisit', 'Visit to a private fostering arrangement', 'privateFosteringVisit'],
]

/** What is done by a meeting. */
const meetingOf: Readonly<Record<string, string>> = { adoptionReviewDue: 'adoptionReview', careReview: 'lookedAfterReview', carePathwayPlan: 'pathwayReview' }

/** The work that a kind of fact meets. */
export const workOfFact = (fact: string): string | undefined => told.find((one) => one[2] === fact)?.[0]

/** What is due for children in our care, and the exact place where it is written down. */
export const trayTellers: readonly TrayTeller[] = [
  ...told.map(([kind, title, fact]): TrayTeller => ({
    kind, title: (item) => (item.duty === 'personalEducationPlan.reviewed' ? 'Personal education plan, this term’s review' : title),
    open: (item) => meetingOf[kind] ? { href: `/meetings/new?item=${item.id}&kind=${meetingOf[kind]}`, words: 'Arrange' }
      : carePlans.some((plan) => plan.fact === fact) ? { href: `/people/${item.people[0]?.id ?? ''}/care/plan?kind=${fact}`, words: 'Make it' } : { href: `/people/${item.people[0]?.id ?? ''}/care/record?kind=${fact}`, words: 'Write it down' },
    read: (item) => `/people/${item.people[0]?.id ?? ''}/${safetyKinds.includes(fact) ? 'safety' : fact.startsWith('pathway') ? 'leaving' : 'care'}`,
  })),
  // The worker of the child and their manager each have it: neither waits for the other to see it.
  ...['careHome', 'careHomeManager'].map((kind): TrayTeller => ({
    kind, title: (item) => `Decide where ${item.people.length === 1 ? item.people[0]?.given || 'the child' : 'each child'} lives now`, also: () => 'the carers’ approval is over',
    open: (item) => ({ href: `/people/${item.people[0]?.id ?? ''}/care#home`, words: 'Decide' }),
  })),
  {
    kind: 'leaverVisit', title: () => 'Visit to a care leaver in the home we provide',
    open: (item) => ({ href: `/notes/new?kind=visit&item=${item.id}&people=${item.people.map((person) => person.id).join(',')}`, words: 'Write it up' }),
    read: (item) => `/people/${item.people[0]?.id ?? ''}/leaving`,
  },
  {
    kind: 'careVisit', title: () => 'Visit to a child in our care',
    open: (item) => ({ href: `/notes/new?kind=visit&item=${item.id}&people=${item.people.map((person) => person.id).join(',')}`, words: 'Write it up' }),
    read: (item) => `/people/${item.people[0]?.id ?? ''}/care`,
  },
]
