import fc from 'fast-check'
import type { Pool } from 'pg'
import { moment } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { clockAt } from '../../src/platform/clock.ts'
import { addPeople } from '../../src/record/people/commands.ts'
import { usualCouncil } from '../factories/council.ts'
import { mergeSteps, onlyRecordsMerge, playMerges, putInTheWay } from '../factories/mergeHistories.ts'

/** Histories of merging and taking apart, of people with whom colleagues work and in whose way something stands. @throws at the first that differs from the model */
export async function mergesAgree(owner: Pool, pool: Pool, histories = 16): Promise<void> {
  const council = await usualCouncil(owner)
  const as = (actor: string) => ({ pool, clock: clockAt(moment('2026-11-22T09:00:00Z')), who: { actor }, via: 'commandLine' as const })
  const people = Array.from({ length: 10 }, () => newId())
  await addPeople.do(as(council.worker), { people: people.map((id, i) => ({ id, given: `Person${i}`, family: 'Modelname' })), relationships: [] })
  const way = await putInTheWay(owner, people, { records: council.records, worker: council.worker, team: council.teams.one })
  await onlyRecordsMerge(as(council.records), [council.worker, council.administrator, undefined], people)
  for (const history of fc.sample(mergeSteps(people.length, 14), { numRuns: histories, seed: 20261122 })) {
    const wrong = await playMerges(owner, as(council.records), people, history, way)
    if (wrong.length > 0) throw new Error(wrong[0])
  }
}
