import type { Problem } from '../../kernel/errors.ts'
import type { Opening, Outcome, Pathway, Step, StepRow } from './model.ts'

export const stepOf = (pathway: Pathway, id: string): Step | undefined => pathway.steps.find((step) => step.id === id)
export const outcomeOf = (pathway: Pathway, step: string, code: string): Outcome | undefined =>
  stepOf(pathway, step)?.outcomes.find((outcome) => outcome.code === code)

const opening = (pathway: Pathway, id: string, people: readonly string[]): Opening[] => {
  const step = stepOf(pathway, id)
  return step ? [{ step: id, name: step.name, people, duties: step.duties ?? [], who: step.who, ...(step.form ? { form: step.form } : {}) }] : []
}

/** The steps that an outcome opens, for the same people. Nothing for an outcome the step does not have. */
export const follow = (pathway: Pathway, step: string, outcome: string, people: readonly string[] = []): Opening[] =>
  (outcomeOf(pathway, step, outcome)?.opens ?? []).flatMap((id) => opening(pathway, id, people))

/** The same where outcomes differ by child: each step that follows is opened once, for all the children who need it. */
export function followEach(pathway: Pathway, step: string, outcomes: Readonly<Record<string, string>>): Opening[] {
  const people = new Map<string, string[]>()
  for (const [person, outcome] of Object.entries(outcomes)) {
    for (const id of outcomeOf(pathway, step, outcome)?.opens ?? []) people.set(id, [...(people.get(id) ?? []), person])
  }
  return [...people].flatMap(([id, about]) => opening(pathway, id, about))
}

/** A step that may be opened now. `follows`: an outcome led here, or it starts the pathway. `outOfOrder`: possible too, with a reason that is kept. */
export type Possible = Readonly<{ step: string; name: string; way: 'follows' | 'outOfOrder'; needsReason: boolean; skips: readonly string[] }>

/** The steps of the same piece of work that come before this one on the shortest way from a start and were never done. */
function skippedBefore(pathway: Pathway, id: string, done: ReadonlySet<string>): string[] {
  const before = new Map<string, string | undefined>(pathway.starts.map((start) => [start, undefined]))
  const queue = [...pathway.starts]
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const next of stepOf(pathway, at)?.outcomes.flatMap((outcome) => outcome.opens) ?? []) {
      if (!before.has(next)) {
        before.set(next, at)
        queue.push(next)
      }
    }
  }
  const way: string[] = []
  for (let at = before.get(id); at !== undefined; at = before.get(at)) way.unshift(at)
  return way.filter((step) => !done.has(step))
}

/** Every step that may be opened now: all of them, because a family's life keeps to no order; those out of order ask for a reason. */
export function possibleSteps(pathway: Pathway, rows: readonly StepRow[]): Possible[] {
  const done = new Set(rows.filter((row) => row.status === 'done').map((row) => row.step))
  const open = new Set(rows.filter((row) => row.status === 'open').map((row) => row.step))
  const led = new Set(rows.flatMap((row) => row.status === 'done' && row.outcome ? outcomeOf(pathway, row.step, row.outcome)?.opens ?? [] : []))
  return pathway.steps.filter((step) => !open.has(step.id)).map((step): Possible => {
    const follows = led.has(step.id) || (pathway.starts.includes(step.id) && !done.has(step.id))
    return { step: step.id, name: step.name, way: follows ? 'follows' : 'outOfOrder', needsReason: !follows, skips: follows ? [] : skippedBefore(pathway, step.id, done) }
  })
}

/** Steps that law or guidance asks for and that were passed over: a page says so, and nobody is stopped. */
export const passedOver = (pathway: Pathway, rows: readonly StepRow[]): Step[] => {
  const done = new Set(rows.filter((row) => row.status === 'done').map((row) => row.step))
  const skipped = new Set(rows.flatMap((row) => row.status === 'cancelled' ? [] : skippedBefore(pathway, row.step, done)))
  const open = new Set(rows.filter((row) => row.status === 'open').map((row) => row.step))
  return pathway.steps.filter((step) => step.mustHappen && skipped.has(step.id) && !open.has(step.id))
}

/** What a person does to a step. */
export type Change =
  | Readonly<{ do: 'finish'; outcome: string; on: string; reason?: string }>
  | Readonly<{ do: 'reopen'; reason: string }>
  | Readonly<{ do: 'cancel'; reason: string; on: string }>
  | Readonly<{ do: 'handOver'; to: string; reason?: string }>
export type Changed = Readonly<{ row: StepRow; opens: readonly Opening[] }>

const problem = (question: string, sentence: string): Readonly<{ problem: Problem }> => ({ problem: { question, problem: sentence } })
const isEmpty = (text: string | undefined): boolean => text === undefined || text.trim() === ''

/** The row after the change and the steps that follow; or what has to be said first. */
export function change(pathway: Pathway, row: StepRow, what: Change): Changed | Readonly<{ problem: Problem }> {
  switch (what.do) {
    case 'finish': {
      const outcome = outcomeOf(pathway, row.step, what.outcome)
      if (row.status !== 'open') return problem('outcome', 'This is finished. Reopen it to change what came of it.')
      if (!outcome) return problem('outcome', 'Choose what came of this.')
      if (outcome.reason && isEmpty(what.reason)) return problem('reason', 'Say why.')
      return { row: { ...row, status: 'done', outcome: outcome.code, endedOn: what.on }, opens: follow(pathway, row.step, outcome.code, row.people) }
    }
    case 'reopen': {
      if (row.status === 'open') return problem('reason', 'This is open already.')
      if (isEmpty(what.reason)) return problem('reason', 'Say why it is opened again.')
      const { outcome: _outcome, endedOn: _endedOn, ...rest } = row
      return { row: { ...rest, status: 'open' }, opens: [] }
    }
    case 'cancel':
      if (row.status !== 'open') return problem('reason', 'This is finished. Reopen it first.')
      if (isEmpty(what.reason)) return problem('reason', 'Say why it is not needed.')
      return { row: { ...row, status: 'cancelled', endedOn: what.on }, opens: [] }
    case 'handOver':
      if (row.status !== 'open') return problem('to', 'This is finished, so there is nothing to hand over.')
      if (isEmpty(what.to)) return problem('to', 'Choose who takes it.')
      return { row: { ...row, heldBy: what.to }, opens: [] }
  }
}
