import { addDays, dayOf, moment, type Instant, type PlainDate } from '../../../kernel/dates.ts'
import { happened, later, type Book } from './book.ts'
import { isChildOf, type Household, type Member } from './household.ts'

/** Who is whose parent, brother, partner: as somebody at the front door writes it down once. */
export function writeTies(book: Book, household: Household, by: string, at: Instant): void {
  const { chance } = book
  const known = new Set(book.people.map((person) => person.id))
  const members = household.members.filter((member) => known.has(member.id))
  const written = new Set(book.relationships.map((one) => `${one.personId} ${one.otherId}`))
  const add = (personId: string, otherId: string, kind: Book['relationships'][number]['kind'], responsibility: 'yes' | 'no' | 'notKnown' | null, from: PlainDate | null = null, to: PlainDate | null = null) => {
    if (!known.has(personId) || !known.has(otherId) || written.has(`${personId} ${otherId}`)) return
    book.relationships.push({ personId, otherId, kind, responsibility, note: null, from, to, by, at })
  }
  const byId = new Map(members.map((member) => [member.id, member]))
  const children = members.filter(isChildOf)
  for (const child of children) {
    for (const parentId of child.parents) {
      const parent = byId.get(parentId)
      if (!parent) continue
      const married = household.tie.some((tie) => (tie.kind === 'married' || tie.kind === 'divorced') && tie.a === child.parents[0] && tie.b === parentId)
      add(parentId, child.id, child.dueOn ? 'expectedParent' : 'parent', child.dueOn ? null : parent.role === 'mother' || married || chance.happens(0.7) ? 'yes' : chance.pick(['no', 'notKnown'] as const))
    }
    for (const elder of members.filter((member) => member.role === 'grandmother' || member.role === 'grandfather')) add(elder.id, child.id, 'grandparent', 'no')
    for (const aunt of members.filter((member) => member.role === 'aunt')) add(aunt.id, child.id, 'auntOrUncle', 'no')
  }
  for (const elder of members.filter((member) => member.role === 'grandmother' || member.role === 'grandfather')) {
    const mother = members.find((member) => member.role === 'mother')
    if (mother) add(elder.id, mother.id, 'parent', null)
  }
  for (const twins of pairs(children)) {
    const [one, two] = twins
    if (one.bornOn !== null && one.bornOn === two.bornOn) add(one.id, two.id, 'twin', null, one.bornOn)
  }
  for (const tie of household.tie) add(tie.a, tie.b, tie.kind, null, tie.since, tie.until)
}
const pairs = (of: readonly Member[]): (readonly [Member, Member])[] => of.flatMap((one, i) => of.slice(i + 1).map((two) => [one, two] as const))

/** Where they lived, home after home: those at home together, others elsewhere. `since`: when they are first known. */
export function writeStays(book: Book, household: Household, by: string, at: Instant): void {
  const { chance } = book
  const known = new Set(book.people.map((person) => person.id))
  const together = household.members.filter((member) => member.atHome && known.has(member.id)).map((member) => member.id)
  const first = addDays(dayOf(at), -chance.whole(100, 1400))
  // Moves that happen while we know them, evenly over the years.
  const span = Math.max(0, Math.floor((Date.parse(book.today) - Date.parse(dayOf(at))) / 86_400_000))
  const moves = household.homes.slice(1).map((_, i) => addDays(dayOf(at), Math.floor((span * (i + 1)) / household.homes.length))).filter((day, i, all) => day > dayOf(at) && day < book.today && day !== all[i - 1])
  household.homes.slice(0, moves.length + 1).forEach((home, i) => {
    const from = i === 0 ? first : (moves[i - 1] ?? first)
    const to = moves[i] ?? null
    const recordedAt = i === 0 ? at : moment(`${from}T11:00:00.000Z`)
    const endedAt = to ? moment(`${to}T11:00:00.000Z`) : null
    const recorder = i === 0 ? by : (book.involvements.find((one) => one.workerId)?.workerId ?? by)
    book.stays.push({ people: together, householdId: chance.id(recordedAt), kind: 'home', lines: home.lines, postcode: home.postcode, hidden: false, from, to, endedAt, by: recorder, at: recordedAt })
    if (i > 0) happened(book, 'person.moved', recorder, later(recordedAt, 5), together, { domain: 'shared' })
  })
}
