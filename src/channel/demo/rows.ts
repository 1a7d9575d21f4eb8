import { addDays, moment, type Instant } from '../../kernel/dates.ts'
import { frontDoor } from '../../../content/pathways/frontDoor.ts'
import { childAndFamilyAssessment } from '../../../content/forms/childAndFamilyAssessment.ts'
import { storedKeys } from '../../record/people/matching/keys.ts'
import { fold } from '../../record/people/matching/names.ts'
import type { Chance } from './chance.ts'
import { cardOf, huesOf } from './cards.ts'
import { frozenWords } from './frozenWords.ts'
import { protectionTables } from './story.ts'
import type { Answer, Assessment, FamilyStory, LegalStatus, Person, Stay, Warning, WorkItem } from './story.ts'

/** A row of a table, column by column. */
export type Row = Readonly<Record<string, unknown>>
/** Rows by table, in an order in which every row finds what it points to. */
export type Rows = ReadonlyMap<string, readonly Row[]>

/** Every table that a family is written into, in that order. */
export const familyTables = [
  'access.subject', 'people.person', 'people.card', 'people.name', 'people.address', 'people.identifier', 'people.fact', 'people.relationship', 'people.warning', 'people.legal_status', 'care.household', 'care.household_step', 'care.period', 'care.placement', 'care.fact', 'access.person_part', 'access.listed', 'access.involvement', 'access.share', 'people.search_entry', 'people.search_line',
  'chronology.event', 'chronology.event_person', 'chronology.story', 'chronology.story_person', 'contacts.contact', 'contacts.contact_person', 'contacts.decision', 'contacts.decision_person', 'contacts.referral', 'contacts.referral_person', 'work.item', 'work.item_person', 'work.allocation', 'work.clock',
  'answers.form', 'answers.form_person', 'answers.section', 'assessments.assessment', 'assessments.assessment_person', 'assessments.factor', 'assessments.decision', 'notes.note', 'notes.note_person', 'notes.passage', 'people.voice',
  ...protectionTables,
] as const
export type FamilyTable = (typeof familyTables)[number]

type Put = (table: FamilyTable, row: Row) => void

/** A family as rows, in the shape that the product's commands leave. `chance` gives the ids that nobody names. */
export function rowsOf(family: FamilyStory, chance: Chance): Rows {
  const rows = new Map<string, Row[]>(familyTables.map((table) => [table, []]))
  const put: Put = (table, row) => void rows.get(table)?.push(row)
  const hues = huesOf(family)
  const unborn = new Set(family.people.filter((person) => person.unborn).map((person) => person.id))
  for (const person of family.people) putPerson(put, chance, family, person, hues.get(person.id) ?? null)
  for (const stay of family.stays) putStay(put, chance, stay)
  for (const one of family.relationships) {
    put('people.relationship', { id: chance.id(one.at), person_id: one.personId, other_id: one.otherId, domain: 'shared', kind: one.kind, parental_responsibility: one.responsibility, note: one.note, valid_from: one.from, valid_to: one.to, recorded_at: one.at, recorded_by: one.by })
  }
  const looks = family.warnings.flatMap((one) => looksAt(one, family.involvements.some((held) => held.personId === one.personId && held.to === null)))
  for (const one of family.warnings) putWarning(put, one, looks.find((look) => look.first === one.id)?.at ?? null)
  for (const one of family.legal) putLegal(put, chance, one)
  putCare(put, family)
  for (const one of family.voices) {
    put('people.voice', { id: one.id, person_id: one.personId, domain: 'children', words: one.words, said_on: one.on, said_to: one.saidTo, how: one.how, place: one.place, source_kind: one.from?.kind ?? null, source_id: one.from?.id ?? null, recorded_at: one.at, recorded_by: one.by })
  }
  for (const one of family.involvements) {
    put('access.involvement', { id: chance.id(one.at), person_id: one.personId, team_id: one.teamId, worker_id: one.workerId, domain: one.domain, role: one.role, from_on: one.from, to_on: one.to, recorded_at: one.at, recorded_by: one.by, because_of: one.becauseOf ?? null })
  }
  for (const one of family.shares) {
    put('access.share', { id: chance.id(one.since), person_id: one.personId, agency_id: one.agencyId, since: one.since, until: one.until, purpose: one.purpose, lawful_basis: 'Consent of the parents' })
  }
  putContacts(put, family)
  for (const item of family.work) putWork(put, chance, item)
  for (const assessment of family.assessments) putAssessment(put, assessment, unborn)
  for (const { table, row } of family.protection) put(table, row)
  putNotes(put, family)
  putChronology(put, chance, family)
  looks.forEach((look, place) => {
    const event = chance.id(look.at)
    putWarning(put, { ...look, id: chance.id(look.at) }, looks[place + 1]?.first === look.first ? looks[place + 1]?.at ?? null : null, look.first)
    put('chronology.event', { id: event, kind: 'warning.reviewed', happened_on: look.at.slice(0, 10), happened_at: null, recorded_at: look.at, domain: 'shared', actor_id: look.by, significant: false, subject_kind: null, subject_id: null })
    put('chronology.event_person', { event_id: event, person_id: look.personId, domain: 'shared', happened_on: look.at.slice(0, 10) })
  })
  return rows
}

