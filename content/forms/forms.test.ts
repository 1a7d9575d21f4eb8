import { describe, expect, it } from 'vitest'
import { faultsOf } from '../../src/engine/forms/publishing.ts'
import { repeated } from '../../src/engine/forms/repeating.ts'
import { codeLists } from '../codes/all.ts'
import { frontDoorFacts } from '../facts/frontDoor.ts'
import { childAndFamilyAssessment as form } from './childAndFamilyAssessment.ts'
import { mapping } from './papers/mapping.ts'
import { sixtyFields } from './sixtyFields.ts'

const questions = form.sections.flatMap((section) => section.questions)

describe('the child and family assessment', () => {
  it('is a form that may be used', () => expect(faultsOf(form)).toEqual([]))
  it('has twenty sections in five groups', () => {
    expect(form.sections).toHaveLength(20)
    expect(form.groups.map((group) => form.sections.filter((section) => section.group === group.id).length)).toEqual([2, 6, 6, 3, 3])
  })
  it('asks for at most 25 answers before it can be finished, each with the law, return or decision that needs it', () => {
    const required = questions.filter((question) => question.required)
    expect(required.length).toBeGreaterThan(5)
    expect(required.length).toBeLessThanOrEqual(25)
    expect(required.filter((question) => !question.required?.why)).toEqual([])
  })
  it('says of every question where its answer is used', () => expect(questions.filter((question) => !question.usedIn?.length).map((one) => one.id)).toEqual([]))
  it('never asks the same thing twice', () => expect(new Set(questions.map((question) => question.ask)).size).toBe(questions.length))
  it('brings forward twenty answers from last time, and nothing of the analysis but what was mapped with the family', () => {
    expect(questions.filter((question) => question.bringForward === true)).toHaveLength(20)
    const analysis = form.sections.filter((section) => section.group === 'bringingTogether').flatMap((section) => section.questions)
    const from = analysis.flatMap((question) => (question.bringForward ? [question.bringForward].flat() : []))
    expect(from.map((one) => (one === true ? 'last time' : one.form))).toEqual(Array.from({ length: 5 }, () => 'mapping'))
    const mapped = repeated(mapping).sections.flatMap((section) => section.questions).map((question) => question.id)
    expect(from.filter((one) => one === true || !mapped.includes(one.question))).toEqual([])
  })
  it('is read with what it means first, before what was found', () => expect(form.readFirst[0]).toBe('whatThisMeans'))
  it('is bound only to facts that are in the catalogue, of the right kind', () => {
    const kinds = { date: 'date', yesNo: 'yesNo', code: 'choice', codes: 'choices', words: 'words' }
    for (const question of questions.filter((one) => one.binds)) {
      const fact = frontDoorFacts.find((one) => one.id === question.binds)
      expect(fact && kinds[fact.kind], question.id).toBe(question.kind)
      if (fact?.list) expect(question.options).toEqual(codeLists.find((list) => list.id === fact.list)?.codes)
    }
  })
})

describe('the form of sixty fields, for measuring', () => {
  it('is a form that may be used, of one section with sixty fields', () => {
    expect(faultsOf(sixtyFields)).toEqual([])
    expect(sixtyFields.sections.map((section) => section.questions.length)).toEqual([60])
  })
})
