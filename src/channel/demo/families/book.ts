import { addDays, dayOf, moment, type Instant, type PlainDate } from '../../../kernel/dates.ts'
import { addWorkingDays } from '../../../kernel/workingDays.ts'
import { contactSources } from '../../../../content/codes/contact.ts'
import type { Chance } from '../chance.ts'
import type { Offices, Working } from '../council.ts'
import { dutiesOf, type StartedDuty } from '../duties.ts'
import type { Staff, Answer, Assessment, AssessmentOutcome, Carers, Contact, ContactOutcome, Decision, Event, FamilyStory, InCare, Involvement, LegalStatus, Note, Person, ProtectionRow, Referral, Relationship, Share, Stay, StorySoFar, Team, Voice, Warning, WorkItem } from '../story.ts'

/** A family while it is being told. Each function below writes down what the product's own command writes down. */
export type Book = {
  readonly chance: Chance
  readonly offices: Offices
  readonly today: PlainDate
  /** Which family it is, so that what is shared out goes round. */
  readonly number: number
  name: string
  people: Person[]; relationships: Relationship[]; stays: Stay[]; contacts: Contact[]; decisions: Decision[]; referrals: Referral[]; assessments: Assessment[]
  notes: Note[]; voices: Voice[]; warnings: Warning[]; legal: LegalStatus[]; care: InCare; carers: Carers; protection: ProtectionRow[]; work: WorkItem[]; involvements: Involvement[]; shares: Share[]; events: Event[]; storySoFar: StorySoFar | null
}
export const openBook = (chance: Chance, offices: Offices, today: PlainDate, name: string, number = 0): Book =>
  ({ chance, offices, today, number, name, people: [], relationships: [], stays: [], contacts: [], decisions: [], referrals: [], assessments: [], notes: [], voices: [], warnings: [], legal: [], care: { periods: [], placements: [], facts: [] }, carers: [], protection: [], work: [], involvements: [], shares: [], events: [], storySoFar: null })
export function closeBook(book: Book): FamilyStory {
  const { chance: _chance, offices: _offices, today: _today, number: _number, ...story } = book
  return story
}

/** Who of several has this family: two families each in turn, since every second one is asked for something else. */
const inTurn = <One>(of: readonly One[], number: number): One | undefined => of[Math.floor(number / 2) % of.length]
/** Who chairs its conferences. */
export const chairOf = (book: Book): Staff => inTurn(book.offices.reviewing.chairs, book.number) ?? book.offices.reviewing.head
/** Who reviews the care of its children. */
export const officerOf = (book: Book): Staff => inTurn(book.offices.reviewing.officers, book.number) ?? book.offices.reviewing.head

export const later = (at: Instant, minutes: number): Instant => moment(Date.parse(at) + minutes * 60_000)
/** What is told of the chronology. */
export function happened(book: Book, kind: string, by: string, at: Instant, people: readonly string[], more: Partial<Pick<Event, 'on' | 'significant' | 'subject' | 'domain'>> = {}): void {
  book.events.push({ kind, by, at, people, on: more.on ?? dayOf(at), significant: more.significant ?? false, subject: more.subject ?? null, domain: more.domain ?? 'children' })
}

type Opening = Pick<WorkItem, 'kind' | 'subject' | 'people' | 'by' | 'at'> & Partial<WorkItem> & Readonly<{ duties?: readonly StartedDuty[] }>
/** Opens a piece of work and answers the place of it in the book, so that it can be finished later. */
export function openWork(book: Book, { duties = [], ...opening }: Opening): number {
  const openedOn = opening.openedOn ?? dayOf(opening.at)
  return book.work.push({
    id: book.chance.id(opening.at), domain: 'children', pathway: false, state: 'open', section: null, teamId: null, workerId: null, askedBy: null, words: null, dueAt: null, finishedOn: null, outcome: null, reason: null, decidesOnly: false, duty: duties[0]?.duty ?? null,
    parentId: null, dueOn: duties[0]?.dueOn ?? null, clocks: duties.map((duty) => ({ id: book.chance.id(opening.at), ...duty, metOn: null, subject: opening.subject, by: opening.by, at: opening.at })), ...opening, openedOn,
  }) - 1
}
export function finishWork(book: Book, place: number, on: PlainDate, outcome: string): void {
  const open = book.work[place]
  if (open) book.work[place] = { ...open, state: 'done', finishedOn: on, outcome, clocks: open.clocks.map((clock) => ({ ...clock, metOn: on })) }
}

