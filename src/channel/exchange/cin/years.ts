import { coveredYears } from '../../../../content/returns/cin/elements.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import type { CensusYear } from './model.ts'

/** No census of children in need is older than the Children Act 1989 that the words come from. */
const firstThinkable = 1989

/**
 * The structure to read a census of that year with, or a sentence why there is none. `today` is the day of the import:
 * a census of next year may come early, a later one is a slip of the keyboard.
 */
export function censusYear(text: string, today: PlainDate): CensusYear | string {
  const year = Number(text)
  if (!/^\d{4}$/.test(text) || year < firstThinkable) return 'The header does not name a year, as in 2026, so we cannot tell which census this is.'
  const next = Number(today.slice(0, 4)) + 1
  if (year > next) return `The header says that this is the census of ${year}. We read censuses up to next year, ${next}. Check the year in the header.`
  const structure = Math.min(Math.max(year, coveredYears.first), coveredYears.last)
  return { year, structure, covered: structure === year }
}

/** What the report says of a year that has no structure of its own; null where it has. */
export function yearRemark({ year, structure, covered }: CensusYear): string | null {
  if (covered) return null
  return year > structure
    ? `We have no structure for ${year} yet. The file was read with the nearest older one, of ${structure}.`
    : `We have no structure for ${year} or before. The file was read with the oldest we have, of ${structure}.`
}
