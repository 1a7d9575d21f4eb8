import type { NewRelationship } from '../../../record/people/model.ts'
import type { Typed } from '../model/typed.ts'

type Ids = Readonly<Record<string, string>>
const ties = { married: 'married', partner: 'partner', separated: 'separated', divorced: 'divorced' } as const
const kins = { stepParent: 'stepParent', grandparent: 'grandparent', auntOrUncle: 'auntOrUncle', otherRelative: 'otherRelative', friend: 'friend', neighbour: 'neighbour', lodger: 'lodger', fosterCarer: 'fosterCarer' } as const

const lookUp = <Value>(table: Readonly<Record<string, Value>>, code: string): Value | undefined => (Object.hasOwn(table, code) ? table[code] : undefined)

/**
 * Who is who to whom, complete: parents of each child (of an unborn child: expected), how the adults stand to the first of them, and others to every child.
 * Brothers and sisters are not written down: they follow from the parents. `ids`: the person behind each row's key.
 */
export function relationshipsOf(typed: Typed, ids: Ids): NewRelationship[] {
  const first = typed.adults[0]
  const child = (key: string) => ids[key]
  const parents = typed.children.flatMap((row) => row.parents.flatMap((key): NewRelationship[] => {
    const [parentId, childId] = [ids[key], child(row.key)]
    if (!parentId || !childId) return []
    return [{ personId: parentId, otherId: childId, kind: row.unborn ? 'expectedParent' : 'parent', parentalResponsibility: row.responsible.includes(key) ? 'yes' : 'notKnown' }]
  }))
  const couples = typed.adults.slice(1).flatMap((adult): NewRelationship[] => {
    const kind = lookUp(ties, adult.tie)
    const [personId, otherId] = [ids[adult.key], first ? ids[first.key] : undefined]
    return kind && personId && otherId ? [{ personId, otherId, kind }] : []
  })
  const others = typed.adults.flatMap((adult) => {
    const kind = lookUp(kins, adult.kin)
    const personId = ids[adult.key]
    if (!kind || !personId) return []
    return typed.children.flatMap((row): NewRelationship[] => {
      const otherId = child(row.key)
      return otherId && !row.parents.includes(adult.key) ? [{ personId, otherId, kind }] : []
    })
  })
  return [...parents, ...couples, ...others]
}
