import { notFound } from '../../kernel/errors.ts'
import { Id, shape } from '../../kernel/shape.ts'
import { addDays, dayInWords, isPlainDate, type PlainDate } from '../../kernel/dates.ts'
import { query } from '../../record/access/act.ts'
import type { Asking } from '../../record/access/model.ts'
import type { Card, Fact, Relationship, Warning } from '../../record/people/model.ts'
import { cardsOf, idsOf, readPeople } from '../../record/people/queries.ts'
import { ageInWords, byBirth, isChild } from '../../record/people/marks.ts'
import { findPeople } from '../../record/people/search/queries.ts'
import { possiblySame, probablySame, type Hit } from '../../record/people/search/model.ts'
import { understand } from '../../record/people/search/rules.ts'
import type { WorkItem } from '../../record/work/model.ts'
import { openWorkAbout, workOfSubject } from '../../record/work/queries.ts'
import type { Contact, Earlier, LastClosing, Recommendation, Taker } from './model/shown.ts'
import { hiddenName, type KnownPerson, type Possible } from './model/typed.ts'
import { agenciesBefore, contactById } from './store/contacts.ts'
import { draftById, myDrafts, type DraftRow } from './store/drafts.ts'
import { contactOfReferral as contactBehind } from './store/decisions.ts'
import * as known from './store/known.ts'
import * as recommendations from './store/recommendations.ts'

/** A contact with its people, as far as the reader may see. @throws NotFound */
export async function readContact(asking: Asking, id: string): Promise<Contact> {
  const row = await contactById(asking.db, id)
  if (!row) throw notFound('We could not find that contact.')
  const cards = await cardsOf(asking, row.people.map((one) => one.personId))
  const people = row.people.flatMap((one) => {
    const card = cards.get(one.personId)
    return card ? [{ ...one, card }] : []
  })
  return { ...row, people: people.sort((a, b) => (a.role === b.role ? byBirth(a.card, b.card) : a.role === 'child' ? -1 : 1)) }
}

export const contact = query('contacts.one', shape({ id: Id }), { may: 'record.read', run: (asking, { id }) => readContact(asking, id) })

/** Everything known of a contact's people that matters for the decision, on one screen (requirements RC-6, RC-8). */
export type KnownAbout = Readonly<{
  earlier: readonly Earlier[]
  closing: LastClosing | undefined
  warnings: readonly Warning[]
  facts: readonly Fact[]
  relationships: readonly Relationship[]
  work: readonly WorkItem[]
  /** Teams and workers of any part of the council, as far as a name card tells (access policy, rule 7). */
  involved: readonly Readonly<{ personId: string; team: string | null; worker: string | null }>[]
  /** Who of the contact's people stood on the record before it. */
  before: readonly string[]
  names: ReadonlyMap<string, Card>
}>

export async function readKnown(asking: Asking, of: Contact): Promise<KnownAbout> {
  const people = of.people.map((one) => one.personId)
  const ids = await idsOf(asking, people)
  const referrals = of.decisions.flatMap((decision) => (decision.referralId ? [decision.referralId] : []))
  const earlier = await known.earlierAbout(asking.db, ids, of.id, referrals)
  const closing = await known.lastClosing(asking.db, ids)
  const read = await readPeople(asking, people)
  const work = (await openWorkAbout(asking, ids)).filter((item) => item.subjectId !== of.id && !(item.subjectId && referrals.includes(item.subjectId)) && item.kind !== 'sealedMatch')
  const names = await cardsOf(asking, [...new Set(earlier.flatMap((one) => one.people))])
  return { earlier, closing, warnings: read.warnings, facts: read.facts, relationships: read.relationships, work, involved: await known.involvedWith(asking.db, people, asking.actor.id), before: await known.knownBefore(asking.db, people, of.recordedAt), names }
}

export const knownAbout = query('contacts.known', shape({ id: Id }), {
  may: 'record.read',
  run: async (asking, { id }) => {
    const about = await readKnown(asking, await readContact(asking, id))
    return { ...about, names: [...about.names.values()] }
  },
})

export const takersFor = async (asking: Asking, people: readonly string[]): Promise<readonly Taker[]> => known.takers(asking.db, await idsOf(asking, people))
export const teamsOf = (asking: Asking): Promise<readonly { id: string; name: string; kind: string }[]> => known.teams(asking.db)
/** The work of a contact, and of the referrals it led to. */
export async function workAround(asking: Asking, of: Contact): Promise<readonly WorkItem[]> {
  const work = [...(await workOfSubject(asking, of.id))]
  for (const id of new Set(of.decisions.flatMap((decision) => (decision.referralId ? [decision.referralId] : [])))) work.push(...(await workOfSubject(asking, id)))
  return work
}
export const agencies = (asking: Asking): Promise<string[]> => agenciesBefore(asking.db)
export const unsent = (asking: Asking): Promise<DraftRow[]> => myDrafts(asking.db)
export const unsentById = (asking: Asking, id: string): Promise<DraftRow | undefined> => draftById(asking.db, id)

