import { contactSources } from '../../../../content/codes/contact.ts'
import type { CodeList } from '../../../../content/codes/codeList.ts'
import { assessmentFactors, earlierFactors } from '../../../../content/codes/factors.ts'
import { abuseCategories } from '../../../../content/codes/meetings.ts'
import { disabilities, ethnicities } from '../../../../content/codes/person.ts'
import { closureReasons, primaryNeeds } from '../../../../content/codes/work.ts'
import { censusCodes, type CensusList } from '../../../../content/returns/cin/codes.ts'
import { bornForSchool } from '../../../../content/returns/cin/rules/child.ts'
import { returnCodeOf } from '../../../kernel/codes.ts'
import { isPlainDate, plain, type PlainDate } from '../../../kernel/dates.ts'
import { addWorkingDays } from '../../../kernel/workingDays.ts'
import type { Assessed, Conferred, Enquired, InNeed, Planned, Referred, Span, Told } from './model.ts'

/** The census of a year, up to a day of it, as known on a day. */
export function spanOf(year: number, today: PlainDate, asAt?: PlainDate): Span {
  const [opens, closes] = [plain(`${year - 1}-04-01`), plain(`${year}-03-31`)]
  const knownOn = asAt && asAt < today ? asAt : today
  return { year, opens, closes, until: knownOn < closes ? knownOn : closes, knownOn }
}

const factorCodes = { codes: [...assessmentFactors.codes, ...earlierFactors.codes] }
/** The census's code for ours; its own where an import kept one that we have no code for. */
const codeIn = (list: Pick<CodeList, 'codes'>, own: CensusList, value: string | null | undefined): string | undefined =>
  (value ? returnCodeOf(list, value) ?? censusCodes[own].find(({ code }) => code === value)?.code : undefined)

const leaf = (name: string, text: string | null | undefined): Told[] => (text ? [[name, text]] : [])
const group = (name: string, ...within: readonly (readonly Told[])[]): Told => [name, within.flat()]
const byEnd = (on: PlainDate | null, { until }: Span): PlainDate | null => (on !== null && on <= until ? on : null)
const inSpan = (on: PlainDate, { opens, until }: Span): boolean => on >= opens && on <= until
const last = '9999-12-31'

/** The case that something belongs to: the one that ran on its day, else the newest before it, else the first. */
const caseOn = (cases: readonly Referred[], on: PlainDate): Referred | undefined =>
  cases.findLast((one) => one.receivedOn <= on && (one.closedOn ?? last) >= on) ?? cases.findLast((one) => one.receivedOn <= on) ?? cases[0]

/** Which of a child's referrals are told. A contact that was decided again took a child off its referral: then the reason is in words and none of closing, and there was no referral of this child. */
export const toldCases = (child: InNeed): Referred[] => child.referrals.filter((one) => !one.byContact || one.closeReason === null || codeIn(closureReasons, 'closure', one.closeReason) !== undefined)

type InCase = { assessments: Assessed[]; plans: Planned[]; enquiries: { enquiry: Enquired; conference: Conferred | undefined }[]; protection: Planned[]; conferences: Conferred[] }
const emptyCase = (): InCase => ({ assessments: [], plans: [], enquiries: [], protection: [], conferences: [] })

/** The initial conference that an enquiry led to: its own, else the first on or after its day and before the next enquiry. */
export function conferenceOf(enquiry: Enquired, next: Enquired | undefined, initial: readonly Conferred[]): Conferred | undefined {
  return initial.find((one) => one.enquiryId === enquiry.id)
    ?? (enquiry.caseId === undefined && (enquiry.outcome === 'conference' || enquiry.outcome === null) ? initial.find((one) => one.enquiryId === null && one.kind !== 'transferInConference' && one.on >= enquiry.on && one.on < (next?.on ?? last)) : undefined)
}

