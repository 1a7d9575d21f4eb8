import { isPlainDate, type PlainDate } from '../../../src/kernel/dates.ts'

/**
 * The modules of the children in need census as the rules read them. A text is trimmed and '' when blank; a date is undefined when it is
 * blank or none, and `raw` keeps what stood there. Rows are counted through the file, each module on its own, from 1.
 */
export type Said = (element: string) => string

const dateShape = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+)?(?:Z|[+-]\d{2}:\d{2})?$/
const days = new Map<string, PlainDate | undefined>()
function day(text: string): PlainDate | undefined {
  if (text === '') return undefined
  const known = days.get(text)
  if (known !== undefined || days.has(text)) return known
  const [, plain = ''] = dateShape.exec(text) ?? []
  const read = isPlainDate(plain) ? plain : undefined
  if (days.size < 50_000) days.set(text, read)
  return read
}
/** 1 and 0, which older files write as true and false. */
const yesNo = (text: string): string => text.replace(/^true$/i, '1').replace(/^false$/i, '0')

export const headerRow = (at: number, said: Said) => ({
  table: 'Header' as const, at, Year: said('Year'), LEA: said('LEA'), ReferenceDate: day(said('ReferenceDate')), raw: { ReferenceDate: said('ReferenceDate') },
})
export const identifiersRow = (at: number, said: Said) => ({
  table: 'ChildIdentifiers' as const, at, LAchildID: said('LAchildID'), UPN: said('UPN').toUpperCase(), FormerUPN: said('FormerUPN').toUpperCase(), UPNunknown: said('UPNunknown').toUpperCase(),
  PersonBirthDate: day(said('PersonBirthDate')), ExpectedPersonBirthDate: day(said('ExpectedPersonBirthDate')), Sex: said('Sex'), GenderCurrent: said('GenderCurrent'), PersonDeathDate: day(said('PersonDeathDate')),
  raw: { PersonBirthDate: said('PersonBirthDate'), ExpectedPersonBirthDate: said('ExpectedPersonBirthDate'), PersonDeathDate: said('PersonDeathDate') },
})
export const characteristicsRow = (at: number, said: Said) => ({ table: 'ChildCharacteristics' as const, at, Ethnicity: said('Ethnicity') })
export const disabilityRow = (at: number, said: Said) => ({ table: 'Disabilities' as const, at, Disability: said('Disability') })
export const assessmentRow = (at: number, said: Said, factors: readonly string[]) => ({
  table: 'Assessments' as const, at, AssessmentActualStartDate: day(said('AssessmentActualStartDate')), AssessmentInternalReviewDate: day(said('AssessmentInternalReviewDate')),
  AssessmentAuthorisationDate: day(said('AssessmentAuthorisationDate')), AssessmentFactors: factors,
  raw: { AssessmentAuthorisationDate: said('AssessmentAuthorisationDate') },
})
export const planRow = (at: number, said: Said) => ({
  table: 'CINplanDates' as const, at, CINPlanStartDate: day(said('CINPlanStartDate')), CINPlanEndDate: day(said('CINPlanEndDate')), raw: { CINPlanEndDate: said('CINPlanEndDate') },
})
export const enquiryRow = (at: number, said: Said) => ({
  table: 'Section47' as const, at, S47ActualStartDate: day(said('S47ActualStartDate')), InitialCPCtarget: day(said('InitialCPCtarget')), DateOfInitialCPC: day(said('DateOfInitialCPC')), ICPCnotRequired: yesNo(said('ICPCnotRequired')),
  raw: { DateOfInitialCPC: said('DateOfInitialCPC') },
})
export const reviewRow = (at: number, said: Said) => ({ table: 'Reviews' as const, at, CPPreviewDate: day(said('CPPreviewDate')) })
export const protectionRow = (at: number, said: Said, reviews: readonly ReturnType<typeof reviewRow>[]) => ({
  table: 'ChildProtectionPlans' as const, at, CPPstartDate: day(said('CPPstartDate')), CPPendDate: day(said('CPPendDate')), InitialCategoryOfAbuse: said('InitialCategoryOfAbuse'), LatestCategoryOfAbuse: said('LatestCategoryOfAbuse'),
  NumberOfPreviousCPP: said('NumberOfPreviousCPP'), raw: { CPPendDate: said('CPPendDate') }, reviews,
})
export type Within = Readonly<{
  assessments: readonly Assessment[]; plans: readonly Plan[]; enquiries: readonly Enquiry[]; protection: readonly Protection[]
}>
export const detailsRow = (at: number, said: Said, { assessments, plans, enquiries, protection }: Within) => ({
  table: 'CINdetails' as const, at, CINreferralDate: day(said('CINreferralDate')), ReferralSource: said('ReferralSource'), PrimaryNeedCode: said('PrimaryNeedCode'), CINclosureDate: day(said('CINclosureDate')),
  ReasonForClosure: said('ReasonForClosure'), DateOfInitialCPC: day(said('DateOfInitialCPC')), ReferralNFA: yesNo(said('ReferralNFA')),
  raw: { CINclosureDate: said('CINclosureDate'), DateOfInitialCPC: said('DateOfInitialCPC') },
  assessments, plans, enquiries, protection,
})

export type CensusHeaderRow = ReturnType<typeof headerRow>
export type Identifiers = ReturnType<typeof identifiersRow>
export type Assessment = ReturnType<typeof assessmentRow>
export type Plan = ReturnType<typeof planRow>
export type Enquiry = ReturnType<typeof enquiryRow>
export type Protection = ReturnType<typeof protectionRow>
export type Details = ReturnType<typeof detailsRow>

/** One child of the census, and what was done for them, episode by episode. */
export type CensusChild = Readonly<{
  id: string
  identifiers: Identifiers
  characteristics: readonly ReturnType<typeof characteristicsRow>[]
  disabilities: readonly ReturnType<typeof disabilityRow>[]
  details: readonly Details[]
}>

/** The census: the year whose rules are run, and the twelve months that the file itself is about. `until`: of a year that goes on, the day up to which it is told. */
export type CensusOf = Readonly<{ year: number; header: CensusHeaderRow; opens: PlainDate; closes: PlainDate; until?: PlainDate | undefined }>

export const coveredCensusYears = { first: 2023, last: 2026 } as const

/** The months that the file says it is about: to its reference date, or 31 March of its year, from the 1 April before. */
export function censusOf(year: number, header: CensusHeaderRow, plain: (text: string) => PlainDate): CensusOf {
  const own = /^\d{4}$/.test(header.Year) ? header.Year : String(year)
  const closes = header.ReferenceDate ?? plain(`${own}-03-31`)
  return { year, header, closes, opens: plain(`${Number(closes.slice(0, 4)) - 1}-04-01`) }
}
