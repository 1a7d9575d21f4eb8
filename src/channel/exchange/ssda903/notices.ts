import type { NoticeTeller } from '../../../record/people/notices.ts'
import { tableNames, type TableName } from '../../../../content/returns/ssda903/tables.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { cameOf, type Came } from './store.ts'

const inWords: Readonly<Record<TableName, string>> = {
  Header: 'who the child is', Episodes: 'the time in care', Reviews: 'reviews', UASC: 'asylum', OC2: 'health', OC3: 'leaving care', AD1: 'adoption', PlacedAdoption: 'placed for adoption', PrevPerm: 'permanence before', Missing: 'missing', SWEpisodes: 'social workers', DoLo: 'deprivation of liberty',
}

/** How many rows of a table are not whole in the record, with the reason that most of them have. */
function told({ aside, rows }: Came, table: TableName): string[] {
  const here = aside.filter((one) => one.table === table)
  const many = here.some((one) => one.row === 0) ? (rows[table] ?? []).length : new Set(here.map((one) => one.row)).size
  const [reason] = [...Map.groupBy(here, (one) => one.reason)].toSorted((a, b) => b[1].length - a[1].length)[0] ?? []
  return many === 0 ? [] : [`${inWords[table]}: ${many} ${many === 1 ? 'row' : 'rows'} (${reason})`]
}

/** Says on the page of a child whom a return of another system brought what of it is not in the record, year by year. */
export const cameNotices: NoticeTeller = async (asking, ids) => (await cameOf(asking, ids)).flatMap((came) => {
  const found = tableNames.flatMap((table) => told(came, table))
  if (found.length === 0 && came.named) return []
  return [{
    kind: 'theme' as const, title: found.length === 0 ? `Taken over from the looked-after children return of ${came.year}.` : `Not all of the return of ${came.year} could be taken into the record.`,
    words: `${found.length === 0 ? '' : `It is kept as it came. What is to be put right: ${listed(found)}.`}${came.named ? '' : ' A return has no names, addresses or families: write them as you learn them.'}`.trim(),
  }]
})
