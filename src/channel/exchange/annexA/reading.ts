import { listNamed, listNames, type ListName } from '../../../../content/returns/annexA/lists.ts'
import type { Aside, Reading } from './model.ts'
import type { GivenChild } from './given.ts'
import { dayIn } from './words.ts'

/** The rows of a child as they are understood, list by list. */
export function readingsOf(child: GivenChild, today: string, aside: Aside[]): (...names: readonly ListName[]) => readonly Reading[] {
  return (...names) => listNames.filter((name) => names.includes(name)).flatMap((list) => {
    const columns = listNamed(list).columns.map(({ name }) => name)
    return (child.rows[list] ?? []).map((row): Reading => {
      const said = (column: string) => (row.cells[columns.indexOf(column)] ?? '').trim()
      const keep: Reading['keep'] = (reason, ...which) => { const filled = which.filter((column) => said(column) !== ''); if (filled.length > 0) aside.push({ list, row: row.at, columns: filled, reason }) }
      return {
        list, row, said, keep,
        day(column) {
          const day = dayIn(said(column))
          if (!day) keep('it is no day', column)
          else if (day > today) keep('a day that has not come yet', column)
          return day && day <= today ? day : undefined
        },
      }
    })
  })
}
