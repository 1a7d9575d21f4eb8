// 1,000 random histories of the product's own commands: each day, read as it was known, equals the copy kept that day.
import fc from 'fast-check'
import type { Instant } from '../src/kernel/dates.ts'
import { clockAt } from '../src/platform/clock.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { openPool } from '../src/platform/db/pool.ts'
import { appUrl } from '../src/platform/db/roles.ts'
import { usualCouncil } from '../test/factories/council.ts'
import { histories, playHistory } from '../test/factories/knownHistories.ts'
import { ownDatabase } from '../test/factories/ownDatabase.ts'

const count = Number(process.argv[2] ?? 1000)
const own = await ownDatabase('as_known')
await migrate(own.ownerUrl)
const [owner, pool] = [openPool(own.ownerUrl, 2), openPool(await appUrl(own.ownerUrl), 2)]
const council = await usualCouncil(owner)
const as = (at: Instant) => ({ pool, clock: clockAt(at), who: { actor: council.worker }, via: 'commandLine' as const })
const began = performance.now()
let [changes, days] = [0, 0]
const wrong: string[] = []
for (const [at, history] of fc.sample(histories, { numRuns: count, seed: 20261122 }).entries()) {
  const played = await playHistory(as, history)
  wrong.push(...played.wrong)
  changes += played.changes
  days += played.days
  if ((at + 1) % 100 === 0) process.stdout.write(`${at + 1} histories, ${changes} changes, ${Math.round((performance.now() - began) / 1000)} seconds\n`)
}
await Promise.all([owner.end(), pool.end()])
await own.drop()
process.stdout.write(wrong.length === 0 ? `${count} histories of ${changes} changes: all ${days} days read as the copies kept on them.\n` : `FAILED, ${wrong.length} days differ:\n${wrong.slice(0, 3).join('\n')}\n`)
process.exit(wrong.length === 0 ? 0 : 1)
