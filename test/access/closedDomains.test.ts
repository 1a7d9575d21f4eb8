import { describe, expect, it } from 'vitest'
import { answer } from '../../src/record/access/act.ts'
import { breakGlass } from '../../src/record/access/commands/keeping.ts'
import { readChronology } from '../../src/record/chronology/queries.ts'
import { answerAllegation, endAllegation, keepAllegationStep, takeUpAllegations, tellAllegation } from '../../src/practice/allegations/commands.ts'
import { allegationsDue } from '../../src/practice/allegations/tellers.ts'
import { allegation, allegations } from '../../src/practice/allegations/queries.ts'
import { advise, askLegal, nameForLegal } from '../../src/practice/legal/commands/advising.ts'
import { legalAdvice } from '../../src/practice/legal/queries.ts'
import { searchPeople, searchText } from '../../src/record/people/search/queries.ts'
import { allocateWork } from '../../src/record/work/register.ts'
import { freshDatabase } from '../database.ts'
import { allocatedAssessment, done } from '../factories/assessment.ts'
import { usualCouncil } from '../factories/council.ts'
import { smithAndBegum } from '../factories/family.ts'

const { as, owner } = await freshDatabase()
const council = await usualCouncil(owner)
const officer = await council.actor('Graham Pell', [{ role: 'designatedOfficer' }])
const lawyer = await council.actor('Naomi Sewell', [{ role: 'legal' }])
const colleague = await council.actor('Ruth Hall', [{ team: council.teams.two, role: 'worker' }])
const family = await smithAndBegum(as(council.worker))
const children = [family.amelia, family.leo]
const item = await allocatedAssessment(as(council.worker), { children, teamId: council.teams.two, workerId: council.worker })
const everybodyElse = Object.entries({ ...council, lawyer, colleague }).filter((one): one is [string, string] => typeof one[1] === 'string')
const rowsSeen = (actor: string, table: string): Promise<number> => answer(as(actor), 'test.rows', 'account.own', async ({ db }) => (await db.rows<{ n: number }>({ text: `select count(*)::int as n from ${table}`, values: [] }))[0]?.n ?? 0)
const refusedOr = async <T>(reading: Promise<T>): Promise<T | 'refused'> => reading.catch(() => 'refused' as const)