export type Reported = Omit<Contact, 'id' | 'state' | 'on'>
/** A contact comes in at the front door. Everybody named in it is known from then on. */
export function receive(book: Book, reported: Reported): { contact: number; work: number } {
  const on = dayOf(reported.at)
  const id = book.chance.id(reported.at)
  const people = [...reported.children, ...reported.adults]
  const contact = book.contacts.push({ ...reported, id, on, state: 'open' }) - 1
  happened(book, 'contact.received', reported.by, reported.at, people, { subject: { kind: 'contact', id } })
  const added = book.people.filter((person) => person.at === reported.at).map((person) => person.id)
  if (added.length > 0) happened(book, 'person.added', reported.by, reported.at, added)
  // The front door works with the children until it has decided.
  for (const personId of reported.children) book.involvements.push({ personId, teamId: book.offices.frontDoor.team.id, workerId: null, domain: 'children', role: 'allocated', from: on, to: null, by: reported.by, at: reported.at })
  const work = openWork(book, { kind: 'contactDecision', words: fromWhom(reported), subject: { kind: 'contact', id }, people: reported.children, by: reported.by, at: reported.at, pathway: true, teamId: book.offices.frontDoor.team.id, duties: dutiesOf('contactDecision', on, book.today, reported.at) })
  return { contact, work }
}

export type Deciding = Readonly<{ by: Staff; at: Instant; reason: string; outcome: ContactOutcome; need?: string; own?: Readonly<Record<string, Readonly<{ outcome: ContactOutcome; reason: string }>>>; told?: boolean }>
const sourceLabels = new Map(contactSources.codes.map((one) => [one.code, `${one.label.charAt(0).toLowerCase()}${one.label.slice(1)}`]))
/** Who contacted us, as the piece of work says it. */
const fromWhom = (contact: Pick<Contact, 'fromKind' | 'fromAgency' | 'source'>): string => (contact.fromKind === 'anonymous' ? 'somebody who gave no name' : (contact.fromAgency ?? sourceLabels.get(contact.source) ?? 'somebody'))
/** The one decision of one manager. @returns the referral's place, when there is one */
export function decide(book: Book, received: { contact: number; work: number }, { by, at, reason, outcome, need, own = {}, told = true }: Deciding): number | undefined {
  const contact = book.contacts[received.contact]
  const parentId = book.work[received.work]?.id ?? null
  if (!contact) return undefined
  const on = dayOf(at)
  const outcomes = contact.children.map((personId) => ({ personId, outcome: own[personId]?.outcome ?? outcome, reason: own[personId]?.reason ?? null }))
  const referred = outcomes.filter((one) => one.outcome === 'referral').map((one) => one.personId)
  const referralId = referred.length > 0 ? book.chance.id(at) : null
  const id = book.chance.id(at)
  book.contacts[received.contact] = { ...contact, state: 'decided' }
  book.decisions.push({ id, contactId: contact.id, by: by.id, at, reason, outcomes, referralId })
  finishWork(book, received.work, on, outcome)
  happened(book, 'contact.decided', by.id, at, contact.children, { subject: { kind: 'decision', id } })
  const teller = openWork(book, { kind: 'tellReferrer', subject: { kind: 'contact', id: contact.id }, people: contact.children, by: by.id, at, pathway: true, parentId, workerId: by.id, duties: dutiesOf('tellReferrer', contact.on, book.today) })
  const toldOn = addWorkingDays(on, 1) < book.today ? addWorkingDays(on, 1) : on
  if (told) finishWork(book, teller, toldOn, contact.fromKind === 'anonymous' ? 'notTold' : 'told')
  const door = book.offices.frontDoor.team.id
  book.involvements = book.involvements.map((known) => (known.teamId === door && known.to === null ? { ...known, to: on } : known))
  for (const personId of contact.children) book.involvements.push({ personId, teamId: null, workerId: by.id, domain: 'children', role: 'allocated', from: on, to: told ? toldOn : null, by: by.id, at })
  if (!referralId) return undefined
  happened(book, 'referral.opened', by.id, at, referred, { subject: { kind: 'referral', id: referralId }, significant: true })
  return book.referrals.push({ id: referralId, contactId: contact.id, on, source: contact.source, noFurtherAction: false, children: referred, closedOn: null, closeReason: null, parentId, ...(need ? { need } : {}), by: by.id, at }) - 1
}

