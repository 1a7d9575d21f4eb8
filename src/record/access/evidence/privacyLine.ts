import { dayInWords } from '../../../kernel/dates.ts'
import { systemClock } from '../../../platform/clock.ts'
import { dbOf, openPool } from '../../../platform/db/pool.ts'
import { jobsUrl } from '../../../platform/db/roles.ts'
import type { LineCommand } from '../../../platform/start/commandLine.ts'
import { StartFault } from '../../../platform/start/fault.ts'
import { draftPrivacyNotice } from './notice.ts'
import { draftImpactAssessment, isConfigured, registerOfProcessing } from './processing.ts'
import { processing } from './store.ts'

/** `privacy`: the register of processing and a draft impact assessment, from the council's configuration (access policy, rule 28). */
export const privacyLine: LineCommand = {
  name: 'privacy',
  takes: '[notice]',
  does: 'Prints the register of processing and a draft impact assessment of this council, or the draft of a privacy notice for families, as Markdown.',
  async run({ ownerUrl, words, print }) {
    if (words.length > 1 || (words[0] !== undefined && words[0] !== 'notice')) throw new StartFault('Say npm run kith -- privacy, or npm run kith -- privacy notice.')
    const pool = openPool(await jobsUrl(ownerUrl), 1)
    try {
      const configured = await processing(dbOf({ query: pool.query.bind(pool) }))
      if (!isConfigured(configured)) throw new StartFault('The configuration of this council could not be read. Run npm run kith -- migrate first.')
      const day = dayInWords(systemClock.today())
      for (const line of words[0] === 'notice' ? draftPrivacyNotice(configured, day) : [...registerOfProcessing(configured, day), ...draftImpactAssessment(configured, day)]) print(line)
    } finally {
      await pool.end()
    }
  },
}
