import type { Asking } from '../../access/model.ts'
import type { OnIt } from '../model.ts'

/** A list beside a team’s board that comes of something other than open work: plans that drift. Contributed by the module that knows it. */
export type BoardLine = Readonly<{ title: string; second: string; href: string; people: readonly OnIt[]; teamId: string | null }>
export type BoardList = Readonly<{ title: string; empty: string; rows: (asking: Asking, teams: readonly string[]) => Promise<readonly BoardLine[]> }>

let lists: readonly BoardList[] = []
/** Plugs in the lists beside the board. Called once, when the house is put together. */
export function plugBoardLists(contributed: readonly BoardList[]): void {
  lists = contributed
}
export const boardLists = async (asking: Asking, teams: readonly string[]): Promise<readonly Readonly<{ title: string; empty: string; lines: readonly BoardLine[] }>[]> => {
  const found: { title: string; empty: string; lines: readonly BoardLine[] }[] = []
  for (const list of lists) found.push({ title: list.title, empty: list.empty, lines: await list.rows(asking, teams) })
  return found
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