/** The referral goes to a team and, once a worker is named, to that worker with one assessment for all its children. @returns its place among the work */
export function toTeam(book: Book, referral: Referral, adults: readonly string[], team: Team, workerId: string | null): number {
  const { by, at } = referral
  const on = dayOf(at)
  const subject = { kind: 'referral', id: referral.id }
  const [whole, ...others] = dutiesOf('assessment', on, book.today, at)
  const becauseOf = referral.children.toSorted()
  for (const personId of referral.children) involve(book, { personId, teamId: team.id, workerId, domain: 'children', role: 'allocated', from: on, to: null, by, at })
  for (const personId of adults) involve(book, { personId, teamId: team.id, workerId, domain: 'children', role: 'allocated', from: on, to: null, by, at, becauseOf })
  const waits = dutiesOf('allocation', on, book.today, at)
  const allocation = openWork(book, { kind: 'allocation', subject, people: referral.children, by, at, pathway: true, parentId: referral.parentId, teamId: team.id, decidesOnly: workerId !== null, duties: workerId === null && whole ? [...waits, whole] : waits })
  if (workerId === null || !whole) return allocation
  finishWork(book, allocation, on, 'allocated')
  const assessment = openWork(book, { kind: 'assessment', subject, people: referral.children, by, at, pathway: true, parentId: book.work[allocation]?.id ?? null, teamId: team.id, workerId, duties: [whole, ...others] })
  happened(book, 'referral.allocated', by, at, referral.children, { subject: { kind: 'work', id: book.work[assessment]?.id ?? referral.id } })
  return assessment
}
export function involve(book: Book, involvement: Involvement): void {
  const standing = book.involvements.some((known) => known.personId === involvement.personId && known.teamId === involvement.teamId && known.workerId === involvement.workerId && known.to === null)
  if (!standing) book.involvements.push(involvement)
}

export type Case = { readonly referral: number; readonly adults: readonly string[]; readonly working: Working; worker: Staff; assessment: number; assessmentWork: number; readonly factors: readonly string[] }
/** The worker opens the assessment of all the children. */
export function begin(book: Book, given: Readonly<{ referral: number; adults: readonly string[]; working: Working; worker: Staff; at: Instant; factors: readonly string[] }>): Case | undefined {
  const referral = book.referrals[given.referral]
  if (!referral) return undefined
  const { working, worker, at } = given
  const assessmentWork = toTeam(book, referral, given.adults, working.team, worker.id)
  const id = book.chance.id(at)
  const previous = book.assessments.filter((one) => one.state === 'authorised').at(-1)
  const assessment = book.assessments.push({
    id, formId: book.chance.id(at), itemId: book.work[assessmentWork]?.id ?? id, signOffId: null, referralId: referral.id, previousFormId: previous?.formId ?? null, startedOn: dayOf(at), sentAt: null, authorised: null, state: 'open', outcome: null, lateReason: null,
    children: referral.children.map((personId) => ({ personId, seenOn: null, seenAloneOn: null, factors: [] })), sections: [], decisions: [], by: worker.id, at,
  }) - 1
  happened(book, 'assessment.started', worker.id, at, referral.children, { subject: { kind: 'assessment', id } })
  return { referral: given.referral, adults: given.adults, working, worker, assessment, assessmentWork, factors: given.factors }
}

export type Written = Readonly<Record<string, Readonly<Record<string, Answer>>>>
/** Answers, section by section. */
export function writeSections(book: Book, at: Instant, assessment: number, sections: Written): void {
  const open = book.assessments[assessment]
  if (open) book.assessments[assessment] = { ...open, sections: [...open.sections, ...Object.entries(sections).map(([section, answers]) => ({ id: book.chance.id(at), section, answers, savedAt: at }))] }
}

