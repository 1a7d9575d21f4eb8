import type { CodeList } from './codeList.ts'
import {
  adopterSexes, adopterStatuses, adoptionNotPursued, careEndings, earlierPermanence, leaverActivity, leaverHomes, leaverInTouch, reviewParticipation, strengthsNotScored, workerChangeReasons,
} from './care.ts'
import { contactOutcomes, contactReasons, contactSources, knownToFamily } from './contact.ts'
import { allegationCriteria, allegationOutcomes, allegationSteps, professionalRoles } from './allegations.ts'
import { assessmentFactors, earlierFactors } from './factors.ts'
import { communicationNeeds, disabilities, ethnicities, genders, languages, sexes, warningKinds } from './person.ts'
import { exploitationKinds, fosteringFindings, riskLevels } from '../care/safety.ts'
import { handoverReasons } from './handovers.ts'
import { householdKinds, householdSteps } from './households.ts'
import { lookedAfterStatuses, orderKinds } from './legalStatus.ts'
import { applications, extensionReasons, hearingKinds, preProceedingsEndings, proceedingsEndings } from './legalWork.ts'
import { earlierPlacements, placementChangeReasons, placementKinds, placementProviders } from './placements.ts'
import { abuseCategories, participations, planEndings, planProgress, thresholds } from './meetings.ts'
import { enquiryOutcomes } from './protection.ts'
import { parentalResponsibilityGrounds, relationshipKinds } from './relationships.ts'
import { lawfulBases, sharePurposes } from './sharing.ts'
import { assessmentOutcomes, closureReasons, noteKinds, outOfOrderReasons, overdueReasons, primaryNeeds, visitKinds } from './work.ts'

/** Every code list of the national pack, for the page where a council changes labels. */
export const codeLists: readonly CodeList[] = [
  contactSources, contactReasons, contactOutcomes, knownToFamily, primaryNeeds, assessmentFactors, earlierFactors, assessmentOutcomes, closureReasons,
  overdueReasons, outOfOrderReasons, visitKinds, noteKinds, sexes, genders, ethnicities, disabilities, languages, communicationNeeds,
  warningKinds, relationshipKinds, parentalResponsibilityGrounds, lookedAfterStatuses, orderKinds,
  sharePurposes, lawfulBases,
  placementKinds, earlierPlacements, placementProviders, placementChangeReasons, careEndings, reviewParticipation, strengthsNotScored, leaverInTouch, leaverActivity, leaverHomes,
  adopterSexes, adopterStatuses, adoptionNotPursued, earlierPermanence, workerChangeReasons, householdKinds, householdSteps,
  abuseCategories, participations, planProgress, planEndings, enquiryOutcomes,
  professionalRoles, allegationCriteria, allegationOutcomes, allegationSteps,
  exploitationKinds, riskLevels, fosteringFindings,
  handoverReasons,
  thresholds, applications, hearingKinds, extensionReasons, preProceedingsEndings, proceedingsEndings,
]
