import { expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { htmlOf } from '../../src/platform/page/document.ts'
import { writeNotePage } from '../../src/practice/notes/pages/write.tsx'
import { addPeople } from '../../src/record/people/commands.ts'
import { freshDatabase } from '../database.ts'
import { usualCouncil } from '../factories/council.ts'

const { as, owner } = await freshDatabase()
const council = await usualCouncil(owner)
const priya = as(council.worker, '2026-11-18T10:00:00.000Z')
const [mother, child, brother, leaver] = [newId(), newId(), newId(), newId()]
await addPeople.do(priya, {
  people: [{ id: mother, given: 'Ines', family: 'Cole' }, { id: child, given: 'Bo', family: 'Cole', bornOn: '2017-03-04' }, { id: brother, given: 'Kit', family: 'Cole' }, { id: leaver, given: 'Ada', family: 'Cole', bornOn: '2007-02-02' }],
  relationships: [{ personId: mother, otherId: child, kind: 'parent' }, { personId: mother, otherId: brother, kind: 'parent' }, { personId: mother, otherId: leaver, kind: 'parent' }],
})
const drawn = async (query: Record<string, string>) => {
  const page = await writeNotePage.run(priya, { path: '', params: {}, query, body: {}, problems: [] }, { frame: async () => ({ council: { name: 'Ardenvale' }, asset: (name: string) => name }) })
  const html = 'html' in page ? htmlOf(page.html) : ''
  return [mother, child, brother, leaver].filter((id) => html.includes(`seen.${id}.seen`))
}

it('a visit says of each child whether they were seen, also of one whose birthday nobody knows; never of a parent whose age is not known', async () => {
  expect(await drawn({ kind: 'visit', people: child })).toEqual([child, brother])
})

it('a care leaver whom a visit is due to can be ticked as seen', async () => {
  const item = newId()
  await owner.query("insert into work.item (id, kind, domain, state, worker_id, opened_on, due_on) values ($1, 'leaverVisit', 'children', 'open', $2, '2026-11-10', '2026-11-20')", [item, council.worker])
  await owner.query('insert into work.item_person (item_id, person_id, domain) values ($1, $2, $3)', [item, leaver, 'children'])
  expect(await drawn({ kind: 'visit', people: leaver, item })).toEqual([child, brother, leaver])
})
