import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../database.ts'
import { usualCouncil } from '../factories/council.ts'
import { plain } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { birthFollowers } from '../../src/modules.ts'
import { markPerson } from '../../src/record/access/commands/keeping.ts'
import { answer } from '../../src/record/access/act.ts'
import { asKnownOn } from '../../src/record/people/asKnown.ts'
import { endPregnancy, recordBirth, takeBackBirth } from '../../src/record/people/births/commands.ts'
import { plugBirthFollowers } from '../../src/record/people/births/followers.ts'
import { pregnancy } from '../../src/record/people/births/queries.ts'
import { addPeople } from '../../src/record/people/commands.ts'
import { family, readPeople } from '../../src/record/people/queries.ts'
import { openWork, startClock } from '../../src/record/work/register.ts'

const { as, owner } = await freshDatabase()
const council = await usualCouncil(owner)
plugBirthFollowers(birthFollowers)
const at = (day: string) => as(council.worker, `${day}T10:00:00.000Z`)
const done = async <Answer>(outcome: Promise<{ done: Answer } | { problems: readonly { question: string; problem: string }[] }>): Promise<Answer> => {
  const was = await outcome
  if ('problems' in was) throw new Error(JSON.stringify(was.problems))
  return was.done
}
const rows = async (text: string, ...values: unknown[]) => (await owner.query(text, values)).rows

async function expecting() {
  const [mother, baby] = [newId(), newId()]
  await done(addPeople.do(at('2026-01-05'), {
    people: [{ id: mother, given: 'Rosa', family: 'Vale', sex: 'female', bornOn: '1995-04-04', address: { lines: ['1 First Street'] } }, { id: baby, unborn: true, family: 'Vale', dueOn: '2026-04-20' }],
    relationships: [{ personId: mother, otherId: baby, kind: 'expectedParent' }],
  }))
  const itemId = await answer(at('2026-01-06'), 'test.work', 'record.write', async (asking) => {
    const id = await openWork(asking, { kind: 'task', domain: 'children', people: [baby], subject: { kind: 'person', id: baby }, words: 'Pre-birth meeting', dueOn: plain('2026-04-01'), workerId: council.worker, teamId: council.teams.two })
    await startClock(asking, { itemId: id, subject: { kind: 'person', id: baby }, duty: 'preBirth.planned', startedOn: plain('2026-01-06'), dueOn: plain('2026-04-01') })
    return id
  })
  return { mother, baby, itemId }
}
const read = (id: string, day = '2026-06-01') => answer(at(day), 'test.read', 'record.read', async (asking) => readPeople(asking, [id]))

