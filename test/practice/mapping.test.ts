import { describe, expect, it } from 'vitest'
import { beginPaper, finishPaper, savePaper, settleForward } from '../../src/practice/papers/commands.ts'
import { readingPaper } from '../../src/practice/papers/queries.ts'
import { startAssessment } from '../../src/practice/assessments/commands/writing.ts'
import { editing } from '../../src/practice/assessments/queries/editing.ts'
import { answer } from '../../src/record/access/act.ts'
import type { Change } from '../../src/record/answers/model.ts'
import { searchText } from '../../src/record/people/search/queries.ts'
import { itemFor } from '../../src/record/work/register.ts'
import { freshDatabase } from '../database.ts'
import { allocatedAssessment, done, problemsOf } from '../factories/assessment.ts'
import { usualCouncil } from '../factories/council.ts'
import { smithAndBegum } from '../factories/family.ts'

const fresh = await freshDatabase()
const council = await usualCouncil(fresh.owner)
const worker = fresh.as(council.worker, '2026-11-18T09:00:00.000Z')
const put = (question: string, value: Change['value'], childId?: string): Change => ({ question, base: null, value, ...(childId ? { childId } : {}) })
const four = '2026-10-03: 4, family, Kelly'
const whole = [put('mapStrengths', 'Gran comes every day.'), put('mapNext', 'Kelly rings Gran.'), put('mapAhead', 'They could be alone in the dark.'), put('dangerStatement1', 'Alone and hurt.'), put('safetyGoal1', 'Somebody is there.'), put('safetyScale1', [four])]

async function mapped(changes: readonly Change[] = whole, of: 'both' | 'isla' = 'both') {
  const id = await smithAndBegum(worker)
  const people = of === 'both' ? [id.isla, id.leo] : [id.isla]
  const { itemId } = await done(beginPaper.do(worker, { kind: 'mapping', people, forWhom: 'At home' }))
  await done(savePaper.do(worker, { itemId, changes: [...changes] }))
  return { id, itemId }
}
const begun = async (people: string[]) => (await done(beginPaper.do(worker, { kind: 'mapping', people, forWhom: 'At school' }))).itemId
const read = (itemId: string) => answer(worker, 'test', 'record.read', (asking) => readingPaper(asking, itemId))

