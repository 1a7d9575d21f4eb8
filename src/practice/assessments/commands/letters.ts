import { notAllowed } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { command } from '../../../record/access/act.ts'
import { workOfSubject } from '../../../record/work/queries.ts'
import { finishWork } from '../../../record/work/register.ts'
import { SendLetter } from '../model/letters.ts'
import { letterDesk } from '../queries/letters.ts'
import { problemsOfLetter } from '../rules/letters.ts'
import * as assessments from '../store/assessments.ts'
import * as store from '../store/letters.ts'

/** Keeps a letter as it was sent or given, for one recipient. Nothing about other people's children, and no address but their own, goes out. */
export const sendLetter = command('assessments.sendLetter', SendLetter, {
  may: 'record.write',
  people: async ({ assessmentId }, db) => (await assessments.childrenOf(db, assessmentId)).map((child) => child.personId),
  run: async (asking, { assessmentId, recipientId, words, more }) => {
    const desk = await letterDesk(asking, assessmentId, recipientId)
    const recipient = desk.recipients.find((one) => one.id === recipientId)
    if (desk.found.assessment.state !== 'authorised') return { problems: [{ question: 'opening', problem: 'The letter goes out when the assessment is agreed.' }] }
    if (!recipient) throw notAllowed('This letter is for a parent of one of the children, or somebody who stands in for one.')
    const problems = problemsOfLetter(words, recipient, recipient.children, desk.all, desk.otherAddresses)
    if (problems.length > 0) return { problems }
    const id = newId(Date.parse(asking.now))
    const about = recipient.children.map((child) => child.id)
    await store.insert(asking.db, { id, assessmentId, about, recipientId, words, at: asking.now, by: asking.actor.id })
    const open = (await workOfSubject(asking, assessmentId)).find((item) => item.kind === 'letter' && item.state !== 'done' && item.state !== 'cancelled')
    if (open && !more) await finishWork(asking, open.id, { outcome: 'sent' })
    return { answer: { id }, happened: [{ kind: 'letter.sent', people: about, on: asking.today, subject: { kind: 'letter', id } }] }
  },
})
