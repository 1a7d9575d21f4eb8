import { earlierPlacements, placementKinds } from '../../../content/codes/placements.ts'
import { labelNow } from '../access/own/now.ts'

/** A kind of placement as it is said now, also one that is not used any more. */
export const placementInWords = (kind: string): string => labelNow(earlierPlacements.codes.some((one) => one.code === kind) ? earlierPlacements : placementKinds, kind)
