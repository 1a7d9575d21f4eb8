import { addDays, addMonths, dayOf, type Instant, type PlainDate } from '../../../kernel/dates.ts'
import { isChild } from '../../../record/people/marks.ts'
import { kindOfStatus } from '../../../record/people/legal/rules.ts'
import { chanceOf } from '../chance.ts'
import type { LegalStatus, Person } from '../story.ts'
import { happened, later, type Book } from './book.ts'

type Told = Readonly<{ code: string; from: PlainDate; to?: PlainDate; expiresOn?: PlainDate; court?: string; caseNumber?: string; details?: string }>

/** An order is recorded for all it is about, as the command does it; one that has ended is recorded when it was made, and again when it ended. */
export function order(book: Book, id: string, people: readonly string[], told: Told, by: string, at: Instant, endedAt: Instant | null = null): void {
  const one: LegalStatus = {
    orderId: id, people, kind: kindOfStatus(told.code) ?? 'order', code: told.code, from: told.from, to: told.to ?? null, expiresOn: told.expiresOn ?? null, court: told.court ?? null, caseNumber: told.caseNumber ?? null, details: told.details ?? null,
    endedAt, by, at,
  }
  book.legal.push(one)
  happened(book, 'legal.began', by, at, people, { on: told.from, significant: true, subject: { kind: 'legalStatus', id } })
  if (told.to) happened(book, 'legal.ended', by, endedAt ?? at, people, { on: told.to, significant: true, subject: { kind: 'legalStatus', id } })
}

const courts = ['Family Court at Ardenvale', 'Family Court at Harrowmere'] as const

/** What holds for some families in some years: few are looked after, some live by an order of a private court. */
export function tellLegal(book: Book, seed: string): void {
  const chance = chanceOf(seed)
  const { today } = book
  const workers = book.involvements.filter((one) => one.workerId !== null && book.offices.family.some((team) => team.workers.some((worker) => worker.id === one.workerId)))
  const last = workers.at(-1)
  const by = last?.workerId
  if (!last || !by) return
  const begun = workers[0]?.from ?? last.from
  const children = book.people.filter((one) => one.bornOn !== null && isChild(one, today) && one.bornOn < addDays(begun, -30) && one.marking === 'open' && !one.mergedInto)
  const mother = book.people.find((one) => one.sex === 'female' && one.bornOn !== null && !isChild(one, today))
  if (children.length === 0) return
  const known = (people: readonly Person[]): Instant => people.map((one) => one.at).sort().at(-1) ?? last.at
  const recorded = (on: PlainDate, people: readonly Person[]): Instant => {
    const wanted = chance.workingMoment(addDays(on, 1))
    const soonest = later(known(people), 90)
    const at = wanted > soonest ? wanted : soonest
    return dayOf(at) < today ? at : later(known(people), 30)
  }
  const made = (on: PlainDate) => ({ court: chance.pick(courts), caseNumber: `ZV${on.slice(2, 4)}C${chance.whole(10_000, 99_999)}` })
  const tell = (since: PlainDate, people: readonly Person[], told: Told): void => {
    const at = recorded(since, people)
    order(book, chance.id(at), people.map((one) => one.id), told, by, at)
  }
  const what = chance.weighted([['none', 80], ['livesWith', 7], ['protection', 6], ['supervision', 4], ['guardianship', 3]] as const)
  const from = addDays(begun, chance.whole(20, 200))
  const on = from < addDays(today, -3) ? from : addDays(today, -chance.whole(4, 20))
  if (what === 'livesWith') {
    const before = addMonths(begun, -chance.whole(2, 30))
    return tell(begun, children, { code: 'livesWith', from: before, ...made(before), details: 'The children live with their mother, and spend every other weekend with their father.' })
  }
  if (what === 'protection' && mother) {
    return tell(on, [mother], { code: 'nonMolestation', from: on, expiresOn: addMonths(on, 12), ...made(on), details: 'Her former partner is not to come within 100 metres of her home, or to send messages.' })
  }
  if (what === 'supervision') return tell(on, children, { code: 'supervision', from: on, expiresOn: addMonths(on, 12), ...made(on) })
  if (what === 'guardianship') {
    const [child] = children
    const carer = book.people.find((one) => one.bornOn !== null && one.bornOn < addMonths(today, -12 * 45))
    if (!child || !carer) return undefined
    return tell(on, [child], { code: 'specialGuardianship', from: on, ...made(on), details: 'To the grandmother. Support agreed for two years.' })
  }
  return undefined
}
