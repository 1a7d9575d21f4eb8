import { addDays, addMonths, ageOn, dayOf, daysBetween, type Instant, type PlainDate } from '../../../kernel/dates.ts'
import { duties } from '../../../../content/timescales/all.ts'
import { happeningsOf, standsFor } from '../../../practice/care/standing.ts'
import type { CareFact, Period, Placement } from '../../../record/care/model.ts'
import { factsOf } from './careFacts.ts'
import type { LegalStatus as Status } from '../../../record/people/legal/model.ts'
import { runsFor } from '../../../record/work/standing/rules.ts'
import { chanceOf, type Chance } from '../chance.ts'
import { somePlace } from '../places.ts'
import { writtenTerms } from '../schoolTerms.ts'
import type { Carers, Person } from '../story.ts'
import { happened, later, openWork, write, type Book } from './book.ts'
import { order } from './legal.ts'
import { reviewedAt, tellPlanInCare } from './plansInCare.ts'

/** A stretch of a story: where they live from a day on (counted from coming into care), and why they moved there. */
type Lived = Readonly<{ after: number; kind: string; provider: string; reason?: string; hidden?: true; /** With the carer of the stretch before. */ same?: true }>
/** The common ways of being in care, or of having been. `days`: so long ago it began. */
export type CareState = Readonly<{
  name: string; weight: number; days: readonly [number, number]; ages: readonly [number, number]; children?: 1 | 2; statuses: readonly (readonly [after: number, code: string])[]; lived: readonly Lived[]
  planned?: true; need?: string; end?: Readonly<{ after: number; reason: string }>; facts?: readonly (readonly [after: number, kind: string, answers: Readonly<Record<string, string>>, open?: true])[]
  /** What is told after the time in care: so many days ago, of a care leaver. */
  later?: readonly (readonly [daysAgo: number, kind: string, answers: Readonly<Record<string, string>>])[]
  /** Why brothers and sisters are not together: what only some have. */
  apart?: string
  /** Came alone to this country. */
  alone?: true
}>

/** Each common state once, then by weight. */
export const careStates: readonly CareState[] = [
  { name: 'new, in an emergency', weight: 8, days: [9, 16], ages: [0, 15], children: 2, statuses: [[0, 'policeProtectionInCare'], [3, 'accommodated']], lived: [{ after: 0, kind: 'foster', provider: 'ownCouncil' }] },
  { name: 'with a relative, in proceedings', weight: 14, days: [80, 150], ages: [0, 14], statuses: [[0, 'accommodated'], [24, 'interimCareOrder']], lived: [{ after: 0, kind: 'foster', provider: 'private' }, { after: 12, kind: 'fosterRelative', provider: 'ownCouncil', reason: 'carePlan' }] },
  { name: 'long-term fostering', weight: 26, days: [500, 1400], ages: [4, 15], statuses: [[0, 'interimCareOrder'], [170, 'careOrder']], lived: [{ after: 0, kind: 'foster', provider: 'ownCouncil' }, { after: 240, kind: 'fosterLongTerm', provider: 'private', reason: 'carePlan' }] },
  { name: 'in a children’s home, missing tonight', weight: 7, days: [200, 420], ages: [12, 16], need: 'behaviour', statuses: [[0, 'accommodated']], lived: [{ after: 0, kind: 'foster', provider: 'private' }, { after: 90, kind: 'childrensHome', provider: 'private', reason: 'carerBehaviour' }], facts: [[60, 'missing', { how: 'missing' }], [-1, 'missing', { how: 'missing', last: 'friends at the bus station' }, true]] },
  { name: 'placed for adoption', weight: 5, days: [400, 470], ages: [1, 6], statuses: [[0, 'interimCareOrder'], [150, 'placementOrder']], lived: [{ after: 0, kind: 'foster', provider: 'ownCouncil' }, { after: 330, kind: 'adoptionOrder', provider: 'ownCouncil', reason: 'carePlan', hidden: true }],
    facts: [[120, 'permanenceDecision', { step: 'decisionMaker', plan: 'adoption' }], [300, 'match', { fosterCarer: 'no', adopters: '2', sexes: 'manAndWoman', status: 'married' }]] },
  { name: 'care order at home', weight: 5, days: [300, 700], ages: [2, 14], statuses: [[0, 'interimCareOrder'], [190, 'careOrder']], lived: [{ after: 0, kind: 'foster', provider: 'ownCouncil' }, { after: 200, kind: 'ownParents', provider: 'parents', reason: 'carePlan' }] },
  { name: 'in supported accommodation', weight: 6, days: [150, 340], ages: [17, 17], planned: true, need: 'acuteStress', statuses: [[0, 'accommodated']], lived: [{ after: 0, kind: 'foster', provider: 'private' }, { after: 60, kind: 'supportedAccommodation', provider: 'private', reason: 'carePlan' }] },
  { name: 'short breaks', weight: 6, days: [200, 700], ages: [5, 16], planned: true, need: 'childDisability', statuses: [[0, 'shortBreaksSeries']], lived: [{ after: 0, kind: 'childrensHome', provider: 'voluntary' }] },
  { name: 'went home', weight: 10, days: [260, 420], ages: [1, 15], statuses: [[0, 'accommodated']], lived: [{ after: 0, kind: 'fosterRelative', provider: 'ownCouncil' }], end: { after: 130, reason: 'homePlanned' } },
  { name: 'special guardianship', weight: 6, days: [420, 700], ages: [1, 13], statuses: [[0, 'interimCareOrder']], lived: [{ after: 0, kind: 'fosterRelative', provider: 'ownCouncil' }], end: { after: 300, reason: 'guardianFosterRelative' } },
  { name: 'sixteen, with a pathway plan', weight: 8, days: [600, 1300], ages: [16, 17], statuses: [[0, 'careOrder']], lived: [{ after: 0, kind: 'foster', provider: 'private' }, { after: 300, kind: 'fosterLongTerm', provider: 'private', reason: 'carePlan' }], facts: [[-150, 'adviser', { name: 'Nia Rowe' }], [-120, 'pathwayAssessment', {}], [-100, 'pathwayPlan', { home: 'Stays with her carers past eighteen', learning: 'College, childcare level 2' }]] },
]

