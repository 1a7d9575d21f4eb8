import { before, inYear, isOpen, latestOf, leavesCare } from '../care.ts'
import { each, rules903, type Find, type Told903 } from '../rule.ts'
import type { Episode, Rows } from '../tables.ts'

type Row = Rows['DoLo']
const from2027: readonly [number, number] = [2027, 2027]
const byStart = (a: Row, b: Row): number => ((a.DOLO_START ?? '') < (b.DOLO_START ?? '') ? -1 : (a.DOLO_START ?? '') > (b.DOLO_START ?? '') ? 1 : a.at - b.at)
const overlap = ({ DOLO_START, DOLO_END }: Row, { DECOM, DEC, raw }: Episode): boolean =>
  DOLO_START !== undefined && DOLO_END !== undefined && DECOM !== undefined && DECOM <= DOLO_END && (raw.DEC === '' || (DEC !== undefined && DOLO_START <= DEC))
const placedDuring = (wrong: (place: string) => boolean): Find => (child) => {
  const found = new Set<Row | Episode>()
  for (const row of child.DoLo) for (const episode of child.Episodes) if (overlap(row, episode) && wrong(episode.PLACE)) found.add(row).add(episode)
  return found
}
const usual = new Set(['K2', 'Z12', 'Z13'])
const never = new Set(['K1', 'P1', 'R5', 'K3'])
const liberty = (told: Omit<Told903, 'years'>): Told903 => ({ years: from2027, ...told })

/** Deprivations of liberty that a court allowed, from the return of 2027. */
export const libertyRules = rules903({
  700: liberty({ reads: { DoLo: 'DOLO_START' }, words: 'The deprivation of liberty began on no day of the calendar.', breaks: each('DoLo', ({ DOLO_START }) => DOLO_START === undefined) }),
  701: liberty({ reads: { DoLo: 'DOLO_END' }, words: 'The deprivation of liberty ended on no day of the calendar.', breaks: each('DoLo', ({ DOLO_END, raw }) => raw.DOLO_END !== '' && !DOLO_END) }),
  702: liberty({ reads: { DoLo: 'DOLO_START DOLO_END' }, words: 'The deprivation of liberty ended before it began.', breaks: each('DoLo', ({ DOLO_START, DOLO_END }) => before(DOLO_END, DOLO_START)) }),
  703: liberty({ reads: { DoLo: 'DOLO_START' }, words: 'The deprivation of liberty began after the year: it belongs to the next return.', breaks: each('DoLo', ({ DOLO_START }, _child, { closes }) => before(closes, DOLO_START)) }),
  704: liberty({ reads: { DoLo: 'DOLO_END' }, words: 'The deprivation of liberty ended outside this year.', breaks: each('DoLo', ({ DOLO_END }, _child, year) => DOLO_END !== undefined && !inYear(DOLO_END, year)) }),
  705: liberty({
    reads: { DoLo: 'DOLO_START DOLO_END' }, words: 'A deprivation of liberty began while another was still running.',
    breaks: (child) => (child.DoLo.length < 2 ? [] : child.DoLo.toSorted(byStart).filter((row, at, rows) => {
      const last = rows[at - 1]
      return last !== undefined && row.DOLO_START !== undefined && (last.raw.DOLO_END === '' || before(row.DOLO_START, last.DOLO_END))
    })),
  }),
  706: liberty({
    reads: { DoLo: 'DOLO_START', Header: 'CHILD' }, needs: ['last year'], words: 'Last year’s return left a deprivation of liberty open, and this year’s does not begin with it.',
    breaks: (child) => {
      const open = child.last.DoLo.filter(({ raw, DOLO_START }) => raw.DOLO_END === '' && DOLO_START !== undefined)
      if (open.every(({ DOLO_START }) => child.DoLo.some((row) => row.DOLO_START === DOLO_START))) return []
      return child.DoLo.length > 0 ? child.DoLo : child.Header
    },
  }),
  707: liberty({
    reads: { DoLo: 'DOLO_END', Episodes: 'REC DEC DECOM' }, words: 'The child left care, so the deprivation of liberty ended too: record the day.',
    breaks: each('DoLo', ({ raw }, child) => {
      const latest = latestOf(child.Episodes)
      return raw.DOLO_END === '' && latest !== undefined && leavesCare(latest) && !isOpen(latest)
    }),
  }),
  708: liberty({ reads: { DoLo: 'DOLO_START DOLO_END DOB' }, words: 'The deprivation of liberty lies before the child was born.', breaks: each('DoLo', ({ DOLO_START, DOLO_END, DOB }) => before(DOLO_START, DOB) || before(DOLO_END, DOB)) }),
  709: liberty({ query: true, reads: { DoLo: 'DOLO_START DOLO_END', Episodes: 'DECOM DEC PLACE' }, words: 'A child deprived of liberty is usually in a children’s home (K2) or an unregistered one (Z12, Z13). See where this child was.', breaks: placedDuring((place) => !usual.has(place)) }),
  710: liberty({ reads: { DoLo: 'DOLO_START DOLO_END', Episodes: 'DECOM DEC PLACE' }, words: 'The court’s leave is not for secure homes (K1), parents (P1), custody (R5) or supported accommodation (K3).', breaks: placedDuring((place) => never.has(place)) }),
})
