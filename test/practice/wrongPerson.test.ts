import { describe, expect, it } from 'vitest'
import { allocatedAssessment, done, writtenAndSent } from '../factories/assessment.ts'
import { usualCouncil } from '../factories/council.ts'
import { smithAndBegum } from '../factories/family.ts'
import { openForHttp } from '../http.ts'
import { newId } from '../../src/kernel/ids.ts'
import { decideAssessment } from '../../src/practice/assessments/commands/deciding.ts'

const world = await openForHttp()
const council = await usualCouncil(world.owner)
const now = new Date().toISOString()
const today = now.slice(0, 10)
const asWorker = world.as(council.worker, now)
const excluded = await council.actor('Owen Neighbour', [{ team: council.teams.two, role: 'worker' }])

/** An assessment of two children with their worker, and a colleague of the same team who is kept from both. */
async function given() {
  const id = await smithAndBegum(asWorker)
  const itemId = await allocatedAssessment(asWorker, { children: [id.isla, id.leo], teamId: council.teams.two, workerId: council.worker })
  for (const person of [id.isla, id.leo]) await world.owner.query('insert into access.exclusion (id, person_id, actor_id, reason) values ($1, $2, $3, $4)', [newId(), person, excluded, 'A neighbour'])
  return { id, itemId }
}
async function agreed(outcome: string) {
  const { id, itemId } = await given()
  const signOff = await writtenAndSent(asWorker, itemId, { seenOn: today, outcome })
  await done(decideAssessment.do(world.as(council.manager, now), { itemId: signOff, decision: 'agree' }))
  const { rows } = await world.owner.query(`select a.id, i.id as item, i.kind from assessments.assessment a left join work.item i on i.subject_id = a.id and i.state = 'open' where a.item_id = $1 order by i.kind`, [itemId])
  const [assessment] = rows
  return { id, itemId, assessmentId: assessment.id as string, next: rows.find((row) => row.kind !== 'letter')?.item as string }
}
const stateOf = async (itemId: string) => (await world.owner.query('select state, worker_id from work.item where id = $1', [itemId])).rows[0]
const wrong = [['a worker of another team', council.otherWorker], ['a colleague of the team who is kept from the children', excluded], ['business support', council.businessSupport], ['nobody', undefined]] as const

describe('Ending, opening again, handing over and writing to the family', () => {
  it.each(wrong)('are refused to %s, and nothing changes', async (_, who) => {
    const { itemId } = await given()
    const after = await agreed('noFurtherAction')
    const visitor = await world.visit(who)
    const refused = who === undefined ? [303] : [403, 404]
    const taker = `${council.teams.two} ${council.worker}`
    const asked = [
      await visitor.post(`/assessments/${itemId}/cancel`, { reason: 'Not mine.' }),
      await visitor.post(`/assessments/${itemId}/hand-over`, { taker, reason: 'Not mine.' }),
      await visitor.post(`/assessments/${after.itemId}/reopen`, { reason: 'Not mine.' }),
      await visitor.post(`/assessments/${after.assessmentId}/letter?to=${after.id.darren}`, { to: after.id.darren, opening: 'x', recipientId: after.id.darren }),
      await visitor.api('assessments.sendLetter', { assessmentId: after.assessmentId, recipientId: after.id.kelly, words: { opening: 'x', goingWell: 'x', worriedAbout: 'x', next: 'x' } }),
      await visitor.get(`/assessments/${itemId}/hand-over`),
    ]
    for (const [i, came] of asked.entries()) expect([i, ...(i === 4 ? [401, 403, 404, 422, 400] : [...refused, 401])].includes(came.status), `${i}: ${came.status} ${came.go ?? ''}`).toBe(true)
    if (who === undefined) for (const came of asked) if (came.status === 303) expect(came.go).toMatch(/^\/sign-in/)
    expect((await stateOf(itemId)).state).toBe('open')
    expect((await stateOf(after.itemId)).state).toBe('done')
    expect((await world.owner.query('select count(*)::int as n from assessments.letter where assessment_id = $1', [after.assessmentId])).rows[0].n).toBe(0)
  })
})

