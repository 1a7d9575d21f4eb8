import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moment, plain } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { knownOn } from '../../src/record/people/asKnown.ts'
import { addPeople, moveHome, recordFact, recordName } from '../../src/record/people/commands.ts'
import { freshDatabase } from '../database.ts'
import { usualCouncil } from '../factories/council.ts'
import { histories, playHistory } from '../factories/knownHistories.ts'

const fresh = await freshDatabase()
const council = await usualCouncil(fresh.owner)
const worker = (at: string) => fresh.as(council.worker, moment(at))

async function thenOf(id: string, day: string) {
  const outcome = await knownOn.perform(worker('2025-12-01T09:00:00Z'), { id, day })
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems))
  return outcome.done
}

describe('the record can be shown as it was known on a day', () => {
  it('whatever was recorded since: each day of a random history equals the copy kept that day', async () => {
    await fc.assert(fc.asyncProperty(histories, async (history) => {
      expect((await playHistory(worker, history)).wrong).toEqual([])
    }), { numRuns: 25, endOnFailure: true })
  })

  it('what held earlier but was learnt later is not there before it was learnt', async () => {
    const id = newId()
    await addPeople.do(worker('2025-03-01T09:00:00Z'), { people: [{ id, given: 'Mira', family: 'Vale', bornOn: '2015-01-01', address: { lines: ['1 First Street'] } }], relationships: [] })
    await moveHome.do(worker('2025-03-20T09:00:00Z'), { people: [id], on: '2025-03-05', address: { lines: ['2 Second Street'] } })
    await recordFact.do(worker('2025-03-21T09:00:00Z'), { personId: id, kind: 'bornOn', value: '2016-01-01' })
    await recordName.do(worker('2025-03-22T09:00:00Z'), { personId: id, kind: 'legal', given: 'Mira', family: 'Hill' })
    const before = await thenOf(id, '2025-03-10')
    expect(before.addresses.map((a) => [a.lines, a.to])).toEqual([[['1 First Street'], null]])
    expect(before.cards.map((c) => [c.name, c.bornOn])).toEqual([['Mira Vale', plain('2015-01-01')]])
    const after = await thenOf(id, '2025-03-22')
    expect(after.addresses.map((a) => [a.lines, a.to])).toEqual([[['2 Second Street'], null], [['1 First Street'], plain('2025-03-05')]])
    expect(after.cards.map((c) => [c.name, c.bornOn])).toEqual([['Mira Hill', plain('2016-01-01')]])
    expect((await thenOf(id, '2025-02-28')).cards).toEqual([])
  })

  it('the day ends at midnight in England, also when the clock is an hour ahead', async () => {
    const id = newId()
    await addPeople.do(worker('2025-06-01T09:00:00Z'), { people: [{ id, given: 'Juno', family: 'Vale' }], relationships: [] })
    await recordFact.do(worker('2025-06-10T22:59:59.999Z'), { personId: id, kind: 'school', value: 'Oakfield' })
    await recordFact.do(worker('2025-06-10T23:00:00.000Z'), { personId: id, kind: 'school', value: 'Ashdown' })
    expect((await thenOf(id, '2025-06-10')).facts.map((f) => f.value)).toEqual(['Oakfield'])
    expect((await thenOf(id, '2025-06-11')).facts.map((f) => f.value)).toEqual(['Ashdown'])
  })

  it('nobody sees more of an earlier day than of today', async () => {
    const id = newId()
    await addPeople.do(worker('2025-03-01T09:00:00Z'), { people: [{ id, given: 'Nell', family: 'Vale', address: { lines: ['9 Quiet Row'] } }], relationships: [] })
    const outcome = await knownOn.perform(fresh.as(council.otherWorker), { id, day: '2025-03-02' })
    expect(outcome).toMatchObject({ done: { sight: 'card', addresses: [], names: [], facts: [] } })
  })
})
