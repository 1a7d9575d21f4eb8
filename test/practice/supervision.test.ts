import { describe, expect, it } from 'vitest'
import { plain } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { sql } from '../../src/platform/db/sql.ts'
import { beginSupervision, discussInSupervision, endSupervisor, nameSupervisor, signSupervision, writeOwnPart } from '../../src/practice/supervision/commands.ts'
import { supervision, supervisions } from '../../src/practice/supervision/queries.ts'
import { sessionRoutes } from '../../src/practice/supervision/pages/session.tsx'
import { htmlOf } from '../../src/platform/page/document.ts'
import { addPeople } from '../../src/record/people/commands.ts'
import { addTask } from '../../src/record/work/commands.ts'
import { asActor } from '../access/world.ts'
import { usualCouncil } from '../factories/council.ts'
import { freshDatabase } from '../database.ts'

const { owner, pool, as } = await freshDatabase()
const council = await usualCouncil(owner)
await owner.query("update access.membership set valid_from = '2026-01-01'")
const child = newId()
await addPeople.do(as(council.worker), { people: [{ id: child, given: 'Rosa', family: 'Marlow', bornOn: '2016-03-04', bornAbout: 'day' }], relationships: [] })
const task = newId()
await addTask.do(as(council.worker), { id: task, people: [child], words: 'Ring the school', dueOn: '2026-11-10' })
const session = newId()
const done = async <T>(of: Promise<{ done: T } | { problems: readonly unknown[] }>): Promise<T> => {
  const came = await of
  if ('problems' in came) throw new Error(JSON.stringify(came.problems))
  return came.done
}

