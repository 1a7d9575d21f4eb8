import { describe, expect, it } from 'vitest'
import { allocatedAssessment, done, earlierAssessment, problemsOf, writtenAndSent } from '../../../test/factories/assessment.ts'
import { usualCouncil } from '../../../test/factories/council.ts'
import { smithAndBegum } from '../../../test/factories/family.ts'
import { freshDatabase } from '../../../test/database.ts'
import { newId } from '../../kernel/ids.ts'
import { answer } from '../../record/access/act.ts'
import { openWorkAbout } from '../../record/work/queries.ts'
import { itemFor } from '../../record/work/register.ts'
import { frozenForm } from '../../record/answers/register.ts'
import { cancelAssessment, handOverAssessment, reopenAssessment } from './commands/changing.ts'
import { decideAssessment, undoDecision } from './commands/deciding.ts'
import { sendAssessment } from './commands/sending.ts'
import { saveSection, settleClash, settleProposal, startAssessment } from './commands/writing.ts'
import { readSignOff } from './queries/deciding.ts'
import { editing } from './queries/editing.ts'

const fresh = await freshDatabase()
const council = await usualCouncil(fresh.owner)
const monday = '2026-11-02T09:00:00.000Z'
const later = '2026-11-18T09:00:00.000Z'
const as = (actor: string, at = later) => fresh.as(actor, at)
const worker = as(council.worker)
const manager = as(council.manager)
const rows = async (text: string, values: unknown[] = []) => (await fresh.owner.query(text, values)).rows
const allOf = (id: Awaited<ReturnType<typeof smithAndBegum>>) => [id.amelia, id.noah, id.isla, id.leo]

async function given(at = monday) {
  const id = await smithAndBegum(as(council.worker, at))
  const itemId = await allocatedAssessment(as(council.worker, at), { children: allOf(id), teamId: council.teams.two, workerId: council.worker })
  await done(startAssessment.do(worker, { itemId }))
  return { id, itemId }
}
const read = async (itemId: string, who = worker) => {
  const found = await answer(who, 'test', 'record.read', (asking) => editing(asking, itemId, 'visits'))
  if (!('start' in found)) throw new Error('not begun')
  return found
}
const school = (value: string, base: string | null = null, childId?: string) => ({ section: 'school', changes: [{ question: 'schoolNow', ...(childId ? { childId } : {}), base, value }] })

