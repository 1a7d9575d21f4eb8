import { adoptionPlacements, connectedPlacements } from '../../../content/codes/placements.ts'
import { careFacts } from '../../../content/care/facts.ts'
import { addDays, addMonths, ageOn, type PlainDate } from '../../kernel/dates.ts'
import type { Happening } from '../../engine/timescales/model.ts'
import type { Asking } from '../../record/access/model.ts'
import { schoolYears } from '../../record/access/own/store.ts'
import { termsFor, termsOf, type SchoolTerm } from '../../record/access/own/terms.ts'
import { careOf, partsUnder, withSteps, type CareRead } from '../../record/care/queries.ts'
import type { CareFact, Period } from '../../record/care/model.ts'
import { holds, shortBreaks } from '../../record/care/reckoning/episodes.ts'
import { mayBePlaced } from '../../record/care/reckoning/adoption.ts'
import { eligibleOn, isOwedPlan, leavingStatus } from '../../record/care/reckoning/leaving.ts'
import { homeHappenings, homeInQuestion, temporaryHappenings } from '../../record/care/reckoning/homes.ts'
import { stretchesOf } from '../../record/care/reckoning/stretches.ts'
import { cardsOf, holdersOf } from '../../record/people/queries.ts'
import { safetyHappenings, safetyKinds, safetyStanding, safetyStands } from './safety.ts'
import { managerOf, teamOfWorker } from '../../record/work/register.ts'
import type { ClockSource, Standing, StandingSource } from '../../record/work/standing/sources.ts'

/** Whose clocks they are; a child who has none of this costs one look. */
const readCare = async (asking: Asking, people: readonly string[], ids: readonly string[]): Promise<CareRead> => withSteps(asking, await careOf(asking, [], await partsUnder(asking, people, ids)))
const of = <Row extends { personId: string }>(rows: readonly Row[], id: string): Row[] => rows.filter((row) => row.personId === id)

/** What some facts mean besides their own event. */
const also: Readonly<Record<string, readonly string[]>> = {
  health: ['healthAssessment.available'], educationPlan: ['personalEducationPlan.initiated', 'personalEducationPlan.available', 'personalEducationPlan.reviewed'], pathwayPlan: ['pathwayPlan.made'],
}

const adopted: readonly string[] = ['adoptedConsent', 'adoptedDispensed']
const authorities: readonly string[] = ['placementOrder', 'freedForAdoption']
const forAdoption = (care: CareRead) => care.placements.filter((one) => adoptionPlacements.includes(one.kind))

/** What happened on the way to adoption, as its clocks count it (Adoption Agencies Regulations 2005, regulation 36). A review held while there is authority to place is the adoption review too; so is a visit one to the adopters. */
function onTheWayToAdoption(care: CareRead, reviews: readonly PlainDate[], visits: readonly PlainDate[], one: (event: string, on: PlainDate) => Happening): Happening[] {
  const consents = care.placements.filter((placement) => placement.kind.startsWith('adoptionConsent'))
  const spans = [...care.statuses.filter((status) => status.kind === 'lookedAfter' && authorities.includes(status.code)), ...consents]
  const placed = forAdoption(care)
  return [
    ...spans.flatMap((span) => [one('placementAuthority.given', span.from), ...(span.to ? [one('placementAuthority.ended', span.to)] : [])]),
    ...placed.flatMap((placement) => [one('adoptivePlacement.started', placement.from), ...(placement.to ? [one('adoptivePlacement.ended', placement.to)] : [])]),
    ...care.periods.flatMap((period) => (period.to && adopted.includes(period.endReason ?? '') ? [one('adoptionOrder.made', period.to)] : [])),
    ...reviews.flatMap((on) => (spans.some((span) => holds(span, on)) || placed.some((placement) => holds(placement, on)) ? [one('adoptionReview.held', on)] : [])),
    ...placed.flatMap((placement) => { const first = reviews.filter((on) => holds(placement, on)).sort()[0]; return first ? [one('adoptionReview.placedFirstHeld', first)] : [] }),
    ...visits.flatMap((on) => (placed.some((placement) => holds(placement, on)) ? [one('adoptiveFamily.visited', on)] : [])),
  ]
}

