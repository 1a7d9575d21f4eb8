import { addDays, plain } from '../../../../src/kernel/dates.ts'
import { twiceOver } from '../../../../src/engine/returns/twice.ts'
import { ageAt, atLeast, before, birthday, inFullCare, inShortBreaks, inYear, isFemale, isMale, isUnaccompanied, latestOf, leavesCare, youngerThan } from '../care.ts'
import type { Child903, Year903 } from '../child.ts'
import { each, noneAlone, rules903, type Find } from '../rule.ts'
import type { Header } from '../tables.ts'

/** The header beside that of last year, where there is one. */
const besideLast = (test: (now: Header, last: Header, child: Child903, year: Year903) => boolean): Find => each('Header', (now, child, year) => {
  const last = child.last.Header[0]
  return last !== undefined && test(now, last, child, year)
})
const careInYear = (child: Child903, { opens, closes }: Year903): boolean => child.Episodes.some((episode) =>
  inFullCare(episode) && episode.DECOM !== undefined && episode.DECOM <= closes && (episode.raw.DEC === '' || (episode.DEC !== undefined && episode.DEC >= opens)))
const leaver = (child: Child903): boolean => child.OC3.some(({ IN_TOUCH, ACTIV, ACCOM }) => IN_TOUCH !== '' || ACTIV !== '' || ACCOM !== '')

/** A number was found, or a reason given where there was none or the child was too young. */
const betterKnown = (last: string, now: string): boolean => {
  const unknown = last === '' || last.startsWith('UN')
  if (unknown && now !== '' && !now.startsWith('UN')) return true
  return (last === '' || last === 'UN1') && now.startsWith('UN')
}

function motherOutOfPlace(header: Header, child: Child903, year: Year903): boolean {
  if (header.MOTHER !== '') {
    if ((header.MOTHER !== '0' && header.MOTHER !== '1') || isMale(header)) return true
    return !careInYear(child, year) && leaver(child)
  }
  return isFemale(header) && careInYear(child, year)
}

