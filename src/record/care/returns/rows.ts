import {
  adopterSexes, adopterStatuses, adoptionNotPursued, earlierPermanence, leaverActivity, leaverHomes, leaverInTouch, reviewParticipation, strengthsNotScored, workerChangeReasons,
} from '../../../../content/codes/care.ts'
import type { CodeList } from '../../../../content/codes/codeList.ts'
import { ethnicities } from '../../../../content/codes/person.ts'
import { returnCodeOf } from '../../../kernel/codes.ts'
import { addDays, addMonths, ageOn, isPlainDate, plain, type PlainDate } from '../../../kernel/dates.ts'
import type { CareFact, Period } from '../model.ts'
import { episodes, holds, shortBreaks } from '../reckoning/episodes.ts'
import { leavingStatus, type Stretch } from '../reckoning/leaving.ts'
import type { CareFacts, Held, Lived, Oc2Facts, Sex, YesNo } from './model.ts'

/** What a return reads of a dated fact. */
type Told = Pick<CareFact, 'kind' | 'on' | 'to' | 'answers'>
/** What the tables are made from, of one child. */
export type Child = Readonly<{
  personId: string; localId: string | null; bornOn: PlainDate | null; sex: string; ethnicity: string | null; upn: string | null
  periods: readonly Period[]; statuses: readonly Held[]; placements: readonly Lived[]; facts: readonly Told[]
  workers: readonly Readonly<{ number: string | null; from: PlainDate; to: PlainDate | null }>[]
}>
type Year = Readonly<{ from: PlainDate; to: PlainDate }>
/** The year that ends on 31 March, and no further than `today` where that lies within it: what has not come is not asked. `to` is the first day after it. */
export function yearOf(year: number, today?: PlainDate): Year {
  const [from, to] = [plain(`${year - 1}-04-01`), plain(`${year}-04-01`)]
  return { from, to: today !== undefined && today < to && today >= from ? addDays(today, 1) : to }
}

const last = '9999-12-31'
const within = (on: string, year: Year): boolean => on >= year.from && on < year.to
const touches = (one: Readonly<{ from: string; to: string | null }>, year: Year): boolean => one.from < year.to && (one.to ?? last) >= year.from
/** As the year's end knew it: what came after is not told. */
const byEnd = (on: PlainDate | null, year: Year): PlainDate | null => (on !== null && on < year.to ? on : null)
const sexOf = (sex: string): Sex => (sex === 'male' ? 'M' : sex === 'female' ? 'F' : 'U')
const code = (list: CodeList, one: string | undefined): string | null => (one ? returnCodeOf(list, one) ?? null : null)
const yesNo = (text: string | undefined): YesNo => (text === 'yes' ? 1 : text === 'no' ? 0 : null)
const byKind = new WeakMap<Child, Map<string, Told[]>>()
const sorted = new WeakSet<Told[]>()
/** A child’s facts of a kind, oldest first: divided once for all tables, and sorted where a table asks for them. */
function ofKind(child: Child, kind: string): readonly Told[] {
  let kinds = byKind.get(child)
  if (!kinds) byKind.set(child, (kinds = Map.groupBy(child.facts, (one) => one.kind)))
  const found = kinds.get(kind) ?? []
  if (found.length > 1 && !sorted.has(found)) {
    found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    sorted.add(found)
  }
  return found
}
const stretches = (child: Child): Stretch[] => child.periods.map((period) => ({ from: period.from, to: period.to, shortBreaks: child.statuses.some((one) => shortBreaks.includes(one.code) && holds(one, period.from)) }))

/** Why there is no pupil number, where the record itself says it: not yet of school age on the last day of the year (UN1), or in care for the last week of it only (UN4; rule 210): of a year that goes on, the week up to today. */
function withoutUpn(child: Child, year: Year): string | null {
  if (child.bornOn !== null && ageOn(child.bornOn, addDays(year.to, -1)) < 5) return 'UN1'
  const first = child.periods.filter((period) => touches(period, year)).map((period) => period.from).sort()[0]
  return first !== undefined && first >= addDays(year.to, -8) ? 'UN4' : null
}

/** Without a break for twelve months on the last day of the year, and not on short breaks. */
const wholeYear = (child: Child, year: Year): boolean => stretches(child).some((one) => !one.shortBreaks && one.from <= year.from && (one.to === null || one.to >= year.to))

/** Every period of the year was of short breaks: then motherhood and reviews are not asked for. */
const shortBreaksOnly = (child: Child, year: Year): boolean => stretches(child).filter((one) => touches(one, year)).every((one) => one.shortBreaks) && child.periods.some((one) => touches(one, year))

