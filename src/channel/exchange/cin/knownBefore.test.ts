import { describe, expect, it } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { addPeople } from '../../../record/people/commands.ts'
import { compareAllDue } from '../../../record/people/merging/jobs.ts'
import { possibleDuplicates } from '../../../record/people/merging/queries.ts'
import { census, child } from './census.fixture.ts'
import { importingCouncil, person, taken } from './importing.fixture.ts'
import { perhapsKnown } from './settle.ts'

const { as, bring, council, importer, jobs, owner } = await importingCouncil()

const upns = ['H801200001001', 'T801200001002', 'F801200001003', 'R801200001004'] as const
type Number = Readonly<{ kind: 'upn' | 'formerUpn' | 'localChildId'; value: string }>

/** Somebody a worker wrote down, with their numbers and a date of birth. */
async function known(given: string, identifiers: readonly Number[], bornOn = '2015-03-27'): Promise<string> {
  const id = newId()
  await addPeople.do(as(council().worker), { people: [{ id, given, family: 'Okonjo-Reyes', bornOn, sex: 'female', identifiers: [...identifiers] }], relationships: [] })
  return id
}
const identifiers = (more: string) => `${more}<PersonBirthDate>2015-03-27</PersonBirthDate><GenderCurrent>2</GenderCurrent>`
const pairsOf = async (id: string) => {
  await compareAllDue(jobs)
  const outcome = await possibleDuplicates.perform(as(council().records), { id })
  if ('problems' in outcome) throw new Error('problems')
  return outcome.done.map(({ one, other, reasons }) => ({ other: one.id === id ? other.id : one.id, words: reasons.map(({ words }) => words) }))
}

describe('an imported child who may be on the record already', () => {
  const cases: [string, readonly Number[], string, string, string][] = [
    ['the same UPN', [{ kind: 'upn', value: upns[0] }], 'DUP0', `<UPN>${upns[0]}</UPN>`, 'Same pupil number (UPN)'],
    ['a UPN that was the child’s once', [{ kind: 'upn', value: upns[1] }], 'DUP1', `<FormerUPN>${upns[1]}</FormerUPN>`, 'Same pupil number (UPN)'],
    ['a UPN that the person we know had once', [{ kind: 'formerUpn', value: upns[2] }], 'DUP2', `<UPN>${upns[2]}</UPN>`, 'Same pupil number (UPN)'],
    ['the number that the authority gave the child', [{ kind: 'localChildId', value: 'DUP30000' }], 'DUP30000', '', 'Same local child number'],
  ]
  it.each(cases)('by %s: stands under Recorded twice with the reasons, and is merged by nobody but a person', async (name, numbers, localId, more, reason) => {
    const one = await known(`Ottilie${cases.findIndex(([what]) => what === name)}`, numbers)
    const { importId, gains } = taken(await bring(census({ children: [child({ localId, identifiers: identifiers(more) })] })))
    expect(gains).toMatchObject({ newPeople: 1 })
    expect(await pairsOf(person(localId))).toEqual([{ other: one, words: expect.arrayContaining([reason, 'Same date of birth']) }])
    expect((await owner.query('select 1 from access.person_part')).rowCount).toBe(0)
    expect(await perhapsKnown.perform(importer(), { id: importId })).toEqual({ done: { children: 1 } })
  })
  it('date of birth and sex alone are not enough: many children share them, and a census has no postcode', async () => {
    await known('Winifred', [], '2015-03-27')
    await bring(census({ children: [child({ localId: 'ALONE1', identifiers: identifiers('') })] }))
    expect(await pairsOf(person('ALONE1'))).toEqual([])
  })
  it('of a record kept to a few, the records team and the account hear nothing', async () => {
    const hidden = await known('Verity', [{ kind: 'upn', value: upns[3] }])
    await owner.query("update access.subject set marking = 'sealed' where id = $1", [hidden])
    const { importId } = taken(await bring(census({ children: [child({ localId: 'HIDDEN1', identifiers: identifiers(`<UPN>${upns[3]}</UPN>`) })] })))
    expect(await pairsOf(person('HIDDEN1'))).toEqual([])
    expect((await owner.query('select 1 from people.possible_duplicate where $1 in (person_id, other_id)', [hidden])).rowCount).toBe(1)
    expect(await perhapsKnown.perform(importer(), { id: importId })).toEqual({ done: { children: 0 } })
  })
  it('the same number of the same authority is the same person: nothing is compared, nothing is new', async () => {
    await bring(census({ year: '2021', children: [child({ localId: 'SAME1' })] }))
    expect(taken(await bring(census({ year: '2022', children: [child({ localId: 'SAME1' })] }))).gains).toMatchObject({ newPeople: 0, knownPeople: 1 })
    expect(await pairsOf(person('SAME1'))).toEqual([])
  })
})
