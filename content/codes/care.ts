import type { CodeList } from './codeList.ts'

/** Why a child stopped being looked after. The words are ours; `returnCode` is REC of SSDA903. */
export const careEndings: CodeList = {
  id: 'careEndings', title: 'Why the child left our care', return: 'ssda903: REC', offered: 'hideable',
  codes: [
    { code: 'homePlanned', label: 'Went home to parents or relatives, as planned', returnCode: 'E4A', group: 'With family' },
    { code: 'homeNotPlanned', label: 'Went home to parents or relatives, not as planned', returnCode: 'E4B', group: 'With family' },
    { code: 'otherCarers', label: 'Went to live with somebody without parental responsibility', returnCode: 'E13', group: 'With family' },
    { code: 'childArrangements', label: 'Child arrangements order', returnCode: 'E41', group: 'With family' },
    { code: 'guardianFosterRelative', label: 'Special guardianship to a former foster carer, a relative or friend', returnCode: 'E45', group: 'Special guardianship' },
    { code: 'guardianFoster', label: 'Special guardianship to a former foster carer, no relative or friend', returnCode: 'E46', group: 'Special guardianship' },
    { code: 'guardianRelative', label: 'Special guardianship to a relative or friend who did not foster the child', returnCode: 'E47', group: 'Special guardianship' },
    { code: 'guardianOther', label: 'Special guardianship to somebody else', returnCode: 'E48', group: 'Special guardianship' },
    { code: 'adoptedConsent', label: 'Adopted, not opposed', returnCode: 'E11', group: 'Adoption' },
    { code: 'adoptedDispensed', label: 'Adopted, consent dispensed with by the court', returnCode: 'E12', group: 'Adoption' },
    { code: 'independentSupported', label: 'Lives independently, with support', returnCode: 'E5', group: 'Grown up' },
    { code: 'independent', label: 'Lives independently, without formal support', returnCode: 'E6', group: 'Grown up' },
    { code: 'adultServices', label: 'Residential care of adult services', returnCode: 'E7', group: 'Grown up' },
    { code: 'stayingPut', label: 'Is 18 and stays with the same carers', returnCode: 'E17', group: 'Grown up' },
    { code: 'foundAdult', label: 'Was found to be 18 or over', returnCode: 'E15', group: 'Grown up' },
    { code: 'otherCouncil', label: 'Another council took over', returnCode: 'E3', group: 'Elsewhere' },
    { code: 'abroad', label: 'Moved abroad', returnCode: 'E16', group: 'Elsewhere' },
    { code: 'sentenced', label: 'Sentenced to custody', returnCode: 'E9', group: 'Elsewhere' },
    { code: 'remandEnded', label: 'Remand ended', returnCode: 'E14', group: 'Elsewhere' },
    { code: 'died', label: 'Died', returnCode: 'E2', group: 'Elsewhere' },
    { code: 'other', label: 'For another reason', returnCode: 'E8', group: 'Elsewhere' },
  ],
}

/** How a child took part in a review. */
export const reviewParticipation: CodeList = {
  id: 'reviewParticipation', title: 'How the child took part', return: 'ssda903: REVIEW_CODE',
  codes: [
    { code: 'underFour', label: 'Was under four', returnCode: 'PN0' },
    { code: 'spoke', label: 'Came and spoke', returnCode: 'PN1' },
    { code: 'advocateSpoke', label: 'Came, and an advocate spoke', returnCode: 'PN2' },
    { code: 'showed', label: 'Came and showed their views in another way', returnCode: 'PN3' },
    { code: 'silent', label: 'Came and did not give views', returnCode: 'PN4' },
    { code: 'advocateSent', label: 'Did not come, and told an advocate what to say', returnCode: 'PN5' },
    { code: 'viewsSent', label: 'Did not come, and sent views in another way', returnCode: 'PN6' },
    { code: 'absent', label: 'Did not come and gave no views', returnCode: 'PN7' },
  ],
}

export const strengthsNotScored: CodeList = {
  id: 'strengthsNotScored', title: 'Why there is no score', return: 'ssda903: SDQ_REASON',
  codes: [
    { code: 'age', label: 'Under four or over seventeen', returnCode: 'SDQ1' },
    { code: 'carerRefused', label: 'The carer did not want to', returnCode: 'SDQ2' },
    { code: 'disability', label: 'Not possible because of a severe disability', returnCode: 'SDQ3' },
    { code: 'other', label: 'Another reason', returnCode: 'SDQ4' },
    { code: 'childRefused', label: 'The child did not want it', returnCode: 'SDQ5' },
  ],
}

export const leaverInTouch: CodeList = {
  id: 'leaverInTouch', title: 'Are we in touch', return: 'ssda903: IN_TOUCH',
  codes: [
    { code: 'yes', label: 'Yes', returnCode: 'YES' }, { code: 'no', label: 'No', returnCode: 'NO' }, { code: 'refuses', label: 'Does not want contact', returnCode: 'REFU' },
    { code: 'notNeeded', label: 'Needs nothing more from us', returnCode: 'NREQ' }, { code: 'home', label: 'Went back home', returnCode: 'RHOM' }, { code: 'died', label: 'Died', returnCode: 'DIED' },
  ],
}

