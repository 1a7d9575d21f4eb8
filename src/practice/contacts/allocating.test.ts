import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { usualCouncil } from '../../../test/factories/council.ts'
import { done, problemsOf } from '../../../test/factories/assessment.ts'
import { newId } from '../../kernel/ids.ts'
import { answer } from '../../record/access/act.ts'
import { decisionsFor, decisionsWaiting, plugDecisionTellers } from '../../record/work/decisions/queries.ts'
import { plugGivers } from '../../record/work/team/giving.ts'
import { giveWork } from '../../record/work/team/commands.ts'
import { allocateReferral, returnReferral } from './commands/allocate.ts'
import { allocationGiver } from './commands/allocating.ts'
import { decideContact } from './commands/decide.ts'
import { recordContact } from './commands/record.ts'
import { decisionTellers } from './deciding.ts'
import { takersFor, teamsOf } from './queries.ts'
import { fitting } from './rules/taking.ts'
import { chronologyTellers } from './tellers.ts'
import { chronology, plugTellers } from '../../record/chronology/queries.ts'

const fresh = await freshDatabase()
const council = await usualCouncil(fresh.owner)
plugDecisionTellers(decisionTellers)
plugGivers([allocationGiver])
plugTellers(chronologyTellers)

const friday = '2025-10-03T14:10:00.000Z'
const monday = '2025-10-06T09:00:00.000Z'
const nextThursday = '2025-10-09T09:00:00.000Z'
const as = (actor: string, at = friday) => fresh.as(actor, at)

/** A school tells of Rosa and Finn. */
async function contactOfTwo() {
  const [rosa, finn, mother, id] = [newId(), newId(), newId(), newId()]
  const child = (childId: string, given: string) => ({ id: childId, given, family: 'Okoye', bornOn: '2016-03-04', bornAbout: 'day' as const })
  await done(recordContact.do(as(council.frontDoorWorker), {
    id, source: 'school', agency: 'Oakfield Primary School', words: 'Both were without a coat all week.', people: [{ id: mother, given: 'Ada', family: 'Okoye' }, child(rosa, 'Rosa'), child(finn, 'Finn')],
    relationships: [{ personId: mother, otherId: rosa, kind: 'parent' }, { personId: mother, otherId: finn, kind: 'parent' }], about: [{ personId: mother, role: 'adult' }, { personId: rosa, role: 'child' }, { personId: finn, role: 'child' }],
  }))
  return { contactId: id, rosa, finn, mother, children: [rosa, finn] }
}
async function referred(to: { teamId?: string; workerId?: string } = { teamId: council.teams.two }) {
  const family = await contactOfTwo()
  const { referralId } = await done(decideContact.do(as(council.frontDoorManager), { contactId: family.contactId, outcomes: family.children.map((personId) => ({ personId, outcome: 'referral' as const })), reason: 'What are their days like?', ...to }))
  const step = await stepOf(referralId ?? '')
  return { ...family, referralId: referralId ?? '', step }
}
const stepOf = async (referralId: string): Promise<string> => (await fresh.owner.query(`select id from work.item where subject_id = $1 and kind = 'allocation' order by recorded_at desc limit 1`, [referralId])).rows[0].id
const clocksOf = async (referralId: string) => (await fresh.owner.query(`select c.duty, c.state, c.started_on, c.due_on, c.met_on, c.reason, i.kind from work.clock c join work.item i on i.id = c.item_id where c.subject_id = $1 order by c.duty`, [referralId])).rows
const workOf = async (referralId: string) => (await fresh.owner.query(`select kind, state, outcome, team_id, worker_id, due_on from work.item where subject_id = $1 order by kind desc, recorded_at`, [referralId])).rows
const inboxOf = (actor: string, at = friday) => answer(as(actor, at), 'test', 'decisions.read', async (asking) => ({ kinds: (await decisionsFor(asking)).items.map((item) => `${item.kind} ${item.subjectId}`), count: await decisionsWaiting(asking) }))
const toldOf = async (personId: string, actor: string, at = friday) => JSON.stringify(await done(chronology.perform(as(actor, at), { id: personId })))

