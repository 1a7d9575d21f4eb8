import { describe, expect, it } from 'vitest'
import { expecting, family, finished, said, small } from './forms.fixture.ts'
import { asAsked, boundFacts, frozenFor } from './frozen.ts'
import type { Answers, Proposal } from './model.ts'
import { problemsOnFinish, wrongAnswers } from './problems.ts'
import { progress } from './progress.ts'

const problems = (answers: Answers, proposals: Proposal[] = [], about = family) => problemsOnFinish(small, answers, proposals, about)
const proposal: Proposal = { question: 'schoolHelp', answer: said('Speech therapy'), source: { title: 'Assessment of 20 September 2024', on: '2024-09-20' } }

describe('before a form can be finished', () => {
  it('nothing stands in the way when it is complete', () => expect(problems(finished)).toEqual([]))
  it('says what is missing, in plain English', () => expect(problems({})).toEqual([
    { question: 'whyNot', problem: 'Give the day, or say why not' },
    { question: 'worries', problem: 'Say what we are worried about.' },
    { question: 'outcome', problem: 'Choose what should happen' },
  ]))
  it('names the child for whom it is missing', () => expect(problems({ ...finished, worries: said('Sleep', { i: '' }) })).toEqual([{ question: 'worries.i', problem: 'Say what we are worried about for Isla.' }]))
  it('does not ask why of a child who was seen', () => expect(problems({ ...finished, seenOn: said('2025-10-03', { i: '' }) })).toEqual([{ question: 'whyNot.i', problem: 'Give the day, or say why not for Isla.' }]))
  it('asks that what was brought forward be looked at', () => expect(problems(finished, [proposal])).toEqual([{ question: 'schoolHelp', problem: 'Check what was said last time: “Extra help?”' }]))
  it.each<[string, Answers, string]>([
    ['a day that is none', { seenOn: said('2025-02-30') }, 'seenOn'], ['a child’s own day that is none', { seenOn: said('2025-02-03', { i: 'yesterday' }) }, 'seenOn.i'],
    ['a choice that is not listed', { outcome: said('other') }, 'outcome'], ['“none of these” together with another', { factors: { all: ['none', 'drugs'] } }, 'factors'],
    ['an answer to a question nobody asks', { shoeSize: said('7') }, 'shoeSize'],
  ])('refuses %s', (_, answers, question) => expect(wrongAnswers(small, answers).map((problem) => problem.question)).toEqual([question]))
})

describe('the state of each section', () => {
  const states = (answers: Answers, proposals: Proposal[] = [], left: string[] = []) => Object.fromEntries(progress(small, answers, proposals, family, left).sections.map((one) => [one.id, one.state]))
  it('is empty, started, to check or done', () => {
    expect(states({})).toEqual({ school: 'empty', seen: 'empty', meaning: 'empty' })
    expect(states({ schoolNow: said('Fine') })['school']).toBe('started')
    expect(states({ schoolNow: said('Fine') }, [proposal])['school']).toBe('toCheck')
    expect(states({ schoolNow: said('Fine'), schoolHelp: said('None') })['school']).toBe('done')
  })
  it('is done where the writer went on with nothing required missing', () => {
    expect(states({ schoolNow: said('Fine') }, [], ['school'])['school']).toBe('done')
    expect(states({ factors: { all: ['drugs'] } }, [], ['meaning'])['meaning']).toBe('started')
    expect(states({}, [], ['school'])['school']).toBe('empty')
  })
  it('counts what is finished and what is to check', () => expect(progress(small, finished, [proposal], family)).toMatchObject({ done: 1, of: 3, toCheck: 1 }))
})

describe('a finished form', () => {
  const answers: Answers = { ...finished, schoolNow: said('All like school', { i: 'Isla is tired' }), factors: { all: ['drugs'], each: { i: ['neglect', 'drugs'] } } }
  const frozen = asAsked(small, answers, expecting)
  const question = (id: string) => frozen.sections.flatMap((section) => section.questions).find((one) => one.id === id)

  it('keeps the words as they were asked, and whom each answer is about', () => expect(question('schoolNow')).toEqual({
    id: 'schoolNow', asked: 'How is school?', kind: 'words',
    answers: [{ about: ['a', 'n'], value: 'All like school', words: 'All like school' }, { about: ['i'], value: 'Isla is tired', words: 'Isla is tired' }],
  }))
  it('has words for codes and days', () => {
    expect(question('factors')?.answers.map((one) => one.words)).toEqual(['Drugs', 'Neglect; Drugs'])
    expect(question('seenOn')?.answers[0]?.words).toBe('3 Oct 2025')
    expect(question('outcome')?.answers).toEqual([{ about: [], value: 'close', words: 'Close' }])
  })
  it('never holds a name', () => expect(JSON.stringify(frozen)).not.toMatch(/Amelia|Noah|"Isla"/))
  it('does not hold what was not asked', () => expect(question('planWhat')).toBeUndefined())
  it('is unchanged when the form is worded anew', () => {
    const before = JSON.stringify(frozen)
    const reworded = { ...small, version: 2, sections: small.sections.map((section) => ({ ...section, questions: section.questions.map((one) => ({ ...one, ask: 'Else' })) })) }
    expect(asAsked(reworded, answers, expecting)).not.toEqual(frozen)
    expect(JSON.stringify(frozen)).toBe(before)
  })
  it('leaves a brother’s own answer out of a sister’s record', () => {
    expect(JSON.stringify(frozenFor(frozen, 'a'))).not.toContain('Isla is tired')
    expect(JSON.stringify(frozenFor(frozen, 'i'))).not.toContain('All like school')
    expect(JSON.stringify(frozenFor(frozen, 'i'))).toContain('Isla is tired')
  })
  it('leaves out a shared answer that is about nobody any more', () => {
    const each = Object.fromEntries(family.children.map((child) => [child.id, `Only ${child.id}`]))
    const all = asAsked(small, { ...finished, schoolNow: said('Left over', each) }, family)
    expect(JSON.stringify(all)).not.toContain('Left over')
    expect(JSON.stringify(frozenFor(all, 'a'))).toContain('Only a')
  })
  it('becomes facts of each child', () => expect(boundFacts(small, answers, family)).toEqual([
    { fact: 'assessment.factors', childId: 'a', value: ['drugs'] }, { fact: 'assessment.factors', childId: 'n', value: ['drugs'] }, { fact: 'assessment.factors', childId: 'i', value: ['neglect', 'drugs'] },
    { fact: 'child.seenOn', childId: 'a', value: '2025-10-03' }, { fact: 'child.seenOn', childId: 'n', value: '2025-10-03' }, { fact: 'child.seenOn', childId: 'i', value: '2025-10-03' },
  ]))
})
