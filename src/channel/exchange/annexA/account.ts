import { listNamed, listNames } from '../../../../content/returns/annexA/lists.ts'
import type { Found } from '../ssda903/account.ts'
import type { Counts } from '../ssda903/model.ts'
import type { GivenChild, GivenRow } from './given.ts'
import type { Aside } from './model.ts'

export const filledIn = ({ cells }: GivenRow): number => cells.filter((cell) => cell.trim() !== '').length

/** What became of each cell of a child that was not empty. Of a cell with two reasons the first counts. */
export function accountOf(child: GivenChild, aside: readonly Aside[]): Readonly<{ counts: Counts; found: readonly Found[] }> {
  const counts: Counts = { read: 0, taken: 0, keptAside: 0, refused: 0 }
  const found: Found[] = []
  for (const list of listNames) {
    const columns = listNamed(list).columns.map(({ name }) => name)
    for (const { at, cells } of child.rows[list] ?? []) {
      const left = new Set(columns.filter((_, place) => (cells[place] ?? '').trim() !== ''))
      counts.read += left.size
      for (const one of aside.filter((each) => each.list === list && each.row === at)) {
        for (const column of one.columns) {
          if (!left.delete(column)) continue
          counts.keptAside++
          found.push({ row: at, path: `${list}/${column}`, outcome: 'kept aside', reason: one.reason, values: 1 })
        }
      }
      counts.taken += left.size
    }
  }
  return { counts, found }
}