/** Everything of the twelve months, under the case it belongs to. `undefined`: nobody recorded a referral. */
function sorted(child: InNeed, cases: readonly Referred[], span: Span): Map<Referred | undefined, InCase> {
  const found = new Map<Referred | undefined, InCase>(cases.map((one) => [one, emptyCase()]))
  const of = (on: PlainDate, id?: string | null): InCase => {
    const key = cases.find((one) => one.id === id) ?? caseOn(cases, on)
    const there = found.get(key) ?? emptyCase()
    found.set(key, there)
    return there
  }
  for (const one of child.assessments) of(one.startedOn, one.referralId).assessments.push(one)
  for (const one of child.plans) if (one.startedOn <= span.until && (one.endedOn ?? last) >= span.opens) of(one.startedOn, one.caseId)[one.kind === 'protectionPlan' ? 'protection' : 'plans'].push(one)
  const initial = child.conferences.filter((one) => one.kind !== 'reviewConference')
  const spent = new Set<Conferred>()
  child.enquiries.forEach((enquiry, at) => {
    const conference = conferenceOf(enquiry, child.enquiries[at + 1], initial.filter((one) => !spent.has(one)))
    if (conference) spent.add(conference)
    const over = enquiry.finished && enquiry.outcome !== 'conference'
    if (conference ? conference.on < span.opens : over && enquiry.on < span.opens) return
    if (enquiry.on <= span.until) of(enquiry.on, enquiry.caseId).enquiries.push({ enquiry, conference: conference && conference.on <= span.until ? conference : undefined })
  })
  for (const one of initial) if (!spent.has(one) && inSpan(one.on, span)) of(one.on, one.caseId).conferences.push(one)
  return found
}

const assessmentTold = (one: Assessed, span: Span): Told => {
  const authorised = byEnd(one.authorisedOn, span)
  const factors = authorised ? one.factors.flatMap((factor) => leaf('AssessmentFactors', codeIn(factorCodes, 'factor', factor))) : []
  return group('Assessments', leaf('AssessmentActualStartDate', one.startedOn), leaf('AssessmentAuthorisationDate', authorised), factors.length > 0 ? [['FactorsIdentifiedAtAssessment', factors]] : [])
}
const planTold = (one: Planned, span: Span): Told => group('CINPlanDates', leaf('CINPlanStartDate', one.startedOn), leaf('CINPlanEndDate', byEnd(one.endedOn, span)))

/** The conference is due within 15 working days of the day on which the enquiry was decided (Working Together 2023). */
function enquiryTold({ enquiry, conference }: InCase['enquiries'][number]): Told {
  const none = !conference && enquiry.finished && enquiry.outcome !== 'conference'
  return group('Section47', leaf('S47ActualStartDate', enquiry.on), none ? [] : leaf('InitialCPCtarget', enquiry.target ?? addWorkingDays(enquiry.on, 15)), leaf('DateOfInitialCPC', conference?.on), leaf('ICPCnotRequired', none ? '1' : '0'))
}

function protectionTold(one: Planned, child: InNeed, span: Span): Told {
  const reviews = child.conferences.filter(({ kind, on }) => kind === 'reviewConference' && inSpan(on, span) && on > one.startedOn && on <= (one.endedOn ?? last)).flatMap(({ on }) => leaf('CPPreviewDate', on))
  const before = child.plans.filter(({ kind, startedOn }) => kind === 'protectionPlan' && startedOn < one.startedOn).length
  return group('ChildProtectionPlans', leaf('CPPstartDate', one.startedOn), leaf('CPPendDate', byEnd(one.endedOn, span)), leaf('InitialCategoryOfAbuse', codeIn(abuseCategories, 'abuse', one.firstCategory ?? one.category)),
    leaf('LatestCategoryOfAbuse', codeIn(abuseCategories, 'abuse', one.category)), leaf('NumberOfPreviousCPP', one.before ?? String(before)), reviews.length > 0 ? [['Reviews', reviews]] : [])
}

