import { describe, expect, it } from 'vitest'
import { faultsOf } from '../../../src/engine/forms/publishing.ts'
import { childAndFamilyAssessment } from '../childAndFamilyAssessment.ts'
import { paperKinds } from './kinds.ts'

describe.each(paperKinds)('$title', ({ definition }) => {
  const questions = definition.sections.flatMap((section) => section.questions)
  it('is a form that may be used', () => expect(faultsOf(definition)).toEqual([]))
  it('must be answered only where a law or guidance asks for it', () => expect(questions.filter((question) => question.required && question.required.why.length < 10)).toEqual([]))
  it('brings forward what was observed, from places that are there; what is judged is thought anew', () => {
    const forms = [...paperKinds.map((kind) => kind.definition), childAndFamilyAssessment]
    const from = questions.flatMap((question) => (question.bringForward === true || !question.bringForward ? [] : [question.bringForward].flat()))
    expect(from.filter((one) => !forms.find((form) => form.id === one.form)?.sections.some((section) => section.questions.some((question) => question.id === one.question)))).toEqual([])
    expect(questions.filter((question) => question.bringForward).length).toBeGreaterThan(5)
    expect(questions.filter((question) => question.bringForward && ['reportView', 'statementOptions', 'statementChange', 'statementAsked', 'statementSummary', 'courtPlanViews'].includes(question.id))).toEqual([])
  })
  it('asks in no more than fifteen places', () => expect(questions.length).toBeLessThanOrEqual(15))
})
