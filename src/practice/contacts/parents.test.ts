import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { usualCouncil } from '../../../test/factories/council.ts'
import { newId } from '../../kernel/ids.ts'
import { answer, type Caller } from '../../record/access/act.ts'
import { standing } from '../../record/access/store.ts'
import { addTask, finishTask as finishByHand } from '../../record/work/commands.ts'
import { finishWork, reopenWork } from '../../record/work/register.ts'
import { giveWork } from '../../record/work/team/commands.ts'
import { decideContact } from './commands/decide.ts'
import { recordContact } from './commands/record.ts'
import { done, friday, monday } from './contacts.fixture.ts'

const fresh = await freshDatabase()
const council = await usualCouncil(fresh.owner)
const as = (actor: string, at = friday) => fresh.as(actor, at)

/** A contact about two children with their mother and the father of one, none of them known. */
async function recorded(by: Caller) {
  const id = { kelly: newId(), darren: newId() }
  const children = [newId(), newId()]
  const people = [{ id: id.kelly, given: 'Kelly', family: 'Smith' }, { id: id.darren, given: 'Darren', family: 'Smith' }, ...children.map((child, n) => ({ id: child, given: ['Amelia', 'Noah'][n]!, family: 'Smith', bornOn: `201${n}-01-14` }))]
  const input = { id: newId(), source: 'school' as const, agency: 'Oakfield Primary School', name: 'Ms Adeyemi', words: 'Late nine times since September.', people, relationships: [], about: people.map(({ id: personId }) => ({ personId, role: children.includes(personId) ? 'child' as const : 'adult' as const })) }
  await done(recordContact.do(by, input))
  return { id, input, children }
}

describe('The parents of referred children', () => {
  const worksWith = async (people: readonly string[]) => (await fresh.owner.query('select distinct team_id, worker_id from access.involvement where person_id = any ($1) and to_on is null and superseded_at is null', [people])).rows
  const referred = async (at = monday) => {
    const one = await recorded(as(council.frontDoorWorker, at === monday ? friday : at))
    const { referralId } = await done(decideContact.do(as(council.frontDoorManager, at), { contactId: one.input.id, outcomes: one.children.map((personId) => ({ personId, outcome: 'referral' as const })), reason: 'Hungry.', teamId: council.teams.two, workerId: council.worker }))
    const { rows } = await fresh.owner.query('select id from work.item where subject_id = $1', [referralId])
    return { ...one, adults: [one.id.kelly, one.id.darren], itemId: String(rows[0].id) }
  }
  const end = (itemId: string, ending: typeof finishWork) => answer(as(council.worker, monday), 'test', 'work.do', async (asking) => { await ending(asking, itemId, { outcome: 'finished' }) })

  it('are worked with by whoever assesses the children, until the last open piece of work about them ends', async () => {
    const { adults, children, itemId } = await referred()
    expect(await worksWith(adults)).toEqual([{ team_id: council.teams.two, worker_id: council.worker }])
    const task = newId()
    await done(addTask.do(as(council.worker, monday), { id: task, people: [children[0]!], words: 'Ring the school.' }))
    await end(itemId, finishWork)
    expect(await worksWith(adults)).toHaveLength(1)
    await done(finishByHand.do(as(council.worker, monday), { id: task }))
    expect(await worksWith(adults)).toEqual([])
    const { rows } = await fresh.owner.query('select distinct to_on from access.involvement where person_id = any ($1) and team_id = $2', [adults, council.teams.two])
    expect(rows).toEqual([{ to_on: '2025-10-06' }])
  })

  it('are in sight of the team for 365 days after that', async () => {
    const { id, itemId } = await referred()
    await end(itemId, finishWork)
    const now = new Date().toISOString()
    const sees = async () => (await answer(fresh.as(council.manager, now), 'test', 'staff.read', async ({ db }) => (await standing(db, id.kelly)).sight))
    const endedOn = (days: number) => fresh.owner.query(`update access.involvement set to_on = current_date - $2::int, from_on = current_date - 900 where person_id = $1`, [id.kelly, days])
    await endedOn(364)
    expect(await sees()).toBe('full')
    await endedOn(367)
    expect(await sees()).toBe('card')
  })

  it('follow when the work goes to another worker, and come back when it is opened again', async () => {
    const today = new Date().toISOString()
    const { adults, itemId } = await referred(today)
    const other = await council.actor('Orla Keane', [{ team: council.teams.two, role: 'worker' }])
    await done(giveWork.do(as(council.manager, today), { items: [itemId], workerId: other }))
    expect(await worksWith(adults)).toEqual([{ team_id: council.teams.two, worker_id: other }])
    await end(itemId, finishWork)
    expect(await worksWith(adults)).toEqual([])
    await answer(as(council.manager, today), 'test', 'work.do', (asking) => reopenWork(asking, itemId, 'Another sign-off is needed.'))
    expect(await worksWith(adults)).toEqual([{ team_id: council.teams.two, worker_id: other }])
  })

  it('stay in the team’s own right when it works with them for their own sake', async () => {
    const { id, adults, itemId } = await referred()
    await done(addTask.do(as(council.worker, monday), { id: newId(), people: [id.kelly], words: 'Ask the GP about her medicine.' }))
    await end(itemId, finishWork)
    expect(await worksWith([id.kelly])).toHaveLength(1)
    expect(await worksWith(adults.filter((adult) => adult !== id.kelly))).toEqual([])
  })

  it('and what is derived from it differs from nothing', async () => {
    expect((await fresh.owner.query('select access.scope_difference()::int as differs')).rows).toEqual([{ differs: 0 }])
  })
})