function caseTold(one: Referred | undefined, within: InCase, child: InNeed, span: Span): Told {
  const closed = one ? byEnd(one.closedOn, span) : null
  // A conference without an enquiry of its own stands in the case: the one that a plan began at, where there are several.
  const conference = within.conferences.find(({ on }) => within.protection.some(({ startedOn }) => startedOn === on)) ?? within.conferences[0]
  return group('CINdetails',
    leaf('CINreferralDate', one?.receivedOn), leaf('ReferralSource', codeIn(contactSources, 'referralSource', one?.source)), leaf('PrimaryNeedCode', codeIn(primaryNeeds, 'primaryNeed', one?.need)),
    leaf('CINclosureDate', closed), closed ? leaf('ReasonForClosure', codeIn(closureReasons, 'closure', one?.closeReason)) : [], leaf('DateOfInitialCPC', conference?.on),
    within.assessments.map((each) => assessmentTold(each, span)), within.plans.map((each) => planTold(each, span)), within.enquiries.map(enquiryTold),
    leaf('ReferralNFA', one?.noFurtherAction ? '1' : '0'), within.protection.map((each) => protectionTold(each, child, span)))
}

const sexes: Readonly<Record<string, string>> = { male: 'M', female: 'F' }
const genders: Readonly<Record<string, string>> = { male: '1', female: '2', other: '9' }

function identifiersTold(child: InNeed, cases: readonly Referred[], number: string, span: Span): Told {
  const said = (kind: string) => child.known.find((one) => one.kind === kind)?.value
  const day = (kind: string): PlainDate | undefined => { const text = said(kind); return text && isPlainDate(text) ? text : undefined }
  const born = day('bornOn')
  const bornOn = born && born <= span.until ? born : undefined
  const sex = bornOn ? said('sex') ?? '' : ''
  const upn = said('upn')
  const nothingFurther = cases.length > 0 && cases.every((one) => one.noFurtherAction)
  const why = upn ? undefined : said('upnUnknown') ?? (!bornOn || bornOn > bornForSchool(span) ? 'UN1' : nothingFurther ? 'UN7' : undefined)
  return group('ChildIdentifiers', leaf('LAchildID', number), leaf('UPN', upn), leaf('FormerUPN', said('formerUpn')), leaf('UPNunknown', why), leaf('PersonBirthDate', bornOn), bornOn ? [] : leaf('ExpectedPersonBirthDate', day('dueOn') ?? born),
    span.year >= 2025 ? leaf('Sex', sexes[sex] ?? 'U') : leaf('GenderCurrent', genders[sex] ?? '0'), leaf('PersonDeathDate', byEnd(day('diedOn') ?? null, span)))
}

/** One child as the census tells of them, in the order of its elements. What the record does not hold is not told, so that a rule finds it. Undefined: the child does not belong in this census. */
export function childTold(child: InNeed, span: Span, number: string): Told | undefined {
  const cases = toldCases(child)
  const found = [...sorted(child, cases, span)].filter(([one, { assessments, plans, enquiries, protection, conferences }]) => one ?? [...assessments, ...plans, ...enquiries, ...protection, ...conferences][0])
  if (found.length === 0) return undefined
  const ethnicity = codeIn(ethnicities, 'ethnicity', child.known.find((one) => one.kind === 'ethnicity')?.value)
  const disabled = [...new Set(child.known.filter((one) => one.kind === 'disability').flatMap((one) => codeIn(disabilities, 'disability', one.value) ?? []))].sort()
  return group('Child', [identifiersTold(child, cases, number, span)],
    // Nobody has obtained it yet: the code for that is the truth, not a guess.
    [group('ChildCharacteristics', leaf('Ethnicity', ethnicity ?? 'NOBT'), disabled.length > 0 ? [['Disabilities', disabled.flatMap((code) => leaf('Disability', code))]] : [])],
    found.map(([one, within]) => caseTold(one, within, child, span)))
}
