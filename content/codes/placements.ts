import type { CodeList } from './codeList.ts'

/**
 * Where a child in our care lives. `returnCode` is the code of SSDA903 (collection of 2026; H5 and P2 ended with 2024, the four kinds of Z1 began with 2026).
 * The words are ours. The lists before are in `earlierPlacements`.
 */
export const placementKinds: CodeList = {
  id: 'placementKinds', title: 'Kind of placement', return: 'ssda903: PLACE', offered: 'hideable',
  codes: [
    { code: 'fosterRelative', label: 'Foster carer who is a relative or friend', returnCode: 'U3', group: 'With a foster carer' },
    { code: 'fosterRelativeLongTerm', label: 'Foster carer who is a relative or friend, long term', returnCode: 'U1', group: 'With a foster carer' },
    { code: 'fosterRelativeAdopter', label: 'Relative or friend who is approved to foster and to adopt', returnCode: 'U2', help: 'Fostering for adoption, or concurrent planning', group: 'With a foster carer' },
    { code: 'foster', label: 'Foster carer', returnCode: 'U6', group: 'With a foster carer' },
    { code: 'fosterLongTerm', label: 'Foster carer, long term', returnCode: 'U4', group: 'With a foster carer' },
    { code: 'fosterAdopter', label: 'Carer who is approved to foster and to adopt', returnCode: 'U5', help: 'Fostering for adoption, or concurrent planning', group: 'With a foster carer' },
    { code: 'ownParents', label: 'With their own parents, or somebody with parental responsibility', returnCode: 'P1', group: 'With parents, or on their own' },
    { code: 'residentialWork', label: 'Residential work', returnCode: 'P3', group: 'With parents, or on their own' },
    { code: 'supportedAccommodation', label: 'Supported accommodation', returnCode: 'K3', help: 'Registered, for those aged 16 and 17', group: 'With parents, or on their own' },
    { code: 'childrensHome', label: 'Children’s home', returnCode: 'K2', group: 'In a home or school' },
    { code: 'secureHome', label: 'Secure children’s home', returnCode: 'K1', group: 'In a home or school' },
    { code: 'residentialSchool', label: 'Residential school', returnCode: 'S1', help: 'Not where the school is registered as a children’s home too', group: 'In a home or school' },
    { code: 'careHome', label: 'Residential care home', returnCode: 'R1', group: 'In a home or school' },
    { code: 'hospital', label: 'Hospital, or a health trust’s home', returnCode: 'R2', group: 'In a home or school' },
    { code: 'motherAndBaby', label: 'Family centre, or mother and baby unit', returnCode: 'R3', group: 'In a home or school' },
    { code: 'custody', label: 'Young offender institution or prison', returnCode: 'R5', group: 'In a home or school' },
    { code: 'adoptionConsentCarer', label: 'Placed for adoption with consent, with the present foster carer', returnCode: 'A3', group: 'Placed for adoption' },
    { code: 'adoptionConsent', label: 'Placed for adoption with consent, not with the present foster carer', returnCode: 'A4', group: 'Placed for adoption' },
    { code: 'adoptionOrderCarer', label: 'Placed for adoption under a placement order, with the present foster carer', returnCode: 'A5', group: 'Placed for adoption' },
    { code: 'adoptionOrder', label: 'Placed for adoption under a placement order, not with the present foster carer', returnCode: 'A6', group: 'Placed for adoption' },
    { code: 'awayHospital', label: 'In hospital for a time', returnCode: 'T1', group: 'Away for a time' },
    { code: 'awayHoliday', label: 'On holiday', returnCode: 'T2', group: 'Away for a time' },
    { code: 'awayCarerHoliday', label: 'Elsewhere while the carer is on holiday', returnCode: 'T3', group: 'Away for a time' },
    { code: 'awayShort', label: 'Elsewhere for seven days or less', returnCode: 'T4', group: 'Away for a time' },
    { code: 'away', label: 'Away for a time, in another way', returnCode: 'T0', group: 'Away for a time' },
    { code: 'otherPlacement', label: 'Somewhere else', returnCode: 'Z1', group: 'Another' },
    { code: 'otherPlacement1', label: 'Somewhere else, listed in the return as Z11', returnCode: 'Z11', group: 'Another' },
    { code: 'otherPlacement2', label: 'Somewhere else, listed in the return as Z12', returnCode: 'Z12', group: 'Another' },
    { code: 'otherPlacement3', label: 'Somewhere else, listed in the return as Z13', returnCode: 'Z13', group: 'Another' },
    { code: 'otherPlacement4', label: 'Somewhere else, listed in the return as Z14', returnCode: 'Z14', group: 'Another' },
  ],
}

