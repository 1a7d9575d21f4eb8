import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { freshDatabase } from '../../../../test/database.ts'
import { usualCouncil } from '../../../../test/factories/council.ts'
import { addPeople, recordName } from '../commands.ts'
import type { Found } from './model.ts'
import { searchPeople, suggestPeople, whoIsIt } from './queries.ts'
import { fileAllDue } from './store.ts'

const fresh = await freshDatabase()
const council = await usualCouncil(fresh.owner)

type Given = { given: string; family: string; bornOn?: string; former?: string; address?: [string, string]; hidden?: boolean; nhs?: string; upn?: string; localId?: string; marking?: string }
async function person(p: Given): Promise<string> {
  const id = newId()
  const put = (text: string, values: unknown[]) => fresh.owner.query(text, values)
  await put('insert into access.subject (id, marking) values ($1, $2)', [id, p.marking ?? 'open'])
  if (p.marking) await put('select access.derive($1)', [id])
  await put('insert into people.person (id) values ($1)', [id])
  await put(`insert into people.name (id, person_id, kind, given, family) values ($1, $2, 'legal', $3, $4)`, [newId(), id, p.given, p.family])
  if (p.former) await put(`insert into people.name (id, person_id, kind, given, family) values ($1, $2, 'former', $3, $4)`, [newId(), id, p.given, p.former])
  if (p.bornOn) await put(`insert into people.fact (id, person_id, kind, value, about) values ($1, $2, 'bornOn', $3, 'day')`, [newId(), id, p.bornOn])
  if (p.address) await put(`insert into people.address (id, person_id, kind, lines, postcode, hidden) values ($1, $2, 'home', $3, $4, $5)`, [newId(), id, [p.address[0]], p.address[1], p.hidden ?? false])
  if (p.nhs) await put(`insert into people.identifier (id, person_id, kind, value) values ($1, $2, 'nhs', $3)`, [newId(), id, p.nhs])
  if (p.localId) await put(`insert into people.identifier (id, person_id, kind, value) values ($1, $2, 'localChildId', $3)`, [newId(), id, p.localId])
  if (p.upn) await put(`insert into people.identifier (id, person_id, kind, value) values ($1, $2, 'upn', $3)`, [newId(), id, p.upn])
  return id
}
const people: Record<string, string> = {}
beforeAll(async () => {
  people.kathryn = await person({ given: 'Kathryn', family: 'Smith', bornOn: '1988-04-03', former: 'O’Rourke', address: ['12 Fernhead Road', 'W9 3EL'], nhs: '9434765919' })
  people.isla = await person({ given: 'Isla', family: 'Begum-Smith', bornOn: '2016-03-04', address: ['12 Fernhead Road', 'W9 3EL'], upn: 'H801200001001' })
  people.wojciech = await person({ given: 'Wojciech', family: 'Kowalski', bornOn: '2012-09-30', localId: 'RND0004711' })
  people.mohammed = await person({ given: 'Mohammed', family: 'Hussain', bornOn: '2014-07-21' })
  people.hiding = await person({ given: 'Petra', family: 'Novak', bornOn: '1990-01-02', address: ['3 Quiet Mews', 'W12 8QT'], hidden: true })
  people.restricted = await person({ given: 'Tobias', family: 'Featherstone', bornOn: '2011-05-05', marking: 'restricted' })
  people.sealed = await person({ given: 'Verity', family: 'Cholmondeley', bornOn: '2010-10-10', marking: 'sealed' })
  await fileAllDue(fresh.pool)
})

const search = async (text: string, as = council.worker): Promise<Found> => {
  const outcome = await searchPeople.perform(fresh.as(as), { text })
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems))
  return outcome.done
}
const names = (found: Found) => found.hits.map((hit) => hit.card.name)

describe('one box finds a person however a worker remembers them', () => {
  it.each([
    ['the name', 'Kathryn Smith'], ['a damaged name', 'Kathrin Smyhte'], ['a pet name', 'kat smith'], ['a pet name and a damaged surname', 'Katie Smtih'], ['surname first', 'Smith, Kathryn'], ['a former name', 'Kathryn O’Rourke'],
    ['a former name as it sounds', 'kate orork'], ['a name and the date of birth', 'Smith 3/4/1988'], ['day and month the other way round', 'Kathryn Smith 4.3.88'], ['a year out', 'Kathryn Smith 3 April 1987'], ['a date of birth alone', '3 Apr 1988'],
    ['the NHS number', '943 476 5919'], ['a postcode', 'w93el'], ['an address', '12 Fernhead Rd'], ['an address with the name', 'Kathryn, 12 Fernhead Road'], ['a surname alone', 'Smith'], ['a first name alone', 'kathryn'], ['two letters wrong, and no date', 'Kathryb Smyhte'],
  ])('%s: %s', async (_, text) => {
    expect((await search(text)).hits.map((hit) => hit.personId)).toContain(people.kathryn)
  })

  it.each([['one part of a double name', 'Isla Smith', 'isla'], ['the UPN', 'H801200001001', 'isla'], ['the number of the system before', 'rnd0004711', 'wojciech'], ['as a Polish name is said', 'Wojtek Kovalsky', 'wojciech'], ['another spelling', 'Muhammad Husain', 'mohammed'], ['an abbreviation', 'Md Hussein 21/07/2014', 'mohammed']])(
    '%s: %s', async (_, text, who) => expect((await search(text)).hits[0]?.personId).toBe(people[who]))

  it('says why, in plain words, and the best is first', async () => {
    const found = await search('Kathrin Smyhte 3/4/1988')
    expect(found.hits[0]?.card.name).toBe('Kathryn Smith')
    expect(found.hits[0]?.reasons.map((reason) => reason.words)).toEqual(['Same date of birth', 'Surname sounds the same', 'First name is a form of the same name'])
  })

  it('finds nobody for a name nobody has', async () => expect(names(await search('Zebedee Quartermaine'))).toEqual([]))
  it('finds by the beginning of a name while it is typed', async () => {
    const outcome = await suggestPeople.perform(fresh.as(council.worker), { text: 'kow' })
    expect('done' in outcome && names(outcome.done)).toEqual(['Wojciech Kowalski'])
  })
})