/** After care: became relevant, a home that we provide, seen there by the adviser, and the end at twenty-five. */
function afterCare(periods: readonly Period[], facts: readonly CareFact[], bornOn: PlainDate | null, eligible: PlainDate | undefined, visits: readonly PlainDate[], today: PlainDate, one: (event: string, on: PlainDate) => Happening): Happening[] {
  const homes = facts.filter((fact) => fact.kind === 'leaverHome' && fact.answers['provided'] === 'yes')
  const eighteen = bornOn ? addMonths(bornOn, 18 * 12) : undefined
  const over = bornOn ? addMonths(bornOn, 25 * 12) : undefined
  return [
    ...(eligible && eighteen ? periods.flatMap((period) => (period.to && period.to >= eligible && period.to < eighteen ? [one('leavingCare.becameRelevant', period.to)] : [])) : []),
    ...homes.map((home) => one('leavingCareHome.provided', home.on)),
    ...visits.flatMap((on) => (homes.some((home) => home.on <= on && (home.to === null || home.to > on)) ? [one('adviser.visited', on)] : [])),
    ...(over && over <= today ? [one('leavingCare.ended', over)] : []),
  ]
}

/** The steps of the household in which a child lived on the day of a fact. */
const ofCarers = (care: CareRead, id: string, fact: CareFact) => {
  const there = of(care.placements, id).find((placement) => holds(placement, fact.on))?.householdId
  return there ? (care.steps ?? []).filter((step) => step.householdId === there) : []
}

/** What happened in the care of one child, as the clocks count it. `visits`: the days on which they were seen; `terms`: the school terms that the council has written. */
export function happeningsOf(id: string, care: CareRead, bornOn: PlainDate | null, today: PlainDate, visits: readonly PlainDate[] = [], terms: readonly SchoolTerm[] = []): Happening[] {
  const one = (event: string, on: PlainDate): Happening => ({ event, on, people: [id] })
  const onBreaks = (period: Period): boolean => care.statuses.some((status) => shortBreaks.includes(status.code) && holds(status, period.from))
  const reviews = of(care.facts, id).filter((fact) => fact.kind === 'review')
  const eligible = bornOn ? eligibleOn(bornOn, stretchesOf(care), today) : undefined
  const third = bornOn ? addMonths(bornOn, 36) : undefined
  return [
    // Before what was done: a plan reviewed on the first day of a term is that term’s.
    ...termsFor(terms, { plans: of(care.facts, id).flatMap((fact) => (fact.kind === 'educationPlan' ? [fact.on] : [])), periods: of(care.periods, id), bornOn }).map((term) => ({ ...one('schoolTerm.began', term.from), until: term.to })),
    ...of(care.periods, id).flatMap((period) => [one(onBreaks(period) ? 'shortBreaks.began' : 'care.started', period.from), ...(period.to ? [one('care.ended', period.to)] : [])]),
    // Before the moves: what a move answers is asked first.
    ...homeHappenings({ placements: of(care.placements, id), facts: of(care.facts, id), ...(care.steps ? { steps: care.steps } : {}) }, today).map((happening) => ({ ...happening, people: [id] })),
    ...(third && third <= today && of(care.periods, id).some((period) => period.from < third && holds(period, third)) ? [one('careChild.becameThree', third)] : []),
    ...of(care.placements, id).flatMap((placement) => [one('placement.started', placement.from), ...(['custody', 'hospital'].includes(placement.kind) ? [one('arrangements.started', placement.from)] : []), ...(placement.to ? [one('placement.ended', placement.to)] : [])]),
    ...of(care.statuses, id).flatMap((status) => (status.code === 'careOrder' ? [one('careOrder.made', status.from)] : status.code === 'interimCareOrder' ? [one('interimCareOrder.made', status.from)] : [])),
    ...of(care.facts, id).flatMap((fact) => [fact.kind === 'returnInterview' && fact.answers['accepted'] === 'no' ? 'returnInterview.declined' : careFacts.find((kind) => kind.id === fact.kind)?.event, ...(also[fact.kind] ?? [])].flatMap((event) => (event ? [one(event, fact.on)] : []))),
    ...of(care.facts, id).flatMap(safetyHappenings),
    // After the review itself: what begins with it does not end with it.
    ...of(care.periods, id).flatMap((period) => { const first = reviews.map((fact) => fact.on).filter((on) => holds(period, on)).sort()[0]; return first ? [one('lookedAfterReview.firstHeld', first)] : [] }),
    ...onTheWayToAdoption({ periods: of(care.periods, id), placements: of(care.placements, id), statuses: of(care.statuses, id), facts: of(care.facts, id) }, reviews.map((fact) => fact.on), visits, one),
    ...of(care.facts, id).flatMap((fact) => (fact.kind === 'temporaryApproval' ? temporaryHappenings(fact, ofCarers(care, id, fact)).slice(1).map((happening) => ({ ...happening, people: [id] })) : [])),
    ...(eligible ? [one('leavingCare.becameEligible', eligible)] : []),
    ...afterCare(of(care.periods, id), of(care.facts, id), bornOn, eligible, visits, today, one),
  ]
}