/** Kyra Dunn, whom Priya Nair visits at her aunt’s. */
export const withHerAunt: CareState = {
  name: 'sixteen, with her aunt', weight: 0, days: [480, 500], ages: [15, 17], statuses: [[0, 'accommodated'], [40, 'interimCareOrder'], [230, 'careOrder']], lived: [{ after: 0, kind: 'foster', provider: 'private' }, { after: 18, kind: 'fosterRelativeLongTerm', provider: 'ownCouncil', reason: 'carePlan' }],
  facts: [[-90, 'adviser', { name: 'Nia Rowe' }], [-60, 'pathwayAssessment', {}], [-45, 'pathwayPlan', { home: 'Stays with her aunt until she is eighteen, then staying put', learning: 'Hairdressing at Ardenvale College' }]],
}

const homes: readonly string[] = ['Elm House', 'Larch View', 'The Old Vicarage', 'Brook Lodge', 'Ferry Court', 'Saltmarsh House', 'Number Nine', 'The Orchard']
const relatives = ['Rose Tully, an aunt', 'Jean Ashby, a grandmother', 'Dan Tully, an uncle', 'Jo Marsh, a family friend'] as const
const placeName = (chance: Chance, kind: string, foster: Carers[number] | undefined): string => (kind === 'ownParents' ? 'the mother' : kind === 'fosterRelativeLongTerm' ? relatives[0] : kind.startsWith('fosterRelative') ? chance.pick(relatives) : kind === 'childrensHome' || kind === 'supportedAccommodation' ? chance.pick(homes) : kind.startsWith('adoption') ? 'the adopters' : foster?.name ?? 'the duty carers')

export type Telling = Readonly<{ book: Book; chance: Chance; by: string; known: Instant; carers: Carers; rooms: Map<string, number> }>
/** When it was written down: on the working day after, once the child was known. */
export function recordedOn({ book, chance, known }: Telling, on: PlainDate, after = 60): Instant {
  const wanted = chance.workingMoment(addDays(on, 1))
  const soonest = later(known, after)
  const at = wanted > soonest ? wanted : soonest
  return dayOf(at) < book.today ? at : later(known, after)
}

