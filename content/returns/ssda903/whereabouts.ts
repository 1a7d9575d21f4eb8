import { outsideEngland } from '../authorities.ts'
import type { Year903 } from './child.ts'
import type { Episode } from './tables.ts'

/** A URN that says there is none: a placement outside England, or one that Ofsted does not register. */
const noUrn = 'XXXXXXX'
export const urnOf = ({ URN }: Episode): string | undefined => (URN === '' || URN === noUrn ? undefined : URN)

/** The authority the placement lies in, as stated or by its postcode; undefined where neither tells. */
export function authorityOf({ PL_LA, PL_POST }: Episode, { place }: Year903): string | undefined {
  if (PL_LA !== undefined) return PL_LA === '' ? undefined : PL_LA
  return PL_POST === '' ? undefined : place?.(PL_POST)?.authority
}

/** In or out of the area of the authority that makes the return. */
export function locationOf(episode: Episode, year: Year903): string | undefined {
  if (episode.PL_LOCATION !== undefined) return episode.PL_LOCATION === '' ? undefined : episode.PL_LOCATION
  const authority = authorityOf(episode, year)
  return authority === undefined || year.authority === undefined ? undefined : authority === year.authority ? 'IN' : 'OUT'
}

const metresInAMile = 1609.344
/** Miles as the crow flies from home to placement, to a tenth; undefined where they cannot be told. */
export function milesOf({ PL_DISTANCE, HOME_POST, PL_POST }: Episode, { place }: Year903): number | undefined {
  if (PL_DISTANCE !== undefined) return PL_DISTANCE === '' || Number.isNaN(Number(PL_DISTANCE)) ? undefined : Number(PL_DISTANCE)
  const [home, placement] = [HOME_POST === '' ? undefined : place?.(HOME_POST), PL_POST === '' ? undefined : place?.(PL_POST)]
  // Outside Great Britain a postcode may have no place on the grid.
  if (!home || !placement || home.east === null || home.north === null || placement.east === null || placement.north === null) return undefined
  return Math.round(Math.hypot(home.east - placement.east, home.north - placement.north) / metresInAMile * 10) / 10
}

/** Known to lie in Wales, Scotland, Northern Ireland or further. The codes of the Office for National Statistics begin with the country. */
export const isOutsideEngland = (episode: Episode, year: Year903): boolean => {
  const authority = authorityOf(episode, year)
  return authority !== undefined && (outsideEngland.has(authority) || /^[WSNLM]\d/.test(authority))
}
