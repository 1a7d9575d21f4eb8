import type { Asking } from '../../access/model.ts'
import type { OnIt } from '../model.ts'

/** A list beside a team’s board that comes of something other than open work: plans that drift. Contributed by the module that knows it. */
export type BoardLine = Readonly<{ title: string; second: string; href: string; people: readonly OnIt[] }>
/** `byTeam`: how many there are in all; `lines`: the first of them. */
export type BoardRows = Readonly<{ byTeam: ReadonlyMap<string | null, number>; lines: readonly BoardLine[] }>
/** `drifts`: its lines are the plans that drift, which a board counts beside its work. `rows`: nothing where the list is not for this reader. */
export type BoardList = Readonly<{ title: string; empty: string; drifts?: true; rows: (asking: Asking, teams: readonly string[], most: number) => Promise<BoardRows | undefined> }>

let lists: readonly BoardList[] = []
/** Plugs in the lists beside the board. Called once, when the house is put together. */
export function plugBoardLists(contributed: readonly BoardList[]): void {
  lists = contributed
}
export type ShownList = BoardRows & Readonly<{ title: string; empty: string; drifts: boolean; count: number }>
/** Each list with its first lines; only the plans that drift where nothing but their number is shown. */
export const boardLists = async (asking: Asking, teams: readonly string[], most: number, onlyDrifting = false): Promise<readonly ShownList[]> => {
  const found = await Promise.all((onlyDrifting ? lists.filter((one) => one.drifts) : lists).map(async (list) => ({ list, rows: await list.rows(asking, teams, most) })))
  return found.flatMap(({ list, rows }) => (rows ? [{ title: list.title, empty: list.empty, drifts: list.drifts ?? false, count: [...rows.byTeam.values()].reduce((sum, one) => sum + one, 0), ...rows }] : []))
}

/** Something of a colleague’s own that waits on their first page and is no piece of work: a supervision to sign, a desk of theirs. Contributed by the module that knows it. */
export type DeskNotice = Readonly<{ title: string; second: string; href: string; late?: true }>
export type DeskTeller = (asking: Asking) => Promise<readonly DeskNotice[]>
let desks: readonly DeskTeller[] = []
/** Plugs in what waits for somebody besides their work. Called once, when the house is put together. */
export function plugDesks(contributed: readonly DeskTeller[]): void {
  desks = contributed
}
export async function deskNotices(asking: Asking): Promise<readonly DeskNotice[]> {
  const found: DeskNotice[] = []
  for (const desk of desks) found.push(...await desk(asking))
  return found
}