describe('a mapping with the family', () => {
  it('is not finished with a danger that lacks its goal or a number, and is once both are there', async () => {
    const { itemId } = await mapped(whole.filter((one) => !one.question.startsWith('safety')))
    expect((await problemsOf(finishPaper.do(worker, { itemId }))).map((one) => one.question)).toEqual(['safetyGoal1', 'safetyScale1'])
    await done(savePaper.do(worker, { itemId, changes: whole.filter((one) => one.question.startsWith('safety')) }))
    await done(finishPaper.do(worker, { itemId }))
  })

  it.each([['2026-11-18: 11, family', 'Give numbers from 0 to 10, each with who gave it and the day.'], ['2026-11-18: 4, neighbour', 'Give numbers from 0 to 10, each with who gave it and the day.'], ['2026-11-19: 4, family', 'A number is of a day that is still to come. Give today or a day before.']])('takes no number like %s', async (number, problem) => {
    const { itemId } = await mapped()
    expect(await problemsOf(savePaper.do(worker, { itemId, changes: [{ question: 'safetyScale1', base: [four], value: [four, number] }] }))).toEqual([{ question: 'safetyScale1', problem }])
  })

  it('keeps the numbers that two people give at once', async () => {
    const { itemId } = await mapped()
    for (const number of ['2026-11-18: 6, family', '2026-11-18: 3, worker']) await done(savePaper.do(worker, { itemId, changes: [{ question: 'safetyScale1', base: [four], value: [four, number] }] }))
    expect((await read(itemId)).form.answers.safetyScale1?.all).toEqual([four, '2026-11-18: 6, family', '2026-11-18: 3, worker'])
  })

  it('is offered to the next one, a danger with its goal and numbers as one, and stands beside it', async () => {
    const { id, itemId } = await mapped()
    await done(finishPaper.do(worker, { itemId }))
    const next = await begun([id.isla, id.leo])
    const before = await read(next)
    expect(before.form.proposals.map((one) => one.question).toSorted()).toEqual(whole.map((one) => one.question).toSorted())
    expect([before.lastTime?.itemId, before.earlier.map((one) => one.id)]).toEqual([itemId, [itemId]])
    await done(savePaper.do(worker, { itemId: next, changes: [put('safetyScale1', ['2026-11-18: 7, child'])] }))
    await done(settleForward.do(worker, { itemId: next, question: 'dangerStatement1', choice: 'keep' }))
    const { form } = await read(next)
    expect([form.answers.dangerStatement1?.all, form.answers.safetyGoal1?.all, form.answers.safetyScale1?.all]).toEqual(['Alone and hurt.', 'Somebody is there.', [four, '2026-11-18: 7, child']])
    expect(form.proposals.map((one) => one.question).toSorted()).toEqual(['mapAhead', 'mapNext', 'mapStrengths'])
    expect((await read(itemId)).lastTime).toBeUndefined()
  })

  it('offers nothing that was said of a brother too to a mapping about his sister alone', async () => {
    const { id, itemId } = await mapped(whole)
    await done(savePaper.do(worker, { itemId, changes: [put('mapHarm', 'Isla cried.', id.isla)] }))
    await done(finishPaper.do(worker, { itemId }))
    expect((await read(await begun([id.isla]))).form.proposals.map((one) => [one.question, one.answer])).toEqual([['mapHarm', { each: { [id.isla]: 'Isla cried.' } }]])
  })

  it('is found by its words', async () => {
    await mapped([put('mapSafety', 'Auntie Josephine has a spare key.')])
    const outcome = await searchText.perform(worker, { text: 'Josephine', about: [] })
    expect('done' in outcome && outcome.done.texts.map((one) => [one.kind, one.words.filter((part) => part.marked).map((part) => part.text)])).toEqual([['section', ['Josephine']]])
  })

  it('stands beside the assessment that comes after it, and what it says of all of these children is offered to the analysis', async () => {
    const { id, itemId } = await mapped()
    await done(finishPaper.do(worker, { itemId }))
    const start = async (children: string[]) => {
      const assessment = await allocatedAssessment(worker, { children, teamId: council.teams.two, workerId: council.worker })
      await done(startAssessment.do(worker, { itemId: assessment }))
      const found = await answer(worker, 'test', 'record.read', (asking) => editing(asking, assessment, 'mapping'))
      if (!('start' in found)) throw new Error('not begun')
      return found.start
    }
    const all = await start([id.isla, id.leo])
    expect(all.proposals.map((one) => [one.question, one.answer.all, one.source.title]).toSorted()).toEqual([['whoDoesWhat', 'Kelly rings Gran.', 'Mapping with the family'], ['workingWell', 'Gran comes every day.', 'Mapping with the family'], ['worries', 'Alone and hurt.', 'Mapping with the family']])
    expect(all.beside.records.map((one) => one.href)).toEqual([`/papers/${itemId}`])
    expect(all.beside.records[0]?.parts.map((one) => one.words)).toContain('4 of 10: Kelly (family member), 3 Oct 2026')
    expect((await start([id.isla])).proposals).toEqual([])
  })

  it('is neither read nor written by a colleague who may not read about these children', async () => {
    const { itemId } = await mapped()
    const other = fresh.as(council.otherWorker, '2026-11-18T10:00:00.000Z')
    await expect(answer(other, 'test', 'record.read', (asking) => itemFor(asking, itemId))).rejects.toThrow('We could not find')
    await expect(savePaper.do(other, { itemId, changes: [put('mapEnough', 'x')] })).rejects.toThrow()
  })
})
