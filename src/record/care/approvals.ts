import { HouseError } from '../../kernel/errors.ts'
import { Day, Id, optional, shape } from '../../kernel/shape.ts'
import { newId } from '../../kernel/ids.ts'
import { systemClock, type Clock } from '../../platform/clock.ts'
import { dbOf } from '../../platform/db/pool.ts'
import { job, type Bench, type Done } from '../../platform/jobs/model.ts'
import { counted } from '../../platform/jobs/words.ts'
import { command, SignedOut } from '../access/act.ts'
import { idsOf } from '../people/queries.ts'
import { keepDated } from '../work/standing/dated.ts'
import { keepInStep } from '../work/standing/step.ts'
import { factAsked, keepFact } from './facts.ts'
import { approvedForGood, homesInQuestion } from './store/households.ts'

/** Carers who were approved for a time are foster carers now: what ran by that for this child ends, and visits run by the rule of every placement. */
export const endTemporaryApproval = command('care.approvalFollows', shape({ personId: Id, factId: Id, on: Day }), {
  may: 'record.write',
  people: ({ personId }) => [personId],
  run: async (asking, { personId, factId, on }) => {
    const ids = await idsOf(asking, [personId])
    const stood = (await factAsked(asking, factId)).find((one) => one.to === null && ids.includes(one.personId))
    if (!stood) return { answer: { ended: false } }
    const kept = await keepFact(asking, { id: newId(Date.parse(asking.now)), people: [personId], kind: 'temporaryApproval', on: stood.on, to: on, answers: stood.answers, corrects: factId, ...(stood.words ? { words: stood.words } : {}) })
    if ('problems' in kept) return kept
    await keepInStep(asking, [personId])
    return { answer: { ended: true }, happened: kept.happened }
  },
})

const most = 2_000
/** Each child whose carers were approved, as the colleague who holds the child. @returns what was done, in counts */
export async function followApprovals(bench: Pick<Bench, 'pool' | 'app' | 'stopping'>, clock: Clock, householdId?: string): Promise<Done> {
  const due = await approvedForGood(dbOf({ query: bench.pool.query.bind(bench.pool) }), householdId, most)
  let [ended, refused] = [0, 0]
  for (const { personId, factId, approvedOn, actorId } of due) {
    if (bench.stopping()) return { did: `${counted(ended, 'approval')} ended`, more: true }
    if (!actorId) continue
    const outcome = await endTemporaryApproval.do({ pool: bench.app, clock, who: { actor: actorId }, via: 'job' }, { personId, factId, on: approvedOn })
      .catch((problem: unknown) => { if (problem instanceof HouseError || problem instanceof SignedOut) return undefined; throw problem })
    if (outcome && 'done' in outcome) ended += 1
    else refused += 1
  }
  const alone = due.filter((one) => !one.actorId).length
  return { did: [`${counted(ended, 'approval')} for a time ended`, ...(refused > 0 ? [`${counted(refused, 'record')} not open to whoever holds it`] : []), ...(alone > 0 ? [`${counted(alone, 'child', 'children')} with nobody`] : [])].join(', ') }
}

/** Children whose carers nobody approves any more: their worker and manager are asked to decide where each lives now, and no longer once it is decided. @returns what was done, in counts */
export async function followHomes(bench: Pick<Bench, 'pool' | 'app' | 'stopping'>, clock: Clock, householdId?: string): Promise<Done> {
  const due = await homesInQuestion(dbOf({ query: bench.pool.query.bind(bench.pool) }), householdId, clock.today(), most)
  let looked = 0
  for (const { personId, actorId } of due) {
    if (bench.stopping()) return { did: `${counted(looked, 'home')} looked at`, more: true }
    if (!actorId) continue
    const outcome = await keepDated.do({ pool: bench.app, clock, who: { actor: actorId }, via: 'job' }, { people: [personId] })
      .catch((problem: unknown) => { if (problem instanceof HouseError || problem instanceof SignedOut) return undefined; throw problem })
    if (outcome && 'done' in outcome) looked += 1
  }
  const alone = due.filter((one) => !one.actorId).length
  const refused = due.length - alone - looked
  return { did: [`${counted(looked, 'home')} looked at`, ...(refused > 0 ? [`${counted(refused, 'record')} not open to whoever holds it`] : []), ...(alone > 0 ? [`${counted(alone, 'child', 'children')} with nobody`] : [])].join(', ') }
}

/** At once when the approval of carers changes; each night for what a day alone brings, and for those whom nobody held. */
export const approvalsFollow = job('care.approvalsFollow', {
  title: 'Carers who were approved, or are approved no longer', does: 'Ends an approval for a time with each child where the carers are foster carers now, so that visits run by the rule of every placement; where nobody approves them any more, asks the worker and the manager of each child to decide where the child lives. Each as the worker who holds the child, and with no more sight than theirs.',
  schema: shape({ householdId: optional(Id) }), when: { at: '03:50' },
  run: async (bench, { householdId }) => {
    const [approved, homes] = [await followApprovals(bench, systemClock, householdId), await followHomes(bench, systemClock, householdId)]
    return { did: `${approved.did}; ${homes.did}`, ...(approved.more || homes.more ? { more: true } : {}) }
  },
})
