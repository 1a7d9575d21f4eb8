import { plain } from '../../../../src/kernel/dates.ts'
import { before, inFullCare } from '../care.ts'
import type { Provider, Year903 } from '../child.ts'
import { forAdoption, fostering, temporary, unregistered } from '../codes.ts'
import { each, rules903, type Find, type Told903 } from '../rule.ts'
import type { Episode } from '../tables.ts'
import { isOutsideEngland, urnOf } from '../whereabouts.ts'

const supportedFrom = plain('2023-10-28')
const always = new Set(['P1', 'P3', 'R1', 'R2', 'R5', 'Z1', ...temporary])
const until2024 = new Set([...always, 'H5', 'P2'])
/** Placements that Ofsted does not register. Supported accommodation was not until 28 October 2023; unregistered ones are told apart from 2026. */
const withoutUrn = ({ PLACE }: Episode, { year }: Year903): boolean => (year <= 2024 ? until2024 : always).has(PLACE) || unregistered.has(PLACE)
/** A temporary or unregistered placement has no provider of its own. */
const withoutProvider = ({ PLACE }: Episode): boolean => temporary.has(PLACE) || PLACE === 'Z1' || unregistered.has(PLACE)

/** The provider on the list by the URN of the episode; nothing where it names none. */
const ofProvider = (test: (episode: Episode, provider: Provider, year: Year903) => boolean): Find => each('Episodes', (episode, _child, year) => {
  const urn = urnOf(episode)
  const provider = urn === undefined ? undefined : year.provider?.(urn)
  return provider !== undefined && test(episode, provider, year)
})
const packed = (postcode: string): string => postcode.replace(/\s/g, '').toUpperCase()
const homes = new Set(['K1', 'K2', 'K3', 'R3', 'S1'])

/** Who provides a placement cannot provide one of these. */
const cannotProvide = (provider: string, places: readonly string[], words: string): Told903 => ({
  reads: { Episodes: 'PLACE PLACE_PROVIDER' }, words, breaks: each('Episodes', ({ PLACE, PLACE_PROVIDER }) => PLACE_PROVIDER === provider && places.includes(PLACE)),
})

/** Who provides the placement, and what Ofsted knows of them. */
export const providerRules = rules903({
  213: { reads: { Episodes: 'PLACE PLACE_PROVIDER' }, words: 'A temporary or unregistered placement has no provider code: leave it blank.', breaks: each('Episodes', (episode, _child, { year }) => episode.PLACE_PROVIDER !== '' && withoutProvider(episode) && !(episode.PLACE === 'Z1' && year >= 2026)) },
  218: {
    reads: { Episodes: 'URN PLACE DEC LS PL_POST PL_LA' }, words: 'Record Ofsted’s number (URN) of the placement: seven signs, or XXXXXXX where it is registered and the number cannot be had.',
    // of short breaks rule 214 wants none
    breaks: each('Episodes', (episode, _child, year) => episode.URN === '' && !withoutUrn(episode, year) && inFullCare(episode) && (episode.raw.DEC === '' || (episode.DEC !== undefined && episode.DEC >= year.opens)) && !isOutsideEngland(episode, year)),
  },
  219: { reads: { Episodes: 'URN PLACE' }, needs: ['provider list'], words: 'Ofsted registers this provider for other placements than the type recorded. See the URN and the type.', breaks: ofProvider(({ PLACE }, { places }) => places.length > 0 && !places.includes(PLACE)) },
  221: { reads: { Episodes: 'URN PLACE PL_POST LS' }, needs: ['provider list'], words: 'The home with this URN has another postcode at Ofsted. See the URN and the postcode.', breaks: ofProvider((episode, { postcode }) => homes.has(episode.PLACE) && inFullCare(episode) && episode.PL_POST !== '' && packed(episode.PL_POST) !== postcode) },
  222: { reads: { Episodes: 'URN PLACE' }, words: 'Ofsted registers no placement of this type: leave the URN blank.', breaks: each('Episodes', (episode, _child, year) => urnOf(episode) !== undefined && withoutUrn(episode, year)) },
  224: { reads: { Episodes: 'URN PLACE_PROVIDER' }, needs: ['provider list'], words: 'By Ofsted’s list another kind of provider runs this placement. See the URN and who provides it.', breaks: ofProvider(({ PLACE_PROVIDER }, { providers }) => PLACE_PROVIDER !== '' && providers.length > 0 && !providers.includes(PLACE_PROVIDER)) },
  227: { reads: { Episodes: 'URN DECOM' }, needs: ['provider list'], words: 'The provider was not registered yet when the episode began.', breaks: ofProvider(({ DECOM }, { opensOn }) => before(DECOM, opensOn)) },
  228: { reads: { Episodes: 'URN DEC' }, needs: ['provider list'], words: 'The provider’s registration ended before the episode did.', breaks: ofProvider(({ DEC, raw }, { closesOn }, { closes }) => before(closesOn, raw.DEC === '' ? closes : DEC)) },
  229: {
    reads: { Episodes: 'URN PLACE_PROVIDER' }, needs: ['provider list', 'authority'], words: 'Own provision (PR1) lies with this authority and another authority’s (PR2) does not; Ofsted’s list says otherwise.',
    breaks: ofProvider(({ PLACE_PROVIDER }, provider, { authority }) => (PLACE_PROVIDER === 'PR1' && provider.authority !== authority) || (PLACE_PROVIDER === 'PR2' && provider.authority === authority)),
  },
  230: {
    years: [2024, 2024], reads: { Episodes: 'PLACE DEC URN PL_POST PL_LA' }, words: 'From 28 October 2023 supported accommodation in England has a URN.',
    breaks: each('Episodes', (episode, _child, year) => episode.PLACE === 'H5' && episode.URN === '' && (episode.raw.DEC === '' || (episode.DEC !== undefined && episode.DEC >= supportedFrom)) && !isOutsideEngland(episode, year)),
  },
  526: { reads: { Episodes: 'PLACE PLACE_PROVIDER' }, words: 'Say who provides the placement (PR0 to PR5).', breaks: each('Episodes', (episode) => episode.PLACE_PROVIDER === '' && !withoutProvider(episode)) },
  527: cannotProvide('PR1', ['P1', 'R2', 'R5'], 'An authority itself (PR1) runs no placement with parents, no health placement and no prison.'),
  528: cannotProvide('PR2', ['P1', 'R2', 'R5'], 'Another authority (PR2) runs no placement with parents, no health placement and no prison.'),
  529: cannotProvide('PR3', ['P1', 'K1', 'K2', ...forAdoption, ...fostering], 'Other public bodies (PR3) run no placement with parents, for adoption, in foster care or in children’s homes.'),
  530: cannotProvide('PR4', ['P1'], 'A private provider (PR4) does not place a child with the parents.'),
  531: cannotProvide('PR5', ['P1'], 'A voluntary provider (PR5) does not place a child with the parents.'),
  550: { reads: { Episodes: 'PLACE PLACE_PROVIDER' }, words: 'Parents as the provider (PR0) belong to a placement with parents (P1) alone.', breaks: each('Episodes', ({ PLACE, PLACE_PROVIDER }) => PLACE_PROVIDER === 'PR0' && PLACE !== 'P1') },
  1008: { reads: { Episodes: 'URN' }, needs: ['provider list'], words: 'Ofsted’s list has no provider with this URN.', breaks: each('Episodes', (episode, _child, { provider }) => { const urn = urnOf(episode); return urn !== undefined && provider?.(urn) === undefined }) },
})
