import { newId } from '../../src/kernel/ids.ts'
import { plain } from '../../src/kernel/dates.ts'
import { sql } from '../../src/platform/db/sql.ts'
import { addWorkingDays } from '../../src/kernel/workingDays.ts'
import { answer, type Caller } from '../../src/record/access/act.ts'
import type { Change } from '../../src/record/answers/model.ts'
import { openWork, startClocks } from '../../src/record/work/register.ts'
import { decideAssessment } from '../../src/practice/assessments/commands/deciding.ts'
import { sendAssessment } from '../../src/practice/assessments/commands/sending.ts'
import { saveSection, settleProposal, startAssessment } from '../../src/practice/assessments/commands/writing.ts'
import { childAndFamilyAssessment as form } from '../../content/forms/childAndFamilyAssessment.ts'

type Came<Answer> = Promise<{ done: Answer } | { problems: readonly { question: string; problem: string }[] }>
/** The answer of a command that is meant to work. */
export async function done<Answer>(outcome: Came<Answer>): Promise<Answer> {
  const came = await outcome
  if ('problems' in came) throw new Error(JSON.stringify(came.problems))
  return came.done
}
/** What a command that is meant to be refused asks to put right. */
export async function problemsOf(outcome: Came<unknown>): Promise<readonly { question: string; problem: string }[]> {
  const came = await outcome
  return 'problems' in came ? came.problems : []
}

/** An assessment given to a worker, with the clock of 45 working days from the referral. @returns the piece of work */
export async function allocatedAssessment(caller: Caller, given: { children: readonly string[]; teamId: string; workerId: string }): Promise<string> {
  return answer(caller, 'test', 'work.do', async (asking) => {
    const referralId = newId()
    const dueOn = addWorkingDays(asking.today, 45)
    await asking.db.run(sql`insert into contacts.referral (id, received_on, recorded_by) values (${referralId}, ${asking.today}, ${asking.actor.id})`)
    await asking.db.run(sql`insert into contacts.referral_person (referral_id, person_id, domain) select ${referralId}, p, 'children' from unnest(${given.children}::uuid[]) p`)
    const itemId = await openWork(asking, { kind: 'assessment', domain: 'children', people: given.children, subject: { kind: 'referral', id: referralId }, teamId: given.teamId, workerId: given.workerId, dueOn, duty: 'assessment.completed' })
    await startClocks(asking, { itemId, subject: { kind: 'referral', id: referralId }, duty: 'assessment.completed', startedOn: asking.today, dueOn })
    return itemId
  })
}

const words = 'As it was found, and who told us.'

/** Everything that has to be answered, about all the children as one; `outcome` and `more` as the story needs them. */
function wholeForm(seenOn: string, outcome = 'childInNeedPlan'): ReadonlyMap<string, readonly Change[]> {
  return new Map(form.sections.filter((section) => section.id !== 'baby').map((section) => [section.id, section.questions.filter((question) => !['whyNotSeen', 'whyNotAlone', 'whyLate'].includes(question.id)).map((question) => ({
    question: question.id, base: null,
    value: question.kind === 'date' ? seenOn : question.kind === 'choices' ? [question.options?.[0]?.code ?? ''] : question.id === 'outcome' ? outcome : `${question.ask} ${words}`,
  }))]))
}

/** Written in full and sent. @returns the sign-off */
export async function writtenAndSent(worker: Caller, itemId: string, more: { seenOn: string; outcome?: string; also?: Readonly<Record<string, readonly Change[]>> }): Promise<string> {
  await done(startAssessment.do(worker, { itemId }))
  for (const [section, changes] of wholeForm(more.seenOn, more.outcome)) {
    for (const question of changes.map((change) => change.question)) await done(settleProposal.do(worker, { itemId, question, choice: 'drop' }))
    await done(saveSection.do(worker, { itemId, section, changes: [...changes] }))
  }
  for (const [section, changes] of Object.entries(more.also ?? {})) await done(saveSection.do(worker, { itemId, section, changes: [...changes] }))
  return (await done(sendAssessment.do(worker, { itemId }))).signOffId
}

/** An earlier assessment of these children, agreed at that day: what it said is brought forward. */
export async function earlierAssessment(as: (actor: string, at: string) => Caller, given: { children: readonly string[]; teamId: string; workerId: string; managerId: string; at: string }): Promise<string> {
  const worker = as(given.workerId, given.at)
  const itemId = await allocatedAssessment(worker, given)
  const signOffId = await writtenAndSent(worker, itemId, { seenOn: plain(given.at.slice(0, 10)), outcome: 'noFurtherAction' })
  await done(decideAssessment.do(as(given.managerId, given.at), { itemId: signOffId, decision: 'agree' }))
  return itemId
}
