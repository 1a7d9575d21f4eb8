import type { Value } from '../../../engine/conditions/model.ts'
import type { Answer, Answers, Proposal } from '../../../engine/forms/model.ts'
import type { Typed } from '../model/shown.ts'

/** What stands in one place: the answer for all, or one child's own. Nothing: null. */
export const valueAt = (answers: Answers, question: string, childId?: string): Value | null =>
  (childId === undefined ? answers[question]?.all : answers[question]?.each?.[childId]) ?? null

/** The answers with one place written, or emptied. */
export function withPlace(answers: Answers, question: string, childId: string | undefined, value: Value | null): Answers {
  const before = answers[question] ?? {}
  const each = { ...before.each }
  if (childId !== undefined) {
    if (value === null) delete each[childId]
    else each[childId] = value
  }
  const all = childId === undefined ? value : (before.all ?? null)
  const after: Answer = { ...(all === null ? {} : { all }), ...(Object.keys(each).length > 0 ? { each } : {}) }
  return { ...answers, [question]: after }
}

export const same = (a: Value | null, b: Value | null): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Every place in which two states of one question differ, as changes to be saved. */
export function changesBetween(question: string, before: Answer | undefined, after: Answer | undefined): Typed[] {
  const children = new Set([...Object.keys(before?.each ?? {}), ...Object.keys(after?.each ?? {})])
  const places: Typed[] = [...children].map((childId) => ({ question, childId, base: before?.each?.[childId] ?? null, value: after?.each?.[childId] ?? null }))
  return [{ question, base: before?.all ?? null, value: after?.all ?? null }, ...places].filter((place) => !same(place.base, place.value))
}

/** What was said last time, in words for one card: the answer for all, then each child's own under their name. */
export function proposedWords(proposal: Proposal, nameOf: (childId: string) => string): string {
  const text = (value: Value): string => (Array.isArray(value) ? value.join('; ') : String(value))
  const own = Object.entries(proposal.answer.each ?? {}).map(([childId, value]) => `${nameOf(childId)}: ${text(value)}`)
  return [...(proposal.answer.all === undefined ? [] : [text(proposal.answer.all)]), ...own].join('\n\n')
}
