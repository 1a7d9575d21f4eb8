import { careEndings } from '../../../../content/codes/care.ts'
import { lookedAfterStatuses } from '../../../../content/codes/legalStatus.ts'
import { awayKinds, earlierPlacements, placementChangeReasons, placementKinds, placementProviders } from '../../../../content/codes/placements.ts'
import { primaryNeeds } from '../../../../content/codes/work.ts'
import { returnDay } from '../../../../content/returns/ssda903/tables.ts'
import { codeOfReturn, labelOf } from '../../../kernel/codes.ts'
import { dayInWords, isPlainDate } from '../../../kernel/dates.ts'
import { idOf } from '../cin/identity.ts'
import { valueOf } from './identity.ts'
import type { Aside, Care, GivenChild, TypedPeriod, TypedPlacement, TypedStatus } from './model.ts'

const none: Care = { periods: [], placements: [], statuses: [] }
type Growing<T> = { -readonly [K in keyof T]: T[K] }

/**
 * The episodes of a child as a time in care, when they are whole: each day with one placement and one legal status, each code known. If one row does not fit, none is taken:
 * half a time in care would say something that the return does not say.
 */
export function careOf(child: GivenChild, today: string): Readonly<{ care: Care; aside: readonly Aside[] }> {
  const rows = (child.rows.Episodes ?? []).map(({ at, cells }) => {
    const said = (column: string) => valueOf('Episodes', cells, column)
    return { at, said, from: returnDay(said('DECOM')), to: returnDay(said('DEC')) }
  }).sort((a, b) => (a.from ?? '').localeCompare(b.from ?? '') || a.at - b.at)
  const notWhole = (at: number, why: string) => ({ care: none, aside: rows.map((row): Aside => ({ table: 'Episodes', row: row.at, columns: [], reason: row.at === at ? why : 'another episode of the child does not fit, so none was taken' })) })
  const aside: Aside[] = []
  const [periods, placements, statuses]: [Growing<TypedPeriod>[], Growing<TypedPlacement>[], Growing<TypedStatus>[]] = [[], [], []]
  let before: (typeof rows)[number] | undefined

  for (const row of rows) {
    const { at, said, from, to } = row
    const keep = (column: string, reason: string) => { if (said(column)) aside.push({ table: 'Episodes', row: at, columns: [column], reason }) }
    if (!from) return notWhole(at, 'its first day is missing or no day')
    if (said('DEC') && !to) return notWhole(at, 'its last day is no day')
    if (from > today || (to && to > today)) return notWhole(at, 'its day is yet to come')
    if (to && to <= from) return notWhole(at, 'it ends on or before the day on which it began')
    const code = codeOfReturn(lookedAfterStatuses, said('LS'))
    const kind = codeOfReturn(placementKinds, said('PLACE')) ?? codeOfReturn(earlierPlacements, said('PLACE'))
    const need = codeOfReturn(primaryNeeds, said('CIN'))
    if (!code) return notWhole(at, 'its legal status is no code of the return')
    if (!kind) return notWhole(at, 'its placement is no code of the return')
    if (!need) return notWhole(at, 'its need is no code of the return')
    const period = periods.at(-1)
    const goesOn = before !== undefined && before.to === from && before.said('REC') === 'X1'
    if (before && !before.to) return notWhole(at, 'the episode before it has no last day')
    if (before?.to && before.to > from) return notWhole(at, 'it begins before the episode before it ended')
    if (before && !goesOn && before.said('REC') === 'X1') return notWhole(at, 'days are missing between it and the episode before')
    const id = (what: string) => idOf('ssda903', what, child.number, from)
    if (!goesOn || !period) {
      if (period && before?.to) end(period, before)
      periods.push({ id: id('period'), from, to: null, need, endReason: null, homePostcode: said('HOME_POST') || null })
    } else if (need !== period.need) keep('CIN', 'a time in care has one need: that of its first episode')
    if (goesOn && period && said('HOME_POST') && said('HOME_POST') !== period.homePostcode) keep('HOME_POST', 'a time in care has one home before: that of its first episode')

    const placement = placements.at(-1)
    const away = awayKinds.includes(kind)
    const provider = codeOfReturn(placementProviders, said('PLACE_PROVIDER')) ?? null
    if (!provider || away) keep('PLACE_PROVIDER', away ? 'a child who is away for a time has no other provider' : 'no code of the return')
    if (away) keep('URN', 'a child who is away for a time has no other place')
    const same = goesOn && said('RNE') === 'L'
    if (same && placement && (placement.kind !== kind || (!away && (placement.urn ?? '') !== said('URN')))) return notWhole(at, 'it says that only the legal status changed, and tells of another placement')
    if (goesOn && placement && !same) {
      placement.to = from
      placement.changeReason = codeOfReturn(placementChangeReasons, before?.said('REASON_PLACE_CHANGE') ?? '') ?? null
    }
    if (!same || !placement) {
      const carer = goesOn && placement && ['T', 'U'].includes(said('RNE')) ? placement.placeName : `${labelOf(codeOfReturn(placementKinds, said('PLACE')) ? placementKinds : earlierPlacements, kind)}, from ${dayInWords(from)}`
      placements.push({ id: id('placement'), kind, provider: away ? null : provider, placeName: carer, urn: away ? null : said('URN').toUpperCase() || null, postcode: said('PL_POST') || null, changeReason: null, from, to: null })
    }
    const status = statuses.at(-1)
    if (!goesOn || !status || status.code !== code) {
      if (status && goesOn) status.to = from
      statuses.push({ id: id('status'), code, from, to: null })
    }
    if (!codeOfReturn(placementChangeReasons, said('REASON_PLACE_CHANGE'))) keep('REASON_PLACE_CHANGE', 'no code of the return')
    if (!to) keep('REC', 'it says why the episode ended, and not when')
    else if (said('REC') !== 'X1' && !codeOfReturn(careEndings, said('REC'))) return notWhole(at, 'why it ended is no code of the return')
    before = row
  }
  const period = periods.at(-1)
  if (before?.to && period) {
    if (before.said('REC') === 'X1') return notWhole(before.at, 'it says that another episode follows, and none does')
    end(period, before)
  }
  return { care: { periods, placements, statuses }, aside }

  function end(period: Growing<TypedPeriod>, last: (typeof rows)[number]): void {
    const on = last.to ?? null
    period.to = on
    period.endReason = codeOfReturn(careEndings, last.said('REC')) ?? null
    for (const open of [placements.at(-1), statuses.at(-1)]) if (open && on && isPlainDate(on)) open.to = on
  }
}
