import type { Asking } from '../../access/model.ts'
import { decisionKinds } from '../decisions/queries.ts'
import { toldByTheHour } from '../byTheHour.ts'
import type { WorkItem } from '../model.ts'
import * as items from '../store.ts'
import { boardDays, wantedFor, writtenKinds, type Count, type ListName } from './counts.ts'
import * as store from './store.ts'

export type Board = Readonly<{ counts: readonly Count[]; signOffs: readonly string[]; people: number; carried: ReadonlyMap<string, number>; list: readonly WorkItem[] }>

/** Every number of these teams, and one list behind them. */
export async function readBoard(asking: Asking, teams: readonly string[], list: ListName | undefined, workerId: string | null, most: number): Promise<Board> {
  const signOffs = decisionKinds()
  const { wanted, kinds } = list ? wantedFor(list, signOffs) : { wanted: 'none', kinds: null }
  const { soon, stillSince } = boardDays(asking.today)
  const board = await store.boardOf(asking.db, { teams, today: asking.today, soon, stillSince, written: writtenKinds, wanted, workerId, kinds, most })
  const read = board.ids.length > 0 ? await items.itemsByKeys(asking.db, board.ids) : { json: '[]', people: [] }
  asking.saw(read.people)
  return {
    counts: board.rows, signOffs, people: board.carried.find((one) => one.team === null && one.worker === null)?.people ?? 0, list: toldByTheHour(items.itemsIn(read), asking.now),
    carried: new Map(board.carried.flatMap((one): [string, number][] => (one.worker && one.team ? [[`${one.team} ${one.worker}`, one.people]] : []))),
  }
}