/** Some children of some families are, or were, in our care: as the commands write it down. `wanted`: states of which one is to be told still. */
export function tellCare(book: Book, seed: string, wanted: CareState[], carers: Carers, rooms: Map<string, number>): void {
  const chance = chanceOf(seed)
  const worker = book.involvements.findLast((one) => one.workerId !== null && one.to === null && book.offices.family.some((team) => team.workers.some((who) => who.id === one.workerId)))
  const by = worker?.workerId
  if (!by || book.legal.length > 0) return
  const able = book.people.filter((one) => one.bornOn !== null && ageOn(one.bornOn, book.today) < 18 && one.marking === 'open' && !one.mergedInto && !one.names.some((name) => name.kind === 'former'))
  // One worker all through: who came later would have to be told why (SSDA903, social workers).
  const since = worker.from
  const fits = (state: CareState): Person[] => able.filter((one) => {
    const age = one.bornOn ? ageOn(one.bornOn, book.today) : 0
    const ago = addDays(book.today, -state.days[0])
    return age >= state.ages[0] && age <= state.ages[1] && one.bornOn !== null && one.bornOn <= ago && dayOf(one.at) < addDays(ago, -3) && since < addDays(ago, -3)
  })
  const at = wanted.findIndex((state) => fits(state).length >= (state.children ?? 1))
  const state = at >= 0 ? wanted[at] : undefined
  if (!state) return
  const children = fits(state).slice(0, state.children ?? (chance.happens(0.3) ? 2 : 1))
  if (children.length === 0) return
  if (at >= 0) wanted.splice(at, 1)
  const longest = Math.min(state.days[1], daysBetween(since, book.today) - 4, ...children.map((one) => daysBetween(dayOf(one.at), book.today) - 4), ...children.map((one) => daysBetween(one.bornOn ?? book.today, book.today)))
  tellOne({ book, chance, by, carers, rooms, known: children.map((one) => one.at).sort().at(-1) ?? children[0]?.at ?? book.people[0]?.at ?? later(worker.at, 0) }, state, children, addDays(book.today, -chance.whole(state.days[0], Math.max(state.days[0], longest))), worker.teamId)
}