describe('Supervision', () => {
  it('is begun by whoever leads the worker, and by nobody else; begun twice it is the same', async () => {
    await expect(beginSupervision.do(as(council.frontDoorManager), { id: newId(), workerId: council.worker, on: '2026-11-18' })).rejects.toThrow('Only whoever leads')
    await expect(beginSupervision.do(as(council.head), { id: newId(), workerId: council.worker, on: '2026-11-18' })).rejects.toThrow('Only whoever leads')
    expect(await done(beginSupervision.do(as(council.manager), { id: session, workerId: council.worker, on: '2026-11-18' }))).toEqual({ id: session })
    expect(await done(beginSupervision.do(as(council.manager), { id: newId(), workerId: council.worker, on: '2026-11-18' }))).toEqual({ id: session })
  })

  it('has what is late of the caseload on its agenda; a decision stands in the chronology of each child and in the work of whoever does it', async () => {
    const before = await done(supervision.perform(as(council.manager), { id: session }))
    expect(before.families.map((family) => [family.people.map((one) => one.given), family.points.map((one) => one.kind)])).toEqual([[['Rosa'], ['late']]])
    const entry = newId()
    await done(discussInSupervision.do(as(council.manager), { id: entry, sessionId: session, people: [child], words: 'She has been late for school.', decided: 'We ask her mother what mornings are like.', beside: 'Sam Price and the health visitor', actions: [{ words: 'Visit before school', ownerId: council.worker, dueOn: '2026-11-25' }] }))
    const { rows } = await owner.query("select kind, significant from chronology.event e join chronology.event_person p on p.event_id = e.id where p.person_id = $1 and kind = 'supervision.discussed'", [child])
    expect(rows).toEqual([{ kind: 'supervision.discussed', significant: true }])
    const { rows: work } = await owner.query("select words, worker_id, asked_by, due_on::text from work.item where subject_id = $1", [entry])
    expect(work).toEqual([{ words: 'Visit before school', worker_id: council.worker, asked_by: council.manager, due_on: '2026-11-25' }])
  })

  it('names a large family so that nobody is left out unsaid, and says of whom it was spoken this time', async () => {
    const many = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve'].map((given, n) => ({ id: newId(), given, family: 'Larkspur', bornOn: `201${n}-03-04`, bornAbout: 'day' as const }))
    await addPeople.do(as(council.worker), { people: many, relationships: [] })
    await addTask.do(as(council.worker), { id: newId(), people: many.map((one) => one.id), words: 'See them all', dueOn: '2026-11-20' })
    const route = sessionRoutes[0]
    const found = await route?.run(as(council.manager), { path: '', params: { id: session }, query: {}, body: {}, problems: [] }, { frame: async () => ({ council: { name: 'Ardenvale' }, asset: (name) => name }) })
    const html = found && 'html' in found ? htmlOf(found.html) : ''
    for (const words of ['Ada, Ben, Cleo and two others', 'spoken about this time', 'not spoken about yet']) expect(html).toContain(words)
    expect(html.match(/not spoken about yet/g)).toHaveLength(1)
  })

  it('keeps the worker’s own part for the worker and whoever leads them now', async () => {
    await done(writeOwnPart.do(as(council.worker), { sessionId: session, wellbeing: 'Tired this month.', learning: 'Court', agreed: '' }))
    const sees = async (id: string) => asActor(pool, id, async (db) => [(await db.rows(sql`select 1 from supervision.session`)).length, (await db.rows(sql`select 1 from supervision.own_part`)).length])
    expect(await sees(council.worker)).toEqual([1, 1])
    expect(await sees(council.manager)).toEqual([1, 1])
    for (const other of [council.head, council.otherWorker, council.frontDoorManager, council.businessSupport, council.privacy, council.records, council.administrator]) expect(await sees(other)).toEqual([0, 0])
    // A new manager leads from the day on; the one before keeps that there was a session, and no more of what is the worker's own.
    await owner.query('update access.membership set valid_to = now() where actor_id = $1', [council.manager])
    const next = await council.actor('Nora Next', [{ team: council.teams.two, role: 'manager' }])
    expect(await sees(next)).toEqual([1, 1])
    expect(await sees(council.manager)).toEqual([1, 0])
    await owner.query('update access.membership set valid_to = now() where actor_id = $1', [next])
    // Where the team has nobody, the next above leads.
    expect(await sees(council.head)).toEqual([1, 1])
    await owner.query('update access.membership set valid_to = null where actor_id = $1', [council.manager])
  })

  it('is signed by both; what is changed between is to be signed again; signed, it stays as it is', async () => {
    await done(signSupervision.do(as(council.manager), { sessionId: session }))
    await done(writeOwnPart.do(as(council.worker), { sessionId: session, wellbeing: 'Better.', learning: 'Court', agreed: 'A day of leave' }))
    expect((await owner.query('select manager_signed_at from supervision.session')).rows).toEqual([{ manager_signed_at: null }])
    await done(signSupervision.do(as(council.worker), { sessionId: session }))
    await done(signSupervision.do(as(council.manager), { sessionId: session }))
    expect((await owner.query('select state from supervision.session')).rows).toEqual([{ state: 'signed' }])
    await expect(writeOwnPart.do(as(council.worker), { sessionId: session, wellbeing: '', learning: '', agreed: '' })).rejects.toThrow('signed by both')
    await expect(discussInSupervision.do(as(council.manager), { id: newId(), sessionId: session, people: [child], words: 'More' })).rejects.toThrow('signed by both')
    expect((await done(supervisions.perform(as(council.manager), {}))).led.map((one) => [one.name, one.next?.dueOn])).toEqual([['Priya Nair', plain('2026-12-16')]])
  })

  it('has at the next one what was decided and is not done', async () => {
    const { id } = await done(beginSupervision.do(as(council.manager, '2026-11-30T09:00:00.000Z'), { id: newId(), workerId: council.worker, on: '2026-11-30' }))
    const next = await done(supervision.perform(as(council.manager, '2026-11-30T09:00:00.000Z'), { id }))
    expect(next.families[0]?.points.map((one) => [one.kind, one.words])).toEqual([['late', 'Ring the school'], ['decision', 'Visit before school']])
    expect(next.families[0]?.spokenOn).toBe('2026-11-18')
  })

  it('by somebody whom the line manager named: beside the line manager’s own, with no sight of anybody by that, and until it is ended', async () => {
    const now = '2026-12-01T09:00:00.000Z'
    const [manager, consultant, worker] = [as(council.manager, now), as(council.otherWorker, now), as(council.worker, now)]
    const naming = { id: newId(), workerId: council.worker, supervisorId: council.otherWorker, from: '2026-12-01', reason: 'Court work, for six months' }
    await expect(beginSupervision.do(consultant, { id: newId(), workerId: council.worker, on: '2026-12-01' })).rejects.toThrow('Only whoever leads')
    await expect(nameSupervisor.do(as(council.frontDoorManager, now), naming)).rejects.toThrow('Only whoever leads')
    await done(nameSupervisor.do(manager, { ...naming, from: '2026-11-01' }))
    expect(await nameSupervisor.do(manager, { ...naming, id: newId() })).toMatchObject({ problems: [{ question: 'supervisorId' }] })
    await owner.query("update supervision.named set from_on = current_date - 1")
    const theirs = (await done(beginSupervision.do(consultant, { id: newId(), workerId: council.worker, on: '2026-12-01' }))).id
    const own = (await done(beginSupervision.do(manager, { id: newId(), workerId: council.worker, on: '2026-12-01' }))).id
    expect(theirs).not.toBe(own)
    expect((await done(supervision.perform(consultant, { id: theirs }))).families).toEqual([])
    await expect(discussInSupervision.do(consultant, { id: newId(), sessionId: theirs, people: [child], words: 'How is she?' })).rejects.toThrow()
    await expect(supervision.perform(consultant, { id: own })).rejects.toThrow('could not find')
    await done(writeOwnPart.do(consultant, { sessionId: theirs, wellbeing: '', learning: 'Statements', agreed: 'Reads two together' }))
    await done(signSupervision.do(consultant, { sessionId: theirs }))
    await done(signSupervision.do(worker, { sessionId: theirs }))
    const parts = async (id: string) => asActor(pool, id, async (db) => (await db.rows<{ learning: string }>(sql`select learning from supervision.own_part where superseded_at is null order by 1`)).map((one) => one.learning))
    expect([await parts(council.otherWorker), await parts(council.manager)]).toEqual([['Statements'], ['Court', 'Statements']])
    expect((await done(supervisions.perform(consultant, {}))).byName.map((one) => one.name)).toEqual(['Priya Nair'])
    await done(endSupervisor.do(manager, { id: naming.id, on: '2026-12-01' }))
    await expect(beginSupervision.do(consultant, { id: newId(), workerId: council.worker, on: '2026-12-01' })).rejects.toThrow('Only whoever leads')
    expect(await parts(council.otherWorker)).toEqual([])
  })

  it('of a group has its people as people', async () => {
    const now = '2026-12-02T09:00:00.000Z'
    const { id } = await done(beginSupervision.do(as(council.manager, now), { id: newId(), workerId: council.worker, on: '2026-12-02' }))
    const told = { sessionId: id, people: [child], words: 'What would she say?' }
    expect(await discussInSupervision.do(as(council.manager, now), { ...told, id: newId(), with: [council.manager] })).toMatchObject({ problems: [{ question: 'with' }] })
    await done(discussInSupervision.do(as(council.manager, now), { ...told, id: newId(), beside: 'the health visitor', with: [council.otherWorker] }))
    const { entries } = await done(supervision.perform(as(council.manager, now), { id }))
    expect(entries.map((one) => [one.with, one.beside])).toEqual([[['Sam Price'], 'the health visitor']])
  })
})
