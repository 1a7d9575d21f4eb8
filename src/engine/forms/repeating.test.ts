import { describe, expect, it } from 'vitest'
import { settle, standingBefore } from './broughtForward.ts'
import { family, small } from './forms.fixture.ts'
import { inWords } from './frozen.ts'
import type { FormDefinition, Question } from './model.ts'
import { problemsOnFinish } from './problems.ts'
import { faultsOf } from './publishing.ts'
import { repeated } from './repeating.ts'
import { keptNumber, numbersIn } from './scale.ts'

const medicines: FormDefinition = {
  ...small, readFirst: [],
  sections: [{
    id: 'medicine', title: 'Medicine {row}', group: 'children', about: 'all', repeats: 3,
    questions: [
      { id: 'medicineName', ask: 'Which?', kind: 'line', required: { why: 'safety', problem: 'Name medicine {row}', when: { question: 'medicineDose', answered: true } } },
      { id: 'medicineDose', ask: 'How much of medicine {row}?', kind: 'line', when: { any: [{ question: 'medicineName', answered: true }, { not: { question: 'medicineName', answered: true } }] } },
    ],
  }],
}

describe('a section that may be written several times', () => {
  const form = repeated(medicines)
  it('becomes so many sections, each with ids and words of its own', () => {
    expect(faultsOf(form)).toEqual([])
    expect(form.sections.map((section) => [section.id, section.title, section.row?.number, ...section.questions.map((question) => question.id)])).toEqual([1, 2, 3].map((n) => [`medicine${n}`, `Medicine ${n}`, n, `medicineName${n}`, `medicineDose${n}`]))
    expect(form.sections[1]?.questions[1]).toMatchObject({ ask: 'How much of medicine 2?', when: { any: [{ question: 'medicineName2' }, { not: { question: 'medicineName2' } }] } })
  })
  it('leaves every other section as it is', () => expect(repeated(small)).toEqual(small))
  it('asks for the one only where the other is answered, in the same row', () => {
    expect(problemsOnFinish(form, {}, [], family)).toEqual([])
    expect(problemsOnFinish(form, { medicineDose2: { all: 'One' }, medicineName1: { all: 'Iron' } }, [], family)).toEqual([{ question: 'medicineName2', problem: 'Name medicine 2' }])
  })
  it('finds a condition on what nobody asks in what is required too', () => {
    const broken: FormDefinition = { ...small, readFirst: [], sections: [{ ...medicines.sections[0]!, questions: [{ id: 'one', ask: 'One?', kind: 'line', required: { why: 'x', problem: 'x', when: { question: 'gone', answered: true } } }] }] }
    expect(faultsOf(broken)).toEqual(['one depends on gone, which nobody asks.'])
  })
})

describe('numbers on a scale', () => {
  const question: Question = { id: 'near', ask: 'How near?', kind: 'scale', options: [{ code: 'family', label: 'Family member' }, { code: 'worker', label: 'Worker' }] }
  it('are kept as words and read back, oldest first', () => {
    const given = [{ number: 10, by: 'worker', name: '', on: '2026-11-20' }, { number: 4, by: 'family', name: 'Kelly, mum', on: '2026-10-03' }].map((one) => ({ ...one, on: numbersIn([`${one.on}: 0, worker`])[0]!.on }))
    expect(numbersIn(given.map(keptNumber))).toEqual(given.toReversed())
    expect(inWords(question, given.map(keptNumber))).toBe('4 of 10: Kelly, mum (family member), 3 Oct 2026; 10 of 10: Worker, 20 Nov 2026')
  })
  it('that were given before stand with those given meanwhile when what was said last time is kept', () => {
    expect(standingBefore(['2026-10-03: 4, family'], ['2026-11-20: 6, family', '2026-10-03: 4, family'])).toEqual(['2026-10-03: 4, family', '2026-11-20: 6, family'])
    expect(settle({}, [{ question: 'near', answer: { all: ['2026-10-03: 4, family'] }, source: { title: 'x', on: '2026-10-03' } }], 'near', 'keep').answers).toEqual({ near: { all: ['2026-10-03: 4, family'] } })
  })
})
