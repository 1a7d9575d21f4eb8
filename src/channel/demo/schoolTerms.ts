import { addDays, addMonths, plain, weekdayOf, type PlainDate } from '../../kernel/dates.ts'
import { schoolYearOn, termsOf, type SchoolTerm, type SchoolYear } from '../../record/access/own/terms.ts'

const monday = (day: string): PlainDate => addDays(plain(day), (8 - weekdayOf(plain(day))) % 7)
const friday = (day: string): PlainDate => addDays(plain(day), -((weekdayOf(plain(day)) + 2) % 7))

/** The terms of a school year as a council in the Midlands might have them: from a Monday to a Friday. */
export const invented = (year: number): readonly SchoolTerm[] => [
  { from: monday(`${year}-09-01`), to: friday(`${year}-12-20`) }, { from: monday(`${year + 1}-01-03`), to: friday(`${year + 1}-03-31`) }, { from: monday(`${year + 1}-04-12`), to: friday(`${year + 1}-07-23`) },
]

/** What this council has written: the school year that runs and the next, each since before it began. */
export const writtenYears = (today: PlainDate): readonly SchoolYear[] => [schoolYearOn(today), schoolYearOn(today) + 1].map((year) => ({ year, from: plain(`${year}-06-01`), terms: invented(year) }))
export const writtenTerms = (today: PlainDate): readonly SchoolTerm[] => termsOf(writtenYears(today))

/** Days on which a child’s plan was reviewed: once in each term after the one in which it was made. */
export function reviewedOn(made: PlainDate, last: PlainDate, after: number): PlainDate[] {
  const first = schoolYearOn(made)
  const years = Array.from({ length: schoolYearOn(addMonths(last, 1)) - first + 1 }, (_, i) => first + i)
  return years.flatMap(invented).filter((term) => term.from > made).map((term) => addDays(term.from, after)).filter((on) => on < last)
}