describe('an unborn child', () => {
  it('is born: keeps the record, its work and its clocks, and the estimated day gives way to the day of birth', async () => {
    const { mother, baby, itemId } = await expecting()
    await done(recordBirth.do(at('2026-04-12'), { personId: baby, children: [{ given: 'Ada', family: 'Vale', sex: 'female', bornOn: '2026-04-11' }], responsible: [mother], livesWith: mother }))
    const now = await read(baby)
    expect(now.cards.map((c) => [c.name, c.unborn, c.bornOn, c.dueOn])).toEqual([['Ada Vale', false, '2026-04-11', null]])
    expect(now.relationships.map((r) => [r.kind, r.parentalResponsibility])).toEqual([['parent', 'yes']])
    expect(now.addresses.map((a) => a.lines)).toEqual([['1 First Street']])
    expect(await rows('select i.state, c.state as clock, p.person_id from work.item i join work.item_person p on p.item_id = i.id join work.clock c on c.item_id = i.id where i.id = $1', itemId)).toEqual([{ state: 'open', clock: 'running', person_id: baby }])
    const then = await answer(at('2026-06-01'), 'test.known', 'record.read', (asking) => asKnownOn(asking, [baby], plain('2026-04-11')))
    expect(then.cards.map((c) => [c.unborn, c.dueOn, c.bornOn])).toEqual([[true, '2026-04-20', null]])
  })

  it('becomes twins: each is worked with, stands on the open work and reads the record of the pregnancy; a restricted one stays restricted', async () => {
    const { mother, baby, itemId } = await expecting()
    await done(markPerson.do(as(council.manager, '2026-02-01T10:00:00.000Z'), { personId: baby, marking: 'restricted', named: [council.worker, council.manager], reason: 'The family asked for it' }))
    const twin = newId()
    const born = await done(recordBirth.do(at('2026-04-12'), { personId: baby, children: [{ given: 'Ada', family: 'Vale', sex: 'female', bornOn: '2026-04-11' }, { id: twin, given: 'Zayn', family: 'Vale', sex: 'male', bornOn: '2026-04-12' }], responsible: [mother], livesWith: mother }))
    expect(born.children).toEqual([baby, twin])
    expect((await rows('select person_id from work.item_person where item_id = $1', itemId)).map((r) => r.person_id).sort()).toEqual([baby, twin].sort())
    expect((await rows('select marking from access.subject where id = any ($1)', [baby, twin])).map((r) => r.marking)).toEqual(['restricted', 'restricted'])
    expect(await rows('select access.scope_difference() as n')).toEqual([{ n: 0 }])
    const before = await done(pregnancy.perform(at('2026-06-01'), { id: twin }))
    expect([before.unbornId, before.standing.map((one) => one.childId), before.due.map((one) => one.on)]).toEqual([baby, [baby, twin], ['2026-04-20']])
    const home = await done(family.perform(at('2026-06-01'), { id: twin }))
    expect(home.relationships.filter((r) => [r.personId, r.otherId].includes(twin)).map((r) => r.kind).sort()).toEqual(['parent', 'twin'])
    await expect(recordBirth.do(at('2026-04-13'), { personId: baby, children: [{ sex: 'female', bornOn: '2026-04-11' }] })).rejects.toThrow('recorded already')
  })

  it('that was said to be twins by mistake is expected again, as it was: nothing is lost, and the one who never was answers as the unborn', async () => {
    const { mother, baby, itemId } = await expecting()
    const was = await read(baby)
    const twin = newId()
    await done(recordBirth.do(at('2026-04-12'), { personId: baby, children: [{ given: 'Ada', family: 'Vale', sex: 'female', bornOn: '2026-04-11' }, { id: twin, sex: 'male', bornOn: '2026-04-11' }], responsible: [mother], livesWith: mother }))
    await done(takeBackBirth.do(at('2026-04-13'), { personId: twin, why: 'It was another mother of that name' }))
    const now = await read(baby)
    const facts = (of: typeof now) => of.facts.map((f) => `${f.kind} ${f.value}`).sort()
    expect([now.cards.map((c) => [c.name, c.unborn, c.dueOn, c.bornOn]), facts(now), now.relationships.map((r) => r.kind), now.addresses]).toEqual([was.cards.map((c) => [c.name, c.unborn, c.dueOn, c.bornOn]), facts(was), ['expectedParent'], []])
    expect(await rows('select survivor_id from access.person_part where part_id = $1', twin)).toEqual([{ survivor_id: baby }])
    expect(await rows('select state from work.item where id = $1', itemId)).toEqual([{ state: 'open' }])
    const inBetween = await answer(at('2026-06-01'), 'test.known', 'record.read', (asking) => asKnownOn(asking, [baby], plain('2026-04-12')))
    expect(inBetween.cards.map((c) => [c.unborn, c.bornOn])).toEqual([[false, '2026-04-11']])
    await done(recordBirth.do(at('2026-04-20'), { personId: baby, children: [{ given: 'Ada', family: 'Vale', sex: 'female', bornOn: '2026-04-19' }] }))
    expect((await read(baby)).cards.map((c) => c.bornOn)).toEqual(['2026-04-19'])
  })

  it('becomes none: the day it was due goes, work about it alone ends with its clocks stopped, and a mistake opens both again', async () => {
    const { mother, baby, itemId } = await expecting()
    const shared = await answer(at('2026-01-06'), 'test.work', 'record.write', (asking) => openWork(asking, { kind: 'task', domain: 'children', people: [baby, mother], subject: { kind: 'person', id: baby }, words: 'Family meeting' }))
    await done(endPregnancy.do(at('2026-02-10'), { personId: baby, on: '2026-02-08', words: 'They called her Hope.' }))
    expect((await read(baby)).cards.map((c) => [c.unborn, c.dueOn, c.endedOn])).toEqual([[true, null, '2026-02-08']])
    const states = async () => (await rows('select i.id, i.state, c.state as clock from work.item i left join work.clock c on c.item_id = i.id where i.id = any ($1)', [itemId, shared])).map((r) => `${r.id === itemId ? 'alone' : 'shared'} ${r.state} ${r.clock ?? ''}`.trim()).sort()
    expect(await states()).toEqual(['alone cancelled stopped', 'shared open'])
    await done(takeBackBirth.do(at('2026-02-11'), { personId: baby, why: 'The hospital rang again' }))
    expect((await read(baby)).cards.map((c) => [c.unborn, c.dueOn, c.endedOn])).toEqual([[true, '2026-04-20', null]])
    expect(await states()).toEqual(['alone returned running', 'shared open'])
  })
  it.each([['2026-12-01', 'to come'], ['2026-02-30', 'of no calendar']])('is not born on a day %s, %s', async (bornOn) => {
    const { baby } = await expecting()
    expect(await recordBirth.do(at('2026-04-12'), { personId: baby, children: [{ sex: 'female', bornOn }] })).toMatchObject({ problems: [{ question: 'children.0.bornOn' }] })
  })
})
