import type { Need, Reads, ReturnRow, ReturnRule, WholeRule } from '../../../src/engine/returns/model.ts'
import type { PlainDate } from '../../../src/kernel/dates.ts'
import { censusCodes, type CensusCode, type CensusList } from './codes.ts'
import { coveredCensusYears, type CensusChild, type CensusOf, type Details, type Identifiers } from './rows.ts'

export type CensusFind = (child: CensusChild, census: CensusOf) => Iterable<ReturnRow>
export type CensusRule = ReturnRule<CensusChild, CensusOf>

/** What a rule says of itself. A number that ends in Q is a query. */
export type ToldRule = Readonly<{ years?: readonly [number, number]; reads: Reads; needs?: readonly Need[]; words: string; breaks: CensusFind; whole?: WholeRule<CensusChild, CensusOf> }>

export const censusRules = (told: Readonly<Record<string, ToldRule>>): readonly CensusRule[] => Object.entries(told).map(([number, { years, reads, needs, words, breaks, whole }]) => ({
  number, years: years ?? [coveredCensusYears.first, coveredCensusYears.last], severity: number.endsWith('Q') ? 'query' : 'error', reads, needs: needs ?? [], words, find: breaks, ...(whole ? { whole } : {}),
}))

/** For a rule that no child shows alone. */
export const noneAlone: CensusFind = () => []

/** The child's identifiers, when they break the rule. */
export const who = (test: (identifiers: Identifiers, child: CensusChild, census: CensusOf) => boolean): CensusFind => (child, census) => (test(child.identifiers, child, census) ? [child.identifiers] : [])

/** Each episode of need (CIN details) for which the test holds. */
export const eachEpisode = (test: (details: Details, child: CensusChild, census: CensusOf) => boolean): CensusFind => (child, census) => child.details.filter((details) => test(details, child, census))

/** Each row within an episode for which the test holds. */
export const eachWithin = <R extends ReturnRow>(rows: (details: Details) => readonly R[], test: (row: R, details: Details, child: CensusChild, census: CensusOf) => boolean): CensusFind => (child, census) =>
  child.details.flatMap((details) => rows(details).filter((row) => test(row, details, child, census)))

export const assessments = ({ assessments: rows }: Details) => rows
export const plans = ({ plans: rows }: Details) => rows
export const enquiries = ({ enquiries: rows }: Details) => rows
export const protection = ({ protection: rows }: Details) => rows

export const before = (a: PlainDate | undefined, b: PlainDate | undefined): boolean => a !== undefined && b !== undefined && a < b
export const inCensus = (day: PlainDate | undefined, { opens, closes }: CensusOf): boolean => day !== undefined && opens <= day && day <= closes
/** Given, and outside the twelve months. */
export const outside = (day: PlainDate | undefined, census: CensusOf): boolean => day !== undefined && !inCensus(day, census)

const lists = new Map<string, ReadonlySet<string>>()
/** The codes of the list that are in force in the year of the rules. */
export function codesOf(list: CensusList, { year }: CensusOf): ReadonlySet<string> {
  const key = `${list} ${year}`
  const known = lists.get(key)
  if (known) return known
  const all: readonly CensusCode[] = censusCodes[list]
  const codes = new Set(all.filter(({ from = 0, until = 9999 }) => from <= year && year <= until).map(({ code }) => code))
  lists.set(key, codes)
  return codes
}

type Span = Readonly<{ from: PlainDate | undefined; to: PlainDate | undefined; open: boolean }>
/** A row begins while another of them runs. `last` says whether the day on which the other ends still belongs to it. */
export const beginsWithin = <R>(rows: readonly R[], span: (row: R) => Span, closes: PlainDate, last: 'last day too' | 'not the last day'): readonly R[] => rows.length < 2 ? [] : rows.filter((row) => {
  const { from } = span(row)
  return from !== undefined && rows.some((other) => {
    if (other === row) return false
    const { from: began, to, open } = span(other)
    if (began === undefined || from < began) return false
    if (open) return from <= closes
    return to !== undefined && (last === 'last day too' ? from <= to : from < to)
  })
})
