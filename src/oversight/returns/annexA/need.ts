import { abuseCategories } from '../../../../content/codes/meetings.ts'
import { abuseOf, closureOf, needOf, sourceOf } from '../../../../content/returns/annexA/codes.ts'
import { codeOfReturn } from '../../../kernel/codes.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import { conferenceOf, toldCases } from '../cin/telling.ts'
import type { Conferred, Enquired, Planned, Referred } from '../cin/model.ts'
import type { AnnexChild, Around } from './model.ts'
import { dayCell, disabledCell, truth, whoCells, workedCells, type Cells } from './person.ts'

const last = '9999-12-31'
const over = (on: PlainDate | null, when: Around): PlainDate | undefined => (on !== null && on <= when.on ? on : undefined)
/** It ran on the day, or ended not longer than six months before it. */
const lately = (one: Readonly<{ startedOn: PlainDate; endedOn: PlainDate | null }>, when: Around): boolean => one.startedOn <= when.on && (one.endedOn ?? last) >= when.halfYear

export const contactRows = (child: AnnexChild, when: Around): Cells[] => child.contacts.map((one) => [...whoCells(child, when), one.on, sourceOf[one.source ?? ''] ?? 'k) Unknown'])

export function referralRows(child: AnnexChild, when: Around): Cells[] {
  const all = toldCases(child.need).filter((one) => one.receivedOn <= when.on)
  const inYear = all.filter((one) => one.receivedOn >= when.year).length
  return all.filter((one) => one.receivedOn >= when.halfYear).map((one) => [...whoCells(child, when), one.receivedOn, sourceOf[one.source ?? ''] ?? 'k) Unknown', truth(one.noFurtherAction), String(inYear), ...workedCells(child, when)])
}

const needsNoSupport: readonly string[] = ['noFurtherAction', 'stepDown']
export function assessmentRows(child: AnnexChild, when: Around): Cells[] {
  return child.need.assessments.filter((one) => one.startedOn <= when.on && (one.authorisedOn ?? last) >= when.halfYear).map((one) => {
    const mine = child.assessed.find((each) => each.assessmentId === one.id)
    const done = over(one.authorisedOn, when)
    const seen = mine?.seenOn && mine.seenOn <= when.on ? 'True' : done ? 'Unknown' : 'False'
    return [...whoCells(child, when), disabledCell(child), one.startedOn, seen, done ?? '', done && mine?.outcome ? truth(!needsNoSupport.includes(mine.outcome)) : '', ...workedCells(child, when)]
  })
}

const isInitial = ({ kind }: Conferred): boolean => kind !== 'reviewConference'
/** Our code, or the census's where an import brought it. */
const abuseWord = (code: string | null): string => abuseOf[code ?? ''] ?? abuseOf[codeOfReturn(abuseCategories, code ?? '') ?? ''] ?? ''
const protection = (child: AnnexChild): Planned[] => child.need.plans.filter(({ kind }) => kind === 'protectionPlan')

/** Enquiries with the conference that each led to. */
function enquired(child: AnnexChild): Readonly<{ enquiry: Enquired; conference: Conferred | undefined }>[] {
  const spent = new Set<Conferred>()
  const initial = child.need.conferences.filter(isInitial)
  return child.need.enquiries.map((enquiry, at) => {
    const conference = conferenceOf(enquiry, child.need.enquiries[at + 1], initial.filter((one) => !spent.has(one)))
    if (conference) spent.add(conference)
    return { enquiry, conference }
  })
}