/** `visitsOf`: who was seen when. */
export const careClocks = (visitsOf: ClockSource): ClockSource => async (asking, people, ids) => {
  const care = await readCare(asking, people, ids)
  if (care.periods.length === 0 && !care.facts.some((fact) => safetyKinds.includes(fact.kind))) return []
  const [cards, terms] = await Promise.all([cardsOf(asking, people), schoolYears(asking.db).then(termsOf)])
  const seen = forAdoption(care).length > 0 || care.facts.some((fact) => fact.kind === 'leaverHome') ? await visitsOf(asking, people, ids) : []
  return people.flatMap((id) => happeningsOf(id, { periods: of(care.periods, id), placements: of(care.placements, id), statuses: of(care.statuses, id), facts: of(care.facts, id), ...(care.steps ? { steps: care.steps } : {}) }, cards.get(id)?.bornOn ?? null, asking.today, visitsTo(seen, id), terms))
}

/** The days on which somebody was visited. */
const visitsTo = (seen: readonly Happening[], id: string): PlainDate[] => seen.filter((one) => one.event === 'child.visited' && (!one.people || one.people.includes(id))).map((one) => one.on)

type Stands = Readonly<{ duty: string; kind: string; meets?: string }>

/** Which rule of visits it is, by where the child lives and by what right (Care Planning Regulations 2010, regulation 28). */
export function visitDuty(kind: string, status: string | undefined, placedOn: PlainDate, held: boolean, today: PlainDate, seenSince: boolean, temporary = false): string {
  if (kind === 'ownParents' && status === 'careOrder') return seenSince ? 'careOrderAtHomeVisit.later' : 'careOrderAtHomeVisit.first'
  if (kind === 'ownParents' && status === 'interimCareOrder') return held ? 'connectedPersonVisit.later' : 'connectedPersonVisit.weekly'
  if (temporary) return held ? 'connectedPersonVisit.later' : 'connectedPersonVisit.weekly'
  // Weekly until the first review, then as each review decides: not seldomer than anybody in a placement.
  if (adoptionPlacements.includes(kind) && !held) return seenSince ? 'adoptionVisit.weekly' : 'adoptionVisit.first'
  if (kind === 'custody' || kind === 'hospital') return seenSince ? 'otherArrangementsVisit.later' : 'otherArrangementsVisit.first'
  if (!seenSince) return 'lookedAfterVisit.first'
  if (ageOn(placedOn, today) < 1) return 'lookedAfterVisit.firstYear'
  return kind === 'fosterLongTerm' || kind === connectedPlacements[1] ? 'lookedAfterVisit.permanent' : 'lookedAfterVisit.later'
}

