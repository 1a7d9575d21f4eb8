import type { CensusList } from './codes.ts'

/**
 * The elements of the children in need census, 2017 to 2026: what an element holds, how often it may stand, and the
 * census years it was in force where that is not all of them.
 * Source: the Department for Education's published census structures, as read by liia-tools-pipeline at 4aff9189.
 */
export type CensusShape = Readonly<{
  holds: 'group' | 'text' | 'date' | 'upn' | 'count' | CensusList
  often: 'once' | 'once or never' | 'many' | 'any number'
  from?: number
  until?: number
}>

export const coveredYears = { first: 2017, last: 2026 } as const

/** By path below `Message`, in the order of the file; the parent of each path is a group listed before it. */
export const censusElements = {
  'Header': { holds: 'group', often: 'once' },
  'Header/CollectionDetails': { holds: 'group', often: 'once' },
  'Header/CollectionDetails/Collection': { holds: 'text', often: 'once' },
  'Header/CollectionDetails/Year': { holds: 'text', often: 'once' },
  'Header/CollectionDetails/ReferenceDate': { holds: 'date', often: 'once or never' },
  'Header/Source': { holds: 'group', often: 'any number' },
  'Header/Source/SourceLevel': { holds: 'text', often: 'once or never' },
  'Header/Source/LEA': { holds: 'text', often: 'once' },
  'Header/Source/SoftwareCode': { holds: 'text', often: 'once or never' },
  'Header/Source/Release': { holds: 'text', often: 'once or never' },
  'Header/Source/SerialNo': { holds: 'text', often: 'once or never' },
  'Header/Source/DateTime': { holds: 'text', often: 'once or never' },
  'Children': { holds: 'group', often: 'once' },
  'Child': { holds: 'group', often: 'many' },
  'Child/ChildIdentifiers': { holds: 'group', often: 'once' },
  'Child/ChildIdentifiers/LAchildID': { holds: 'text', often: 'once' },
  'Child/ChildIdentifiers/UPN': { holds: 'upn', often: 'once or never' },
  'Child/ChildIdentifiers/FormerUPN': { holds: 'upn', often: 'once or never' },
  'Child/ChildIdentifiers/UPNunknown': { holds: 'unknownUpn', often: 'once or never' },
  'Child/ChildIdentifiers/PersonBirthDate': { holds: 'date', often: 'once or never' },
  'Child/ChildIdentifiers/ExpectedPersonBirthDate': { holds: 'date', often: 'once or never' },
  'Child/ChildIdentifiers/GenderCurrent': { holds: 'gender', often: 'once', until: 2024 },
  'Child/ChildIdentifiers/Sex': { holds: 'sex', often: 'once', from: 2025 },
  'Child/ChildIdentifiers/PersonDeathDate': { holds: 'date', often: 'once or never' },
  'Child/ChildCharacteristics': { holds: 'group', often: 'once' },
  'Child/ChildCharacteristics/Ethnicity': { holds: 'ethnicity', often: 'once' },
  'Child/ChildCharacteristics/Disabilities': { holds: 'group', often: 'once or never' },
  'Child/ChildCharacteristics/Disabilities/Disability': { holds: 'disability', often: 'many' },
  'Child/CINdetails': { holds: 'group', often: 'many' },
  'Child/CINdetails/CINreferralDate': { holds: 'date', often: 'once' },
  'Child/CINdetails/ReferralSource': { holds: 'referralSource', often: 'once' },
  'Child/CINdetails/PrimaryNeedCode': { holds: 'primaryNeed', often: 'once or never' },
  'Child/CINdetails/CINclosureDate': { holds: 'date', often: 'once or never' },
  'Child/CINdetails/ReasonForClosure': { holds: 'closure', often: 'once or never' },
  'Child/CINdetails/DateOfInitialCPC': { holds: 'date', often: 'once or never' },
  'Child/CINdetails/Assessments': { holds: 'group', often: 'any number' },
  'Child/CINdetails/Assessments/AssessmentActualStartDate': { holds: 'date', often: 'once' },
  'Child/CINdetails/Assessments/AssessmentInternalReviewDate': { holds: 'date', often: 'once or never' },
  'Child/CINdetails/Assessments/AssessmentAuthorisationDate': { holds: 'date', often: 'once or never' },
  'Child/CINdetails/Assessments/FactorsIdentifiedAtAssessment': { holds: 'group', often: 'once or never' },
  'Child/CINdetails/Assessments/FactorsIdentifiedAtAssessment/AssessmentFactors': { holds: 'factor', often: 'many' },
  'Child/CINdetails/CINPlanDates': { holds: 'group', often: 'any number' },
  'Child/CINdetails/CINPlanDates/CINPlanStartDate': { holds: 'date', often: 'once' },
  'Child/CINdetails/CINPlanDates/CINPlanEndDate': { holds: 'date', often: 'once or never' },
  'Child/CINdetails/Section47': { holds: 'group', often: 'any number' },
  'Child/CINdetails/Section47/S47ActualStartDate': { holds: 'date', often: 'once' },
  'Child/CINdetails/Section47/InitialCPCtarget': { holds: 'date', often: 'once or never' },
  'Child/CINdetails/Section47/DateOfInitialCPC': { holds: 'date', often: 'once or never' },
  'Child/CINdetails/Section47/ICPCnotRequired': { holds: 'yesNo', often: 'once' },
  'Child/CINdetails/ReferralNFA': { holds: 'yesNo', often: 'once' },
  'Child/CINdetails/ChildProtectionPlans': { holds: 'group', often: 'any number' },
  'Child/CINdetails/ChildProtectionPlans/CPPstartDate': { holds: 'date', often: 'once' },
  'Child/CINdetails/ChildProtectionPlans/CPPendDate': { holds: 'date', often: 'once or never' },
  'Child/CINdetails/ChildProtectionPlans/InitialCategoryOfAbuse': { holds: 'abuse', often: 'once' },
  'Child/CINdetails/ChildProtectionPlans/LatestCategoryOfAbuse': { holds: 'abuse', often: 'once' },
  'Child/CINdetails/ChildProtectionPlans/NumberOfPreviousCPP': { holds: 'count', often: 'once' },
  'Child/CINdetails/ChildProtectionPlans/Reviews': { holds: 'group', often: 'once or never' },
  'Child/CINdetails/ChildProtectionPlans/Reviews/CPPreviewDate': { holds: 'date', often: 'many' },
} as const satisfies Record<string, CensusShape>
