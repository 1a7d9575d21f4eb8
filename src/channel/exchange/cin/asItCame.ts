import { censusElements } from '../../../../content/returns/cin/elements.ts'
import type { Told } from '../../../oversight/returns/cin/model.ts'
import type { CensusElement } from './model.ts'
import { judge } from './shape.ts'

const places: ReadonlyMap<string, number> = new Map(Object.keys(censusElements).map((path, at) => [path, at]))

/**
 * A child as the file told of them, in the order of the structure: each value that its element can hold, written as the lists write it (1 for true). What the structure has no
 * place for, or what breaks its type or list, is left out: the account of the import names it.
 */
export function asItCame(element: CensusElement, structure: number): Told {
  const times = new Map<string, number>()
  const within = element.within.flatMap((inner): (readonly [number, Told])[] => {
    const before = times.get(inner.name) ?? 0
    times.set(inner.name, before + 1)
    const judged = judge(inner, structure, before)
    if (judged.outcome !== 'taken') return []
    const told: Told = judged.value === '' ? asItCame(inner, structure) : [inner.name, judged.value]
    return typeof told[1] !== 'string' && told[1].length === 0 ? [] : [[places.get(inner.path) ?? 0, told]]
  })
  return [element.name, within.toSorted((a, b) => a[0] - b[0]).map(([, told]) => told)]
}
