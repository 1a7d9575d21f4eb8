import { goingOn } from '../../../practice/legal/queries.ts'
import { matterName } from '../../../practice/legal/words.ts'
import { cardsOf } from '../../../record/people/queries.ts'
import type { BoardList } from '../../../record/work/team/boards.ts'
import { runningClock, wordsOfClock } from './words.ts'

/** Legal work of the team that goes on, the soonest due first, beside its board. */
export const legalOnBoard: BoardList = {
  title: 'Legal work', empty: 'No pre-proceedings and no care proceedings go on.',
  rows: async (asking, teams, most) => {
    const all = (await goingOn(asking, teams)).map((matter) => ({ matter, clock: runningClock(matter, asking.today) })).sort((a, b) => (a.clock?.dueOn ?? '9999').localeCompare(b.clock?.dueOn ?? '9999'))
    const shown = all.slice(0, most).map(({ matter, clock }) => ({ matter, clock: wordsOfClock(clock, asking.today) }))
    const cards = await cardsOf(asking, [...new Set(shown.flatMap(({ matter }) => matter.people.map((one) => one.personId)))])
    return {
      byTeam: new Map([...Map.groupBy(all, ({ matter }) => matter.teamId)].map(([team, of]) => [team, of.length])),
      lines: shown.map(({ matter, clock }) => ({ title: matterName(matter.kind), second: [clock ? `${clock.words.toLowerCase()}, ${clock.second}` : '', matter.lead ?? ''].filter(Boolean).join('; '), href: `/legal/${matter.id}`, people: matter.people.filter((one) => one.endedOn === null).flatMap((one) => cards.get(one.personId) ?? []) })),
    }
  },
}
