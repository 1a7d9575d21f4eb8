import { Id, optional, shape } from '../../../kernel/shape.ts'
import { notFound } from '../../../kernel/errors.ts'
import { query } from '../../access/act.ts'
import type { Asking } from '../../access/model.ts'
import * as items from '../store.ts'
import * as store from './store.ts'

type Board = Readonly<{ teams: readonly store.TeamRow[]; team: store.TeamRow | undefined; colleagues: readonly store.Colleague[]; work: items.Pieces; late: readonly store.LateKind[] }>

async function boardOf(asking: Asking, teamId: string | undefined): Promise<Board> {
  const teams = await store.teamsOf(asking.db, asking.actor.id)
  const team = teamId ? teams.find((t) => t.id === teamId) : (teams.find((t) => asking.actor.teams.includes(t.id)) ?? teams[0])
  if (teamId && !team) throw notFound('We could not find that team.')
  if (!team) return { teams, team: undefined, colleagues: [], work: { json: '[]', people: [] }, late: [] }
  const { first, late, colleagues } = await store.openOf(asking.db, [team.id], asking.today, 400)
  const work = await items.itemsByKeys(asking.db, first)
  asking.saw(work.people)
  return { teams, team, colleagues, work, late }
}

/** A team: who carries what, what has no worker, what is late. Without an id: the first team of the reader. */
export const teamBoard = query('work.team', shape({ teamId: optional(Id) }), {
  may: 'team.read',
  run: async (asking, { teamId }) => {
    const board = await boardOf(asking, teamId)
    return { ...board, work: items.itemsIn(board.work) }
  },
  json: async (asking, { teamId }) => {
    const { work, late, ...head } = await boardOf(asking, teamId)
    return `${JSON.stringify(head).slice(0, -1)},"work":${work.json},"late":${JSON.stringify(late)}}`
  },
})
