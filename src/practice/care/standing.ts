import { connectedPlacements } from '../../../content/codes/placements.ts'
import { careFacts } from '../../../content/care/facts.ts'
import { ageOn, type PlainDate } from '../../kernel/dates.ts'
import type { Happening } from '../../engine/timescales/model.ts'
import type { Asking } from '../../record/access/model.ts'
import { careOf, partsUnder, type CareRead } from '../../record/care/queries.ts'
import type { CareFact, Period } from '../../record/care/model.ts'
import { holds, shortBreaks } from '../../record/care/reckoning/episodes.ts'
import { eligibleOn, leavingStatus } from '../../record/care/reckoning/leaving.ts'
import { stretchesOf } from '../../record/care/reckoning/stretches.ts'
import { cardsOf, holdersOf } from '../../record/people/queries.ts'
import type { ClockSource, Standing, StandingSource } from '../../record/work/standing/sources.ts'

/** Whose clocks they are; a child who has none of this costs one look. */
const readCare = async (asking: Asking, people: readonly string[], ids: readonly string[]): Promise<CareRead> => careOf(asking, [], await partsUnder(asking, people, ids))
const of = <Row extends { personId: string }>(rows: readonly Row[], id: string): Row[] => rows.filter((row) => row.personId === id)

/** What some facts mean besides their own event. */
const also: Readonly<Record<string, readonly string[]>> = {
  health: ['healthAssessment.available'], educationPlan: ['personalEducationPlan.initiated', 'personalEducationPlan.available'], pathwayPlan: ['pathwayPlan.made'],
}

/** What happened in the care of one child, as the clocks count it. */
export function happeningsOf(id: string, care: CareRead, bornOn: PlainDate | null, today: PlainDate): Happening[] {
  const one = (event: string, on: PlainDate): Happening => ({ event, on, people: [id] })
  const onBreaks = (period: Period): boolean => care.statuses.some((status) => shortBreaks.includes(status.code) && holds(status, period.from))
  const reviews = of(care.facts, id).filter((fact) => fact.kind === 'review')
  const eligible = bornOn ? eligibleOn(bornOn, stretchesOf(care), today) : undefined
  return [
    ...of(care.periods, id).flatMap((period) => [one(onBreaks(period) ? 'shortBreaks.began' : 'care.started', period.from), ...(period.to ? [one('care.ended', period.to)] : [])]),
    ...of(care.placements, id).flatMap((placement) => [one('placement.started', placement.from), ...(['custody', 'hospital'].includes(placement.kind) ? [one('arrangements.started', placement.from)] : []), ...(placement.to ? [one('placement.ended', placement.to)] : [])]),
    ...of(care.statuses, id).flatMap((status) => (status.code === 'careOrder' ? [one('careOrder.made', status.from)] : status.code === 'interimCareOrder' ? [one('interimCareOrder.made', status.from)] : [])),
    ...of(care.facts, id).flatMap((fact) => [careFacts.find((kind) => kind.id === fact.kind)?.event, ...(also[fact.kind] ?? [])].flatMap((event) => (event ? [one(event, fact.on)] : []))),
    ...of(care.facts, id).flatMap((fact) => (fact.kind === 'missing' && fact.to ? [one('child.returned', fact.to)] : [])),
    // After the review itself: what begins with it does not end with it.
    ...of(care.periods, id).flatMap((period) => { const first = reviews.map((fact) => fact.on).filter((on) => holds(period, on)).sort()[0]; return first ? [one('lookedAfterReview.firstHeld', first)] : [] }),
    ...(eligible ? [one('leavingCare.becameEligible', eligible)] : []),
  ]
}

export const careClocks: ClockSource = async (asking, people, ids) => {
  const care = await readCare(asking, people, ids)
  if (care.periods.length === 0) return []
  const cards = await cardsOf(asking, people)
  return people.flatMap((id) => happeningsOf(id, { periods: of(care.periods, id), placements: of(care.placements, id), statuses: of(care.statuses, id), facts: of(care.facts, id) }, cards.get(id)?.bornOn ?? null, asking.today))
}

type Stands = Readonly<{ duty: string; kind: string; meets?: string }>

/** Which rule of visits it is, by where the child lives and by what right (Care Planning Regulations 2010, regulation 28). */
export function visitDuty(kind: string, status: string | undefined, placedOn: PlainDate, held: boolean, today: PlainDate, seenSince: boolean): string {
  if (kind === 'ownParents' && status === 'careOrder') return seenSince ? 'careOrderAtHomeVisit.later' : 'careOrderAtHomeVisit.first'
  if (kind === 'ownParents' && status === 'interimCareOrder') return held ? 'connectedPersonVisit.later' : 'connectedPersonVisit.weekly'
  if (kind === 'custody' || kind === 'hospital') return seenSince ? 'otherArrangementsVisit.later' : 'otherArrangementsVisit.first'
  if (!seenSince) return 'lookedAfterVisit.first'
  if (ageOn(placedOn, today) < 1) return 'lookedAfterVisit.firstYear'
  return kind === 'fosterLongTerm' || kind === connectedPlacements[1] ? 'lookedAfterVisit.permanent' : 'lookedAfterVisit.later'
}

