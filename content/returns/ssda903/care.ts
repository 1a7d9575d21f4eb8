import { addDays, addMonths, ageOn, type PlainDate } from '../../../src/kernel/dates.ts'
import type { Child903, Year903 } from './child.ts'
import { adopted, shortBreaks } from './codes.ts'
import type { Episode, Header, Tables } from './tables.ts'

export const inShortBreaks = ({ LS }: Episode): boolean => shortBreaks.has(LS)
/** Short breaks count for little in this return: most rules look only at the other episodes. */
export const inFullCare = (episode: Episode): boolean => !shortBreaks.has(episode.LS)

/** The child left care with this episode, for whatever reason. */
export const leavesCare = ({ REC }: Episode): boolean => REC !== '' && REC !== 'X1'
export const isAdopted = ({ REC }: Episode): boolean => adopted.has(REC)
/** Neither a day nor a reason of ending. */
export const isOpen = ({ raw, REC }: Episode): boolean => raw.DEC === '' && REC === ''

export const latestOf = (episodes: readonly Episode[]): Episode | undefined => episodes.at(-1)

/** Whole years on that day; undefined where the day of birth or the day is unknown. */
export const ageAt = (born: PlainDate | undefined, day: PlainDate | undefined): number | undefined => (born && day ? ageOn(born, day) : undefined)
export const youngerThan = (years: number, born: PlainDate | undefined, day: PlainDate | undefined): boolean => born !== undefined && day !== undefined && ageOn(born, day) < years
export const atLeast = (years: number, born: PlainDate | undefined, day: PlainDate | undefined): boolean => born !== undefined && day !== undefined && ageOn(born, day) >= years
/** The birthday, 28 February in a year without the 29th. */
export const birthday = (born: PlainDate, years: number): PlainDate => addMonths(born, years * 12)

export const before = (a: PlainDate | undefined, b: PlainDate | undefined): boolean => a !== undefined && b !== undefined && a < b
export const longerThan = (days: number, from: PlainDate | undefined, to: PlainDate | undefined): boolean => from !== undefined && to !== undefined && addDays(from, days) < to

/** In the year's span: from 1 April to 31 March. */
export const inYear = (day: PlainDate | undefined, { opens, closes }: Year903): boolean => day !== undefined && opens <= day && day <= closes

/** Looked after at midnight of that day, other than in short breaks. */
export const lookedAfterOn = (child: Child903, day: PlainDate): boolean =>
  child.Episodes.some((episode) => inFullCare(episode) && episode.DECOM !== undefined && episode.DECOM <= day && (episode.raw.DEC === '' || (episode.DEC !== undefined && episode.DEC > day)))

const continuity = new WeakMap<Child903, Readonly<{ closes: PlainDate; continuous: boolean }>>()
/** Looked after for the twelve months to 31 March without a day between, short breaks not counted: the children of OC2. */
export function continuouslyLookedAfter(child: Child903, { opens, closes }: Year903): boolean {
  const known = continuity.get(child)
  if (known?.closes === closes) return known.continuous
  let until: PlainDate | undefined
  let lasts = false
  for (const episode of child.Episodes) {
    if (!inFullCare(episode) || !episode.DECOM) continue
    const goesOn = until !== undefined && episode.DECOM <= until && episode.RNE !== 'S'
    if (!goesOn && episode.DECOM > opens) {
      lasts = false
      until = undefined
      continue
    }
    lasts = episode.raw.DEC === '' || (episode.DEC !== undefined && episode.DEC > closes)
    until = episode.raw.DEC === '' ? closes : episode.DEC
  }
  continuity.set(child, { closes, continuous: lasts })
  return lasts
}

/** A time in care without a day between; `to` is undefined while it lasts. */
export type Period = Readonly<{ from: PlainDate; to: PlainDate | undefined }>
export function periodsOfCare(child: Child903): readonly Period[] {
  const periods: { from: PlainDate; to: PlainDate | undefined }[] = []
  for (const { DECOM, DEC } of child.Episodes) {
    if (!DECOM) continue
    const last = periods.at(-1)
    if (last && (last.to === undefined || DECOM <= last.to)) last.to = DEC
    else periods.push({ from: DECOM, to: DEC })
  }
  return periods
}
export const within = (day: PlainDate, { from, to }: Period): boolean => from <= day && (to === undefined || day <= to)

const begins = ({ RNE, DECOM }: Episode): boolean => RNE === 'S' && DECOM !== undefined
/** The episode with which the first period of care told here began, and the latest one; undefined where no episode says so. */
export const firstStart = (child: Child903): Episode | undefined => child.Episodes.find(begins)
export const latestStart = (child: Child903): Episode | undefined => child.Episodes.findLast(begins)

/** Unaccompanied and seeking asylum: the header of the XML says so, else the table's row does. */
export const isUnaccompanied = (tables: Tables): boolean => {
  const said = tables.Header.find((header) => header.UASC !== undefined && header.UASC !== '')?.UASC
  return said === undefined ? tables.UASC.length > 0 : said === '1'
}
export const everUnaccompanied = (child: Child903): boolean => isUnaccompanied(child) || isUnaccompanied(child.last)

export const isMale = ({ SEX }: Header): boolean => SEX === '1' || SEX === 'M'
export const isFemale = ({ SEX }: Header): boolean => SEX === '2' || SEX === 'F'
