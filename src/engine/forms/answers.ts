import { isAnswered } from '../conditions/holds.ts'
import type { Value } from '../conditions/model.ts'
import type { Answer, Answers, Child, QuestionKind } from './model.ts'

/** What the answer says about this child: their own answer where they have one, else the one for all. */
export const valueFor = (answer: Answer | undefined, childId: string): Value | undefined => answer?.each?.[childId] ?? answer?.all

/** Every value of an answer, the shared one first. */
export const valuesOf = (answer: Answer | undefined): Value[] => {
  if (!answer) return []
  const own = Object.values(answer.each ?? {})
  return answer.all === undefined ? own : [answer.all, ...own]
}

export const hasAnswer = (answer: Answer | undefined): boolean => valuesOf(answer).some(isAnswered)

/** The children the shared answer is about. */
export const sharedBy = (answer: Answer | undefined, children: readonly Child[]): Child[] =>
  children.filter((child) => answer?.each?.[child.id] === undefined)

/** Begin a separate answer for a child, who until then shared the one for all. It starts empty, or with the words given. */
export function split(answer: Answer | undefined, childId: string, startWith: Value = ''): Answer {
  if (answer?.each?.[childId] !== undefined) return answer
  return { ...answer, each: { ...answer?.each, [childId]: startWith } }
}

export type Joined = Readonly<{ joined: Answer }> | Readonly<{ clash: Readonly<{ all: Value; own: Value }> }>

const without = (each: Readonly<Record<string, Value>>, childId: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(each).filter(([id]) => id !== childId))

function together(kind: QuestionKind, all: Value, own: Value): Value | undefined {
  if (!isAnswered(own) || JSON.stringify(all) === JSON.stringify(own)) return all
  if (!isAnswered(all)) return own
  if (Array.isArray(all) && Array.isArray(own)) return [...all, ...own.filter((one) => !all.includes(one))]
  if ((kind === 'words' || kind === 'line') && typeof all === 'string' && typeof own === 'string') return `${all}${kind === 'words' ? '\n\n' : '; '}${own}`
  return undefined
}

/**
 * End a child's separate answer. Texts are kept, one after the other; choices are united. Where only one answer can stand
 * (a date, a number, one choice) and the two differ, nothing is changed and both come back.
 */
export function join(kind: QuestionKind, answer: Answer, childId: string): Joined {
  const own = answer.each?.[childId]
  if (own === undefined) return { joined: answer }
  const each = without(answer.each ?? {}, childId)
  const all = together(kind, answer.all ?? '', own)
  if (all === undefined) return { clash: { all: answer.all ?? '', own } }
  const shared = isAnswered(all) || answer.all !== undefined ? { all } : {}
  return { joined: Object.keys(each).length > 0 ? { ...shared, each } : shared }
}

/** The answers with one value written: for all, or for one child. */
export function write(answers: Answers, question: string, value: Value, childId?: string): Answers {
  const before = answers[question]
  const after: Answer = childId === undefined ? { ...before, all: value } : { ...before, each: { ...before?.each, [childId]: value } }
  return { ...answers, [question]: after }
}