/** Kinds that are no longer given to the return; kept so that old placements read as they were. */
export const earlierPlacements: CodeList = {
  id: 'earlierPlacements', title: 'Kind of placement, until 2024', return: 'ssda903: PLACE until 2024',
  codes: [
    { code: 'semiIndependent', label: 'Semi-independent living, not a children’s home', returnCode: 'H5' },
    { code: 'independentLiving', label: 'Living independently', returnCode: 'P2' },
  ],
}

export const placementProviders: CodeList = {
  id: 'placementProviders', title: 'Who provides the placement', return: 'ssda903: PLACE_PROVIDER',
  codes: [
    { code: 'parents', label: 'The parents', returnCode: 'PR0' },
    { code: 'ownCouncil', label: 'This council', returnCode: 'PR1' },
    { code: 'otherCouncil', label: 'Another council', returnCode: 'PR2' },
    { code: 'otherPublic', label: 'Another public body', returnCode: 'PR3' },
    { code: 'private', label: 'A private provider', returnCode: 'PR4' },
    { code: 'voluntary', label: 'A charity or voluntary provider', returnCode: 'PR5' },
  ],
}

export const placementChangeReasons: CodeList = {
  id: 'placementChangeReasons', title: 'Why the child moved', return: 'ssda903: REASON_PLACE_CHANGE',
  codes: [
    { code: 'carePlan', label: 'The care plan changed or was carried out', returnCode: 'CARPL' },
    { code: 'closure', label: 'The carer resigned or the home closed', returnCode: 'CLOSE' },
    { code: 'allegation', label: 'An allegation', returnCode: 'ALLEG' },
    { code: 'standards', label: 'Concern about the standard of care', returnCode: 'STAND' },
    { code: 'approvalRemoved', label: 'The carer’s approval was removed', returnCode: 'APPRR' },
    { code: 'carerBehaviour', label: 'The carer asked, because of the child’s behaviour', returnCode: 'CREQB' },
    { code: 'carerOther', label: 'The carer asked, for another reason', returnCode: 'CREQO' },
    { code: 'childAsked', label: 'The child asked', returnCode: 'CHILD' },
    { code: 'councilAsked', label: 'We, or the council of the area, asked', returnCode: 'LAREQ' },
    { code: 'statusOnly', label: 'Only the status of the placement changed', returnCode: 'PLACE' },
    { code: 'custody', label: 'Custody', returnCode: 'CUSTOD' },
    { code: 'other', label: 'Another reason', returnCode: 'OTHER' },
  ],
}

/** What must not be asked of a placement: who provides it, or its registration. */
export const awayKinds: readonly string[] = ['awayHospital', 'awayHoliday', 'awayCarerHoliday', 'awayShort', 'away']
export const adoptionPlacements: readonly string[] = ['adoptionConsentCarer', 'adoptionConsent', 'adoptionOrderCarer', 'adoptionOrder']
export const connectedPlacements: readonly string[] = ['fosterRelative', 'fosterRelativeLongTerm', 'fosterRelativeAdopter']
export const fosterPlacements: readonly string[] = [...connectedPlacements, 'foster', 'fosterLongTerm', 'fosterAdopter']