export type Ending = Readonly<{ at: Instant; outcome: AssessmentOutcome; seen: (personId: string) => Readonly<{ seenOn: PlainDate | null; seenAloneOn: PlainDate | null }>; lateReason?: string }>
/** Sent to the manager, who has it to agree. @returns the place of the sign-off */
export function send(book: Book, open: Case, ending: Ending): number {
  const assessment = book.assessments[open.assessment]
  const on = dayOf(ending.at)
  if (!assessment) return -1
  finishWork(book, open.assessmentWork, on, 'finished')
  book.assessments[open.assessment] = {
    ...assessment, state: 'sent', sentAt: ending.at, outcome: ending.outcome, lateReason: ending.lateReason ?? null,
    children: assessment.children.map((child) => ({ ...child, ...ending.seen(child.personId), factors: open.factors })),
  }
  const children = assessment.children.map((child) => child.personId)
  happened(book, 'assessment.sent', open.worker.id, ending.at, children, { subject: { kind: 'assessment', id: assessment.id } })
  const ownWords = assessment.sections.find((section) => section.section === 'ownWords')?.answers['inOwnWords']?.each ?? {}
  for (const [personId, words] of Object.entries(ownWords)) {
    if (typeof words !== 'string') continue
    const on = ending.seen(personId).seenOn ?? dayOf(ending.at)
    book.voices.push({ id: book.chance.id(ending.at), personId, words, on, saidTo: open.worker.name, how: 'said', place: null, by: open.worker.id, at: ending.at, from: { kind: 'assessment', id: assessment.id } })
    happened(book, 'assessment.voice', open.worker.id, ending.at, [personId], { on, significant: true, subject: { kind: 'assessment', id: assessment.id } })
  }
  const place = openWork(book, { kind: 'assessmentSignOff', subject: { kind: 'assessment', id: assessment.id }, people: children, by: open.worker.id, at: ending.at, pathway: true, parentId: assessment.itemId, teamId: open.working.team.id, workerId: open.working.head.id, askedBy: open.worker.id, decidesOnly: true, dueOn: book.work[open.assessmentWork]?.dueOn ?? null })
  // The 45 days run until a manager has agreed: the clock goes with the assessment.
  const [sent, signOff] = [book.work[open.assessmentWork], book.work[place]]
  if (sent && signOff) {
    book.work[place] = { ...signOff, clocks: sent.clocks.filter((clock) => clock.duty === 'assessment.completed').map((clock) => ({ ...clock, metOn: null })) }
    book.work[open.assessmentWork] = { ...sent, clocks: sent.clocks.filter((clock) => clock.duty !== 'assessment.completed') }
    const changed = book.assessments[open.assessment]
    if (changed) book.assessments[open.assessment] = { ...changed, signOffId: signOff.id }
  }
  return place
}
export function agree(book: Book, open: Case, signOff: number, at: Instant): void {
  const assessment = book.assessments[open.assessment]
  if (!assessment) return
  const outcome = assessment.outcome ?? 'noFurtherAction'
  const children = assessment.children.map((child) => child.personId)
  finishWork(book, signOff, dayOf(at), outcome)
  book.assessments[open.assessment] = { ...assessment, state: 'authorised', authorised: { by: open.working.head.id, at }, decisions: [...assessment.decisions, { id: book.chance.id(at), decision: 'agree', comment: null, by: open.working.head.id, at }] }
  happened(book, 'assessment.authorised', open.working.head.id, at, children, { subject: { kind: 'assessment', id: assessment.id }, significant: true })
  const reason = outcome === 'noFurtherAction' ? 'assessedNoFurtherAction' : outcome === 'stepDown' ? 'assessedEarlyHelp' : undefined
  const referral = book.referrals[open.referral]
  if (reason && referral) {
    book.referrals[open.referral] = { ...referral, closedOn: dayOf(at), closedAt: at, closeReason: reason }
    happened(book, 'assessment.closed', open.working.head.id, at, children, { subject: { kind: 'assessment', id: assessment.id } })
  }
  const due = (kind: string, days: number) => {
    const duties = dutiesOf(kind, dayOf(at), book.today)
    return duties.length > 0 ? { duties: duties.slice(0, 1) } : kind === 'letter' ? { dueOn: addWorkingDays(dayOf(at), days) } : {}
  }
  const next = (kind: string, outcomeCode: string, days: number) => {
    const place = openWork(book, { kind, subject: { kind: 'assessment', id: assessment.id }, people: children, by: open.working.head.id, at, pathway: true, parentId: assessment.itemId, teamId: open.working.team.id, workerId: open.worker.id, askedBy: open.working.head.id, decidesOnly: true, ...due(kind, days) })
    const done = addWorkingDays(dayOf(at), Math.max(1, days - book.chance.whole(0, 3)))
    if (done < book.today) finishWork(book, place, done, outcomeCode)
  }
  if (outcome !== 'strategyDiscussion') next('letter', 'sent', 5)
  if (outcome === 'stepDown') next('stepDown', 'handedOver', 10)
  if (outcome === 'childInNeedPlan') next('planChildInNeed', 'planned', 10)
  if (outcome === 'strategyDiscussion') next('strategyDiscussion', 'section47Enquiry', 1)
}

