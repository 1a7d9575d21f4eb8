import { daysBetween, type PlainDate } from '../../../../src/kernel/dates.ts'
import { ageAt, atLeast, birthday, continuouslyLookedAfter, inFullCare, isAdopted, latestOf, youngerThan } from '../care.ts'
import type { Child903, Year903 } from '../child.ts'
import { each, rules903, type Find } from '../rule.ts'
import type { Episode, Rows } from '../tables.ts'

type Row = Rows['OC3']
const three = 'IN_TOUCH ACTIV ACCOM'
const told = ({ IN_TOUCH, ACTIV, ACCOM }: Row): boolean => IN_TOUCH !== '' || ACTIV !== '' || ACCOM !== ''
const leavers = (test: (row: Row, child: Child903, year: Year903) => boolean): Find => each('OC3', (row, child, year) => told(row) && test(row, child, year))

/** The birthday within the year. */
function birthdayInYear(born: PlainDate, { opens, closes }: Year903): PlainDate | undefined {
  const age = ageAt(born, closes)
  const day = age === undefined ? undefined : birthday(born, age)
  return day !== undefined && day >= opens ? day : undefined
}
const is17or18 = ({ DOB }: Row, { closes }: Year903): boolean => atLeast(17, DOB, closes) && youngerThan(19, DOB, closes)
const lookedAfterOnBirthday = (row: Row, child: Child903, year: Year903, how: (episode: Episode, day: PlainDate) => boolean): boolean => {
  const day = row.DOB && is17or18(row, year) ? birthdayInYear(row.DOB, year) : undefined
  return day !== undefined && child.Episodes.some((episode) => episode.DECOM !== undefined && episode.DECOM <= day && how(episode, day))
}

/** Thirteen weeks in care since fourteen, some of it since sixteen. Source: Children Act 1989 s23A and schedule 2 paragraph 19B; SI 2010/2571 reg 3. */
function isRelevant(child: Child903, born: PlainDate, { closes }: Year903): boolean {
  const begun = new Map<string, Episode>()
  for (const episode of [...child.Episodes, ...child.last.Episodes]) {
    const known = episode.DECOM === undefined ? undefined : begun.get(episode.DECOM)
    if (episode.DECOM !== undefined && inFullCare(episode) && (!known || known.DEC === undefined)) begun.set(episode.DECOM, episode)
  }
  const daysSince = (years: number): number => {
    const from = birthday(born, years)
    return [...begun.values()].reduce((sum, { DECOM, DEC }) => sum + (DECOM === undefined ? 0 : Math.max(0, daysBetween(DECOM > from ? DECOM : from, DEC ?? closes))), 0)
  }
  return daysSince(14) >= 91 && daysSince(16) >= 1
}
const runsInYear = ({ DECOM, DEC, raw }: Episode, { opens, closes }: Year903): boolean => DECOM !== undefined && DECOM <= closes && (raw.DEC === '' || (DEC !== undefined && DEC >= opens))
const ever = (child: Child903, test: (episode: Episode) => boolean): boolean => child.Episodes.some(test) || child.last.Episodes.some(test)
const health = 'CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED'
const healthTold = (row: Rows['OC2']): boolean => [row.CONVICTED, row.HEALTH_CHECK, row.IMMUNISATIONS, row.TEETH_CHECK, row.HEALTH_ASSESSMENT, row.SUBSTANCE_MISUSE, row.INTERVENTION_RECEIVED, row.INTERVENTION_OFFERED].some((value) => value !== '')
const adoption = 'DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR'
const adoptionTold = ({ raw, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR }: Rows['AD1']): boolean => [raw.DATE_INT, raw.DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR].some((value) => value !== '')