export const leaverActivity: CodeList = {
  id: 'leaverActivity', title: 'What they do', return: 'ssda903: ACTIV',
  codes: [
    { code: 'higherFull', label: 'Higher education, full time', returnCode: 'F1' }, { code: 'higherPart', label: 'Higher education, part time', returnCode: 'P1' },
    { code: 'educationFull', label: 'Other education, full time', returnCode: 'F2' }, { code: 'educationPart', label: 'Other education, part time', returnCode: 'P2' },
    { code: 'apprenticeFull', label: 'Apprenticeship, full time', returnCode: 'F4' }, { code: 'apprenticePart', label: 'Apprenticeship, part time', returnCode: 'P4' },
    { code: 'workFull', label: 'Work or training, full time', returnCode: 'F5' }, { code: 'workPart', label: 'Work or training, part time', returnCode: 'P5' },
    { code: 'unwell', label: 'Neither: ill or disabled', returnCode: 'G4' }, { code: 'neither', label: 'Neither: another reason', returnCode: 'G5' },
    { code: 'parenting', label: 'Neither: expecting or caring for a child', returnCode: 'G6' }, { code: 'notKnown', label: 'Not known', returnCode: '0' },
  ],
}

/** The letter of ACCOM; whether the home is suitable is asked beside it and becomes the digit. */
export const leaverHomes: CodeList = {
  id: 'leaverHomes', title: 'Where they live', return: 'ssda903: ACCOM, first letter',
  codes: [
    { code: 'family', label: 'With parents or relatives', returnCode: 'B' }, { code: 'residential', label: 'Community home or other residential care', returnCode: 'C' },
    { code: 'semiIndependent', label: 'Semi-independent, with support', returnCode: 'D' }, { code: 'lodgings', label: 'Supported lodgings', returnCode: 'E' },
    { code: 'abroad', label: 'Gone abroad', returnCode: 'G' }, { code: 'deported', label: 'Deported', returnCode: 'H' }, { code: 'ordinaryLodgings', label: 'Ordinary lodgings', returnCode: 'K' },
    { code: 'notKnown', label: 'Not known to us', returnCode: 'R' }, { code: 'noHome', label: 'No fixed home', returnCode: 'S' }, { code: 'foyer', label: 'Foyer or the like', returnCode: 'T' },
    { code: 'independent', label: 'Independent living', returnCode: 'U' }, { code: 'emergency', label: 'Emergency accommodation', returnCode: 'V' },
    { code: 'bedAndBreakfast', label: 'Bed and breakfast', returnCode: 'W' }, { code: 'custody', label: 'In custody', returnCode: 'X' },
    { code: 'other', label: 'Another home', returnCode: 'Y' }, { code: 'stayingPut', label: 'With the former foster carers', returnCode: 'Z' },
  ],
}

export const adopterSexes: CodeList = {
  id: 'adopterSexes', title: 'Who adopts', return: 'ssda903: SEX_ADOPTR',
  codes: [
    { code: 'man', label: 'One man', returnCode: 'M1' }, { code: 'woman', label: 'One woman', returnCode: 'F1' }, { code: 'men', label: 'Two men', returnCode: 'MM' },
    { code: 'women', label: 'Two women', returnCode: 'FF' }, { code: 'manAndWoman', label: 'A man and a woman', returnCode: 'MF' },
  ],
}

export const adopterStatuses: CodeList = {
  id: 'adopterStatuses', title: 'How they live together', return: 'ssda903: LS_ADOPTR',
  codes: [
    { code: 'single', label: 'Single', returnCode: 'L0' }, { code: 'married', label: 'A man and a woman, married', returnCode: 'L11' }, { code: 'sameSexMarried', label: 'Two of the same sex, married', returnCode: 'L12' },
    { code: 'civil', label: 'Civil partners', returnCode: 'L2' }, { code: 'unmarried', label: 'A man and a woman, not married', returnCode: 'L3' }, { code: 'sameSex', label: 'Two of the same sex, not married', returnCode: 'L4' },
  ],
}

export const adoptionNotPursued: CodeList = {
  id: 'adoptionNotPursued', title: 'Why adoption is no longer the plan', return: 'ssda903: REASON_PLACED_CEASED',
  codes: [
    { code: 'needsChanged', label: 'The child’s needs changed', returnCode: 'RD1' }, { code: 'courtRefused', label: 'The court made no placement order', returnCode: 'RD2' },
    { code: 'noAdopters', label: 'No adopters could be found', returnCode: 'RD3' }, { code: 'other', label: 'Another reason', returnCode: 'RD4' },
  ],
}

export const earlierPermanence: CodeList = {
  id: 'earlierPermanence', title: 'What there was before', return: 'ssda903: PREV_PERM',
  codes: [
    { code: 'adopted', label: 'Adopted', returnCode: 'P1' }, { code: 'guardianship', label: 'Special guardianship order', returnCode: 'P2' },
    { code: 'arrangements', label: 'Residence or child arrangements order', returnCode: 'P3' }, { code: 'notKnown', label: 'Not known which', returnCode: 'P4' }, { code: 'none', label: 'None', returnCode: 'Z1' },
  ],
}

export const workerChangeReasons: CodeList = {
  id: 'workerChangeReasons', title: 'Why the social worker changed', return: 'ssda903: SW_REASON',
  codes: [
    { code: 'caseload', label: 'Management of caseloads', returnCode: 'MANAGE' }, { code: 'firstWorker', label: 'First worker after coming into care', returnCode: 'FCONTA' },
    { code: 'left', label: 'The worker left the role', returnCode: 'LEFTRL' }, { code: 'restructured', label: 'The service was reorganised', returnCode: 'ORGRST' },
    { code: 'process', label: 'Passed on as part of the process', returnCode: 'TSPROC' }, { code: 'absence', label: 'The worker was away', returnCode: 'ABSENC' },
    { code: 'childAsked', label: 'The child asked', returnCode: 'CHCHAN' }, { code: 'familyAsked', label: 'The parents or carers asked', returnCode: 'PCCHAN' },
    { code: 'died', label: 'The worker died', returnCode: 'SWDIED' }, { code: 'other', label: 'Another reason', returnCode: 'OTHERS' },
  ],
}