export function enquiryRows(child: AnnexChild, when: Around): Cells[] {
  const counted = (days: readonly PlainDate[]) => String(days.filter((on) => on >= when.year && on <= when.on).length)
  const [enquiries, conferences] = [counted(child.need.enquiries.map(({ on }) => on)), counted(child.need.conferences.filter(isInitial).map(({ on }) => on))]
  return enquired(child).flatMap(({ enquiry, conference }): Cells[] => {
    const held = conference && conference.on <= when.on ? conference.on : undefined
    if (enquiry.on > when.on || (held ?? enquiry.on) < when.halfYear) return []
    const unnecessary = held || (enquiry.finished && enquiry.outcome === 'conference') ? false : enquiry.finished ? true : undefined
    const plan = held ? truth(protection(child).some((one) => one.startedOn === held)) : ''
    return [[...whoCells(child, when), disabledCell(child), enquiry.on, truth(unnecessary), held ?? '', plan, enquiries, conferences, ...workedCells(child, when)]]
  })
}

/** What the council does for the child on the day: the first of these that is so. */
function statusOf(child: AnnexChild, one: Referred | undefined, when: Around): string {
  const runs = (plans: readonly Planned[]) => plans.some((plan) => plan.startedOn <= when.on && (plan.endedOn ?? last) > when.on)
  if (child.periods.some((period) => period.from <= when.on && (period.to ?? last) > when.on)) return 'a) Looked after child'
  if (runs(protection(child))) return 'b) Child Protection plan'
  if (runs(child.need.plans)) return 'c) Child in need plan'
  if (!one || over(one.closedOn, when)) return 'e) Closed episode'
  // Referred in the last twelve months and not assessed since: the assessment is what is open. Assessed and still open without another plan: a child in need.
  const open = child.need.assessments.some((each) => each.startedOn <= when.on && !over(each.authorisedOn, when))
  const assessed = one.receivedOn < when.year || child.need.assessments.some((each) => over(each.authorisedOn, when) && each.startedOn >= one.receivedOn)
  return open || !assessed ? 'd) Open assessment' : 'c) Child in need plan'
}

/** Each child once: with the case that is open on the day, else the one closed last. */
export function inNeedRows(child: AnnexChild, when: Around): Cells[] {
  const cases = toldCases(child.need).filter((one) => one.receivedOn <= when.on && !one.noFurtherAction && (one.closedOn ?? last) >= when.halfYear)
  const one = cases.find((each) => !over(each.closedOn, when)) ?? cases.toSorted((a, b) => (a.closedOn ?? '').localeCompare(b.closedOn ?? '')).at(-1)
  const period = child.periods.find((each) => each.from <= when.on && (each.to ?? last) >= when.halfYear)
  if (!one && !period && !child.need.plans.some((plan) => lately(plan, when))) return []
  const status = statusOf(child, one, when)
  const closed = one && status === 'e) Closed episode' ? over(one.closedOn, when) : undefined
  return [[...whoCells(child, when), disabledCell(child), one?.receivedOn ?? '', needOf[one?.need ?? period?.need ?? ''] ?? 'j) Not stated', child.seen.find(({ on }) => on <= when.on)?.on ?? '',
    closed ?? '', closed ? closureOf[one?.closeReason ?? ''] ?? 'i) Not Stated' : '', status, ...workedCells(child, when)]]
}

export function protectionRows(child: AnnexChild, when: Around): Cells[] {
  const all = protection(child)
  return all.filter((plan) => lately(plan, when)).map((plan) => {
    const until = over(plan.endedOn, when) ?? when.on
    const visit = child.seen.find(({ on }) => on >= plan.startedOn && on <= until)
    const review = child.need.conferences.filter(({ kind, on }) => kind === 'reviewConference' && on >= plan.startedOn && on <= until).at(-1)
    return [...whoCells(child, when), disabledCell(child), plan.startedOn, abuseWord(plan.firstCategory ?? plan.category), abuseWord(plan.category), visit?.on ?? '', visit ? truth(visit.alone) : '', review?.on ?? '',
      dayCell(plan.endedOn, when), truth(child.protectedOn.length > 0), plan.before ?? String(all.filter(({ startedOn }) => startedOn < plan.startedOn).length), ...workedCells(child, when)]
  })
}
