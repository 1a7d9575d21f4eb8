import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { usualCouncil } from '../../../test/factories/council.ts'
import { newId } from '../../kernel/ids.ts'
import { cancelContact } from './commands/change.ts'
import { decideContact } from './commands/decide.ts'
import { recordContact } from './commands/record.ts'
import { contact } from './queries.ts'
import { all, done, friday, monday, recordedBy } from './contacts.fixture.ts'

const fresh = await freshDatabase()
const council = await usualCouncil(fresh.owner)
const as = (actor: string, at = friday) => fresh.as(actor, at)

const recorded = recordedBy(as(council.frontDoorWorker))
const count = async (text: string, values: unknown[] = []) => Number((await fresh.owner.query(text, values)).rows[0].count)

describe('Business support, who see name cards only', () => {
  const before = async () => {
    const one = await recorded()
    await done(decideContact.do(as(council.frontDoorManager), { contactId: one.input.id, outcomes: all(one.children, 'referral'), reason: 'Hungry.', teamId: council.teams.two, workerId: council.worker }))
    return one
  }
  it('record a contact about new children: the front door gets it with its clocks, and whoever wrote it keeps no sight of them', async () => {
    const { input, children } = await recorded(as(council.businessSupport))
    const { rows } = await fresh.owner.query(`select i.team_id, i.worker_id, i.due_on, (select count(*)::int from work.item_person where item_id = i.id) as people, (select count(*)::int from work.clock where item_id = i.id) as clocks from work.item i where i.subject_id = $1 and i.kind = 'contactDecision'`, [input.id])
    expect(rows).toEqual([{ team_id: council.teams.frontDoor, worker_id: null, due_on: '2025-10-06', people: 4, clocks: 2 }])
    expect((await done(contact.perform(as(council.frontDoorManager), { id: input.id }))).people).toHaveLength(7)
    await expect(contact.perform(as(council.businessSupport), { id: input.id })).rejects.toMatchObject({ kind: 'NotFound' })
    expect(await count(`select count(*) from access.person_scope where person_id = any ($1) and scope = $2`, [children, council.businessSupport])).toBe(0)
    expect(await count(`select count(*) from access.person_scope where person_id = any ($1) and scope = $2`, [children, council.teams.two])).toBe(0)
    expect(await count(`select count(*) from chronology.event e join chronology.event_person p on p.event_id = e.id where e.kind = 'contact.received' and p.person_id = any ($1)`, [children])).toBe(4)
  })
  it('name a mother we know and her new baby: nothing of what is known comes to them, the decision is about both children, and her worker hears of it', async () => {
    const known = await before()
    const [baby, id] = [newId(), newId()]
    await done(recordContact.do(as(council.businessSupport), {
      id, source: 'healthVisitor', words: 'The baby is losing weight.', people: [{ id: baby, given: 'Mia', family: 'Smith', bornOn: '2025-09-01', bornAbout: 'day' }], relationships: [{ personId: known.id.kelly, otherId: baby, kind: 'parent' }],
      about: [{ personId: known.id.kelly, role: 'adult' }, { personId: baby, role: 'child' }, { personId: known.id.leo, role: 'child' }], home: { people: [baby], of: known.id.kelly },
    }))
    const shown = await done(contact.perform(as(council.frontDoorManager), { id }))
    expect(shown.people.map((one) => one.personId).sort()).toEqual([known.id.kelly, baby, known.id.leo].sort())
    expect(await count(`select count(*) from work.item_person p join work.item i on i.id = p.item_id where i.subject_id = $1 and i.kind = 'contactDecision'`, [id])).toBe(2)
    const { rows } = await fresh.owner.query(`select worker_id from work.item where subject_id = $1 and kind = 'newInformation'`, [id])
    expect(rows).toEqual([{ worker_id: council.worker }])
    expect(await count(`select count(*) from access.person_scope where person_id = any ($1) and scope = $2`, [[baby, known.id.leo], council.businessSupport])).toBe(0)
    await done(decideContact.do(as(council.frontDoorManager, monday), { contactId: id, outcomes: [{ personId: baby, outcome: 'referral' }, { personId: known.id.leo, outcome: 'noFurtherAction' }], reason: 'The baby first.' }))
  })
  it('decide nothing, and add nobody to it afterwards', async () => {
    const { input, children } = await recorded(as(council.businessSupport))
    await expect(decideContact.do(as(council.businessSupport), { contactId: input.id, outcomes: all(children, 'noFurtherAction'), reason: 'x' })).rejects.toMatchObject({ kind: 'NotAllowed' })
    await expect(cancelContact.do(as(council.businessSupport), { contactId: input.id, reason: 'x' })).rejects.toMatchObject({ kind: 'NotFound' })
  })
})
