import { isId } from '../../../kernel/ids.ts'
import { systemClock } from '../../../platform/clock.ts'
import { dbOf, openPool } from '../../../platform/db/pool.ts'
import { appUrl } from '../../../platform/db/roles.ts'
import type { LineCommand } from '../../../platform/start/commandLine.ts'
import { StartFault } from '../../../platform/start/fault.ts'
import { HouseError } from '../../../kernel/errors.ts'
import { answer, type Caller } from '../../access/act.ts'
import { cardsOf } from '../../people/queries.ts'
import { readOwn, schoolYears } from '../../access/own/store.ts'
import { schoolYearOn } from '../../access/own/terms.ts'
import { actorWithAddress } from './clocksStore.ts'
import { clocksOf, inLines } from './explain.ts'

const after = (words: readonly string[], name: string): string | undefined => { const at = words.indexOf(`--${name}`); return at < 0 ? undefined : words[at + 1] }

/** `clocks CHILD --as EMAIL`: which clocks run for one child, from what, due when and why, as far as that colleague may read the record. Ids, unless `--names`. */
export const clocksLine = (plug: () => void): LineCommand => ({
  name: 'clocks',
  takes: 'CHILD --as EMAIL [--names] [--all]',
  does: 'Says which clocks run for one child (by id), from what, due when and why, as far as that colleague may read. It is kept in the audit.',
  async run({ ownerUrl, words, print }) {
    const [child = ''] = words
    const address = after(words, 'as')
    if (!isId(child)) throw new StartFault('Write the id of the child, as it stands in the address of their page.')
    if (!address) throw new StartFault('Write --as and the e-mail address of a colleague who may read this record.')
    plug()
    const pool = openPool(await appUrl(ownerUrl), 1)
    try {
      const actor = await actorWithAddress(dbOf({ query: pool.query.bind(pool) }), address)
      if (!actor) throw new StartFault('Nobody works here with that e-mail address.')
      const caller: Caller = { pool, clock: systemClock, who: { actor }, via: 'commandLine' }
      const { clocks: every, name, written } = await answer(caller, 'work.clocks', 'record.read', async (asking) => ({
        clocks: await readOwn(asking.db).then(() => clocksOf.of(asking, { personId: child })), name: words.includes('--names') ? ((await cardsOf(asking, [child])).get(child)?.name ?? child) : child,
        written: (await schoolYears(asking.db)).some((one) => one.year === schoolYearOn(asking.today)),
      })).catch((fault: unknown) => { throw fault instanceof HouseError ? new StartFault('That colleague may not read this record, or there is none.') : fault })
      // Facts begin clocks of rules for others too: a visit is one to every kind of visiting. Shown are those that are asked of somebody here.
      const clocks = words.includes('--all') ? every : every.filter((one) => one.asked)
      print(clocks.length === 0 ? `No clock runs for ${name}.` : `${clocks.length} ${clocks.length === 1 ? 'clock runs' : 'clocks run'} for ${name}:`)
      for (const line of clocks.flatMap(inLines)) print(line)
      if (clocks.some((one) => one.asked) && !written) print('The school terms of this school year are not written (Settings, School terms): no clock runs for the review of a personal education plan in each term.')
    } finally {
      await pool.end()
    }
  },
})
