import { allegationsDue } from '../practice/allegations/tellers.ts'
import { hearingsAhead } from '../practice/legal/ahead.ts'
import { heldByNobody } from '../practice/care/nobody.ts'
import { warningsDue } from '../practice/care/warnings.ts'
import { householdsDue } from '../record/care/householdsDue.ts'
import { lookAtWarning } from '../record/people/warnings/commands.ts'
import { approvalsFollow } from '../record/care/approvals.ts'
import { pauseClock, resumeClock, sayLate } from '../record/work/pauses/commands.ts'
import { changeClock, clockPage } from '../record/work/pauses/page.tsx'
import { pauseClocks } from '../record/work/pauses/register.ts'
import { keepDatedWork } from '../record/work/standing/dated.ts'
import { clocksOf } from '../record/work/standing/explain.ts'
import { termsDue } from '../record/work/termsDue.ts'
import { tryMeasure } from '../record/work/standing/trying.ts'
import { driftingOnBoard } from '../record/plans/board.ts'
import { lookForDrift } from '../record/plans/jobs.ts'

/** Clocks: what waits, what the calendar alone brings, why each is due. */
export const clockWork = {
  commands: [pauseClock, resumeClock, sayLate, lookAtWarning],
  queries: [clocksOf, tryMeasure],
  routes: [clockPage, changeClock],
  clockSources: [pauseClocks],
  jobs: [keepDatedWork, approvalsFollow, lookForDrift],
  dateSources: [hearingsAhead],
  traySources: [householdsDue, warningsDue, allegationsDue, termsDue],
  boardLists: [driftingOnBoard, heldByNobody],
} as const
