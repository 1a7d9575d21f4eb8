import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../database.ts'
import { usualCouncil } from '../factories/council.ts'
import { plugTellers, readChronology } from '../../src/record/chronology/queries.ts'
import { legalTeller } from '../../src/record/chronology/legalTeller.ts'
import { answer } from '../../src/record/access/act.ts'
import { newId } from '../../src/kernel/ids.ts'
import { plain } from '../../src/kernel/dates.ts'
import { asKnownOn } from '../../src/record/people/asKnown.ts'
import { addPeople } from '../../src/record/people/commands.ts'
import { mergePeople } from '../../src/record/people/merging/commands.ts'
import { correctLegalStatus, endLegalStatus, recordLegalStatus, withdrawLegalStatus } from '../../src/record/people/legal/commands.ts'
import { legalHistory } from '../../src/record/people/legal/queries.ts'

const { as, owner } = await freshDatabase()
const council = await usualCouncil(owner)
plugTellers([legalTeller])
const priya = (day = '2026-11-18') => as(council.worker, `${day}T10:00:00.000Z`)
const done = async <Answer>(outcome: Promise<{ done: Answer } | { problems: readonly { question: string; problem: string }[] }>): Promise<Answer> => {
  const was = await outcome
  if ('problems' in was) throw new Error(JSON.stringify(was.problems))
  return was.done
}
const problemsOf = async (outcome: Promise<object>): Promise<string> => JSON.stringify(await outcome)

async function children(...names: string[]): Promise<string[]> {
  const people = names.map((given) => ({ id: newId(), given, family: 'Vale', bornOn: '2016-02-03' }))
  await done(addPeople.do(priya('2026-01-05'), { people, relationships: [] }))
  return people.map((one) => one.id)
}
const history = async (id: string) => {
  const read = await done(legalHistory.perform(priya(), { id }))
  return { now: read.statuses.map((one) => `${one.code} ${one.from} ${one.to ?? ''}`.trim()), earlier: read.earlier.map((one) => `${one.code} ${one.why ?? ''}`.trim()) }
}
const told = (ids: string[]) => answer(priya(), 'test.chronology', 'record.read', async (asking) => (await readChronology(asking, ids, { most: 50 })).lines.filter((line) => line.kind.startsWith('legal.')).map((line) => `${line.happenedOn} ${line.told.title}`))

