import { addDays, ageOn, isPlainDate, plain, type PlainDate } from '../../../kernel/dates.ts'
import type { Problem } from '../../../kernel/errors.ts'
import type { OwnChange } from './model.ts'

/** A school term, with its first and last day. */
export type SchoolTerm = Readonly<{ from: PlainDate; to: PlainDate }>
/** A school year as this council has written it. `year`: in which it begins. `from`: the day on which it was first written; a term that was over then asks nothing of anybody. */
export type SchoolYear = Readonly<{ year: number; from: PlainDate; terms: readonly SchoolTerm[] }>

export const termNames = ['Autumn term', 'Spring term', 'Summer term'] as const

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isTerm = (value: unknown): value is SchoolTerm => isRecord(value) && typeof value.from === 'string' && typeof value.to === 'string' && isPlainDate(value.from) && isPlainDate(value.to)

/** The school year that a kept change wrote. */
export function schoolYearOf({ key, value }: Pick<OwnChange, 'key' | 'value'>): SchoolYear | undefined {
  const [, year] = /^own\.terms\.(\d{4})$/.exec(key) ?? []
  if (!year || !isRecord(value) || typeof value.from !== 'string' || !isPlainDate(value.from) || !Array.isArray(value.terms)) return undefined
  return { year: Number(year), from: plain(value.from), terms: value.terms.filter(isTerm).map(({ from, to }) => ({ from, to })) }
}

/** The terms that ask for something: those that were not over when they were written. */
export const termsOf = (years: readonly SchoolYear[]): SchoolTerm[] => years.flatMap((one) => one.terms.filter((term) => term.to >= one.from)).sort((a, b) => a.from.localeCompare(b.from))
export const yearInWords = (year: number): string => `${year} to ${year + 1}`
/** In which year the school year of a day began: it turns on 1 August. */
export const schoolYearOn = (day: PlainDate): number => Number(day.slice(0, 4)) - (day.slice(5) < '08-01' ? 1 : 0)

/** How many days before the last term that is written ends somebody is asked for the next school year. */
export const askedAhead = 60
/** The school year whose terms are to be written now, and the day after which none follows; no day where none runs already. Nothing where the next year is written, or this one goes on for longer. */
export function yearToWrite(years: readonly SchoolYear[], today: PlainDate): Readonly<{ year: number; by: PlainDate | undefined }> | undefined {
  const now = schoolYearOn(today)
  const end = years.find((one) => one.year === now)?.terms.at(-1)?.to
  if (!end) return { year: now, by: undefined }
  return end <= addDays(today, askedAhead) && !years.some((one) => one.year === now + 1) ? { year: now + 1, by: end } : undefined
}

/** What is wrong with the terms of a year, for whoever writes them. */
export function problemsOfTerms(year: number, terms: readonly Readonly<{ from: string; to: string }>[], today: PlainDate): Problem[] {
  const [first, last] = [`${year}-08-01`, `${year + 1}-08-31`]
  const problems = terms.flatMap((term, i): Problem[] => {
    const name = termNames[i]?.toLowerCase() ?? 'term'
    const at = (end: 'from' | 'to', problem: string): Problem => ({ question: `terms.${i}.${end}`, problem })
    const before = terms[i - 1]
    if (!isPlainDate(term.from)) return [at('from', `Give the first day of the ${name}, as in 2/9/${year}.`)]
    if (!isPlainDate(term.to)) return [at('to', `Give the last day of the ${name}, as in 18/12/${year}.`)]
    if (term.from < first || term.to > last) return [at(term.from < first ? 'from' : 'to', `A school year lies between 1 August ${year} and 31 August ${year + 1}.`)]
    if (term.to < addDays(plain(term.from), 27)) return [at('to', `The ${name} ends before it has lasted four weeks. Look at both days.`)]
    return before && isPlainDate(before.to) && term.from <= before.to ? [at('from', `The ${name} begins before the one before it has ended.`)] : []
  })
  const end = terms.at(-1)?.to ?? ''
  return problems.length === 0 && end < today ? [{ question: 'year', problem: 'That school year is over. What was due in it is not asked of anybody afterwards.' }] : problems
}

/** Terms in which the review of a personal education plan is due: the child was in our care, three or older, and had a plan, before the term began. */
export const termsFor = (terms: readonly SchoolTerm[], o: Readonly<{ plans: readonly PlainDate[]; periods: readonly Readonly<{ from: PlainDate; to: PlainDate | null }>[]; bornOn: PlainDate | null }>): SchoolTerm[] =>
  terms.filter((term) => (o.bornOn === null || (ageOn(o.bornOn, term.from) >= 3 && ageOn(o.bornOn, term.from) < 18))
    && o.periods.some((period) => period.from < term.from && (period.to === null || period.to > term.from) && o.plans.some((on) => on >= period.from && on < term.from)))
