import { dayInWords } from '../../kernel/dates.ts'
import { inCareWithNobody } from '../../record/care/queries.ts'
import { cardsOf } from '../../record/people/queries.ts'
import { onPlanWithNobody, planKindOf } from '../../record/plans/queries.ts'
import { mostTeams } from '../../record/work/team/queries.ts'
import type { BoardLine, BoardList } from '../../record/work/team/boards.ts'

/** Children in our care or on a plan with whom nobody works: what a day brings for them is opened for nobody. For whoever leads a service. */
export const heldByNobody: BoardList = {
  title: 'Children with nobody', empty: 'Every child in our care or on a plan is worked with by somebody.',
  rows: async (asking, teams, most) => {
    // Gone through child by child: of a very large service it stands on the board of each team, as what is due beside work does.
    if (!asking.actor.roles.includes('head') || teams.length > mostTeams) return undefined
    const [care, plans] = await Promise.all([inCareWithNobody(asking), onPlanWithNobody(asking)])
    const cards = await cardsOf(asking, [...new Set([...care, ...plans].map((one) => one.id))].slice(0, most))
    const line = (id: string, second: string): BoardLine[] => { const card = cards.get(id); return card ? [{ title: card.name, second, href: `/people/${id}/keeping`, people: [card] }] : [] }
    const planned = plans.filter((one) => !care.some((other) => other.id === one.id))
    const lines = [...care.flatMap((one) => line(one.id, `in our care since ${dayInWords(one.since)}`)), ...planned.flatMap((one) => line(one.id, `${planKindOf(one.kind).name} since ${dayInWords(one.since)}`))]
    return { byTeam: new Map([[null, care.length + planned.length]]), lines: lines.slice(0, most) }
  },
}
