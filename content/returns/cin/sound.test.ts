import { describe, expect, it } from 'vitest'
import { checking } from '../../../src/engine/returns/run.ts'
import { censusChild, censusFor } from './cases/reading.fixture.ts'
import { cinRules } from './rules.ts'

/** Children of 2026 as a careful council returns them: no rule may find anything. */
const stories: Readonly<Record<string, readonly string[]>> = {
  'a child with an assessment, an enquiry, a plan of protection and one of need': [
    'ChildIdentifiers LAchildID=A1 UPN=X801000000000 PersonBirthDate=2015-05-10 Sex=F', 'ChildCharacteristics Ethnicity=WBRI', 'Disabilities Disability=LD', 'Disabilities Disability=COMM',
    'CINdetails CINreferralDate=2025-05-01 ReferralSource=6 PrimaryNeedCode=N1 ReferralNFA=0', 'Assessments AssessmentActualStartDate=2025-05-02 AssessmentAuthorisationDate=2025-06-02 AssessmentFactors=3A,16A',
    'Section47 S47ActualStartDate=2025-05-06 InitialCPCtarget=2025-05-28 DateOfInitialCPC=2025-05-27 ICPCnotRequired=0',
    'ChildProtectionPlans CPPstartDate=2025-05-27 CPPendDate=2026-01-20 InitialCategoryOfAbuse=NEG LatestCategoryOfAbuse=EMO NumberOfPreviousCPP=0', 'Reviews CPPreviewDate=2025-08-20', 'CINplanDates CINPlanStartDate=2026-01-20',
  ],
  'an unborn child whose case was closed after assessment': [
    'ChildIdentifiers LAchildID=A2 ExpectedPersonBirthDate=2026-05-10 Sex=U', 'ChildCharacteristics Ethnicity=NOBT',
    'CINdetails CINreferralDate=2026-01-05 ReferralSource=3A PrimaryNeedCode=N5 CINclosureDate=2026-02-20 ReasonForClosure=RC8 ReferralNFA=0', 'Assessments AssessmentActualStartDate=2026-01-06 AssessmentAuthorisationDate=2026-02-19 AssessmentFactors=21',
  ],
  'a referral that led to nothing': ['ChildIdentifiers LAchildID=A3 UPNunknown=UN7 PersonBirthDate=2012-05-10 Sex=M', 'ChildCharacteristics Ethnicity=REFU', 'CINdetails CINreferralDate=2025-09-01 ReferralSource=2A ReferralNFA=1'],
  'a child who died': [
    'ChildIdentifiers LAchildID=A4 UPN=X801000000000 PersonBirthDate=2010-05-10 PersonDeathDate=2025-11-02 Sex=M', 'ChildCharacteristics Ethnicity=WBRI', 'Disabilities Disability=NONE',
    'CINdetails CINreferralDate=2024-09-01 ReferralSource=1A PrimaryNeedCode=N2 CINclosureDate=2025-11-02 ReasonForClosure=RC2 ReferralNFA=0', 'CINplanDates CINPlanStartDate=2024-10-01 CINPlanEndDate=2025-11-02',
  ],
}

describe('nothing is found in a careful census', () => {
  it.each(Object.entries(stories))('of %s', (_, lines) => {
    // what only a whole census can show is not asked of one child
    const check = checking(cinRules.filter(({ whole }) => !whole), censusFor([]))
    expect([...check.child(censusChild(lines))].map(({ rule, table, row }) => `${rule} ${table} ${row}`)).toEqual([])
  })
})