function putPerson(put: Put, chance: Chance, family: FamilyStory, person: Person, hue: number | null): void {
  const recorded = { recorded_at: person.at, recorded_by: person.by }
  put('access.subject', { id: person.id, marking: person.marking, created_by: person.by, created_at: person.at })
  put('people.person', { id: person.id, domain: 'shared', kind: person.unborn ? 'unborn' : 'person', version: 1, source: null, ...recorded })
  put('people.card', { ...cardOf(person), hue })
  for (const name of person.names) put('people.name', { id: chance.id(person.at), person_id: person.id, domain: 'shared', kind: name.kind, given: name.given, family: name.family, valid_from: name.from, valid_to: name.to, ...recorded })
  for (const fact of person.facts) put('people.fact', { id: chance.id(person.at), person_id: person.id, domain: 'shared', kind: fact.kind, value: fact.value, about: fact.about ?? null, valid_from: fact.from, valid_to: null, ...recorded })
  for (const one of person.identifiers) put('people.identifier', { id: chance.id(person.at), person_id: person.id, domain: 'shared', kind: one.kind, value: one.value, ...recorded, recorded_at: one.at ?? person.at })
  for (const actor of person.listed) put('access.listed', { person_id: person.id, actor_id: actor, since: person.at, until: null, given_by: person.by })
  if (person.mergedInto) put('access.person_part', { part_id: person.id, survivor_id: person.mergedInto.survivorId, into_id: person.mergedInto.survivorId, merged_at: person.mergedInto.at, merged_by: person.mergedInto.by, reason: person.mergedInto.reason })
  putSearch(put, family, person)
}

/** What the search files of somebody, as record/people/search does when a command changed their facts. */
function putSearch(put: Put, family: FamilyStory, person: Person): void {
  const names = [...person.names].reverse().map((name) => ({ given: name.given, family: name.family, kind: name.kind === 'former' || name.kind === 'birth' ? 'former' as const : name.kind === 'legal' ? 'current' as const : 'knownAs' as const }))
  const addresses = family.stays.filter((stay) => stay.people.includes(person.id) && !stay.hidden).map((stay) => ({ lines: stay.lines.join(' '), postcode: stay.postcode ?? '', former: stay.to !== null }))
  const number = (kind: 'nhs' | 'upn') => person.identifiers.find((one) => one.kind === kind)?.value ?? null
  const keys = storedKeys({ names, bornOn: person.bornOn, addresses, nhsNumber: number('nhs'), upn: number('upn'), formerUpns: [] })
  put('people.search_entry', { person_id: person.id, keys, names })
  const lines = names.flatMap((name) => [fold(`${name.given} ${name.family}`), fold(`${name.family} ${name.given}`)]).filter((line) => line !== '')
  for (const line of new Set(lines)) put('people.search_line', { person_id: person.id, line })
}

/** Each of those who lived there has a row; a stay that ended is kept as it was known, with an ended row in its place. */
function putStay(put: Put, chance: Chance, stay: Stay): void {
  for (const personId of stay.people) {
    const same = { person_id: personId, domain: 'shared', kind: stay.kind, household_id: stay.householdId, lines: stay.lines, postcode: stay.postcode === '' ? null : stay.postcode, hidden: stay.hidden, valid_from: stay.from }
    put('people.address', { ...same, id: chance.id(stay.at), valid_to: null, recorded_at: stay.at, superseded_at: stay.endedAt, recorded_by: stay.by })
    if (stay.endedAt) put('people.address', { ...same, id: chance.id(stay.endedAt), valid_to: stay.to, recorded_at: stay.endedAt, superseded_at: null, recorded_by: stay.by })
  }
}

