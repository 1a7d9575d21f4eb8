import { before, birthday, inYear, periodsOfCare, within } from '../care.ts'
import { each, rules903 } from '../rule.ts'
import type { Rows } from '../tables.ts'

type Row = Rows['Missing']
const unlike = (a: Row, b: Row): number => ((a.MIS_START ?? '') < (b.MIS_START ?? '') ? -1 : (a.MIS_START ?? '') > (b.MIS_START ?? '') ? 1 : a.at - b.at)

/** Children missing, or away from their placement without leave. */
export const missingRules = rules903({
  564: { reads: { Missing: 'MISSING MIS_START' }, words: 'The child was missing or away: record the day it began.', breaks: each('Missing', ({ MISSING, raw }) => MISSING !== '' && raw.MIS_START === '') },
  565: { reads: { Missing: 'MISSING MIS_START' }, words: 'A day it began stands here: say whether the child was missing (M) or away without leave (A).', breaks: each('Missing', ({ MISSING, raw }) => MISSING === '' && raw.MIS_START !== '') },
  566: { reads: { Missing: 'MISSING MIS_END' }, words: 'A day it ended stands here: say whether the child was missing (M) or away without leave (A).', breaks: each('Missing', ({ MISSING, raw }) => MISSING === '' && raw.MIS_END !== '') },
  567: { reads: { Missing: 'MIS_START MIS_END' }, words: 'The child came back before going missing. One of the days is wrong.', breaks: each('Missing', ({ MIS_START, MIS_END }) => before(MIS_END, MIS_START)) },
  570: { reads: { Missing: 'MIS_START' }, words: 'It began after the year has ended: it belongs to a later return.', breaks: each('Missing', ({ MIS_START }, _child, { closes }) => before(closes, MIS_START)) },
  571: { reads: { Missing: 'MIS_END' }, words: 'It ended outside this year.', breaks: each('Missing', ({ MIS_END }, _child, year) => MIS_END !== undefined && !inYear(MIS_END, year)) },
  574: {
    reads: { Missing: 'MIS_START MIS_END' }, words: 'It began before the time before had ended. See the days of both.',
    breaks: (child) => child.Missing.toSorted(unlike).filter((row, at, rows) => {
      const last = rows[at - 1]
      return last !== undefined && row.MIS_START !== undefined && (last.raw.MIS_END === '' || before(row.MIS_START, last.MIS_END))
    }),
  },
  575: {
    reads: { Missing: 'MIS_START MIS_END', Episodes: 'DECOM DEC' }, words: 'The episode from which the child went missing has ended, so this time has an end too.',
    breaks: each('Missing', ({ MIS_START, raw }, child) => raw.MIS_END === '' && MIS_START !== undefined && child.Episodes.some(({ DECOM, DEC }) => DECOM !== undefined && DEC !== undefined && DECOM <= MIS_START && MIS_START <= DEC)),
  },
  576: {
    reads: { Missing: 'MIS_START', Header: 'CHILD' }, needs: ['last year'], words: 'Last year’s return ended with the child missing, and this year’s does not begin with it.',
    breaks: (child) => {
      const open = child.last.Missing.filter(({ raw, MIS_START }) => raw.MIS_END === '' && MIS_START !== undefined)
      if (open.every(({ MIS_START }) => child.Missing.some((row) => row.MIS_START === MIS_START))) return []
      return child.Missing.length > 0 ? child.Missing.toSorted(unlike).slice(0, 1) : child.Header
    },
  },
  577: {
    reads: { Missing: 'MIS_START MIS_END', Episodes: 'DECOM DEC' }, words: 'The child left care, so this time missing ended by then too.',
    breaks: each('Missing', ({ MIS_START, MIS_END, raw }, child) => {
      const period = MIS_START ? periodsOfCare(child).findLast((each) => within(MIS_START, each)) : undefined
      return period?.to !== undefined && (raw.MIS_END === '' || before(period.to, MIS_END))
    }),
  },
  578: {
    reads: { Missing: 'MIS_START', Episodes: 'DECOM DEC' }, words: 'It began after the child had left care.',
    breaks: each('Missing', ({ MIS_START }, child) => {
      const periods = periodsOfCare(child)
      return MIS_START !== undefined && !periods.some((each) => within(MIS_START, each)) && periods.some(({ to }) => before(to, MIS_START))
    }),
  },
  580: {
    reads: { Missing: 'MIS_END DOB', Episodes: 'DEC REC' }, words: 'The young person turned 18 while missing, and care ended that day: then the reason is E8.',
    breaks: each('Episodes', ({ DEC, REC }, child) => DEC !== undefined && REC !== 'E8' && child.Missing.some(({ MIS_END, DOB }) => MIS_END === DEC && DOB !== undefined && birthday(DOB, 18) === DEC)),
  },
  581: {
    reads: { Missing: 'MIS_START', Episodes: 'DECOM DEC' }, words: 'It began before the child came into care.',
    breaks: each('Missing', ({ MIS_START }, child) => {
      const periods = periodsOfCare(child)
      return MIS_START !== undefined && !periods.some((each) => within(MIS_START, each)) && periods.some(({ from }) => MIS_START < from)
    }),
  },
  586: { reads: { Missing: 'MIS_START MIS_END DOB' }, words: 'It began or ended before the child was born.', breaks: each('Missing', ({ MIS_START, MIS_END, DOB }) => before(MIS_START, DOB) || before(MIS_END, DOB)) },
})
