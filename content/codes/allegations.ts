import type { CodeList } from './codeList.ts'

export const professionalRoles: CodeList = {
  id: 'professionalRoles', title: 'What the adult does with children',
  codes: [
    { code: 'teacher', label: 'Teacher or school staff' }, { code: 'nursery', label: 'Nursery or childminder' }, { code: 'fosterCarer', label: 'Foster carer' }, { code: 'homeStaff', label: 'Works in a children’s home' },
    { code: 'socialWorker', label: 'Social worker or care staff' }, { code: 'health', label: 'Works in health' }, { code: 'police', label: 'Works for the police' }, { code: 'sport', label: 'Sport, club or youth work' },
    { code: 'faith', label: 'Faith community' }, { code: 'transport', label: 'Transport' }, { code: 'otherProfessional', label: 'Something else' },
  ],
}
/** The reasons for which an allegation comes to the designated officer (Working Together to Safeguard Children; Keeping Children Safe in Education). */
export const allegationCriteria: CodeList = {
  id: 'allegationCriteria', title: 'Why it is for the designated officer',
  codes: [
    { code: 'harmed', label: 'Behaved in a way that has harmed a child, or may have' },
    { code: 'offence', label: 'May have committed an offence against or about a child' },
    { code: 'risk', label: 'Behaved towards a child so that they may pose a risk of harm' },
    { code: 'suitability', label: 'Behaved in a way that they may not be suitable to work with children' },
    { code: 'notMet', label: 'None of these: advice only' },
  ],
}
export const allegationOutcomes: CodeList = {
  id: 'allegationOutcomes', title: 'What came of an allegation',
  codes: [
    { code: 'substantiated', label: 'Substantiated', help: 'There is enough to prove it.' },
    { code: 'unsubstantiated', label: 'Unsubstantiated', help: 'There is not enough to prove it or to disprove it.' },
    { code: 'unfounded', label: 'Unfounded', help: 'Nothing supports it.' },
    { code: 'false', label: 'False', help: 'There is enough to disprove it.' },
    { code: 'malicious', label: 'Malicious', help: 'There is enough to disprove it, and it was meant to deceive.' },
    { code: 'adviceOnly', label: 'Advice only', help: 'It was not one for the designated officer.' },
  ],
}
export const allegationSteps: CodeList = {
  id: 'allegationSteps', title: 'What was done',
  codes: [
    { code: 'answer', label: 'First answer' }, { code: 'meeting', label: 'Allegation meeting (strategy meeting)' }, { code: 'review', label: 'Review meeting' }, { code: 'police', label: 'Police' }, { code: 'employer', label: 'Employer' }, { code: 'suspension', label: 'Suspended, or moved from children' },
    { code: 'told', label: 'The adult was told' }, { code: 'family', label: 'The family was told' }, { code: 'note', label: 'Something else' },
  ],
}