/** One time in care of some children, as the commands write it down; `on`: the day they came. */
export function tellOne(telling: Telling, state: CareState, children: readonly Person[], on: PlainDate, teamId: string | null): void {
  const { book, chance, by } = telling
  const { today } = book
  const day = (after: number): PlainDate => (after < 0 ? addDays(today, after) : addDays(on, after))
  const ids = children.map((one) => one.id)
  const end = state.end && day(state.end.after) < addDays(today, -2) ? state.end : undefined
  const endOn = end ? day(end.after) : null
  const first = recordedOn(telling, on)
  const periodId = chance.id(first)
  const endAt = endOn ? recordedOn(telling, endOn, 20_000) : null
  const home = book.stays.findLast((stay) => stay.kind !== 'placement' && (stay.from === null || stay.from <= on) && (stay.to === null || stay.to > on) && ids.every((id) => stay.people.includes(id)))
  const from = state.alone ? null : home?.postcode || book.stays.find((stay) => stay.postcode && stay.kind !== 'placement')?.postcode || somePlace(chance).postcode
  for (const child of children) sayOfThem(book, child)
  const periods = children.map((child): Period & { by: string; at: Instant; endedAt: Instant | null; endedId: string } => ({
    id: chance.id(first), periodId, personId: child.id, admissionId: periodId, from: on, beganAt: null, to: endOn, planned: state.planned ?? false, need: state.need ?? 'abuseOrNeglect', why: state.planned ? 'Agreed with the family and the network.' : 'It was not safe to stay at home that night.',
    apartWhy: null, endReason: end?.reason ?? null, endWords: null, homePostcode: from, recordedAt: first, by, at: first, endedAt: endAt, endedId: chance.id(endAt ?? first),
  }))
  happened(book, 'care.began', by, first, ids, { on, significant: true, subject: { kind: 'carePeriod', id: periodId } })
  const statuses = state.statuses.filter(([after]) => day(after) < today && (endOn === null || day(after) < endOn))
  statuses.forEach(([after, code], n) => {
    const next = statuses[n + 1]
    const to = next ? day(next[0]) : endOn
    const court = code.includes('Order') ? { court: 'Family Court at Ardenvale', caseNumber: `ZV${on.slice(2, 4)}C${chance.whole(10_000, 99_999)}` } : {}
    const at = recordedOn(telling, day(after), 61 + n)
    order(book, chance.id(at), ids, { code, from: day(after), ...(to ? { to } : {}), ...court }, by, at, to ? recordedOn(telling, to, 20_000 + n) : null)
  })
  const lived = state.lived.filter((one) => day(one.after) < today && (endOn === null || day(one.after) < endOn))
  const placements: (Placement & { by: string; at: Instant; endedAt: Instant | null; endedId: string })[] = []
  lived.forEach((one, n) => {
    const since = day(one.after)
    const next = lived[n + 1]
    const to = next ? day(next.after) : endOn
    const at = n === 0 ? first : recordedOn(telling, since, 62 + n)
    const endedAt = to ? recordedOn(telling, to, 20_001 + n) : null
    const placementId = chance.id(at)
    const before = placements.at(-1)
    const place = elsewhere(chance, from)
    const foster = one.kind === 'foster' || one.kind === 'fosterLongTerm' ? one.same && before ? telling.carers.find((other) => other.name === before.placeName) : fosterFor(telling, children, before?.placeName) : undefined
    const housed = foster !== undefined && to === null && takeRoom(telling, foster, children.length)
    const full = foster !== undefined && to === null && !housed && !one.same
    const called = placeName(chance, one.kind, foster)
    const name = one.same && before ? before.placeName : full ? agencyCarer(placementId) : called
    const householdId = chance.id(at)
    const provider = one.same && before ? before.provider : full ? 'private' : foster ? (foster.agency ? 'private' : 'ownCouncil') : one.provider
    const postcode = one.kind === 'ownParents' ? from : one.same && before ? before.postcode : place.postcode
    for (const child of children) placements.push({ id: chance.id(at), placementId, personId: child.id, kind: one.kind, provider, placeName: name, householdId: housed ? foster?.id ?? null : null, urn: urnOf(one.kind, provider, name), postcode, hidden: one.hidden ?? false, changeReason: next?.reason ?? null, from: since, to, recordedAt: at, by, at, endedAt, endedId: chance.id(endedAt ?? at) })
    if (n > 0) happened(book, 'care.moved', by, at, ids, { on: since, significant: true, subject: { kind: 'carePlacement', id: placementId } })
    if (one.kind !== 'ownParents' && state.name !== 'short breaks') book.stays.push({ people: ids, householdId, kind: 'placement', lines: place.lines, postcode: place.postcode, hidden: one.hidden ?? false, from: since, to, endedAt, by, at })
  })
  const atHome = lived.at(-1)?.kind === 'ownParents' || state.name === 'short breaks'
  if (home && !atHome) leaveHome(book, home, ids, on, first, end?.reason === 'homePlanned' && endAt && endOn ? { on: endOn, at: endAt } : undefined, telling)
  if (end && endAt && endOn) for (const child of children) happened(book, 'care.ended', by, endAt, [child.id], { on: endOn, significant: true, subject: { kind: 'carePeriod', id: periodId } })
  const facts = factsOf(telling, state, children, on, endOn, placements)
  if (state.name !== 'short breaks') plansOf(telling, children, facts, endOn, teamId)
  book.care = { periods: [...book.care.periods, ...periods], placements: [...book.care.placements, ...placements], facts: [...book.care.facts, ...facts] }
  if (state.name !== 'short breaks') visits(telling, children, on, endOn)
  const held = ids.flatMap((personId) => statuses.map(([after, code], n): Status => ({ id: code, orderId: code, personId, kind: 'lookedAfter', code, court: null, caseNumber: null, details: null, expiresOn: null, from: day(after), to: statuses[n + 1] ? day(statuses[n + 1]?.[0] ?? 0) : endOn, recordedAt: first })))
  if (book.referrals.some((one) => one.closedOn === null)) openDuties(telling, children, { periods, placements, facts, statuses: held }, periodId, teamId)
}

