import type { Agency } from '../../src/engine/meetings/model.ts'

/** Who is asked to meetings. Any agency of health counts as health where a quorum asks for it. */
export const agencies: readonly Agency[] = [
  { code: 'socialCare', label: 'Children’s social care' },
  { code: 'police', label: 'Police' },
  { code: 'health', label: 'Health' },
  { code: 'healthVisitor', label: 'Health visitor', stands: 'health' },
  { code: 'schoolNurse', label: 'School nurse', stands: 'health' },
  { code: 'gp', label: 'GP', stands: 'health' },
  { code: 'midwife', label: 'Midwife', stands: 'health' },
  { code: 'mentalHealth', label: 'Mental health service', stands: 'health' },
  { code: 'school', label: 'School or nursery' },
  { code: 'probation', label: 'Probation' },
  { code: 'youthJustice', label: 'Youth justice' },
  { code: 'housing', label: 'Housing' },
  { code: 'domesticAbuse', label: 'Domestic abuse service' },
  { code: 'substanceMisuse', label: 'Drug and alcohol service' },
  { code: 'adults', label: 'Adult social care' },
  { code: 'earlyHelp', label: 'Early help' },
  { code: 'legal', label: 'Legal services' },
  { code: 'advocate', label: 'Advocate' },
  { code: 'reviewingOfficer', label: 'Independent reviewing officer', stands: 'socialCare' },
  { code: 'carer', label: 'Foster or connected carer', family: true },
  { code: 'parent', label: 'Parent', family: true },
  { code: 'relative', label: 'Another relative', family: true },
  { code: 'child', label: 'Child or young person', family: true },
  { code: 'other', label: 'Another agency' },
]
