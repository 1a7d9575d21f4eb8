import type { CodeList } from './codeList.ts'

export const primaryNeeds: CodeList = {
  id: 'primaryNeeds', title: 'Main reason for our help', return: 'cin: PrimaryNeedCode',
  codes: [
    { code: 'abuseOrNeglect', label: 'Abuse, neglect or exploitation', returnCode: 'N1' },
    { code: 'childDisability', label: 'The child’s disability', returnCode: 'N2' },
    { code: 'parentIllness', label: 'A parent’s illness or disability', returnCode: 'N3' },
    { code: 'acuteStress', label: 'A family under great stress', returnCode: 'N4' },
    { code: 'familyDifficulties', label: 'A family that is not working well', returnCode: 'N5' },
    { code: 'behaviour', label: 'The child’s behaviour towards others', returnCode: 'N6' },
    { code: 'lowIncome', label: 'Not enough money', returnCode: 'N7' },
    { code: 'absentParenting', label: 'Nobody to look after the child', returnCode: 'N8' },
    { code: 'notInNeed', label: 'Not a child in need', returnCode: 'N9' },
    { code: 'notStated', label: 'Not stated', returnCode: 'N0' },
  ],
}

export const closureReasons: CodeList = {
  id: 'closureReasons', title: 'Why we are closing', return: 'cin: ReasonForClosure',
  codes: [
    { code: 'adopted', label: 'Adopted', returnCode: 'RC1' },
    { code: 'died', label: 'Died', returnCode: 'RC2' },
    { code: 'childArrangementsOrder', label: 'Child arrangements order', returnCode: 'RC3' },
    { code: 'specialGuardianship', label: 'Special guardianship order', returnCode: 'RC4' },
    { code: 'otherCouncil', label: 'Another council took over', returnCode: 'RC5' },
    { code: 'adultServices', label: 'Moved to adult services', returnCode: 'RC6' },
    { code: 'noLongerInNeed', label: 'No longer needs our help, or another reason', returnCode: 'RC7' },
    { code: 'assessedNoFurtherAction', label: 'Assessed, no further action', returnCode: 'RC8' },
    { code: 'assessedEarlyHelp', label: 'Assessed, passed to early help', returnCode: 'RC9' },
  ],
}

/** The codes are the outcomes of the step assessmentSignOff in the pathway frontDoor. */
export const assessmentOutcomes: CodeList = {
  id: 'assessmentOutcomes', title: 'What should happen next',
  codes: [
    { code: 'noFurtherAction', label: 'No further action' },
    { code: 'stepDown', label: 'Early help' },
    { code: 'childInNeedPlan', label: 'Child in need plan' },
    { code: 'strategyDiscussion', label: 'Strategy discussion', help: 'A child may be suffering significant harm.' },
  ],
}

export const visitKinds: CodeList = {
  id: 'visitKinds', title: 'Kind of visit',
  codes: [
    { code: 'home', label: 'At home' },
    { code: 'school', label: 'At school or nursery' },
    { code: 'office', label: 'In the office' },
    { code: 'outside', label: 'Somewhere else' },
    { code: 'video', label: 'By video' },
    { code: 'notIn', label: 'Nobody was in' },
  ],
}

export const noteKinds: CodeList = {
  id: 'noteKinds', title: 'Kind of note',
  codes: [
    { code: 'visit', label: 'Visit' },
    { code: 'phoneCall', label: 'Phone call' },
    { code: 'email', label: 'E-mail or message' },
    { code: 'letter', label: 'Letter' },
    { code: 'meeting', label: 'Meeting' },
    { code: 'supervision', label: 'Supervision' },
    { code: 'managementOversight', label: 'Manager’s oversight' },
    { code: 'observation', label: 'Something noticed' },
    { code: 'other', label: 'Something else' },
  ],
}

/** A reason for lateness is a normal answer. */
export const overdueReasons: CodeList = {
  id: 'overdueReasons', title: 'Why it is late', offered: 'open',
  codes: [
    { code: 'familyAway', label: 'The family was away' },
    { code: 'familyNeedsTime', label: 'The family needs more time' },
    { code: 'childUnwell', label: 'A child was unwell' },
    { code: 'waitingForAgency', label: 'Waiting for another agency' },
    { code: 'newInformation', label: 'New information changed the work' },
    { code: 'changeOfWorker', label: 'The worker changed' },
    { code: 'capacity', label: 'We did not have enough workers' },
    { code: 'recordedLate', label: 'Done in time, recorded late' },
    { code: 'other', label: 'Another reason' },
  ],
}

export const outOfOrderReasons: CodeList = {
  id: 'outOfOrderReasons', title: 'Why out of order',
  codes: [
    { code: 'urgent', label: 'It could not wait' },
    { code: 'alreadyDone', label: 'The earlier step was done elsewhere' },
    { code: 'courtAsked', label: 'A court asked for it' },
    { code: 'recordedLate', label: 'Recorded after it happened' },
    { code: 'other', label: 'Another reason' },
  ],
}
