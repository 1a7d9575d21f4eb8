import { plain } from '../../../../src/kernel/dates.ts'
import { atLeast, before, isAdopted, leavesCare, youngerThan } from '../care.ts'
import { fostering } from '../codes.ts'
import { each, eachBefore, eachNext, rules903 } from '../rule.ts'
import type { Episode } from '../tables.ts'

/** Children came into care by the Children Act 1989 from this day. */
const childrenAct = plain('1991-10-14')
const continues = new Set(['L', 'P', 'T', 'B', 'U'])
const guardianship = new Set(['E45', 'E46', 'E47', 'E48'])

const samePlace = (a: Episode, b: Episode): boolean => a.PLACE === b.PLACE && a.PL_POST === b.PL_POST && a.URN === b.URN && a.PLACE_PROVIDER === b.PLACE_PROVIDER
const compared = 'RNE LS PLACE PL_POST URN PLACE_PROVIDER DECOM'
const followsOn = (next: Episode, last: Episode): boolean => last.REC === 'X1' && last.DEC !== undefined && last.DEC === next.DECOM

/** When episodes begin and end, and how one follows another. */
export const episodeRules = rules903({
  142: { reads: { Episodes: 'DEC REC DECOM' }, words: 'A later episode has begun, so this one has ended: record the day and the reason.', breaks: eachBefore((episode) => episode.raw.DEC === '' || episode.REC === '') },
  148: { reads: { Episodes: 'DEC REC' }, words: 'An episode that ended has both a day and a reason; one that goes on has neither.', breaks: each('Episodes', ({ raw, REC }) => (raw.DEC === '') !== (REC === '')) },
  199: {
    reads: { Episodes: 'REC DECOM' }, words: 'An earlier episode ended with the child’s adoption. An adopted child is a new child to this return, with another number.',
    breaks: (child) => {
      const lastAdopted = child.last.Episodes.findLast(isAdopted)
      const at = child.Episodes.findIndex(isAdopted)
      return child.Episodes.filter((episode, place) => (at >= 0 && place > at) || (lastAdopted !== undefined && before(lastAdopted.DECOM, episode.DECOM)))
    },
  },
  302: { reads: { Episodes: 'DECOM', Header: 'DOB' }, words: 'Care began before the child was born. One of the two days is wrong.', breaks: each('Episodes', (episode, child) => episode === child.Episodes[0] && before(episode.DECOM, child.born)) },
  352: { reads: { Episodes: 'DECOM RNE', Header: 'DOB' }, words: 'Nobody comes into care at 18 or over. See the day of birth and the day care began.', breaks: each('Episodes', ({ RNE, DECOM }, { born }) => RNE === 'S' && atLeast(18, born, DECOM)) },
  353: { reads: { Episodes: 'DECOM' }, words: 'No episode can begin before 14 October 1991.', breaks: each('Episodes', ({ DECOM }) => before(DECOM, childrenAct)) },
  354: { reads: { Episodes: 'DECOM' }, words: 'The episode begins after the year has ended. It belongs to a later return.', breaks: each('Episodes', ({ DECOM }, _child, { closes }) => before(closes, DECOM)) },
  355: { reads: { Episodes: 'DECOM DEC' }, words: 'The episode begins and ends on the same day. Episodes of less than a day are not returned.', breaks: each('Episodes', ({ DECOM, DEC }) => DECOM !== undefined && DECOM === DEC) },
  356: { reads: { Episodes: 'DECOM DEC' }, words: 'The episode ends before it begins.', breaks: each('Episodes', ({ DECOM, DEC }) => before(DEC, DECOM)) },
  357: { reads: { Episodes: 'RNE DECOM' }, words: 'The child’s first episode began in this year, so it began with coming into care (S). Or the one before it was left out.', breaks: each('Episodes', (episode, child, { opens }) => episode === child.Episodes[0] && episode.DECOM !== undefined && episode.DECOM >= opens && episode.RNE !== 'S') },
  385: { reads: { Episodes: 'DEC' }, words: 'The episode ends after the year has. Leave the end blank: it belongs to the next return.', breaks: each('Episodes', ({ DEC }, _child, { closes }) => before(closes, DEC)) },
  386: { reads: { Episodes: 'REC DEC', Header: 'DOB' }, words: 'Nobody is adopted at 18 or over.', breaks: each('Episodes', (episode, { born }) => isAdopted(episode) && atLeast(18, born, episode.DEC)) },
  387: { reads: { Episodes: 'REC DEC', Header: 'DOB' }, words: 'Nobody moves into independent living before 14.', breaks: each('Episodes', ({ REC, DEC }, { born }) => (REC === 'E5' || REC === 'E6') && youngerThan(14, born, DEC)) },
  388: {
    reads: { Episodes: 'REC DEC DECOM' }, words: 'X1 says that another episode begins on the day this one ends: then one does. Where one does, the reason is X1.',
    breaks: (child) => child.Episodes.filter(({ REC, DEC }, at) => {
      const next = child.Episodes[at + 1]
      if (DEC === undefined || REC === '') return false
      return REC === 'X1' ? next?.DECOM !== DEC : next?.DECOM === DEC
    }),
  },
  389: { reads: { Episodes: 'REC DEC', Header: 'DOB' }, words: 'Nobody passes to adult social care before 16.', breaks: each('Episodes', ({ REC, DEC }, { born }) => REC === 'E7' && youngerThan(16, born, DEC)) },
  407: { reads: { Episodes: 'REC DEC', Header: 'DOB' }, words: 'No special guardianship order is made for somebody of 18 or over.', breaks: each('Episodes', ({ REC, DEC }, { born }) => guardianship.has(REC) && atLeast(18, born, DEC)) },
  431: { reads: { Episodes: 'RNE DECOM DEC' }, words: 'Care is recorded as beginning anew on the day the episode before ended. Say why the new episode began (L, P, T, B or U).', breaks: eachNext((next, last) => next.RNE === 'S' && last.DEC !== undefined && last.DEC === next.DECOM) },
  432: { reads: { Episodes: 'RNE REC DECOM' }, words: 'The child left care with the episode before, so this one began with coming into care (S).', breaks: eachNext((next, last) => leavesCare(last) && next.RNE !== 'S') },
  433: { reads: { Episodes: 'RNE DECOM DEC' }, words: 'This episode goes on from the one before, so it begins on the day that one ended.', breaks: eachNext((next, last) => continues.has(next.RNE) && next.DECOM !== undefined && last.DEC !== next.DECOM) },
  434: { reads: { Episodes: compared }, words: 'Only the legal status changed, it says (L): then the legal status is another and the placement the same as before.', breaks: eachNext((next, last) => next.RNE === 'L' && (next.LS === last.LS || !samePlace(next, last))) },
  435: { reads: { Episodes: compared }, words: 'Only the placement changed, it says (P or T): then something of the placement is another and the legal status the same as before.', breaks: eachNext((next, last) => (next.RNE === 'P' || next.RNE === 'T') && (next.LS !== last.LS || samePlace(next, last))) },
  436: { reads: { Episodes: compared }, words: 'Placement and legal status both changed, it says (B or U): then both are others than before.', breaks: eachNext((next, last) => (next.RNE === 'B' || next.RNE === 'U') && (next.LS === last.LS || samePlace(next, last))) },
  437: { reads: { Episodes: 'REC DECOM' }, words: 'The episode ended because the child died or was found to be an adult, and others follow.', breaks: eachBefore(({ REC }) => REC === 'E2' || REC === 'E15') },
  460: { reads: { Episodes: 'REC DEC', Header: 'DOB' }, words: 'Staying with the carers after care (E17) begins at 18, and the young person was younger.', breaks: each('Episodes', ({ REC, DEC }, { born }) => REC === 'E17' && youngerThan(18, born, DEC)) },
  501: { reads: { Episodes: 'DECOM DEC' }, words: 'The episode begins before the one before it has ended.', breaks: eachNext((next, last) => before(next.DECOM, last.DEC)) },
  504: {
    query: true, reads: { Episodes: 'CIN DECOM DEC REC' }, words: 'The category of need is another than when this time in care began. It stays the same throughout.',
    breaks: (child) => {
      let need: string | undefined
      let last: Episode | undefined
      return child.Episodes.filter((episode) => {
        if (!last || !followsOn(episode, last)) need = episode.CIN
        last = episode
        return episode.CIN !== need
      })
    },
  },
  516: { reads: { Episodes: 'REC PLACE' }, words: 'Special guardianship to former foster carers (E45, E46) follows a foster placement (U1 to U6).', breaks: each('Episodes', ({ REC, PLACE }) => (REC === 'E45' || REC === 'E46') && !fostering.has(PLACE)) },
})
