import { careEndings } from '../../../../content/codes/care.ts'
import { lookedAfterStatuses } from '../../../../content/codes/legalStatus.ts'
import { awayKinds, earlierPlacements, placementChangeReasons, placementKinds, placementProviders } from '../../../../content/codes/placements.ts'
import { primaryNeeds } from '../../../../content/codes/work.ts'
import { returnCodeOf } from '../../../kernel/codes.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import type { EpisodeRow, Held, Lived, Looked } from '../returns/model.ts'

const last = '9999-12-31'
type Days = Readonly<{ from: string; to: string | null }>
/** Whether it holds on a day. The day on which one ends is the next one's. */
export const holds = (one: Days, on: string): boolean => one.from <= on && (one.to ?? last) > on

/** Short breaks: the child lives at home between them. */
export const shortBreaks: readonly string[] = ['shortBreaksEach', 'shortBreaksSeries']

/** The same carer, though the placement is another: their household, or the same place by the same provider. */
export const sameCarer = (a: Lived, b: Lived): boolean =>
  a.householdId !== null || b.householdId !== null ? a.householdId === b.householdId : a.placeName.trim().toLowerCase() === b.placeName.trim().toLowerCase() && a.urn === b.urn

/** Why a new episode began: S came into care, L only the legal status changed, P the place and the carer, T the place with the same carer, B and U the same beside a legal status. */
function reasonForNew(before: Cut | undefined, now: Cut): EpisodeRow['RNE'] {
  if (!before) return 'S'
  const moved = before.placement.placementId !== now.placement.placementId
  if (!moved) return 'L'
  const other = before.ls !== now.ls
  if (sameCarer(before.placement, now.placement)) return other ? 'U' : 'T'
  return other ? 'B' : 'P'
}

type Cut = Readonly<{ from: PlainDate; ls: string; short: boolean; placement: Lived }>

/** The episodes of one period: a new one whenever the legal status or the placement changes. */
function cutsOf(period: Looked, statuses: readonly Held[], placements: readonly Lived[]): Cut[] {
  const begins = [period.from, ...[...statuses, ...placements].filter((one) => one.from > period.from && one.from < (period.to ?? last) && (one.to === null || one.to > one.from)).map((one) => one.from)]
  const cuts: Cut[] = []
  for (const from of [...new Set(begins)].sort()) {
    const status = statuses.find((one) => holds(one, from))
    const placement = placements.find((one) => holds(one, from))
    if (!status || !placement) continue
    const before = cuts.at(-1)
    const ls = returnCodeOf(lookedAfterStatuses, status.code) ?? ''
    // An order that was made again is the same status to the return.
    if (before?.ls === ls && before.placement.placementId === placement.placementId) continue
    cuts.push({ from, ls, short: shortBreaks.includes(status.code), placement })
  }
  return cuts
}

const placeCode = (kind: string): string => returnCodeOf(placementKinds, kind) ?? returnCodeOf(earlierPlacements, kind) ?? ''

/**
 * What SSDA903 asks of one child: a row for every stretch of days under one legal status in one placement (guide of the collection, reasons for a new episode S, L, P, T, B, U).
 * Oldest first. Rows meet: one ends on the day on which the next begins.
 */
export function episodes(periods: readonly Looked[], statuses: readonly Held[], placements: readonly Lived[]): EpisodeRow[] {
  return [...periods].filter((period) => period.to === null || period.to > period.from).sort((a, b) => a.from.localeCompare(b.from)).flatMap((period) => {
    const cuts = cutsOf(period, statuses, placements)
    return cuts.map((cut, n): EpisodeRow => {
      const next = cuts[n + 1]
      const { placement } = cut
      const moves = next !== undefined && next.placement.placementId !== placement.placementId
      const away = awayKinds.includes(placement.kind)
      return {
        DECOM: cut.from, RNE: reasonForNew(cuts[n - 1], cut), LS: cut.ls, CIN: returnCodeOf(primaryNeeds, period.need) ?? '', PLACE: placeCode(placement.kind),
        PLACE_PROVIDER: away || placement.provider === null ? null : returnCodeOf(placementProviders, placement.provider) ?? null,
        DEC: next?.from ?? period.to, REC: next ? 'X1' : period.endReason === null ? null : returnCodeOf(careEndings, period.endReason) ?? null,
        REASON_PLACE_CHANGE: moves && placement.changeReason !== null ? returnCodeOf(placementChangeReasons, placement.changeReason) ?? null : null,
        // Asked of everybody but those on short breaks, who live at home.
        HOME_POST: cut.short ? null : period.homePostcode, PL_POST: cut.short ? null : placement.postcode, URN: cut.short || away ? null : placement.urn,
      }
    })
  })
}
