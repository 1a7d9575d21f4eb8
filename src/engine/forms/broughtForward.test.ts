import { describe, expect, it } from 'vitest'
import { proposalsFrom, settle, standingBefore, type Earlier } from './broughtForward.ts'
import { family, said, small } from './forms.fixture.ts'

const source = { title: 'Assessment of 20 September 2024', on: '2024-09-20', by: 'Priya Nair' }
const lastTime: Earlier = { form: 'small', source, answers: { schoolNow: said('All like school', { i: 'Isla is tired', gone: 'About a child who is not here' }), schoolHelp: said('Speech'), worries: said('Old worries') } }

describe('what was said last time', () => {
  const proposals = proposalsFrom(small, [lastTime], {}, family)
  it('is offered where the form allows it, and nothing else', () => expect(proposals.map((one) => one.question)).toEqual(['schoolNow', 'schoolHelp']))
  it('comes with where it was said', () => expect(proposals[0]?.source).toEqual(source))
  it('leaves out a child this form is not about', () => expect(JSON.stringify(proposals)).not.toContain('not here'))
  it('is not offered where something is written already', () => expect(proposalsFrom(small, [lastTime], { schoolNow: said('New') }, family).map((one) => one.question)).toEqual(['schoolHelp']))
  it('is taken from the newest form that said something', () => {
    const newer: Earlier = { form: 'small', source: { ...source, on: '2025-03-01' }, answers: { schoolHelp: said('None now') } }
    expect(proposalsFrom(small, [newer, lastTime], {}, family).map((one) => one.source.on)).toEqual(['2024-09-20', '2025-03-01'])
  })
  it('may come from a question of another form', () => {
    const form = { ...small, sections: small.sections.map((section) => ({ ...section, questions: section.questions.map((one) => one.id === 'schoolNow' ? { ...one, bringForward: { form: 'contact', question: 'tells' } } : one) })) }
    const contact: Earlier = { form: 'contact', source, answers: { tells: said('Late nine times') } }
    expect(proposalsFrom(form, [contact], {}, family)).toEqual([{ question: 'schoolNow', answer: { all: 'Late nine times' }, source }])
  })
  it('is part of the record only when a person keeps it', () => {
    const kept = settle({}, proposals, 'schoolNow', 'keep')
    expect(kept.answers['schoolNow']).toEqual({ all: 'All like school', each: { i: 'Isla is tired' } })
    expect(kept.proposals.map((one) => one.question)).toEqual(['schoolHelp'])
  })
  it('is gone when it is no longer true', () => expect(settle({}, proposals, 'schoolNow', 'noLongerTrue')).toEqual({ answers: {}, proposals: proposals.slice(1) }))
  it.each([['kept', undefined, 'kept'], ['kept', 'new', 'kept\n\nnew'], ['kept', 'what is kept, and new', 'what is kept, and new'], [3, 'new', 'new']] as const)('%s stands before %s', (kept, written, both) => expect(standingBefore(kept, written)).toBe(both))
  it('never replaces what was written meanwhile', () => expect(settle({ schoolNow: said('Written') }, proposals, 'schoolNow', 'keep').answers['schoolNow']).toEqual({ all: 'Written', each: { i: 'Isla is tired' } }))
})
