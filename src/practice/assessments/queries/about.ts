import type { Asking } from '../../../record/access/model.ts'
import { idsOf } from '../../../record/people/queries.ts'
import type { Assessment } from '../model/stored.ts'
import * as store from '../store/assessments.ts'

/** Assessments of these people (survivors) that were not ended without being finished, newest first. */
export const assessmentsAbout = async (asking: Asking, people: readonly string[]): Promise<readonly Assessment[]> => store.about(asking.db, await idsOf(asking, people))
