import type { Static, TSchema } from '@sinclair/typebox'
import { TypeCompiler } from '@sinclair/typebox/compiler'
import type { Problem } from '../../kernel/errors.ts'
import { timeOfDay } from '../../kernel/shape.ts'

const plainProblem = (path: string, schema: TSchema, value: unknown): Problem => {
  const question = path.replace(/^\//, '').replaceAll('/', '.')
  if (value === undefined || value === '') return { question, problem: schema['problem'] ?? 'Fill this in.' }
  if (typeof value === 'string' && typeof schema.maxLength === 'number' && value.length > schema.maxLength) return { question, problem: `Shorten this to ${schema.maxLength} characters. Nothing you wrote is lost.` }
  return { question, problem: schema['problem'] ?? `Check this answer: ${wanted(schema)}` }
}

const wanted = ({ format, pattern }: TSchema): string =>
  format === 'date' ? 'write the day as in 3/10/2025 or 3 Oct 2025.' : pattern === timeOfDay ? 'write the time as in 14:30, or leave it empty.' : 'it is not in a form we can use.'

/** What only the shape found, in the words of the page; what a rule says stays as it says it. */
export const plainly = (words: Readonly<Record<string, string>>) => (problem: Problem): Problem =>
  (words[problem.question] && /^(Check this answer|Fill this in)/.test(problem.problem) ? { ...problem, problem: words[problem.question] ?? problem.problem } : problem)

/** What is wrong with an input of this shape, in plain words; compiled at its first use. */
export function checker(schema: TSchema): (input: unknown) => Problem[] {
  let compiled: ReturnType<typeof TypeCompiler.Compile> | undefined
  return (input) => {
    compiled ??= TypeCompiler.Compile(schema)
    if (compiled.Check(input)) return []
    const found: Problem[] = []
    for (const fault of compiled.Errors(input)) {
      const problem = plainProblem(fault.path, fault.schema, fault.value)
      if (!found.some((p) => p.question === problem.question)) found.push(problem)
      if (found.length === 20) break
    }
    return found
  }
}

export const isInput = <S extends TSchema>(_: S, checked: readonly Problem[], input: unknown): input is Static<S> => checked.length === 0 && input !== null
