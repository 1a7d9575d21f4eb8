import { describe, expect, it } from 'vitest'
import { small } from './forms.fixture.ts'
import type { FormDefinition, Question } from './model.ts'
import { faultsOf, formFrom, reusedIds, withOverlay } from './publishing.ts'

const changed = (id: string, change: (question: Question) => Question): FormDefinition =>
  ({ ...small, version: 2, sections: small.sections.map((section) => ({ ...section, questions: section.questions.map((one) => one.id === id ? change(one) : one) })) })

describe('a form is looked at before it is used', () => {
  it('and this one may be', () => expect(faultsOf(small)).toEqual([]))
  it.each<[string, unknown]>([
    ['no form at all', { id: 'x' }],
    ['something that runs', { ...small, compute: 'x' }],
    ['a question that stands twice', { ...small, sections: [...small.sections, { ...small.sections[0], id: 'again' }] }],
    ['a choice without options', changed('factors', (one) => ({ ...one, options: undefined }))],
    ['a condition on a question nobody asks', changed('planWhat', (one) => ({ ...one, when: { question: 'nobodyAsks', is: 'x' } }))],
    ['a section in no group', { ...small, groups: [] }],
    ['a wording used as an id', changed('schoolNow', (one) => ({ ...one, id: 'How is school?' }))],
    ['a section to be read first that is none', { ...small, readFirst: ['nowhere'] }],
  ])('%s is refused with a sentence', (_, form) => { expect(faultsOf(form).length).toBeGreaterThan(0); expect(() => formFrom(form)).toThrow('This form cannot be used.') })
})

describe('a question’s id keeps its meaning through all versions', () => {
  it('a better wording is allowed', () => expect(reusedIds([small], changed('schoolNow', (one) => ({ ...one, ask: 'How are they at school?' })))).toEqual([]))
  it('a new option is allowed', () => expect(reusedIds([small], changed('outcome', (one) => ({ ...one, options: [...(one.options ?? []), { code: 'new', label: 'New' }] })))).toEqual([]))
  it.each<[string, FormDefinition]>([
    ['another kind of answer', changed('seenOn', (one) => ({ ...one, kind: 'words' }))],
    ['another fact', changed('seenOn', (one) => ({ ...one, binds: 'child.bornOn' }))],
    ['a code that is gone', changed('outcome', (one) => ({ ...one, options: [{ code: 'plan', label: 'Make a plan' }] }))],
    ['a code that means another in the return', changed('outcome', (one) => ({ ...one, options: [{ code: 'close', label: 'Close', returnCode: 'RC8' }, { code: 'plan', label: 'Make a plan' }] }))],
  ])('%s is not', (_, form) => expect(reusedIds([small], form)).toHaveLength(1))
})

describe('a council’s own version', () => {
  const overlay = { form: 'small', version: 1001 }
  it('may change words and titles', () => {
    const own = withOverlay(small, { ...overlay, words: { schoolNow: { ask: 'How is nursery or school?' } }, sectionTitles: { school: 'Learning' } })
    expect(own.sections[0]?.title).toBe('Learning')
    expect(own.sections[0]?.questions[0]?.ask).toBe('How is nursery or school?')
    expect(reusedIds([small], own)).toEqual([])
  })
  it('may leave a question out, but none that is required or becomes a fact', () => {
    const left = withOverlay(small, { ...overlay, leftOut: ['schoolHelp', 'seenOn', 'worries'] }).sections.flatMap((section) => section.questions.map((one) => one.id))
    expect(left).not.toContain('schoolHelp')
    expect(left).toEqual(expect.arrayContaining(['seenOn', 'worries']))
  })
  it('may ask something more, where it wants to', () => {
    const question: Question = { id: 'localAttendance', ask: 'Attendance?', kind: 'number' }
    const own = withOverlay(small, { ...overlay, added: [{ section: 'school', after: 'schoolNow', question }] })
    expect(own.sections[0]?.questions.map((one) => one.id)).toEqual(['schoolNow', 'localAttendance', 'schoolHelp'])
  })
  it('is refused when it cannot be used', () => expect(() => withOverlay(small, { ...overlay, added: [{ section: 'school', question: { id: 'worries', ask: 'Again?', kind: 'words' } }] })).toThrow('stands twice'))
})