/** What stands for one child in care: by their reviews, their age, where they live. */
export function standsFor(care: CareRead, bornOn: PlainDate | null, visits: readonly PlainDate[], today: PlainDate): readonly Stands[] {
  const period = care.periods.find((one) => holds(one, today))
  const leaving = bornOn ? leavingStatus(bornOn, stretchesOf(care), today) : 'none'
  const has = (kind: string, since: PlainDate | undefined): CareFact[] => care.facts.filter((fact) => fact.kind === kind && (since === undefined || fact.on >= since))
  const back = care.facts.filter((fact) => fact.kind === 'missing' && fact.to !== null).map((fact) => fact.to ?? today).sort().at(-1)
  const stands: Stands[] = []
  if (back && has('returnInterview', back).length === 0 && back >= (period?.from ?? today)) stands.push({ duty: 'returnInterview.held', kind: 'careReturnInterview' })
  if (leaving === 'eligible' && has('pathwayAssessment', undefined).length === 0) stands.push({ duty: 'pathwayAssessment.completed', kind: 'carePathwayAssessment' })
  if (leaving !== 'none' && leaving !== 'qualifying' && has('pathwayPlan', undefined).length > 0) stands.push({ duty: 'pathwayPlan.reviewed', kind: 'carePathwayPlan', meets: 'pathwayReview' })
  const placement = care.placements.find((one) => holds(one, today))
  if (!period || !placement) return stands
  const reviews = has('review', period.from)
  const status = care.statuses.find((one) => one.kind === 'lookedAfter' && holds(one, today))?.code
  if (status && shortBreaks.includes(status)) return [...stands, { duty: reviews.length === 0 ? 'shortBreakReview.first' : 'shortBreakReview.later', kind: 'careReview', meets: 'lookedAfterReview' }]
  const age = bornOn ? ageOn(bornOn, today) : 10
  stands.push({ duty: reviews.length === 0 ? 'lookedAfterReview.first' : reviews.length === 1 ? 'lookedAfterReview.second' : 'lookedAfterReview.later', kind: 'careReview', meets: 'lookedAfterReview' })
  if (has('reviewingOfficer', period.from).length === 0) stands.push({ duty: 'reviewingOfficer.appointed', kind: 'careOfficer' })
  if (has('carePlan', period.from).length === 0) stands.push({ duty: 'carePlan.prepared', kind: 'carePlanning' })
  if (has('placementPlan', placement.from).length === 0) stands.push({ duty: 'placementPlan.agreed', kind: 'carePlacementPlan' })
  stands.push({ duty: has('health', period.from).length === 0 ? 'healthAssessment.initial' : age < 5 ? 'healthAssessment.underFive' : 'healthAssessment.fiveAndOver', kind: 'careHealth' })
  if (age >= 3 && has('educationPlan', period.from).length === 0) stands.push({ duty: 'personalEducationPlan.initiated', kind: 'careEducation' })
  if (age >= 4 && age <= 16 && has('strengths', undefined).length > 0) stands.push({ duty: 'strengthsAndDifficulties.scored', kind: 'careStrengths' })
  const order = care.statuses.find((one) => one.code === status && holds(one, today))
  const since = placement.kind === 'ownParents' && status === 'careOrder' && order ? order.from : placement.from
  stands.push({ duty: visitDuty(placement.kind, status, placement.from, reviews.length > 0, today, visits.some((on) => on >= since)), kind: 'careVisit' })
  return stands
}

/** Every duty of this module that comes and goes by what happens. */
export const careDuties: readonly string[] = [
  'returnInterview.held', 'pathwayAssessment.completed', 'pathwayPlan.reviewed', 'shortBreakReview.first', 'shortBreakReview.later', 'lookedAfterReview.first', 'lookedAfterReview.second', 'lookedAfterReview.later',
  'reviewingOfficer.appointed', 'carePlan.prepared', 'placementPlan.agreed', 'healthAssessment.initial', 'healthAssessment.underFive', 'healthAssessment.fiveAndOver', 'personalEducationPlan.initiated', 'strengthsAndDifficulties.scored',
  'careOrderAtHomeVisit.first', 'careOrderAtHomeVisit.later', 'connectedPersonVisit.weekly', 'connectedPersonVisit.later', 'otherArrangementsVisit.first', 'otherArrangementsVisit.later',
  'lookedAfterVisit.first', 'lookedAfterVisit.firstYear', 'lookedAfterVisit.later', 'lookedAfterVisit.permanent',
]

/** What stands for children in care, with whoever works with them. Those who came together share a piece of work while their days are the same. */
export const careStanding = (visitsOf: ClockSource): StandingSource => async (asking, people, ids) => {
  const care = await readCare(asking, people, ids)
  if (care.periods.length === 0) return []
  const [cards, holders, seen] = await Promise.all([cardsOf(asking, people), holdersOf(asking, people), visitsOf(asking, people, ids)])
  return people.flatMap((personId): Standing[] => {
    const mine = { periods: of(care.periods, personId), placements: of(care.placements, personId), statuses: of(care.statuses, personId), facts: of(care.facts, personId) }
    const latest = mine.periods.toSorted((a, b) => b.from.localeCompare(a.from))[0]
    if (!latest || cards.get(personId)?.diedOn) return []
    const holder = holders.get(personId)
    const visits = seen.filter((one) => one.event === 'child.visited' && (!one.people || one.people.includes(personId))).map((one) => one.on)
    return standsFor(mine, cards.get(personId)?.bornOn ?? null, visits, asking.today).map((one) => ({ ...one, personId, subject: { kind: 'careDuty', id: latest.admissionId }, workerId: holder?.workerId ?? null, teamId: holder?.teamId ?? null }))
  })
}
