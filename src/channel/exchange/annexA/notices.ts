import { lists } from '../../../../content/returns/annexA/lists.ts'
import { dayInWords, isPlainDate } from '../../../kernel/dates.ts'
import { listed } from '../../../kernel/phrasing.ts'
import type { NoticeTeller } from '../../../record/people/notices.ts'
import { cameOf } from './store.ts'

/** Says on the page of a child whom an Annex A of another system brought what of it is not in the record, list by list. */
export const annexNotices: NoticeTeller = async (asking, ids) => (await cameOf(asking, ids)).slice(0, 1).flatMap(({ on, aside, named }) => {
  const found = lists.flatMap(({ name, title }) => {
    const here = aside.filter((one) => one.table === name)
    const rows = new Set(here.map((one) => one.row)).size
    return rows === 0 ? [] : [`${title.toLowerCase()} (${rows} ${rows === 1 ? 'row' : 'rows'})`]
  })
  if (found.length === 0 && named) return []
  return [{
    kind: 'theme' as const, title: `Taken over from the inspection lists (Annex A)${on && isPlainDate(on) ? ` as at ${dayInWords(on)}` : ''}.`,
    words: `${found.length > 0 ? `Kept as it came, because not all of it has a place in the record: ${listed(found)}.` : ''}${named ? '' : ' These lists have no names, addresses or families: write them as you learn them.'}`.trim(),
  }]
})