describe('a search answers only what the reader may find', () => {
  it('a hidden address finds nobody', async () => {
    expect(names(await search('3 Quiet Mews W12 8QT'))).toEqual([])
    expect(names(await search('Petra Novak'))).toEqual(['Petra Novak'])
  })
  it('a restricted record is a stub without a name, and only to care staff', async () => {
    const found = await search('Tobias Featherstone')
    expect(found.hits).toEqual([])
    expect(found.restricted).toEqual([people.restricted])
    expect(await search('Tobias Featherstone', council.businessSupport)).toMatchObject({ hits: [], restricted: [] })
  })
  it('a restricted record does not answer to a date of birth or a first name alone', async () => {
    expect((await search('5/5/2011')).restricted).toEqual([])
    expect((await search('Tobias')).restricted).toEqual([])
  })
  it('a restricted record answers as somebody ordinary to those on its list', async () => {
    await fresh.owner.query('insert into access.listed (person_id, actor_id) values ($1, $2)', [people.restricted, council.otherWorker])
    expect(names(await search('Tobias Featherstone', council.otherWorker))).toEqual(['Tobias Featherstone'])
  })
  it('a sealed record is as if it were not there', async () => {
    expect(await search('Verity Cholmondeley 10/10/2010')).toEqual(await search('Verity Nobodyhere 11/11/1911'))
    expect(await search('Verity Cholmondeley 10/10/2010', council.frontDoorWorker)).toMatchObject({ hits: [], restricted: [] })
  })
  it('somebody kept from a record by an exclusion does not find it, nor anybody their own', async () => {
    await fresh.owner.query(`insert into access.exclusion (id, person_id, actor_id, reason) values ($1, $2, $3, 'family')`, [newId(), people.wojciech, council.worker])
    expect(names(await search('Wojciech Kowalski'))).toEqual([])
    expect(names(await search('Wojciech Kowalski', council.manager))).toEqual(['Wojciech Kowalski'])
    const own = await council.actor('Kathryn Smith', [{ team: council.teams.two, role: 'worker' }], { personId: people.kathryn })
    expect(names(await search('Kathryn Smith', own))).not.toContain('Kathryn Smith')
  })
  it('an administrator, who has no sight of records, may not search', async () => {
    await expect(search('Kathryn Smith', council.administrator)).rejects.toMatchObject({ kind: 'NotAllowed' })
  })
  it('what a search showed is in the audit, and never what was typed', async () => {
    await search('Mohammed Hussain')
    const { rows } = await fresh.owner.query(`select people, e.* from audit.event e order by id desc limit 1`)
    expect(rows[0].what).toBe('people.search')
    expect(rows[0].people).toContain(people.mohammed)
    expect(JSON.stringify(rows[0])).not.toContain('Hussain')
  })
})

describe('search before create', () => {
  it('shows, for each person about to be added, who they may already be', async () => {
    const outcome = await whoIsIt.perform(fresh.as(council.worker), { people: [{ given: 'Kate', family: 'Smith', bornOn: '1988-04-03' }, { given: 'Brand', family: 'Newcomer', bornOn: '2020-02-02' }] })
    if ('problems' in outcome) throw new Error('problems')
    expect(outcome.done.map(names)).toEqual([['Kathryn Smith'], []])
  })
})

describe('who was just recorded is found at once', () => {
  it('by the new name, and by the one before', async () => {
    const id = newId()
    await addPeople.do(fresh.as(council.worker), { people: [{ id, given: 'Oluwaseun', family: 'Adeyemi', bornOn: '2015-06-07' }], relationships: [] })
    expect((await search('Seun Adeyami')).hits[0]?.personId).toBe(id)
    await recordName.do(fresh.as(council.worker), { personId: id, kind: 'legal', given: 'Oluwaseun', family: 'Brightwater' })
    expect((await search('Oluwaseun Britewater')).hits[0]?.card.name).toBe('Oluwaseun Brightwater')
    expect((await search('Seun Adeyemi')).hits[0]?.reasons.map((reason) => reason.words)).toContain('Former name matches')
  })
})