describe('a legal status', () => {
  it('of two brothers is recorded once, is in both records, and gives way to the next on its day', async () => {
    const [ben = '', joe = ''] = await children('Ben', 'Joe')
    await done(recordLegalStatus.do(priya(), { id: newId(), people: [ben, joe], code: 'accommodated', from: '2026-03-01' }))
    await done(recordLegalStatus.do(priya(), { id: newId(), people: [ben], code: 'interimCareOrder', from: '2026-04-02', court: 'Family Court at Ardenvale', endsPresent: true }))
    expect((await history(ben)).now).toEqual(['interimCareOrder 2026-04-02', 'accommodated 2026-03-01 2026-04-02'])
    expect((await history(joe)).now).toEqual(['accommodated 2026-03-01'])
    expect(await told([ben, joe])).toEqual(['2026-04-02 Interim care order', '2026-04-02 Accommodated with agreement: ended', '2026-03-01 Accommodated with agreement'])
  })

  it('never overlaps another: said in words, and refused by the database itself', async () => {
    const [ada = ''] = await children('Ada')
    await done(recordLegalStatus.do(priya(), { id: newId(), people: [ada], code: 'careOrder', from: '2026-03-01' }))
    expect(await problemsOf(recordLegalStatus.do(priya(), { id: newId(), people: [ada], code: 'accommodated', from: '2026-02-01' }))).toContain('one such status at a time')
    await done(recordLegalStatus.do(priya(), { id: newId(), people: [ada], code: 'accommodated', from: '2026-02-01', to: '2026-03-01' }))
    await done(recordLegalStatus.do(priya(), { id: newId(), people: [ada], code: 'secureAccommodation', from: '2026-05-01' }))
    const insert = `set role kith_gate; insert into people.legal_status (id, order_id, person_id, kind, code, valid_from) values (gen_random_uuid(), gen_random_uuid(), '${ada}', 'lookedAfter', 'careOrder', '2026-06-01')`
    await expect(owner.query(insert)).rejects.toThrow(/one_looked_after_status/)
    await owner.query('reset role')
  })

  it('is corrected by adding: both versions are read, the day of the chronology moves, and an earlier day still shows what was known on it', async () => {
    const [mia = '', tom = ''] = await children('Mia', 'Tom')
    const id = newId()
    await done(recordLegalStatus.do(priya('2026-05-10'), { id, people: [mia, tom], code: 'supervision', from: '2026-05-04' }))
    await done(correctLegalStatus.do(priya('2026-06-20'), { orderId: id, people: [mia], code: 'interimSupervision', from: '2026-05-06', why: 'The order came by post' }))
    expect(await history(mia)).toEqual({ now: ['interimSupervision 2026-05-06'], earlier: ['supervision The order came by post'] })
    expect((await history(tom)).now).toEqual(['supervision 2026-05-04'])
    expect(await told([mia, tom])).toEqual(['2026-05-06 Interim supervision order', '2026-05-04 Supervision order'])
    const then = await answer(priya(), 'test.known', 'record.read', (asking) => asKnownOn(asking, [mia], plain('2026-06-19')))
    expect(then.legalStatuses.map((one) => one.code)).toEqual(['supervision'])
  })

  it('ends once, and is taken back with a reason when it was never so', async () => {
    const [eve = ''] = await children('Eve')
    const id = newId()
    await done(recordLegalStatus.do(priya(), { id, people: [eve], code: 'nonMolestation', from: '2026-05-04', expiresOn: '2027-05-04' }))
    expect(await problemsOf(endLegalStatus.do(priya(), { orderId: id, people: [eve], on: '2026-05-01' }))).toContain('before it began')
    await done(endLegalStatus.do(priya(), { orderId: id, people: [eve], on: '2026-10-01' }))
    expect(await problemsOf(endLegalStatus.do(priya(), { orderId: id, people: [eve], on: '2026-10-02' }))).toContain('has an end already')
    expect((await told([eve]))[0]).toBe('2026-10-01 Non-molestation order: ended')
    await done(withdrawLegalStatus.do(priya(), { orderId: id, people: [eve], why: 'It was about her sister' }))
    expect((await history(eve)).now).toEqual([])
    expect((await told([eve])).sort()).toEqual(['2026-11-18 Taken back: Non-molestation order', '2026-11-18 Taken back: the end of Non-molestation order'])
  })

  it('keeps the part it was written about when records are made one, and is ended from there', async () => {
    const [one = '', two = ''] = await children('Cass', 'Cassie')
    const id = newId()
    await done(recordLegalStatus.do(priya(), { id, people: [two], code: 'careOrder', from: '2026-05-04' }))
    await done(mergePeople.do(as(council.records), { partId: two, intoId: one, reason: 'The same girl, by her birth certificate' }))
    expect((await history(one)).now).toEqual(['careOrder 2026-05-04'])
    expect(await problemsOf(recordLegalStatus.do(priya(), { id: newId(), people: [one], code: 'accommodated', from: '2026-06-01' }))).toContain('one such status at a time')
    await done(endLegalStatus.do(priya(), { orderId: id, people: [one], on: '2026-07-01' }))
    expect((await history(one)).now).toEqual(['careOrder 2026-05-04 2026-07-01'])
    expect((await owner.query('select distinct person_id from people.legal_status where order_id = $1', [id])).rows).toEqual([{ person_id: two }])
  })

  it('is recorded by a qualified worker who writes on the record, and by nobody else', async () => {
    const [kit = ''] = await children('Kit')
    const input = { id: newId(), people: [kit], code: 'careOrder', from: '2026-05-04' }
    const unqualified = await council.actor('Dana Helper', [{ team: council.teams.two, role: 'worker' }], { qualified: false })
    await expect(recordLegalStatus.do(as(unqualified), input)).rejects.toThrow('qualified social worker')
    await expect(recordLegalStatus.do(as(council.otherWorker), input)).rejects.toThrow('may not write')
    await expect(recordLegalStatus.do(as(council.businessSupport), input)).rejects.toThrow('does not include')
    await done(recordLegalStatus.do(priya(), input))
    expect((await done(legalHistory.perform(as(council.otherWorker), { id: kit }))).statuses).toEqual([])
  })
})