function healthOf(child: Child, year: Year): Oc2Facts {
  const inYear = (kind: string) => ofKind(child, kind).filter((one) => within(one.on, year))
  const age = child.bornOn ? ageOn(child.bornOn, addDays(year.to, -1)) : null
  const strengths = inYear('strengths').at(-1)?.answers ?? {}
  const misuse = inYear('substanceMisuse').at(-1)?.answers ?? {}
  const troubled = misuse['problem'] === 'yes'
  return {
    personId: child.personId, DOB: child.bornOn, SDQ_SCORE: strengths['score'] ? Number(strengths['score']) : null, SDQ_REASON: strengths['score'] ? null : code(strengthsNotScored, strengths['notScored']),
    // A health assessment, a dental check or a conviction that is not on record was not made; of the other three nobody knows until it is said.
    // Convictions are asked of those of ten and over, checks of health and development of those under five, on the last day of the year.
    CONVICTED: age !== null && age < 10 ? null : inYear('conviction').length > 0 ? 1 : 0, HEALTH_CHECK: age !== null && age < 5 ? yesNo(inYear('healthSurveillance').at(-1)?.answers['upToDate']) : null,
    IMMUNISATIONS: yesNo(inYear('immunisations').at(-1)?.answers['upToDate']), TEETH_CHECK: inYear('dental').length > 0 ? 1 : 0, HEALTH_ASSESSMENT: inYear('health').length > 0 ? 1 : 0,
    SUBSTANCE_MISUSE: yesNo(misuse['problem']), INTERVENTION_RECEIVED: troubled ? yesNo(misuse['received']) : null, INTERVENTION_OFFERED: troubled && misuse['received'] !== 'yes' ? yesNo(misuse['offered']) : null,
  }
}

/** The birthday from 17 to 21 that falls in the year, with what was known from three months before to one month after it; none while still in care on it. */
function leaverOf(child: Child, year: Year) {
  if (!child.bornOn) return []
  for (let age = 17; age <= 21; age++) {
    const birthday = addMonths(child.bornOn, age * 12)
    if (!within(birthday, year)) continue
    const status = leavingStatus(child.bornOn, stretches(child), birthday)
    if (status !== 'relevant' && status !== 'formerRelevant') return []
    const near = ofKind(child, 'leaverContact').filter((one) => one.on >= addMonths(birthday, -3) && one.on <= addMonths(birthday, 1)).at(-1)?.answers ?? {}
    const touch = code(leaverInTouch, near['inTouch'])
    const home = code(leaverHomes, near['home'])
    const suitable = near['suitable'] === 'yes' ? '1' : near['suitable'] === 'no' ? '2' : null
    return [{ personId: child.personId, DOB: child.bornOn, IN_TOUCH: touch, ACTIV: code(leaverActivity, near['activity']) ?? (touch !== null && touch !== 'YES' ? '0' : null), ACCOM: home && suitable ? `${home}${suitable}` : touch !== null && touch !== 'YES' ? '0' : null }]
  }
  return []
}

function adoptionOf(child: Child, year: Year) {
  const decisions = ofKind(child, 'permanenceDecision')
  const should = decisions.filter((one) => one.answers['step'] === 'decisionMaker' && ['adoption', 'fosteringForAdoption', 'concurrent'].includes(one.answers['plan'] ?? ''))
  const placed = should.filter((one) => child.periods.some((period) => touches(period, year) && one.on >= period.from && one.on < (period.to ?? last)) && one.on < year.to).map((one, n, all) => {
    const ended = decisions.find((other) => other.answers['step'] === 'ended' && other.on >= one.on && other.on < (all[n + 1]?.on ?? last))
    return { personId: child.personId, DOB: child.bornOn, DATE_PLACED: one.on, DATE_PLACED_CEASED: ended ? byEnd(ended.on, year) : null, REASON_PLACED_CEASED: ended && byEnd(ended.on, year) ? code(adoptionNotPursued, ended.answers['ended']) : null }
  })
  const order = child.periods.find((period) => (period.endReason === 'adoptedConsent' || period.endReason === 'adoptedDispensed') && period.to !== null && within(period.to, year))
  const match = ofKind(child, 'match').findLast((one) => order?.to !== undefined && order.to !== null && one.on <= order.to)
  const answers = match?.answers ?? {}
  return {
    placed,
    ordered: order ? [{ personId: child.personId, DOB: child.bornOn, DATE_INT: should.findLast((one) => one.on <= (order.to ?? last))?.on ?? null, DATE_MATCH: match?.on ?? null, FOSTER_CARE: yesNo(answers['fosterCarer']), NB_ADOPTR: answers['adopters'] ? Number(answers['adopters']) : null, SEX_ADOPTR: code(adopterSexes, answers['sexes']), LS_ADOPTR: code(adopterStatuses, answers['status']) }] : [],
  }
}

