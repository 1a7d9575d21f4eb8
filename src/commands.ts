import { demoLine } from './channel/demo/demoLine.ts'
import { importLine } from './channel/exchange/importLine.ts'
import { checkCinLine, checkRulesLine, checkSsda903Line } from './channel/exchange/returns/checkReturns.ts'
import { exportLine } from './channel/exchange/returns/exportLine.ts'
import { backupLine, restoreLine } from './platform/start/backup/backupLines.ts'
import { failoverLine, standbyLine } from './platform/start/standby/standbyLines.ts'
import { migrateLine } from './platform/db/migrateLine.ts'
import { administratorLine } from './record/access/administratorLine.ts'
import { jobsLine } from './platform/jobs/jobsLine.ts'
import { jobs } from './modules.ts'
import { checkLine } from './record/access/seal/checkLine.ts'
import { privacyLine } from './record/access/evidence/privacyLine.ts'
import type { LineCommand } from './platform/start/commandLine.ts'

/** The commands of `npm run kith`, in the order that help shows them: one line each. */
export const lineCommands: readonly LineCommand[] = [
  migrateLine,
  demoLine,
  administratorLine,
  importLine,
  exportLine,
  jobsLine(jobs),
  backupLine,
  restoreLine,
  standbyLine,
  failoverLine,
  checkLine,
  checkSsda903Line,
  checkCinLine,
  checkRulesLine,
  privacyLine,
]
