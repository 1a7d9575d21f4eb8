import type { Import, Settled } from './bookModel.ts'

/** What an import is called in lists. */
export const nameOfImport = ({ format, year, authority }: Pick<Import, 'format' | 'year' | 'authority'>): string =>
  (format === 'cin' ? `Census of ${year}, authority ${authority}` : format === 'ssda903' ? `Children looked after (SSDA903) of ${year}` : format === 'annexA' ? `Inspection lists (Annex A) of ${year}` : `The council’s own extracts, ${year}`)

const children = (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'child' : 'children'}`

/** What became of an import that was taken back, line by line. */
export function settledInWords({ removed, restored, kept }: Settled): string[] {
  const stay = Object.values(kept).reduce((sum, count) => sum + count, 0)
  return [
    `${children(removed)} taken off the record again.`,
    ...(restored > 0 ? [`${children(restored)} known before: as they were before this import.`] : []),
    ...(stay > 0 ? [`${children(stay)} left as they are:`, ...Object.entries(kept).map(([why, count]) => `  ${count.toLocaleString('en-GB')}: ${why}`)] : []),
  ]
}
