import { notAllowed, notFound } from '../../../kernel/errors.ts'
import { command } from '../../../record/access/act.ts'
import { setFormState } from '../../../record/answers/register.ts'
import { workOfSubject } from '../../../record/work/queries.ts'
import { allocateWork, cancelWork, itemFor, peopleOfItem, reopenWork } from '../../../record/work/register.ts'
import { HandOver, WithReason } from '../model/stored.ts'
import * as store from '../store/assessments.ts'
import { worksInTeam } from '../../../record/work/team/store.ts'
import { groundOf } from './ground.ts'

const sayWhy = (problem: string) => ({ problems: [{ question: 'reason', problem }] })

/** Not needed after all: everything written stays readable. */
export const cancelAssessment = command('assessments.cancel', WithReason, {
  may: 'work.do',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId, reason }) => {
    if (!reason.trim()) return sayWhy('Say why it is not needed.')
    const { item, assessment, formId } = await groundOf(asking, itemId)
    if (assessment.state === 'authorised' || assessment.state === 'cancelled') return sayWhy('This is finished. Open it again first.')
    await cancelWork(asking, item.id, reason)
    for (const open of (await workOfSubject(asking, assessment.id)).filter((one) => one.state !== 'done' && one.state !== 'cancelled')) await cancelWork(asking, open.id, reason)
    await store.setState(asking.db, assessment.id, 'cancelled')
    await setFormState(asking, formId, 'cancelled')
    return { answer: { cancelled: true }, happened: [{ kind: 'assessment.cancelled', people: item.people.map((one) => one.id), on: asking.today, subject: { kind: 'assessment', id: assessment.id } }] }
  },
})

/** Opened again with a reason: something was wrong or missing. What was agreed stays in the history. */
export const reopenAssessment = command('assessments.reopen', WithReason, {
  may: 'work.do',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId, reason }) => {
    if (!reason.trim()) return sayWhy('Say why it is opened again.')
    const { assessment, formId } = await groundOf(asking, itemId)
    if (assessment.state === 'open' || assessment.state === 'returned') return sayWhy('This is open already.')
    if (!assessment.itemId) throw notAllowed('This assessment came from another system and is kept as it was.')
    const work = await itemFor(asking, assessment.itemId)
    if (assessment.state === 'sent' && assessment.signOffId) {
      await store.moveClock(asking.db, assessment.signOffId, work.id)
      await cancelWork(asking, assessment.signOffId, reason)
    }
    await reopenWork(asking, work.id, reason)
    await store.setState(asking.db, assessment.id, 'returned')
    await setFormState(asking, formId, 'returned')
    return { answer: { reopened: true }, happened: [{ kind: 'assessment.reopened', people: work.people.map((one) => one.id), on: asking.today, subject: { kind: 'assessment', id: assessment.id } }] }
  },
})

/** Somebody else carries on: nothing is lost, the clock runs on, and the history keeps who had it, why it went and what was left. */
export const handOverAssessment = command('assessments.handOver', HandOver, {
  may: 'work.do',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId, teamId, workerId, reason, left }) => {
    const item = await itemFor(asking, itemId)
    if (item.kind !== 'assessment') throw notFound('We could not find that assessment.')
    if (item.workerId !== asking.actor.id && !(await store.manages(asking.db, asking.actor.id, item.teamId))) throw notAllowed('Whoever has it, or their manager, hands it over.')
    if (!reason.trim()) return sayWhy('Say why it is handed over.')
    if (item.state === 'done' || item.state === 'cancelled') return sayWhy('This is finished. Open it again first.')
    const team = teamId ?? item.teamId
    if (workerId === item.workerId) return { problems: [{ question: 'taker', problem: 'They have it already. Choose somebody else.' }] }
    if (!team || !(await worksInTeam(asking.db, workerId, team))) return { problems: [{ question: 'taker', problem: 'Choose the worker together with their team.' }] }
    const words = left?.trim()
    await allocateWork(asking, itemId, { teamId: team, workerId, reason: reason.trim(), ...(words ? { left: words } : {}) })
    return { answer: { handedOver: true }, happened: [{ kind: 'assessment.handedOver', people: item.people.map((one) => one.id), on: asking.today, at: asking.now, subject: { kind: 'work', id: itemId } }] }
  },
})
