import type { Value } from '../conditions/model.ts'
import type { Answer, Answers } from './model.ts'

/** Two people wrote different things in one place. Both are kept here until a person chooses; `answers` hold theirs meanwhile. */
export type Clash = Readonly<{ question: string; childId?: string; base?: Value; mine?: Value; theirs?: Value }>
export type Merged = Readonly<{ answers: Answers; clashes: readonly Clash[] }>

const same = (a: Value | undefined, b: Value | undefined): boolean => JSON.stringify(a) === JSON.stringify(b)

function mergedList(base: Value | undefined, mine: Value | undefined, theirs: Value | undefined): Value | undefined {
  if (!Array.isArray(mine) || !Array.isArray(theirs) || (base !== undefined && !Array.isArray(base))) return undefined
  const before = base ?? []
  const kept = theirs.filter((one) => mine.includes(one) || !before.includes(one))
  return [...kept, ...mine.filter((one) => !theirs.includes(one) && !before.includes(one))]
}

/**
 * One section written by two people at once: `base` is what both began with. A place that only one of them changed takes that
 * change; choices are united; a place both changed differently is a clash that holds both.
 */
export function mergeAnswers(base: Answers, mine: Answers, theirs: Answers): Merged {
  const clashes: Clash[] = []
  const place = (question: string, childId: string | undefined, from: Value | undefined, my: Value | undefined, their: Value | undefined): Value | undefined => {
    if (same(my, their) || same(my, from)) return their
    if (same(their, from)) return my
    const list = mergedList(from, my, their)
    if (list !== undefined) return list
    clashes.push({
      question, ...(childId === undefined ? {} : { childId }), ...(from === undefined ? {} : { base: from }),
      ...(my === undefined ? {} : { mine: my }), ...(their === undefined ? {} : { theirs: their }),
    })
    return their
  }
  const answers: Answers = {}
  for (const question of new Set([...Object.keys(theirs), ...Object.keys(mine), ...Object.keys(base)])) {
    const [from, my, their] = [base[question], mine[question], theirs[question]]
    const all = place(question, undefined, from?.all, my?.all, their?.all)
    const children = new Set([from, my, their].flatMap((answer) => Object.keys(answer?.each ?? {})))
    const each = Object.fromEntries([...children].flatMap((id) => {
      const value = place(question, id, from?.each?.[id], my?.each?.[id], their?.each?.[id])
      return value === undefined ? [] : [[id, value] as const]
    }))
    const answer: Answer = { ...(all === undefined ? {} : { all }), ...(Object.keys(each).length > 0 ? { each } : {}) }
    if (Object.keys(answer).length > 0) answers[question] = answer
  }
  return { answers, clashes }
}
