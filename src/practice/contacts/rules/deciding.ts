import type { PlainDate } from '../../../kernel/dates.ts'
import type { Problem } from '../../../kernel/errors.ts'
import { listed } from '../../../kernel/phrasing.ts'
import type { Actor } from '../../../record/access/model.ts'
import type { DecideContact, Outcome } from '../model/recorded.ts'

/** A social-work-qualified manager or practice supervisor decides (Working Together 2023, paragraph 153). */
export const mayDecide = (actor: Pick<Actor, 'roles' | 'qualified'>): boolean => actor.qualified && actor.roles.some((role) => role === 'manager' || role === 'head')

const seriousness: readonly Outcome[] = ['referral', 'earlyHelp', 'informationAndAdvice', 'noFurtherAction']
/** The outcome that says most, for a piece of work with one outcome. */
export const mostSerious = (outcomes: readonly Outcome[]): Outcome => seriousness.find((one) => outcomes.includes(one)) ?? 'noFurtherAction'

type Child = Readonly<{ id: string; given: string; openWith?: string | undefined }>

/** What to put right before a decision stands: every child has an outcome, lateness has its reason, nobody gets a second assessment beside an open one. */
export function problemsOfDecision(input: DecideContact, children: readonly Child[], dueOn: PlainDate | undefined, today: PlainDate): Problem[] {
  const problems: Problem[] = []
  const byChild = new Map(input.outcomes.map((one) => [one.personId, one]))
  for (const child of children) {
    const chosen = byChild.get(child.id)
    if (!chosen) problems.push({ question: `outcome.${child.id}`, problem: `Choose what we will do for ${child.given}.` })
    if (chosen?.outcome === 'referral' && child.openWith) {
      problems.push({ question: `outcome.${child.id}`, problem: `${child.given} has an open assessment with ${child.openWith}, who has this information already. Choose something else for ${child.given} here.` })
    }
  }
  const strangers = input.outcomes.filter((one) => !children.some((child) => child.id === one.personId))
  if (strangers.length > 0) problems.push({ question: 'outcome', problem: 'One of the children is not on this contact.' })
  if (dueOn && today > dueOn && !input.lateReason?.trim()) problems.push({ question: 'lateReason', problem: 'Choose why it is later than one working day. Any true reason is fine.' })
  if (input.workerId && !input.teamId) problems.push({ question: 'taker', problem: 'Choose the worker together with their team.' })
  return problems
}

/** `Assessment for Amelia and Noah; advice for Leo`, or for all in one word. */
export function outcomesInWords(each: readonly Readonly<{ name: string; outcome: string }>[], labels: Readonly<Record<string, string>>): string {
  const groups = [...new Set(each.map((one) => one.outcome))]
  if (groups.length === 1) return labels[groups[0] ?? ''] ?? groups[0] ?? ''
  return groups.map((group) => `${labels[group] ?? group} for ${listed(each.filter((one) => one.outcome === group).map((one) => one.name))}`).join('; ')
}
