import { agreedWords } from '../../engine/timescales/words.ts'
import { shortDay } from '../../kernel/dates.ts'
import { schoolYears } from '../access/own/store.ts'
import { yearInWords, yearToWrite } from '../access/own/terms.ts'
import { may } from '../access/permissions.ts'
import { groupByDay } from './besideRows.ts'
import type { BesideSource } from './besideTray.ts'

/** The school terms that nobody has written yet: asked of whoever sets up the council, before the last of them ends. It is about nobody. */
export const termsDue: BesideSource = {
  kind: 'schoolTerms', duties: [],
  mine: async ({ actor, db, today }) => {
    const wanted = may(actor, 'council.configure') ? yearToWrite(await schoolYears(db), today) : undefined
    if (!wanted) return []
    const { year, by } = wanted
    const over = by === undefined || by < today
    return [{
      group: over ? 'today' : groupByDay(by, today), dueOn: over ? today : by,
      row: {
        title: `School terms of ${yearInWords(year)}`, about: [], who: 'Reviews of education plans are counted by them',
        clock: over ? { state: 'today', words: 'Now', second: by ? `no term since ${shortDay(by, today)}` : 'no term is written' } : { state: by === today ? 'today' : 'inTime', words: agreedWords(by, today), second: `the last term ends ${shortDay(by, today)}` },
        open: { href: `/admin/terms?year=${year}`, words: 'Write' },
      },
    }]
  },
  ofTeams: () => Promise.resolve([]),
}
