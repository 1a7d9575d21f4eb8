import { permanence } from '../../../../content/pathways/permanence.ts'
import { duties } from '../../../../content/timescales/all.ts'
import { lastDay } from '../../../engine/timescales/due.ts'
import { dutyOn } from '../../../engine/timescales/evaluate.ts'
import { isPlainDate, type PlainDate } from '../../../kernel/dates.ts'
import { notAllowed, notFound, type Problem } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { command } from '../../../record/access/act.ts'
import type { Asking } from '../../../record/access/model.ts'
import { factAsked, keepFact } from '../../../record/care/facts.ts'
import type { CareFact, KeepCareFact } from '../../../record/care/model.ts'
import { finishWork, itemFor, openWork, peopleOfItem, startClocks } from '../../../record/work/register.ts'
import { keepInStep } from '../../../record/work/standing/step.ts'
import { AskDecision, DecidePermanence } from './model.ts'
import { decisionMakers } from './store.ts'

const duty = 'agencyDecision.made'
const dueFrom = (on: PlainDate): PlainDate | undefined => { const rule = dutyOn(duties, duty, on); return rule ? lastDay(on, rule.within, rule.calendar ?? 'england', rule.count) : undefined }

function problemsOf(said: AskDecision, makers: readonly Readonly<{ id: string }>[], asking: Asking): Problem[] {
  const missing = (question: 'who' | 'adopters' | 'sexes' | 'status', words: string): Problem[] => (said.what === 'match' && !said[question]?.trim() ? [{ question, problem: words }] : [])
  return [
    ...(makers.some((one) => one.id === said.deciderId) ? [] : [{ question: 'deciderId', problem: 'Choose the agency decision maker.' }]),
    ...(said.deciderId === asking.actor.id ? [{ question: 'deciderId', problem: 'Nobody decides what they ask for. Choose another decision maker.' }] : []),
    ...(said.panelOn && (!isPlainDate(said.panelOn) || said.panelOn > asking.today) ? [{ question: 'panelOn', problem: 'Give the day the minutes came: today or before.' }] : []),
    ...missing('who', 'Say which adopters.'), ...missing('adopters', 'Say how many adopters they are: 1 or 2.'), ...missing('sexes', 'Choose who adopts.'), ...missing('status', 'Choose how they live together.'),
  ]
}

/** Puts a plan for permanence, or a match, to the agency decision maker, with the reasons. Its clock runs from the panel's minutes, or from today. */
export const askAgencyDecision = command('care.askDecision', AskDecision, {
  may: 'record.write',
  people: ({ people }) => people,
  run: async (asking, said) => {
    const problems = problemsOf(said, await decisionMakers(asking.db), asking)
    if (problems.length > 0) return { problems }
    const { id, people, deciderId, words, panelOn, what, who, fosterCarer, adopters, sexes, status } = said
    const answers = Object.fromEntries(Object.entries({ what, panelOn, who, ...(what === 'match' ? { fosterCarer: fosterCarer ?? 'no', adopters, sexes, status } : {}) }).flatMap(([key, value]) => (value ? [[key, value]] : [])))
    const kept = await keepFact(asking, { id, people: [...people], kind: 'decisionAsked', on: asking.today, answers, words })
    if ('problems' in kept) return kept
    const startedOn = panelOn && isPlainDate(panelOn) ? panelOn : asking.today
    const dueOn = dueFrom(startedOn)
    const itemId = await openWork(asking, { kind: 'agencyDecision', domain: 'children', people, subject: { kind: 'careFact', id }, workerId: deciderId, teamId: null, askedBy: asking.actor.id, dueOn, duty, pathway: permanence.id, pathwayVersion: permanence.version, involves: false })
    await startClocks(asking, { itemId, subject: { kind: 'careFact', id }, duty, startedOn, ...(dueOn ? { dueOn } : {}) })
    return { answer: { itemId }, happened: kept.happened }
  },
})

/** What the decision leaves in the record: the fact that clocks, measures and the return read. */
function factOf(asked: CareFact, people: readonly string[], asking: Asking, reasons: string, ended: string | undefined): KeepCareFact {
  const of = asked.answers
  const base = { id: newId(Date.parse(asking.now)), people: [...people], on: asking.today, words: reasons }
  if (of['what'] === 'match') return { ...base, kind: 'match', answers: { fosterCarer: of['fosterCarer'] ?? 'no', adopters: of['adopters'] ?? '', sexes: of['sexes'] ?? '', status: of['status'] ?? '' } }
  if (of['what'] === 'notAdoption') return { ...base, kind: 'permanenceDecision', answers: { step: 'ended', plan: 'longTermFoster', ended: ended ?? 'other' } }
  return { ...base, kind: 'permanenceDecision', answers: { step: 'decisionMaker', plan: of['what'] ?? '' } }
}

/** The agency decision maker decides, or asks for more. Nobody decides what they asked for. */
export const decidePermanence = command('care.decidePermanence', DecidePermanence, {
  may: 'work.decide',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId, decision, comment, ended }) => {
    const item = await itemFor(asking, itemId)
    if (item.kind !== 'agencyDecision' || !item.subjectId) throw notFound('We could not find that decision.')
    if (item.workerId !== asking.actor.id || !asking.actor.roles.includes('head')) throw notAllowed('Only the agency decision maker who was asked decides on this.')
    if (item.askedBy === asking.actor.id) throw notAllowed('Nobody decides what they asked for. Another decision maker decides on this one.')
    if (item.state === 'done' || item.state === 'cancelled') return { problems: [{ question: 'decision', problem: 'This is decided already. Open the page of the child to see it.' }] }
    const reasons = comment?.trim() ?? ''
    if (!reasons) return { problems: [{ question: 'comment', problem: decision === 'return' ? 'Say what is missing.' : 'Write your reasons: the decision is yours, and the child may read it one day.' }] }
    const people = item.people.map((person) => person.id)
    if (decision === 'return') {
      await finishWork(asking, itemId, { outcome: 'returned', reason: reasons, clocks: 'stopped' })
      await openWork(asking, { kind: 'agencyDecisionAgain', domain: 'children', people, subject: { kind: 'careFact', id: item.subjectId }, parentId: itemId, workerId: item.askedBy ?? asking.actor.id, teamId: null, askedBy: asking.actor.id, words: reasons, involves: false })
      return { answer: {} }
    }
    const [asked] = await factAsked(asking, item.subjectId)
    if (!asked) throw notFound('What was asked could not be found. It may have been corrected: ask the worker to put it again.')
    const kept = await keepFact(asking, factOf(asked, people, asking, reasons, ended))
    if ('problems' in kept) return kept
    await finishWork(asking, itemId, { outcome: 'agreed' })
    await keepInStep(asking, people)
    return { answer: {}, happened: kept.happened }
  },
})
