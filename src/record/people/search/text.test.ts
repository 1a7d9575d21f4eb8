import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { freshDatabase } from '../../../../test/database.ts'
import { usualCouncil } from '../../../../test/factories/council.ts'
import { addPeople } from '../commands.ts'
import { searchText } from './queries.ts'

const fresh = await freshDatabase()
const council = await usualCouncil(fresh.owner)
const [amelia, noah] = [newId(), newId()]
const put = (text: string, values: unknown[]) => fresh.owner.query(text, values)

async function note(words: string, people: readonly string[], more: { passage?: { words: string; about: readonly string[] }; state?: string; author?: string } = {}): Promise<void> {
  const id = newId()
  await put(`insert into notes.note (id, kind, title, words, happened_on, author_id, state) values ($1, 'visit', 'Home visit', $2, '2026-11-02', $3, $4)`, [id, words, more.author ?? council.worker, more.state ?? 'signed'])
  for (const person of people) await put(`insert into notes.note_person (note_id, person_id, domain) values ($1, $2, 'children')`, [id, person])
  if (more.passage) await put(`insert into notes.passage (id, note_id, domain, about, words, place_in_note) values ($1, $2, 'children', $3, $4, 0)`, [newId(), id, more.passage.about, more.passage.words])
}
beforeAll(async () => {
  await addPeople.do(fresh.as(council.worker), { people: [{ id: amelia, given: 'Amelia', family: 'Smith' }], relationships: [] })
  await addPeople.do(fresh.as(council.otherWorker), { people: [{ id: noah, given: 'Noah', family: 'Smith' }], relationships: [] })
  await note('There was a bruise on the left cheek. She said she fell from the climbing frame.', [amelia])
  await note('Both children were at home and had eaten.', [amelia, noah], { passage: { words: 'Noah spoke of nightmares about the thunder.', about: [noah] } })
  await note('A draft about the aquarium.', [amelia], { state: 'draft' })
  const contact = newId()
  await put(`insert into contacts.contact (id, received_at, received_on, from_kind, words, state) values ($1, now(), '2026-10-01', 'agency', 'The school noticed a bruise too.', 'open')`, [contact])
  await put(`insert into contacts.contact_person (contact_id, person_id, domain, role) values ($1, $2, 'children', 'child')`, [contact, amelia])
})

const found = async (text: string, as: string, about: string[] = []) => {
  const outcome = await searchText.perform(fresh.as(as), { text, about })
  if ('problems' in outcome) throw new Error('problems')
  return outcome.done.texts
}

describe('text search looks inside what one may read, and nowhere else', () => {
  it('finds the word in notes and contacts, the newest first, and marks it', async () => {
    const texts = await found('bruises', council.worker)
    expect(texts.map((text) => text.kind)).toEqual(['note', 'contact'])
    expect(texts[0]?.words).toContainEqual({ marked: true, text: 'bruise' })
  })
  it('finds nothing on the record of a child one does not work with', async () => {
    expect(await found('bruise', council.otherWorker)).toEqual([])
  })
  it('the front door reads it all', async () => expect(await found('bruise', council.frontDoorWorker)).toHaveLength(2))
  it('a passage about one child is found only by somebody with full sight of that child', async () => {
    expect(await found('nightmares', council.otherWorker)).toHaveLength(1)
    expect(await found('nightmares', council.worker)).toEqual([])
  })
  it('the part about all is found from either child', async () => {
    expect(await found('eaten', council.worker)).toHaveLength(1)
    expect(await found('eaten', council.otherWorker)).toHaveLength(1)
  })
  it('a draft is found by its author only', async () => {
    expect(await found('aquarium', council.worker)).toHaveLength(1)
    expect(await found('aquarium', council.manager)).toEqual([])
  })
  it('can be kept to some people', async () => expect(await found('eaten', council.frontDoorWorker, [newId()])).toEqual([]))
  it('business support, who see name cards only, find no text', async () => expect(await found('bruise', council.businessSupport)).toEqual([]))
})