/** One worker after the other while the child was in care: who came later takes over, and of two who came on one day the one who stayed longer. */
function workersOf(child: Child, year: Year) {
  const rows = [...child.workers].sort((a, b) => a.from.localeCompare(b.from) || (a.to ?? last).localeCompare(b.to ?? last))
  const changes = ofKind(child, 'workerChange')
  return rows.flatMap((one, n) => {
    const next = rows[n + 1]
    const to = next && (one.to === null || next.from < one.to) ? next.from : one.to
    const care = child.periods.find((period) => one.from < (period.to ?? last) && (to ?? last) > period.from)
    if (!care || one.from >= year.to || (to ?? last) < year.from || to === one.from) return []
    const ends = care.to !== null && (to === null || care.to < to) ? care.to : to
    return [{ personId: child.personId, DOB: child.bornOn, SW_ID: one.number, SW_DECOM: one.from > care.from ? one.from : care.from, SW_DEC: byEnd(ends, year), SW_REASON: code(workerChangeReasons, changes.find((change) => change.on === one.from)?.answers['reason']) ?? (one.from <= care.from ? 'FCONTA' : null) }]
  })
}

/** Every table of SSDA903 of the year, of these children; of a year that goes on, as at `today`. */
export function tablesOf(year: number, children: readonly Child[], today?: PlainDate): CareFacts {
  const span = yearOf(year, today)
  const sorted = [...children].sort((a, b) => a.personId.localeCompare(b.personId))
  const looked = sorted.filter((child) => child.periods.some((period) => touches(period, span)))
  const named = (child: Child) => ({ personId: child.personId, DOB: child.bornOn })
  const adoptions = looked.map((child) => adoptionOf(child, span))
  const oc3 = sorted.filter((child) => !child.periods.some((period) => touches(period, span) && period.to === null)).flatMap((child) => leaverOf(child, span))
  const inReturn = sorted.filter((child) => looked.includes(child) || oc3.some((row) => row.personId === child.personId))
  return {
    year, from: span.from, to: addDays(span.to, -1),
    Header: inReturn.map((child) => {
      const mother = ofKind(child, 'motherhood').find((one) => one.on < span.to)
      return { personId: child.personId, CHILD: child.localId, SEX: sexOf(child.sex), DOB: child.bornOn, ETHNIC: code(ethnicities, child.ethnicity ?? undefined), UPN: child.upn ?? withoutUpn(child, span), MOTHER: shortBreaksOnly(child, span) || !looked.includes(child) ? null : mother ? 1 : child.sex === 'female' ? 0 : null, MC_DOB: looked.includes(child) ? mother?.on ?? null : null }
    }),
    Episodes: looked.flatMap((child) => episodes(child.periods, child.statuses, child.placements).filter((row) => row.DECOM < span.to && (row.DEC ?? last) >= span.from).map((row) => (row.DEC !== null && row.DEC >= span.to
      ? { personId: child.personId, ...row, DEC: null, REC: null, REASON_PLACE_CHANGE: null } : { personId: child.personId, ...row }))),
    Reviews: looked.filter((child) => !shortBreaksOnly(child, span)).flatMap((child) => ofKind(child, 'review').filter((one) => within(one.on, span)).map((one) => ({ ...named(child), REVIEW: one.on, REVIEW_CODE: code(reviewParticipation, one.answers['participation']) }))),
    // Until it has ended, the day on which it will: the eighteenth birthday (rule 205B).
    UASC: looked.flatMap((child) => ofKind(child, 'asylum').filter((one) => touches({ from: one.on, to: one.to }, span)).slice(0, 1).map((one) => ({ ...named(child), SEX: sexOf(child.sex), DUC: byEnd(one.to, span) ?? (child.bornOn ? addMonths(child.bornOn, 12 * 18) : null) }))),
    OC2: looked.filter((child) => wholeYear(child, span)).map((child) => healthOf(child, span)),
    OC3: oc3,
    AD1: adoptions.flatMap((one) => one.ordered),
    PlacedAdoption: adoptions.flatMap((one) => one.placed),
    PrevPerm: looked.flatMap((child) => ofKind(child, 'earlierPermanence').slice(-1).map((one) => ({ ...named(child), PREV_PERM: code(earlierPermanence, one.answers['which']) ?? 'P4', LA_PERM: one.answers['council'] ?? null, DATE_PERM: one.answers['exact'] === 'yes' && one.answers['which'] !== 'none' ? one.on : null }))),
    Missing: looked.flatMap((child) => ofKind(child, 'missing').filter((one) => touches({ from: one.on, to: one.to }, span) && child.periods.some((period) => one.on < (period.to ?? last) && (one.to ?? last) > period.from)).map((one) => ({ ...named(child), MISSING: one.answers['how'] === 'away' ? 'A' as const : 'M' as const, MIS_START: one.on, MIS_END: byEnd(one.to, span) }))),
    // Asked of those in care on the last day of the year (rules SW01, SW12, SW17).
    SWEpisodes: looked.filter((child) => child.periods.some((period) => period.from < span.to && (period.to === null || period.to >= span.to))).flatMap((child) => workersOf(child, span)),
    DoLo: looked.flatMap((child) => ofKind(child, 'deprivationOfLiberty').filter((one) => touches({ from: one.on, to: one.to }, span)).map((one) => ({ ...named(child), DOLO_START: one.on, DOLO_END: byEnd(one.to, span) }))),
  }
}

export const dayOr = (text: string | null | undefined): PlainDate | null => (text && isPlainDate(text) ? text : null)
