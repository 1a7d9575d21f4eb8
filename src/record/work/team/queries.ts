import { Id, optional, shape } from '../../../kernel/shape.ts'
import { notFound } from '../../../kernel/errors.ts'
import { query } from '../../access/act.ts'
import * as items from '../store.ts'
import * as store from './store.ts'

/** A team: who carries what, what has no worker, what is late. Without an id: the first team of the reader. */
export const teamBoard = query('work.team', shape({ teamId: optional(Id) }), {
  may: 'team.read',
  run: async (asking, { teamId }) => {
    const teams = await store.teamsOf(asking.db, asking.actor.id)
    const team = teamId ? teams.find((t) => t.id === teamId) : (teams.find((t) => asking.actor.teams.includes(t.id)) ?? teams[0])
    if (teamId && !team) throw notFound('We could not find that team.')
    if (!team) return { teams, team: undefined, colleagues: [], work: [], late: [] }
    const { first, late, colleagues } = await store.openOf(asking.db, [team.id], asking.today, 400)
    const work = await items.itemsByKeys(asking.db, first)
    asking.saw([...new Set(work.flatMap((item) => item.people.map((person) => person.id)))])
    return { teams, team, colleagues, work, late }
  },
})
