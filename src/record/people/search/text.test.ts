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

  it('orders are found by what they are called, by court and words; of a child one does not work with, nothing', async () => {
    const order = newId()
    await put(`insert into people.legal_status (id, order_id, person_id, kind, code, court, case_number, details, valid_from) values ($1, $2, $3, 'lookedAfter', 'interimCareOrder', 'Family Court at Ardenvale', 'AV26C00017', 'Until the walrus hearing', '2026-09-01')`, [newId(), order, amelia])
    for (const text of ['interim care order', 'AV26C00017', 'walrus']) {
      expect((await found(text, council.worker)).map((one) => [one.kind, one.title, one.href, one.people])).toEqual([['order', 'Interim care order', `/people/${amelia}/legal/${order}`, [amelia]]])
      for (const other of [council.otherWorker, council.businessSupport]) expect(await found(text, other)).toEqual([])
    }
  })
  it('legal work is found by whoever works with the child, a passage about another child by nobody who may not read of them', async () => {
    const matter = newId()
    await put(`insert into legal.matter (id, kind, decided_on, words) values ($1, 'proceedings', '2026-09-02', 'The narwhal is why.')`, [matter])
    for (const person of [amelia, noah]) await put(`insert into legal.matter_person (matter_id, person_id, domain, kind, started_on) values ($1, $2, 'children', 'proceedings', '2026-09-02')`, [matter, person])
    await put(`insert into legal.direction (id, matter_id, domain, about, words, owner_name, due_on) values ($1, $2, 'children', $3, 'The dolphin report is filed.', 'The council', '2026-10-01')`, [newId(), matter, [noah]])
    expect((await found('narwhals', council.worker)).map((one) => [one.kind, one.href])).toEqual([['legal', `/legal/${matter}`]])
    expect(await found('dolphin', council.worker)).toEqual([])
    expect(await found('dolphin', council.otherWorker)).toHaveLength(1)
  })
  it('legal advice is found by those it is open to alone, and an allegation by the designated officer alone', async () => {
    const officer = await council.actor('Odette Officer', [{ team: council.teams.one, role: 'designatedOfficer' }])
    const [advice, allegation] = [newId(), newId()]
    await put(`insert into legal.advice (id, given_on, given_by, words) values ($1, '2026-09-03', 'Counsel', 'The threshold of the pelican is met.')`, [advice])
    await put(`insert into legal.advice_person (advice_id, person_id, domain) values ($1, $2, 'legal')`, [advice, amelia])
    await put(`insert into allegation.allegation (id, known_on, told_on, told_by, professional_name, professional_role, words) values ($1, '2026-09-04', '2026-09-04', 'A parent', 'Casper Heron', 'teacher', 'He shouted about the osprey.')`, [allegation])
    await put(`insert into allegation.about (allegation_id, person_id, domain) values ($1, $2, 'allegation')`, [allegation, amelia])
    await put(`insert into allegation.step (id, allegation_id, kind, on_day, words) values ($1, $2, 'meeting', '2026-09-05', 'The egret was discussed.')`, [newId(), allegation])
    const everybody = [council.worker, council.otherWorker, council.manager, council.head, council.frontDoorWorker, council.businessSupport, officer]
    for (const text of ['pelican', 'osprey', 'Heron', 'egret']) for (const one of everybody) expect({ text, one, found: await found(text, one) }).toEqual({ text, one, found: [] })
    await put(`insert into access.involvement (id, person_id, worker_id, domain, role, from_on) values ($1, $2, $3, 'legal', 'allocatedWorker', '2026-01-01')`, [newId(), amelia, council.frontDoorWorker])
    await put(`insert into access.involvement (id, person_id, worker_id, domain, role, from_on) values ($1, $2, $3, 'allegation', 'designatedOfficer', '2026-01-01')`, [newId(), amelia, officer])
    expect((await found('pelican', council.frontDoorWorker)).map((one) => [one.kind, one.href])).toEqual([['advice', `/people/${amelia}/legal#advice`]])
    for (const text of ['osprey', 'Heron', 'egret']) expect((await found(text, officer)).map((one) => [one.kind, one.href])).toEqual([['allegation', `/allegations/${allegation}`]])
    expect(await found('pelican', officer)).toEqual([])
    expect(await found('osprey', council.frontDoorWorker)).toEqual([])
  })
})
