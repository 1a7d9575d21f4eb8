import { health, leaverActivities, leavers, scores } from '../../../../content/demonstration/volumes.ts'
import { addDays, addMonths, ageOn, plain, type PlainDate } from '../../../kernel/dates.ts'
import type { CareFact, Placement } from '../../../record/care/model.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { Person } from '../story.ts'
import { reviewedOn } from '../schoolTerms.ts'
import { happened, involve, officerOf } from './book.ts'
import { recordedOn, type CareState, type Telling } from './care.ts'

const advisers = ['Nia Rowe', 'Callum Priest', 'Adaeze Bell'] as const
type Told = CareFact & { by: string; at: Instant }
type More = Readonly<{ to?: PlainDate | null; words?: string; significant?: boolean; /** Also before or after the time in care. */ any?: true; /** A plan tells its own beginning. */ quiet?: true }>
type Tell = (child: Person, kind: string, held: PlainDate, answers: Readonly<Record<string, string>>, more?: More) => void

/** Reviews, health, education and plans in their time; what is special to the state on its day; and what is known of those who have left. */
export function factsOf(telling: Telling, state: CareState, children: readonly Person[], on: PlainDate, endOn: PlainDate | null, placements: readonly Placement[]): Told[] {
  const { book, chance, by } = telling
  const last = endOn ?? book.today
  const facts: Told[] = []
  const tell: Tell = (child, kind, held, answers, more = {}) => {
    if (held >= book.today || (!more.any && (held >= last || held < on))) return
    const at = recordedOn(telling, held > on ? held : on, 70 + facts.length)
    const factId = chance.id(at)
    facts.push({ id: chance.id(at), factId, personId: child.id, kind, on: held, to: more.to ?? null, answers, words: more.words ?? null, recordedAt: at, by, at })
    if (!more.quiet) happened(book, 'care.fact', by, at, [child.id], { on: held, significant: more.significant ?? false, subject: { kind: 'careFact', id: factId } })
  }
  const officer = officerOf(book)
  const breaks = state.name === 'short breaks'
  for (const child of children) {
    reviews(telling, tell, child, on, last, officer.name, breaks)
    earlier(telling, tell, child, on)
    if (breaks) continue
    tell(child, 'reviewingOfficer', addDays(on, 3), { officer: officer.name, officerId: officer.id })
    if (addDays(on, 3) < book.today) involve(book, { personId: child.id, teamId: null, workerId: officer.id, domain: 'children', role: 'reviewingOfficer', from: addDays(on, 3), to: endOn, by, at: recordedOn(telling, addDays(on, 3), 71) })
    tell(child, 'carePlan', addDays(on, 9), { permanence: state.end?.reason === 'homePlanned' ? 'home' : 'longTermFoster' }, { significant: true, quiet: true })
    for (const placement of placements.filter((one) => one.personId === child.id)) tell(child, 'placementPlan', addDays(placement.from, 4), { day: 'Bed at eight with a story; a lamp stays on.' })
    firstHealth(tell, child, on)
    for (const opens of returnYears(on, last)) yearly(telling, tell, child, opens, last)
    if (ageIn(child, on) >= 3) for (const held of [addDays(on, 11), ...reviewedOn(addDays(on, 11), last, 18 + 2 * Number(child.bornOn?.slice(8) ?? 15))]) tell(child, 'educationPlan', held, { school: 'The school they were at' })
    for (const [after, kind, answers, open] of state.facts ?? []) {
      const held = after < 0 ? addDays(book.today, after) : addDays(on, after)
      const over = addDays(held, 1)
      tell(child, kind, held, answers, { significant: true, ...(kind === 'pathwayPlan' ? { quiet: true as const } : {}), ...(kind === 'missing' && !open ? { to: over < last ? over : last } : {}) })
      if (kind === 'missing' && !open) tell(child, 'returnInterview', addDays(held, 3), { offered: 'yes', accepted: 'yes', by: 'Nia Rowe' })
    }
    for (const [daysAgo, kind, answers] of state.later ?? []) tell(child, kind, addDays(book.today, -daysAgo), answers, { significant: kind !== 'leaverContact', any: true })
    if (state.alone && child.bornOn) {
      const grown = addMonths(child.bornOn, 12 * 18)
      tell(child, 'asylum', on, { from: chance.pick(['Sudan', 'Afghanistan', 'Eritrea', 'Iran']) }, { significant: true, to: grown < book.today ? grown : null })
    }
    if (child.bornOn) leaving(telling, tell, child, child.bornOn, on, endOn)
  }
  return facts
}

const ageIn = (child: Person, held: PlainDate): number => (child.bornOn ? ageOn(child.bornOn, held) : 8)

/** After about four weeks, then three months, then every six months. */
function reviews({ chance }: Telling, tell: Tell, child: Person, on: PlainDate, last: PlainDate, officer: string, breaks: boolean): void {
  for (let held = addDays(on, breaks ? 80 : chance.whole(22, 26)), n = 0; held < last; held = n === 1 && !breaks ? addDays(addMonths(held, 3), -chance.whole(2, 6)) : addDays(addMonths(held, 6), -chance.whole(2, 9))) {
    n += 1
    tell(child, 'review', held, { participation: ageIn(child, held) < 4 ? 'underFour' : chance.pick(['spoke', 'spoke', 'advocateSpoke', 'viewsSent']), officer, decided: 'The placement goes on. The next step for school is agreed.' }, { significant: true, ...(ageIn(child, held) >= 4 && n < 3 ? { words: chance.pick(['I want to see my brother more.', 'It is good here. The dog sleeps in my room.', 'I would like to stay at my school.']) } : {}) })
  }
}

