import { followEach, stepOf } from '../../../engine/pathways/follow.ts'
import { dutyOn } from '../../../engine/timescales/evaluate.ts'
import { lastDay } from '../../../engine/timescales/due.ts'
import { notAllowed, notFound, type Problem } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { shape, Id } from '../../../kernel/shape.ts'
import { addWorkingDays } from '../../../kernel/workingDays.ts'
import { command } from '../../../record/access/act.ts'
import type { Asking, Happening } from '../../../record/access/model.ts'
import { setFormState } from '../../../record/answers/register.ts'
import { cancelWork, finishWork, itemFor, openWork, peopleOfItem, reopenWork, setWorkState, startClocks } from '../../../record/work/register.ts'
import { workOfSubject } from '../../../record/work/queries.ts'
import type { WorkItem } from '../../../record/work/model.ts'
import { frontDoor } from '../../../../content/pathways/frontDoor.ts'
import { duties } from '../../../../content/timescales/all.ts'
import { Decide, type Assessment } from '../model/stored.ts'
import { closing } from '../rules/facts.ts'
import * as store from '../store/assessments.ts'
import { groundOf } from './ground.ts'

/** The family hears from us within a week: our own measure, no law gives a number. */
const letterWithin = 5
const undoWithinMs = 60_000

/** Who may decide: somebody who manages the team, and never who wrote or sent it (access policy, rule 18). */
async function mayAgree(asking: Asking, signOff: WorkItem, assessment: Assessment): Promise<void> {
  const work = assessment.itemId ? await itemFor(asking, assessment.itemId) : undefined
  if ([assessment.sentBy, signOff.askedBy, work?.workerId].includes(asking.actor.id)) throw notAllowed('Nobody agrees their own work. Another manager decides on this one.')
  if (signOff.workerId === asking.actor.id || (await store.manages(asking.db, asking.actor.id, signOff.teamId))) return
  throw notAllowed('The manager of the team decides on this. Ask them, or whoever stands in for them.')
}

/** What follows by the pathway, once for all the children who need it. */
async function openNext(asking: Asking, signOff: WorkItem, work: WorkItem, assessment: Assessment, outcomes: Readonly<Record<string, string>>): Promise<void> {
  const subject = { kind: 'assessment', id: assessment.id }
  for (const next of followEach(frontDoor, 'assessmentSignOff', outcomes)) {
    const duty = next.duties.map((id) => dutyOn(duties, id, asking.today)).find((one) => one !== undefined)
    const dueOn = duty ? lastDay(asking.today, duty.within, duty.calendar ?? 'england', duty.count) : next.step === 'letter' ? addWorkingDays(asking.today, letterWithin) : undefined
    const mine = stepOf(frontDoor, next.step)?.who === 'team manager'
    const itemId = await openWork(asking, {
      kind: next.step, domain: 'children', people: next.people, subject, parentId: work.id, teamId: work.teamId, workerId: mine ? asking.actor.id : work.workerId, askedBy: asking.actor.id,
      dueOn, duty: duty?.id, pathway: frontDoor.id, pathwayVersion: frontDoor.version, involves: false,
    })
    if (duty && dueOn) await startClocks(asking, { itemId, subject, duty: duty.id, startedOn: asking.today, dueOn })
  }
}

async function agree(asking: Asking, signOff: WorkItem, assessment: Assessment, work: WorkItem): Promise<Happening[]> {
  const { db, now, today, actor } = asking
  const children = await store.childrenOf(db, assessment.id)
  const people = children.map((child) => child.personId)
  await store.setAuthorised(db, assessment.id, { on: today, at: now, by: actor.id })
  if (assessment.formId) await setFormState(asking, assessment.formId, 'finished')
  await finishWork(asking, signOff.id, { outcome: assessment.outcome ?? 'noFurtherAction' })
  await openNext(asking, signOff, work, assessment, Object.fromEntries(children.flatMap((child) => (child.outcome ? [[child.personId, child.outcome]] : []))))
  const ended = closing(children)
  if (assessment.referralId && ended.length > 0) await store.closeReferral(db, assessment.referralId, ended, today, now)
  const subject = { kind: 'assessment', id: assessment.id }
  return [
    { kind: 'assessment.authorised', people, on: today, significant: true, subject },
    ...(ended.length > 0 ? [{ kind: 'assessment.closed', people: ended.map((child) => child.personId), on: today, subject }] : []),
  ]
}

