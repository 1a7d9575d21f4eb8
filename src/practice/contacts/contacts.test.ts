import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { usualCouncil } from '../../../test/factories/council.ts'
import { newId } from '../../kernel/ids.ts'
import { cancelContact, finishTask, reopenContact } from './commands/change.ts'
import { decideContact } from './commands/decide.ts'
import { addToContact, recordContact } from './commands/record.ts'
import { contact, knownAbout, waiting } from './queries.ts'
import { all, done, family, friday, monday, recordedBy } from './contacts.fixture.ts'

const fresh = await freshDatabase()
const council = await usualCouncil(fresh.owner)
const as = (actor: string, at = friday) => fresh.as(actor, at)

const problems = async (outcome: Promise<{ done: unknown } | { problems: readonly { question: string; problem: string }[] }>) => {
  const came = await outcome
  return 'problems' in came ? came.problems : []
}

const recorded = recordedBy(as(council.frontDoorWorker))
const count = async (text: string, values: unknown[] = []) => Number((await fresh.owner.query(text, values)).rows[0].count)

describe('A contact, once for a whole family', () => {
  it('records seven new people, who they are to each other, one household, what was told, and the decision asked for', async () => {
    const { input, children } = await recorded()
    const shown = await done(contact.perform(as(council.frontDoorManager), { id: input.id }))
    expect(shown.people.filter((one) => one.role === 'child').map((one) => one.card.given)).toEqual(['Amelia', 'Noah', 'Isla', 'Leo'])
    expect(await count('select count(distinct household_id) from people.address where person_id = any ($1)', [children])).toBe(1)
    expect(await count('select count(*) from people.relationship where other_id = any ($1) and kind = $2', [children, 'parent'])).toBe(8)
  })

  it('starts two clocks: one working day of the guidance, three of the council; a Friday’s contact is due on Monday', async () => {
    const { input } = await recorded()
    const { rows } = await fresh.owner.query('select duty, due_on from work.clock where subject_id = $1 order by due_on', [input.id])
    expect(rows).toEqual([{ duty: 'contact.decided', due_on: '2025-10-06' }, { duty: 'contact.decidedLocal', due_on: '2025-10-08' }])
  })

  it('keeps both times when it is written down late, and the clocks run from when it came', async () => {
    const { input } = await recorded(as(council.frontDoorWorker, monday), { receivedOn: '2025-10-03', receivedTime: '15:10' })
    const shown = await done(contact.perform(as(council.frontDoorWorker, monday), { id: input.id }))
    expect([shown.receivedAt, shown.recordedAt]).toEqual(['2025-10-03T14:10:00.000Z', monday])
    const { rows } = await fresh.owner.query('select due_on from work.clock where subject_id = $1 and duty = $2', [input.id, 'contact.decided'])
    expect(rows).toEqual([{ due_on: '2025-10-06' }])
  })

  it('sent twice with the same key is recorded once', async () => {
    const { input } = family()
    const key = newId()
    expect(await done(recordContact.do(as(council.frontDoorWorker), input, key))).toEqual(await done(recordContact.do(as(council.frontDoorWorker), input, key)))
    expect(await count('select count(*) from contacts.contact where id = $1', [input.id])).toBe(1)
  })

  it('is all or nothing: with one impossible date nobody is recorded', async () => {
    const { input, id } = family()
    const wrong = { ...input, people: input.people.map((person) => (person.id === id.leo ? { ...person, bornOn: '2031-01-01' } : person)) }
    expect((await problems(recordContact.do(as(council.frontDoorWorker), wrong))).map((one) => one.question)).toEqual(['people.6.bornOn'])
    expect(await count('select count(*) from people.person where id = any ($1)', [Object.values(id)])).toBe(0)
  })

  it('asks for at least one child, and for nobody who is not on it', async () => {
    const { input, id } = family()
    expect(await problems(recordContact.do(as(council.frontDoorWorker), { ...input, about: input.about.filter((one) => one.role === 'adult'), people: input.people.slice(0, 3), relationships: [] }))).toHaveLength(2)
    expect(await problems(recordContact.do(as(council.frontDoorWorker), { ...input, about: input.about.filter((one) => one.personId !== id.leo) }))).toHaveLength(1)
  })

  it('may come from somebody who gives no name', async () => {
    const { input } = await recorded(as(council.frontDoorWorker), { source: 'anonymous', agency: '', name: '' })
    expect((await done(contact.perform(as(council.frontDoorWorker), { id: input.id }))).fromKind).toBe('anonymous')
  })

  it.each([['an administrator', 'administrator'], ['the privacy officer', 'privacy'], ['the records office', 'records']] as const)('is refused to %s', async (_, who) => {
    await expect(recordContact.do(as(council[who]), family().input)).rejects.toMatchObject({ kind: 'NotAllowed' })
  })

  it('by a worker of a team is seen by their team and the front door, and by no other team', async () => {
    const { input } = await recorded(as(council.worker))
    expect((await done(contact.perform(as(council.manager), { id: input.id }))).people).toHaveLength(7)
    expect((await done(contact.perform(as(council.frontDoorManager), { id: input.id }))).people).toHaveLength(7)
    await expect(contact.perform(as(council.otherWorker), { id: input.id })).rejects.toMatchObject({ kind: 'NotFound' })
  })

  it('about somebody whose record the recorder may not read is not lost: they are named on it, and the recorder sees no more of them', async () => {
    const before = await recorded(as(council.frontDoorWorker))
    const { input, id } = family()
    const named = { ...input, people: input.people.filter((person) => person.id !== id.kelly), about: input.about.map((one) => (one.personId === id.kelly ? { ...one, personId: before.id.kelly } : one)),
      relationships: input.relationships.map((r) => (r.personId === id.kelly ? { ...r, personId: before.id.kelly } : r)), home: { ...input.home, people: [id.amelia, id.noah, id.isla, id.leo] } }
    await fresh.owner.query('update access.involvement set to_on = $2, superseded_at = now() where person_id = $1', [before.id.kelly, '2025-10-03'])
    await done(recordContact.do(as(council.otherWorker), named))
    const shown = await done(contact.perform(as(council.frontDoorManager), { id: input.id }))
    expect(shown.people.map((one) => one.personId)).toContain(before.id.kelly)
    const mine = await done(contact.perform(as(council.otherWorker), { id: input.id }))
    expect(mine.people.map((one) => one.personId)).not.toContain(before.id.kelly)
  })
})

