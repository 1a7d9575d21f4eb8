import { describe, expect, it } from 'vitest'
import { faultsOf } from '../../../src/engine/forms/publishing.ts'
import { paperKinds } from './kinds.ts'

describe.each(paperKinds)('$title', ({ definition }) => {
  const questions = definition.sections.flatMap((section) => section.questions)
  it('is a form that may be used', () => expect(faultsOf(definition)).toEqual([]))
  it('must be answered only where a law or guidance asks for it', () => expect(questions.filter((question) => question.required && question.required.why.length < 10)).toEqual([]))
  it('asks in no more than fifteen places', () => expect(questions.length).toBeLessThanOrEqual(15))
})
