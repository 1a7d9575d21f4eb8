import { TypeCompiler } from '@sinclair/typebox/compiler'
import { conflict, notAllowed } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { command, type Done } from '../../../record/access/act.ts'
import type { Asking } from '../../../record/access/model.ts'
import { outputKind, sendOut } from '../../../record/outputs/sending.ts'
import { workOfSubject } from '../../../record/work/queries.ts'
import { finishWork } from '../../../record/work/register.ts'
import { SendLetter } from '../model/letters.ts'
import { letterDesk } from '../queries/letters.ts'
import { letterPaper } from '../rules/letterPaper.ts'
import { problemsOfLetter } from '../rules/letters.ts'
import * as assessments from '../store/assessments.ts'
import * as store from '../store/letters.ts'

type Kept = Readonly<{ /** The letter, once it is out. */ id?: string; /** What waits for a second person. */ held?: string }>
const typed = TypeCompiler.Compile(SendLetter)

const letterToFamily = outputKind({
  kind: 'assessment.letter', title: 'Letter to the family after the assessment', purpose: 'To tell the family what was found and what happens next', lawfulBasis: 'Public task: UK GDPR article 6(1)(e) and 9(2)(h); Children Act 1989, sections 17 and 47', ownEvent: true,
  again: (asking, input) => {
    if (!typed.Check(input)) throw conflict('What was to go out cannot be read any more. Write it again.')
    return send(asking, input)
  },
})

async function send(asking: Asking, input: SendLetter): Promise<Done<Kept>> {
  const { assessmentId, recipientId, words, more, because } = input
  const desk = await letterDesk(asking, assessmentId, recipientId)
  const recipient = desk.recipients.find((one) => one.id === recipientId)
  if (desk.found.assessment.state !== 'authorised') return { problems: [{ question: 'opening', problem: 'The letter goes out when the assessment is agreed.' }] }
  if (!recipient) throw notAllowed('This letter is for a parent of one of the children, or somebody who stands in for one.')
  const problems = problemsOfLetter(words, recipient, recipient.children, desk.all, desk.otherAddresses)
  if (problems.length > 0) return { problems }
  const id = newId(Date.parse(asking.now))
  const about = recipient.children.map((child) => child.id)
  const address = recipient.address && !recipient.address.hidden ? [...recipient.address.lines, recipient.address.postcode ?? ''].filter(Boolean) : []
  const out = await sendOut(asking, letterToFamily, {
    reader: { kind: 'person', personId: recipientId, name: recipient.name }, people: about, format: 'paper', subject: { kind: 'letter', id }, back: `/assessments/${assessmentId}/letter?to=${recipientId}`, input,
    ...letterPaper({ ...recipient, address }, words, { team: desk.team, worker: desk.worker, manager: desk.manager, today: asking.today }),
  }, { because })
  if ('problems' in out) return out
  if (out.state === 'held') return { answer: { held: out.outputId } }
  await store.insert(asking.db, { id, assessmentId, about, recipientId, words, at: asking.now, by: asking.actor.id })
  const open = (await workOfSubject(asking, assessmentId)).find((item) => item.kind === 'letter' && item.state !== 'done' && item.state !== 'cancelled')
  if (open && !more) await finishWork(asking, open.id, { outcome: 'sent' })
  return { answer: { id }, happened: [...out.happened, { kind: 'letter.sent', people: about, on: asking.today, subject: { kind: 'letter', id } }] }
}

/** Keeps a letter as it was sent or given, for one recipient. Nothing about other people's children goes out, and nothing that is hidden from the recipient. */
export const sendLetter = command('assessments.sendLetter', SendLetter, {
  may: 'record.write',
  people: async ({ assessmentId }, db) => (await assessments.childrenOf(db, assessmentId)).map((child) => child.personId),
  run: send,
})