/** Since when there is authority to place. */
const authoritySince = (care: CareRead, today: PlainDate): PlainDate | undefined => care.statuses.find((one) => authorities.includes(one.code) && holds(one, today))?.from

/** What stands for one child in care: by their reviews, their age, where they live. */
export function standsFor(care: CareRead, bornOn: PlainDate | null, visits: readonly PlainDate[], today: PlainDate): readonly Stands[] {
  const period = care.periods.find((one) => holds(one, today))
  const leaving = bornOn ? leavingStatus(bornOn, stretchesOf(care), today) : 'none'
  const has = (kind: string, since: PlainDate | undefined): CareFact[] => care.facts.filter((fact) => fact.kind === kind && (since === undefined || fact.on >= since))
  const back = care.facts.filter((fact) => fact.kind === 'missing' && fact.to !== null).map((fact) => fact.to ?? today).sort().at(-1)
  const stands: Stands[] = [...safetyStands(care.facts, today)]
  if (back && has('returnInterview', back).length === 0 && back >= (period?.from ?? addDays(today, -90))) stands.push({ duty: 'returnInterview.held', kind: 'careReturnInterview' })
  if (leaving === 'eligible' && has('pathwayAssessment', undefined).length === 0) stands.push({ duty: 'pathwayAssessment.completed', kind: 'carePathwayAssessment' })
  if (isOwedPlan(leaving) && has('pathwayPlan', undefined).length > 0) stands.push({ duty: 'pathwayPlan.reviewed', kind: 'carePathwayPlan', meets: 'pathwayReview' })
  if (leaving === 'relevant' && has('pathwayPlan', undefined).length === 0) stands.push({ duty: 'pathwayAssessment.relevant', kind: 'carePathwayAssessment' })
  const provided = care.facts.find((fact) => fact.kind === 'leaverHome' && fact.answers['provided'] === 'yes' && fact.to === null)
  if (!period && provided && isOwedPlan(leaving)) stands.push({ duty: visits.some((on) => on >= provided.on) ? 'adviserVisit.later' : 'adviserVisit.first', kind: 'leaverVisit' })
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
  else if (age >= 3) stands.push({ duty: 'personalEducationPlan.reviewed', kind: 'careEducation' })
  if (age >= 4 && age <= 16 && has('strengths', undefined).length > 0) stands.push({ duty: 'strengthsAndDifficulties.scored', kind: 'careStrengths' })
  const temporary = care.facts.find((fact) => fact.kind === 'temporaryApproval' && fact.on >= placement.from && (fact.to === null || fact.to > today))
  const question = homeInQuestion(care, today)
  if (question && !question.decided) stands.push({ duty: 'carerApproval.homeDecided', kind: 'careHome' })
  // Who has to decide where a child lives is not told beside it that time runs out.
  if (temporary && !question) stands.push({ duty: 'temporaryApproval.lasts', kind: 'careTemporaryApproval' })
  const placed = adoptionPlacements.includes(placement.kind)
  const since36 = placed ? has('review', placement.from).length : has('review', authoritySince(care, today)).length
  if (placed) stands.push({ duty: since36 === 0 ? 'adoptionReview.placedFirst' : since36 === 1 ? 'adoptionReview.placedSecond' : 'adoptionReview.placedLater', kind: 'adoptionReviewDue', meets: 'adoptionReview' })
  else if (mayBePlaced(care, today)) stands.push({ duty: since36 === 0 ? 'adoptionReview.authorisedFirst' : 'adoptionReview.authorisedLater', kind: 'adoptionReviewDue', meets: 'adoptionReview' })
  const order = care.statuses.find((one) => one.code === status && holds(one, today))
  const since = placement.kind === 'ownParents' && status === 'careOrder' && order ? order.from : placement.from
  stands.push({ duty: visitDuty(placement.kind, status, placement.from, placed ? since36 > 0 : reviews.length > 0, today, visits.some((on) => on >= since), temporary !== undefined || question?.temporary === true), kind: 'careVisit' })
  return stands
}

