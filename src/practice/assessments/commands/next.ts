import { Type } from '@sinclair/typebox'
import { change } from '../../../engine/pathways/follow.ts'
import { notFound } from '../../../kernel/errors.ts'
import { Id, optional, shape } from '../../../kernel/shape.ts'
import { frontDoor } from '../../../../content/pathways/frontDoor.ts'
import { command } from '../../../record/access/act.ts'
import { finishWork, itemFor, peopleOfItem } from '../../../record/work/register.ts'

/** Ends what followed an assessment (handing over to early help, the plan to come, the strategy discussion) with what came of it. */
export const finishNext = command('assessments.finishNext', shape({ itemId: Id, outcome: Type.String({ maxLength: 60 }), reason: optional(Type.String({ maxLength: 1000 })) }), {
  may: 'work.do',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId, outcome, reason }) => {
    const item = await itemFor(asking, itemId)
    if (item.subjectKind !== 'assessment' || item.kind === 'assessmentSignOff') throw notFound('We could not find that piece of work.')
    const row = { id: item.id, step: item.kind, people: item.people.map((one) => one.id), status: item.state === 'done' ? 'done' as const : item.state === 'cancelled' ? 'cancelled' as const : 'open' as const, openedOn: item.openedOn }
    const after = change(frontDoor, row, { do: 'finish', outcome, on: asking.today, ...(reason?.trim() ? { reason: reason.trim() } : {}) })
    if ('problem' in after) return { problems: [after.problem] }
    await finishWork(asking, itemId, { outcome, ...(reason?.trim() ? { reason: reason.trim() } : {}) })
    return { answer: { done: true }, happened: [{ kind: 'assessment.followed', people: item.people.map((one) => one.id), on: asking.today, subject: { kind: 'work', id: itemId } }] }
  },
})
