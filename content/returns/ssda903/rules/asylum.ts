import { birthday, isUnaccompanied } from '../care.ts'
import type { Child903, Year903 } from '../child.ts'
import { inYear } from '../care.ts'
import { rules903, type Find } from '../rule.ts'
import { year903 } from '../child.ts'
import type { Rows } from '../tables.ts'

type Row = Rows['UASC']
/** Both years of the child, where last year's return knows them. */
const bothYears = (test: (said: Readonly<{ now: boolean; last: boolean; row: Row | undefined; lastRow: Row | undefined }>, year: Year903, child: Child903) => boolean): Find => (child, year) => {
  if (child.last.Header.length === 0) return []
  const told = { now: isUnaccompanied(child), last: isUnaccompanied(child.last), row: child.UASC[0], lastRow: child.last.UASC[0] }
  return test(told, year, child) ? [...child.Header, ...child.UASC] : []
}
const reads = { Header: 'UASC', UASC: 'DUC' }

/** Children who came alone to seek asylum, from one year's return to the next. */
export const asylumRules = rules903({
  '205A': {
    reads, needs: ['last year'], words: 'Last year the child was unaccompanied and seeking asylum and is not now: then last year’s return must give the day it ended, in that year.',
    breaks: bothYears(({ now, last, row, lastRow }, { year }) => !now && last && ((row?.raw.DUC ?? '') !== '' || !inYear(lastRow?.DUC, year903(year - 1)))),
  },
  '205B': {
    reads, needs: ['last year'], words: 'The child was unaccompanied and seeking asylum in both years: last year’s return gives the 18th birthday as the end, and this year’s the same day or the day in this year on which it ended.',
    breaks: bothYears(({ now, last, row, lastRow }, year) => {
      if (!now || !last) return false
      const eighteenth = lastRow?.DOB ? birthday(lastRow.DOB, 18) : undefined
      return lastRow?.DUC !== eighteenth || (!inYear(row?.DUC, year) && row?.DUC !== lastRow?.DUC)
    }),
  },
  '205C': {
    reads, needs: ['last year'], words: 'The child was in neither year unaccompanied and seeking asylum, so no day can be given on which it ended.',
    breaks: bothYears(({ now, last, row }) => !now && !last && (row?.raw.DUC ?? '') !== ''),
  },
  '205D': {
    reads, query: true, needs: ['last year'], words: 'The child is unaccompanied and seeking asylum this year and was not in last year’s return. See which is right.',
    breaks: bothYears(({ now, last }) => now && !last),
  },
})
