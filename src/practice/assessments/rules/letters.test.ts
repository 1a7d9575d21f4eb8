import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Frozen } from '../../../engine/forms/frozen.ts'
import { plain } from '../../../kernel/dates.ts'
import { childrenFor, firstWords, names, problemsOfLetter, recipients, tasksIn } from './letters.ts'

const [amelia, noah, isla] = [{ id: 'a', given: 'Amelia' }, { id: 'n', given: 'Noah' }, { id: 'i', given: 'Isla' }]
const all = [amelia, noah, isla]
const kin = [
  { personId: 'kelly', otherId: 'a', kind: 'parent' }, { personId: 'kelly', otherId: 'n', kind: 'parent' }, { personId: 'kelly', otherId: 'i', kind: 'parent' },
  { personId: 'darren', otherId: 'a', kind: 'parent' }, { personId: 'darren', otherId: 'n', kind: 'parent' }, { personId: 'jean', otherId: 'a', kind: 'grandparent' },
]
const question = (id: string, answers: { about: string[]; words: string }[]) => ({ id, asked: id, kind: 'words' as const, answers: answers.map((answer) => ({ ...answer, value: answer.words })) })
const frozen: Frozen = {
  form: 'f', version: 1, title: 'F', sections: [{ id: 's', title: 'S', questions: [
    question('workingWell', [{ about: ['a', 'n', 'i'], words: 'Everyone likes school. Isla reads well.' }]),
    question('worries', [{ about: ['a', 'n'], words: 'Amelia does too much in the mornings.' }, { about: ['i'], words: 'Isla sleeps on the sofa.' }]),
    question('inOwnWords', [{ about: ['a'], words: 'I mind being late for maths.' }, { about: ['i'], words: 'I want a bed.' }]),
    question('whoDoesWhat', [{ about: ['a', 'n', 'i'], words: 'Ahmed builds the bunk bed by 28 November 2026. Amelia leaves at eight.' }]),
  ] }],
}

describe('a letter to one parent', () => {
  it('goes to parents, whoever has most of the children first', () => expect(recipients(all, kin)).toEqual(['kelly', 'darren']))
  it('is about their own children', () => {
    expect(childrenFor('darren', all, kin).map((child) => child.given)).toEqual(['Amelia', 'Noah'])
    expect(childrenFor('i', all, kin)).toEqual([isla])
  })
  it('has no word about a child who is not theirs', () => {
    const words = firstWords(frozen, [amelia, noah], all, ['childInNeedPlan'])
    expect(words.goingWell).toBe('Everyone likes school.')
    expect(words.worries).toBe('Amelia does too much in the mornings.')
    expect(words.said).toEqual([{ personId: 'a', words: 'I mind being late for maths.' }])
    expect(JSON.stringify(words)).not.toContain('Isla')
  })
  it('never names another child in its first words, whatever was written', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('Isla is tired', 'All like school', 'ISLA’S bed', 'Noah and Isla fight', 'Amelia helps'), { maxLength: 8 }), (said) => {
      const text = said.map((one) => `${one}.`).join(' ')
      const made = firstWords({ ...frozen, sections: [{ id: 's', title: 'S', questions: [question('worries', [{ about: [], words: text }])] }] }, [amelia, noah], all, [])
      expect(names(JSON.stringify(made), 'Isla')).toBe(false)
    }))
  })
  it.each([
    ['Isla sleeps badly.', 'Isla', true], ['isla’s bed', 'Isla', true], ['the island', 'Isla', false], ['Zoë came', 'Zoe', true], ['Nothing', '', false],
  ])('finds a name as a word of its own: %s', (text, given, found) => expect(names(text, given)).toBe(found))

  const words = firstWords(frozen, [amelia, noah], all, [])
  const darren = { id: 'darren', given: 'Darren' }
  it('does not go out with the name of a child who is not theirs, their words, or an address that is not the recipient’s', () => {
    const problems = (changed: Partial<typeof words>) => problemsOfLetter({ ...words, ...changed }, darren, [amelia, noah], all, [{ lines: ['12 Mill Lane'], postcode: 'ZV1 4QT' }]).map((one) => one.problem)
    expect(problems({})).toEqual([])
    expect(problems({ worries: 'Isla is tired.' })).toEqual(['This names Isla, and this letter is for Darren. Write it without that name.'])
    expect(problems({ said: [{ personId: 'i', words: 'I want a bed.' }] })).toEqual(['These are the words of a child who is not Darren’s. Leave them out.'])
    expect(problems({ next: 'We visit at 12 mill lane.' })).toEqual(['This holds an address that is not Darren’s own. Leave it out.'])
    expect(problems({ next: 'We visit at zv14qt.' })).toEqual(['This holds an address that is not Darren’s own. Leave it out.'])
    expect(problems({ goingWell: ' ', worries: '' })).toEqual(['Write what is going well, or what we are worried about.'])
  })
  it('says who does what by when, a line each', () => {
    expect(tasksIn('Ahmed builds the bunk bed by 28 November 2026. Amelia leaves at eight.', plain('2026-11-18'))).toEqual([{ what: 'Ahmed builds the bunk bed.', by: '28 Nov 2026' }, { what: 'Amelia leaves at eight.', by: '' }])
  })
})