describe('A referral without a worker', () => {
  it('waits as a step of its own with the clock of allocation, and the clock of the assessment runs already', async () => {
    const { referralId } = await referred()
    expect(await workOf(referralId)).toEqual([{ kind: 'allocation', state: 'open', outcome: null, team_id: council.teams.two, worker_id: null, due_on: '2025-10-06' }])
    expect(await clocksOf(referralId)).toMatchObject([{ duty: 'assessment.completed', state: 'running', started_on: '2025-10-03', kind: 'allocation' }, { duty: 'referral.allocated', state: 'running', due_on: '2025-10-06' }])
  })
  it('reaches the manager of the team, and neither another team’s nor the front door’s', async () => {
    const { referralId } = await referred()
    const row = `allocation ${referralId}`
    expect((await inboxOf(council.manager)).kinds).toContain(row)
    expect((await inboxOf(council.frontDoorManager)).kinds).not.toContain(row)
    expect((await inboxOf(council.head)).kinds).not.toContain(row)
  })
  it('of a team that has no manager reaches whoever manages above', async () => {
    const { referralId } = await referred({ teamId: council.teams.one })
    expect((await inboxOf(council.head)).kinds).toContain(`allocation ${referralId}`)
  })
  it('without a team either waits at the front door, where somebody sees it', async () => {
    const { referralId } = await referred({})
    expect((await inboxOf(council.frontDoorManager)).kinds).toContain(`allocation ${referralId}`)
  })
  it('is allocated: the clock is met, the worker has one assessment for both with the clock of the referral, and the chronology says so', async () => {
    const { referralId, step, rosa } = await referred()
    const before = (await inboxOf(council.manager)).count
    await done(allocateReferral.do(as(council.manager, monday), { itemId: step, teamId: council.teams.two, workerId: council.worker }))
    expect(await workOf(referralId)).toMatchObject([{ kind: 'assessment', state: 'open', worker_id: council.worker, due_on: '2025-12-05' }, { kind: 'allocation', state: 'done', outcome: 'allocated' }].sort((a, b) => b.kind.localeCompare(a.kind)))
    expect(await clocksOf(referralId)).toMatchObject([
      { duty: 'assessment.childSeen', state: 'running', started_on: '2025-10-06', kind: 'assessment' }, { duty: 'assessment.completed', state: 'running', started_on: '2025-10-03', due_on: '2025-12-05', kind: 'assessment' }, { duty: 'referral.allocated', state: 'met', met_on: '2025-10-06' },
    ])
    expect((await inboxOf(council.manager, monday)).count).toBe(before - 1)
    expect(await toldOf(rosa, council.worker, monday)).toContain('Allocated to Priya Nair, Family Support 2')
  })
  it('later than one working day asks why, takes any true reason, and keeps it with the clock', async () => {
    const { referralId, step } = await referred()
    const input = { itemId: step, teamId: council.teams.two, workerId: council.worker }
    expect((await problemsOf(allocateReferral.do(as(council.manager, nextThursday), input))).map((one) => one.question)).toEqual(['lateReason'])
    await done(allocateReferral.do(as(council.manager, nextThursday), { ...input, reason: 'capacity' }))
    expect((await clocksOf(referralId)).find((clock) => clock.duty === 'referral.allocated')).toMatchObject({ state: 'metLate', reason: 'capacity' })
  })
  it('is given on the team’s board, several at once, all or nothing', async () => {
    const [one, two] = [await referred(), await referred()]
    await done(giveWork.do(as(council.manager, monday), { items: [one.step, two.step], workerId: council.worker }))
    for (const { referralId } of [one, two]) expect((await workOf(referralId)).filter((item) => item.kind === 'assessment')).toMatchObject([{ worker_id: council.worker, state: 'open' }])
    expect((await problemsOf(giveWork.do(as(council.manager, monday), { items: [one.step], workerId: council.worker }))).length).toBe(1)
    const late = await referred()
    expect((await problemsOf(giveWork.do(as(council.manager, nextThursday), { items: [late.step], workerId: council.worker }))).map((it) => it.question)).toEqual(['reason'])
  })
  it('is passed to another team, whose manager it reaches then', async () => {
    const { referralId, step } = await referred()
    await done(allocateReferral.do(as(council.manager), { itemId: step, teamId: council.teams.one }))
    expect((await inboxOf(council.manager)).kinds).not.toContain(`allocation ${referralId}`)
    expect((await inboxOf(council.head)).kinds).toContain(`allocation ${referralId}`)
  })
  it('goes back to the front door with a reason: its clocks stop, the contact is decided again, and the next allocation keeps the day of the referral', async () => {
    const { referralId, step, contactId, children, rosa } = await referred()
    await done(returnReferral.do(as(council.manager, monday), { itemId: step, reason: 'They moved to another council on Friday.' }))
    expect((await clocksOf(referralId)).map((clock) => clock.state)).toEqual(['stopped', 'stopped'])
    expect((await inboxOf(council.frontDoorManager, monday)).kinds).toContain(`contactDecision ${contactId}`)
    expect(await toldOf(rosa, council.frontDoorManager, monday)).toContain('Referral returned to the front door')
    await done(decideContact.do(as(council.frontDoorManager, monday), { contactId, outcomes: children.map((personId) => ({ personId, outcome: 'referral' as const })), reason: 'They are still here.', teamId: council.teams.two, workerId: council.worker }))
    expect((await clocksOf(referralId)).filter((clock) => clock.state === 'running').map((clock) => [clock.duty, clock.started_on])).toEqual([['assessment.childSeen', '2025-10-06'], ['assessment.completed', '2025-10-03']])
  })
})

