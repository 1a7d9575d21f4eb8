import { beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type Fresh } from '../../../test/database.ts'
import { moment, plain } from '../../kernel/dates.ts'
import { searchPeople } from '../../record/people/search/queries.ts'
import { makeCouncil } from './make.ts'
import { addToTheIndex } from './more.ts'
import { sizes } from './sizes.ts'

const now = moment('2026-11-23T09:00:00.000Z')
const today = plain('2026-11-23')
let town: Fresh
let before: number
let added: number
let lacking: number[]
const filed = ['people.card', 'people.name', 'people.search_entry', 'people.search_line']
const lackingNow = () => Promise.all(filed.map((table) => one(`select count(*) as n from access.subject s where not exists (select 1 from ${table} t where t.person_id = s.id)`)))
const one = async (text: string): Promise<number> => Number((await town.owner.query(text)).rows[0].n)
beforeAll(async () => {
  town = await freshDatabase()
  await makeCouncil({ ownerUrl: town.ownerUrl, size: { ...sizes['small']!, index: 0 }, seed: '1', today })
  before = await one('select count(*) as n from people.card')
  lacking = await lackingNow()
  added = await addToTheIndex({ ownerUrl: town.ownerUrl, people: 300, seed: '1', today })
})

describe('a council that is given more people on its index', () => {
  it('has so many more', async () => {
    expect(added).toBeGreaterThanOrEqual(300)
    expect(await one('select count(*) as n from people.card')).toBe(before + added)
  })
  it('has for each of them a contact, a card, and what the search finds them by', async () => {
    // An unborn child of the named families has no name to be found by.
    expect(await lackingNow()).toEqual(lacking)
    expect(await one('select count(*) as n from contacts.contact')).toBeGreaterThan(added / 10)
  })
  it('derives who may see whom exactly as the triggers would', async () => expect(await one('select access.scope_difference() as n')).toBe(0))
  it('finds somebody of them by name and date of birth', async () => {
    const { rows } = await town.owner.query('select c.person_id, c.name, c.born_on::text from people.card c where c.born_on is not null order by c.person_id desc limit 1')
    const worker = (await town.owner.query("select id from access.actor where name = 'Priya Nair'")).rows[0].id
    const found = await searchPeople.perform(town.as(worker, now), { text: `${rows[0].name} ${rows[0].born_on}` })
    expect(JSON.stringify(found)).toContain(rows[0].person_id)
  })
})
