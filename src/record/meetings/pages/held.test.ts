import { expect, it } from 'vitest'
import { leftOut } from './held.ts'

const leo = '0179cbf3-7280-7f25-baae-d13a19d294f5'
it.each([
  ['a passage that nobody is ticked for', { passages: [{ about: [], words: 'Leo says more.' }] }, [{ question: 'passages.0.about', problem: 'Tick whom this passage is about.' }]],
  ['a child’s words without how they took part, which would tell that they took none', { part: { [leo]: { code: '', words: 'I was not asked.' } } }, [{ question: `part.${leo}.code`, problem: 'Choose how the child took part, beside their words.' }]],
  ['what shows progress without how far it has come', { progress: { n1: { words: 'Nobody was late.' } } }, [{ question: 'progress.n1.progress', problem: 'Choose how far this has come, beside what shows it.' }]],
  ['who does something by when, and not what', { needs: [{ words: 'Mornings', wanted: 'Breakfast', actions: [{ words: '', owner: 'Jean', dueOn: '27/3/2026' }] }] }, [{ question: 'needs.0.actions.0.words', problem: 'Say what is done, beside who does it and by when.' }]],
  ['whether somebody came, where nobody says so of them or of all', { came: { a: { asked: 'yes', how: 'apologies' }, b: { asked: 'yes' }, c: { asked: 'yes' } } }, [{ question: 'came.b.how', problem: 'Say of each person whether they came, or tick that everybody came except where it says otherwise.' }]],
  ['that everybody came, said once', { cameRest: 'yes', came: { a: { asked: 'yes', how: 'apologies' }, b: { asked: 'yes' } } }, []],
  ['what is whole, or was left empty', { passages: [{ about: [leo], words: 'More.' }, { about: [leo], words: '' }], part: { [leo]: { code: 'spoke', words: 'Yes.' } }, progress: { n1: { progress: 'better' } }, needs: [{ words: 'Mornings', actions: [{ words: 'Come', owner: 'Jean' }, { words: '', owner: '', dueOn: '', evidence: '' }] }] }, []],
])('minutes never leave out without a word: %s', (_, body, problems) => {
  expect(leftOut(body)).toEqual(problems)
})