/** An order that has ended is kept as it was known, with an ended row in its place. */
function putLegal(put: Put, chance: Chance, one: LegalStatus): void {
  for (const personId of one.people) {
    const same = { order_id: one.orderId, person_id: personId, domain: 'children', kind: one.kind, code: one.code, court: one.court, case_number: one.caseNumber, details: one.details, expires_on: one.expiresOn, valid_from: one.from, recorded_by: one.by }
    put('people.legal_status', { ...same, id: chance.id(one.at), valid_to: one.endedAt ? null : one.to, recorded_at: one.at, superseded_at: one.endedAt })
    if (one.endedAt) put('people.legal_status', { ...same, id: chance.id(one.endedAt), valid_to: one.to, recorded_at: one.endedAt, superseded_at: null })
  }
}

/** Times in care and placements that ended are kept as they were known, with an ended row in their place. */
function putCare(put: Put, { care, carers }: FamilyStory): void {
  for (const one of carers) {
    put('care.household', { id: one.id, name: one.name, kind: one.kind, agency: one.agency, area: one.area, recorded_at: one.at, recorded_by: one.by })
    for (const step of one.steps) put('care.household_step', { id: step.id, household_id: one.id, step: step.step, on_day: step.on, words: step.words, places: step.terms?.[0] ?? null, age_from: step.terms?.[1] ?? null, age_to: step.terms?.[2] ?? null, sexes: step.terms ? 'any' : null, recorded_at: step.at, recorded_by: step.by })
  }
  for (const one of care.periods) {
    const same = { period_id: one.periodId, person_id: one.personId, domain: 'children', admission_id: one.admissionId, began_on: one.from, began_at: one.beganAt, planned: one.planned, need: one.need, why: one.why, apart_why: one.apartWhy, home_postcode: one.homePostcode, recorded_by: one.by }
    put('care.period', { ...same, id: one.id, ended_on: null, end_reason: null, end_words: null, recorded_at: one.at, superseded_at: one.endedAt })
    if (one.endedAt) put('care.period', { ...same, id: one.endedId, ended_on: one.to, end_reason: one.endReason, end_words: one.endWords, recorded_at: one.endedAt, superseded_at: null })
  }
  for (const one of care.placements) {
    const same = { placement_id: one.placementId, person_id: one.personId, domain: 'children', kind: one.kind, provider: one.provider, place_name: one.placeName, household_id: one.householdId, urn: one.urn, postcode: one.postcode, address_hidden: one.hidden, valid_from: one.from, recorded_by: one.by }
    put('care.placement', { ...same, id: one.id, change_reason: null, valid_to: null, recorded_at: one.at, superseded_at: one.endedAt })
    if (one.endedAt) put('care.placement', { ...same, id: one.endedId, change_reason: one.changeReason, valid_to: one.to, recorded_at: one.endedAt, superseded_at: null })
  }
  for (const one of care.facts) put('care.fact', { id: one.id, fact_id: one.factId, person_id: one.personId, domain: 'children', kind: one.kind, held_on: one.on, held_to: one.to, answers: one.answers, words: one.words, recorded_at: one.at, recorded_by: one.by })
}

function putContacts(put: Put, family: FamilyStory): void {
  for (const one of family.contacts) {
    put('contacts.contact', {
      id: one.id, domain: 'children', received_at: one.at, received_on: one.on, from_kind: one.fromKind, source_code: one.source, from_name: one.fromName, from_role: one.fromRole, from_agency: one.fromAgency, from_phone: one.fromPhone, words: one.words,
      in_danger_now: one.inDanger, family_knows: one.familyKnows, hopes_for: one.hopesFor, already_doing: one.alreadyDoing, state: one.state, version: one.state === 'open' ? 1 : 2, recorded_at: one.at, recorded_by: one.by,
    })
    for (const [role, people] of [['child', one.children], ['adult', one.adults]] as const) for (const personId of people) put('contacts.contact_person', { contact_id: one.id, person_id: personId, domain: 'children', role, named_by_referrer: true })
  }
  for (const one of family.decisions) {
    put('contacts.decision', { id: one.id, contact_id: one.contactId, domain: 'children', decided_by: one.by, decided_at: one.at, reason: one.reason, referral_id: one.referralId, recorded_at: one.at })
    for (const each of one.outcomes) put('contacts.decision_person', { decision_id: one.id, person_id: each.personId, domain: 'children', outcome: each.outcome, reason: each.reason })
  }
  for (const one of family.referrals) {
    put('contacts.referral', { id: one.id, contact_id: one.contactId, domain: 'children', received_on: one.on, source_code: one.source, no_further_action: one.noFurtherAction, closed_on: one.closedOn, close_reason: one.closeReason, version: one.closedOn ? 2 : 1, recorded_at: one.at, recorded_by: one.by })
    for (const personId of one.children) put('contacts.referral_person', { referral_id: one.id, person_id: personId, domain: 'children', closed_on: one.closedOn, closed_at: one.closedAt ?? null, close_reason: one.closeReason, primary_need: one.need ?? null })
  }
}

