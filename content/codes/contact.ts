import type { CodeList } from './codeList.ts'

/** The sources of the children in need census, in our words. */
export const contactSources: CodeList = {
  id: 'contactSources', title: 'Who contacted us', return: 'cin: ReferralSource',
  codes: [
    { code: 'familyMember', label: 'A family member or carer', returnCode: '1A', group: 'A person' },
    { code: 'acquaintance', label: 'A neighbour, friend or childminder', returnCode: '1B', group: 'A person' },
    { code: 'self', label: 'The child themselves', returnCode: '1C', group: 'A person' },
    { code: 'stranger', label: 'Somebody else', returnCode: '1D', group: 'A person' },
    { code: 'school', label: 'A school', returnCode: '2A', group: 'Education' },
    { code: 'educationService', label: 'Another education service', returnCode: '2B', group: 'Education' },
    { code: 'gp', label: 'A GP', returnCode: '3A', group: 'Health' },
    { code: 'healthVisitor', label: 'A health visitor', returnCode: '3B', group: 'Health' },
    { code: 'schoolNurse', label: 'A school nurse', returnCode: '3C', group: 'Health' },
    { code: 'primaryHealth', label: 'Other primary health care', returnCode: '3D', group: 'Health' },
    { code: 'emergencyDepartment', label: 'A hospital emergency department', returnCode: '3E', group: 'Health' },
    { code: 'otherHealth', label: 'Another health service', returnCode: '3F', group: 'Health' },
    { code: 'housing', label: 'Housing', returnCode: '4', group: 'Council and housing' },
    { code: 'adultSocialCare', label: 'Adult social care of this council', returnCode: '5A', group: 'Council and housing' },
    { code: 'councilService', label: 'Another service of this council', returnCode: '5B', group: 'Council and housing' },
    { code: 'otherCouncil', label: 'Another council', returnCode: '5C', group: 'Council and housing' },
    { code: 'earlyHelp', label: 'Early help', returnCode: '5D', group: 'Council and housing' },
    { code: 'police', label: 'The police', returnCode: '6', group: 'Police and courts' },
    { code: 'otherLegal', label: 'A court, probation, Cafcass, prison or immigration', returnCode: '7', group: 'Police and courts' },
    { code: 'voluntary', label: 'A charity, children’s centre or other agency', returnCode: '8', group: 'Others' },
    { code: 'anonymous', label: 'Somebody who did not give a name', returnCode: '9', group: 'Others' },
    { code: 'unknown', label: 'Not known', returnCode: '10', group: 'Others' },
  ],
}

export const contactReasons: CodeList = {
  id: 'contactReasons', title: 'What the contact is about',
  codes: [
    { code: 'worriedAboutChild', label: 'Worry about a child' },
    { code: 'domesticAbuse', label: 'Domestic abuse' },
    { code: 'neglect', label: 'Neglect' },
    { code: 'physicalHarm', label: 'Physical harm' },
    { code: 'sexualHarm', label: 'Sexual harm' },
    { code: 'emotionalHarm', label: 'Emotional harm' },
    { code: 'exploitation', label: 'Exploitation outside the family' },
    { code: 'missing', label: 'A child went missing' },
    { code: 'youngCarer', label: 'A child who cares for somebody' },
    { code: 'disability', label: 'A disabled child' },
    { code: 'parentMentalHealth', label: 'A parent’s mental health' },
    { code: 'substances', label: 'Alcohol or drugs' },
    { code: 'unborn', label: 'A baby not yet born' },
    { code: 'privateFostering', label: 'Living with somebody who is not a close relative' },
    { code: 'housingMoney', label: 'Housing or money' },
    { code: 'courtRequest', label: 'A request by a court' },
    { code: 'information', label: 'A request for information' },
    { code: 'other', label: 'Something else' },
  ],
}

/** The codes are the outcomes of the step contactDecision in the pathway frontDoor. */
export const contactOutcomes: CodeList = {
  id: 'contactOutcomes', title: 'What we will do', return: 'ssd: contact outcome',
  codes: [
    { code: 'noFurtherAction', label: 'No further action', returnCode: 'No further action' },
    { code: 'informationAndAdvice', label: 'Advice', returnCode: 'Information or advice' },
    { code: 'earlyHelp', label: 'Early help', returnCode: 'Early help' },
    { code: 'referral', label: 'Assessment', returnCode: 'New referral', help: 'A referral to children’s social care.' },
  ],
}

export const knownToFamily: CodeList = {
  id: 'knownToFamily', title: 'Does the family know?',
  codes: [
    { code: 'agrees', label: 'Yes, and they agree' },
    { code: 'knows', label: 'Yes, and they do not agree' },
    { code: 'doesNotKnow', label: 'No' },
    { code: 'notSafe', label: 'No, telling them is not safe' },
    { code: 'notKnown', label: 'Not known' },
  ],
}
