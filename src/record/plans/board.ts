import { dayInWords } from '../../kernel/dates.ts'
import { cardsOf } from '../people/queries.ts'
import type { BoardList } from '../work/team/boards.ts'
import { driftingPlans, planKindOf } from './queries.ts'

/** Plans in which nothing had come further at the last two reviews, beside the team’s board. */
export const driftingOnBoard: BoardList = {
  title: 'Plans that drift', empty: 'No plan has had two reviews running without anything better.',
  rows: async (asking, teams) => {
    const plans = await driftingPlans(asking, teams)
    const cards = await cardsOf(asking, [...new Set(plans.flatMap((plan) => plan.people))])
    return plans.map((plan) => ({ title: planKindOf(plan.kind).name, second: `since ${dayInWords(plan.startedOn)}${plan.lead ? `, ${plan.lead}` : ''}; nothing better at the last two reviews`, href: `/plans/${plan.planId}`, people: plan.people.flatMap((id) => cards.get(id) ?? []), teamId: plan.teamId }))
  },
}
