// 1,000 random histories of merging and un-merging: after each step everybody is who a plain model says, at the end the derived sight equals its sources, and no name was changed.
import fc from 'fast-check'
import { moment } from '../src/kernel/dates.ts'
import { newId } from '../src/kernel/ids.ts'
import { clockAt } from '../src/platform/clock.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { openPool } from '../src/platform/db/pool.ts'
import { appUrl } from '../src/platform/db/roles.ts'
import { addPeople } from '../src/record/people/commands.ts'
import { usualCouncil } from '../test/factories/council.ts'
import { mergeSteps, playMerges } from '../test/factories/mergeHistories.ts'
import { ownDatabase } from '../test/factories/ownDatabase.ts'

const histories = Number(process.argv[2] ?? 1000)
const own = await ownDatabase('merging')
await migrate(own.ownerUrl)
const [owner, pool] = [openPool(own.ownerUrl, 2), openPool(await appUrl(own.ownerUrl), 2)]
const council = await usualCouncil(owner)
const as = (actor: string) => ({ pool, clock: clockAt(moment('2026-11-22T09:00:00Z')), who: { actor }, via: 'commandLine' as const })
const people = Array.from({ length: 8 }, () => newId())
await addPeople.do(as(council.worker), { people: people.map((id, i) => ({ id, given: `Person${i}`, family: 'Modelname' })), relationships: [] })
const names = async () => JSON.stringify((await owner.query('select * from people.name order by id')).rows)
const before = await names()
const began = performance.now()
let steps = 0
const wrong: string[] = []
for (const [at, history] of fc.sample(mergeSteps(people.length, 12), { numRuns: histories, seed: 20261122 }).entries()) {
  wrong.push(...(await playMerges(owner, as(council.records), people, history)))
  steps += history.length
  if ((at + 1) % 100 === 0) process.stdout.write(`${at + 1} histories, ${steps} steps, ${Math.round((performance.now() - began) / 1000)} seconds\n`)
}
if ((await names()) !== before) wrong.push('a name was changed')
await Promise.all([owner.end(), pool.end()])
await own.drop()
process.stdout.write(wrong.length === 0 ? `${histories} histories of ${steps} steps agree with the model.\n` : `FAILED:\n${wrong.slice(0, 5).join('\n')}\n`)
process.exit(wrong.length === 0 ? 0 : 1)
