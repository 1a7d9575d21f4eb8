import { describe, expect, it } from 'vitest'
import { childrenShown, questionsShown, sectionsShown, sectionsToRead } from './asked.ts'
import { expecting, family, said, small } from './forms.fixture.ts'
import type { Answers } from './model.ts'

const sectionCalled = (id: string) => small.sections.find((section) => section.id === id) ?? (() => { throw new Error(id) })()
const asked = (id: string, answers: Answers, about = family) => questionsShown(sectionCalled(id), answers, about).map((question) => question.id)

describe('what is asked', () => {
  it('leaves the baby out where none is expected', () => expect(sectionsShown(small, {}, family).map((section) => section.id)).toEqual(['school', 'seen', 'meaning']))
  it('asks about the baby where one is', () => expect(sectionsShown(small, {}, expecting).map((section) => section.id)).toContain('baby'))
  it('asks about school only for children who are born', () => {
    const section = sectionCalled('school')
    const [question] = section.questions
    expect(question && childrenShown(section, question, {}, expecting).map((child) => child.name)).toEqual(['Amelia', 'Noah', 'Isla'])
  })
  it('depends on an answer', () => {
    expect(asked('meaning', {})).not.toContain('planWhat')
    expect(asked('meaning', { outcome: said('plan') })).toContain('planWhat')
  })
  it('depends on each child’s own answer where children differ', () => {
    const section = sectionCalled('seen')
    const whyNot = section.questions[1]
    const answers: Answers = { seenOn: said('2025-10-03', { i: '' }) }
    expect(whyNot && childrenShown(section, whyNot, answers, family).map((child) => child.name)).toEqual(['Isla'])
    expect(asked('seen', { seenOn: said('2025-10-03') })).toEqual(['seenOn'])
  })
  it('is read with what it means first', () => expect(sectionsToRead(small, {}, expecting).map((section) => section.id)).toEqual(['meaning', 'school', 'seen', 'baby']))
})
