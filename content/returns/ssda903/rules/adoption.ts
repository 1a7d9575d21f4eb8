import type { PlainDate } from '../../../../src/kernel/dates.ts'
import { before, firstStart, inFullCare, inYear, isAdopted, latestStart, leavesCare } from '../care.ts'
import type { Child903, Year903 } from '../child.ts'
import { forAdoption } from '../codes.ts'
import { each, rules903, type Find, type Told903 } from '../rule.ts'
import type { Episode, Rows } from '../tables.ts'

type Adoption = Rows['AD1']
type Decision = Rows['PlacedAdoption']

const six = 'DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR'
const answers = ({ raw, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR }: Adoption): readonly string[] => [raw.DATE_INT, raw.DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR]
const couple = new Set(['MM', 'FF', 'MF'])
const byDay = (a: Decision, b: Decision): number => ((a.DATE_PLACED ?? '') < (b.DATE_PLACED ?? '') ? -1 : (a.DATE_PLACED ?? '') > (b.DATE_PLACED ?? '') ? 1 : a.at - b.at)
/** The decision that stands: the latest, where one was given up and taken anew. */
const standing = (child: Child903): Decision | undefined => (child.PlacedAdoption.length < 2 ? child.PlacedAdoption[0] : child.PlacedAdoption.toSorted(byDay).at(-1))
const decided = ({ raw }: Decision): boolean => raw.DATE_PLACED !== ''
const givenUp = ({ raw, REASON_PLACED_CEASED }: Decision): boolean => raw.DATE_PLACED_CEASED !== '' || REASON_PLACED_CEASED !== ''

/** Legal status and sexes of the adopters do not fit. */
const statusAndSexes = (status: string, wrong: (sexes: string) => boolean, words: string): Told903 => ({
  reads: { AD1: 'LS_ADOPTR SEX_ADOPTR' }, words, breaks: each('AD1', ({ LS_ADOPTR, SEX_ADOPTR }) => LS_ADOPTR === status && SEX_ADOPTR !== '' && wrong(SEX_ADOPTR)),
})
/** Episodes and the adoption's rows that contradict each other by a day. */
const pairs = <R extends Adoption | Decision>(rows: (child: Child903) => readonly R[], episodes: (child: Child903) => readonly (Episode | undefined)[], wrong: (row: R, episode: Episode) => boolean): Find => (child) => {
  const found = new Set<R | Episode>()
  const some = episodes(child)
  for (const row of rows(child)) for (const episode of some) if (episode && wrong(row, episode)) found.add(row).add(episode)
  return found
}
const adoptions = (child: Child903): readonly Adoption[] => child.AD1
const decisions = (child: Child903): readonly Decision[] => child.PlacedAdoption
const placed = (child: Child903): readonly Episode[] => child.Episodes.filter(({ PLACE }) => forAdoption.has(PLACE))
const firstWith = (status: string) => (child: Child903): readonly (Episode | undefined)[] => [child.Episodes.find(({ LS, DECOM }) => LS === status && DECOM !== undefined)]
const adoptedInYear = (child: Child903, year: Year903): readonly Episode[] => child.Episodes.filter((episode) => isAdopted(episode) && inYear(episode.DEC, year))

/** An order was made for a child of whom no decision is recorded, or the decision is recorded as given up while the order runs. */
const orderWithoutDecision = (status: string, words: string, years: readonly [number, number]): Told903 => ({
  years, reads: { Episodes: 'LS DEC', PlacedAdoption: 'DATE_PLACED_CEASED REASON_PLACED_CEASED' }, words,
  breaks: (child) => {
    const under = child.Episodes.filter(({ LS }) => LS === status)
    if (child.PlacedAdoption.length === 0) return under
    const decision = standing(child)
    return decision && givenUp(decision) && under.some(({ raw }) => raw.DEC === '') ? [decision] : []
  },
})

