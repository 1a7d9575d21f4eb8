import { dayInWords } from '../../kernel/dates.ts'
import { cardsOf } from '../people/queries.ts'
import type { BoardList } from '../work/team/boards.ts'
import { driftOfTeams, planKindOf } from './queries.ts'

/** Plans in which nothing had come further at the last two reviews, beside the team’s board. */
export const driftingOnBoard: BoardList = {
  title: 'Plans that drift', empty: 'No plan has had two reviews running without anything better.',
  drifts: true,
  rows: async (asking, teams, most) => {
    const { byTeam, first } = await driftOfTeams(asking, teams, most)
    const cards = await cardsOf(asking, [...new Set(first.flatMap((plan) => plan.people))])
    return { byTeam, lines: first.map((plan) => ({ title: planKindOf(plan.kind).name, second: `since ${dayInWords(plan.startedOn)}${plan.lead ? `, ${plan.lead}` : ''}; nothing better at the last two reviews`, href: `/plans/${plan.planId}`, people: plan.people.flatMap((id) => cards.get(id) ?? []) })) }
  },
}