describe('One decision by one manager', () => {
  it('refers all four, and hands one assessment for all of them to a worker in the same step', async () => {
    const { input, children } = await recorded()
    const { referralId } = await done(decideContact.do(as(council.frontDoorManager, monday), { contactId: input.id, outcomes: all(children, 'referral'), reason: 'We need to understand what each child’s days are like.', teamId: council.teams.two, workerId: council.worker, tellReferrer: true }))
    const { rows } = await fresh.owner.query('select kind, worker_id, team_id, due_on, (select count(*)::int from work.item_person where item_id = i.id) as people from work.item i where subject_id = $1 and state = $2', [referralId, 'open'])
    expect(rows).toEqual([{ kind: 'assessment', worker_id: council.worker, team_id: council.teams.two, due_on: '2025-12-08', people: 4 }])
    expect((await done(contact.perform(as(council.worker, monday), { id: input.id }))).state).toBe('decided')
    expect(await count(`select count(*) from work.clock where subject_id = $1 and state = 'met'`, [input.id])).toBe(2)
  })

  it('lets the worker of the children see their parents too, not only the name card', async () => {
    const { input, id, children } = await recorded()
    await done(decideContact.do(as(council.frontDoorManager, monday), { contactId: input.id, outcomes: all(children, 'referral'), reason: 'Tired and hungry.', teamId: council.teams.two, workerId: council.worker }))
    expect(await count(`select count(*) from access.person_scope where person_id = $1 and scope = $2 and sight = 'full'`, [id.kelly, council.worker])).toBeGreaterThan(0)
  })

  it('may differ by child, with a reason of their own', async () => {
    const { input, id, children } = await recorded()
    const outcomes = children.map((personId) => (personId === id.leo ? { personId, outcome: 'noFurtherAction' as const, reason: 'He lives with his grandmother now.' } : { personId, outcome: 'referral' as const }))
    const { referralId } = await done(decideContact.do(as(council.frontDoorManager), { contactId: input.id, outcomes, reason: 'Hungry and tired.', teamId: council.teams.one }))
    expect(await count('select count(*) from contacts.referral_person where referral_id = $1', [referralId])).toBe(3)
    const decision = (await done(contact.perform(as(council.frontDoorManager), { id: input.id }))).decisions[0]
    expect(decision?.each.find((one) => one.personId === id.leo)).toMatchObject({ outcome: 'noFurtherAction', reason: 'He lives with his grandmother now.' })
  })

  it('without a worker waits in the team’s list', async () => {
    const { input, children } = await recorded()
    const { referralId } = await done(decideContact.do(as(council.frontDoorManager), { contactId: input.id, outcomes: all(children, 'referral'), reason: 'Hungry.', teamId: council.teams.one }))
    expect(await count('select count(*) from work.item where subject_id = $1 and team_id = $2 and worker_id is null', [referralId, council.teams.one])).toBe(1)
  })

  it('leaves nobody out', async () => {
    const { input, id, children } = await recorded()
    const found = await problems(decideContact.do(as(council.frontDoorManager), { contactId: input.id, outcomes: all(children.slice(0, 3), 'referral'), reason: 'Hungry.' }))
    expect(found).toEqual([{ question: `outcome.${id.leo}`, problem: 'Choose what we will do for Leo.' }])
  })

  it('later than one working day asks why, and takes any true reason', async () => {
    const { input, children } = await recorded()
    const late = { contactId: input.id, outcomes: all(children, 'informationAndAdvice'), reason: 'The school helps.' }
    expect((await problems(decideContact.do(as(council.frontDoorManager, '2025-10-07T09:00:00.000Z'), late))).map((one) => one.question)).toEqual(['lateReason'])
    await done(decideContact.do(as(council.frontDoorManager, '2025-10-07T09:00:00.000Z'), { ...late, lateReason: 'capacity' }))
    const { rows } = await fresh.owner.query('select duty, state from work.clock where subject_id = $1 order by duty', [input.id])
    expect(rows).toEqual([{ duty: 'contact.decided', state: 'metLate' }, { duty: 'contact.decidedLocal', state: 'met' }])
  })

  it('is made by a qualified manager only', async () => {
    const { input, children } = await recorded()
    const decision = { contactId: input.id, outcomes: all(children, 'referral'), reason: 'Hungry.' }
    const unqualified = await council.actor('Una Qualified', [{ team: council.teams.frontDoor, role: 'manager' }], { qualified: false })
    for (const who of [council.frontDoorWorker, council.businessSupport, council.administrator, unqualified]) {
      await expect(decideContact.do(as(who), decision)).rejects.toMatchObject({ kind: 'NotAllowed' })
    }
    await expect(decideContact.do(as(council.manager), decision)).rejects.toMatchObject({ kind: 'NotAllowed' })
  })

  it('cannot be made twice at once: the second learns of the first', async () => {
    const { input, children } = await recorded()
    const decision = { contactId: input.id, outcomes: all(children, 'noFurtherAction'), reason: 'Nothing to do.' }
    await done(decideContact.do(as(council.frontDoorManager), decision))
    await expect(decideContact.do(as(council.frontDoorManager), decision)).rejects.toMatchObject({ kind: 'Conflict' })
  })

  it('sent twice with the same key makes one referral', async () => {
    const { input, children } = await recorded()
    const key = newId()
    const decision = { contactId: input.id, outcomes: all(children, 'referral'), reason: 'Hungry.' }
    expect(await done(decideContact.do(as(council.frontDoorManager), decision, key))).toEqual(await done(decideContact.do(as(council.frontDoorManager), decision, key)))
    expect(await count('select count(*) from contacts.referral where contact_id = $1', [input.id])).toBe(1)
  })

  it('can be made again with a reason; the one before stays readable, and children who are no longer referred leave the referral', async () => {
    const { input, id, children } = await recorded()
    const first = await done(decideContact.do(as(council.frontDoorManager), { contactId: input.id, outcomes: all(children, 'referral'), reason: 'Hungry.', teamId: council.teams.two, workerId: council.worker }))
    await done(reopenContact.do(as(council.frontDoorManager), { contactId: input.id, reason: 'Leo’s father rang.' }))
    const outcomes = children.map((personId) => ({ personId, outcome: personId === id.leo ? 'noFurtherAction' as const : 'referral' as const }))
    const second = await done(decideContact.do(as(council.frontDoorManager, '2025-10-03T16:00:00.000Z'), { contactId: input.id, outcomes, reason: 'Leo is with his father.', teamId: council.teams.two, workerId: council.worker }))
    expect(second.referralId).toBe(first.referralId)
    expect(await count('select count(*) from contacts.referral_person where referral_id = $1 and closed_on is null', [first.referralId])).toBe(3)
    expect(await count(`select count(*) from work.item where subject_id = $1 and kind = 'assessment' and state = 'open'`, [first.referralId])).toBe(1)
    expect((await done(contact.perform(as(council.frontDoorManager), { id: input.id }))).decisions.map((one) => one.superseded)).toEqual([false, true])
  })

  it('gives nobody a second assessment beside an open one, and their worker hears of the new contact at once', async () => {
    const first = await recorded()
    await done(decideContact.do(as(council.frontDoorManager), { contactId: first.input.id, outcomes: all(first.children, 'referral'), reason: 'Hungry.', teamId: council.teams.two, workerId: council.worker }))
    const again = { ...family().input, people: [], relationships: [], home: undefined, about: first.input.about }
    await done(recordContact.do(as(council.frontDoorWorker, monday), again))
    const { rows } = await fresh.owner.query('select id, worker_id from work.item where subject_id = $1 and kind = $2', [again.id, 'newInformation'])
    expect(rows.map((row) => row.worker_id)).toEqual([council.worker])
    expect(await problems(decideContact.do(as(council.frontDoorManager, monday), { contactId: again.id, outcomes: all(first.children, 'referral'), reason: 'More of it.' }))).toHaveLength(4)
    await done(finishTask.do(as(council.worker, monday), { itemId: rows[0].id, outcome: 'read' }))
    const known = await done(knownAbout.perform(as(council.frontDoorManager, monday), { id: again.id }))
    expect(known.earlier.map((one) => one.title)).toContain('Contact from Oakfield Primary School')
  })
})

