import { demoLine } from './channel/demo/demoLine.ts'
import { keyLine } from './channel/exchange/transfer/councils/keyLine.ts'
import { importLine } from './channel/exchange/importLine.ts'
import { checkCinLine, checkRulesLine, checkSsda903Line } from './channel/exchange/returns/checkReturns.ts'
import { listsLine } from './channel/exchange/returns/listsLine.ts'
import { exportLine } from './channel/exchange/returns/exportLine.ts'
import { checkRecordLine } from './oversight/soundness/checkRecordLine.ts'
import { statisticsLine } from './oversight/returns/statistics/statisticsLine.ts'
import { backupLine, restoreLine } from './platform/start/backup/backupLines.ts'
import { failoverLine, standbyLine } from './platform/start/standby/standbyLines.ts'
import { migrateLine } from './platform/db/migrateLine.ts'
import { administratorLine } from './record/access/administratorLine.ts'
import { jobsLine } from './platform/jobs/jobsLine.ts'
import { clockSources, jobs, standingDuties, standingSources } from './modules.ts'
import { clocksLine } from './record/work/standing/clocksLine.ts'
import { clockWork } from './modules/clocks.ts'
import { plugTraySources } from './record/work/besideTray.ts'
import { plugClockSources } from './record/work/standing/sources.ts'
import { plugStandingDuties } from './record/work/standing/step.ts'
import { checkLine } from './record/access/seal/checkLine.ts'
import { privacyLine } from './record/access/evidence/privacyLine.ts'
import type { LineCommand } from './platform/start/commandLine.ts'

const plugClocks = (): void => { plugClockSources(clockSources, standingSources); plugStandingDuties(standingDuties); plugTraySources(clockWork.traySources) }

/** The commands of `npm run kith`, in the order that help shows them: one line each. */
export const lineCommands: readonly LineCommand[] = [
  migrateLine,
  demoLine,
  administratorLine,
  keyLine,
  importLine,
  exportLine,
  statisticsLine,
  listsLine,
  jobsLine(jobs, plugClocks),
  backupLine,
  restoreLine,
  standbyLine,
  failoverLine,
  checkLine,
  checkRecordLine,
  checkSsda903Line,
  checkCinLine,
  checkRulesLine,
  privacyLine,
  clocksLine(plugClocks),
]