describe('An assessment of all the children of a family', () => {
  it('is begun once, however often it is opened, and starts empty where nothing was said before', async () => {
    const { itemId } = await given()
    const [first, second] = [await done(startAssessment.do(worker, { itemId })), await done(startAssessment.do(worker, { itemId }))]
    expect(first).toEqual(second)
    const { start } = await read(itemId)
    expect(start.children.map((child) => child.given)).toEqual(['Amelia', 'Noah', 'Isla', 'Leo'])
    expect(start.answers).toEqual({})
    expect(start.proposals).toEqual([])
  })

  it('brings forward what was said last time, to be kept, changed or dropped; nothing of it is part of the record before', async () => {
    const id = await smithAndBegum(as(council.worker, monday))
    const given = { children: allOf(id), teamId: council.teams.two, workerId: council.worker, managerId: council.manager }
    await earlierAssessment(as, { ...given, at: '2025-09-20T09:00:00.000Z' })
    const itemId = await allocatedAssessment(as(council.worker, monday), given)
    await done(startAssessment.do(worker, { itemId }))
    const before = await read(itemId)
    expect(before.start.proposals).toHaveLength(20)
    expect(before.start.answers).toEqual({})
    expect(before.start.proposals[0]?.source).toMatchObject({ title: 'Child and family assessment', on: '2025-09-20', by: 'Priya Nair' })
    await done(settleProposal.do(worker, { itemId, question: 'schoolNow', choice: 'keep' }))
    await done(settleProposal.do(worker, { itemId, question: 'schoolHelp', choice: 'drop' }))
    const after = await read(itemId)
    expect(after.start.proposals).toHaveLength(18)
    expect(after.start.answers.schoolNow?.all).toContain('How are the children getting on at school?')
    expect(after.start.answers.schoolHelp).toBeUndefined()
    const problems = await problemsOf(sendAssessment.do(worker, { itemId }))
    expect(problems.map((one) => one.problem)).toContain('Check what was said last time: “How healthy are the children?”')
  })

  it('is saved place by place: an answer for all, and one child’s own beside it', async () => {
    const { id, itemId } = await given()
    await done(saveSection.do(worker, { itemId, ...school('All like school.') }))
    await done(saveSection.do(worker, { itemId, ...school('Isla is tired.', null, id.isla) }))
    const { start } = await read(itemId)
    expect(start.answers.schoolNow).toEqual({ all: 'All like school.', each: { [id.isla]: 'Isla is tired.' } })
  })

  it('takes the same save twice as one', async () => {
    const { itemId } = await given()
    const commandId = newId()
    await done(saveSection.do(worker, { itemId, ...school('Once.') }, commandId))
    await done(saveSection.do(worker, { itemId, ...school('Once.') }, commandId))
    const [row] = await rows("select s.version from answers.section s join answers.form f on f.id = s.form_id where f.item_id = $1 and section = 'school'", [itemId])
    expect(row.version).toBe(1)
  })

  it('counts the saves of one section within five minutes as one in the audit', async () => {
    const { itemId } = await given()
    for (const words of ['A', 'AB', 'ABC']) await saveSection.do(worker, { itemId, ...school(words, words.slice(0, -1) || null) })
    expect(await rows("select 1 from audit.event where what = 'assessments.saveSection' and section = $1", [`${itemId}/school`])).toHaveLength(1)
  })

  it('keeps both texts where two people wrote in one place, until somebody chooses', async () => {
    const { itemId } = await given()
    await done(saveSection.do(worker, { itemId, ...school('Written by Priya.') }))
    const second = await done(saveSection.do(manager, { itemId, ...school('Written by Tom.') }))
    expect(second.clashes).toHaveLength(1)
    const both = await read(itemId)
    expect(both.start.answers.schoolNow?.all).toBe('Written by Priya.')
    expect(both.start.clashes[0]).toMatchObject({ mine: 'Written by Tom.', theirs: 'Written by Priya.', by: 'Tom Hughes', theirsBy: 'Priya Nair' })
    expect((await problemsOf(sendAssessment.do(worker, { itemId }))).map((one) => one.problem)).toContain('Two people wrote here. Choose what to use.')
    await done(settleClash.do(worker, { itemId, clashId: both.start.clashes[0]?.id ?? '', use: 'both' }))
    const after = await read(itemId)
    expect(after.start.clashes).toEqual([])
    expect(after.start.answers.schoolNow?.all).toBe('Written by Priya.\n\nWritten by Tom.')
  })

  it('unites what two people ticked', async () => {
    const { itemId } = await given()
    const factors = (value: string[]) => ({ itemId, section: 'whatThisMeans', changes: [{ question: 'factors', base: null, value }] })
    const { start } = await read(itemId)
    const [one = '', two = ''] = start.form.sections.flatMap((section) => section.questions).find((question) => question.id === 'factors')?.options?.map((option) => option.code) ?? []
    await done(saveSection.do(worker, factors([one])))
    expect((await done(saveSection.do(manager, factors([two])))).clashes).toEqual([])
    expect((await read(itemId)).start.answers.factors?.all).toEqual([one, two])
  })

  it('is not written by a worker of another team, nor read by them', async () => {
    const { itemId } = await given()
    await expect(saveSection.do(as(council.otherWorker), { itemId, ...school('No.') })).rejects.toThrow()
    await expect(startAssessment.do(as(council.otherWorker), { itemId })).rejects.toThrow()
    await expect(sendAssessment.do(as(council.businessSupport), { itemId })).rejects.toThrow('Your role does not include this.')
    await expect(read(itemId, as(council.otherWorker))).rejects.toThrow('We could not find')
  })

  it('refuses somebody else who signed in while the writer was away', async () => {
    const { itemId } = await given()
    await expect(saveSection.do(manager, { itemId, ...school('Priya typed this.'), as: council.worker })).rejects.toThrow()
  })

  it('refuses an answer that stands in another section, and a child it is not about', async () => {
    const { itemId } = await given()
    expect(await problemsOf(saveSection.do(worker, { itemId, section: 'health', changes: [{ question: 'schoolNow', base: null, value: 'x' }] }))).toEqual([{ question: 'schoolNow', problem: 'This section does not ask that.' }])
    expect(await problemsOf(saveSection.do(worker, { itemId, ...school('x', null, newId()) }))).toEqual([{ question: 'schoolNow', problem: 'This assessment is not about that child.' }])
  })
})

