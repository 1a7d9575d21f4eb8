import { postcodeOf } from '../../../../src/kernel/identifiers.ts'
import { everUnaccompanied, inFullCare, inShortBreaks } from '../care.ts'
import type { Year903 } from '../child.ts'
import { forAdoption, fostering } from '../codes.ts'
import { each, rules903 } from '../rule.ts'
import { authorityOf, locationOf, milesOf } from '../whereabouts.ts'

const posts = 'HOME_POST PL_POST'
const asylum = { Header: 'UASC', UASC: 'CHILD' }
const packed = (postcode: string): string => postcode.replace(/\s/g, '').toUpperCase()
/** Not of the form of a postcode, or none of the list where one is given. */
const wrong = (postcode: string, { place }: Year903): boolean => postcode !== '' && (postcodeOf(postcode) === undefined || (place !== undefined && place(postcode) === undefined))

/** Where home and placement are. Distance, authority and location are worked out from postcodes, unless the file states them itself. */
export const whereaboutsRules = rules903({
  164: {
    reads: { Episodes: `LS ${posts} PL_DISTANCE`, ...asylum }, needs: ['postcode list'], words: 'From these postcodes no distance between home and placement can be worked out. See both.',
    breaks: each('Episodes', (episode, child, year) => {
      const miles = milesOf(episode, year)
      return inFullCare(episode) && !(miles !== undefined && miles >= 0 && miles <= 999.9) && !everUnaccompanied(child)
    }),
  },
  169: { reads: { Episodes: 'LS PL_POST PL_LA' }, needs: ['postcode list'], words: 'The placement’s postcode is missing, or lies in no authority we know.', breaks: each('Episodes', (episode, _child, year) => inFullCare(episode) && authorityOf(episode, year) === undefined) },
  179: {
    reads: { Episodes: 'LS PL_POST PL_LA PL_LOCATION' }, needs: ['postcode list', 'authority'], words: 'Whether the placement is inside our area cannot be told: its postcode is missing or unknown.',
    breaks: each('Episodes', (episode, _child, year) => inFullCare(episode) && !['IN', 'OUT'].includes(locationOf(episode, year) ?? '')),
  },
  214: { reads: { Episodes: 'LS PL_POST URN' }, words: 'For short breaks nothing is said of where the placement is: leave postcode and URN blank.', breaks: each('Episodes', (episode) => inShortBreaks(episode) && (episode.PL_POST !== '' || episode.URN !== '')) },
  '392a': {
    reads: { Episodes: `LS ${posts} PL_DISTANCE`, ...asylum }, words: 'There is no distance from home to placement, because a postcode is missing.',
    breaks: each('Episodes', (episode, child) => inFullCare(episode) && (episode.PL_DISTANCE === undefined ? episode.HOME_POST === '' || episode.PL_POST === '' : episode.PL_DISTANCE === '') && !everUnaccompanied(child)),
  },
  '392b': { reads: { Episodes: `LS ${posts}`, ...asylum }, words: 'Record the postcodes of home and placement.', breaks: each('Episodes', (episode, child) => inFullCare(episode) && (episode.HOME_POST === '' || episode.PL_POST === '') && !everUnaccompanied(child)) },
  '392c': { reads: { Episodes: posts }, words: 'A postcode here is none: its form is another, or the list of postcodes does not have it.', breaks: each('Episodes', ({ HOME_POST, PL_POST }, _child, year) => wrong(HOME_POST, year) || wrong(PL_POST, year)) },
  '392d': { reads: { Episodes: `${posts} PLACE` }, words: 'Home and placement have the same postcode, and the child is not placed with the parents (P1).', breaks: each('Episodes', ({ HOME_POST, PL_POST, PLACE }) => PLACE !== 'P1' && HOME_POST !== '' && packed(HOME_POST) === packed(PL_POST)) },
  398: { reads: { Episodes: `LS ${posts}` }, words: 'For short breaks no distance is returned: leave the postcodes blank.', breaks: each('Episodes', (episode) => inShortBreaks(episode) && (episode.HOME_POST !== '' || episode.PL_POST !== '')) },
  406: {
    reads: { Episodes: `${posts} PL_DISTANCE`, ...asylum }, words: 'A child who came alone to seek asylum has no home here to measure from: leave the home postcode blank.',
    breaks: each('Episodes', (episode, child) => (episode.PL_DISTANCE === undefined ? episode.HOME_POST !== '' && episode.PL_POST !== '' : episode.PL_DISTANCE !== '') && everUnaccompanied(child)),
  },
  411: {
    reads: { Episodes: 'PL_LOCATION PL_LA PL_POST' }, needs: ['authority'], words: 'Inside or outside our area, and the authority of the placement, contradict each other.',
    breaks: each('Episodes', (episode, _child, year) => {
      const [location, authority] = [locationOf(episode, year), authorityOf(episode, year)]
      return location !== undefined && authority !== undefined && (location === 'IN') !== (authority === year.authority)
    }),
  },
  420: { reads: { Episodes: 'LS PL_LA PL_POST' }, words: 'For short breaks no authority of placement is returned: leave the placement’s postcode blank.', breaks: each('Episodes', (episode) => inShortBreaks(episode) && (episode.PL_LA === undefined ? episode.PL_POST !== '' : episode.PL_LA !== '')) },
  454: { years: [2026, 2027], query: true, reads: { Episodes: `${posts} PL_DISTANCE`, ...asylum }, needs: ['postcode list'], words: 'The placement is more than 350 miles from home. See both postcodes.', breaks: each('Episodes', (episode, child, year) => (milesOf(episode, year) ?? 0) > 350 && !everUnaccompanied(child)) },
  1015: {
    reads: { Episodes: 'LS PLACE PLACE_PROVIDER PL_LA PL_POST' }, needs: ['postcode list', 'authority'], words: 'The placement is our own provision (PR1) and lies in another authority’s area.',
    breaks: each('Episodes', (episode, _child, year) => {
      if (episode.PLACE_PROVIDER !== 'PR1' || inShortBreaks(episode) || forAdoption.has(episode.PLACE) || fostering.has(episode.PLACE)) return false
      const authority = authorityOf(episode, year)
      return authority !== undefined && authority !== year.authority
    }),
  },
})
