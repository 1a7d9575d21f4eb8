import type { CodeList } from './codeList.ts'

/** How a child took part in a meeting about them. Return codes: SSDA903, participation in reviews (PN0 to PN7). */
export const participations: CodeList = {
  id: 'participations', title: 'How the child took part', return: 'ssda903: participation in a review',
  codes: [
    { code: 'underFour', label: 'Under four', returnCode: 'PN0' },
    { code: 'spoke', label: 'Came and spoke', returnCode: 'PN1' },
    { code: 'advocateSpokeBeside', label: 'Came, an advocate spoke', returnCode: 'PN2' },
    { code: 'showed', label: 'Came and showed what they think', returnCode: 'PN3' },
    { code: 'cameOnly', label: 'Came, did not say what they think', returnCode: 'PN4' },
    { code: 'advocateSpoke', label: 'Did not come, an advocate spoke', returnCode: 'PN5' },
    { code: 'sentViews', label: 'Did not come, sent what they think', returnCode: 'PN6' },
    { code: 'noPart', label: 'Took no part', returnCode: 'PN7' },
  ],
}

export const abuseCategories: CodeList = {
  id: 'abuseCategories', title: 'Category of a child protection plan', return: 'cin: CategoryOfAbuse',
  codes: [
    { code: 'neglect', label: 'Neglect', returnCode: 'NEG' },
    { code: 'physical', label: 'Physical abuse', returnCode: 'PHY' },
    { code: 'sexual', label: 'Sexual abuse', returnCode: 'SAB' },
    { code: 'emotional', label: 'Emotional abuse', returnCode: 'EMO' },
    { code: 'multiple', label: 'Several kinds', returnCode: 'MUL' },
  ],
}

/** Whether the threshold of the Children Act 1989, section 31(2), is met, as a legal planning meeting sees it. */
export const thresholds: CodeList = {
  id: 'thresholds', title: 'Threshold for care proceedings',
  codes: [
    { code: 'thresholdMet', label: 'The threshold is met' },
    { code: 'thresholdNotMet', label: 'The threshold is not met' },
    { code: 'thresholdUnclear', label: 'More is needed to say' },
  ],
}

export const planProgress: CodeList = {
  id: 'planProgress', title: 'How far it has come',
  codes: [
    { code: 'achieved', label: 'Achieved' },
    { code: 'better', label: 'Better' },
    { code: 'same', label: 'The same' },
    { code: 'worse', label: 'Worse' },
  ],
}

export const planEndings: CodeList = {
  id: 'planEndings', title: 'Why a plan ends',
  codes: [
    { code: 'safeEnough', label: 'The children are safe enough without it' },
    { code: 'steppedDown', label: 'Stepped down to a child in need plan' },
    { code: 'steppedUp', label: 'Stepped up to child protection' },
    { code: 'lookedAfter', label: 'Came into our care' },
    { code: 'earlyHelp', label: 'Early help goes on' },
    { code: 'declined', label: 'The family does not want it' },
    { code: 'moved', label: 'Another authority has taken over' },
    { code: 'eighteen', label: 'Turned 18' },
    { code: 'died', label: 'Died' },
    { code: 'leftCare', label: 'Left our care' },
    { code: 'movedHome', label: 'Moved to another placement' },
    { code: 'replaced', label: 'Another plan took its place' },
    { code: 'other', label: 'Another reason' },
  ],
}
