import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { freshDatabase } from '../../../../test/database.ts'
import { usualCouncil } from '../../../../test/factories/council.ts'
import { mergeSteps, onlyRecordsMerge, playMerges, putInTheWay } from '../../../../test/factories/mergeHistories.ts'
import { addPeople, recordFact, recordIdentifier } from '../commands.ts'
import { searchPeople } from '../search/queries.ts'
import { mergePeople, unmergePeople } from './commands.ts'

const fresh = await freshDatabase()
const council = await usualCouncil(fresh.owner)
const records = fresh.as(council.records)
const because = 'Same NHS number and the same mother.'

async function added(given: string, family: string, bornOn = '2014-02-03'): Promise<string> {
  const id = newId()
  await addPeople.do(fresh.as(council.worker), { people: [{ id, given, family, bornOn }], relationships: [] })
  return id
}
const survivors = async (people: readonly string[]): Promise<Record<string, string>> => {
  const { rows } = await fresh.owner.query('select s.id as person_id, coalesce(p.survivor_id, s.id) as survivor_id from access.subject s left join access.person_part p on p.part_id = s.id where s.id = any ($1)', [people])
  return Object.fromEntries(rows.map((row) => [row.person_id, row.survivor_id]))
}
const whole = async (table: string, people: readonly string[]): Promise<unknown[]> => (await fresh.owner.query(`select * from ${table} where person_id = any ($1) order by id`, [people])).rows

describe('two records of one person become one', () => {
  it('is found under either name, as one person, and no row is changed', async () => {
    const [one, two] = [await added('Rosalind', 'Quigley'), await added('Rosalind', 'Quickley')]
    const before = await whole('people.name', [one, two])
    await mergePeople.do(records, { partId: two, intoId: one, reason: because })
    expect(await whole('people.name', [one, two])).toEqual(before)
    const outcome = await searchPeople.perform(fresh.as(council.worker), { text: 'Rosalind Quickley' })
    expect('done' in outcome && outcome.done.hits.map((hit) => [hit.personId, hit.otherNames])).toEqual([[one, ['Rosalind Quickley']]])
  })
  it('and are two again when that was a mistake', async () => {
    const [one, two] = [await added('Bertram', 'Oakhurst'), await added('Albert', 'Oakhurst')]
    await mergePeople.do(records, { partId: two, intoId: one, reason: because })
    await unmergePeople.do(records, { partId: two })
    expect(await survivors([one, two])).toEqual({ [one]: one, [two]: two })
    const { rows } = await fresh.owner.query('select kind from chronology.event e join chronology.event_person p on p.event_id = e.id where p.person_id = $1 order by e.recorded_at', [two])
    expect(rows.map((row) => row.kind)).toEqual(['person.added', 'person.merged', 'person.unmerged'])
  })
  it('what was written on the shared record meanwhile goes to whom it is about, and the rest stays', async () => {
    const [one, two] = [await added('Clementine', 'Hartley'), await added('Clemency', 'Hartley')]
    await mergePeople.do(records, { partId: two, intoId: one, reason: because })
    const later = fresh.as(council.worker, new Date(Date.now() + 60_000).toISOString())
    await recordIdentifier.do(later, { personId: one, kind: 'nhs', value: '943 476 5919' })
    await recordFact.do(later, { personId: one, kind: 'school', value: 'Oakfield Primary' })
    const { rows } = await fresh.owner.query(`select id from people.identifier where person_id = $1`, [one])
    const outcome = await unmergePeople.do(records, { partId: two, theirs: rows.map((row) => row.id) })
    expect(outcome).toMatchObject({ done: { given: 1 } })
    const found = await searchPeople.perform(fresh.as(council.worker), { text: '943 476 5919' })
    expect('done' in found && found.done.hits.map((hit) => hit.personId)).toEqual([two])
    expect(await whole('people.fact', [two])).toHaveLength(1)
    expect((await fresh.owner.query(`select count(*)::int as n from people.identifier where person_id = $1 and superseded_at is not null`, [one])).rows).toEqual([{ n: 1 }])
  })
  it('nobody but the records role does it', async () => {
    const [one, two] = [await added('Cedric', 'Plum'), await added('Cedrick', 'Plum')]
    await expect(mergePeople.do(fresh.as(council.manager), { partId: two, intoId: one, reason: because })).rejects.toMatchObject({ kind: 'NotAllowed' })
  })
  it('a sealed record cannot be merged by somebody who may not know of it: the answer is as if it were not there', async () => {
    const [one, two] = [await added('Delphine', 'Reed'), await added('Delphine', 'Read')]
    await fresh.owner.query(`update access.subject set marking = 'sealed' where id = $1`, [two])
    const refusal = { kind: 'NotFound', message: 'We could not find one of the people.' }
    await expect(mergePeople.do(records, { partId: two, intoId: one, reason: because })).rejects.toMatchObject(refusal)
    await expect(mergePeople.do(records, { partId: newId(), intoId: one, reason: because })).rejects.toMatchObject(refusal)
  })
  it('the strictest marking of the parts holds for the whole', async () => {
    const [one, two] = [await added('Ottilie', 'Marsh'), await added('Otilie', 'Marsh')]
    await mergePeople.do(records, { partId: two, intoId: one, reason: because })
    await fresh.owner.query(`update access.subject set marking = 'restricted' where id = $1`, [two])
    const outcome = await searchPeople.perform(fresh.as(council.otherWorker), { text: 'Ottilie Marsh' })
    expect(outcome).toMatchObject({ done: { hits: [], restricted: [one] } })
  })
})

describe('merging and un-merging lose nothing', () => {
  it('after any history of both, everybody is who the plain model says, and the sight that is derived equals its sources', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, (_, i) => added(`Person${String.fromCharCode(65 + i)}`, 'Modelname')))
    const names = await whole('people.name', people)
    await fc.assert(fc.asyncProperty(mergeSteps(6, 14), async (steps) => { expect(await playMerges(fresh.owner, records, people, steps)).toEqual([]) }), { numRuns: 25 })
    expect(await whole('people.name', people)).toEqual(names)
  })
  it('joins nobody of whom one may not know, and not what an adoption has parted; and nobody but the records role joins anybody', async () => {
    const people = await Promise.all(Array.from({ length: 10 }, (_, i) => added(`Somebody${String.fromCharCode(65 + i)}`, 'Intheway')))
    const way = await putInTheWay(fresh.owner, people, { records: council.records, worker: council.worker, team: council.teams.one })
    await onlyRecordsMerge(records, [council.worker, council.administrator, undefined], people)
    await fc.assert(fc.asyncProperty(mergeSteps(10, 14), async (steps) => { expect(await playMerges(fresh.owner, records, people, steps, way)).toEqual([]) }), { numRuns: 12 })
  })
})
