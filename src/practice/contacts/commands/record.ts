import { conflict, notFound, type Problem } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { momentOf, plain, type Instant, type PlainDate } from '../../../kernel/dates.ts'
import { frontDoor } from '../../../../content/pathways/frontDoor.ts'
import { stepOf } from '../../../engine/pathways/follow.ts'
import { command, type Done } from '../../../record/access/act.ts'
import type { Asking, Happening } from '../../../record/access/model.ts'
import { probesFor } from '../../../record/people/matching/keys.ts'
import type { NewPerson } from '../../../record/people/model.ts'
import { idsOf, readPeople } from '../../../record/people/queries.ts'
import { homeShared, problemsOfPerson, recordRelationships, registerPeople } from '../../../record/people/register.ts'
import { openWorkAbout, workOfSubject } from '../../../record/work/queries.ts'
import { addToWork, openWork, startClock } from '../../../record/work/register.ts'
import { AddToContact, RecordContact } from '../model/recorded.ts'
import { dutiesFrom } from './clocks.ts'
import * as store from '../store/contacts.ts'
import { dropDraft } from '../store/drafts.ts'
import { teams } from '../store/known.ts'
import { may } from '../../../record/access/permissions.ts'
import { mayDecide } from '../rules/deciding.ts'
import { fromWhom } from '../inWords.ts'

const fromKindOf = (source: string): 'agency' | 'person' | 'anonymous' => source === 'anonymous' ? 'anonymous' : ['familyMember', 'acquaintance', 'self', 'stranger', 'unknown'].includes(source) ? 'person' : 'agency'

/** When it reached us: now, or the day and time that were given; a day alone counts from its beginning. */
function receivedOf(asking: Asking, input: RecordContact): Readonly<{ at: Instant; on: PlainDate }> {
  if (!input.receivedOn) return { at: asking.now, on: asking.today }
  const on = plain(input.receivedOn)
  if (!input.receivedTime && on === asking.today) return { at: asking.now, on }
  return { at: momentOf(on, input.receivedTime ?? '00:00'), on }
}

/** Whoever may record a contact and may not write in records: business support. */
const passesOn = (asking: Asking): boolean => !may(asking.actor, 'record.write')

type Family = Pick<RecordContact, 'people' | 'relationships' | 'about' | 'home'>
const newIds = (input: Family) => new Set(input.people.map((person) => person.id))
const knownIds = (input: Family) => input.about.map((one) => one.personId).filter((id) => !newIds(input).has(id))

/** New people with the address they share, and those relationships that do not stand yet. */
async function registerFamily(asking: Asking, input: Family & Readonly<{ id: string }>, writable: readonly string[]): Promise<void> {
  const shared = input.home?.of ? await homeShared(asking, input.home.of) : input.home?.address
  const householdId = shared?.householdId ?? input.id
  const living = new Set(input.home?.people ?? [])
  const people = input.people.map((person): NewPerson => (shared && living.has(person.id) ? { ...person, address: { ...shared, householdId, from: asking.today } } : person))
  // Who sees name cards only is with new people while they write them down, and no longer.
  await registerPeople(asking, people, { domain: 'children', ...(passesOn(asking) ? { teamId: await frontDoorTeam(asking), workerId: asking.actor.id } : {}) })
  const standing = new Set((await readPeople(asking, writable)).relationships.map((r) => `${r.personId} ${r.otherId} ${r.kind}`))
  await recordRelationships(asking, input.relationships.filter((r) => !standing.has(`${r.personId} ${r.otherId} ${r.kind}`)))
}

/** Puts people on a contact: new ones recorded, known ones named, those whom the recorder may not read through the gate. */
async function nameFamily(asking: Asking, input: Family & Readonly<{ id: string }>): Promise<Readonly<{ seen: Family['about']; writable: readonly string[] }>> {
  const known = knownIds(input)
  const refused = new Set(await store.notWritable(asking.db, known))
  const writable = known.filter((id) => !refused.has(id))
  await registerFamily(asking, { ...input, relationships: input.relationships.filter((r) => !refused.has(r.personId) || !refused.has(r.otherId)) }, writable)
  const seen = input.about.filter((one) => !refused.has(one.personId))
  await store.linkPeople(asking.db, input.id, seen)
  for (const one of input.about) if (refused.has(one.personId)) await store.nameThroughGate(asking.db, input.id, one.personId, one.role, asking.today)
  await tellListed(asking, input)
  return { seen, writable }
}

