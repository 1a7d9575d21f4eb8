import { addMonths, plain, type PlainDate } from '../../../../src/kernel/dates.ts'
import { before, isAdopted, leavesCare, longerThan, youngerThan } from '../care.ts'
import { forAdoption, fostering, temporary } from '../codes.ts'
import { each, eachNext, rules903, type Told903 } from '../rule.ts'
import type { Episode } from '../tables.ts'

/** Placements made for adoption by the child's own foster carers carry the reason of a move within the same carers, from this day. */
const sameCarersFrom = plain('2015-04-01')
/** Supported accommodation came under Ofsted. Source: Supported Accommodation (England) Regulations 2023 (SI 2023/416). */
const supportedFrom = plain('2023-10-28')
const beforeAdoption = new Set([...forAdoption, ...fostering])

/** Children of such a placement are of that age at least when it begins. */
const atLeastAged = (years: number, places: readonly string[], words: string, span: readonly [number, number] = [2023, 2027]): Told903 => ({
  years: span, reads: { Episodes: 'DECOM PLACE', Header: 'DOB' }, words,
  breaks: each('Episodes', ({ PLACE, DECOM }, { born }) => places.includes(PLACE) && youngerThan(years, born, DECOM)),
})
const until = ({ raw, DEC }: Episode, closes: PlainDate): PlainDate | undefined => (raw.DEC === '' ? closes : DEC)
/** A temporary placement lasts so many days at most. */
const daysAtMost = (days: number, place: string, words: string): Told903 => ({
  reads: { Episodes: 'DECOM DEC PLACE' }, words,
  breaks: each('Episodes', (episode, _child, { closes }) => episode.PLACE === place && longerThan(days, episode.DECOM, until(episode, closes))),
})

/** Where a child lives: for whom a placement is, how long, and what comes before and after. */
export const placementRules = rules903({
  217: { reads: { Episodes: 'PLACE DECOM RNE' }, words: 'Placed for adoption with the child’s own foster carers (A3, A5): the carers stay the same, so the episode began with S, T or U.', breaks: each('Episodes', ({ PLACE, DECOM, RNE }) => (PLACE === 'A3' || PLACE === 'A5') && DECOM !== undefined && DECOM >= sameCarersFrom && !['S', 'T', 'U'].includes(RNE)) },
  '217t': { years: [2024, 2024], reads: { Episodes: 'PLACE DECOM' }, words: 'From 28 October 2023 there is no placement P2. Choose the type it is now.', breaks: each('Episodes', ({ PLACE, DECOM }) => PLACE === 'P2' && DECOM !== undefined && DECOM >= supportedFrom) },
  225: {
    reads: { Episodes: 'REASON_PLACE_CHANGE REC PLACE RNE DECOM' }, words: 'The next episode is in another placement: say on this one why the placement changed.',
    breaks: (child) => child.Episodes.filter((episode, at) => {
      const next = child.Episodes[at + 1]
      return next !== undefined && episode.REC === 'X1' && episode.REASON_PLACE_CHANGE === '' && !temporary.has(episode.PLACE) && /^[PBTU]$/.test(next.RNE) && !temporary.has(next.PLACE)
    }),
  },
  226: {
    reads: { Episodes: 'REASON_PLACE_CHANGE PLACE DECOM' }, words: 'Going into or coming from a temporary placement is no change of placement: leave its reason blank, here and on the episode before.',
    breaks: (child) => child.Episodes.filter((episode, at) => temporary.has(episode.PLACE) && (episode.REASON_PLACE_CHANGE !== '' || (child.Episodes[at - 1]?.REASON_PLACE_CHANGE ?? '') !== '')),
  },
  233: { years: [2026, 2027], reads: { Episodes: 'REASON_PLACE_CHANGE DEC REC' }, words: 'The episode goes on, so no placement has changed yet: leave the reason blank.', breaks: each('Episodes', ({ REASON_PLACE_CHANGE, raw, REC }) => REASON_PLACE_CHANGE !== '' && raw.DEC === '' && REC === '') },
  234: {
    years: [2026, 2027], reads: { Episodes: 'REASON_PLACE_CHANGE DEC', Header: 'DOB' }, words: 'No child under 10 is taken into custody. See the reason and the day of birth.',
    breaks: each('Episodes', (episode, { born }, { closes }) => episode.REASON_PLACE_CHANGE === 'CUSTOD' && youngerThan(10, born, until(episode, closes))),
  },
  336: { reads: { Episodes: 'PLACE DECOM' }, words: 'Placed for adoption with the child’s own foster carers (A3, A5): then the episode before is a foster placement, or one for adoption.', breaks: eachNext((next, last) => (next.PLACE === 'A3' || next.PLACE === 'A5') && !beforeAdoption.has(last.PLACE)) },
  370: atLeastAged(16, ['P2'], 'Independent living (P2) begins at 16.', [2023, 2024]),
  371: atLeastAged(16, ['H5', 'K3'], 'Supported accommodation begins at 16.'),
  372: atLeastAged(10, ['R5'], 'A young offender institution or prison (R5) begins at 10, the age of criminal responsibility.'),
  373: atLeastAged(4, ['S1'], 'A residential school (S1) begins at four.'),
  374: atLeastAged(14, ['P3'], 'Residential employment (P3) begins at 14.'),
  375: daysAtMost(42, 'T1', 'A stay in hospital is temporary (T1) for six weeks; beyond, it is the child’s placement.'),
  376: daysAtMost(21, 'T3', 'A stay while the carers are on holiday (T3) lasts three weeks at most.'),
  377: {
    reads: { Episodes: 'PLACE DECOM' }, words: 'More than two stays while the carers are on holiday (T3) within twelve months.',
    breaks: (child) => {
      const stays = child.Episodes.filter(({ PLACE, DECOM }) => PLACE === 'T3' && DECOM !== undefined)
      const found = new Set<Episode>()
      for (const [at, first] of stays.entries()) {
        const third = stays[at + 2]
        if (first.DECOM && third && before(third.DECOM, addMonths(first.DECOM, 12))) for (const stay of stays.slice(at, at + 3)) found.add(stay)
      }
      return found
    },
  },
  379: daysAtMost(7, 'T4', 'A temporary stay for another reason (T4) lasts seven days at most.'),
  380: { reads: { Episodes: 'PLACE RNE' }, words: 'A temporary placement comes within a time in care: its episode began with a change of placement (P or B).', breaks: each('Episodes', ({ PLACE, RNE }) => temporary.has(PLACE) && RNE !== 'P' && RNE !== 'B') },
  381: { reads: { Episodes: 'PLACE REC' }, words: 'Nobody leaves care from a temporary placement: return the child to the usual placement first.', breaks: each('Episodes', (episode) => temporary.has(episode.PLACE) && leavesCare(episode)) },
  383: {
    reads: { Episodes: 'PLACE RNE PL_POST DECOM' }, words: 'After a temporary placement the child goes back to the one before it (P): the same type, and from 2026 the same postcode.',
    breaks: (child, { year }) => child.Episodes.filter((episode, at) => {
      const [usual, away] = [child.Episodes[at - 2], child.Episodes[at - 1]]
      if (!usual || !away || !temporary.has(away.PLACE)) return false
      return episode.RNE !== 'P' || episode.PLACE !== usual.PLACE || (year >= 2026 && episode.PL_POST !== usual.PL_POST)
    }),
  },
  390: { reads: { Episodes: 'PLACE REC' }, words: 'The child was adopted and not placed for adoption (A3 to A6) before.', breaks: each('Episodes', (episode) => isAdopted(episode) && !forAdoption.has(episode.PLACE)) },
})