/** Young people who left care (OC3). */
export const leaverRules = rules903({
  134: { reads: { OC3: three, AD1: adoption }, words: 'A care leaver and an adoption are not returned for the same young person.', breaks: (child) => child.OC3.some(told) && child.AD1.some(adoptionTold) ? [...child.OC3.filter(told), ...child.AD1.filter(adoptionTold)] : [] },
  153: { reads: { OC3: three }, words: 'Whether we are in touch, activity and accommodation are answered together, unless the young person died or went home.', breaks: leavers(({ IN_TOUCH, ACTIV, ACCOM }) => IN_TOUCH !== 'DIED' && IN_TOUCH !== 'RHOM' && (IN_TOUCH === '' || ACTIV === '' || ACCOM === '')) },
  187: {
    reads: { OC3: three, AD1: adoption, Episodes: 'DECOM DEC RNE LS' }, words: 'The child was looked after for all twelve months to 31 March, so was neither adopted nor left care.',
    breaks: (child, year) => continuouslyLookedAfter(child, year) ? [...child.OC3.filter(told), ...child.AD1.filter(adoptionTold)] : [],
  },
  215: { reads: { OC3: three, OC2: health }, words: 'A care leaver has nothing to say in the table of those looked after for twelve months (OC2).', breaks: (child) => child.OC3.some(told) && child.OC2.some(healthTold) ? [...child.OC3.filter(told), ...child.OC2.filter(healthTold)] : [] },
  344: { reads: { OC3: three }, words: 'The young person died or went home for good: leave activity and accommodation blank.', breaks: each('OC3', ({ IN_TOUCH, ACTIV, ACCOM }) => (IN_TOUCH === 'DIED' || IN_TOUCH === 'RHOM') && (ACTIV !== '' || ACCOM !== '')) },
  345: { reads: { OC3: three }, words: 'We are in touch, so what the young person does and where they live is known: 0 is no answer.', breaks: each('OC3', ({ IN_TOUCH, ACTIV, ACCOM }) => IN_TOUCH === 'YES' && (ACTIV === '0' || ACCOM === '0')) },
  347: { years: [2024, 2027], reads: { OC3: 'ACCOM DOB' }, words: 'A foyer (T1, T2) takes young people from 18, and this one was younger when the year began.', breaks: each('OC3', ({ ACCOM, DOB }, _child, { opens }) => (ACCOM === 'T1' || ACCOM === 'T2') && youngerThan(18, DOB, opens)) },
  348: { years: [2026, 2027], reads: { OC3: 'IN_TOUCH' }, needs: ['last year'], words: 'Last year’s return said that this young person had died. See which is true.', breaks: each('OC3', ({ IN_TOUCH }, child) => IN_TOUCH !== '' && child.last.OC3.some((row) => row.IN_TOUCH === 'DIED')) },
  391: { reads: { OC3: `DOB ${three}` }, words: 'Care leavers are returned in the years they turn 17 to 21, and this person was younger or older.', breaks: leavers(({ DOB }, _child, { opens, closes }) => youngerThan(17, DOB, closes) || atLeast(22, DOB, opens)) },
  1000: { reads: { OC3: three, Episodes: 'REC' }, words: 'The episodes say that the young person died in care.', breaks: leavers((_row, child) => ever(child, ({ REC }) => REC === 'E2')) },
  1001: {
    reads: { OC3: three, Header: 'DOB', Episodes: 'DECOM DEC LS REC' }, needs: ['last year'], words: 'By the episodes of this and last year the young person was not in care for 13 weeks from 14, with a day of it after 16: see whether support as a care leaver is due.',
    breaks: leavers((_row, child, year) => {
      const latest = latestOf(child.Episodes) ?? latestOf(child.last.Episodes)
      if (latest && isAdopted(latest)) return true
      // of those over twenty the two years tell too little
      return child.born !== undefined && youngerThan(20, child.born, year.closes) && !isRelevant(child, child.born, year)
    }),
  },
  1002: { query: true, reads: { OC3: three, Episodes: 'CHILD' }, needs: ['last year'], words: 'Neither this nor last year’s return has an episode of this care leaver. It may lie further back.', breaks: leavers((_row, child) => child.Episodes.length === 0 && child.last.Episodes.length === 0) },
  1007: { reads: { OC3: `DOB ${three}`, Episodes: 'DECOM DEC' }, words: 'The young person was still looked after on the 17th or 18th birthday: no care leaver yet.', breaks: leavers((row, child, year) => lookedAfterOnBirthday(row, child, year, ({ raw, DEC }, day) => raw.DEC === '' || (DEC !== undefined && DEC > day))) },
  1010: { reads: { OC3: three, Episodes: 'CHILD' }, needs: ['last year'], words: 'Last year’s return left an episode open, and this year’s has none. Add how the young person left care.', breaks: leavers((_row, child) => child.Episodes.length === 0 && child.last.Episodes.at(-1)?.raw.DEC === '') },
  1011: { reads: { OC3: three, Episodes: 'REC DECOM' }, words: 'Another authority took over the care at the end: it returns the care leaver.', breaks: leavers((_row, child) => latestOf(child.Episodes)?.REC === 'E3') },
  1014: { reads: { OC3: three, UASC: 'CHILD', Episodes: 'DECOM DEC' }, words: 'For a care leaver who was not looked after in the year nothing is said of seeking asylum.', breaks: (child, year) => !child.Episodes.some((episode) => runsInYear(episode, year)) && child.OC3.some(told) && child.UASC.length > 0 ? [...child.OC3.filter(told), ...child.UASC] : [] },
  1016: { years: [2024, 2027], reads: { OC3: `DOB ${three}`, Episodes: 'DECOM DEC' }, words: 'The young person left care after the birthday of this year: returned as a care leaver from next year on.', breaks: leavers((row, child, year) => lookedAfterOnBirthday(row, child, year, ({ DEC }, day) => DEC !== undefined && DEC > day)) },
  3001: { reads: { OC3: 'ACCOM', Header: 'DOB' }, words: 'At 17 nobody lives with former foster carers (Z1, Z2): that begins at 18.', breaks: each('OC3', ({ ACCOM }, { born }, { opens, closes }) => (ACCOM === 'Z1' || ACCOM === 'Z2') && born !== undefined && atLeast(17, born, closes) && birthday(born, 17) >= opens) },
})
