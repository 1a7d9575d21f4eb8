import { adoptionPlacements, awayKinds } from '../../../../content/codes/placements.ts'
import { activityOf, ceasedOf, eligibilityOf, homeOf, legalOf, needOf, notPlacedOf, permanenceOf, placementOf, providerOf, suitableOf, touchOf } from '../../../../content/returns/annexA/codes.ts'
import { addDays, type PlainDate } from '../../../kernel/dates.ts'
import type { CareFact, Period, Placement } from '../../../record/care/model.ts'
import { leavingStatus } from '../../../record/care/reckoning/leaving.ts'
import { stretchesOf } from '../../../record/care/reckoning/stretches.ts'
import type { AnnexChild, Around, Council } from './model.ts'
import { bornOn, disabledCell, truth, whoCells, workedCells, type Cells } from './person.ts'

const last = '9999-12-31'
type Days = Readonly<{ from: string; to: string | null }>
const holds = (one: Days, on: string): boolean => one.from <= on && (one.to ?? last) > on
const touches = (one: Days, from: string, to: string): boolean => one.from <= to && (one.to ?? last) > from
/** Facts of a kind up to a day, the newest first. */
const known = (child: AnnexChild, kind: string, by: PlainDate): CareFact[] => child.facts.filter((one) => one.kind === kind && one.on <= by).sort((a, b) => b.on.localeCompare(a.on))
const sinceThen = (of: readonly CareFact[], from: string): string => of.find((one) => one.on >= from)?.on ?? ''
const ended = (period: Period, when: Around): PlainDate | undefined => (period.to !== null && period.to <= when.on ? period.to : undefined)

/** Whether a postcode lies in the council’s area: unknown without the postcode, or where the council has not said its districts. */
function inArea(postcode: string | null, { districts }: Council): boolean | undefined {
  const district = postcode?.trim().toUpperCase().replace(/\s*\d[A-Z]{2}$/, '')
  return !district || districts.length === 0 ? undefined : districts.includes(district)
}

const asylum = (child: AnnexChild, from: string, to: PlainDate) => truth(child.facts.some((one) => one.kind === 'asylum' && touches({ from: one.on, to: one.to }, from, to)))
const permanence = (child: AnnexChild, by: PlainDate): string => permanenceOf[[...known(child, 'carePlan', by).filter((one) => one.answers['permanence']), ...known(child, 'permanenceDecision', by).filter((one) => one.answers['plan'] && one.answers['step'] !== 'panel')].toSorted((a, b) => b.on.localeCompare(a.on))
  .map((one) => (one.answers['step'] === 'ended' && one.answers['plan'] === 'adoption' ? undefined : one.answers['plan'] ?? one.answers['permanence'])).find((plan) => plan !== undefined) ?? ''] ?? ''

/** The times missing or away that began in the twelve months; and the talk after the last time missing. */
function missingCells(child: AnnexChild, when: Around): Cells {
  const away = known(child, 'missing', when.on).filter((one) => one.on >= when.year)
  const gone = away.filter((one) => one.answers['how'] === 'missing')
  const talk = gone[0] ? known(child, 'returnInterview', when.on).find((one) => one.on >= (gone[0]?.on ?? '')) : undefined
  const said = (answer: string) => (talk?.answers[answer] === undefined ? '' : truth(talk.answers[answer] === 'yes'))
  return [String(gone.length), String(away.length - gone.length), said('offered'), talk?.answers['offered'] === 'no' ? '' : said('accepted')]
}

function placeCells(placement: Placement | undefined, council: Council): Cells {
  const authority = placement?.authority ?? ''
  const near = inArea(placement?.postcode ?? null, council) ?? (authority === '' ? undefined : authority.toLowerCase() === council.name.toLowerCase())
  return [placement?.from ?? '', placementOf[placement?.kind ?? ''] ?? '', providerOf[placement?.provider ?? ''] ?? '', placement?.postcode ?? '', placement?.urn ?? '', near === undefined ? '' : near ? 'a) In' : 'b) Out', near ? council.name : placement ? authority || 'Not recorded' : '']
}

