import { describe, expect, it } from 'vitest'
import { plain } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { htmlOf } from '../../src/platform/page/document.ts'
import { answer } from '../../src/record/access/act.ts'
import { addPeople } from '../../src/record/people/commands.ts'
import { arrangeMeeting } from '../../src/record/meetings/commands/arranging.ts'
import { holdMeeting } from '../../src/record/meetings/commands/holding.ts'
import { sayLate } from '../../src/record/work/pauses/commands.ts'
import { clockPage } from '../../src/record/work/pauses/page.tsx'
import { doneLate } from '../../src/record/work/pauses/store.ts'
import { tray } from '../../src/record/work/queries.ts'
import { finishWork, itemFor } from '../../src/record/work/register.ts'
import { clocksOf, inLines } from '../../src/record/work/standing/explain.ts'
import { rowOf } from '../../src/record/work/trayRows.ts'
import { freshDatabase } from '../database.ts'
import { usualCouncil } from '../factories/council.ts'

const { as, owner } = await freshDatabase()
const council = await usualCouncil(owner)
const priya = as(council.worker, '2026-11-18T10:00:00.000Z')
const tom = as(council.manager, '2026-11-18T10:00:00.000Z')
const today = plain('2026-11-18')
const child = newId()
await addPeople.do(priya, { people: [{ id: child, given: 'Bo', family: 'Cole', bornOn: '2017-03-04' }], relationships: [] })
await owner.query("insert into access.involvement (id, person_id, worker_id, team_id, domain, from_on) values ($1, $2, $3, $4, 'children', '2026-01-01')", [newId(), child, council.worker, council.teams.two])
async function due(on: string): Promise<string> {
  const id = newId()
  await owner.query("insert into work.item (id, kind, domain, state, worker_id, team_id, duty, opened_on, due_on) values ($1, 'visit', 'children', 'open', $2, $3, 'childProtectionVisit.made', '2026-10-30', $4)", [id, council.worker, council.teams.two, on])
  await owner.query("insert into work.item_person (item_id, person_id, domain) values ($1, $2, 'children')", [id, child])
  await owner.query("insert into work.clock (id, item_id, subject_kind, subject_id, duty, started_on, due_on) values ($1, $2, 'plan', $3, 'childProtectionVisit.made', '2026-10-30', $4)", [newId(), id, newId(), on])
  return id
}
const told = async (caller: typeof priya, id: string) => answer(caller, 'test.told', 'record.read', async (asking) => { const item = await itemFor(asking, id); return { mine: rowOf(item, asking.actor.id, today) } })

