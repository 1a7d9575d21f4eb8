import { keysOf } from '../../../platform/keys.ts'
import { openPool } from '../../../platform/db/pool.ts'
import { sealerUrl } from '../../../platform/db/roles.ts'
import type { LineCommand } from '../../../platform/start/commandLine.ts'
import { StartFault } from '../../../platform/start/fault.ts'
import { checkAudit } from './check.ts'
import { checkpointFolder, checkpointsIn } from './checkpoints.ts'
import { auditKeys } from './sealer.ts'

const mostShown = 20

/** Says whether the audit is whole; a finding ends the command with a fault, so that a nightly run can raise the alarm. */
export const checkLine: LineCommand = {
  name: 'check',
  takes: 'audit',
  does: 'Reads the whole audit again and says whether anything was changed, taken away or put in.',
  async run({ ownerUrl, dataFolder, words, print }) {
    if (words[0] !== 'audit') throw new StartFault('Say what to check: npm run kith -- check audit')
    const pool = openPool(await sealerUrl(ownerUrl), 1)
    try {
      const folder = checkpointFolder(dataFolder)
      const { events, seals, checkpoints, waiting, findings } = await checkAudit(pool, auditKeys(keysOf({ given: process.env['KITH_KEY'], dataFolder })), checkpointsIn(folder))
      print(`${events} events under ${seals} seals were read again, and held against ${checkpoints} checkpoints in ${folder}.`)
      if (waiting > 0) print(`${waiting} events are older than five seconds and not sealed yet: Kith seals while it runs.`)
      for (const finding of findings.slice(0, mostShown)) print(`  ${finding.words}`)
      if (findings.length > mostShown) print(`  and ${findings.length - mostShown} more`)
      if (findings.length > 0) throw new StartFault(`The audit is not whole: ${findings.length === 1 ? 'one finding' : `${findings.length} findings`}. Keep this database as it is, and tell the privacy officer. After a restore, what came after the backup is missing: that is then the reason.`)
      print('The audit is whole.')
    } finally {
      await pool.end()
    }
  },
}