function problemsOfFamily(asking: Asking, input: Family, already: readonly string[] = []): Problem[] {
  const about = new Set([...input.about.map((one) => one.personId), ...already])
  const stranger = input.people.some((person) => !about.has(person.id)) || input.relationships.some((r) => !about.has(r.personId) || !about.has(r.otherId)) || input.home?.people.some((id) => !about.has(id))
  const problems = input.people.flatMap((person, i) => problemsOfPerson(person, asking.today, `people.${i}`))
  return stranger ? [...problems, { question: 'about', problem: 'Everybody who is named must be one of the people of the contact.' }] : problems
}

/** Those on the list of a sealed record that may be meant are told; this writer learns nothing of it (access policy, rule 5). */
async function tellListed(asking: Asking, input: Family & Readonly<{ id: string }>): Promise<void> {
  for (const person of input.people) {
    const probes = probesFor({ names: [{ given: person.given ?? '', family: person.family ?? '', kind: 'current' }], bornOn: person.bornAbout === 'day' ? (person.bornOn ?? null) : null, addresses: [], nhsNumber: null, upn: null })
    if (person.given && person.family) await store.tellListed(asking.db, input.id, probes.named, probes.days, asking.today)
  }
}

async function frontDoorTeam(asking: Asking): Promise<string | undefined> {
  const all = await teams(asking.db)
  const doors = all.filter((team) => team.kind === 'frontDoor')
  return (doors.find((team) => asking.actor.teams.includes(team.id)) ?? doors[0] ?? all.find((team) => asking.actor.teams.includes(team.id)))?.id
}

type Received = Readonly<{ at: Instant; on: PlainDate }>
const wordsFrom = (input: RecordContact): string => fromWhom({ fromKind: fromKindOf(input.source), fromAgency: input.agency ?? null, fromName: null, source: input.source })
const decisionClocks = (asking: Asking, received: Received) => dutiesFrom(stepOf(frontDoor, 'contactDecision')?.duties ?? [], received.on, asking.today, received.at)

/** It goes on to the front door whole, through the gate: the decision is about all its children, also those whom the recorder may not read. */
async function passOn(asking: Asking, input: RecordContact, received: Received, unseen: readonly string[], letGo: readonly string[]): Promise<void> {
  const clocks = decisionClocks(asking, received)
  await store.passOn(asking.db, input.id, {
    id: newId(Date.parse(asking.now)), team: await frontDoorTeam(asking), words: wordsFrom(input), due: clocks[0]?.dueOn, duty: clocks[0]?.duty, pathway: frontDoor.id, version: frontDoor.version, today: asking.today,
  }, clocks, unseen, letGo)
}

/** The decision that is now to be made, with its two clocks: the guidance's one working day and the council's own measure. */
async function askDecision(asking: Asking, input: RecordContact, children: readonly string[], received: Readonly<{ at: Instant; on: PlainDate }>): Promise<void> {
  const clocks = decisionClocks(asking, received)
  const subject = { kind: 'contact', id: input.id }
  const itemId = await openWork(asking, {
    kind: 'contactDecision', domain: 'children', people: children, subject, teamId: await frontDoorTeam(asking), workerId: mayDecide(asking.actor) ? asking.actor.id : undefined, words: wordsFrom(input),
    openedOn: received.on, dueOn: clocks[0]?.dueOn, duty: clocks[0]?.duty, pathway: frontDoor.id, pathwayVersion: frontDoor.version,
  })
  for (const clock of clocks) await startClock(asking, { itemId, subject, ...clock })
}