/** Never the postcode of home (rule 392d). */
function elsewhere(chance: Chance, home: string | null): ReturnType<typeof somePlace> {
  const place = somePlace(chance)
  return place.postcode === home ? elsewhere(chance, home) : place
}

/** The plans of the facts that begin them, with the reviews at which they were looked at. */
function plansOf({ book, chance, by }: Telling, children: readonly Person[], facts: readonly CareFact[], endOn: PlainDate | null, teamId: string | null): void {
  const leadName = book.offices.council.staff.find((one) => one.id === by)?.name ?? 'The worker'
  for (const child of children) {
    const mine = facts.filter((one) => one.personId === child.id)
    const told = { book, chance, by, leadName, teamId, personId: child.id }
    const care = mine.find((one) => one.kind === 'carePlan')
    if (care) tellPlanInCare(told, 'carePlan', care.on, endOn, reviewedAt(chance, mine, 'review', care.on), 'lookedAfterReview')
    const pathway = mine.filter((one) => one.kind === 'pathwayPlan').sort((a, b) => a.on.localeCompare(b.on))[0]
    const grown = child.bornOn ? addMonths(child.bornOn, 12 * 21) : book.today
    if (pathway) tellPlanInCare(told, 'pathwayPlan', pathway.on, grown < book.today ? grown : null, reviewedAt(chance, mine, 'pathwayPlan', pathway.on, 4), 'pathwayReview')
  }
}

const agencyCarers = ['Alan and Pat Whitmore', 'Bola Adeyemi', 'Carol and Steve Hurst', 'Dinah Fairweather', 'Ed and Marie Collins', 'Farah and Imran Sheikh', 'Gail Thornbury', 'Hugh and Nora Pike', 'Ines Duarte', 'Joan and Ray Sutcliffe', 'Kath Bellamy', 'Len and Dot Arkwright'] as const
/** Where our households are full: carers of an agency, the same for all who are placed together. */
const agencyCarer = (placementId: string): string => agencyCarers[Number.parseInt(placementId.slice(-4), 16) % agencyCarers.length] ?? agencyCarers[0]

/** Nobody has more children than their approval says. */
function takeRoom({ rooms }: Telling, foster: Carers[number], children: number): boolean {
  const left = rooms.get(foster.id) ?? foster.steps.find((step) => step.terms !== null)?.terms?.[0] ?? 0
  if (left < children) return false
  rooms.set(foster.id, left - children)
  return true
}

/** A household of ours for children of these ages, another than before: one of a few that were looked at. */
function fosterFor({ chance, carers, book }: Telling, children: readonly Person[], before: string | undefined): Carers[number] | undefined {
  const ages = children.map((one) => Math.min(17, one.bornOn ? ageOn(one.bornOn, book.today) : 8))
  const able = (one: Carers[number]): boolean => one.name !== before && one.steps.some((step) => step.terms !== null && ages.every((age) => step.terms !== null && age >= step.terms[1] && age <= step.terms[2])) && !one.steps.some((step) => step.step === 'onHold')
  const found = (carers.length > 40 ? Array.from({ length: 12 }, () => chance.pick(carers)) : carers).filter(able)
  return found.length > 0 ? chance.pick(found) : undefined
}

/** Numbers of registration that nobody has: our fostering service, an agency's, and one for each home. Homes with parents, in custody and in hospital have none. */
function urnOf(kind: string, provider: string | null, name: string): string | null {
  if (['ownParents', 'custody', 'hospital'].includes(kind)) return null
  if (kind === 'childrensHome' || kind === 'supportedAccommodation' || kind === 'secureHome') return `SC99${kind === 'supportedAccommodation' ? 3 : kind === 'secureHome' ? 2 : 1}${String(homes.findIndex((one) => one === name) + 1).padStart(3, '0')}`
  return provider === 'private' ? 'SC990002' : 'SC990001'
}

