import { columnsOfWho, assessmentsOf, besideOf, referralsOf } from './work.ts'
import { careOf, factsOf } from './care.ts'
import { childLists, identityOf } from './identity.ts'
import type { GivenChild } from './given.ts'
import type { Aside, Typed } from './model.ts'
import { readingsOf } from './reading.ts'
import { listNamed } from '../../../../content/returns/annexA/lists.ts'

const noPlace: Readonly<Record<string, string>> = { 'List 1': 'a contact is written with what was said, which the list does not tell', 'List 2': 'early help assessments have no place in the record' }

/** What can be typed of a child, and of every other value why not. */
export function typedOf(child: GivenChild, today: string): Typed {
  const aside: Aside[] = []
  const rows = readingsOf(child, today, aside)
  for (const row of rows(...childLists)) {
    row.keep('workers are accounts and teams here: somebody gives the child to a worker', 'Allocated Team', 'Allocated Worker')
    const why = noPlace[row.list]
    if (why) row.keep(why, ...listNamed(row.list).columns.map(({ name }) => name).filter((name) => !columnsOfWho.includes(name)))
  }
  const identity = identityOf(rows(...childLists), today)
  const care = careOf(child.number, rows('List 8'))
  const typed = { ...identity, ...care, facts: factsOf(child.number, rows('List 8', 'List 9', 'List 10')), referrals: referralsOf(child.number, rows), assessments: assessmentsOf(child.number, rows), beside: besideOf(child.number, rows) }
  return { ...typed, aside }
}
