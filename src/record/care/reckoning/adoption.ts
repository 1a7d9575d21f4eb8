import { meantNow } from '../../../../content/care/scorecard.ts'
import { adoptionPlacements } from '../../../../content/codes/placements.ts'
import { daysBetween, type PlainDate } from '../../../kernel/dates.ts'
import type { LegalStatus } from '../../people/legal/model.ts'
import type { CareFact, Period, Placement } from '../model.ts'
import { holds } from './episodes.ts'

/** With carers who may become the adopters: fostering for adoption, or concurrent planning (U2, U5). */
export const perhapsAdopters: readonly string[] = ['fosterRelativeAdopter', 'fosterAdopter']
const adopted: readonly string[] = ['adoptedConsent', 'adoptedDispensed']
const withPresentCarer: readonly string[] = ['adoptionConsentCarer', 'adoptionOrderCarer']

/** How far the way to adoption has come for one child: each step with its day, where it was taken. */
export type AdoptionPath = Readonly<{
  enteredOn: PlainDate; /** The agency decision maker: should be placed for adoption. */ decidedOn: PlainDate | undefined; authorityOn: PlainDate | undefined; searchedOn: PlainDate | undefined; linkedOn: PlainDate | undefined
  matchedOn: PlainDate | undefined; placedOn: PlainDate | undefined; orderOn: PlainDate | undefined; endedOn: PlainDate | undefined
  /** Moved in with those who adopt or are to adopt: earlier than placed where they fostered the child first. */
  movedInOn: PlainDate | undefined
  /** The last placement for adoption ended before an order, and the child is not placed again. */
  brokeOn: PlainDate | undefined
}>
type Care = Readonly<{ periods: readonly Period[]; placements: readonly Placement[]; statuses: readonly LegalStatus[]; facts: readonly CareFact[] }>

/** The decision by which adoption is the plan today or was until the order; undefined where it is not, or no longer. */
function planOf(facts: readonly CareFact[], since: PlainDate): { on: PlainDate | undefined; ended: PlainDate | undefined } {
  const decisions = facts.filter((one) => one.kind === 'permanenceDecision' && one.on >= since).sort((a, b) => a.on.localeCompare(b.on))
  const ended = decisions.findLast((one) => one.answers['step'] === 'ended' || (one.answers['step'] === 'decisionMaker' && one.answers['plan'] !== 'adoption'))
  const first = decisions.find((one) => one.answers['step'] === 'decisionMaker' && one.answers['plan'] === 'adoption' && (!ended || one.on > ended.on))
  return first ? { on: first.on, ended: undefined } : { on: undefined, ended: ended?.on }
}

/** The way to adoption in the newest time in care; undefined where nothing of it has begun. */
export function adoptionPath(care: Care): AdoptionPath | undefined {
  const period = [...care.periods].sort((a, b) => b.from.localeCompare(a.from))[0]
  if (!period) return undefined
  const within = <Row extends { from: PlainDate }>(rows: readonly Row[]): Row[] => rows.filter((row) => row.from >= period.from && (period.to === null || row.from <= period.to)).sort((a, b) => a.from.localeCompare(b.from))
  const placements = within(care.placements)
  const plan = planOf(care.facts, period.from)
  const orders = within(care.statuses.filter((one) => one.kind === 'lookedAfter')).filter((one) => one.code === 'placementOrder' || one.code === 'freedForAdoption')
  const placed = placements.findLast((one) => adoptionPlacements.includes(one.kind))
  const first = placements.find((one) => adoptionPlacements.includes(one.kind))
  const consent = placed?.kind.startsWith('adoptionConsent') ? first?.from : undefined
  const stillPlaced = placed && (placed.to === null || placed.to === period.to) ? placed : undefined
  const brokeOn = placed && !stillPlaced ? placed.to ?? undefined : undefined
  // Who was thought of and matched before it broke down is not who the child waits for now.
  const since = [plan.on ?? period.from, ...(brokeOn ? [brokeOn] : [])].sort().at(-1) ?? period.from
  const last = (kind: string): PlainDate | undefined => care.facts.filter((one) => one.kind === kind && one.on >= since).map((one) => one.on).sort().at(-1)
  const orderOn = period.to !== null && period.endReason !== null && adopted.includes(period.endReason) ? period.to : undefined
  const authorityOn = orders[0]?.from ?? consent
  if (!plan.on && !authorityOn && !stillPlaced && !orderOn) return undefined
  const before = stillPlaced ? placements[placements.indexOf(stillPlaced) - 1] : undefined
  const stayed = stillPlaced && (withPresentCarer.includes(stillPlaced.kind) || (before && perhapsAdopters.includes(before.kind)))
  return {
    enteredOn: period.from, decidedOn: plan.on, authorityOn, searchedOn: last('familyFinding'), linkedOn: last('link'), matchedOn: last('match'), placedOn: stillPlaced?.from, orderOn,
    endedOn: plan.ended && !orderOn ? plan.ended : undefined, movedInOn: stayed ? before?.from ?? stillPlaced.from : stillPlaced?.from, brokeOn,
  }
}

/** Where a child stands on the way, in one word for lists. */
export type AdoptionStage = 'decided' | 'authority' | 'searching' | 'linked' | 'matched' | 'placed' | 'adopted'
export const stageOf = (path: AdoptionPath): AdoptionStage =>
  path.orderOn ? 'adopted' : path.placedOn ? 'placed' : path.matchedOn ? 'matched' : path.linkedOn ? 'linked' : path.searchedOn ? 'searching' : path.authorityOn ? 'authority' : 'decided'

/** Authority to place holds on a day: a placement order, or consent where the child is placed by it. */
export const mayBePlaced = (care: Care, on: PlainDate): boolean =>
  care.statuses.some((one) => one.kind === 'lookedAfter' && (one.code === 'placementOrder' || one.code === 'freedForAdoption') && holds(one, on)) || care.placements.some((one) => one.kind.startsWith('adoptionConsent') && holds(one, on))

/** Days of the scorecard: from coming into care to moving in (A1), from the authority of the court to the match (A2). */
export type Waits = Readonly<{ a1: number | undefined; a2: number | undefined }>
export const waitsOf = (path: AdoptionPath): Waits => ({
  a1: path.movedInOn ? daysBetween(path.enteredOn, path.movedInOn) : undefined,
  a2: path.authorityOn && path.matchedOn ? Math.max(0, daysBetween(path.authorityOn, path.matchedOn)) : undefined,
})

/** What the adoption scorecard means now, in days; scorecard.ts counts it. */
export const { a1: a1Within, a2: a2Within } = meantNow
