import type { Problem } from '../../../../kernel/errors.ts'
import type { KnownPerson, Possible, Typed } from '../../model/typed.ts'

/** What the form is drawn from, the same on the server and in the browser. */
export type FormProps = Readonly<{
  typed: Typed
  known: Readonly<Record<string, KnownPerson>>
  /** Who may be meant by the text in the box for adults. */
  found: readonly Possible[]
  /** Who a new person may already be, by the row's key. */
  alike: Readonly<Record<string, readonly Possible[]>>
  problems: readonly Problem[]
  agencies: readonly string[]
  /** `today at 10:42` */
  now: string
  /** Those who stand on the contact and stay, when somebody is added later. */
  already?: readonly string[]
}>

export const problemOf = (problems: readonly Problem[], question: string): string | undefined => problems.find((one) => one.question === question)?.problem
/** With the field's problem, where there is one. */
export const withProblem = (props: FormProps, question: string): Readonly<{ problem: string }> | Record<never, never> => {
  const problem = problemOf(props.problems, question)
  return problem ? { problem } : {}
}
