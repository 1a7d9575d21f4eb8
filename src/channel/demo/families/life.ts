import { addDays, dayOf, moment, plain, type Instant, type PlainDate } from '../../../kernel/dates.ts'
import { addWorkingDays, isWorkingDay, workingDayFrom } from '../../../kernel/workingDays.ts'
import type { Working } from '../council.ts'
import type { AssessmentOutcome, ContactOutcome, Person, Staff } from '../story.ts'
import * as words from '../words/compose.ts'
import * as everyday from '../words/everyday.ts'
import { sayOne, saySome } from '../words/grammar.ts'
import type { Theme } from '../words/theme.ts'
import { senders } from '../words/themes.ts'
import { agree, begin, decide, endCase, finishWork, giveBack, hear, later, openWork, receive, send, toEarlyHelp, toTeam, warn, write, writeSections, type Book, type Case } from './book.ts'
import { isChildOf, registerMember, type Household, type Member } from './household.ts'
import { writeStays, writeTies } from './ties.ts'

/** How far the last chapter has come today. */
export type Phase = 'closed' | 'undecided' | 'unallocated' | 'assessing' | 'signOff' | 'returned' | 'plan'
export type Life = Readonly<{
  household: Household; theme: Theme; working: Working; worker: Staff; phase: Phase
  /** Contacts before the last, each with what became of it. */
  before: readonly ContactOutcome[]
  from: PlainDate; notesAMonth: number; number: number; marking?: Person['marking']; listed?: readonly string[]; tasks: number
  /** Working days since the last contact, for a chapter that is open. */
  lastDays?: number
  /** The day of the last contact, and of closing the case: for a chapter that goes through years of care or plans, of which the ordinary weeks are told at both ends only. */
  lastOn?: PlainDate
  closesOn?: PlainDate
}>
const outcomes: readonly (readonly [AssessmentOutcome, number])[] = [['noFurtherAction', 42], ['stepDown', 24], ['childInNeedPlan', 28], ['strategyDiscussion', 6]]

/** Everybody of the household who is born (or expected) by then and not yet known. */
function meet(book: Book, life: Life, by: string, at: Instant): void {
  const known = new Set(book.people.map((person) => person.id))
  life.household.members.forEach((member, i) => {
    if (known.has(member.id) || (member.bornOn !== null && member.bornOn > dayOf(at)) || (member.dueOn !== null && member.dueOn > addDays(dayOf(at), 250))) return
    registerMember(book, life.household, member, by, at, life.number * 24 + i, life.marking, life.listed)
  })
  writeTies(book, life.household, by, at)
}
const present = (book: Book, life: Life): Member[] => life.household.members.filter((member) => book.people.some((person) => person.id === member.id))

/** Moments from one day to another, in order, about so many a month. */
function moments(book: Book, from: PlainDate, to: PlainDate, aMonth: number): Instant[] {
  const { chance } = book
  const days = Math.max(0, (Date.parse(to) - Date.parse(from)) / 86_400_000)
  const count = Math.floor((days / 30) * aMonth + chance.next())
  return Array.from({ length: count }, () => chance.day(from, to)).sort().map((day) => chance.workingMoment(day)).filter((at) => dayOf(at) <= to && dayOf(at) < book.today)
}

function slotsAt(book: Book, life: Life, at: Instant, child?: Member) {
  const members = present(book, life)
  const children = members.filter(isChildOf)
  const born = children.filter((one) => one.given !== '')
  const focus = child ?? book.chance.pick(born.length > 0 ? born : children)
  const home = life.household.homes[0]
  return words.slotsOf({ child: focus, children, adults: members.filter((one) => !isChildOf(one)), street: home?.lines.at(-2) ?? 'the flat', town: home?.town ?? 'Ardenvale', gp: life.household.gp, worker: life.worker.name, at })
}

