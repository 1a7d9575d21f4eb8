import type { CodeList } from './codeList.ts'

/** The factors of the children in need census, in our words. */
export const assessmentFactors: CodeList = {
  id: 'assessmentFactors', title: 'Factors', return: 'cin: AssessmentFactors',
  codes: [
    { code: 'alcoholChild', label: 'Alcohol: the child', returnCode: '1A', group: 'Alcohol' },
    { code: 'alcoholParent', label: 'Alcohol: a parent or carer', returnCode: '1B', group: 'Alcohol' },
    { code: 'alcoholHousehold', label: 'Alcohol: somebody else at home', returnCode: '1C', group: 'Alcohol' },
    { code: 'drugsChild', label: 'Drugs: the child', returnCode: '2A', group: 'Drugs' },
    { code: 'drugsParent', label: 'Drugs: a parent or carer', returnCode: '2B', group: 'Drugs' },
    { code: 'drugsHousehold', label: 'Drugs: somebody else at home', returnCode: '2C', group: 'Drugs' },
    { code: 'domesticAbuseChild', label: 'Domestic abuse: of the child', returnCode: '3A', group: 'Domestic abuse' },
    { code: 'domesticAbuseParent', label: 'Domestic abuse: of a parent or carer', returnCode: '3B', group: 'Domestic abuse' },
    { code: 'domesticAbuseHousehold', label: 'Domestic abuse: of somebody else at home', returnCode: '3C', group: 'Domestic abuse' },
    { code: 'mentalHealthChild', label: 'Mental health: the child', returnCode: '4A', group: 'Mental health' },
    { code: 'mentalHealthParent', label: 'Mental health: a parent or carer', returnCode: '4B', group: 'Mental health' },
    { code: 'mentalHealthHousehold', label: 'Mental health: somebody else in the family', returnCode: '4C', group: 'Mental health' },
    { code: 'learningDisabilityChild', label: 'Learning disability: the child', returnCode: '5A', group: 'Learning disability' },
    { code: 'learningDisabilityParent', label: 'Learning disability: a parent or carer', returnCode: '5B', group: 'Learning disability' },
    { code: 'learningDisabilityHousehold', label: 'Learning disability: somebody else in the family', returnCode: '5C', group: 'Learning disability' },
    { code: 'physicalHealthChild', label: 'Physical disability or illness: the child', returnCode: '6A', group: 'Physical disability or illness' },
    { code: 'physicalHealthParent', label: 'Physical disability or illness: a parent or carer', returnCode: '6B', group: 'Physical disability or illness' },
    { code: 'physicalHealthHousehold', label: 'Physical disability or illness: somebody else in the family', returnCode: '6C', group: 'Physical disability or illness' },
    { code: 'youngCarer', label: 'The child cares for somebody', returnCode: '7A', group: 'Circumstances' },
    { code: 'privateFosteringOverseasReturn', label: 'Privately fostered: from overseas, means to go back', returnCode: '8B', group: 'Private fostering' },
    { code: 'privateFosteringOverseasStay', label: 'Privately fostered: from overseas, means to stay', returnCode: '8C', group: 'Private fostering' },
    { code: 'privateFosteringEducation', label: 'Privately fostered: here for school', returnCode: '8D', group: 'Private fostering' },
    { code: 'privateFosteringAlternative', label: 'Privately fostered: other arrangements by the family', returnCode: '8E', group: 'Private fostering' },
    { code: 'privateFosteringOther', label: 'Privately fostered: another reason', returnCode: '8F', group: 'Private fostering' },
    { code: 'unaccompanied', label: 'Came to seek asylum without a parent', returnCode: '9A', group: 'Circumstances' },
    { code: 'missing', label: 'Goes missing', returnCode: '10A', group: 'Outside the family' },
    { code: 'sexualExploitation', label: 'Sexual exploitation', returnCode: '11A', group: 'Outside the family' },
    { code: 'trafficking', label: 'Trafficking', returnCode: '12A', group: 'Outside the family' },
    { code: 'gangs', label: 'Gangs', returnCode: '13A', group: 'Outside the family' },
    { code: 'criminalExploitation', label: 'Criminal exploitation', returnCode: '24A', group: 'Outside the family' },
    { code: 'behaviour', label: 'The child’s behaviour towards others', returnCode: '14A', group: 'Circumstances' },
    { code: 'selfHarm', label: 'Self-harm', returnCode: '15A', group: 'Circumstances' },
    { code: 'neglect', label: 'Neglect', returnCode: '16A', group: 'Abuse or neglect' },
    { code: 'emotionalAbuse', label: 'Emotional abuse', returnCode: '17A', group: 'Abuse or neglect' },
    { code: 'physicalAbuseByChild', label: 'Physical abuse by another child', returnCode: '18B', group: 'Abuse or neglect' },
    { code: 'physicalAbuseByAdult', label: 'Physical abuse by an adult', returnCode: '18C', group: 'Abuse or neglect' },
    { code: 'sexualAbuseByChild', label: 'Sexual abuse by another child', returnCode: '19B', group: 'Abuse or neglect' },
    { code: 'sexualAbuseByAdult', label: 'Sexual abuse by an adult', returnCode: '19C', group: 'Abuse or neglect' },
    { code: 'genitalMutilation', label: 'Female genital mutilation', returnCode: '22A', group: 'Abuse or neglect' },
    { code: 'faithAbuse', label: 'Abuse linked to faith or belief', returnCode: '23A', group: 'Abuse or neglect' },
    { code: 'other', label: 'Something else', returnCode: '20', group: 'Others' },
    { code: 'none', label: 'None of these', returnCode: '21', group: 'Others', alone: true, help: 'Only when nothing was found and no further action follows.' },
  ],
}

/** Codes of earlier censuses that are read and no longer offered. */
export const earlierFactors: CodeList = {
  id: 'earlierFactors', title: 'Factors of earlier years', return: 'cin: AssessmentFactors',
  codes: [
    { code: 'physicalAbuse', label: 'Physical abuse (before it was told apart by who did it)', returnCode: '18A', group: 'Abuse or neglect' },
    { code: 'sexualAbuse', label: 'Sexual abuse (before it was told apart by who did it)', returnCode: '19A', group: 'Abuse or neglect' },
  ],
}
