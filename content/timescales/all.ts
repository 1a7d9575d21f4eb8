import type { Duty } from '../../src/engine/timescales/model.ts'
import { adoptionDuties } from './adoption.ts'
import { adultsDuties } from './adults.ts'
import { childInNeedDuties } from './childInNeed.ts'
import { childProtectionDuties } from './childProtection.ts'
import { complaintsDuties } from './complaints.ts'
import { courtDuties } from './court.ts'
import { educationDuties } from './education.ts'
import { fosteringDuties } from './fostering.ts'
import { frontDoorDuties } from './frontDoor.ts'
import { homesDuties } from './homes.ts'
import { informationDuties } from './information.ts'
import { leavingCareDuties } from './leavingCare.ts'
import { lookedAfterDuties } from './lookedAfter.ts'
import { lookedAfterReviewsDuties } from './lookedAfterReviews.ts'
import { lookedAfterVisitsDuties } from './lookedAfterVisits.ts'
import { privateFosteringDuties } from './privateFostering.ts'
import { retentionDuties } from './retention.ts'
import { safetyDuties } from './safety.ts'
import { supervisionDuties } from './supervision.ts'

/** Every duty of the national pack. Two entries with one id are the same duty under the law of different times. */
export const duties: readonly Duty[] = [
  ...adoptionDuties,
  ...adultsDuties,
  ...childInNeedDuties,
  ...childProtectionDuties,
  ...complaintsDuties,
  ...courtDuties,
  ...educationDuties,
  ...fosteringDuties,
  ...frontDoorDuties,
  ...homesDuties,
  ...informationDuties,
  ...leavingCareDuties,
  ...lookedAfterDuties,
  ...lookedAfterReviewsDuties,
  ...lookedAfterVisitsDuties,
  ...privateFosteringDuties,
  ...retentionDuties,
  ...safetyDuties,
  ...supervisionDuties,
]