describe('Why something is late', () => {
  it('is said from the row of the tray while it is late, stands in the tray, on the board and with its clock, and stays when it is done', async () => {
    const id = await due('2026-11-13')
    expect((await told(priya, id)).mine).toMatchObject({ clockHref: `/work/${id}/clock#late`, clockWords: 'Say why', clock: { state: 'late', second: 'was due Fri 13 Nov' } })
    expect(await sayLate.do(priya, { itemId: id, reason: 'familyAway', words: 'with their grandmother until Friday' })).toMatchObject({ done: { itemId: id } })
    const said = 'was due Fri 13 Nov; the family was away: with their grandmother until Friday'
    expect((await told(priya, id)).mine.clock.second).toBe(said)
    expect((await told(tom, id)).mine).toMatchObject({ clock: { second: said }, clockHref: `/work/${id}/clock#late` })
    expect((await answer(priya, 'test.tray', 'record.read', (asking) => tray.of(asking, {}))).find((item) => item.id === id)?.late).toEqual({ why: 'familyAway', words: 'with their grandmother until Friday' })
    const clocks = await clocksOf.perform(priya, { personId: child })
    expect('done' in clocks ? clocks.done.flatMap(inLines).join('\n') : '').toContain('why it is late: The family was away')
    await answer(priya, 'test.finish', 'record.write', (asking) => finishWork(asking, id, { outcome: 'done', on: plain('2026-11-18') }))
    expect((await owner.query('select state, reason from work.clock where item_id = $1', [id])).rows).toEqual([{ state: 'metLate', reason: 'familyAway' }])
    expect(await answer(tom, 'test.late', 'record.read', (asking) => doneLate(asking.db, [child], plain('2026-01-01'), 10))).toMatchObject([{ itemId: id, dueOn: '2026-11-13', metOn: '2026-11-18', reason: 'familyAway', words: 'with their grandmother until Friday' }])
  })

  it('can be said after it was done late, and is read in words on the page of its clock', async () => {
    const id = await due('2026-11-10')
    // A piece of work may carry another clock than its own.
    await owner.query("insert into work.clock (id, item_id, subject_kind, subject_id, duty, started_on, due_on) values ($1, $2, 'plan', $3, 'assessment.childSeen', '2026-10-30', '2026-11-09')", [newId(), id, newId()])
    await answer(priya, 'test.finish', 'record.write', (asking) => finishWork(asking, id, { outcome: 'done', on: plain('2026-11-12') }))
    expect(await sayLate.do(priya, { itemId: id, reason: 'changeOfWorker' })).toMatchObject({ done: { itemId: id } })
    expect((await owner.query('select state, reason from work.clock where item_id = $1', [id])).rows).toEqual([{ state: 'metLate', reason: 'changeOfWorker' }, { state: 'metLate', reason: 'changeOfWorker' }])
    const page = await clockPage.run(tom, { path: '', params: { id }, query: {}, body: {}, problems: [] }, { frame: async () => ({ council: { name: 'Ardenvale' }, asset: (name: string) => name }) })
    expect('html' in page ? htmlOf(page.html).replaceAll(/<[^>]+>/g, ' ') : '').toMatch(/Done late, 12 Nov 2026\s+The worker changed/)
  })

  it('is kept with the clock of a meeting also where it was said when the meeting was arranged for a later day', async () => {
    const id = await due('2026-11-13')
    await owner.query("update work.item set kind = 'arrangeMeeting', duty = 'coreGroup.later' where id = $1", [id])
    await owner.query("update work.clock set duty = 'coreGroup.later' where item_id = $1", [id])
    const meetingId = newId()
    const early = as(council.worker, '2026-11-12T10:00:00.000Z')
    expect(await arrangeMeeting.do(early, { id: meetingId, kind: 'coreGroup', people: [child], on: '2026-11-17', itemId: id, chairId: council.worker, lateReason: 'The school is closed.', invited: [] })).toHaveProperty('done')
    expect(await holdMeeting.do(priya, { meetingId, on: '2026-11-17', attendance: [], words: 'We met.', quorumReason: 'Nobody else could come.' })).toHaveProperty('done')
    expect((await owner.query("select c.state, c.reason from work.clock c join work.item i on i.id = c.item_id where i.subject_id = $1 and c.duty = 'coreGroup.later'", [meetingId])).rows).toEqual([{ state: 'metLate', reason: 'The school is closed.' }])
  })

  it('is not asked where nothing is late, wants a reason of the list, and words where it is another one', async () => {
    const [early, late] = [await due('2026-11-25'), await due('2026-11-13')]
    const problem = async (itemId: string, said: Record<string, string>) => { const came = await sayLate.do(priya, { itemId, reason: '', ...said }); return 'problems' in came ? came.problems.map((one) => one.problem) : [] }
    expect(await problem(early, { reason: 'familyAway' })).toEqual(['It is not late. A reason is asked only where it is.'])
    expect(await problem(late, { reason: 'nonsense' })).toEqual(['Choose why it is late. Any true reason is fine.'])
    expect(await problem(late, { reason: 'other' })).toEqual(['Write the other reason in a few words.'])
  })

  it('is not said by somebody who may not write about the child', async () => {
    const id = await due('2026-11-13')
    await expect(sayLate.do(as(council.otherWorker, '2026-11-18T10:00:00.000Z'), { itemId: id, reason: 'capacity' })).rejects.toThrow()
  })
})