describe('A contact that was a mistake', () => {
  it('is cancelled with a reason, its clocks stop, and it can be taken up again', async () => {
    const { input } = await recorded()
    await done(cancelContact.do(as(council.frontDoorWorker), { contactId: input.id, reason: 'Recorded twice.' }))
    expect(await count(`select count(*) from work.clock where subject_id = $1 and state = 'stopped'`, [input.id])).toBe(2)
    await done(reopenContact.do(as(council.frontDoorManager), { contactId: input.id, reason: 'It was another family.' }))
    expect(await count(`select count(*) from work.clock where subject_id = $1 and state = 'running'`, [input.id])).toBe(2)
  })
})

describe('Somebody of whom we hear later', () => {
  it('is added to the contact and to the decision that is asked, and waits with the others', async () => {
    const { input, id } = await recorded()
    const baby = newId()
    await done(addToContact.do(as(council.frontDoorWorker), { contactId: input.id, people: [{ id: baby, unborn: true, dueOn: '2026-03-12' }], relationships: [{ personId: id.kelly, otherId: baby, kind: 'expectedParent' }], about: [{ personId: baby, role: 'child' }] }))
    const mine = (await done(waiting.perform(as(council.frontDoorManager), {}))).find((one) => one.id === input.id)
    expect(mine?.people).toContain(baby)
    expect(await count(`select count(*) from work.item_person ip join work.item i on i.id = ip.item_id where i.subject_id = $1 and i.kind = 'contactDecision'`, [input.id])).toBe(5)
  })
  it('is not added behind a decision', async () => {
    const { input, children } = await recorded()
    await done(decideContact.do(as(council.frontDoorManager), { contactId: input.id, outcomes: all(children, 'noFurtherAction'), reason: 'Nothing to do.' }))
    const child = newId()
    await expect(addToContact.do(as(council.frontDoorWorker), { contactId: input.id, people: [{ id: child, given: 'Zoe' }], relationships: [], about: [{ personId: child, role: 'child' }] })).rejects.toMatchObject({ kind: 'Conflict' })
  })
})