/** The manager asks for something more: the worker has it again. */
export function giveBack(book: Book, open: Case, signOff: number, on: PlainDate, reason: string): void {
  const assessment = book.assessments[open.assessment]
  const work = book.work[open.assessmentWork]
  if (!assessment || !work) return
  finishWork(book, signOff, on, 'returned')
  const at = moment(`${on}T10:20:00.000Z`)
  const decided = book.work[signOff]
  book.assessments[open.assessment] = { ...assessment, state: 'returned', decisions: [...assessment.decisions, { id: book.chance.id(at), decision: 'return', comment: reason, by: open.working.head.id, at }] }
  book.work[open.assessmentWork] = { ...work, state: 'returned', finishedOn: null, outcome: null, section: null, reason, clocks: [...work.clocks, ...(decided?.clocks ?? []).map((clock) => ({ ...clock, metOn: null }))] }
  if (decided) book.work[signOff] = { ...decided, clocks: [] }
  happened(book, 'assessment.returned', open.working.head.id, at, assessment.children.map((child) => child.personId), { subject: { kind: 'assessment', id: assessment.id } })
}

/** The family is no longer worked with. */
export function endCase(book: Book, open: Case, at: Instant, reason: string): void {
  const on = dayOf(at)
  const referral = book.referrals[open.referral]
  if (!referral) return
  if (!referral.closedOn) {
    book.referrals[open.referral] = { ...referral, closedOn: on, closedAt: at, closeReason: reason }
    happened(book, 'case.closed', open.working.head.id, at, referral.children, { subject: { kind: 'referral', id: referral.id }, significant: true })
  }
  book.involvements = book.involvements.map((known) => (known.domain === 'children' && known.to === null ? { ...known, to: known.from > on ? known.from : on } : known))
  book.work.forEach((item, place) => { if (item.state !== 'done' && item.state !== 'cancelled' && item.openedOn <= on) finishWork(book, place, on, 'done') })
}

export function toEarlyHelp(book: Book, children: readonly string[], adults: readonly string[], agency: Team | undefined, from: Instant, until: PlainDate | null): void {
  const { earlyHelp } = book.offices
  const worker = book.chance.pick(earlyHelp.workers)
  const by = earlyHelp.head.id
  for (const personId of [...children, ...adults]) involve(book, { personId, teamId: earlyHelp.team.id, workerId: worker.id, domain: 'earlyHelp', role: 'allocated', from: dayOf(from), to: until, by, at: from })
  if (agency) for (const personId of children) book.shares.push({ personId, agencyId: agency.id, since: from, until: until ? moment(`${until}T17:00:00.000Z`) : null, purpose: 'Early help for the family, agreed with the parents' })
  happened(book, 'earlyHelp.started', by, from, children, { domain: 'earlyHelp', significant: true })
  if (until && until <= book.today) happened(book, 'earlyHelp.ended', by, moment(`${until}T15:00:00.000Z`), children, { domain: 'earlyHelp' })
}

type NewNote = Omit<Note, 'id' | 'people' | 'passages' | 'domain' | 'on'> & Readonly<{ people: readonly string[]; on?: PlainDate; visit?: Readonly<{ seen: readonly string[]; alone: readonly string[]; bedroom: readonly string[] }>; passages?: readonly Readonly<{ about: readonly string[]; words: string }>[] }>
export function write(book: Book, { people, visit, passages = [], on, ...note }: NewNote): string {
  const id = book.chance.id(note.at)
  book.notes.push({
    ...note, id, domain: 'children', on: on ?? dayOf(note.at),
    people: people.map((personId) => ({ personId, seen: visit ? visit.seen.includes(personId) : null, seenAlone: visit ? visit.alone.includes(personId) : null, bedroomSeen: visit ? visit.bedroom.includes(personId) : null })),
    passages: passages.map((passage) => ({ ...passage, id: book.chance.id(note.at) })),
  })
  happened(book, note.kind === 'visit' ? 'visit.written' : 'note.written', note.by, note.at, people, { on: on ?? dayOf(note.at), subject: { kind: 'note', id } })
  return id
}
export function hear(book: Book, voice: Omit<Voice, 'id' | 'on' | 'from'> & Readonly<{ on?: PlainDate }>): void {
  const id = book.chance.id(voice.at)
  book.voices.push({ ...voice, from: null, id, on: voice.on ?? dayOf(voice.at) })
  happened(book, 'voice.heard', voice.by, voice.at, [voice.personId], { on: voice.on ?? dayOf(voice.at), subject: { kind: 'voice', id }, significant: true })
}
export function warn(book: Book, warning: Pick<Warning, 'personId' | 'kind' | 'words' | 'by' | 'at'> & Readonly<{ to?: PlainDate }>): void {
  const from = dayOf(warning.at)
  const id = book.chance.id(warning.at)
  book.warnings.push({ ...warning, id, from, to: warning.to ?? null, reviewOn: addDays(from, 364), today: book.today })
  happened(book, 'warning.added', warning.by, warning.at, [warning.personId], { domain: 'shared', significant: true })
}