describe('Handing an assessment over', () => {
  it('asks to whom and why, and says it beside the field', async () => {
    const { itemId } = await given()
    const worker = await world.visit(council.worker)
    const came = await worker.post(`/assessments/${itemId}/hand-over`, { taker: '', reason: ' ' })
    expect(came.status).toBe(422)
    expect(came.text).toContain('Choose who goes on with it.')
    expect(came.text).toContain('Say why it is handed over.')
  })
  it('leaves the tray of one and enters the other’s with what is left, keeps the clock, and tells the chronology', async () => {
    const { id, itemId } = await given()
    const colleague = await council.actor('Mei Chan', [{ team: council.teams.two, role: 'worker' }])
    const worker = await world.visit(council.worker)
    const before = (await world.owner.query(`select duty, started_on, due_on, state from work.clock where item_id = $1`, [itemId])).rows
    expect((await worker.get('/')).text).toContain(`/assessments/${itemId}`)
    const came = await worker.post(`/assessments/${itemId}/hand-over`, { taker: `${council.teams.two} ${colleague}`, reason: 'I am on leave from Monday.', left: 'See Leo alone.' })
    expect(came.go).toBe(`/assessments/${itemId}/hand-over?done=1`)
    expect((await worker.get(came.go ?? '')).text).toContain('Mei Chan has it now.')
    expect((await worker.get('/')).text).not.toContain(`/assessments/${itemId}`)
    const theirs = await world.visit(colleague)
    expect((await theirs.get('/')).text).toContain('left to do: See Leo alone.')
    expect((await world.owner.query(`select duty, started_on, due_on, state from work.clock where item_id = $1`, [itemId])).rows).toEqual(before)
    const told = (await theirs.get(`/people/${id.leo}/chronology`)).text
    expect(told).toContain('Assessment handed over by Priya Nair to Mei Chan')
    expect(told).toContain('I am on leave from Monday. Left to do: See Leo alone.')
  })
  it('is not possible to somebody who is kept from one of the children, to themselves, or when it is finished', async () => {
    const { itemId } = await given()
    const manager = await world.visit(council.manager)
    expect((await manager.post(`/assessments/${itemId}/hand-over`, { taker: `${council.teams.two} ${excluded}`, reason: 'Leave.' })).status).toBe(403)
    expect((await manager.post(`/assessments/${itemId}/hand-over`, { taker: `${council.teams.two} ${council.worker}`, reason: 'Leave.' })).text).toContain('They have it already.')
    const after = await agreed('noFurtherAction')
    expect((await manager.post(`/assessments/${after.itemId}/hand-over`, { taker: `${council.teams.two} ${excluded}`, reason: 'Leave.' })).text).toContain('Open it again first.')
    expect((await stateOf(itemId)).worker_id).toBe(council.worker)
  })
})

describe('What follows an assessment', () => {
  it.each([['stepDown', 'handedOver', 'Early help has it'], ['childInNeedPlan', 'planned', 'The plan is made']] as const)('%s is read, ended with what came of it, and told', async (outcome, code, label) => {
    const { id, assessmentId, next } = await agreed(outcome)
    const worker = await world.visit(council.worker)
    const at = `/assessments/${assessmentId}/next/${next}`
    expect((await worker.get(at)).text).toContain(label)
    const empty = await worker.post(at, { outcome: '' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Choose what came of this.')
    expect((await worker.post(at, { outcome: code })).go).toBe(at)
    expect((await stateOf(next)).state).toBe('done')
    expect((await worker.get(at)).text).toContain(label)
    expect((await worker.post(at, { outcome: code })).text).toContain('This is finished.')
    expect((await worker.get(`/people/${id.isla}/chronology`)).text).toContain(label.toLowerCase())
  })
  it('a declined plan asks why, and keeps it', async () => {
    const { assessmentId, next } = await agreed('childInNeedPlan')
    const worker = await world.visit(council.worker)
    const at = `/assessments/${assessmentId}/next/${next}`
    expect((await worker.post(at, { outcome: 'declined' })).text).toContain('Say why.')
    await worker.post(at, { outcome: 'declined', reason: 'They want the school to help instead.' })
    expect((await worker.get(at)).text).toContain('They want the school to help instead.')
  })
  it.each(wrong.filter(([, who]) => who !== undefined))('is refused to %s', async (_, who) => {
    const { assessmentId, next } = await agreed('childInNeedPlan')
    const visitor = await world.visit(who)
    expect([403, 404]).toContain((await visitor.get(`/assessments/${assessmentId}/next/${next}`)).status)
    expect([403, 404]).toContain((await visitor.post(`/assessments/${assessmentId}/next/${next}`, { outcome: 'planned' })).status)
    expect((await stateOf(next)).state).toBe('open')
  })
})