/** The ordinary weeks: visits, calls, meetings, what children say, the manager's reading. */
function weeks(book: Book, life: Life, from: PlainDate, to: PlainDate, aMonth = life.notesAMonth): void {
  const { chance } = book
  const everyone = present(book, life)
  const children = everyone.filter(isChildOf)
  const atHome = everyone.filter((member) => member.atHome || isChildOf(member)).map((member) => member.id)
  const by = life.worker.id
  for (const at of moments(book, from, to, aMonth)) {
    const kind = chance.weighted([['visit', 40], ['phoneCall', 32], ['email', 9], ['meeting', 6], ['managementOversight', 5], ['directWork', 6], ['note', 2]] as const)
    const born = children.filter((one) => one.bornOn !== null && one.bornOn <= dayOf(at))
    const child = chance.pick(born.length > 0 ? born : children)
    const slots = slotsAt(book, life, at, child)
    const title = words.titleOf(chance, kind, slots) || 'Visit'
    if (kind === 'visit' || kind === 'directWork') {
      const met = children.filter((one) => one.dueOn === null && (one.bornOn ?? '') <= dayOf(at) && (kind === 'directWork' ? one === child : chance.happens(0.85)))
      const alone = met.filter((one) => one.bornOn !== null && one.bornOn < addDays(dayOf(at), -365 * 3) && chance.happens(kind === 'directWork' ? 0.95 : 0.45))
      const home = kind === 'visit' && !title.includes('Visit at')
      write(book, {
        by, at: later(at, chance.whole(30, 290)), on: dayOf(at), kind, title, place: home ? 'home' : 'school', people: kind === 'directWork' ? [child.id] : atHome,
        words: met.length === 0 && kind === 'visit' ? `Nobody was in at the time agreed. I left a card and sent a message.` : words.visitWords(chance, life.theme, slots),
        visit: { seen: met.map((one) => one.id), alone: alone.map((one) => one.id), bedroom: home && chance.happens(0.3) ? met.map((one) => one.id) : [] },
        passages: alone.slice(0, 2).map((one) => ({ about: [one.id], words: words.aloneWords(chance, slotsAt(book, life, at, one)) })),
      })
      for (const one of alone.slice(0, 2)) {
        const said = chance.happens(0.7) ? words.voiceWords(chance, life.theme, one.bornOn, dayOf(at)) : undefined
        if (said && !book.voices.some((voice) => voice.words === said.words)) hear(book, { personId: one.id, words: said.words, how: said.how, by, saidTo: life.worker.name, place: home ? 'At home' : 'At school', at: later(at, 300), on: dayOf(at) })
      }
      continue
    }
    const text = kind === 'meeting' ? sayOne(chance, everyday.meetings, slots) : kind === 'managementOversight' ? sayOne(chance, everyday.oversight, slots) : words.callWords(chance, life.theme, slots)
    if (text) write(book, { by: kind === 'managementOversight' ? life.working.head.id : by, at, kind, title: title || 'Note', place: null, people: atHome, words: text })
  }
}

function contactOf(book: Book, life: Life, at: Instant): ReturnType<typeof receive> {
  const { chance } = book
  const recorder = chance.pick(book.offices.frontDoor.workers)
  const slots = slotsAt(book, life, at)
  const source = chance.pick(words.sourcesOf(life.theme, slots).length > 0 ? words.sourcesOf(life.theme, slots) : ['school' as const])
  const sender = senders[source]
  const members = present(book, life)
  const agency = source === 'school' ? (slots['school'] ?? null) : sender.agency
  const name = source === 'school' ? (slots['lead'] ?? null) : sender.kind === 'anonymous' ? null : chance.pick(['Ms Tuck', 'Mr Oduya', 'PC 4471 Hale', 'Dr Menon', 'Mrs Garside', 'Janet Croft', 'Sister Nwosu', 'Mr Pryce'])
  return receive(book, {
    by: recorder.id, at, fromKind: sender.kind, source: sender.code, fromName: name, fromRole: sender.role || null, fromAgency: agency, fromPhone: null,
    words: words.contactWords(chance, life.theme, source, slots) || `${slots['child'] ?? 'The child'} is not doing well, and we would like you to know.`, inDanger: chance.weighted([['no', 8], ['yes', 1], ['notKnown', 2]]),
    familyKnows: chance.weighted([['agrees', 5], ['knows', 2], ['doesNotKnow', 2], ['notSafe', 1]]), hopesFor: chance.pick(['Somebody to talk to the children', 'Help at home', 'To know that it is safe', null]), alreadyDoing: chance.pick([`${slots['school'] ?? 'School'} sees the children every day`, 'Regular appointments', 'Nothing yet', null]),
    children: members.filter(isChildOf).map((one) => one.id), adults: members.filter((one) => !isChildOf(one) && one.role !== 'grandmother').map((one) => one.id),
  })
}

