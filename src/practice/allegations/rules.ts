import { addMonths, type PlainDate } from '../../kernel/dates.ts'
import type { Allegation } from './model.ts'

/** A share of all allegations that were concluded by then; of the national guidance, as councils repeat it. */
export type Measure = Readonly<{ months: number; hoped: number; reached: number; of: number }>
const hopes: readonly Readonly<{ months: number; hoped: number }>[] = [{ months: 1, hoped: 80 }, { months: 3, hoped: 90 }, { months: 12, hoped: 100 }]
const advice: readonly string[] = ['adviceOnly']

/** Of the allegations told in the last two years whose time is over or that ended: how many were concluded within it. Those that were for advice only do not count. */
export function concludedIn(all: readonly Pick<Allegation, 'toldOn' | 'endedOn' | 'criterion' | 'outcome'>[], today: PlainDate): Measure[] {
  const counted = all.filter((one) => one.criterion !== 'notMet' && !advice.includes(one.outcome ?? '') && one.toldOn >= addMonths(today, -24))
  return hopes.map(({ months, hoped }) => {
    const known = counted.filter((one) => one.endedOn !== null || addMonths(one.toldOn, months) < today)
    return { months, hoped, of: known.length, reached: known.filter((one) => one.endedOn !== null && one.endedOn <= addMonths(one.toldOn, months)).length }
  })
}

/** `2 without a first answer, one due today`: the days by which they are to be answered. */
export function waitingInWords(due: readonly (PlainDate | undefined)[], today: PlainDate): string {
  if (due.length === 0) return 'each has its first answer'
  const [late, now] = [due.filter((day) => day && day < today).length, due.filter((day) => day === today).length]
  return `${due.length} without a first answer${late > 0 ? `, ${late} late` : ''}${now > 0 ? `, ${now} due today` : ''}`
}
