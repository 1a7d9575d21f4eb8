import { describe, expect, it } from 'vitest'
import { unanswered } from './deciding.ts'

const section = (answers: number) => ({ id: 's', title: 'Health', questions: [{ id: 'q', asked: 'How healthy are the children?', kind: 'words' as const, answers: Array.from({ length: answers }, () => ({ about: [], value: 'Well.', words: 'Well.' })) }] })

describe('A manager who is asked to agree', () => {
  it.each([
    [[1, 0, 0], ' Two of its 3 sections have no answer.'],
    [[1, 2, 0], ' One of its 3 sections has no answer.'],
    [[1, 1], ''],
  ])('with %j answers in the sections reads “%s”', (answers, words) => expect(unanswered({ sections: answers.map(section) })).toBe(words))
})
