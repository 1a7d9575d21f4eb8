import { Id, optional, shape } from '../../../kernel/shape.ts'
import { isId } from '../../../kernel/ids.ts'
import { notFound } from '../../../kernel/errors.ts'
import { query } from '../../access/act.ts'
import type { Written } from '../../access/keeping.ts'
import type { Asking } from '../../access/model.ts'
import { toldByTheHour } from '../byTheHour.ts'
import { besideBoard, besideIn, type BesideBoard } from '../besideTray.ts'
import * as items from '../store.ts'
import { readBoard } from './board.ts'
import { boardLists } from './boards.ts'
import { decisionsWaiting } from '../decisions/queries.ts'
import { boardDays, isList, type Count, type ListName } from './counts.ts'
import * as store from './store.ts'

type Board = Readonly<{ teams: readonly store.TeamRow[]; team: store.TeamRow | undefined; colleagues: readonly store.Colleague[]; work: items.Pieces; late: readonly store.LateKind[] }>

const most = 400
/** Of more teams than these, what stands beside work is counted on the board of each. */
export const mostTeams = 12

const teamIn = (asking: Pick<Asking, 'actor'>, teams: readonly store.TeamRow[], teamId: string | undefined): store.TeamRow | undefined => {
  const team = teamId ? teams.find((t) => t.id === teamId) : (teams.find((t) => asking.actor.teams.includes(t.id)) ?? teams[0])
  if (teamId && !team) throw notFound('We could not find that team.')
  return team
}

async function boardOf(asking: Asking, teamId: string | undefined): Promise<Board> {
  const teams = await store.teamsOf(asking.db, asking.actor.id)
  const team = teamIn(asking, teams, teamId)
  if (!team) return { teams, team: undefined, colleagues: [], work: { json: '[]', people: [] }, late: [] }
  const { first, late, colleagues } = await store.openOf(asking.db, [team.id], asking.today, most)
  const work = await items.itemsByKeys(asking.db, first)
  asking.saw(work.people)
  return { teams, team, colleagues, work, late }
}

type Told = Awaited<ReturnType<typeof store.toldOf>>
const nobody: Told = { work: { json: '[]', people: [] }, late: [], colleagues: [] }
const shown = ({ saw }: Pick<Asking, 'saw'>, teams: readonly store.TeamRow[], team: store.TeamRow | undefined, { work, late, ...told }: Told): Written => {
  saw(work.people)
  return [`${JSON.stringify({ teams, team, ...told }).slice(0, -1)},"work":`, work.json, `,"late":${JSON.stringify(late)}}`]
}

/** A team: who carries what, what has no worker, what is late. Without an id: the first team of the reader. */
export const teamBoard = query('work.team', shape({ teamId: optional(Id) }), {
  may: 'team.read',
  run: async (asking, { teamId }) => {
    const board = await boardOf(asking, teamId)
    return { ...board, work: toldByTheHour(items.itemsIn(board.work), asking.now) }
  },
  json: async (asking, { teamId }) => {
    const teams = await store.teamsOf(asking.db, asking.actor.id)
    const team = teamIn(asking, teams, teamId)
    return shown(asking, teams, team, team ? await store.toldOf(asking.db, [team.id], asking.today, most) : nobody)
  },
  // Of a team that was named, all is asked at once, and what was found is let go where the team is not theirs.
  onceJson: ({ teamId }) => teamId === undefined ? undefined : async (db, today) => {
    const [teams, told] = await Promise.all([store.myTeams(db), store.toldOf(db, [teamId], today, most)])
    return (asking) => shown(asking, teams, teamIn(asking, teams, teamId), told)
  },
})

export type Shown = Readonly<{
  teams: readonly store.TeamRow[]; team: store.TeamRow | undefined; whole: boolean; board: WholeBoard; /** What the list holds besides pieces of work. */ beside: BesideBoard['rows']; colleagues: readonly (store.Colleague & Readonly<{ teamId: string }>)[]; /** How many work in each team of a service. */ workers: ReadonlyMap<string, number>
  knows: ReadonlySet<string>; extra: Awaited<ReturnType<typeof boardLists>>; showing: ListName | 'drifting' | undefined; worker: store.Colleague | undefined
}>
type WholeBoard = Awaited<ReturnType<typeof readBoard>>

