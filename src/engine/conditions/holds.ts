import type { Condition, Value } from './model.ts'

/** The values that stand for a question or a fact. Several where children were answered separately; none where nobody answered. */
export type Reading = Readonly<{ question: (id: string) => readonly Value[]; fact: (id: string) => readonly Value[] }>

export const isAnswered = (value: Value | undefined): boolean =>
  value !== undefined && (typeof value === 'number' || (typeof value === 'string' ? value.trim() !== '' : value.length > 0))

const matches = (value: Value, wanted: string | number): boolean => Array.isArray(value) ? value.some((one) => one === wanted) : value === wanted

/** The number a value stands for: itself, the number written in it, or how many were chosen. */
function amountOf(value: Value): number {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return value.trim() === '' ? Number.NaN : Number(value)
  return value.length
}

/**
 * Whether the condition holds. It holds for several children when it holds for any of them; a question nobody answered
 * is neither equal to anything nor at least anything. `all` of nothing holds, `any` of nothing does not.
 */
export function holds(condition: Condition, reading: Reading): boolean {
  if ('all' in condition) return condition.all.every((one) => holds(one, reading))
  if ('any' in condition) return condition.any.some((one) => holds(one, reading))
  if ('not' in condition) return !holds(condition.not, reading)
  const values = 'question' in condition ? reading.question(condition.question) : reading.fact(condition.fact)
  if ('is' in condition) return values.some((value) => matches(value, condition.is))
  if ('in' in condition) return values.some((value) => condition.in.some((one) => matches(value, one)))
  if ('atLeast' in condition) return values.some((value) => amountOf(value) >= condition.atLeast)
  return values.some(isAnswered) === condition.answered
}

/** Every question a condition looks at, for the check that it exists. */
export function questionsIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(questionsIn)
  if ('any' in condition) return condition.any.flatMap(questionsIn)
  if ('not' in condition) return questionsIn(condition.not)
  return 'question' in condition ? [condition.question] : []
}