function putWork(put: Put, chance: Chance, item: WorkItem): void {
  const recorded = { recorded_at: item.at, recorded_by: item.by }
  put('work.item', {
    id: item.id, kind: item.kind, domain: item.domain, pathway: item.pathway ? frontDoor.id : null, pathway_version: item.pathway ? frontDoor.version : null, state: item.state, subject_kind: item.subject.kind, subject_id: item.subject.id, parent_id: item.parentId, section: item.section,
    team_id: item.teamId, worker_id: item.workerId, asked_by: item.askedBy, words: item.words, opened_on: item.openedOn, due_on: item.dueOn, due_at: item.dueAt, duty: item.duty, reason: item.reason, finished_on: item.finishedOn, outcome: item.outcome, version: item.finishedOn ? 2 : 1, shown: item.people.length > 0, ...recorded,
  })
  // What the triggers of open work would have written on its links.
  const open = ['open', 'waiting', 'returned'].includes(item.state)
  for (const personId of item.people) put('work.item_person', { item_id: item.id, person_id: personId, domain: item.domain, team_id: open ? item.teamId : null, worker_id: open ? item.workerId : null, own: open ? true : null })
  if ((item.teamId || item.workerId) && !item.decidesOnly) put('work.allocation', { id: chance.id(item.at), item_id: item.id, team_id: item.teamId, worker_id: item.workerId, from_on: item.openedOn, ...recorded })
  for (const clock of item.clocks) {
    const state = clock.metOn === null ? 'running' : clock.dueOn !== null && clock.metOn > clock.dueOn ? 'metLate' : 'met'
    put('work.clock', { id: clock.id, item_id: item.id, subject_kind: clock.subject.kind, subject_id: clock.subject.id, duty: clock.duty, started_on: clock.startedOn, started_at: clock.startedAt, due_on: clock.dueOn, due_at: clock.dueAt, met_on: clock.metOn, state, recorded_at: clock.at, recorded_by: clock.by })
  }
}

/** The rows of one section: what is about all, and what is about one child only. */
export function placesOf(answers: Readonly<Record<string, Answer>>): ReadonlyMap<string, Record<string, unknown>> {
  const places = new Map<string, Record<string, unknown>>()
  const place = (child: string) => {
    const known = places.get(child) ?? {}
    places.set(child, known)
    return known
  }
  for (const [question, answer] of Object.entries(answers)) {
    if (answer.all !== undefined) place('')[question] = answer.all
    for (const [child, own] of Object.entries(answer.each ?? {})) place(child)[question] = own
  }
  return places
}