describe('Sending and agreeing', () => {
  const sent = async (outcome = 'childInNeedPlan', also: Parameters<typeof writtenAndSent>[2]['also'] = {}) => {
    const { id, itemId } = await given()
    const signOffId = await writtenAndSent(worker, itemId, { seenOn: '2026-11-10', outcome, also })
    return { id, itemId, signOffId }
  }

  it('says what is missing, and nothing is sent', async () => {
    const { itemId } = await given()
    const problems = await problemsOf(sendAssessment.do(worker, { itemId }))
    expect(problems.map((one) => one.problem)).toEqual(expect.arrayContaining(['Say why we are assessing now.', 'Write what the children say or show.', 'Say what is working well']))
    expect((await read(itemId)).assessment.state).toBe('open')
  })

  it('writes the facts of each child and asks one manager', async () => {
    const { id, itemId, signOffId } = await sent()
    const people = await rows('select person_id, seen_on::text, seen_alone_on::text, p.outcome from assessments.assessment_person p join assessments.assessment a on a.id = p.assessment_id where a.item_id = $1', [itemId])
    expect(people).toHaveLength(4)
    for (const one of people) expect(one).toMatchObject({ seen_on: '2026-11-10', seen_alone_on: '2026-11-10', outcome: 'childInNeedPlan' })
    expect(await rows('select distinct person_id from assessments.factor f join assessments.assessment a on a.id = f.assessment_id where a.item_id = $1', [itemId])).toHaveLength(4)
    expect(await rows("select 1 from people.voice where source_kind = 'assessment' and person_id = any ($1) and superseded_at is null", [allOf(id)])).toHaveLength(4)
    const [signOff] = await rows('select kind, state, worker_id, asked_by from work.item where id = $1', [signOffId])
    expect(signOff).toEqual({ kind: 'assessmentSignOff', state: 'open', worker_id: council.manager, asked_by: council.worker })
    expect(await rows("select 1 from work.item where subject_kind = 'assessment' and kind = 'assessmentSignOff' and parent_id = $1", [itemId])).toHaveLength(1)
  })

  it('shows the manager what we are worried about and what works well before what we decide, and how many sections have no answer', async () => {
    const { signOffId } = await sent()
    const told = await answer(manager, 'test', 'record.read', async (asking) => readSignOff(asking, await itemFor(asking, signOffId)))
    expect(told.weighed?.map((one) => one.title)).toEqual(['What we are worried about', 'What is working well'])
    expect(told.weighed?.every((one) => one.words.length > 0)).toBe(true)
    expect(told.lede).not.toContain('no answer')
  })

  it('runs the 45 days until the manager has agreed, not until it was sent', async () => {
    const { itemId, signOffId } = await sent()
    const clock = () => rows("select item_id, state, met_on::text from work.clock where duty = 'assessment.completed' and item_id = any ($1)", [[itemId, signOffId]])
    expect(await clock()).toEqual([{ item_id: signOffId, state: 'running', met_on: null }])
    await done(decideAssessment.do(as(council.manager, '2026-11-20T09:00:00.000Z'), { itemId: signOffId, decision: 'agree' }))
    expect(await clock()).toEqual([{ item_id: signOffId, state: 'met', met_on: '2026-11-20' }])
  })

  it('keeps the words as they were asked, a child’s own answers apart from those for all', async () => {
    const { id, itemId } = await given()
    const own = { question: 'schoolNow', childId: id.isla, base: null, value: 'Isla sleeps in class.' }
    await writtenAndSent(worker, itemId, { seenOn: '2026-11-10', also: { school: [own] } })
    const [form] = await rows('select id, as_asked::text as kept from answers.form where item_id = $1', [itemId])
    expect(form.kept).not.toContain('Isla sleeps in class.')
    const frozen = await answer(worker, 'test', 'record.read', (asking) => frozenForm(asking, form.id))
    const asked = frozen?.sections.find((section) => section.id === 'school')?.questions.find((question) => question.id === 'schoolNow')
    expect(asked?.asked).toBe('How are the children getting on at school?')
    expect(asked?.answers.map((one) => one.words)).toContain('Isla sleeps in class.')
    expect(frozen?.sections[0]?.id).toBe('whatThisMeans')
  })

  it('is not decided by whoever wrote it, by a worker, or by a manager of another team', async () => {
    const { signOffId } = await sent()
    const decide = (who: string) => decideAssessment.do(as(who), { itemId: signOffId, decision: 'agree' })
    await expect(decide(council.worker)).rejects.toThrow('Your role does not include this.')
    await expect(decide(council.frontDoorManager)).rejects.toThrow('The manager of the team decides on this.')
  })

  it('asks the manager above when a manager wrote it, because nobody agrees their own work', async () => {
    const id = await smithAndBegum(as(council.manager, monday))
    const itemId = await allocatedAssessment(as(council.manager, monday), { children: allOf(id), teamId: council.teams.two, workerId: council.manager })
    const signOffId = await writtenAndSent(manager, itemId, { seenOn: '2026-11-10' })
    const [signOff] = await rows('select worker_id from work.item where id = $1', [signOffId])
    expect(signOff.worker_id).toBe(council.head)
    await expect(decideAssessment.do(manager, { itemId: signOffId, decision: 'agree' })).rejects.toThrow('Nobody agrees their own work.')
  })

  it('agreed once, opens what follows for the children who need it, and twice is once', async () => {
    const { id, itemId, signOffId } = await sent('childInNeedPlan', { whatShouldHappen: [] })
    await done(decideAssessment.do(manager, { itemId: signOffId, decision: 'agree', comment: 'Clear and fair.' }))
    expect((await problemsOf(decideAssessment.do(manager, { itemId: signOffId, decision: 'agree' })))[0]?.problem).toContain('decided on this already')
    const [assessment] = await rows('select id, state, authorised_by, authorised_on::text from assessments.assessment where item_id = $1', [itemId])
    expect(assessment).toMatchObject({ state: 'authorised', authorised_by: council.manager, authorised_on: '2026-11-18' })
    const next = await rows("select kind, worker_id from work.item where subject_id = $1 and kind <> 'assessmentSignOff' order by kind", [assessment.id])
    expect(next).toEqual([{ kind: 'letter', worker_id: council.worker }, { kind: 'planChildInNeed', worker_id: council.worker }])
    const open = await answer(worker, 'test', 'record.read', (asking) => openWorkAbout(asking, [id.isla]))
    expect(open.map((item) => item.kind).sort()).toEqual(['letter', 'planChildInNeed'])
  })

  it('lets outcomes differ by child: each follow-up is about those who need it', async () => {
    const { id, itemId } = await given()
    const own = { question: 'outcome', childId: id.leo, base: null, value: 'noFurtherAction' }
    const signOffId = await writtenAndSent(worker, itemId, { seenOn: '2026-11-10', also: { whatShouldHappen: [own] } })
    await done(decideAssessment.do(manager, { itemId: signOffId, decision: 'agree' }))
    const plan = await rows("select p.person_id from work.item i join work.item_person p on p.item_id = i.id where i.kind = 'planChildInNeed' and i.parent_id = $1", [itemId])
    expect(plan.map((row) => row.person_id).sort()).toEqual([id.amelia, id.noah, id.isla].sort())
    const [assessment] = await rows('select outcome from assessments.assessment where item_id = $1', [itemId])
    expect(assessment.outcome).toBe('childInNeedPlan')
  })

  it('returned only with a comment, it is back with its writer, who can write and send again', async () => {
    const { itemId, signOffId } = await sent()
    expect(await problemsOf(decideAssessment.do(manager, { itemId: signOffId, decision: 'return' }))).toEqual([{ question: 'comment', problem: 'Say what Priya should change.' }])
    await done(decideAssessment.do(manager, { itemId: signOffId, decision: 'return', comment: 'Who opens the door when Dad is there?' }))
    const { assessment, item, start } = await read(itemId)
    expect([assessment.state, item.state, start.returned]).toEqual(['returned', 'returned', { by: 'Tom Hughes', comment: 'Who opens the door when Dad is there?' }])
    await done(saveSection.do(worker, { itemId, section: 'safety', changes: [{ question: 'safetyNow', base: start.answers.safetyNow?.all ?? null, value: 'Jean opens the door.' }] }))
    const again = await done(sendAssessment.do(worker, { itemId }))
    await done(decideAssessment.do(manager, { itemId: again.signOffId, decision: 'agree' }))
    expect((await read(itemId)).assessment.state).toBe('authorised')
  })

  it('taken back within a minute, stands as before; after a minute it is too late; nobody else takes it back', async () => {
    const { id, itemId, signOffId } = await sent()
    const at = (time: string) => as(council.manager, `2026-11-18T${time}.000Z`)
    await done(decideAssessment.do(at('10:00:00'), { itemId: signOffId, decision: 'agree' }))
    await expect(undoDecision.do(as(council.head, '2026-11-18T10:00:10.000Z'), { itemId: signOffId })).rejects.toThrow('Only who decided can take it back.')
    expect((await problemsOf(undoDecision.do(at('10:01:01'), { itemId: signOffId })))[0]?.problem).toContain('A minute has gone.')
    await done(undoDecision.do(at('10:00:59'), { itemId: signOffId }))
    expect((await read(itemId)).assessment.state).toBe('sent')
    const open = await answer(manager, 'test', 'record.read', (asking) => openWorkAbout(asking, [id.isla]))
    expect(open.map((item) => item.kind)).toEqual(['assessmentSignOff'])
    await done(decideAssessment.do(at('10:05:00'), { itemId: signOffId, decision: 'agree' }))
    expect((await read(itemId)).assessment.state).toBe('authorised')
  })

  it('sent late, asks why, and a reason is a normal answer', async () => {
    const { itemId } = await given('2026-06-01T09:00:00.000Z')
    await expect(writtenAndSent(worker, itemId, { seenOn: '2026-11-10' })).rejects.toThrow('Choose why it took longer')
    const { start } = await read(itemId)
    const late = start.form.sections.flatMap((section) => section.questions).find((question) => question.id === 'whyLate')?.options?.[0]?.code ?? ''
    await done(saveSection.do(worker, { itemId, section: 'whatShouldHappen', changes: [{ question: 'whyLate', base: null, value: late }] }))
    await done(sendAssessment.do(worker, { itemId }))
    const [row] = await rows('select late_reason from assessments.assessment where item_id = $1', [itemId])
    expect(row.late_reason).toBe(late)
  })

  it('is not written in after it was sent', async () => {
    const { itemId } = await sent()
    await expect(saveSection.do(worker, { itemId, ...school('Later.') })).rejects.toThrow('Priya Nair has sent this assessment.')
  })
})

