import type { Family, ParentKind, TreePerson } from './family.ts'

export interface TreeLine { readonly person: TreePerson; readonly facts: readonly string[] }

const childWord = (symbol: TreePerson['symbol']) => (symbol === 'female' ? 'Daughter' : symbol === 'male' ? 'Son' : 'Child')
const parentWord = (symbol: TreePerson['symbol']) => (symbol === 'female' ? 'Mother' : symbol === 'male' ? 'Father' : 'Parent')
const byKind: Record<ParentKind, readonly [before: string, after: string]> = { birth: ['', ''], adopted: ['Adoptive ', ''], fostered: ['Foster ', ''] }

/** `Ann, Ben and Cy` */
export const named = (names: readonly string[]): string => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`)

/** The facts of the family tree in words, person by person in the order given: for the list beside it, and for whoever cannot see the drawing. */
export function treeAsList(family: Family): TreeLine[] {
  const people = new Map(family.people.map((person) => [person.id, person]))
  const nameOf = (id: string) => people.get(id)?.name ?? 'somebody not shown here'
  return family.people.map((person) => {
    const facts: string[] = []
    if (person.born) facts.push(person.symbol === 'unborn' ? `Unborn, ${person.born}` : person.born.replace(/^b\. /, 'Born '))
    if (person.died) facts.push('Died')
    for (const kind of ['birth', 'adopted', 'fostered'] as const) {
      const word = byKind[kind][0]
      const parents = family.parents.filter((link) => link.child === person.id && link.kind === kind).map((link) => nameOf(link.parent))
      if (parents.length > 0) facts.push(`${cased(word, childWord(person.symbol))} of ${named(parents)}${kind === 'birth' && parents.length === 1 ? '; the other parent is not known to us' : ''}`)
      const children = family.parents.filter((link) => link.parent === person.id && link.kind === kind).map((link) => nameOf(link.child))
      if (children.length > 0) facts.push(`${cased(word, parentWord(person.symbol))} of ${named(children)}`)
    }
    for (const couple of family.couples) {
      if (couple.a !== person.id && couple.b !== person.id) continue
      const other = nameOf(couple.a === person.id ? couple.b : couple.a)
      const from = couple.from ? ` ${couple.from}` : ''
      const until = couple.until ? ` ${couple.until}` : ''
      if (couple.kind === 'married') facts.push(`Married to ${other}${from ? `,${from}` : ''}`)
      if (couple.kind === 'livingTogether') facts.push(`Lives together with ${other}${from ? ` since${from}` : ''}`)
      if (couple.kind === 'separated') facts.push(`Was with ${other}${from ? ` from${from}` : ''}, separated${until}`)
      if (couple.kind === 'divorced') facts.push(`Was married to ${other}${from ? ` from${from}` : ''}, divorced${until}`)
    }
    const together = person.bornTogether ? family.people.filter((other) => other.id !== person.id && other.bornTogether === person.bornTogether) : []
    if (together.length > 0) facts.push(`Born together with ${named(together.map((other) => other.name))}`)
    const homes = family.households.filter((household) => household.members.includes(person.id))
    for (const home of homes) {
      const others = home.members.filter((id) => id !== person.id && people.has(id)).map(nameOf)
      facts.push(`Lives ${home.label ? `at ${home.label}` : 'in this household'}${others.length > 0 ? ` with ${named(others)}` : ''}`)
    }
    if (person.remark) facts.push(person.remark.charAt(0).toUpperCase() + person.remark.slice(1))
    return { person, facts }
  })
}

const cased = (before: string, word: string) => (before ? before + word.toLowerCase() : word)
