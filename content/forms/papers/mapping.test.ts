import { describe, expect, it } from 'vitest'
import type { Answers, Answer } from '../../../src/engine/forms/model.ts'
import { problemsOnFinish } from '../../../src/engine/forms/problems.ts'
import { faultsOf } from '../../../src/engine/forms/publishing.ts'
import { repeated } from '../../../src/engine/forms/repeating.ts'
import { mapping } from './mapping.ts'

const form = repeated(mapping)
const about = { children: [{ id: 'i', name: 'Isla' }, { id: 'l', name: 'Leo' }] }
const complete: Answers = { mapStrengths: { all: 'Gran comes every day.' }, mapNext: { all: 'Kelly rings Gran.' } }
const all = (value: Answer['all']): Answer => ({ all: value })
const isla = (value: Answer['all']): Answer => ({ each: { i: value ?? '' } })
const four = ['2026-11-20: 4, family, Mum']
const lacking = (answers: Answers) => problemsOnFinish(form, { ...complete, ...answers }, [], about).map((one) => `${one.question}: ${one.problem.split('.')[0]}`)

const noGoal = 'Danger statement 1 has no safety goal'
const noNumber = 'Danger statement 1 has no number yet'
const noDanger = 'Danger statement 1: there is a goal or a number, and no danger'

describe('a danger statement always stands with a safety goal and a number', () => {
  it.each<[string, Answers, string[]]>([
    ['no danger at all', {}, []],
    ['danger, goal and number', { dangerStatement1: all('Hurt'), safetyGoal1: all('Safe'), safetyScale1: all(four) }, []],
    ['a danger alone', { dangerStatement1: all('Hurt') }, [`safetyGoal1: ${noGoal}`, `safetyScale1: ${noNumber}`]],
    ['a danger of spaces is none', { dangerStatement1: all('  ') }, []],
    ['a danger and a number', { dangerStatement1: all('Hurt'), safetyScale1: all(four) }, [`safetyGoal1: ${noGoal}`]],
    ['a danger and a goal', { dangerStatement1: all('Hurt'), safetyGoal1: all('Safe') }, [`safetyScale1: ${noNumber}`]],
    ['a danger, a goal and every number taken away', { dangerStatement1: all('Hurt'), safetyGoal1: all('Safe'), safetyScale1: all([]) }, [`safetyScale1: ${noNumber}`]],
    ['a goal alone', { safetyGoal1: all('Safe') }, [`dangerStatement1: ${noDanger}`]],
    ['a number alone', { safetyScale1: all(four) }, [`dangerStatement1: ${noDanger}`]],
    ['a danger for one child alone', { dangerStatement1: isla('Hurt') }, ['safetyGoal1.i: Danger statement 1 has no safety goal', 'safetyScale1.i: Danger statement 1 has no number yet']],
    ['a danger for one child, whole', { dangerStatement1: isla('Hurt'), safetyGoal1: isla('Safe'), safetyScale1: isla(four) }, []],
    ['a danger for all, its goal for one child alone', { dangerStatement1: all('Hurt'), safetyGoal1: isla('Safe'), safetyScale1: all(four) }, ['safetyGoal1.l: Danger statement 1 has no safety goal']],
    ['a danger of one child with a goal of all', { dangerStatement1: isla('Hurt'), safetyGoal1: all('Safe'), safetyScale1: isla(four) }, ['dangerStatement1.l: Danger statement 1: there is a goal or a number, and no danger']],
    ['the second lacks a goal, the first is whole', { dangerStatement1: all('Hurt'), safetyGoal1: all('Safe'), safetyScale1: all(four), dangerStatement2: all('Alone'), safetyScale2: all(four) }, ['safetyGoal2: Danger statement 2 has no safety goal']],
    ['the third is written and the second left empty', { dangerStatement3: all('Alone'), safetyGoal3: all('Not alone'), safetyScale3: all(four) }, []],
  ])('%s', (_, answers, said) => expect(lacking(answers)).toEqual(said))

  it.each<[string, string[]]>([['eleven', ['2026-11-20: 11, family, Mum']], ['below nothing', ['2026-11-20: -1, family']], ['a half', ['2026-11-20: 4.5, family']], ['a day that is none', ['2026-02-30: 4, family']], ['somebody the form does not know', ['2026-11-20: 4, neighbour']], ['nobody', ['2026-11-20: 4']]])('%s is no number on the scale', (_, numbers) => {
    expect(lacking({ dangerStatement1: all('Hurt'), safetyGoal1: all('Safe'), safetyScale1: all(numbers) })).toEqual(['safetyScale1: Give numbers from 0 to 10, each with who gave it and the day'])
  })
  it('is not finished while one that was brought forward waits, though a row before it is empty', () => {
    const waiting = [{ question: 'dangerStatement3', answer: all('Hurt'), source: { title: 'Mapping with the family', on: '2026-10-03' } }]
    expect(problemsOnFinish(form, complete, waiting, about).map((one) => one.question)).toEqual(['dangerStatement3'])
  })
  it('can be used with all its rows, and says of every question where its answer is used', () => {
    expect(faultsOf(form)).toEqual([])
    expect(mapping.sections.flatMap((section) => section.questions).filter((question) => !question.usedIn?.length || !question.bringForward)).toEqual([])
  })
})