/** The board of one team, or of all that the reader leads, with the list that was asked for. */
export async function boardPage(asking: Asking, asked: Readonly<Record<string, string | undefined>>): Promise<Shown> {
  const teams = await store.teamsOf(asking.db, asking.actor.id)
  const wanted = asked['team']
  const own = teams.find((t) => asking.actor.teams.includes(t.id))
  const whole = teams.length > 1 && (wanted === 'all' || (!wanted && !own))
  const team = whole ? undefined : wanted && wanted !== 'all' ? teams.find((t) => t.id === wanted) : (own ?? teams[0])
  if (wanted && wanted !== 'all' && !team) throw notFound('We could not find that team.')
  const ids = team ? [team.id] : teams.map((t) => t.id)
  const workerId = asked['worker'] && isId(asked['worker']) ? asked['worker'] : null
  const showing = asked['show'] === 'drifting' ? 'drifting' : isList(asked['show']) ? asked['show'] : workerId ? 'all' : undefined
  const list = showing === 'drifting' ? undefined : showing ?? 'without'
  const listed = showing !== undefined && showing !== 'drifting'
  // Asked together: what follows of one answer waits for none of the others.
  const [work, also, members, heads, extra] = await Promise.all([
    readBoard(asking, ids, list, workerId, showing ? (whole ? 50 : 100) : 12),
    ids.length > mostTeams ? { rows: [], counts: [] } : besideBoard(asking, ids),
    // The numbers of a service need no names of colleagues; a list of its work does, to be given to one of them.
    whole && !listed ? [] : store.membersOf(asking.db, ids),
    whole && !listed ? store.headsIn(asking.db, ids) : [],
    ids.length > 0 ? boardLists(asking, ids, showing === 'drifting' ? 100 : showing ? 1 : 12, listed) : [],
  ])
  const board = { ...work, counts: [...work.counts, ...also.counts] }
  const beside = listed ? besideIn(also.rows, showing, boardDays(asking.today).soon, asking.today).filter((row) => !workerId || row.worker === workerId) : []
  const workers = new Map(heads.map((one) => [one.team, one.workers]))
  const colleagues = members.map((member) => ({ ...member, people: board.carried.get(`${member.teamId} ${member.id}`) ?? 0, late: 0, items: 0 }))
  const people = !showing ? [...new Set(board.list.flatMap((item) => item.people.map((one) => one.id)))] : []
  const knows = new Set((people.length > 0 && team ? await store.whoKnows(asking.db, people, members.map((one) => one.id)) : []).map((one) => `${one.personId} ${one.workerId}`))
  return { teams, team, whole, board, beside, colleagues, workers, knows, extra, showing, worker: colleagues.find((one) => one.id === workerId) }
}

export type Lead = Readonly<{ team: string; name: string; counts: readonly Count[]; signOffs: readonly string[]; waiting: number }>
/** For whoever leads a team or several: how they stand this morning. Nothing for anybody else. */
export async function leadBoard(asking: Asking): Promise<Lead | undefined> {
  if (!asking.actor.roles.some((role) => role === 'manager' || role === 'head')) return undefined
  const managed = await store.managedBy(asking.db, asking.actor.id)
  // A whole service is counted where somebody asks for it, not on the first page of the day.
  if (managed.length === 0 || managed.length > mostTeams) return undefined
  const [{ counts, signOffs }, beside, waiting, teams] = await Promise.all([
    readBoard(asking, managed, undefined, null, 0), besideBoard(asking, managed), decisionsWaiting(asking), managed.length === 1 ? store.teamsOf(asking.db, asking.actor.id) : [],
  ])
  const own = teams.find((team) => team.id === managed[0])
  return { team: own?.id ?? 'all', name: own?.name ?? 'Your teams', counts: [...counts, ...beside.counts], signOffs, waiting }
}

/** Which pieces of a worker were begun and not saved for a while. */
export const stillWith = async (asking: Asking, workerId: string): Promise<ReadonlySet<string>> => {
  const teams = await store.worksIn(asking.db, workerId)
  return new Set(teams.length === 0 ? [] : (await readBoard(asking, teams, 'still', workerId, 100)).list.map((item) => item.id))
}
