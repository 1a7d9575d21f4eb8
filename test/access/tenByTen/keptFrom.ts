import { findsCard, hasFullSight, seesPassage, seesRow, sightOf, type World } from '../policy.ts'
import type { PersonName } from './council.ts'
import type { Rows } from './everyRow.ts'

/** Every word that this actor may never meet: names, and what stands in rows. */
export function keptFrom(world: World, person: Readonly<Record<PersonName, string>>, rows: Rows, givenOf: (id: string) => string, id: string): string[] {
  const same = (a: string, b: string) => a === b || [a, b].every((p) => p === person.mergedPart || p === person.mergedInto)
  return [
    ...world.people.filter((p) => !findsCard(world, id, p.id)).map((p) => givenOf(p.id)),
    ...world.people.filter((p) => !hasFullSight(world, id, p.id, 'shared')).flatMap((p) => [`Hearth${givenOf(p.id)}`]),
    // Names that are shared are part of the name card: an alias helps to avoid a duplicate.
    ...rows.one.filter((row) => !(hasFullSight(world, id, row.person, row.domain) || (row.table === 'people.name' && row.domain === 'shared' && findsCard(world, id, row.person)))).map((row) => row.words),
    ...rows.several.filter((row) => !seesRow(world, id, row.people, row.domain)).map((row) => row.words),
    ...rows.passages.filter((row) => !seesPassage(world, id, row.people, row.about, row.domain)).map((row) => row.words),
    ...world.people.filter((p) => sightOf(world, id, p.id) === 'nothing' && !world.people.some((q) => q.id !== p.id && same(p.id, q.id) && sightOf(world, id, q.id) !== 'nothing')).map((p) => p.id),
  ].filter((text) => text !== '')
}
/** A word of the records, a name, a home or an id, as they stand in what was answered. */
const marked = /[A-Z][a-z]+word\d+|(?:Hearth)?Zarq[a-k](?![a-z])|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
export function leaks(text: string, words: readonly string[] | ReadonlySet<string>, asked = ''): string[] {
  const kept = words instanceof Set ? words : new Set(words)
  return [...new Set(text.match(marked))].filter((one) => one !== asked && kept.has(one))
}