describe('A contact about a record that is kept to a few people', () => {
  it('reaches those on its list, and tells the recorder no more than that it exists', async () => {
    const before = await recorded()
    await fresh.owner.query('insert into access.listed (person_id, actor_id) values ($1, $2)', [before.id.kelly, council.otherWorker])
    await fresh.owner.query(`update access.subject set marking = 'restricted' where id = $1`, [before.id.kelly])
    const one = family()
    const input = { ...one.input, people: one.input.people.filter((person) => person.id !== one.id.kelly), relationships: [], about: one.input.about.map((who) => (who.personId === one.id.kelly ? { ...who, personId: before.id.kelly } : who)), home: undefined }
    await done(recordContact.do(as(council.frontDoorWorker), input))
    const { rows } = await fresh.owner.query('select worker_id from work.item where subject_id = $1 and kind = $2', [input.id, 'newInformation'])
    expect(rows).toEqual([{ worker_id: council.otherWorker }])
    expect((await done(contact.perform(as(council.otherWorker), { id: input.id }))).people.map((who) => who.personId)).toContain(before.id.kelly)
    expect((await done(contact.perform(as(council.frontDoorWorker), { id: input.id }))).people.map((who) => who.personId)).not.toContain(before.id.kelly)
  })
  it('cannot be used to reach a sealed one by its id', async () => {
    const before = await recorded()
    await fresh.owner.query(`update access.subject set marking = 'sealed' where id = $1`, [before.id.kelly])
    const one = family()
    const input = { ...one.input, people: one.input.people.filter((person) => person.id !== one.id.kelly), relationships: [], about: one.input.about.map((who) => (who.personId === one.id.kelly ? { ...who, personId: before.id.kelly } : who)), home: undefined }
    await expect(recordContact.do(as(council.frontDoorWorker), input)).rejects.toMatchObject({ kind: 'NotAllowed' })
    expect(await count('select count(*) from contacts.contact where id = $1', [input.id])).toBe(0)
  })
})

