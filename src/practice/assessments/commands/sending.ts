import { asAsked } from '../../../engine/forms/frozen.ts'
import { problemsOnFinish } from '../../../engine/forms/problems.ts'
import type { Problem } from '../../../kernel/errors.ts'
import { command } from '../../../record/access/act.ts'
import type { Happening } from '../../../record/access/model.ts'
import * as answers from '../../../record/answers/register.ts'
import { finishWork, openWork, peopleOfItem, setWorkState } from '../../../record/work/register.ts'
import { frontDoor } from '../../../../content/pathways/frontDoor.ts'
import { Send } from '../model/stored.ts'
import { aboutOf, definitionOf } from '../rules/about.ts'
import { factsOf } from '../rules/facts.ts'
import { parted } from '../../../engine/forms/parting.ts'
import * as store from '../store/assessments.ts'
import { writableOf } from './ground.ts'

const dayMistakes = (facts: ReturnType<typeof factsOf>, today: string): Problem[] => facts.children.flatMap((child) => [
  ...(child.seenOn && child.seenOn > today ? [{ question: 'seenOn', problem: 'This day has not come yet. Give the day the child was seen.' }] : []),
  ...(child.seenAloneOn && child.seenAloneOn > today ? [{ question: 'seenAloneOn', problem: 'This day has not come yet. Give the day the child was seen alone.' }] : []),
]).slice(0, 2)

/**
 * Finishes the writing: keeps the words as they were asked, writes the facts of each child, and asks one manager to agree.
 * Possible at any time, also late; then the form asks why.
 */
export const sendAssessment = command('assessments.send', Send, {
  may: 'record.write',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId, as }) => {
    const { item, assessment, formId } = await writableOf(asking, itemId, as)
    const form = await answers.readForm(asking, formId)
    const definition = definitionOf(form.form, form.formVersion)
    const about = aboutOf(item, asking.today)
    const people = about.children.map((child) => child.id)
    const facts = factsOf(definition, form.answers, about)
    const problems = [
      ...problemsOnFinish(definition, form.answers, form.proposals, about),
      ...form.clashes.map((clash) => ({ question: clash.question, problem: 'Two people wrote here. Choose what to use.' })),
      ...dayMistakes(facts, asking.today),
    ]
    if (problems.length > 0) return { problems }
    const { shared, own } = parted(asAsked(definition, form.answers, about), form.answers)
    await answers.freezeWords(asking, formId, shared, own)
    for (const child of facts.children) await store.setChild(asking.db, assessment.id, child, asking.now)
    const saidOn = (personId: string) => facts.children.find((child) => child.personId === personId)?.seenOn ?? asking.today
    const heard = await store.replaceVoices(asking.db, assessment.id, facts.said.map((said) => ({ ...said, saidOn: saidOn(said.personId) })), asking.actor.id, item.workerName ?? asking.actor.name, asking.now)
    const { signOffId, sentTo } = await askManager(asking, { item, assessment, people })
    await store.setSent(asking.db, assessment.id, { on: asking.today, at: asking.now, by: asking.actor.id, outcome: facts.outcome, lateReason: facts.lateReason, signOffId })
    await store.moveClock(asking.db, itemId, signOffId)
    await finishWork(asking, itemId, { outcome: 'finished', ...(facts.lateReason ? { reason: facts.lateReason } : {}) })
    const subject = { kind: 'assessment', id: assessment.id }
    const happened: Happening[] = [{ kind: 'assessment.sent', people, on: asking.today, subject }]
    for (const personId of heard) happened.push({ kind: 'assessment.voice', people: [personId], on: saidOn(personId), significant: true, subject })
    return { answer: { signOffId, sentTo }, happened }
  },
})

/** The one sign-off: asked of the manager of the worker's team, or the next above who is not the writer. The one asked before is asked again. */
async function askManager(asking: Parameters<typeof openWork>[0], of: Readonly<{ item: Awaited<ReturnType<typeof writableOf>>['item']; assessment: Awaited<ReturnType<typeof writableOf>>['assessment']; people: readonly string[] }>): Promise<{ signOffId: string; sentTo: string }> {
  const { item, assessment, people } = of
  const teamId = item.teamId ?? asking.actor.teams[0] ?? null
  const manager = teamId ? await store.managerOf(asking.db, teamId, [asking.actor.id, ...(item.workerId ? [item.workerId] : [])]) : undefined
  const id = await openWork(asking, {
    kind: 'assessmentSignOff', domain: 'children', people, subject: { kind: 'assessment', id: assessment.id }, parentId: item.id, teamId, workerId: manager?.id ?? null, askedBy: asking.actor.id,
    dueOn: item.dueOn ?? undefined, pathway: frontDoor.id, pathwayVersion: frontDoor.version, involves: false,
  })
  if (!manager) await setWorkState(asking, id, 'open', 'There is no manager above this team: the head of service decides.')
  return { signOffId: id, sentTo: manager?.name ?? 'the head of service' }
}
