import { columns } from '../../../../content/returns/ssda903/tables.ts'
import type { Db } from '../../../platform/db/pool.ts'
import type { RowsOfChild } from '../model.ts'
import type { Lists } from './model.ts'
import { listsAbout } from './store.ts'

const at = (column: string): number => columns.Episodes.findIndex((one) => one === column)
const [urnAt, homeAt, placeAt] = [at('URN'), at('HOME_POST'), at('PL_POST')]
const told = (rows: readonly RowsOfChild[], places: readonly number[]): string[] => [...new Set(rows.flatMap((one) => (one.Episodes ?? []).flatMap((row) => places.map((place) => row[place] ?? ''))))].filter((value) => value !== '')

/** The lists as far as these rows name providers and postcodes. */
export const listsFor = (db: Db, rows: readonly RowsOfChild[]): Promise<Lists> => listsAbout(db, told(rows, [urnAt]), told(rows, [homeAt, placeAt]))
