import { before } from '../care.ts'
import type { Child903, Year903 } from '../child.ts'
import { unregistered } from '../codes.ts'
import { rules903, type Find, type Told903 } from '../rule.ts'
import type { Episode } from '../tables.ts'
import { authorityOf, locationOf, milesOf } from '../whereabouts.ts'

/** The first episode of this year beside the one that last year left open. */
const afterOpen = (test: (first: Episode, open: Episode, year: Year903, child: Child903) => boolean): Find => (child, year) => {
  const [first, open] = [child.Episodes[0], child.last.Episodes.at(-1)]
  if (!first || !open || open.raw.DEC !== '') return []
  return test(first, open, year, child) ? [first] : []
}
const goesOnWith = (field: string, what: string, differs: (first: Episode, open: Episode, year: Year903) => boolean, more: Partial<Told903> = {}): Told903 => ({
  reads: { Episodes: `${field} DECOM` }, needs: ['last year'], words: `Last year’s return left an episode open, and this year’s first is the same one: ${what} differs between the two.`, breaks: afterOpen(differs), ...more,
})
/** Codes that took another’s place from one year to the next: the same placement is written differently. */
const renamed = (last: string, now: string): boolean => (last === 'H5' && now === 'K3') || (last === 'Z1' && unregistered.has(now))
const known = (a: string | number | undefined, b: string | number | undefined): boolean => a !== undefined && b !== undefined && a !== b
const samePlacement = (first: Episode, open: Episode): boolean => first.DECOM === open.DECOM && first.PLACE === open.PLACE

/** This year's episodes beside last year's. */
export const lastYearRules = rules903({
  452: { reads: { Episodes: 'DECOM PLACE PL_LA PL_POST' }, needs: ['last year', 'postcode list'], words: 'The placement that went on from last year lies in another authority now. See the postcodes of both years.', breaks: afterOpen((first, open, year) => samePlacement(first, open) && known(authorityOf(first, year), authorityOf(open, year))) },
  453: { reads: { Episodes: 'DECOM PLACE PL_DISTANCE HOME_POST PL_POST' }, needs: ['last year', 'postcode list'], words: 'The placement that went on from last year is at another distance now. See the postcodes of both years.', breaks: afterOpen((first, open, year) => samePlacement(first, open) && Math.abs((milesOf(first, year) ?? 0) - (milesOf(open, year) ?? milesOf(first, year) ?? 0)) >= 0.2) },
  502: goesOnWith('DECOM', 'the day it began', (first, open) => first.DECOM !== open.DECOM),
  '503A': goesOnWith('RNE', 'why it began', (first, open) => first.RNE !== open.RNE),
  '503B': goesOnWith('LS', 'the legal status', (first, open) => first.LS !== open.LS),
  '503C': goesOnWith('CIN', 'the category of need', (first, open) => first.CIN !== open.CIN),
  '503D': goesOnWith('PLACE', 'the placement type', (first, open) => first.PLACE !== open.PLACE && !renamed(open.PLACE, first.PLACE)),
  '503E': goesOnWith('PLACE_PROVIDER', 'who provides the placement', (first, open) => first.PLACE_PROVIDER !== open.PLACE_PROVIDER),
  '503F': goesOnWith('URN', 'Ofsted’s number', (first, open) => first.URN !== open.URN),
  '503G': goesOnWith('HOME_POST PL_POST PL_DISTANCE', 'the distance from home', (first, open, year) => known(milesOf(first, year), milesOf(open, year)), { needs: ['last year', 'postcode list'] }),
  '503H': goesOnWith('PL_POST PL_LA', 'the authority the placement lies in', (first, open, year) => known(authorityOf(first, year), authorityOf(open, year)), { needs: ['last year', 'postcode list'] }),
  '503J': goesOnWith('PL_POST PL_LA PL_LOCATION', 'whether the placement is in our area', (first, open, year) => known(locationOf(first, year), locationOf(open, year)), { needs: ['last year', 'postcode list', 'authority'] }),
  562: {
    reads: { Episodes: 'DECOM' }, needs: ['last year'], words: 'The episode began before this year and is not the last one of last year’s return.',
    breaks: (child, { opens }) => {
      const first = child.Episodes[0]
      return first && before(first.DECOM, opens) && child.last.Episodes.at(-1)?.DECOM !== first.DECOM ? [first] : []
    },
  },
  NoE: {
    reads: { Episodes: 'DECOM' }, needs: ['last year'], words: 'The child came into care before this year and has no episode in last year’s return.',
    breaks: (child, { opens }) => (child.last.Episodes.length > 0 ? [] : child.Episodes.filter(({ DECOM }) => before(DECOM, opens))),
  },
})