const reasonsFor: Readonly<Record<ContactOutcome, readonly string[]>> = { referral: everyday.reasonsForReferral, earlyHelp: everyday.reasonsForEarlyHelp, noFurtherAction: everyday.reasonsForNothing, informationAndAdvice: everyday.reasonsForAdvice }

/** Contact, decision, and what follows until the phase. @returns the day on which the chapter ended, or nothing when it is open */
function chapter(book: Book, life: Life, at: Instant, outcome: ContactOutcome, phase: Phase): PlainDate | undefined {
  const { chance, today } = book
  const door = book.offices.frontDoor
  const knownBefore = book.people.length
  meet(book, life, chance.pick(door.workers).id, at)
  if (knownBefore === 0) writeStays(book, life.household, door.workers[0]?.id ?? door.head.id, at)
  const received = contactOf(book, life, at)
  if (phase === 'undecided') return undefined
  const capped = (wanted: Instant): Instant => (dayOf(wanted) >= today ? moment(Math.min(Date.parse(wanted), Date.parse(`${today}T07:30:00.000Z`))) : wanted)
  const thought = later(at, chance.weighted([[90, 4], [60 * 22, 4], [60 * 24 * 4, 1]]))
  const decidedAt = capped(isWorkingDay(dayOf(thought)) ? thought : chance.workingMoment(dayOf(thought)))
  const slots = slotsAt(book, life, decidedAt)
  const referral = decide(book, received, { by: door.head, at: decidedAt, reason: saySome(chance, reasonsFor[outcome], slots, 1), outcome, need: life.theme.need })
  const members = present(book, life)
  const children = members.filter(isChildOf).map((one) => one.id)
  const adults = members.filter((one) => !isChildOf(one) && one.atHome).map((one) => one.id)
  if (outcome === 'earlyHelp') {
    const until = addDays(dayOf(decidedAt), chance.whole(90, 260))
    toEarlyHelp(book, children, adults, book.offices.agency(slots['school'] ?? ''), later(decidedAt, 2000), until < today ? until : null)
    return until
  }
  const opened = referral === undefined ? undefined : book.referrals[referral]
  if (referral === undefined || !opened) return dayOf(decidedAt)
  if (phase === 'unallocated') {
    toTeam(book, opened, adults, life.working.team, null)
    return undefined
  }
  const begunAt = capped(chance.workingMoment(addWorkingDays(dayOf(decidedAt), chance.whole(0, 1))))
  const open = begin(book, { referral, adults, working: life.working, worker: life.worker, at: begunAt > decidedAt ? begunAt : later(decidedAt, 20), factors: factorsOf(book, life.theme) })
  if (!open) return undefined
  const dad = members.find((one) => one.role === 'partner' || one.role === 'father')
  const warning = life.theme.warnings?.[0]
  if (warning && dad && chance.happens(0.6)) warn(book, { personId: dad.id, kind: warning[0], words: sayOne(chance, [warning[1]], slots) || 'Go in pairs.', by: life.worker.id, at: later(begunAt, 3000 + 60) < moment(`${today}T00:00:00.000Z`) ? later(begunAt, 3060) : begunAt })
  return assessAndAfter(book, life, open, dayOf(begunAt), phase)
}

/** What was found; «none of these» stands alone. */
function factorsOf({ chance }: Book, theme: Theme): string[] {
  const [first = 'none', ...others] = theme.factors
  const more = chance.some(others.filter((one) => one !== 'none'), chance.whole(0, 2))
  return first === 'none' && more.length > 0 ? more : [first, ...more]
}

