import { addDays, addMonths, dayOf, daysBetween, type PlainDate } from '../../../kernel/dates.ts'
import { addWorkingDays, workingDaysBetween } from '../../../kernel/workingDays.ts'
import type { Carers, Person, Staff } from '../story.ts'
import type { Working } from '../council.ts'
import { themeNamed } from '../words/themes.ts'
import { agree, begin, decide, happened, involve, later, receive, send, writeSections, type Book } from './book.ts'
import { tellOne, type CareState } from './care.ts'
import { imagineHousehold, registerMember, type Household } from './household.ts'
import { somePlace } from '../places.ts'
import { writeStays } from './ties.ts'
import { tellLife } from './life.ts'
import { member } from './telling.ts'

/** Lives in care of a young person that an ordinary family does not come to tell: each a builder that any size may call, as often as it needs. */
export const livesInCare = ['asylum', 'nineteen', 'twentyTwo', 'adopted', 'mayBePlaced', 'placed'] as const
export type LifeInCare = (typeof livesInCare)[number]
export type TellingLife = Readonly<{ book: Book; number: number; carers: Carers; rooms: Map<string, number>; working: Working; worker: Staff }>

const leaver = (age: number, home: string, activity: string): NonNullable<CareState['later']> => {
  const daysAgo = [18, 72, 130, 190, 250, 310]
  // The plan is looked at twice a year.
  const reviews = Array.from({ length: Math.floor(((age - 16) * 365 - 260) / 168) }, (_, n) => [44 + n * 168, 'pathwayPlan', {}] as const)
  return [...reviews, ...daysAgo.map((ago) => [ago, 'leaverContact', { inTouch: 'yes', activity, home, suitable: 'yes' }] as const), ...(age > 20 ? [[400, 'leaverContact', { inTouch: 'yes', activity, home, suitable: 'yes' }] as const] : [])]
}

/** A mother and one child, known since a referral that many years ago. */
function aFamily(telling: TellingLife, eldest: number, since: PlainDate): Household {
  const { book, number, working, worker } = telling
  const household = imagineHousehold(book, { eldest, unborn: false, kind: 'lone' })
  const [child] = household.members.filter((one) => one.role === 'child')
  household.members = household.members.filter((one) => one === child || one.role === 'mother')
  book.name = household.family
  tellLife(book, { household, theme: themeNamed('neglect'), working, worker, phase: 'plan', before: [], from: since, notesAMonth: 0.6, number, tasks: 0, lastDays: workingDaysBetween(since, book.today) })
  return household
}

/** Somebody who grew up in our care and is over eighteen now: what they do and where they live is known year by year. */
function tellLeaver(telling: TellingLife, age: number, state: Pick<CareState, 'lived' | 'end' | 'later' | 'facts'>): void {
  const { book, carers, rooms, worker, working } = telling
  const sixteen = (born: PlainDate): PlainDate => addMonths(born, 16 * 12)
  const guess = addDays(addMonths(book.today, -12 * (age - 15)), 30)
  const household = aFamily(telling, age, guess)
  const [child] = book.people.filter((one) => household.members.some((member) => member.id === one.id && member.role === 'child'))
  if (!child?.bornOn) return
  const eighteen = addMonths(child.bornOn, 18 * 12)
  const first = addDays(sixteen(child.bornOn), 40)
  const known = addDays(dayOf(child.at), 12)
  const on = known > first ? known : first
  const chance = book.chance
  const whole: CareState = {
    name: `${age}, a care leaver`, weight: 0, days: [0, 0], ages: [16, 25], planned: true, statuses: [[0, 'accommodated']], ...state, end: { after: daysBetween(on, eighteen), reason: state.end?.reason ?? 'independentSupported' },
  }
  tellOne({ book, chance, by: worker.id, carers, rooms, known: child.at }, whole, [child], on, working.team.id)
  const place = somePlace(chance)
  const at = chance.workingMoment(addDays(eighteen, 1))
  book.stays.push({ people: [child.id], householdId: chance.id(at), kind: 'home', lines: place.lines, postcode: place.postcode, hidden: false, from: eighteen, to: null, endedAt: null, by: worker.id, at })
}

