import type { Problem } from '../../../kernel/errors.ts'

/** What is to be put right in the field of this name, to be spread into it; nothing where it is well. */
export function problemAt(problems: readonly Problem[], name: string): Readonly<{ problem?: string }> {
  const found = problems.find((one) => one.question === name)?.problem
  return found ? { problem: found } : {}
}