function assessAndAfter(book: Book, life: Life, open: Case, from: PlainDate, phase: Phase): PlainDate | undefined {
  const { chance, today } = book
  const children = present(book, life).filter(isChildOf)
  const working = phase === 'assessing'
  const until = working ? today : addWorkingDays(from, chance.weighted([[22, 3], [34, 4], [42, 4], [52, 1]]))
  const ended = until >= today && !working ? workingDayFrom(addDays(today, -1), 'england', -1) : until
  // What began since the last working day is still at its beginning, whatever it was to become.
  if (!working && ended <= from) return undefined
  weeks(book, life, addDays(from, 1), ended, life.notesAMonth * 1.8)
  const seen = (personId: string) => {
    const seenOn = book.notes.filter((note) => note.people.some((one) => one.personId === personId && one.seen)).at(-1)?.on ?? null
    const seenAloneOn = book.notes.filter((note) => note.people.some((one) => one.personId === personId && one.seenAlone)).at(-1)?.on ?? null
    return { seenOn, seenAloneOn }
  }
  const at = chance.workingMoment(ended)
  const outcome = phase === 'plan' || life.lastOn ? 'childInNeedPlan' : chance.weighted(outcomes)
  const text = book.contacts.at(-1)?.words ?? ''
  const said = new Map(book.voices.map((voice) => [voice.personId, voice.words]))
  // Everybody old enough to say something is asked.
  for (const child of children) {
    const heard = said.has(child.id) || child.dueOn !== null ? undefined : words.voiceWords(chance, life.theme, child.bornOn, ended)
    if (heard) said.set(child.id, heard.words)
  }
  const about = { slots: slotsAt(book, life, at), contact: text, children, seen, outcome, factors: open.factors, on: ended, words: said }
  writeSections(book, working ? moment(`${workingDayFrom(addDays(today, -1), 'england', -1)}T15:20:00.000Z`) : at, open.assessment, words.assessmentWords(chance, life.theme, about, working ? chance.whole(3, 15) : 99))
  if (working) return undefined
  const late = ended > addWorkingDays(book.referrals[open.referral]?.on ?? from, 45)
  const signOff = send(book, open, { at, outcome, seen, ...(late ? { lateReason: chance.pick(['familyAway', 'waitingForAgency', 'newInformation', 'capacity']) } : {}) })
  if (phase === 'signOff') return undefined
  if (phase === 'returned') {
    giveBack(book, open, signOff, addWorkingDays(today, -1), 'Say more about what the children themselves say, and who was asked.')
    return undefined
  }
  const agreedAt = chance.workingMoment(addWorkingDays(ended, chance.whole(0, 2)))
  if (dayOf(agreedAt) >= today) return undefined
  agree(book, open, signOff, agreedAt)
  if (phase === 'plan') {
    const since = addDays(dayOf(agreedAt), 2)
    weeks(book, life, life.lastOn && since < addDays(today, -120) ? addDays(today, -120) : since, today)
    return undefined
  }
  if (phase !== 'closed') return undefined
  let closedOn = life.closesOn ?? addWorkingDays(dayOf(agreedAt), chance.whole(3, 12))
  if (life.closesOn) weeks(book, life, addDays(dayOf(agreedAt), 3), addDays(dayOf(agreedAt), 60) < closedOn ? addDays(dayOf(agreedAt), 60) : closedOn)
  else if (outcome === 'childInNeedPlan' || outcome === 'strategyDiscussion') {
    closedOn = addDays(closedOn, chance.whole(80, 260))
    weeks(book, life, addDays(dayOf(agreedAt), 3), closedOn < today ? closedOn : today)
  }
  // A case does not close before its assessment is agreed.
  if (closedOn <= dayOf(agreedAt)) closedOn = addWorkingDays(dayOf(agreedAt), 1)
  if (closedOn >= today) return undefined
  const closing = chance.workingMoment(closedOn)
  // The working day after a weekend may not have come yet.
  if (dayOf(closing) >= today) return undefined
  write(book, { by: life.working.head.id, at: closing, kind: 'managementOversight', title: 'Why we close', place: null, people: children.map((one) => one.id), words: sayOne(chance, everyday.closings, slotsAt(book, life, closing)) })
  endCase(book, open, later(closing, 3), outcome === 'noFurtherAction' ? 'assessedNoFurtherAction' : outcome === 'stepDown' ? 'assessedEarlyHelp' : 'noLongerInNeed')
  return closedOn
}

