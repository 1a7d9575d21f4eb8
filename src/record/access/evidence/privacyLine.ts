import { dayInWords } from '../../../kernel/dates.ts'
import { systemClock } from '../../../platform/clock.ts'
import { dbOf, openPool } from '../../../platform/db/pool.ts'
import { jobsUrl } from '../../../platform/db/roles.ts'
import type { LineCommand } from '../../../platform/start/commandLine.ts'
import { StartFault } from '../../../platform/start/fault.ts'
import { draftImpactAssessment, isConfigured, registerOfProcessing } from './processing.ts'
import { processing } from './store.ts'

/** `privacy`: the register of processing and a draft impact assessment, from the council's configuration (access policy, rule 28). */
export const privacyLine: LineCommand = {
  name: 'privacy',
  does: 'Prints the register of processing and a draft impact assessment of this council, as Markdown.',
  async run({ ownerUrl, print }) {
    const pool = openPool(await jobsUrl(ownerUrl), 1)
    try {
      const configured = await processing(dbOf({ query: pool.query.bind(pool) }))
      if (!isConfigured(configured)) throw new StartFault('The configuration of this council could not be read. Run npm run kith -- migrate first.')
      const day = dayInWords(systemClock.today())
      for (const line of [...registerOfProcessing(configured, day), ...draftImpactAssessment(configured, day)]) print(line)
    } finally {
      await pool.end()
    }
  },
}