/** Found by the police in the back of a lorry, referred the same day, assessed within the time. */
function comesAlone({ book, worker, working }: TellingLife, household: Household, number: number, on: PlainDate): void {
  const { chance } = book
  const at = chance.workingMoment(on)
  const door = book.offices.frontDoor
  const recorder = chance.pick(door.workers)
  household.members.forEach((one, i) => registerMember(book, household, one, recorder.id, at, number * 24 + i))
  writeStays(book, household, recorder.id, at)
  const [child] = household.members
  if (!child) return
  const received = receive(book, {
    by: recorder.id, at, fromKind: 'agency', source: 'police', fromName: 'PC 4471 Hale', fromRole: 'Officer', fromAgency: 'Ardenvale police', fromPhone: null, words: `${child.given} was found in the back of a lorry at the services near Eastbrook. He says that he is sixteen, that he is alone, and that he wants to stay here.`,
    inDanger: 'no', familyKnows: 'knows', hopesFor: 'A place to stay tonight', alreadyDoing: null, children: [child.id], adults: [],
  })
  const referral = decide(book, received, { by: door.head, at: later(at, 80), reason: 'A child of sixteen without anybody. He needs a place tonight, and an assessment.', outcome: 'referral', need: 'absentParenting' })
  if (referral === undefined) return
  const open = begin(book, { referral, adults: [], working, worker, at: later(at, 140), factors: ['unaccompanied'] })
  if (!open) return
  const sentAt = chance.workingMoment(addWorkingDays(dayOf(at), 24))
  const seenOn = addWorkingDays(dayOf(at), 1)
  writeSections(book, sentAt, open.assessment, { ownWords: { inOwnWords: { each: { [child.id]: 'I walked for a long time. My mother said go. I want to go to school.' } }, seenOn: { each: { [child.id]: seenOn } }, seenAloneOn: { each: { [child.id]: seenOn } } }, whatThisMeans: { decideAndWhy: { all: `${child.given} has nobody here. He is looked after, goes to college, and a solicitor helps him with his claim.` }, factors: { all: ['unaccompanied'] } } })
  const signOff = send(book, open, { at: sentAt, outcome: 'childInNeedPlan', seen: () => ({ seenOn, seenAloneOn: seenOn }) })
  agree(book, open, signOff, chance.workingMoment(addWorkingDays(dayOf(sentAt), 1)))
}

/** A boy of sixteen who came alone and seeks asylum. */
function tellAsylum(telling: TellingLife): void {
  const { book, carers, rooms, worker, working, number } = telling
  const born = addDays(addMonths(book.today, -12 * 16), -170)
  const arrived = addDays(book.today, -265)
  const child = member(book, { given: book.chance.pick(['Dawit', 'Yonas', 'Karim', 'Samiullah']), family: book.chance.pick(['Tesfay', 'Haile', 'Rahimi', 'Noori']), sex: 'male', role: 'child', born, heritage: 'eritrean' })
  const household: Household = { members: [child], homes: [somePlace(book.chance)], gp: 'Eastbrook Health Centre', family: child.family, tie: [] }
  book.name = household.family
  comesAlone(telling, household, number, arrived)
  const [person] = book.people
  if (!person) return
  const state: CareState = {
    name: 'seeks asylum alone', weight: 0, days: [0, 0], ages: [15, 17], need: 'absentParenting', statuses: [[0, 'accommodated']], lived: [{ after: 0, kind: 'foster', provider: 'private' }, { after: 120, kind: 'supportedAccommodation', provider: 'private', reason: 'carePlan' }],
    alone: true,
  }
  tellOne({ book, chance: book.chance, by: worker.id, carers, rooms, known: person.at }, state, [person], addDays(dayOf(person.at), 1), working.team.id)
}

/** A child of two who was adopted this year: the record before is closed, its link to the new one sealed. */
function tellAdopted(telling: TellingLife): void {
  const { book, carers, rooms, worker, working } = telling
  const began = addDays(book.today, -690)
  const household = aFamily(telling, 3, addDays(began, -40))
  const [child] = book.people.filter((one) => household.members.some((member) => member.id === one.id && member.role === 'child'))
  const adviser = book.offices.adoption
  if (!child?.bornOn || !adviser) return
  const known = addDays(dayOf(child.at), 12)
  const on = known > began ? known : began
  const state: CareState = {
    name: 'adopted', weight: 0, days: [0, 0], ages: [0, 5], statuses: [[0, 'interimCareOrder'], [170, 'placementOrder']],
    lived: [{ after: 0, kind: 'foster', provider: 'ownCouncil' }, { after: 330, kind: 'adoptionOrder', provider: 'ownCouncil', reason: 'carePlan', hidden: true }], end: { after: 560, reason: 'adoptedDispensed' },
    facts: [[130, 'permanenceDecision', { step: 'decisionMaker', plan: 'adoption' }], [300, 'match', { fosterCarer: 'no', adopters: '2', sexes: 'manAndWoman', status: 'married' }]],
  }
  tellOne({ book, chance: book.chance, by: worker.id, carers, rooms, known: child.at }, state, [child], on, working.team.id)
  seal(book, child.id, child.bornOn, child.sex, addDays(on, 560), adviser)
}

/** A child of two on the way to adoption: the court has given its authority and a family is looked for, or the child has moved in. */
function tellOnTheWay(telling: TellingLife, placed: boolean): void {
  const { book, carers, rooms, worker, working } = telling
  const days = placed ? 500 : 330
  const began = addDays(book.today, -days)
  const household = aFamily(telling, 3, addDays(began, -40))
  const [child] = book.people.filter((one) => household.members.some((member) => member.id === one.id && member.role === 'child'))
  if (!child?.bornOn) return
  const known = addDays(dayOf(child.at), 12)
  const state: CareState = {
    name: 'on the way to adoption', weight: 0, days: [0, 0], ages: [0, 5], statuses: [[0, 'interimCareOrder'], [190, 'placementOrder']],
    lived: [{ after: 0, kind: 'foster', provider: 'ownCouncil' }, ...(placed ? [{ after: 430, kind: 'adoptionOrder', provider: 'ownCouncil', reason: 'carePlan', hidden: true as const }] : [])],
    facts: [[140, 'permanenceDecision', { step: 'decisionMaker', plan: 'adoption' }], [210, 'familyFinding', { by: 'Nora Blythe', where: 'Our own adopters first, then the regional agency' }], ...(placed ? [[400, 'match', { fosterCarer: 'no', adopters: '2', sexes: 'manAndWoman', status: 'married' }]] as const : [])],
  }
  tellOne({ book, chance: book.chance, by: worker.id, carers, rooms, known: child.at }, state, [child], known > began ? known : began, working.team.id)
}

