import type { CodeList } from './codeList.ts'

/** Why a part of the record is given to somebody. */
export const sharePurposes: CodeList = {
  id: 'sharePurposes', title: 'Why the record is shared', offered: 'open',
  codes: [
    { code: 'court', label: 'For proceedings in court' },
    { code: 'access', label: 'The person asked for their record' },
    { code: 'protection', label: 'To protect a child or an adult from harm' },
    { code: 'plan', label: 'To work together on a plan' },
    { code: 'transfer', label: 'The family moves to another council' },
    { code: 'complaint', label: 'To answer a complaint or an inspection' },
    { code: 'ownWork', label: 'For the work of whoever prints it' },
  ],
}

/** On what basis in law. Written from knowledge of the law: the council's data protection officer confirms each. */
export const lawfulBases: CodeList = {
  id: 'lawfulBases', title: 'Lawful basis of sharing', offered: 'open',
  codes: [
    { code: 'publicTask', label: 'Public task: UK GDPR article 6(1)(e), and 9(2)(g) or (h)' },
    { code: 'legalObligation', label: 'Legal obligation: UK GDPR article 6(1)(c), an order of a court or a duty in law' },
    { code: 'subjectAccess', label: 'Right of access: UK GDPR article 15' },
    { code: 'vitalInterests', label: 'Vital interests: UK GDPR article 6(1)(d)' },
    { code: 'consent', label: 'Explicit consent: UK GDPR article 6(1)(a) and 9(2)(a)' },
  ],
}