/** Who the child is, what was said of them last year, and young mothers. */
export const headerRules = rules903({
  165: {
    reads: { Header: 'MOTHER SEX', Episodes: 'LS DECOM DEC', OC3: 'IN_TOUCH ACTIV ACCOM' },
    words: 'For every girl or young woman looked after in the year say whether she is a mother: 1 or 0. For nobody else say anything.',
    breaks: (child, year) => child.Header.some((header) => motherOutOfPlace(header, child, year)) ? [...child.Header, ...child.OC3] : [],
  },
  174: { reads: { Header: 'SEX MC_DOB' }, words: 'A child’s day of birth stands here and the young person is recorded as male. One of the two is wrong.', breaks: each('Header', (header) => header.raw.MC_DOB !== '' && isMale(header)) },
  202: { reads: { Header: 'SEX' }, needs: ['last year'], words: 'Last year’s return gave another sex. Correct the one that is wrong.', breaks: besideLast((now, last) => now.SEX !== sexOfThisYear(last.SEX, now.SEX)) },
  203: { reads: { Header: 'DOB' }, needs: ['last year'], words: 'Last year’s return gave another day of birth. Correct the one that is wrong.', breaks: besideLast((now, last) => now.raw.DOB !== '' && last.raw.DOB !== '' && (now.DOB ?? now.raw.DOB) !== (last.DOB ?? last.raw.DOB)) },
  204: { reads: { Header: 'ETHNIC' }, query: true, needs: ['last year'], words: 'Last year’s return gave another ethnicity. See with the child and family which is right.', breaks: besideLast((now, last) => last.ETHNIC !== '' && now.ETHNIC !== last.ETHNIC) },
  207: {
    reads: { Header: 'MOTHER', Episodes: 'CHILD' }, needs: ['last year'], words: 'She was a mother in last year’s return and is none in this year’s.',
    breaks: besideLast((now, last, child) => last.MOTHER === '1' && now.MOTHER !== '1' && child.Episodes.length > 0),
  },
  208: { reads: { Header: 'UPN' }, query: true, needs: ['last year'], words: 'Last year’s return gave another unique pupil number. Ask the school which is the child’s own.', breaks: besideLast((now, last) => now.UPN !== last.UPN && !betterKnown(last.UPN, now.UPN)) },
  209: { reads: { Header: 'UPN DOB' }, words: 'UN1 is for children below school age. This child is of school age: ask the school for the unique pupil number.', breaks: each('Header', ({ UPN, DOB }, _child, { year }) => UPN === 'UN1' && atLeast(4, DOB, plain(`${year - 2}-08-31`))) },
  210: {
    reads: { Header: 'UPN', Episodes: 'DECOM' }, words: 'UN4 is for children who came into care in the last week of the year. This child came before: find the unique pupil number.',
    breaks: (child, { closes }) => {
      const early = child.Episodes.filter(({ DECOM }) => before(DECOM, addDays(closes, -7)))
      return child.Header.some(({ UPN }) => UPN === 'UN4') && early.length > 0 ? [...child.Header, ...early] : []
    },
  },
  231: {
    years: [2025, 2027], query: true, reads: { Header: 'DOB UASC', UASC: 'CHILD' }, words: 'A child under 11 who came alone to seek asylum is rare. See whether the day of birth is right, and tell the department why if it is.',
    breaks: each('Header', ({ DOB }, child, { closes }) => youngerThan(11, DOB, closes) && isUnaccompanied(child)),
  },
  232: { years: [2025, 2027], query: true, reads: { Header: 'SEX' }, words: 'The child’s sex is recorded as unknown. Record it once it is known.', breaks: each('Header', ({ SEX }) => SEX === 'U') },
  301: { reads: { Header: 'DOB' }, words: 'The child would be born after the end of the year.', breaks: each('Header', ({ DOB }, _child, { closes }) => before(closes, DOB)) },
  303: {
    reads: { UASC: 'DUC', Header: 'UASC' }, words: 'The child has a day on which seeking asylum alone ended, so the header must say 1 for it.',
    breaks: (child) => child.Header.some(({ UASC }) => UASC !== undefined && UASC !== '1') && child.UASC.some(({ raw }) => raw.DUC !== '') ? [...child.Header, ...child.UASC] : [],
  },
  304: { reads: { UASC: 'DUC DOB' }, words: 'Seeking asylum as an unaccompanied child ends on the 18th birthday at the latest.', breaks: each('UASC', ({ DUC, DOB }) => DOB !== undefined && before(birthday(DOB, 18), DUC)) },
  351: { reads: { Header: 'DOB' }, words: 'The young person was over 25 when the year began. See whether the day of birth is right.', breaks: each('Header', ({ DOB }, _child, { opens }) => atLeast(26, DOB, opens)) },
  393: {
    reads: { Header: 'SEX MOTHER', Episodes: 'LS' }, words: 'For every girl or young woman who is looked after, say whether she is a mother.',
    breaks: each('Header', (header, child) => isFemale(header) && header.MOTHER === '' && child.Episodes.some(inFullCare)),
  },
  399: {
    reads: { Header: 'MOTHER', Episodes: 'LS', Reviews: 'REVIEW REVIEW_CODE' }, words: 'Nothing of motherhood and reviews is returned for a child who was only in short breaks.',
    breaks: (child) => {
      if (child.Episodes.length === 0 || !child.Episodes.every(inShortBreaks)) return []
      const told = [...child.Header.filter(({ MOTHER }) => MOTHER !== ''), ...child.Reviews.filter(({ raw, REVIEW_CODE }) => raw.REVIEW !== '' || REVIEW_CODE !== '')]
      return told.length > 0 ? [...told, ...child.Episodes] : []
    },
  },
  442: { reads: { Header: 'UPN', Episodes: 'LS' }, words: 'Record the unique pupil number; where it is not known, UN1 to UN5 say why.', breaks: each('Header', ({ UPN }, child) => UPN === '' && child.Episodes.some(inFullCare)) },
  444: {
    years: [2026, 2027], query: true, reads: { Header: 'UPN' }, needs: ['whole return'], words: 'Another child of this return has the same unique pupil number. Ask the schools whose it is.', breaks: noneAlone,
    whole: () => {
      const { see, found } = twiceOver()
      return { see: (child) => { for (const header of child.Header) if (!header.UPN.startsWith('UN')) see(header.UPN, child.id, header) }, found }
    },
  },
  607: {
    reads: { Episodes: 'DEC REC LS', Header: 'MOTHER SEX' }, words: 'She left care in the year: say whether she is a mother.',
    breaks: (child, year) => {
      const left = child.Episodes.filter((episode) => leavesCare(episode) && inFullCare(episode) && inYear(episode.DEC, year))
      const unsaid = child.Header.filter((header) => isFemale(header) && header.MOTHER === '')
      return left.length > 0 && unsaid.length > 0 ? [...left, ...unsaid] : []
    },
  },
  611: { reads: { Header: 'MOTHER MC_DOB' }, words: 'She is a mother: record the day her first child was born.', breaks: each('Header', ({ MOTHER, raw }) => MOTHER === '1' && raw.MC_DOB === '') },
  612: { reads: { Header: 'SEX MOTHER MC_DOB' }, words: 'A child’s day of birth stands here, so she is a mother: say 1.', breaks: each('Header', (header) => isFemale(header) && header.raw.MC_DOB !== '' && header.MOTHER !== '1') },
  620: { reads: { Header: 'DOB MOTHER' }, words: 'A mother of under 11 years? See whether the day of birth or the motherhood is wrong.', breaks: each('Header', ({ DOB, MOTHER }, _child, { opens }) => MOTHER === '1' && DOB !== undefined && (ageAt(DOB, opens) ?? 0) < 11) },
  621: { reads: { Header: 'DOB MC_DOB' }, words: 'Her child would be born before herself. One of the two days is wrong.', breaks: each('Header', ({ DOB, MC_DOB }) => DOB !== undefined && MC_DOB !== undefined && MC_DOB <= DOB) },
  624: { reads: { Header: 'MC_DOB' }, needs: ['last year'], words: 'Last year’s return gave another day of birth of her first child.', breaks: besideLast((now, last) => now.MC_DOB !== undefined && last.MC_DOB !== undefined && now.MC_DOB !== last.MC_DOB) },
  625: {
    reads: { Header: 'MC_DOB', Episodes: 'DEC REC' }, words: 'Her first child would be born after the year, or after she left care: then she is not recorded as a mother in this return.',
    breaks: (child, { closes }) => {
      const latest = latestOf(child.Episodes)
      const left = latest && leavesCare(latest) ? latest.DEC : undefined
      return child.Header.filter(({ MC_DOB }) => before(closes, MC_DOB) || before(left, MC_DOB))
    },
  },
  626: {
    reads: { Header: 'MOTHER MC_DOB' }, needs: ['last year'], words: 'Her first child was born before this year began, and last year’s return did not name her a mother.',
    breaks: besideLast((now, last, _child, { opens }) => now.MOTHER === '1' && last.MOTHER === '0' && before(now.MC_DOB, opens)),
  },
  628: {
    reads: { Header: 'MOTHER', Episodes: 'CHILD', OC3: 'IN_TOUCH ACTIV ACCOM' }, words: 'For a care leaver who was not looked after in the year nothing is said of motherhood.',
    breaks: each('Header', ({ MOTHER }, child) => MOTHER !== '' && child.Episodes.length === 0 && leaver(child)),
  },
})

/** Sex was written in figures until 2024. */
const sexInLetters: Readonly<Record<string, string>> = { 1: 'M', 2: 'F' }
const sexOfThisYear = (last: string, now: string): string => (/^[MFU]$/.test(now) ? (sexInLetters[last] ?? last) : last)
