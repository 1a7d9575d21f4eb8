import type { Visitor } from '../visitors.ts'
import { findsCard, hasFullSight, heldRoles, seenOn, seesPassage, seesRow, sightOf, survivorOf, domains, type Role, type World } from './policy.ts'
import type { Rows } from './rows.ts'

/** What somebody is answered by the open interface about the people and notes of a world: the status, and what stands in the answer. */
export type Answers = Readonly<Record<'people' | 'notes' | 'written', readonly string[]>>

const line = (...parts: readonly unknown[]) => parts.map((part) => (Array.isArray(part) ? part.toSorted().join(',') : String(part))).join(' ')

export async function answeredByHttp(visitor: Visitor, w: World, rows: Rows): Promise<Answers> {
  const people: string[] = []
  const written: string[] = []
  for (const { id } of w.people) {
    const got = await visitor.api('queries/people.person', { id })
    const answer: { sight?: string; cards?: { id: string }[]; facts?: { domain: string }[] } = got.status === 200 ? JSON.parse(got.text) : {}
    people.push(line(id, got.status, answer.sight ?? '-', (answer.cards ?? []).map((card) => card.id), (answer.facts ?? []).length))
  }
  const notes: string[] = []
  for (const { id } of rows.notes) {
    const got = await visitor.api('queries/notes.one', { id })
    const answer: { people?: { personId: string }[]; passages?: { id: string }[] } = got.status === 200 ? JSON.parse(got.text) : {}
    notes.push(line(id, got.status, [...new Set((answer.people ?? []).map((one) => one.personId))], (answer.passages ?? []).map((one) => one.id)))
  }
  const reviewOn = new Date(w.now + 30 * 86_400_000).toISOString().slice(0, 10)
  for (const { id } of w.people) written.push(line(id, (await visitor.api('commands/people.addWarning', { personId: id, kind: 'dog', words: 'A dog', reviewOn })).status))
  return { people, notes, written }
}

const readers: readonly Role[] = ['worker', 'manager', 'head', 'legal', 'records', 'businessSupport', 'designatedOfficer']
const writers: readonly Role[] = ['worker', 'manager', 'head']

/** The same by the policy's words: a role that may do it at all, then the sight. Whoever is hidden is "not there". */
export function answeredByPolicy(w: World, rows: Rows, actorId: string): Answers {
  const actor = w.actors.find((one) => one.id === actorId)
  if (!actor?.active) return { people: w.people.map((p) => line(p.id, 401, '-', [], 0)), notes: rows.notes.map((n) => line(n.id, 401, [], [])), written: w.people.map((p) => line(p.id, 401)) }
  // 13: a machine account reads the feed it was made for, by a door of its own; this one is for staff
  const roles = actor.kind === 'machine' ? [] : heldRoles(w, actor)
  const [mayRead, mayWrite] = [roles.some((role) => readers.includes(role)), roles.some((role) => writers.includes(role))]
  const partsOf = (id: string) => w.people.filter((p) => survivorOf(w, p.id) === survivorOf(w, id)).map((p) => p.id)
  return {
    people: w.people.map(({ id }) => {
      if (!mayRead) return line(id, 403, '-', [], 0)
      const sight = sightOf(w, actorId, id)
      if (sight === 'nothing') return line(id, 404, '-', [], 0)
      if (sight === 'exists') return line(id, 200, sight, [], 0)
      return line(id, 200, sight, findsCard(w, actorId, id) ? [survivorOf(w, id)] : [], partsOf(id).reduce((many, part) => many + domains.filter((domain) => hasFullSight(w, actorId, part, domain)).length, 0))
    }),
    notes: rows.notes.map((n) => {
      if (!mayRead) return line(n.id, 403, [], [])
      if (!seesRow(w, actorId, n.people, n.domain)) return line(n.id, 404, [], [])
      return line(n.id, 200, [...new Set(seenOn(w, actorId, n.people, n.domain).map((p) => survivorOf(w, p)))], n.passages.filter((p) => seesPassage(w, actorId, n.people, p.about, n.domain)).map((p) => p.id))
    }),
    written: w.people.map(({ id }) => line(id, !mayWrite ? 403 : hasFullSight(w, actorId, id, 'shared', true) ? 200 : sightOf(w, actorId, id) === 'nothing' ? 404 : 403)),
  }
}
