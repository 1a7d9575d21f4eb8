import { Type } from '@sinclair/typebox'
import { HouseError } from '../../../kernel/errors.ts'
import { Id, shape } from '../../../kernel/shape.ts'
import { systemClock, type Clock } from '../../../platform/clock.ts'
import { dbOf } from '../../../platform/db/pool.ts'
import { job, type Bench, type Done } from '../../../platform/jobs/model.ts'
import { counted } from '../../../platform/jobs/words.ts'
import { command, SignedOut, type Caller } from '../../access/act.ts'
import { idsOf } from '../../people/queries.ts'
import { keepDays } from '../pauses/register.ts'
import { openWorkAbout } from '../queries.ts'
import { duesByDate } from './clocksStore.ts'
import { keepInStep } from './step.ts'

/** What the calendar alone has changed: a birthday, a year in a placement, the day of a clock that waits. Done at night, as whoever works with them would. */
export const keepDated = command('work.keepDated', shape({ people: Type.Array(Id, { minItems: 1, maxItems: 40 }) }), {
  may: 'work.do',
  people: ({ people }) => people,
  run: async (asking, { people }) => {
    const survivors = [...new Set(people)]
    for (const item of await openWorkAbout(asking, await idsOf(asking, survivors))) if (item.paused) await keepDays(asking, item)
    await keepInStep(asking, survivors)
    return { answer: { people: survivors.length } }
  },
})

const most = 20_000
/** Everybody whose day has come, each as the colleague who holds them. @returns what was done, in counts */
export async function keepEach(bench: Pick<Bench, 'pool' | 'app' | 'stopping'>, clock: Clock): Promise<Done> {
  const due = await duesByDate(dbOf({ query: bench.pool.query.bind(bench.pool) }), clock.today(), most)
  let [kept, refused] = [0, 0]
  for (const { personId, actorId } of due) {
    if (bench.stopping()) return { did: `${counted(kept, 'person', 'people')} looked at`, more: true }
    if (!actorId) continue
    const caller: Caller = { pool: bench.app, clock, who: { actor: actorId }, via: 'job' }
    const outcome = await keepDated.do(caller, { people: [personId] }).catch((problem: unknown) => { if (problem instanceof HouseError || problem instanceof SignedOut) return undefined; throw problem })
    if (outcome && 'done' in outcome) kept += 1
    else refused += 1
  }
  const alone = due.filter((one) => !one.actorId).length
  return { did: [`${counted(kept, 'person', 'people')} looked at`, ...(refused > 0 ? [`${counted(refused, 'record')} not open to whoever holds it`] : []), ...(alone > 0 ? [`${counted(alone, 'person', 'people')} with nobody`] : [])].join(', ') }
}

/** Nobody has to write anything for a day to come: each morning the work that it brings is there. */
export const keepDatedWork = job('work.keepDated', {
  title: 'Work that a day brings', does: 'Opens and ends what falls due by the calendar alone: the assessment of somebody who becomes sixteen, what a birthday or a year in a placement changes, the days of clocks that wait. Each as the worker who holds the child, and with no more sight than theirs.',
  schema: shape({}), when: { at: '03:40' },
  run: (bench) => keepEach(bench, systemClock),
})
