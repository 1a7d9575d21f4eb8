import { describe, expect, it } from 'vitest'
import { daySentence, emptyTray } from './daySentence.ts'

describe('My work begins with the day in a sentence', () => {
  it.each([
    [0, 0, 0, 'Nothing is late and nothing has to be done today.'],
    [0, 0, 5, 'Nothing of your own is late or for today. Five decisions wait for you.'],
    [0, 1, 0, 'Nothing of your own is late, and one thing is for today.'],
    [2, 3, 0, 'Two things are late and three things are for today.'],
    [1, 0, 1, 'One thing is late. One decision waits for you.'],
  ])('%i late, %i for today, %i decisions: %s', (late, today, decisions, words) => expect(daySentence(late, today, decisions)).toBe(words))
})

describe('An empty tray', () => {
  it('says so kindly', () => expect(emptyTray(undefined, 0, 0).title).toBe('You are up to date.'))
  it('does not say “up to date” to a manager for whom decisions wait', () => expect(emptyTray(undefined, 0, 5).title).toBe('No work of your own.'))
  it('does not say “up to date” under Today while things are late', () => expect(emptyTray('Today', 3, 0)).toEqual({ title: 'Nothing under “Today”.', words: 'Three things stand under “All”.' }))
})
