import type { PlainDate } from '../../kernel/dates.ts'
import type { TrayWork } from '../../platform/page/tray.tsx'
import type { Asking } from '../access/model.ts'
import type { ClockSource } from './standing/sources.ts'
import type { Count, ListName } from './team/counts.ts'
import { boardDays } from './team/counts.ts'
import type { Group } from './trayRows.ts'

/** Something due that is no piece of work about a child: the review of a carer household, a safety note to look at again. */
export type BesideWork = Readonly<{ group: Group; dueOn: PlainDate | null; row: TrayWork }>
/** The same on the board of a team, with whoever has it. */
export type BesideOfTeam = BesideWork & Readonly<{ team: string; worker: string | null; workerName: string | null }>

/** Whatever knows of such duties: contributed. `duties`: what it asks, `happened`: from what its clocks are explained. */
export type BesideSource = Readonly<{
  kind: string
  duties: readonly string[]
  mine: (asking: Asking) => Promise<readonly BesideWork[]>
  ofTeams: (asking: Asking, teams: readonly string[]) => Promise<readonly BesideOfTeam[]>
  happened?: ClockSource
}>

let sources: readonly BesideSource[] = []
/** Plugs in what stands in trays and on boards besides work about children. Called once, when the house is put together. */
export function plugTraySources(contributed: readonly BesideSource[]): void {
  sources = contributed
}
export async function besideTray(asking: Asking): Promise<readonly BesideWork[]> {
  const found: BesideWork[] = []
  for (const source of sources) found.push(...await source.mine(asking))
  return found
}

export type BesideBoard = Readonly<{ counts: readonly Count[]; rows: readonly (BesideOfTeam & Readonly<{ kind: string }>)[] }>
/** What stands beside the work of these teams, and how it is counted on their board. */
export async function besideBoard(asking: Asking, teams: readonly string[]): Promise<BesideBoard> {
  const rows = (await Promise.all(sources.map(async (source) => (await source.ofTeams(asking, teams)).map((row) => ({ ...row, kind: source.kind }))))).flat()
  return { rows, counts: countsOf(rows, boardDays(asking.today).soon, asking.today) }
}

const isLate = (row: BesideWork, today: PlainDate): boolean => row.group !== 'waiting' && row.dueOn !== null && row.dueOn < today
const isSoon = (row: BesideWork, soon: PlainDate, today: PlainDate): boolean => row.group !== 'waiting' && row.dueOn !== null && row.dueOn >= today && row.dueOn <= soon

/** As many as a board counts them: by team, worker and kind. */
export function countsOf(rows: BesideBoard['rows'], soon: PlainDate, today: PlainDate): Count[] {
  return [...Map.groupBy(rows, (row) => [row.team, row.worker ?? '', row.kind].join(' ')).values()].flatMap((all): Count[] => {
    const [one] = all
    if (!one) return []
    const late = all.filter((row) => isLate(row, today)).length
    return [{ team: one.team, worker: one.worker, kind: one.kind, items: all.length, late, overdue: late, soon: all.filter((row) => isSoon(row, soon, today)).length, without: 0, still: 0 }]
  })
}

/** Those behind one number of the board. */
export const besideIn = (rows: BesideBoard['rows'], list: ListName, soon: PlainDate, today: PlainDate): BesideBoard['rows'] =>
  rows.filter((row) => (list === 'late' ? isLate(row, today) : list === 'soon' ? isSoon(row, soon, today) : list === 'all'))
    .toSorted((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'))

/** What these sources ask, for the page that explains clocks. */
export const dutiesBeside = (): ReadonlySet<string> => new Set(sources.flatMap((source) => source.duties))
/** What happened to some people as they tell it, from which their clocks are explained. */
export const happenedBeside: ClockSource = async (asking, people, ids) =>
  (await Promise.all(sources.map((source) => source.happened?.(asking, people, ids) ?? []))).flat()