describe('A decision whose button is pressed twice', () => {
  it('is made once, and both times answered as the one that it is', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { contactId, children } = await contactOfTwo()
      const input = { contactId, outcomes: children.map((personId) => ({ personId, outcome: 'referral' as const })), reason: 'What are their days like?', teamId: council.teams.two, workerId: council.worker }
      const key = newId()
      const [one, two] = await Promise.all([decideContact.do(as(council.frontDoorManager), input, key), decideContact.do(as(council.frontDoorManager), input, key)])
      expect(two).toEqual(one)
      expect(one).toHaveProperty('done')
    }
  })
})

describe('A decision that names the worker', () => {
  it('does the step in the same breath: nothing is left to allocate, and the clock is met', async () => {
    const { referralId } = await referred({ teamId: council.teams.two, workerId: council.worker })
    expect((await workOf(referralId)).map((item) => `${item.kind} ${item.state}`).sort()).toEqual(['allocation done', 'assessment open'])
    expect((await clocksOf(referralId)).map((clock) => `${clock.duty} ${clock.state}`)).toEqual(['assessment.childSeen running', 'assessment.completed running', 'referral.allocated met'])
  })
})

describe('Who is asked to take an assessment', () => {
  it('is nobody who chairs conferences or reviews children in our care, not a team of them, and nobody is proposed who is no social worker or places for adoption', async () => {
    const reviewing = await council.team('Conferences and Reviews', 'team', council.teams.directorate)
    const post = async (name: string, jobTitle: string | null, team: string, more: { qualified?: boolean; adoption?: boolean } = {}) => {
      const id = await council.actor(name, [{ team, role: 'worker' }, ...(more.adoption ? [{ role: 'adoption' }] : [])], { qualified: more.qualified ?? true })
      await fresh.owner.query('update access.actor set job_title = $2 where id = $1', [id, jobTitle])
    }
    await post('June Ward', 'Independent reviewing officer', reviewing)
    await post('Edmund Blake', 'Conference chair', reviewing)
    await post('Cora Line', 'Independent chair', council.teams.one)
    await post('Fay Worker', 'Family support worker', council.teams.one, { qualified: false })
    await post('Nora Blythe', 'Adoption adviser', council.teams.one, { adoption: true })
    const { children } = await contactOfTwo()
    const asked = await answer(as(council.head), 'test', 'decisions.read', async (asking) => ({ takers: await takersFor(asking, children), teams: await teamsOf(asking) }))
    expect(asked.takers.map((one) => `${one.name}${one.assesses ? '' : ', not proposed'}`).sort()).toEqual(['Fay Worker, not proposed', 'Nora Blythe, not proposed', 'Priya Nair', 'Sam Price'])
    expect(asked.teams.map((one) => one.name)).not.toContain('Conferences and Reviews')
    expect(asked.teams.map((one) => one.name)).toContain('Family Support 1')
    expect(['Priya Nair', 'Sam Price']).toContain(fitting(asked.takers, 2)?.name)
  })
})

describe('Contacts that wait for a decision', () => {
  it('reach each manager of the front door who is qualified, also when one of them has it on the desk, and no other team’s manager', async () => {
    const second = await council.actor('Grace Gate', [{ team: council.teams.frontDoor, role: 'manager' }])
    const unqualified = await council.actor('Una Gate', [{ team: council.teams.frontDoor, role: 'manager' }], { qualified: false })
    const { contactId } = await contactOfTwo()
    await fresh.owner.query('update work.item set worker_id = $1 where subject_id = $2', [council.frontDoorManager, contactId])
    const row = `contactDecision ${contactId}`
    for (const who of [council.frontDoorManager, second]) expect((await inboxOf(who)).kinds).toContain(row)
    for (const who of [unqualified, council.manager]) expect((await inboxOf(who)).kinds).not.toContain(row)
  })
})
