import { measures } from '../../../../content/returns/statistics/measures.ts'
import type { ReturnChild } from '../model.ts'
import { countedLookedAfter } from './lookedAfter.ts'
import { countedInNeed } from './need.ts'
import type { CountedBy } from './told.ts'

/** What a return says of its year. `before`: the census of the year before. */
export const countedIn = (kind: 'cin' | 'ssda903', year: number, children: readonly ReturnChild[], before?: readonly ReturnChild[]): CountedBy =>
  (kind === 'cin' ? countedInNeed(year, children, before) : countedLookedAfter(year, children))

/** The numbers, and the groups that shares are shares of, each with the children it counts. */
export function groupsOf(counted: CountedBy): ReadonlyMap<string, readonly string[]> {
  const shares = measures.flatMap(({ id, of }): (readonly [string, readonly string[]])[] => { const whole = counted[id]?.of; return of && whole ? [[of, whole]] : [] })
  return new Map([...shares, ...Object.entries(counted).map(([id, { people }]): readonly [string, readonly string[]] => [id, people])])
}

/** By which of them each child is counted. */
export function countedByChild(counted: CountedBy, children: readonly ReturnChild[]): readonly Readonly<{ personId: string; counted: readonly string[] }>[] {
  const by = new Map<string, Set<string>>(children.map(({ personId }) => [personId, new Set()]))
  for (const [group, people] of groupsOf(counted)) for (const personId of people) by.get(personId)?.add(group)
  return [...by].map(([personId, groups]) => ({ personId, counted: [...groups] }))
}
