import type { CodeList } from './codeList.ts'

/**
 * The legal statuses of a child who is looked after: one at a time. `returnCode` is the code of SSDA903. Named by the law that they rest on; the names are ours.
 * Freeing for adoption ended and placement orders began on 30 December 2005 (Adoption and Children Act 2002).
 */
export const lookedAfterStatuses: CodeList = {
  id: 'lookedAfterStatuses', title: 'Legal status of a child in our care', return: 'ssda903: LS', offered: 'hideable',
  codes: [
    { code: 'accommodated', label: 'Accommodated with agreement', returnCode: 'V2', help: 'Children Act 1989, section 20', group: 'By agreement' },
    { code: 'shortBreaksEach', label: 'Short breaks, each one recorded', returnCode: 'V3', help: 'Children Act 1989, section 20', group: 'By agreement' },
    { code: 'shortBreaksSeries', label: 'Short breaks, an agreed series', returnCode: 'V4', help: 'Children Act 1989, section 20', group: 'By agreement' },
    { code: 'interimCareOrder', label: 'Interim care order', returnCode: 'C1', help: 'Children Act 1989, section 38', group: 'By order of a court' },
    { code: 'careOrder', label: 'Care order', returnCode: 'C2', help: 'Children Act 1989, section 31', group: 'By order of a court' },
    { code: 'placementOrder', label: 'Placement order', returnCode: 'E1', help: 'Adoption and Children Act 2002, section 21', group: 'By order of a court' },
    { code: 'freedForAdoption', label: 'Freed for adoption', returnCode: 'D1', help: 'Adoption Act 1976, until 30 December 2005', group: 'By order of a court' },
    { code: 'emergencyProtectionInCare', label: 'Emergency protection order, in our care', returnCode: 'L2', help: 'Children Act 1989, section 44', group: 'Urgent protection' },
    { code: 'policeProtectionInCare', label: 'Police protection, in our care', returnCode: 'L1', help: 'Children Act 1989, section 46', group: 'Urgent protection' },
    { code: 'childAssessmentInCare', label: 'Child assessment order, in our care', returnCode: 'L3', help: 'Children Act 1989, section 43', group: 'Urgent protection' },
    { code: 'remanded', label: 'Remanded to our care or to youth detention', returnCode: 'J1', help: 'Legal Aid, Sentencing and Punishment of Offenders Act 2012, section 91', group: 'Youth justice' },
    { code: 'detainedInCare', label: 'Kept in our accommodation after arrest', returnCode: 'J2', help: 'Police and Criminal Evidence Act 1984, section 38', group: 'Youth justice' },
    { code: 'youthRehabilitation', label: 'Youth rehabilitation order to live in our care', returnCode: 'J3', help: 'Criminal Justice and Immigration Act 2008', group: 'Youth justice' },
  ],
}

/** Orders that do not by themselves make a child looked after: several may hold at once, also beside a looked-after status. */
export const orderKinds: CodeList = {
  id: 'orderKinds', title: 'Order', offered: 'hideable',
  codes: [
    { code: 'livesWith', label: 'Child arrangements order: lives with', help: 'Children Act 1989, section 8', group: 'Where a child lives and whom they see' },
    { code: 'spendsTimeWith', label: 'Child arrangements order: spends time with', help: 'Children Act 1989, section 8', group: 'Where a child lives and whom they see' },
    { code: 'specialGuardianship', label: 'Special guardianship order', help: 'Children Act 1989, section 14A', group: 'Where a child lives and whom they see' },
    { code: 'prohibitedSteps', label: 'Prohibited steps order', help: 'Children Act 1989, section 8', group: 'Where a child lives and whom they see' },
    { code: 'specificIssue', label: 'Specific issue order', help: 'Children Act 1989, section 8', group: 'Where a child lives and whom they see' },
    { code: 'parentalResponsibility', label: 'Parental responsibility order or agreement', help: 'Children Act 1989, section 4', group: 'Where a child lives and whom they see' },
    { code: 'familyAssistance', label: 'Family assistance order', help: 'Children Act 1989, section 16', group: 'Where a child lives and whom they see' },
    { code: 'adoptionOrder', label: 'Adoption order', help: 'Adoption and Children Act 2002, section 46', group: 'Where a child lives and whom they see' },
    { code: 'interimSupervision', label: 'Interim supervision order', help: 'Children Act 1989, section 38', group: 'Supervision and protection' },
    { code: 'supervision', label: 'Supervision order', help: 'Children Act 1989, section 31', group: 'Supervision and protection' },
    { code: 'educationSupervision', label: 'Education supervision order', help: 'Children Act 1989, section 36', group: 'Supervision and protection' },
    { code: 'emergencyProtection', label: 'Emergency protection order', help: 'Children Act 1989, section 44', group: 'Supervision and protection' },
    { code: 'policeProtection', label: 'Police protection', help: 'Children Act 1989, section 46', group: 'Supervision and protection' },
    { code: 'childAssessment', label: 'Child assessment order', help: 'Children Act 1989, section 43', group: 'Supervision and protection' },
    { code: 'recovery', label: 'Recovery order', help: 'Children Act 1989, section 50', group: 'Supervision and protection' },
    { code: 'secureAccommodation', label: 'Secure accommodation order', help: 'Children Act 1989, section 25', group: 'Supervision and protection' },
    { code: 'deprivationOfLiberty', label: 'Deprivation of liberty, authorised by a court', help: 'Inherent jurisdiction or Mental Capacity Act 2005', group: 'Supervision and protection' },
    { code: 'wardship', label: 'Ward of court', help: 'Inherent jurisdiction of the High Court', group: 'Supervision and protection' },
    { code: 'nonMolestation', label: 'Non-molestation order', help: 'Family Law Act 1996, section 42', group: 'Protection from somebody' },
    { code: 'occupation', label: 'Occupation order', help: 'Family Law Act 1996, sections 33 to 38', group: 'Protection from somebody' },
    { code: 'domesticAbuseProtection', label: 'Domestic abuse protection order', help: 'Domestic Abuse Act 2021, section 27', group: 'Protection from somebody' },
    { code: 'forcedMarriageProtection', label: 'Forced marriage protection order', help: 'Family Law Act 1996, section 63A', group: 'Protection from somebody' },
    { code: 'genitalMutilationProtection', label: 'Female genital mutilation protection order', help: 'Female Genital Mutilation Act 2003, schedule 2', group: 'Protection from somebody' },
    { code: 'otherOrder', label: 'Another order of a court', group: 'Another' },
  ],
}

/** From and until when a status could begin, where the law has changed. */
export const statusBegins: Readonly<Record<string, Readonly<{ from?: string; until?: string }>>> = {
  freedForAdoption: { until: '2005-12-29' },
  placementOrder: { from: '2005-12-30' },
}

/** Of both lists what no court makes today: agreements, the police, an arrest, and freeing for adoption, which ended in 2005. */
export const notMadeByCourts: readonly string[] = ['accommodated', 'shortBreaksEach', 'shortBreaksSeries', 'freedForAdoption', 'policeProtectionInCare', 'detainedInCare', 'policeProtection']