describe('Out of order', () => {
  it('is ended, opened again and handed over, each with a reason', async () => {
    const { itemId } = await given()
    expect(await problemsOf(cancelAssessment.do(worker, { itemId, reason: ' ' }))).toHaveLength(1)
    await done(cancelAssessment.do(worker, { itemId, reason: 'The family moved to Leeds.' }))
    expect((await read(itemId)).assessment.state).toBe('cancelled')
    await done(reopenAssessment.do(worker, { itemId, reason: 'They came back.' }))
    expect((await read(itemId)).assessment.state).toBe('returned')
    const colleague = await council.actor('Mei Chan', [{ team: council.teams.two, role: 'worker' }])
    await expect(handOverAssessment.do(as(colleague), { itemId, workerId: colleague, reason: 'Mine.' })).rejects.toThrow('Whoever has it, or their manager, hands it over.')
    await done(handOverAssessment.do(manager, { itemId, workerId: colleague, reason: 'Priya is on leave.' }))
    expect((await read(itemId)).item.workerName).toBe('Mei Chan')
  })

  it('agreed and then found wrong, is opened again; the agreement stays in the history', async () => {
    const { itemId } = await given()
    const signOffId = await writtenAndSent(worker, itemId, { seenOn: '2026-11-10' })
    await done(decideAssessment.do(manager, { itemId: signOffId, decision: 'agree' }))
    await done(reopenAssessment.do(worker, { itemId, reason: 'The school found an older report.' }))
    const { assessment, decisions } = await read(itemId)
    expect([assessment.state, decisions[0]?.decision]).toEqual(['returned', 'agree'])
  })
})
