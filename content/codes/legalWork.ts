import type { CodeList } from './codeList.ts'

/** What a court is asked for. */
export const applications: CodeList = {
  id: 'applications', title: 'What the court is asked for',
  codes: [
    { code: 'careOrder', label: 'Care order', help: 'Children Act 1989, section 31' },
    { code: 'supervisionOrder', label: 'Supervision order', help: 'Children Act 1989, section 31' },
    { code: 'emergencyProtectionOrder', label: 'Emergency protection order', help: 'Children Act 1989, section 44' },
    { code: 'childAssessmentOrder', label: 'Child assessment order', help: 'Children Act 1989, section 43' },
    { code: 'placementOrder', label: 'Placement order', help: 'Adoption and Children Act 2002, section 21' },
    { code: 'deprivationOfLiberty', label: 'Deprivation of liberty' },
    { code: 'otherApplication', label: 'Another application' },
  ],
}

export const hearingKinds: CodeList = {
  id: 'hearingKinds', title: 'Kind of hearing',
  codes: [
    { code: 'first', label: 'First or urgent hearing' },
    { code: 'caseManagement', label: 'Case management hearing' },
    { code: 'furtherCaseManagement', label: 'Further case management hearing' },
    { code: 'issuesResolution', label: 'Issues resolution hearing' },
    { code: 'factFinding', label: 'Fact-finding hearing' },
    { code: 'interim', label: 'Hearing about an interim order' },
    { code: 'final', label: 'Final hearing' },
    { code: 'otherHearing', label: 'Another hearing' },
  ],
}

export const extensionReasons: CodeList = {
  id: 'extensionReasons', title: 'Why the court gave more time',
  codes: [
    { code: 'expert', label: 'An expert’s assessment' },
    { code: 'newParty', label: 'A relative or new party is assessed' },
    { code: 'criminal', label: 'A criminal case beside it' },
    { code: 'factFinding', label: 'Facts had to be found first' },
    { code: 'newBaby', label: 'A baby was or will be born' },
    { code: 'courtTime', label: 'The court had no earlier day' },
    { code: 'lateEvidence', label: 'Evidence came late' },
    { code: 'otherExtension', label: 'Another reason' },
  ],
}

export const preProceedingsEndings: CodeList = {
  id: 'preProceedingsEndings', title: 'How pre-proceedings end',
  codes: [
    { code: 'issue', label: 'We go to court' },
    { code: 'safeEnough', label: 'It is safe enough: they end, and the plan goes on' },
    { code: 'agreedElsewhere', label: 'The child lives with somebody else by agreement' },
    { code: 'accommodated', label: 'The child comes into our care by agreement' },
    { code: 'otherEnd', label: 'Another end' },
  ],
}

export const proceedingsEndings: CodeList = {
  id: 'proceedingsEndings', title: 'How proceedings end',
  codes: [
    { code: 'careOrder', label: 'Care order' },
    { code: 'careAndPlacementOrder', label: 'Care order and placement order' },
    { code: 'supervisionOrder', label: 'Supervision order' },
    { code: 'specialGuardianship', label: 'Special guardianship order' },
    { code: 'childArrangements', label: 'Child arrangements order' },
    { code: 'noOrder', label: 'No order' },
    { code: 'withdrawn', label: 'The application was withdrawn' },
    { code: 'otherOrderMade', label: 'Another order' },
  ],
}