describe('An allegation against somebody who works with children', () => {
  it('is seen by designated officers alone: not by whoever told it, nor by those who work with the child, manage them, or open the record with a reason', async () => {
    await done(tellAllegation.do(as(council.worker), { people: [family.leo], name: 'Mr Quillfeather', role: 'teacher', employer: 'Oakfield School', knownOn: '2026-11-17', words: 'Leo says Mr Quillfeather held him hard.' }))
    const [one] = await done(allegations.perform(as(officer), {}))
    expect([one?.name, one?.children]).toEqual(['Mr Quillfeather', [family.leo]])
    const id = one?.id ?? ''
    await done(answerAllegation.do(as(officer), { id, criterion: 'harmed', on: '2026-11-18', words: 'The school rings the police.' }))
    await done(keepAllegationStep.do(as(officer), { id, kind: 'meeting', on: '2026-11-18', came: 'Police, head teacher', words: 'Joint enquiry.' }))
    await breakGlass.do(as(council.otherWorker), { personId: family.leo, reason: 'The school rang and nobody of the team was there.' }).catch(() => undefined)
    for (const [who, actor] of everybodyElse) {
      for (const table of ['allegation.allegation', 'allegation.about', 'allegation.step']) expect(`${who} ${table} ${await rowsSeen(actor, table)}`).toBe(`${who} ${table} 0`)
      expect(await refusedOr(allegation.perform(as(actor), { id }))).toBe('refused')
      const found = await refusedOr(searchPeople.perform(as(actor), { text: 'Quillfeather' }))
      expect(JSON.stringify(found)).not.toContain('Leo says')
      expect(found === 'refused' || ('done' in found && JSON.stringify(found.done).includes('Quillfeather') === false)).toBe(true)
      expect(JSON.stringify(await refusedOr(searchText.perform(as(actor), { text: 'Quillfeather' })))).not.toContain('held him')
    }
    const told = (actor: string) => answer(as(actor), 'test.chronology', 'record.read', async (asking) => (await readChronology(asking, [family.leo], { most: 50 })).lines.filter((line) => line.kind.startsWith('allegation.')).length)
    expect([await told(officer), await told(council.worker), await told(council.manager)]).toEqual([2, 0, 0])
  })

  it('stands in the tray of a designated officer while an answer or a meeting of theirs is due, and in nobody else’s, on no board', async () => {
    const due = (actor: string) => answer(as(actor), 'test.due', 'account.own', async (asking) => (await allegationsDue.mine(asking)).map(({ group, dueOn, row }) => [row.title, row.who, group, dueOn, row.open.href].join('; ')))
    await done(tellAllegation.do(as(council.worker), { people: [family.leo], name: 'A caretaker', role: 'teacher', knownOn: '2026-11-18', words: 'Leo says the caretaker shut him in a room.' }))
    const id = (await done(allegations.perform(as(officer), {}))).find((one) => one.name === 'A caretaker')?.id ?? ''
    expect(await due(officer)).toEqual([`First answer to an allegation; A caretaker; week; 2026-11-19; /allegations/${id}`])
    await done(answerAllegation.do(as(officer), { id, criterion: 'suitability', on: '2026-11-18', words: 'We meet.' }))
    expect(await due(officer)).toEqual([`Meeting about an allegation; A caretaker; week; 2026-11-25; /allegations/${id}`])
    for (const [who, actor] of everybodyElse) expect([who, await due(actor)]).toEqual([who, []])
    expect(await answer(as(council.manager), 'test.board', 'account.own', (asking) => allegationsDue.ofTeams(asking, Object.values(council.teams)))).toEqual([])
    await done(keepAllegationStep.do(as(officer), { id, kind: 'meeting', on: '2026-11-18', words: 'He works elsewhere while it is looked into.' }))
    expect(await due(officer)).toEqual([])
    await done(endAllegation.do(as(officer), { id, outcome: 'unfounded', on: '2026-11-18', words: 'Nothing supports it.', barring: false }))
  })

  it('about nobody on record, and with no child by name, is kept all the same; an officer who comes later takes it up, one who leaves the role sees none', async () => {
    await done(tellAllegation.do(as(officer), { people: [], name: 'A coach', role: 'sport', knownOn: '2026-11-17', words: 'A caller would not say which child.' }))
    const later = await council.actor('Ida Moss', [{ role: 'designatedOfficer' }])
    expect((await done(allegations.perform(as(later), {}))).length).toBe(0)
    await done(takeUpAllegations.do(as(later), {}))
    expect((await done(allegations.perform(as(later), {}))).length).toBe(3)
    await owner.query("update access.membership set valid_to = now() where actor_id = $1", [later])
    await owner.query("insert into access.membership (id, actor_id, role) values (gen_random_uuid(), $1, 'records')", [later])
    expect([await rowsSeen(later, 'allegation.allegation'), await rowsSeen(officer, 'allegation.allegation')]).toEqual([0, 3])
    await expect(takeUpAllegations.do(as(council.head), {})).rejects.toThrow()
    const open = (await done(allegations.perform(as(officer), {}))).find((one) => one.name === 'A coach')
    await done(endAllegation.do(as(officer), { id: open?.id ?? '', outcome: 'unsubstantiated', on: '2026-11-18', words: 'Nobody could say more.', barring: false }))
    expect((await done(allegation.perform(as(officer), { id: open?.id ?? '' }))).allegation.outcome).toBe('unsubstantiated')
  })
})

describe('Legal advice', () => {
  const reads = async (actor: string): Promise<boolean> => { const found = await refusedOr(legalAdvice.perform(as(actor), { id: family.leo })); return found !== 'refused' && 'done' in found && found.done.advice.length > 0 }
  it('is seen by the lawyer who is named, the allocated worker and those who manage them; by nobody else of the team', async () => {
    expect(await rowsSeen(lawyer, 'access.involvement')).toBe(0)
    await done(askLegal.do(as(council.worker), { people: children, why: 'The plan does not hold.', adviserId: lawyer }))
    await done(advise.do(as(lawyer), { people: children, on: '2026-11-18', by: 'Naomi Sewell', words: 'Issue.' }))
    expect([await reads(lawyer), await reads(council.worker), await reads(council.manager), await reads(colleague), await reads(council.frontDoorManager), await reads(council.records), await reads(council.otherWorker)]).toEqual([true, true, true, false, false, false, false])
  })
  it('nobody names themselves, nor somebody whom they may not', async () => {
    await expect(nameForLegal.do(as(colleague), { people: children, role: 'named' })).rejects.toThrow()
    await expect(nameForLegal.do(as(colleague), { people: children, actorId: council.otherWorker, role: 'named' })).rejects.toThrow()
    await done(nameForLegal.do(as(council.worker), { people: children, actorId: council.otherWorker, role: 'named' }))
    expect(await reads(council.otherWorker)).toBe(true)
  })
  it('follows the allocation: who has the child no longer reads it no longer, and who has it now may', async () => {
    await owner.query("update work.item set worker_id = $2 where kind = 'arrangeMeeting' and worker_id = $1", [council.worker, colleague])
    await answer(as(council.manager), 'test.give', 'work.allocate', (asking) => allocateWork(asking, item, { teamId: council.teams.two, workerId: colleague }))
    await owner.query('update access.involvement set to_on = to_on - 1, from_on = from_on - 1 where worker_id = $1 and to_on is not null', [council.worker])
    await done(nameForLegal.do(as(colleague), { people: children, role: 'allocatedWorker' }))
    expect([await reads(colleague), await reads(council.worker)]).toEqual([true, false])
  })
})
