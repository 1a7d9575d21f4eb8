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
