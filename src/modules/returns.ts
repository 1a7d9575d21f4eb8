import { casesPage, saveCase } from '../channel/web/people/cases.tsx'
import { putRight } from '../channel/web/putRight/route.ts'
import { casesOf, keepCase } from '../practice/contacts/commands/case.ts'
import * as returns from '../oversight/returns/commands.ts'
import { adoptionPage } from '../oversight/returns/pages/adoption.tsx'
import { qualityPage } from '../oversight/returns/pages/quality.tsx'
import { askReturn, returnsPage } from '../oversight/returns/pages/list.tsx'
import { behindPage, yearPage } from '../oversight/returns/pages/year.tsx'
import { listsKept, takeList } from '../oversight/returns/lists/commands.ts'
import { listsPage, takeListOnPage } from '../oversight/returns/pages/lists.tsx'
import { explainOnPage, recordSent, returnFile, returnPage, returnRulePage } from '../oversight/returns/pages/one.tsx'
import { adoptionScorecard } from '../oversight/returns/adoption/queries.ts'
import { recordQuality, returnMade, returnRule, returnsMade } from '../oversight/returns/queries.ts'
import { behindMeasure, yearAtAGlance } from '../oversight/returns/statistics/queries.ts'

/** The returns to the department, the quality of the record and the year at a glance: what they bring to the house. */
export const departmentReturns = {
  commands: [...Object.values(returns), keepCase, takeList],
  queries: [recordQuality, returnsMade, returnMade, returnRule, yearAtAGlance, behindMeasure, adoptionScorecard, casesOf, listsKept],
  routes: [casesPage, saveCase, putRight, qualityPage, yearPage, behindPage, adoptionPage, listsPage, takeListOnPage, returnsPage, askReturn, returnPage, recordSent, returnRulePage, explainOnPage, returnFile],
} as const