function putAssessment(put: Put, one: Assessment, unborn: ReadonlySet<string>): void {
  const finished = one.authorised?.at ?? null
  const people = one.children.map((child) => child.personId)
  const kept = one.sentAt ? frozenWords(one, unborn) : undefined
  put('answers.form', {
    id: one.formId, form: childAndFamilyAssessment.id, form_version: childAndFamilyAssessment.version, domain: 'children', state: finished ? 'finished' : one.state === 'open' ? 'draft' : one.state, item_id: one.itemId, previous_id: one.previousFormId, as_asked: kept?.shared ?? null,
    started_by: one.by, started_at: one.at, finished_at: finished, left_sections: one.sections.map((section) => section.section), version: finished ? 3 : one.sentAt ? 2 : 1,
  })
  for (const personId of people) put('answers.form_person', { form_id: one.formId, person_id: personId, domain: 'children' })
  for (const section of one.sections) {
    let place = 0
    for (const [child, answers] of placesOf(section.answers)) {
      const id = place === 0 ? section.id : `${section.id.slice(0, -2)}${(Number.parseInt(section.id.slice(-2), 16) ^ (place + 16)).toString(16).padStart(2, '0')}`
      put('answers.section', { id, form_id: one.formId, section: section.section, domain: 'children', about: child === '' ? [] : [child], answers, proposals: {}, as_asked: kept?.own.get(`${section.section}/${child}`) ?? null, state: 'started', version: 1, saved_by: one.by, saved_at: section.savedAt })
      place += 1
    }
  }
  put('assessments.assessment', {
    id: one.id, referral_id: one.referralId, form_id: one.formId, item_id: one.itemId, sign_off_id: one.signOffId, domain: 'children', started_on: one.startedOn, completed_on: dayIn(one.sentAt), sent_at: one.sentAt, sent_by: one.sentAt ? one.by : null, authorised_on: dayIn(finished),
    authorised_at: finished, authorised_by: one.authorised?.by ?? null, outcome: one.outcome, late_reason: one.lateReason, state: one.state, version: one.authorised ? 3 : one.sentAt ? 2 : 1, recorded_at: one.at, recorded_by: one.by,
  })
  for (const child of one.children) {
    put('assessments.assessment_person', { assessment_id: one.id, person_id: child.personId, domain: 'children', seen_on: child.seenOn, seen_alone_on: child.seenAloneOn, outcome: one.outcome })
    for (const factor of child.factors) put('assessments.factor', { assessment_id: one.id, person_id: child.personId, domain: 'children', factor, recorded_at: one.sentAt ?? one.at })
  }
  for (const decision of one.decisions) put('assessments.decision', { id: decision.id, assessment_id: one.id, decision: decision.decision, comment: decision.comment, decided_by: decision.by, decided_at: decision.at })
}
const dayIn = (at: Instant | null): string | null => at?.slice(0, 10) ?? null

function putNotes(put: Put, family: FamilyStory): void {
  for (const one of family.notes) {
    put('notes.note', { id: one.id, domain: one.domain, kind: one.kind, title: one.title, words: one.words, happened_on: one.on, happened_at: null, place: one.place, state: 'signed', author_id: one.by, version: 1, recorded_at: one.at })
    for (const person of one.people) put('notes.note_person', { note_id: one.id, person_id: person.personId, domain: one.domain, seen: person.seen, seen_alone: person.seenAlone, bedroom_seen: person.bedroomSeen })
    one.passages.forEach((passage, place) => put('notes.passage', { id: passage.id, note_id: one.id, domain: one.domain, about: passage.about, words: passage.words, place_in_note: place }))
  }
}

type Look = Warning & Readonly<{ first: string }>
/** Each time its day came while somebody worked with them, a week before it. */
function looksAt(one: Warning, held: boolean): Look[] {
  const found: Look[] = []
  for (let day = one.reviewOn; held && one.to === null && day < one.today; day = addDays(day, 357)) found.push({ ...one, first: one.id, at: moment(`${addDays(day, -7)}T10:30:00.000Z`), reviewOn: addDays(day, 357) })
  return found
}
function putWarning(put: Put, one: Warning, supersededAt: Instant | null, first?: string): void {
  put('people.warning', { id: one.id, person_id: one.personId, domain: 'shared', kind: one.kind, words: one.words, review_on: one.reviewOn, valid_from: one.from, valid_to: one.to, recorded_at: one.at, recorded_by: one.by, superseded_at: supersededAt, first_id: first ?? null, looked_why: first ? 'Asked the family and the school: nothing has changed.' : null })
}

function putChronology(put: Put, chance: Chance, family: FamilyStory): void {
  for (const one of family.events) {
    const id = chance.id(one.at)
    put('chronology.event', { id, kind: one.kind, happened_on: one.on, happened_at: timed.has(one.kind) ? one.at : null, recorded_at: one.at, domain: one.domain, actor_id: one.by, significant: one.significant, subject_kind: one.subject?.kind ?? null, subject_id: one.subject?.id ?? null })
    for (const personId of one.people) put('chronology.event_person', { event_id: id, person_id: personId, domain: one.domain, happened_on: one.on })
  }
  const story = family.storySoFar
  if (!story) return
  put('chronology.story', { id: story.id, domain: 'children', words: story.words, version: 1, recorded_at: story.at, superseded_at: null, recorded_by: story.by })
  for (const personId of story.people) put('chronology.story_person', { story_id: story.id, person_id: personId, domain: 'children' })
}
/** Happenings of which commands tell the moment, not only the day. */
const timed: ReadonlySet<string> = new Set(['contact.received', 'contact.decided', 'referral.opened', 'referral.allocated', 'person.merged'])

