import { askAgencyDecision, decidePermanence } from '../../../practice/care/permanence/deciding.ts'
import { orderMade } from '../../../practice/care/permanence/orders.ts'
import { beginCarePlan } from '../../../practice/care/planning.ts'
import type { Route } from '../../../record/access/page.ts'
import { careLeavers } from '../../../record/care/leavers.ts'
import { permanenceList } from '../../../record/care/permanence.ts'
import { findHouseholds } from './households.tsx'
import { leavingPage } from './leaving.tsx'
import { leaversPage } from './leavers.tsx'
import { permanencePage } from './permanence.tsx'
import { askDecisionPage, saveAskDecision } from './permanenceAsk.tsx'
import { orderMadePage, saveOrderMade } from './permanenceOrder.tsx'
import { planForPage, savePlanFor } from './plan.tsx'
import { trackerPage } from './tracker.tsx'

/** What plans in care, permanence and leaving care bring to the house. */
export const commands = [beginCarePlan, askAgencyDecision, decidePermanence, orderMade] as const
export const queries = [permanenceList, careLeavers] as const
export const routes: readonly Route[] = [planForPage, savePlanFor, permanencePage, askDecisionPage, saveAskDecision, orderMadePage, saveOrderMade, trackerPage, leavingPage, leaversPage, findHouseholds]