/** Decisions for adoption, placements for it, and adoptions (AD1). */
export const adoptionRules = rules903({
  117: {
    reads: { PlacedAdoption: 'DATE_PLACED DATE_PLACED_CEASED', Episodes: 'DEC REC DECOM' }, words: 'A decision for or against placing the child for adoption lies after the year, or after the child left care.',
    breaks: (child, { closes }) => {
      const last = child.Episodes.at(-1)
      const end = last && leavesCare(last) ? last.DEC : undefined
      const late = (day: PlainDate | undefined) => before(closes, day) || before(end, day)
      return child.PlacedAdoption.filter(({ DATE_PLACED, DATE_PLACED_CEASED }) => late(DATE_PLACED) || late(DATE_PLACED_CEASED))
    },
  },
  118: {
    reads: { PlacedAdoption: 'DATE_PLACED_CEASED', Episodes: 'DECOM LS' }, words: 'Placing for adoption was given up before this year began, or before the child came into care.',
    breaks: (child, { opens }) => {
      const first = child.Episodes.find((episode) => inFullCare(episode) && episode.DECOM !== undefined)
      return child.PlacedAdoption.filter(({ DATE_PLACED_CEASED }) => before(DATE_PLACED_CEASED, opens) || before(DATE_PLACED_CEASED, first?.DECOM))
    },
  },
  119: { reads: { PlacedAdoption: 'DATE_PLACED_CEASED REASON_PLACED_CEASED' }, words: 'Placing for adoption was given up: both the day and the reason are recorded, or neither.', breaks: each('PlacedAdoption', ({ raw, REASON_PLACED_CEASED }) => (raw.DATE_PLACED_CEASED === '') !== (REASON_PLACED_CEASED === '')) },
  151: { reads: { AD1: six }, words: 'Everything of an adoption is recorded, or nothing.', breaks: each('AD1', (row) => answers(row).some((answer) => answer !== '') && answers(row).includes('')) },
  184: { reads: { PlacedAdoption: 'DATE_PLACED', Header: 'DOB' }, words: 'The decision to place for adoption lies before the child was born.', breaks: each('PlacedAdoption', ({ DATE_PLACED }, { born }) => before(DATE_PLACED, born)) },
  331: { reads: { AD1: 'DATE_MATCH', Episodes: 'DECOM REC' }, words: 'Child and adopters are matched before the child is placed with them, or on the day.', breaks: pairs(adoptions, (child) => child.Episodes.filter(isAdopted), ({ DATE_MATCH }, { DECOM }) => before(DECOM, DATE_MATCH)) },
  333: { reads: { AD1: 'DATE_INT DATE_MATCH' }, words: 'That adoption is best for the child is decided before the matching, or on the day.', breaks: each('AD1', ({ DATE_INT, DATE_MATCH }) => before(DATE_MATCH, DATE_INT)) },
  334: { reads: { AD1: 'DATE_INT', Episodes: 'DECOM RNE' }, words: 'That adoption is best for the child was decided before this time in care began.', breaks: pairs(adoptions, (child) => [latestStart(child)], ({ DATE_INT }, { DECOM }) => before(DATE_INT, DECOM)) },
  335: {
    reads: { AD1: 'FOSTER_CARE', Episodes: 'PLACE REC' }, words: 'Whether the adopters fostered the child before (1 or 0) and the last placement (A3 and A5 with the foster carers, A4 and A6 with others) contradict each other.',
    breaks: pairs(adoptions, (child) => child.Episodes.filter(isAdopted), ({ FOSTER_CARE }, { PLACE }) => (FOSTER_CARE === '0' && /^A[235]$/.test(PLACE)) || (FOSTER_CARE === '1' && /^A[146]$/.test(PLACE))),
  },
  511: { reads: { AD1: 'NB_ADOPTR SEX_ADOPTR' }, words: 'Two people adopt the child: then it is MM, FF or MF.', breaks: each('AD1', ({ NB_ADOPTR, SEX_ADOPTR }) => NB_ADOPTR === '2' && (SEX_ADOPTR === 'M1' || SEX_ADOPTR === 'F1')) },
  514: statusAndSexes('L0', (sexes) => couple.has(sexes), 'The adopter is single (L0): then it is M1 or F1.'),
  517: statusAndSexes('L3', (sexes) => sexes !== 'MF', 'An unmarried couple of different sexes (L3): then it is MF.'),
  518: statusAndSexes('L4', (sexes) => sexes !== 'MM' && sexes !== 'FF', 'An unmarried couple of the same sex (L4): then it is MM or FF.'),
  519: statusAndSexes('L2', (sexes) => !couple.has(sexes), 'Civil partners (L2) are two: then it is MM, FF or MF.'),
  520: statusAndSexes('L11', (sexes) => sexes !== 'MF', 'A married couple of different sexes (L11): then it is MF.'),
  524: statusAndSexes('L12', (sexes) => sexes !== 'MM' && sexes !== 'FF', 'A married couple of the same sex (L12): then it is MM or FF.'),
  521: { reads: { AD1: 'DATE_INT', Episodes: 'PLACE DECOM' }, words: 'That adoption is best for the child is decided before the child is placed for it, or on the day.', breaks: pairs(adoptions, placed, ({ DATE_INT }, { DECOM }) => before(DECOM, DATE_INT)) },
  522: { reads: { PlacedAdoption: 'DATE_PLACED DATE_PLACED_CEASED' }, words: 'Placing for adoption was given up before it was decided.', breaks: each('PlacedAdoption', ({ DATE_PLACED, DATE_PLACED_CEASED }) => before(DATE_PLACED_CEASED, DATE_PLACED)) },
  523: {
    reads: { PlacedAdoption: 'DATE_PLACED', AD1: 'DATE_INT' }, words: 'The decision to place for adoption and the decision that adoption is best are one: both days are the same.',
    breaks: (child) => {
      const decision = standing(child)
      const other = child.AD1.filter(({ DATE_INT }) => DATE_INT !== undefined && decision?.DATE_PLACED !== undefined && DATE_INT !== decision.DATE_PLACED)
      return decision && other.length > 0 ? [decision, ...other] : []
    },
  },
  525: {
    reads: { PlacedAdoption: 'DATE_PLACED DATE_PLACED_CEASED', AD1: six }, words: 'Placing for adoption was given up, so the child was not adopted in the year.',
    breaks: (child) => {
      const decision = standing(child)
      const told = child.AD1.filter((row) => answers(row).some((answer) => answer !== ''))
      return decision && decision.raw.DATE_PLACED_CEASED !== '' && told.length > 0 ? [decision, ...told] : []
    },
  },
  551: { reads: { PlacedAdoption: 'DATE_PLACED', Episodes: 'PLACE' }, words: 'The child is placed for adoption (A3 to A6): record the day that was decided.', breaks: (child) => (child.PlacedAdoption.some(decided) ? [] : placed(child)) },
  552: { reads: { PlacedAdoption: 'DATE_PLACED', Episodes: 'PLACE DECOM' }, words: 'Placing for adoption is decided before the child is placed, or on the day.', breaks: pairs((child) => { const decision = child.PlacedAdoption.toSorted(byDay)[0]; return decision ? [decision] : [] }, (child) => placed(child).slice(0, 1), ({ DATE_PLACED }, { DECOM }) => before(DECOM, DATE_PLACED)) },
  553: orderWithoutDecision('E1', 'There is a placement order (E1), so placing for adoption was decided: record the day, and nothing of giving it up while the order runs.', [2023, 2027]),
  554: { reads: { PlacedAdoption: 'DATE_PLACED', Episodes: 'DECOM LS' }, words: 'Placing for adoption is decided before the placement order (E1) is made, or on the day.', breaks: pairs(decisions, firstWith('E1'), ({ DATE_PLACED }, { DECOM }) => before(DECOM, DATE_PLACED)) },
  555: orderWithoutDecision('D1', 'There is a freeing order (D1), so placing for adoption was decided: record the day, and nothing of giving it up while the order runs.', [2023, 2024]),
  556: { years: [2023, 2024], reads: { PlacedAdoption: 'DATE_PLACED', Episodes: 'DECOM LS' }, words: 'Placing for adoption is decided before the freeing order (D1) is made, or on the day.', breaks: pairs(decisions, firstWith('D1'), ({ DATE_PLACED }, { DECOM }) => before(DECOM, DATE_PLACED)) },
  557: {
    reads: { PlacedAdoption: 'DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED', Episodes: 'PLACE LS REC' }, words: 'The child was to be adopted and left care without it: record the day and reason of giving it up.',
    breaks: (child, { year }) => {
      const left = child.Episodes.filter((episode) => leavesCare(episode) && !isAdopted(episode) && (forAdoption.has(episode.PLACE) || episode.LS === 'E1' || (year <= 2024 && episode.LS === 'D1')))
      const decision = standing(child)
      if (left.length === 0 || (decision && decision.raw.DATE_PLACED_CEASED !== '' && decision.REASON_PLACED_CEASED !== '')) return []
      return decision ? [...left, decision] : left
    },
  },
  558: {
    reads: { PlacedAdoption: 'DATE_PLACED DATE_PLACED_CEASED', Episodes: 'REC' }, words: 'The child was adopted, so the decision was not given up: leave its end blank.',
    breaks: (child) => {
      const decision = standing(child)
      const adopted = child.Episodes.filter(isAdopted)
      return adopted.length > 0 && decision && decision.raw.DATE_PLACED_CEASED !== '' ? [...adopted, decision] : []
    },
  },
  559: { reads: { PlacedAdoption: 'DATE_PLACED' }, needs: ['last year'], words: 'It was decided before this year, and last year’s return does not have it.', breaks: each('PlacedAdoption', ({ DATE_PLACED }, child, { opens }) => before(DATE_PLACED, opens) && !child.last.PlacedAdoption.some(decided)) },
  560: {
    reads: { PlacedAdoption: 'DATE_PLACED' }, needs: ['last year'], words: 'Last year’s return gave another day for the same decision.',
    breaks: (child) => {
      const open = child.last.PlacedAdoption.find((last) => decided(last) && last.raw.DATE_PLACED_CEASED === '')
      return !open || child.PlacedAdoption.some(({ DATE_PLACED }) => DATE_PLACED === open.DATE_PLACED) ? [] : child.PlacedAdoption
    },
  },
  561: { reads: { PlacedAdoption: 'DATE_PLACED' }, needs: ['last year'], words: 'Last year’s return says that this very decision was given up.', breaks: each('PlacedAdoption', ({ DATE_PLACED }, child) => DATE_PLACED !== undefined && child.last.PlacedAdoption.some((last) => last.DATE_PLACED === DATE_PLACED && givenUp(last))) },
  563: { reads: { PlacedAdoption: 'DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED' }, words: 'Placing for adoption was given up: record the day it had been decided.', breaks: each('PlacedAdoption', (row) => givenUp(row) && !decided(row)) },
  579: {
    reads: { PlacedAdoption: 'DATE_PLACED DATE_PLACED_CEASED' }, words: 'A new decision for adoption was taken before the one before was given up.',
    breaks: (child) => (child.PlacedAdoption.length < 2 ? [] : child.PlacedAdoption.toSorted(byDay).filter((row, at, rows) => {
      const last = rows[at - 1]
      return last !== undefined && decided(row) && (last.raw.DATE_PLACED_CEASED === '' || before(row.DATE_PLACED, last.DATE_PLACED_CEASED))
    })),
  },
  582: { query: true, reads: { AD1: 'DATE_MATCH', Episodes: 'DEC REC' }, words: 'The child was matched and adopted on one day. Usually the matching comes well before: see both days.', breaks: pairs(adoptions, (child) => child.Episodes.filter(isAdopted), ({ DATE_MATCH }, { DEC }) => DATE_MATCH !== undefined && DATE_MATCH === DEC) },
  583: {
    reads: { PlacedAdoption: 'DATE_PLACED DATE_PLACED_CEASED' }, words: 'There are several decisions for adoption, and an earlier one was not given up.',
    breaks: (child) => (child.PlacedAdoption.length < 2 ? [] : child.PlacedAdoption.toSorted(byDay).slice(0, -1).filter((row) => decided(row) && row.raw.DATE_PLACED_CEASED === '')),
  },
  584: {
    reads: { PlacedAdoption: 'DATE_PLACED' }, needs: ['last year'], words: 'Last year’s decision was given up, so this year’s decision is a later one.',
    breaks: each('PlacedAdoption', ({ DATE_PLACED }, child) => child.last.PlacedAdoption.some((last) => givenUp(last) && last.DATE_PLACED !== undefined && (DATE_PLACED === undefined || DATE_PLACED <= last.DATE_PLACED))),
  },
  601: {
    reads: { AD1: six, Episodes: 'REC DEC' }, words: 'The child was adopted in the year: record everything of the adoption.',
    breaks: (child, year) => {
      const adopted = adoptedInYear(child, year)
      if (adopted.length === 0) return []
      return child.AD1.length === 0 ? adopted : child.AD1.filter((row) => answers(row).includes(''))
    },
  },
  602: { reads: { AD1: six, Episodes: 'REC DEC' }, words: 'No episode of the year says that the child was adopted (E11, E12).', breaks: each('AD1', (row, child, year) => answers(row).some((answer) => answer !== '') && adoptedInYear(child, year).length === 0) },
  1003: { reads: { PlacedAdoption: 'DATE_PLACED', Episodes: 'DECOM RNE' }, words: 'Placing for adoption was decided before the child came into care.', breaks: pairs(decisions, (child) => [firstStart(child)], ({ DATE_PLACED }, { DECOM }) => before(DATE_PLACED, DECOM)) },
})
