import { duties } from '../../../content/timescales/all.ts'
import { lastDay } from '../../engine/timescales/due.ts'
import { dutyOn } from '../../engine/timescales/evaluate.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { conflict, notAllowed } from '../../kernel/errors.ts'
import { command } from '../../record/access/act.ts'
import type { Asking, Happening } from '../../record/access/model.ts'
import { cancelWork, finishWork, moveClock, openWork, startClocks, teamOfWorker } from '../../record/work/register.ts'
import { Answer, Raise, Settle, TakeFurther, type Dispute } from './model.ts'
import { disputeFor } from './queries.ts'
import * as store from './store.ts'

const duty = 'reviewingOfficer.disputeResolved'
const by = (asking: Asking) => ({ at: asking.now, by: asking.actor.id })
const told = (kind: string, people: readonly string[], on: PlainDate, id: string): Happening => ({ kind, people, on, significant: true, subject: { kind: 'dispute', id } })

async function openFor(asking: Asking, id: string): Promise<Dispute> {
  const dispute = await disputeFor(asking, id)
  if (dispute.state !== 'open') throw conflict('This dispute is over.')
  return dispute
}
const give = async (asking: Asking, id: string, people: readonly string[], whomId: string, words: string, dueOn: PlainDate | undefined): Promise<string> =>
  openWork(asking, { kind: 'dispute', domain: 'children', people, subject: { kind: 'dispute', id }, words: words.slice(0, 300), workerId: whomId, teamId: await teamOfWorker(asking.db, whomId), askedBy: asking.actor.id, duty, dueOn, involves: false })

/** A chair or a reviewing officer disputes what is done for some children: somebody has to answer, and twenty working days run. */
export const raiseDispute = command('reviewing.raise', Raise, {
  may: 'record.write',
  people: ({ people }) => people,
  run: async (asking, { id, people, meetingId, words, wanted, whomId }) => {
    if (whomId === asking.actor.id) return { problems: [{ question: 'whomId', problem: 'Choose somebody else: nobody answers their own dispute.' }] }
    const law = dutyOn(duties, duty, asking.today)
    const dueOn = law ? lastDay(asking.today, law.within, law.calendar ?? 'england', law.count, false) : undefined
    const itemId = await give(asking, id, people, whomId, wanted.trim(), dueOn)
    await startClocks(asking, { itemId, subject: { kind: 'dispute', id }, duty, startedOn: asking.today, ...(dueOn ? { dueOn } : {}) })
    await store.insertDispute(asking.db, by(asking), { id, people, meetingId: meetingId ?? null, words: words.trim(), wanted: wanted.trim(), on: asking.today, itemId })
    await store.insertStep(asking.db, by(asking), { disputeId: id, stage: 'team', whomId, words: wanted.trim(), on: asking.today })
    return { answer: { id }, happened: [told('dispute.raised', people, asking.today, id)] }
  },
})

/** It goes to somebody further up: the clock of the whole goes on. To Cafcass it may go at any time. */
export const takeFurther = command('reviewing.takeFurther', TakeFurther, {
  may: 'record.write',
  people: ({ disputeId }, db) => store.peopleOfDispute(db, disputeId),
  run: async (asking, { disputeId, stage, whomId, words }) => {
    const dispute = await openFor(asking, disputeId)
    if (dispute.raisedById !== asking.actor.id) throw notAllowed('Only whoever raised it takes it further.')
    if (stage !== 'cafcass' && !whomId) return { problems: [{ question: 'whomId', problem: 'Choose who has to answer now.' }] }
    if (whomId && dispute.itemId) {
      const next = await give(asking, disputeId, dispute.people, whomId, dispute.wanted, await store.dueOfItem(asking.db, dispute.itemId))
      await moveClock(asking, duty, dispute.itemId, next)
      await cancelWork(asking, dispute.itemId, 'It has gone further.')
      await store.setItem(asking.db, disputeId, next)
    }
    await store.insertStep(asking.db, by(asking), { disputeId, stage, whomId: whomId ?? null, words: words.trim(), on: asking.today })
    return { answer: { id: disputeId }, happened: [told('dispute.further', dispute.people, asking.today, disputeId)] }
  },
})

/** Whoever has it answers; whoever raised it says whether that settles it. */
export const answerDispute = command('reviewing.answer', Answer, {
  may: 'record.write',
  people: ({ disputeId }, db) => store.peopleOfDispute(db, disputeId),
  run: async (asking, { disputeId, words }) => {
    const dispute = await openFor(asking, disputeId)
    await store.insertStep(asking.db, by(asking), { disputeId, stage: 'answer', whomId: null, words: words.trim(), on: asking.today })
    return { answer: { id: disputeId }, happened: [told('dispute.answered', dispute.people, asking.today, disputeId)] }
  },
})

/** Over: resolved, or taken back, with the reason. */
export const settleDispute = command('reviewing.settle', Settle, {
  may: 'record.write',
  people: ({ disputeId }, db) => store.peopleOfDispute(db, disputeId),
  run: async (asking, { disputeId, how, words }) => {
    const dispute = await openFor(asking, disputeId)
    if (dispute.raisedById !== asking.actor.id) throw notAllowed('Only whoever raised it says that it is over.')
    await store.endDispute(asking.db, disputeId, how, asking.today, words.trim())
    if (dispute.itemId) await (how === 'resolved' ? finishWork(asking, dispute.itemId, { outcome: 'resolved', on: asking.today }) : cancelWork(asking, dispute.itemId, words.trim()))
    return { answer: { id: disputeId }, happened: [told(how === 'resolved' ? 'dispute.resolved' : 'dispute.withdrawn', dispute.people, asking.today, disputeId)] }
  },
})