/** The new identity with its new parents, the old record closed, the link known to one: what the command of the seal leaves. */
function seal(book: Book, oldId: string, bornOn: PlainDate, sex: Person['sex'], orderOn: PlainDate, adviser: Staff): void {
  const { chance } = book
  const at = chance.workingMoment(addDays(orderOn, 8))
  const given = book.people.find((one) => one.id === oldId)?.names[0]?.given ?? 'Alex'
  const family = chance.pick(['Marlow', 'Penrose', 'Ashdown', 'Kestrel'])
  const person = (first: string, born: PlainDate | null, of: typeof sex) => {
    const id = chance.id(at)
    book.people.push({
      id, unborn: false, sex: of, bornOn: born, dueOn: null, names: [{ kind: 'legal', given: first, family, from: null, to: null }], facts: [...(born ? [{ kind: 'bornOn' as const, value: born, about: 'day' as const, from: null }] : []), { kind: 'sex', value: of, from: null }],
      identifiers: [], by: adviser.id, at, marking: 'open', listed: [],
    })
    return id
  }
  const [mother, father, child] = [person(chance.pick(['Helen', 'Ruth', 'Amina']), addMonths(bornOn, -12 * 34), 'female'), person(chance.pick(['Tom', 'David', 'Yusuf']), addMonths(bornOn, -12 * 36), 'male'), person(given, bornOn, sex)]
  const place = somePlace(chance)
  book.stays.push({ people: [mother, father, child], householdId: chance.id(at), kind: 'home', lines: place.lines, postcode: place.postcode, hidden: false, from: null, to: null, endedAt: null, by: adviser.id, at })
  for (const parent of [mother, father]) book.relationships.push({ personId: parent, otherId: child, kind: 'adoptiveParent', responsibility: 'yes', note: null, from: orderOn, to: null, by: adviser.id, at })
  happened(book, 'person.added', adviser.id, at, [mother, father, child], { domain: 'shared' })
  involve(book, { personId: child, teamId: null, workerId: adviser.id, domain: 'children', role: 'allocated', from: dayOf(at), to: null, by: adviser.id, at })
  // The old record closes: its work ends, its addresses with the adopters stand in the adoption file, one colleague may open it.
  const sealed = later(at, 10)
  book.people = book.people.map((one) => (one.id === oldId ? { ...one, marking: 'restricted', listed: [adviser.id] } : one))
  book.work = book.work.map((item) => (item.state !== 'done' && item.state !== 'cancelled' && item.people.every((id) => id === oldId) ? { ...item, state: 'cancelled', finishedOn: dayOf(sealed), reason: 'The record is closed' } : item))
  book.involvements = book.involvements.map((one) => (one.personId === oldId && (one.to === null || one.to > dayOf(sealed)) ? { ...one, to: one.from > dayOf(sealed) ? one.from : dayOf(sealed) } : one))
  const adoptionId = chance.id(sealed)
  book.protection.push({ table: 'access.adoption', row: { id: adoptionId, old_id: oldId, new_id: child, order_on: orderOn, reason: 'Adoption order of the Family Court at Ardenvale', sealed_by: adviser.id, sealed_at: sealed } })
  book.protection.push({ table: 'access.adoption_listed', row: { adoption_id: adoptionId, actor_id: adviser.id, since: sealed, until: null, given_by: adviser.id } })
}

/** Tells one such life. */
export function tellLifeInCare(telling: TellingLife, which: LifeInCare): void {
  if (which === 'asylum') return tellAsylum(telling)
  if (which === 'adopted') return tellAdopted(telling)
  if (which === 'mayBePlaced' || which === 'placed') return tellOnTheWay(telling, which === 'placed')
  const foster = { after: 0, kind: 'foster', provider: 'private' } as const
  if (which === 'nineteen') return tellLeaver(telling, 19, { lived: [foster], end: { after: 0, reason: 'stayingPut' }, later: [...leaver(19, 'stayingPut', 'educationFull'), [200, 'leaverHome', { home: 'stayingPut', suitable: 'yes', provided: 'no', why: 'Stays with the same carers' }]] })
  return tellLeaver(telling, 22, { lived: [foster, { after: 150, kind: 'childrensHome', provider: 'private', reason: 'carePlan' }], end: { after: 0, reason: 'independentSupported' }, later: [...leaver(22, 'independent', 'workFull'), [500, 'leaverHome', { home: 'independent', suitable: 'yes', provided: 'yes', why: 'A flat of the housing association, near to work' }]] })
}