async function giveBack(asking: Asking, signOff: WorkItem, assessment: Assessment, work: WorkItem, comment: string): Promise<Happening[]> {
  await store.setState(asking.db, assessment.id, 'returned')
  if (assessment.formId) await setFormState(asking, assessment.formId, 'returned')
  await store.moveClock(asking.db, signOff.id, work.id)
  await finishWork(asking, signOff.id, { outcome: 'returned', reason: comment })
  await reopenWork(asking, work.id, comment)
  return [{ kind: 'assessment.returned', people: work.people.map((person) => person.id), on: asking.today, subject: { kind: 'assessment', id: assessment.id } }]
}

/** One manager agrees (a comment if they like) or returns it (with what to change). Nobody decides on their own work. */
export const decideAssessment = command('assessments.decide', Decide, {
  may: 'work.decide',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId, decision, comment }) => {
    const { item: signOff, assessment } = await groundOf(asking, itemId)
    if (signOff.kind !== 'assessmentSignOff' || !assessment.itemId) throw notFound('We could not find that decision.')
    await mayAgree(asking, signOff, assessment)
    if (assessment.state !== 'sent' || assessment.signOffId !== itemId || signOff.state === 'done') return { problems: [{ question: 'decision', problem: 'Somebody has decided on this already. Open it again to see what was decided.' }] }
    const said = comment?.trim() ?? ''
    if (decision === 'return' && said === '') return { problems: [{ question: 'comment', problem: `Say what ${firstName(signOff.askedByName)} should change.` }] satisfies Problem[] }
    const work = await itemFor(asking, assessment.itemId)
    const id = newId(Date.parse(asking.now))
    await store.insertDecision(asking.db, { id, assessmentId: assessment.id, decision, comment: said === '' ? null : said, by: asking.actor.id, at: asking.now })
    const happened = decision === 'agree' ? await agree(asking, signOff, assessment, work) : await giveBack(asking, signOff, assessment, work, said)
    return { answer: { decisionId: id, decision, undoUntil: Date.parse(asking.now) + undoWithinMs }, happened }
  },
})

const firstName = (name: string | null): string => name?.split(' ')[0] ?? 'the worker'

/** Takes a decision back within a minute, by whoever made it: everything stands as before, and the history keeps both. */
export const undoDecision = command('assessments.undoDecision', shape({ itemId: Id }), {
  may: 'work.decide',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId }) => {
    const { item: signOff, assessment } = await groundOf(asking, itemId)
    const [last] = await store.decisionsOf(asking.db, assessment.id)
    if (!last || last.byId !== asking.actor.id || assessment.signOffId !== itemId) throw notAllowed('Only who decided can take it back.')
    if (Date.parse(asking.now) - Date.parse(last.at) > undoWithinMs) return { problems: [{ question: 'decision', problem: 'A minute has gone. Open the assessment again with a reason instead.' }] }
    await store.undoDecision(asking.db, last.id, asking.now)
    await reopenWork(asking, signOff.id, 'The decision was taken back within a minute.')
    await setWorkState(asking, signOff.id, 'open')
    await store.setState(asking.db, assessment.id, 'sent')
    if (assessment.formId) await setFormState(asking, assessment.formId, 'sent')
    if (last.decision === 'agree') await takeBackAgreement(asking, assessment)
    else if (assessment.itemId) {
      await store.moveClock(asking.db, assessment.itemId, signOff.id)
      await finishWork(asking, assessment.itemId, { outcome: 'finished' })
    }
    const event = await store.lastEvent(asking.db, assessment.id, last.decision === 'agree' ? 'assessment.authorised' : 'assessment.returned')
    return { answer: { undone: true }, happened: [{ kind: 'assessment.decisionUndone', people: signOff.people.map((person) => person.id), on: asking.today, subject: { kind: 'assessment', id: assessment.id }, ...(event ? { supersedes: event } : {}) }] }
  },
})

async function takeBackAgreement(asking: Asking, assessment: Assessment): Promise<void> {
  const next = (await workOfSubject(asking, assessment.id)).filter((item) => item.kind !== 'assessmentSignOff' && item.state !== 'done' && item.state !== 'cancelled')
  for (const item of next) await cancelWork(asking, item.id, 'The decision was taken back within a minute.')
  const children = await store.childrenOf(asking.db, assessment.id)
  if (assessment.referralId) await store.openReferral(asking.db, assessment.referralId, closing(children).map((child) => child.personId))
}