/** Each child once: with the time in care that runs on the day, else the one that ended last within six months. */
export function inCareRows(child: AnnexChild, when: Around, council: Council): Cells[] {
  const periods = child.periods.filter((one) => one.from <= when.on && (one.to === null || one.to > one.from)).sort((a, b) => a.from.localeCompare(b.from))
  const period = periods.at(-1)
  if (!period || (ended(period, when) ?? last) < when.halfYear) return []
  const until = ended(period, when)
  const by = until ? addDays(until, -1) : when.on
  const status = child.statuses.filter((one) => one.kind === 'lookedAfter' && holds(one, by)).at(0)
  const lived = child.placements.filter((one) => one.from <= by && one.from >= period.from && !awayKinds.includes(one.kind)).sort((a, b) => a.from.localeCompare(b.from))
  const inYear = child.placements.filter((one) => !awayKinds.includes(one.kind) && touches(one, when.year, when.on) && periods.some((each) => one.from >= each.from))
  const visit = child.seen.find(({ on }) => on >= period.from && on <= (until ?? when.on))
  return [[...whoCells(child, when), asylum(child, when.year, when.on), disabledCell(child), period.from, needOf[period.need] ?? 'j) Not stated', truth(periods.filter((one) => (one.to ?? last) > when.year).length > 1),
    status?.from ?? '', legalOf[status?.code ?? ''] ?? '', sinceThen(known(child, 'review', until ?? when.on), period.from), visit?.on ?? '', permanence(child, when.on), sinceThen(known(child, 'reviewerVisit', until ?? when.on), period.from), sinceThen(known(child, 'health', until ?? when.on), period.from),
    sinceThen(known(child, 'dental', until ?? when.on), period.from), String(inYear.length), until ?? '', until ? ceasedOf[period.endReason ?? ''] ?? '' : '', ...placeCells(lived.at(-1) ?? child.placements.find((one) => holds(one, by)), council),
    ...missingCells(child, when), ...workedCells(child, when)]]
}

export function leaverRows(child: AnnexChild, when: Around): Cells[] {
  const born = bornOn(child)
  const periods = child.periods.filter((one) => one.from <= when.on)
  const status = born && periods.length > 0 ? leavingStatus(born, stretchesOf({ periods, statuses: child.statuses }), when.on) : 'none'
  if (status === 'none') return []
  const [adviser] = known(child, 'adviser', when.on).filter((one) => (one.to ?? last) > when.on)
  const touch = known(child, 'leaverContact', when.on)
  const [home] = known(child, 'leaverHome', when.on).filter((one) => (one.to ?? last) > when.on)
  const housed = home ?? touch.find((one) => one.answers['home'] !== undefined)
  return [[...whoCells(child, when), truth(child.facts.some((one) => one.kind === 'asylum' && one.on <= when.on)), disabledCell(child), ...workedCells(child, when), adviser?.answers['name'] || 'Not named yet', eligibilityOf[status] ?? 'e) Other',
    known(child, 'pathwayPlan', when.on)[0]?.on ?? '', touchOf[touch[0]?.answers['inTouch'] ?? ''] ?? 'c) Not recorded', touch[0]?.on ?? '', homeOf[housed?.answers['home'] ?? ''] ?? '', suitableOf[housed?.answers['suitable'] ?? ''] ?? '',
    activityOf[touch.find((one) => one.answers['activity'] !== undefined)?.answers['activity'] ?? ''] ?? '']]
}

const fosteringForAdoption: readonly string[] = ['fosterAdopter', 'fosterRelativeAdopter']
/** Decided for adoption, and neither adopted nor decided otherwise longer than twelve months ago. */
export function adoptionRow(child: AnnexChild, when: Around): { cells: Cells; household: string | null } | undefined {
  const decisions = known(child, 'permanenceDecision', when.on)
  const decided = decisions.find((one) => one.answers['step'] === 'decisionMaker' && one.answers['plan'] === 'adoption')
  const period = decided && (child.periods.find((one) => one.from <= decided.on && (one.to ?? last) >= decided.on) ?? child.periods.filter((one) => one.from <= when.on).sort((a, b) => b.from.localeCompare(a.from))[0])
  if (!decided || !period) return undefined
  const until = ended(period, when)
  const order = until && (period.endReason === 'adoptedConsent' || period.endReason === 'adoptedDispensed') ? until : undefined
  const off = decisions.find((one) => one.answers['step'] === 'ended' && one.on >= decided.on)
  if ((order ?? off?.on ?? (until && !order ? until : last)) < when.year) return undefined
  const first = (is: (one: Placement) => boolean) => child.placements.filter((one) => is(one) && one.from >= period.from && one.from <= when.on).sort((a, b) => a.from.localeCompare(b.from))[0]
  const placed = first((one) => adoptionPlacements.includes(one.kind))
  const matched = known(child, 'match', when.on).find((one) => one.on >= period.from)
  const ordered = child.statuses.filter((one) => one.code === 'placementOrder' && one.from >= period.from && one.from <= when.on).sort((a, b) => a.from.localeCompare(b.from))[0]
  return {
    household: placed?.householdId ?? null,
    cells: [...whoCells(child, when), disabledCell(child), period.from, decided.on, ordered?.from ?? '', matched?.on ?? '', placed?.from ?? '', order ?? '', off?.on ?? '', off ? notPlacedOf[off.answers['ended'] ?? ''] ?? 'd) Any other reason' : '',
      first((one) => fosteringForAdoption.includes(one.kind))?.from ?? ''],
  }
}