/** So many days a chapter takes, at most. */
const longest: Readonly<Record<ContactOutcome, number>> = { noFurtherAction: 10, informationAndAdvice: 10, earlyHelp: 270, referral: 420 }

/** Tells the whole life of a family with the council, from the first contact to today. */
export function tellLife(book: Book, life: Life): void {
  const { chance, today } = book
  // Nobody rings about children who are not there yet.
  const first = life.household.members.filter(isChildOf).map((child) => (child.bornOn ? addDays(child.bornOn, 9) : child.dueOn ? addDays(child.dueOn, -240) : life.from)).sort()[0] ?? life.from
  let day = first > life.from ? first : life.from
  // One chapter after the other: a plan of long ago leaves no room for chapters after it.
  const lastOn = life.lastDays !== undefined && life.lastDays > 150 ? addWorkingDays(today, -life.lastDays) : addDays(today, 1000)
  let before: PlainDate | undefined
  for (const outcome of life.before) {
    if (day >= addDays(today, -150) || day >= addDays(lastOn, -longest[outcome])) break
    const ended = chapter(book, life, chance.workingMoment(day), outcome, 'closed')
    // A chapter that has not come to its end cannot be followed by another.
    if (ended === undefined) return
    before = ended
    day = addDays(ended, chance.whole(60, 500))
  }
  if (life.phase !== 'closed' || life.lastOn || book.contacts.length === 0) {
    const back = life.lastOn ? 1 : life.lastDays ?? { closed: 600, undecided: chance.whole(0, 2), unallocated: chance.whole(1, 3), assessing: chance.whole(6, 44), signOff: chance.whole(28, 46), returned: chance.whole(30, 46), plan: chance.whole(70, 180) }[life.phase]
    const reckoned = life.lastOn ?? addWorkingDays(today, -back)
    // Nor does the last chapter begin while the one before it runs, or on a day that has not come yet. Early help that goes on is beside it.
    const after = before && before < today && reckoned <= before ? addWorkingDays(before, 1) : reckoned
    const wanted = after > today ? reckoned : after
    const last = wanted < first ? first : wanted
    const at = back === 0 ? moment(`${today}T07:${chance.whole(10, 19)}:00.000Z`) : chance.workingMoment(isWorkingDay(last) ? last : workingDayFrom(last, 'england', -1))
    chapter(book, life, at, life.phase === 'closed' && !life.lastOn ? 'noFurtherAction' : 'referral', life.phase)
  }
  smallTasks(book, life)
}

/** Small things beside the pathway: reports to ask for, letters to send, visits to make. */
function smallTasks(book: Book, life: Life): void {
  const { chance, today } = book
  const referral = book.referrals.at(-1)
  if (!referral || life.tasks === 0) return
  const open = referral.closedOn === null
  const people = referral.children
  const slots = slotsAt(book, life, moment(`${today}T09:00:00.000Z`))
  for (let n = 0; n < life.tasks; n++) {
    const openedOn = open ? addWorkingDays(today, -chance.whole(1, 30)) : addDays(referral.on, chance.whole(1, 60))
    const at = chance.workingMoment(openedOn < referral.on ? referral.on : openedOn)
    if (dayOf(at) >= today || (referral.closedOn !== null && dayOf(at) > referral.closedOn)) continue
    const dueOn = addWorkingDays(dayOf(at), chance.whole(3, 40))
    const waits = open && chance.happens(0.12)
    const visits = open && !waits && chance.happens(0.2)
    const place = openWork(book, {
      kind: visits ? 'visit' : 'task', subject: { kind: 'referral', id: referral.id }, people: chance.happens(0.6) ? people : [chance.pick(people)], by: life.worker.id, at, teamId: life.working.team.id, workerId: life.worker.id,
      words: waits ? sayOne(chance, everyday.waitingWords, slots) : promised(sayOne(chance, everyday.taskWords, slots), visits), dueOn, state: waits ? 'waiting' : 'open',
    })
    if (!open) finishWork(book, place, plain(dueOn < (referral.closedOn ?? dueOn) ? dueOn : (referral.closedOn ?? dueOn)), 'done')
  }
}

/** What somebody has to do; a visit is a visit. */
const promised = (words: string, visits: boolean): string => (visits ? 'See how they are at home' : words)
