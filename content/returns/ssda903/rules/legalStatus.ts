import { daysBetween, plain, type PlainDate } from '../../../../src/kernel/dates.ts'
import { before, birthday, inShortBreaks, isOpen, longerThan, youngerThan } from '../care.ts'
import { temporary } from '../codes.ts'
import { each, rules903, type Find } from '../rule.ts'
import type { Episode } from '../tables.ts'

const until = ({ raw, DEC }: Episode, closes: PlainDate): PlainDate | undefined => (raw.DEC === '' ? closes : DEC)

/** Episodes of that legal status that follow each other without a day between and last longer together. */
const lastsLongerThan = (days: number, status: string): Find => (child, { closes }) => {
  const found: Episode[] = []
  let run: Episode[] = []
  const close = () => {
    const ends = run.map((episode) => until(episode, closes)).filter((day) => day !== undefined).sort()
    if (longerThan(days, run[0]?.DECOM, ends.at(-1))) found.push(...run)
    run = []
  }
  for (const episode of child.Episodes) {
    const last = run.at(-1)
    if (episode.LS !== status || episode.DECOM === undefined) {
      close()
      continue
    }
    if (last && until(last, closes) !== episode.DECOM) close()
    run.push(episode)
  }
  close()
  return found
}

/** The Adoption and Children Act 2002 replaced freeing orders by placement orders on this day. */
const placementOrders = plain('2005-12-30')

/** What a legal status allows: how long, how old, where. */
export const legalStatusRules = rules903({
  358: { reads: { Episodes: 'LS DECOM', Header: 'DOB' }, words: 'Legal statuses of youth justice (J1 to J3) begin at 10, the age of criminal responsibility.', breaks: each('Episodes', ({ LS, DECOM }, { born }) => /^J[123]$/.test(LS) && youngerThan(10, born, DECOM)) },
  359: {
    reads: { Episodes: 'DEC REC LS PLACE', Header: 'DOB' }, words: 'The young person turned 18 and the episode is still open. Past 18 only accommodation by section 20(5) in a community home is returned (V2 and K2): else end it.',
    breaks: each('Episodes', (episode, { born }, { closes }) => isOpen(episode) && born !== undefined && birthday(born, 18) < closes && !(episode.LS === 'V2' && episode.PLACE === 'K2')),
  },
  361: { reads: { Episodes: 'LS DECOM DEC' }, words: 'Police protection (L1) lasts 72 hours at most (Children Act 1989 s46).', breaks: lastsLongerThan(3, 'L1') },
  362: { reads: { Episodes: 'LS DECOM DEC' }, words: 'An emergency protection order (L2) lasts 21 days at most, with its extension (Children Act 1989 s45).', breaks: lastsLongerThan(21, 'L2') },
  363: { reads: { Episodes: 'LS DECOM DEC' }, words: 'A child assessment order (L3) lasts seven days at most (Children Act 1989 s43).', breaks: lastsLongerThan(7, 'L3') },
  364: { reads: { Episodes: 'LS DECOM DEC' }, words: 'Detention by the police in our accommodation (J2) is short, and this one lasted more than 21 days. See the days and the legal status.', breaks: lastsLongerThan(21, 'J2') },
  365: { reads: { Episodes: 'LS DECOM DEC' }, words: 'One short break lasts 17 days at most.', breaks: each('Episodes', (episode, _child, { closes }) => episode.LS === 'V3' && longerThan(17, episode.DECOM, until(episode, closes))) },
  366: { reads: { Episodes: 'LS RNE' }, words: 'A short break is one episode in one place: it begins with S.', breaks: each('Episodes', ({ LS, RNE }) => LS === 'V3' && RNE !== 'S') },
  367: {
    reads: { Episodes: 'LS DECOM DEC' }, words: 'Short breaks of this year come to more than 75 days together. Beyond that the child is looked after in the full sense.',
    breaks: (child, { opens, closes }) => {
      const breaks = child.Episodes.filter(({ LS, DECOM }) => LS === 'V3' && DECOM !== undefined)
      const days = breaks.reduce((sum, episode) => {
        const [from, to] = [episode.DECOM ?? closes, until(episode, closes) ?? opens]
        return sum + Math.max(0, daysBetween(from < opens ? opens : from, to > closes ? closes : to))
      }, 0)
      return days > 75 ? breaks : []
    },
  },
  378: { reads: { Episodes: 'PLACE LS' }, words: 'A child accommodated by agreement (V2) is not placed with their own parents (P1): then there is no accommodation.', breaks: each('Episodes', ({ PLACE, LS }) => PLACE === 'P1' && LS === 'V2') },
  382: { reads: { Episodes: 'PLACE LS' }, words: 'A short break is no temporary placement (T0 to T4).', breaks: each('Episodes', (episode) => inShortBreaks(episode) && temporary.has(episode.PLACE)) },
  384: { reads: { Episodes: 'PLACE LS' }, words: 'A short break is not in a long-term foster placement (U1, U4).', breaks: each('Episodes', (episode) => inShortBreaks(episode) && (episode.PLACE === 'U1' || episode.PLACE === 'U4')) },
  408: { reads: { Episodes: 'PLACE LS' }, words: 'Placed for adoption by a placement order (A5, A6): then the legal status is the placement order (E1).', breaks: each('Episodes', ({ PLACE, LS }) => (PLACE === 'A5' || PLACE === 'A6') && LS !== 'E1') },
  426: {
    reads: { Episodes: 'LS' }, words: 'Short breaks of one year are returned one by one (V3) or as a series (V4), not both ways.',
    breaks: (child) => {
      const breaks = child.Episodes.filter(inShortBreaks)
      return breaks.some(({ LS }) => LS === 'V3') && breaks.some(({ LS }) => LS === 'V4') ? breaks : []
    },
  },
  445: { years: [2023, 2024], reads: { Episodes: 'LS DECOM' }, words: 'No freeing order (D1) could begin after 30 December 2005.', breaks: each('Episodes', ({ LS, DECOM }) => LS === 'D1' && before(placementOrders, DECOM)) },
  446: { reads: { Episodes: 'LS DECOM' }, words: 'No placement order (E1) could begin before 30 December 2005.', breaks: each('Episodes', ({ LS, DECOM }) => LS === 'E1' && before(DECOM, placementOrders)) },
  451: { years: [2023, 2024], reads: { Episodes: 'LS DEC REC' }, words: 'A freeing order (D1) is still running, and there was none to be had since 2005. See the legal status.', breaks: each('Episodes', (episode) => episode.LS === 'D1' && isOpen(episode)) },
})