/** What the form shows of people picked from the record: name, age, address, and the children who belong to them. */
export async function knownPeople(asking: Asking, ids: readonly string[]): Promise<Record<string, KnownPerson>> {
  const wanted = ids.filter((id) => /^[0-9a-f-]{36}$/.test(id))
  if (wanted.length === 0) return {}
  const read = await readPeople(asking, wanted)
  const childIds = [...new Set(read.relationships.filter((r) => wanted.includes(r.personId) && r.kind === 'parent').map((r) => r.otherId))]
  const children = await cardsOf(asking, childIds)
  const shown = read.cards.map((card): KnownPerson => {
    const home = read.addresses.find((address) => address.personId === card.id && !address.to && address.kind !== 'correspondence')
    const own = read.relationships.filter((r) => r.personId === card.id && r.kind === 'parent').flatMap((r) => children.get(r.otherId) ?? [])
    return {
      id: card.id, name: card.name, given: card.given, family: card.family, sex: card.sex, unborn: card.unborn, hue: card.hue, age: ageInWords(card, asking.today), born: card.bornOn, adult: !isChild(card, asking.today),
      address: home ? (home.hidden ? 'Address kept private' : [...home.lines, home.postcode ?? ''].filter((line) => line !== '').join(', ')) : null,
      children: own.filter((child) => isChild(child, asking.today, true)).sort(byBirth).map((child) => ({ id: child.id, name: child.name, age: ageInWords(child, asking.today) })),
    }
  })
  return Object.fromEntries(shown.map((one) => [one.id, one]))
}

const day = (text: string | null): PlainDate | null => (text && isPlainDate(text) ? text : null)
/** `born 2 May 1991`, where the day is known: tells people of one name apart. */
const bornWords = (on: PlainDate | null, about: string | null): string => (on && (about === 'day' || about === null) ? `born ${dayInWords(on)}` : '')
const possibleOf = (asking: Asking, hits: readonly Hit[]): Possible[] =>
  hits.map((hit) => ({ id: hit.personId, name: hit.card.name, age: ageInWords({ ...hit.card, bornOn: day(hit.card.bornOn), dueOn: day(hit.card.dueOn), diedOn: day(hit.card.diedOn) }, asking.today), born: bornWords(day(hit.card.bornOn), hit.card.bornAbout), reasons: hit.reasons.filter((reason) => reason.bits > 0).slice(0, 3).map((reason) => reason.words), likely: hit.score >= probablySame }))

/** Who may be meant by the text in the box: best first, at most six. */
export async function whoMayBe(asking: Asking, text: string): Promise<Possible[]> {
  if (text.trim().length < 2) return []
  const found = await findPeople(asking.db, understand(text, asking.today).wanted, true)
  asking.saw([...found.hits.map((hit) => hit.personId), ...found.restricted])
  const hidden = found.restricted.map((id): Possible => ({ id, name: hiddenName, age: '', born: '', reasons: ['It may be who you mean'], likely: false, hidden: true }))
  return [...possibleOf(asking, found.hits.slice(0, 6)), ...hidden]
}

/** Who a new person may already be: only those who are probably or possibly the same. */
export async function whoIsNew(asking: Asking, person: Readonly<{ given: string; family: string; bornOn: PlainDate | null }>): Promise<Possible[]> {
  if (`${person.given}${person.family}`.trim().length < 2) return []
  const found = await findPeople(asking.db, { names: [{ given: person.given, family: person.family, kind: 'current' }], bornOn: person.bornOn, addresses: [], nhsNumber: null, upn: null })
  asking.saw(found.hits.map((hit) => hit.personId))
  return possibleOf(asking, found.hits.filter((hit) => hit.score >= possiblySame).slice(0, 3))
}

/** Contacts that wait for a decision, the soonest due first, as far as the reader may see: for whoever decides. */
export const waiting = query('contacts.waiting', shape({}), {
  may: 'record.read',
  run: async (asking) => {
    const found = await known.waitingContacts(asking.db)
    asking.saw([...new Set(found.flatMap((one) => one.people))])
    return found
  },
})

/** What was decided in the last fourteen days, the newest first. */
export const decidedLately = (asking: Asking): Promise<readonly known.DecidedLately[]> => known.decidedSince(asking.db, addDays(asking.today, -14))

/** What a worker recommends for an open contact. */
export const recommendationOf = (asking: Asking, contactId: string): Promise<Recommendation | undefined> => recommendations.ofContact(asking.db, contactId)
export const contactOfReferral = (asking: Asking, referralId: string): Promise<string | undefined> => contactBehind(asking.db, referralId)

/** Contacts whose worker recommends that they end at the front door: the kind of decision that may be made several at once, after reading each. */
export async function routineAmong(asking: Asking, items: readonly WorkItem[]): Promise<ReadonlySet<string>> {
  const ending = new Set(await recommendations.endingHere(asking.db, items.flatMap((item) => item.subjectId ?? [])))
  return new Set(items.flatMap((item) => (item.subjectId && ending.has(item.subjectId) ? [item.id] : [])))
}
