import { before, type Drawn, type Family, type ParentKind, type TreeCouple, type TreePerson, type Union } from './family.ts'

/** Everybody to draw with the row they stand in, 0 the eldest generation, and the couples whose two members stand in one row. */
export interface Generations { readonly drawn: ReadonlyMap<string, Drawn>; readonly rowOf: ReadonlyMap<string, number>; readonly unions: readonly Union[] }

interface LooseUnion { a: string; b?: string; couple?: TreeCouple; children: { id: string; kind: ParentKind }[] }

/** Puts a family into generations. Never fails: a person who would belong to two rows (a father and partner of the same woman) is drawn again beside the younger one. */
export function generationsOf(family: Family): Generations {
  const drawn = new Map<string, Drawn>(family.people.map((person) => [person.id, person]))
  const known = (id: string) => drawn.has(id)
  const below = new Map<string, Set<string>>()
  const group = new Map<string, string>(family.people.map((person) => [person.id, person.id]))
  const head = (id: string): string => { let at = id; for (let up = group.get(at); up !== undefined && up !== at; up = group.get(at)) at = up; return at }
  const membersOf = new Map<string, string[]>(family.people.map((person) => [person.id, [person.id]]))
  const childrenOfGroup = (top: string) => (membersOf.get(top) ?? []).flatMap((member) => [...(below.get(member) ?? [])])
  const reaches = (from: string, to: string): boolean => {
    const seen = new Set<string>()
    const queue = [head(from)]
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      if (at === head(to)) return true
      if (seen.has(at)) continue
      seen.add(at)
      for (const child of childrenOfGroup(at)) queue.push(head(child))
    }
    return false
  }

  // A child who is also an ancestor of their parent is a mistake in the record; the list beside still says it.
  const parents = family.parents.filter(({ parent, child }) => {
    if (!known(parent) || !known(child) || reaches(child, parent)) return false
    below.set(parent, (below.get(parent) ?? new Set()).add(child))
    return true
  })

  const unions = unionsOf(family, parents, known)
  const extra = (id: string, person: Drawn) => { drawn.set(id, person); group.set(id, id); membersOf.set(id, [id]) }
  for (const [index, union] of unions.entries()) {
    if (union.b === undefined) {
      const id = `${union.a}?${index}`
      // A foster carer or an adopter on their own is one parent, not a parent and somebody unknown.
      const alone = union.children.every((child) => child.kind !== 'birth')
      extra(id, { id, name: alone ? '' : 'not known to us', symbol: 'notStated', age: '?', as: alone ? 'point' : 'unknown' })
      union.b = id
    }
    if (head(union.a) === head(union.b)) continue
    const younger = reaches(union.a, union.b) ? 'b' : reaches(union.b, union.a) ? 'a' : undefined
    if (younger !== undefined) {
      const elder = younger === 'b' ? union.a : union.b
      const person = drawn.get(elder)
      if (!person) continue
      const id = `${elder}&${index}`
      extra(id, { ...person, id, as: 'again', remark: 'drawn twice' })
      if (younger === 'b') union.a = id
      else union.b = id
    }
    const [from, to] = [head(union.a), head(union.b)]
    group.set(from, to)
    membersOf.set(to, [...(membersOf.get(to) ?? []), ...(membersOf.get(from) ?? [])])
  }

  return { drawn, rowOf: rowsOf(drawn, head, parents), unions: unions.flatMap((union) => (union.b === undefined ? [] : [{ ...union, b: union.b }])) }
}

const keyOf = (a: string, b = '') => [a, b].sort().join('\n')

/** One union for each pair of parents and each couple; a parent alone gets a partner nobody knows, unless the child has another parent of the same kind. */
function unionsOf(family: Family, parents: Family['parents'], known: (id: string) => boolean): LooseUnion[] {
  const unions = new Map<string, LooseUnion>()
  for (const couple of family.couples) {
    if (known(couple.a) && known(couple.b) && couple.a !== couple.b) unions.set(keyOf(couple.a, couple.b), { a: couple.a, b: couple.b, couple, children: [] })
  }
  const parentsOf = new Map<string, Family['parents'][number][]>()
  for (const link of parents) parentsOf.set(link.child, [...(parentsOf.get(link.child) ?? []), link])
  const byBirth = (one: TreePerson, other: TreePerson) => before(one.bornOn ?? '9', other.bornOn ?? '9')
  for (const child of family.people.filter((person) => parentsOf.has(person.id)).sort(byBirth)) {
    for (const kind of ['birth', 'adopted', 'fostered'] as const) {
      const of = [...new Set((parentsOf.get(child.id) ?? []).filter((link) => link.kind === kind).map((link) => link.parent))]
      for (let rest = of; rest.length > 0;) {
        const [first, ...others] = rest
        if (first === undefined) break
        const second = others.find((other) => unions.has(keyOf(first, other))) ?? others[0]
        const key = keyOf(first, second)
        const union = unions.get(key) ?? { a: first, b: second, children: [] }
        union.children.push({ id: child.id, kind })
        unions.set(key, union)
        rest = others.filter((other) => other !== second)
      }
    }
  }
  return [...unions.values()]
}

/** The longest way down from the eldest; then elders whose children all stand lower come down to them. */
function rowsOf(drawn: ReadonlyMap<string, Drawn>, head: (id: string) => string, parents: Family['parents']): Map<string, number> {
  const rows = new Map<string, number>([...drawn.keys()].map((id) => [head(id), 0]))
  const links = parents.map((link) => [head(link.parent), head(link.child)] as const)
  for (let round = 0, moved = true; moved && round <= drawn.size; round += 1) {
    moved = false
    for (const [parent, child] of links) {
      const least = (rows.get(parent) ?? 0) + 1
      if ((rows.get(child) ?? 0) < least) { rows.set(child, least); moved = true }
    }
  }
  for (const top of new Set(links.map(([parent]) => parent))) {
    if (links.some(([, child]) => child === top)) continue
    rows.set(top, Math.min(...links.filter(([parent]) => parent === top).map(([, child]) => rows.get(child) ?? 1)) - 1)
  }
  return new Map([...drawn.keys()].map((id) => [id, rows.get(head(id)) ?? 0]))
}