/** Almost nobody had a permanent home by order before. */
function earlier({ chance }: Telling, tell: Tell, child: Person, on: PlainDate): void {
  // Asked of those who came into care from April 2016 on (rule 634).
  if (on < '2016-04-01') return
  const before = ageIn(child, on) >= 6 && chance.happens(0.04)
  if (before) tell(child, 'earlierPermanence', addDays(addMonths(on, -chance.whole(20, 50)), chance.whole(0, 20)), { which: chance.pick(['guardianship', 'arrangements', 'adopted']), council: '999', exact: 'yes' }, { any: true })
  else tell(child, 'earlierPermanence', on, { which: 'none', exact: 'no' })
}

function firstHealth(tell: Tell, child: Person, on: PlainDate): void {
  tell(child, 'health', addDays(on, 17), { by: 'Dr Anwar' })
  tell(child, 'immunisations', addDays(on, 17), { upToDate: 'yes' })
  if (ageIn(child, on) >= 1) tell(child, 'dental', addDays(on, 37), { by: 'Canal Street Dental' })
}

/** The first days of the years of the return (1 April) on which somebody is in care. */
function returnYears(on: PlainDate, last: PlainDate): PlainDate[] {
  const first = Number(on.slice(0, 4)) + (on.slice(5) > '04-01' ? 1 : 0)
  return Array.from({ length: Math.max(0, Number(last.slice(0, 4)) - first + 1) }, (_, n) => plain(`${first + n}-04-01`)).filter((opens) => opens < last)
}

/** What is asked once a year of those in care all through it. */
function yearly({ book, chance }: Telling, tell: Tell, child: Person, opens: PlainDate, last: PlainDate): void {
  const ends = addDays(addMonths(opens, 12), -1)
  const closes = ends < book.today ? ends : book.today
  const latest = [closes, addDays(last, -1), addDays(book.today, -1), addDays(opens, 320)].toSorted()[0] ?? closes
  const day = (): PlainDate => chance.day(addDays(opens, 2) < latest ? addDays(opens, 2) : latest, latest)
  const often = (share: number): boolean => chance.happens(share / 100)
  const looked = day()
  const [young, old] = [ageIn(child, opens), ageIn(child, closes)]
  if (often(health.assessed)) tell(child, 'health', looked, { by: 'Dr Anwar' })
  if (young < 5 && often(health.assessed)) tell(child, 'health', day(), { by: 'Dr Anwar' })
  tell(child, 'immunisations', looked, { upToDate: often(health.immunised) ? 'yes' : 'no' })
  if (old < 5) tell(child, 'healthSurveillance', looked, { upToDate: often(92) ? 'yes' : 'no' })
  if (often(health.teeth)) tell(child, 'dental', day(), { by: 'Canal Street Dental' })
  const received = chance.happens(0.6)
  tell(child, 'substanceMisuse', looked, old >= 13 && often(health.substances * 2) ? { problem: 'yes', received: received ? 'yes' : 'no', ...(received ? {} : { offered: 'yes' }) } : { problem: 'no' })
  if (old >= 4 && young < 17) {
    const [least, most] = chance.weighted(scores.map(([from, to, share]) => [[from, to] as const, share] as const))
    tell(child, 'strengths', day(), old > 4 && young < 16 && !often(health.scored) ? { notScored: chance.pick(['carerRefused', 'childRefused', 'other']) } : { score: String(chance.whole(least, most)) })
  }
  if (young >= 12 && often(2)) tell(child, 'conviction', day(), { what: 'Criminal damage' })
}

/** From sixteen: an adviser, a pathway plan, and after leaving care being in touch around each birthday until twenty-one. */
function leaving({ book, chance }: Telling, tell: Tell, child: Person, bornOn: PlainDate, on: PlainDate, endOn: PlainDate | null): void {
  const sixteen = addMonths(bornOn, 12 * 16)
  const from = sixteen > on ? sixteen : on
  if (endOn !== null && from >= endOn) return
  const until = addMonths(bornOn, 12 * 21)
  tell(child, 'adviser', addDays(from, 20), { name: chance.pick(advisers) }, { any: true })
  tell(child, 'pathwayAssessment', addDays(from, 60), {}, { any: true })
  for (let held = addDays(from, 84); held < until && held < book.today; held = addDays(addMonths(held, 6), -chance.whole(2, 12))) tell(child, 'pathwayPlan', held, { home: 'Where to live at eighteen, and with whom', learning: 'College, then work' }, { any: true, significant: true, quiet: true })
  if (endOn === null) return
  for (let age = 17; age <= 21; age++) {
    const birthday = addMonths(bornOn, 12 * age)
    if (birthday < endOn) continue
    const unknown = chance.happens(leavers.notKnown / 100)
    // Known by the birthday itself, so that a return of any day after it has it.
    const held = [addDays(birthday, -chance.whole(0, 40)), endOn].toSorted().at(-1) ?? birthday
    const activity = chance.weighted(leaverActivities[age < 19 ? 'young' : 'grown'])
    const home = chance.weighted(age < 18 ? [['semiIndependent', 6], ['lodgings', 2], ['family', 2]] as const : [['independent', 10], ['stayingPut', 5], ['semiIndependent', 4], ['family', 4], ['lodgings', 1], ['other', 1]] as const)
    tell(child, 'leaverContact', held, unknown ? { inTouch: 'no' } : { inTouch: 'yes', activity, home, suitable: chance.happens(leavers.unsuitable / 100) ? 'no' : 'yes' }, { any: true })
  }
}
