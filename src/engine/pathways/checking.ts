import { Value as Schema } from '@sinclair/typebox/value'
import { Pathway } from './model.ts'

/** How many management sign-offs each piece of work asks for: shown where pathways are designed. */
export function signOffs(pathway: Pathway): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const step of pathway.steps) counts.set(step.work, (counts.get(step.work) ?? 0) + (step.managementSignOff ? 1 : 0))
  return counts
}

function faultsOfSteps(pathway: Pathway): string[] {
  const ids = new Set(pathway.steps.map((step) => step.id))
  const opened = new Set([...pathway.starts, ...pathway.steps.flatMap((step) => step.outcomes.flatMap((outcome) => outcome.opens))])
  return [
    ...(ids.size < pathway.steps.length ? ['A step stands twice.'] : []),
    ...[...opened].filter((id) => !ids.has(id)).map((id) => `${id} is opened and is no step.`),
    ...[...ids].filter((id) => !opened.has(id)).map((id) => `Nothing leads to ${id}.`),
    ...pathway.steps.flatMap((step) => step.outcomes.filter((outcome) => !outcome.ends && outcome.opens.length === 0).map((outcome) => `${step.id}: ${outcome.code} leads nowhere and does not end.`)),
    ...pathway.steps.filter((step) => step.managementSignOff && step.statutoryDecision).map((step) => `${step.id} is a sign-off or a statutory decision, not both.`),
    ...[...signOffs(pathway)].filter(([, count]) => count > 1).map(([work, count]) => `${work} asks for ${count} management sign-offs; one is the most.`),
  ]
}

/** What is wrong with a pathway, in sentences; none when it may be used. */
export function faultsOfPathway(given: unknown): string[] {
  if (!Schema.Check(Pathway, given)) return [...Schema.Errors(Pathway, given)].slice(0, 5).map((error) => `${error.path}: ${error.message}.`)
  return faultsOfSteps(given)
}
