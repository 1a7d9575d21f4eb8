import type { CodeList } from './codeList.ts'

export const relationshipKinds: CodeList = {
  id: 'relationshipKinds', title: 'Relationship',
  codes: [
    { code: 'parent', label: 'Parent', group: 'Parents' },
    { code: 'child', label: 'Child', group: 'Parents' },
    { code: 'adoptiveParent', label: 'Adoptive parent', group: 'Parents' },
    { code: 'adoptedChild', label: 'Adopted child', group: 'Parents' },
    { code: 'stepParent', label: 'Step-parent', group: 'Parents' },
    { code: 'stepChild', label: 'Stepchild', group: 'Parents' },
    { code: 'fosterCarer', label: 'Foster carer', group: 'Parents' },
    { code: 'fosterChild', label: 'Child fostered', group: 'Parents' },
    { code: 'specialGuardian', label: 'Special guardian', group: 'Parents' },
    { code: 'guardedChild', label: 'Child under special guardianship', group: 'Parents' },
    { code: 'expectedParent', label: 'Expecting this baby', group: 'Parents' },
    { code: 'unbornChild', label: 'Baby not yet born', group: 'Parents' },
    { code: 'sibling', label: 'Brother or sister', group: 'Brothers and sisters' },
    { code: 'halfSibling', label: 'Half-brother or half-sister', group: 'Brothers and sisters' },
    { code: 'stepSibling', label: 'Step-brother or step-sister', group: 'Brothers and sisters' },
    { code: 'twin', label: 'Twin', group: 'Brothers and sisters' },
    { code: 'grandparent', label: 'Grandparent', group: 'Wider family' },
    { code: 'grandchild', label: 'Grandchild', group: 'Wider family' },
    { code: 'auntOrUncle', label: 'Aunt or uncle', group: 'Wider family' },
    { code: 'nieceOrNephew', label: 'Niece or nephew', group: 'Wider family' },
    { code: 'cousin', label: 'Cousin', group: 'Wider family' },
    { code: 'otherRelative', label: 'Other relative', group: 'Wider family' },
    { code: 'married', label: 'Married or in a civil partnership', group: 'Partners' },
    { code: 'partner', label: 'Partner', group: 'Partners' },
    { code: 'separated', label: 'Separated', group: 'Partners' },
    { code: 'divorced', label: 'Divorced', group: 'Partners' },
    { code: 'friend', label: 'Friend', group: 'Others' },
    { code: 'neighbour', label: 'Neighbour', group: 'Others' },
    { code: 'lodger', label: 'Lives in the same home', group: 'Others' },
    { code: 'notKnown', label: 'Not known', group: 'Others' },
  ],
}

/** How somebody came to have it: Children Act 1989 sections 2 to 4A, 12, 14C, 33 and 44; Adoption and Children Act 2002 section 46. */
export const parentalResponsibilityGrounds: CodeList = {
  id: 'parentalResponsibilityGrounds', title: 'Parental responsibility through',
  codes: [
    { code: 'mother', label: 'Being the mother' },
    { code: 'marriedFather', label: 'Being the father, married to the mother' },
    { code: 'birthRegistration', label: 'Being named on the birth certificate' },
    { code: 'agreement', label: 'A parental responsibility agreement' },
    { code: 'courtOrder', label: 'A parental responsibility order' },
    { code: 'childArrangementsOrder', label: 'A child arrangements order' },
    { code: 'specialGuardianship', label: 'A special guardianship order' },
    { code: 'adoption', label: 'An adoption order' },
    { code: 'careOrder', label: 'A care order (the council)' },
    { code: 'emergencyProtectionOrder', label: 'An emergency protection order' },
    { code: 'notKnown', label: 'Not known' },
  ],
}

/** What the other person is: from `parent` of a child follows `child`. Kinds that read the same both ways are not listed. */
export const inverseRelationship: Readonly<Record<string, string>> = {
  parent: 'child', child: 'parent', adoptiveParent: 'adoptedChild', adoptedChild: 'adoptiveParent', stepParent: 'stepChild', stepChild: 'stepParent',
  fosterCarer: 'fosterChild', fosterChild: 'fosterCarer', specialGuardian: 'guardedChild', guardedChild: 'specialGuardian',
  expectedParent: 'unbornChild', unbornChild: 'expectedParent', grandparent: 'grandchild', grandchild: 'grandparent',
  auntOrUncle: 'nieceOrNephew', nieceOrNephew: 'auntOrUncle',
}