/** Every duty of this module that comes and goes by what happens. */
export const careDuties: readonly string[] = [
  ...safetyStanding,
  'returnInterview.held', 'pathwayAssessment.completed', 'pathwayAssessment.relevant', 'adviserVisit.first', 'adviserVisit.later', 'pathwayPlan.reviewed', 'shortBreakReview.first', 'shortBreakReview.later', 'lookedAfterReview.first', 'lookedAfterReview.second', 'lookedAfterReview.later',
  'reviewingOfficer.appointed', 'carePlan.prepared', 'placementPlan.agreed', 'healthAssessment.initial', 'healthAssessment.underFive', 'healthAssessment.fiveAndOver', 'personalEducationPlan.initiated', 'personalEducationPlan.reviewed', 'strengthsAndDifficulties.scored',
  'careOrderAtHomeVisit.first', 'careOrderAtHomeVisit.later', 'connectedPersonVisit.weekly', 'connectedPersonVisit.later', 'otherArrangementsVisit.first', 'otherArrangementsVisit.later',
  'temporaryApproval.lasts', 'carerApproval.homeDecided', 'adoptionReview.authorisedFirst', 'adoptionReview.authorisedLater', 'adoptionReview.placedFirst', 'adoptionReview.placedSecond', 'adoptionReview.placedLater', 'adoptionVisit.first', 'adoptionVisit.weekly',
  'lookedAfterVisit.first', 'lookedAfterVisit.firstYear', 'lookedAfterVisit.later', 'lookedAfterVisit.permanent',
]

/** What stands for children in care, with whoever works with them. Those who came together share a piece of work while their days are the same. */
export const careStanding = (visitsOf: ClockSource): StandingSource => async (asking, people, ids) => {
  const care = await readCare(asking, people, ids)
  if (care.periods.length === 0 && !care.facts.some((fact) => safetyKinds.includes(fact.kind))) return []
  const [cards, holders, seen] = await Promise.all([cardsOf(asking, people), holdersOf(asking, people), visitsOf(asking, people, ids)])
  return (await Promise.all(people.map(async (personId): Promise<Standing[]> => {
    const mine: CareRead = { ...(care.steps ? { steps: care.steps } : {}), periods: of(care.periods, personId), placements: of(care.placements, personId), statuses: of(care.statuses, personId), facts: of(care.facts, personId) }
    const latest = mine.periods.toSorted((a, b) => b.from.localeCompare(a.from))[0]
    if (cards.get(personId)?.diedOn) return []
    const holder = holders.get(personId)
    const visits = visitsTo(seen, personId)
    const subject = { kind: 'careDuty', id: latest?.admissionId ?? personId }
    const found = standsFor(mine, cards.get(personId)?.bornOn ?? null, visits, asking.today).map((one) => ({ ...one, personId, subject, workerId: holder?.workerId ?? null, teamId: holder?.teamId ?? null }))
    if (!found.some((one) => one.kind === 'careHome')) return found
    const teamId = holder?.teamId ?? (holder?.workerId ? await teamOfWorker(asking.db, holder.workerId) : null)
    const manager = teamId ? await managerOf(asking.db, teamId, holder?.workerId ? [holder.workerId] : []) : undefined
    return [...found, ...(manager ? [{ duty: 'carerApproval.homeDecided', kind: 'careHomeManager', personId, subject, workerId: manager.id, teamId }] : [])]
  }))).flat()
}
