import type { FamilyStory, Person } from './story.ts'

const datedKinds = new Set(['bornOn', 'dueOn', 'diedOn', 'sex'])

/** The name card as the database works it out from names and facts. */
export function cardOf(person: Person): Readonly<Record<string, unknown>> {
  const name = person.names.find((one) => one.kind === 'legal') ?? person.names[0]
  const written = `${name?.given ?? ''} ${name?.family ?? ''}`.trim()
  const born = person.facts.find((fact) => fact.kind === 'bornOn')
  return {
    person_id: person.id, name: written || (person.unborn ? 'Unborn baby' : 'Name not known'), given: name?.given ?? '', family: name?.family ?? '', born_on: born?.value ?? null, born_about: born ? (born.about ?? 'day') : null,
    due_on: person.dueOn, died_on: null, sex: person.facts.find((fact) => fact.kind === 'sex')?.value ?? 'notStated', unborn: person.unborn, version: 1 + person.names.length + person.facts.filter((fact) => datedKinds.has(fact.kind)).length,
  }
}

/** Not yet eighteen when they were first told to us; a mother is somebody's child too, and has no hue. */
const isChild = (person: Person) => person.bornOn === null || `${Number(person.bornOn.slice(0, 4)) + 18}${person.bornOn.slice(4)}` > person.at.slice(0, 10)

/** The hue of each child's mark: the first that no brother or sister has, in the order of birth; after five the one that the fewest of them have. */
export function huesOf(family: FamilyStory): ReadonlyMap<string, number> {
  const parentsOf = new Map<string, Set<string>>()
  for (const tie of family.relationships) {
    if (tie.kind === 'parent' || tie.kind === 'expectedParent') parentsOf.set(tie.otherId, (parentsOf.get(tie.otherId) ?? new Set()).add(tie.personId))
  }
  const hues = new Map<string, number>()
  const siblings = (id: string) => [...parentsOf].filter(([other, parents]) => other !== id && [...parents].some((parent) => parentsOf.get(id)?.has(parent))).map(([other]) => other)
  const order = (person: Person) => `${person.at.slice(0, 10)} ${person.bornOn ?? person.dueOn ?? '9999'} ${person.id}`
  for (const child of family.people.filter((person) => parentsOf.has(person.id) && isChild(person)).sort((a, b) => order(a).localeCompare(order(b)))) {
    const taken = siblings(child.id).map((id) => hues.get(id))
    const [fewest = 0] = [0, 1, 2, 3, 4].toSorted((one, other) => taken.filter((hue) => hue === one).length - taken.filter((hue) => hue === other).length)
    hues.set(child.id, fewest)
  }
  return hues
}
