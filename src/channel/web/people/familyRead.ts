import type { PlainDate } from '../../../kernel/dates.ts'
import type { Asking } from '../../../record/access/model.ts'
import { byBirth, childrenOf } from '../../../record/people/marks.ts'
import type { Address, Card, Fact, FactKind, Relationship } from '../../../record/people/model.ts'
import { familyAround, keyWorkersOf, readPeople, type PeopleRead } from '../../../record/people/queries.ts'
import type { WorkItem } from '../../../record/work/model.ts'
import { openWorkAbout } from '../../../record/work/queries.ts'
import { lastSeenOf } from '../../../practice/notes/queries.ts'
import { harmAsWarnings, harmKinds } from '../../../practice/care/safety.ts'
import { factsAbout } from '../../../record/care/queries.ts'
import { seenInEnquiries, type SeenForEnquiry } from '../../../practice/protection/queries.ts'

/** Everything the pages of a person and of a family are drawn from, read once in one transaction. */
export type FamilyRead = PeopleRead & Readonly<{
  id: string
  today: PlainDate
  children: readonly Card[]
  adults: readonly Card[]
  cardOf: (id: string) => Card | undefined
  home: Address | undefined
  /** Who lives at the home of the person asked about; the others of the family do not. */
  atHome: ReadonlySet<string>
  work: readonly WorkItem[]
  keyWorkers: ReadonlyMap<string, { worker: string; team: string | null; since: string }>
  lastSeen: Awaited<ReturnType<typeof lastSeenOf>>
  factOf: (id: string, kind: FactKind) => Fact | undefined
}>

const present = (address: Address): boolean => address.to === null && (address.kind === 'home' || address.kind === 'mainly' || address.kind === 'placement')

export const homeOf = (addresses: readonly Address[], personId: string): Address | undefined => addresses.find((a) => a.personId === personId && present(a))

type Around = Awaited<ReturnType<typeof familyAround>>

type Seen = Awaited<ReturnType<typeof lastSeenOf>>
/** A child seen for a section 47 enquiry was seen: the later day counts, and no visit is named where it was one of an enquiry. */
export function withEnquiries(noted: Seen, enquired: readonly SeenForEnquiry[]): Seen {
  const all = new Map(noted)
  for (const one of enquired) {
    const before = all.get(one.personId)
    const alone = one.aloneOn !== null && one.aloneOn > (before?.aloneOn?.slice(0, 10) ?? '')
    all.set(one.personId, {
      personId: one.personId, seenOn: [before?.seenOn?.slice(0, 10), one.seenOn, one.aloneOn].flatMap((day) => day ?? []).sort().at(-1) ?? null, bedroomOn: before?.bedroomOn ?? null,
      ...(alone ? { aloneOn: one.aloneOn, noteId: null, by: null, place: 'for a section 47 enquiry' } : { aloneOn: before?.aloneOn ?? null, noteId: before?.noteId ?? null, by: before?.by ?? null, place: before?.place ?? null }),
    })
  }
  return all
}

/** Reads the family around somebody, each as far as the reader may see. @throws NotFound where existence is hidden */
export const readFamily = async (asking: Asking, personId: string): Promise<{ sight: Around['sight']; read: FamilyRead }> => readAround(asking, await familyAround(asking, personId))

/** The same where it is known already who belongs to it: one round trip. */
export async function readAround(asking: Asking, around: Around): Promise<{ sight: Around['sight']; read: FamilyRead }> {
  const members = [...around.parts.keys()]
  const ids = [...around.parts.values()].flat()
  const [found, work, keyWorkers, notedSeen, enquired, harm] = await Promise.all([
    readPeople(asking, members, around.parts), ids.length > 0 ? openWorkAbout(asking, ids) : [], keyWorkersOf(asking, members, around.parts), lastSeenOf(asking, members, around.parts), ids.length > 0 ? seenInEnquiries(asking, ids) : [], ids.length > 0 ? factsAbout(asking, ids, harmKinds) : [],
  ])
  const survivors = new Map([...around.parts].flatMap(([survivor, parts]) => parts.map((part) => [part, survivor] as const)))
  const warnings = [...harmAsWarnings(harm.map((one) => ({ ...one, personId: survivors.get(one.personId) ?? one.personId })), asking.today), ...found.warnings]
  const lastSeen = withEnquiries(notedSeen, enquired)
  // A pregnancy that ended stands in the chronology and in its own record; it is nobody in the household.
  const people = found.cards.filter((card) => !card.endedOn || card.id === around.id).sort(byBirth)
  const children = childrenOf({ ...found, cards: people }, asking.today)
  const adults = people.filter((card) => !children.includes(card))
  const home = homeOf(found.addresses, around.id)
  const atHome = new Set(home ? found.addresses.filter((a) => present(a) && (home.householdId ? a.householdId === home.householdId : a.id === home.id)).map((a) => a.personId) : [around.id])
  const unborn = children.filter((card) => card.unborn)
  for (const child of unborn) {
    if (found.relationships.some((r) => r.otherId === child.id && atHome.has(r.personId))) atHome.add(child.id)
  }
  return {
    sight: around.sight,
    read: {
      ...found, warnings, id: around.id, today: asking.today, children, adults, home, atHome, work, keyWorkers, lastSeen,
      cardOf: (id) => found.cards.find((card) => card.id === id),
      factOf: (id, kind) => found.facts.find((fact) => fact.personId === id && fact.kind === kind),
    },
  }
}

/** `Smith and Begum family`, after the children; after the adults where there are none. */
export function familyName(read: Pick<FamilyRead, 'children' | 'adults'>): string {
  const names = [...new Set((read.children.length > 0 ? read.children : read.adults).map((card) => card.family.trim()).filter(Boolean))]
  if (names.length === 0) return 'Family'
  const shown = names.slice(0, 3)
  return `${shown.length === 1 ? shown[0] : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`} family`
}

const parentKinds: readonly Relationship['kind'][] = ['parent', 'adoptiveParent', 'stepParent', 'fosterCarer', 'specialGuardian', 'expectedParent']
export const parentsOf = (read: Pick<FamilyRead, 'relationships'>, childId: string): readonly Relationship[] => read.relationships.filter((r) => r.otherId === childId && parentKinds.includes(r.kind) && r.to === null)
