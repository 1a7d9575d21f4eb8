import { systemClock } from '../../platform/clock.ts'
import { openPool } from '../../platform/db/pool.ts'
import { backupUrl } from '../../platform/db/roles.ts'
import type { LineCommand } from '../../platform/start/commandLine.ts'
import { StartFault } from '../../platform/start/fault.ts'
import { checkRecord, recordRules } from './check.ts'

const shown = 10

/** Holds the whole record against what always holds of it; a finding ends the command with a fault, so that a nightly run can raise the alarm. */
export const checkRecordLine: LineCommand = {
  name: 'check record',
  takes: '[--rules] [--all]',
  does: 'Holds the whole record against what must always be true of it (a child in care has one placement, no plan without a conference, no work without an owner). Says where it is not, by id, and what to do.',
  async run({ ownerUrl, words, print }) {
    if (words.includes('--rules')) return recordRules.forEach((rule) => print(`${rule.name.padEnd(28)}${rule.says}`))
    const pool = openPool(await backupUrl(ownerUrl), 1)
    try {
      const found = await checkRecord(pool, systemClock.today())
      print(`The record was held against ${recordRules.length} rules.`)
      for (const { rule, count, faults } of found) {
        print(`${rule.name}: ${rule.says}`)
        print(`  ${count === 1 ? 'Not so for one' : `Not so for ${count}`}. ${rule.todo}`)
        const most = words.includes('--all') ? faults.length : shown
        for (const fault of faults.slice(0, most)) print(`    ${fault.what} ${fault.id}`)
        if (count > Math.min(most, faults.length)) print(`    and ${count - Math.min(most, faults.length)} more`)
      }
      if (found.length > 0) throw new StartFault(`The record is not sound: ${found.length === 1 ? 'one rule does' : `${found.length} rules do`} not hold everywhere. Nothing was changed.`)
      print('The record is sound.')
    } finally {
      await pool.end()
    }
  },
}
