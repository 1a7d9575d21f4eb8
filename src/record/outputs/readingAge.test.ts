import { describe, expect, it } from 'vitest'
import { grade, readingAge, syllables } from './readingAge.ts'

describe('How hard a text is to read', () => {
  it.each([['cat', 1], ['the', 1], ['mother', 2], ['family', 3], ['worried', 2], ['make', 1], ['table', 2], ['started', 2], ['helped', 1], ['children', 2], ['assessment', 3], ['safeguarding', 4], ['accommodation', 5], ['houses', 2], ['', 0], ['Łukasz', 2]] as const)('%s has %i syllables', (word, count) => {
    expect(syllables(word)).toBe(count)
  })
  it('is the grade of Flesch and Kincaid', () => {
    // 24 words in four sentences, 25 syllables: 0.39 * 6 + 11.8 * 25 / 24 - 15.59
    expect(grade('We will come on Monday at ten. We will sit and talk. You can say what you want to say. We will help you.')).toBeCloseTo(0.39 * (24 / 4) + 11.8 * (25 / 24) - 15.59, 1)
  })
  it('is for a child of about seven, or for somebody who studied', () => {
    expect(readingAge('We will come on Monday at ten. We will sit and talk. You can say what you want to say. We will help you all.')).toBeLessThanOrEqual(7)
    expect(readingAge('Consideration was given to the multi-agency safeguarding arrangements notwithstanding the aforementioned difficulties concerning accommodation, following comprehensive consultation with professional representatives.')).toBeGreaterThan(18)
    expect(readingAge('Too short.')).toBeUndefined()
  })
})
