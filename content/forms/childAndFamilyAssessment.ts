import type { FormDefinition } from '../../src/engine/forms/model.ts'
import { bringingTogether } from './assessment/bringingTogether.ts'
import { eachChild } from './assessment/eachChild.ts'
import { homeAndCommunity } from './assessment/homeAndCommunity.ts'
import { parents } from './assessment/parents.ts'
import { startingPoints } from './assessment/startingPoints.ts'

/** The one child and family assessment: written once for all the children of a family, split only where a child differs. */
export const childAndFamilyAssessment: FormDefinition = {
  id: 'childAndFamilyAssessment', version: 1, title: 'Child and family assessment',
  groups: [
    { id: 'startingPoints', title: 'Starting points' },
    { id: 'eachChild', title: 'Each child' },
    { id: 'parents', title: 'Parents' },
    { id: 'homeAndCommunity', title: 'Home and community' },
    { id: 'bringingTogether', title: 'Bringing it together' },
  ],
  sections: [...startingPoints, ...eachChild, ...parents, ...homeAndCommunity, ...bringingTogether],
  readFirst: ['whatThisMeans', 'whatShouldHappen', 'ownWords'],
}