/** A return asks who a child is: what was not written down yet is when the child comes into care. */
function sayOfThem(book: Book, child: Person): void {
  if (child.facts.some((fact) => fact.kind === 'ethnicity')) return
  book.people = book.people.map((one) => (one === child ? { ...one, facts: [...one.facts, { kind: 'ethnicity', value: 'notYetAsked', from: dayOf(one.at) }] } : one))
}

/** Home stays home for the others; for those who left it, it ended that day, and begins again when they go back. */
function leaveHome(book: Book, home: Book['stays'][number], ids: readonly string[], on: PlainDate, at: Instant, back: Readonly<{ on: PlainDate; at: Instant }> | undefined, { by }: Telling): void {
  const others = home.people.filter((id) => !ids.includes(id))
  book.stays = book.stays.flatMap((stay) => (stay === home ? [...(others.length > 0 ? [{ ...home, people: others }] : []), { ...home, people: [...ids], to: on, endedAt: at > home.at ? at : later(home.at, 5) }] : [stay]))
  if (back) book.stays.push({ ...home, people: [...ids], from: back.on, to: null, endedAt: null, by, at: back.at })
}

/** Seen where they live: within the first week, then every five weeks or so; of a long time the last year only. */
function visits(telling: Telling, children: readonly Person[], on: PlainDate, endOn: PlainDate | null): void {
  const { book, chance, by } = telling
  const begun = addDays(endOn ?? book.today, -400) > on ? addDays(endOn ?? book.today, -400) : addDays(on, 4)
  const ids = children.map((one) => one.id)
  for (let held = begun; held < (endOn ?? book.today); held = addDays(held, chance.whole(28, 36))) {
    const at = chance.workingMoment(held)
    if (dayOf(at) >= (endOn ?? book.today) || at <= telling.known) continue
    write(book, { by, at, kind: 'visit', title: 'Visit to where they live', words: chance.pick(['We walked to the park and talked about school. The room is their own now, with pictures on the wall.', 'Tea with the carers first, then a talk alone upstairs. Contact with the family was good this week.', 'Quiet today. They showed me what they had made at school, and asked when they see their mother next.']), place: 'placement', people: ids, visit: { seen: ids, alone: ids, bedroom: ids }, passages: [] })
  }
}

/** What is due now, in the tray of the worker. */
function openDuties(telling: Telling, children: readonly Person[], care: Readonly<{ periods: readonly Period[]; placements: readonly Placement[]; statuses: readonly Status[]; facts: readonly CareFact[] }>, admissionId: string, teamId: string | null): void {
  const { book, by } = telling
  const { today } = book
  const of = <Row extends { personId: string }>(rows: readonly Row[], id: string): Row[] => rows.filter((row) => row.personId === id)
  const due = children.flatMap((child) => {
    const mine = { periods: of(care.periods, child.id), placements: of(care.placements, child.id), statuses: of(care.statuses, child.id), facts: of(care.facts, child.id) }
    const seen = book.notes.filter((note) => note.people.some((one) => one.personId === child.id && one.seen)).map((note) => note.on)
    const history = [...happeningsOf(child.id, mine, child.bornOn, today, [], writtenTerms(today)), ...seen.map((on) => ({ event: 'child.visited', on, people: [child.id] }))]
    return standsFor(mine, child.bornOn, seen, today).flatMap((one) => {
      const clock = runsFor(duties, one.duty, history, child.id, today).find((run) => run.endedOn === undefined && run.startedOn && run.dueOn)
      return clock?.startedOn && clock.dueOn ? [{ ...one, personId: child.id, startedOn: clock.startedOn, dueOn: clock.dueOn }] : []
    })
  })
  for (const same of Map.groupBy(due, (one) => `${one.duty} ${one.startedOn} ${one.dueOn}`).values()) {
    const [one] = same
    if (!one) continue
    const at = recordedOn(telling, one.startedOn, 30_000)
    openWork(book, { kind: one.kind, subject: { kind: 'careDuty', id: admissionId }, people: same.map((each) => each.personId), by, at, teamId, workerId: by, decidesOnly: true, duties: [{ duty: one.duty, startedOn: one.startedOn, startedAt: null, dueOn: one.dueOn, dueAt: null }] })
  }
}