describe('A contact that may be about a sealed record', () => {
  it('tells the writer nothing, and those on the list get a piece of work and the contact', async () => {
    const sealed = await recorded()
    await fresh.owner.query('insert into access.listed (person_id, actor_id) values ($1, $2)', [sealed.id.amelia, council.otherWorker])
    await fresh.owner.query(`update access.subject set marking = 'sealed' where id = $1`, [sealed.id.amelia])
    const { input } = await recorded(as(council.worker))
    const { rows } = await fresh.owner.query('select worker_id from work.item where subject_id = $1 and kind = $2', [input.id, 'sealedMatch'])
    expect(rows).toEqual([{ worker_id: council.otherWorker }])
    const theirs = await done(contact.perform(as(council.otherWorker), { id: input.id }))
    expect(theirs.words).toBe(input.words)
    const writers = await done(contact.perform(as(council.worker), { id: input.id }))
    expect(writers.people.map((one) => one.personId)).not.toContain(sealed.id.amelia)
    expect(writers.people).toHaveLength(7)
  })
})

describe('The front door, once it has decided', () => {
  it('no longer works with the family, and the worker and team who took it on do', async () => {
    const { input, children } = await recorded()
    await done(decideContact.do(as(council.frontDoorManager), { contactId: input.id, outcomes: all(children, 'referral'), reason: 'Hungry.', teamId: council.teams.two, workerId: council.worker }))
    const { rows } = await fresh.owner.query('select distinct team_id, worker_id from access.involvement where person_id = any ($1) and to_on is null and superseded_at is null', [children])
    expect(rows).toEqual([{ team_id: council.teams.two, worker_id: council.worker }])
  })
})