/** Workers who work with these children already hear of it at once, whatever is decided. */
async function tellWorkers(asking: Asking, input: RecordContact, writable: readonly string[]): Promise<void> {
  const open = await openWorkAbout(asking, await idsOf(asking, writable))
  const workers = new Map<string, Set<string>>()
  for (const item of open) {
    if (!item.workerId || item.workerId === asking.actor.id || item.subjectId === input.id || item.kind === 'contactDecision') continue
    const about = workers.get(item.workerId) ?? new Set<string>()
    item.people.filter((person) => writable.includes(person.id)).forEach((person) => about.add(person.id))
    workers.set(item.workerId, about)
  }
  for (const [workerId, about] of workers) {
    await openWork(asking, { kind: 'newInformation', domain: 'children', people: [...about], subject: { kind: 'contact', id: input.id }, workerId, dueOn: asking.today })
  }
}

/**
 * A contact, once for the whole family: new people with their relationships and address, those known, what was told to us, and the decision asked for.
 * People whom the recorder may not read are named all the same, and the recorder sees no more of them than before.
 */
export const recordContact = command('contacts.record', RecordContact, {
  may: 'contact.record',
  people: () => [],
  run: async (asking, input): Promise<Done<{ contactId: string }>> => {
    const problems = problemsOfFamily(asking, input)
    const received = receivedOf(asking, input)
    if (received.at > asking.now) problems.push({ question: 'receivedOn', problem: 'This is still to come. Write when it reached us.' })
    const about = new Set(input.about.map((one) => one.personId))
    if (!input.about.some((one) => one.role === 'child')) problems.push({ question: 'about', problem: 'Name at least one child, born or not yet born.' })
    if (problems.length > 0) return { problems }
    await store.insertContact(asking.db, input, asking.actor.id, asking.now, received, fromKindOf(input.source))
    const { seen, writable } = await nameFamily(asking, input)
    const added = input.people.map((person) => person.id)
    const unseen = input.about.map((one) => one.personId).filter((id) => !seen.some((one) => one.personId === id))
    if (passesOn(asking)) await passOn(asking, input, received, [...about], added)
    else if (unseen.length > 0) await passOn(asking, input, received, unseen, [])
    else await askDecision(asking, input, seen.filter((one) => one.role === 'child').map((one) => one.personId), received)
    await tellWorkers(asking, input, passesOn(asking) ? [] : writable)
    if (input.draftId) await dropDraft(asking.db, input.draftId)
    if (passesOn(asking)) return { answer: { contactId: input.id }, alsoAbout: [...about] }
    const happened: Happening[] = [{ kind: 'contact.received', people: seen.map((one) => one.personId), on: received.on, at: received.at, subject: { kind: 'contact', id: input.id } }]
    return { answer: { contactId: input.id }, alsoAbout: [...about], happened: added.length > 0 ? [...happened, { kind: 'person.added', people: added, on: asking.today }] : happened }
  },
})

/** Somebody of whom we were told later, on a contact that is not decided yet. A decided one is opened again first. */
export const addToContact = command('contacts.addPeople', AddToContact, {
  may: 'record.write',
  people: async ({ contactId }, db) => (await store.peopleOn(db, contactId)).map((one) => one.personId),
  run: async (asking, { contactId, ...family }): Promise<Done<{ people: readonly string[] }>> => {
    const contact = await store.contactById(asking.db, contactId)
    if (!contact) throw notFound('We could not find that contact.')
    if (contact.state !== 'open') throw conflict('This contact is decided already. Open it again to add somebody, so that a decision is made about them too.')
    const input = { ...family, id: contactId }
    const problems = problemsOfFamily(asking, input, contact.people.map((one) => one.personId))
    if (problems.length > 0) return { problems }
    const { seen } = await nameFamily(asking, input)
    const work = (await workOfSubject(asking, contactId)).find((item) => item.kind === 'contactDecision')
    const children = seen.filter((one) => one.role === 'child').map((one) => one.personId)
    if (work) await addToWork(asking, work.id, children)
    const people = family.about.map((one) => one.personId)
    const subject = { kind: 'contact', id: contactId }
    return { answer: { people }, alsoAbout: people, happened: [{ kind: 'contact.received', people: seen.map((one) => one.personId), on: contact.receivedOn, at: contact.receivedAt, subject }] }
  },
})
