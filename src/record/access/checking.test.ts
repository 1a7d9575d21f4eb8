import { expect, it } from 'vitest'
import { Day, Words, optional, shape, timeOfDay } from '../../kernel/shape.ts'
import { Type } from '@sinclair/typebox'
import { checker, plainly } from './checking.ts'

const check = checker(shape({ on: Day, time: optional(Type.String({ pattern: timeOfDay })), why: Words(10) }))

it.each([
  ['a day in words', { on: 'yesterday', why: 'x' }, [{ question: 'on', problem: 'Check this answer: write the day as in 3/10/2025 or 3 Oct 2025.' }]],
  ['a day that no calendar has', { on: '2026-02-30', why: 'x' }, [{ question: 'on', problem: 'Check this answer: write the day as in 3/10/2025 or 3 Oct 2025.' }]],
  ['a time in words', { on: '2026-02-03', time: 'half ten', why: 'x' }, [{ question: 'time', problem: 'Check this answer: write the time as in 14:30, or leave it empty.' }]],
  ['nothing', { on: '', why: 'x' }, [{ question: 'on', problem: 'Fill this in.' }]],
  ['too many words', { on: '2026-02-03', why: 'x'.repeat(11) }, [{ question: 'why', problem: 'Shorten this to 10 characters. Nothing you wrote is lost.' }]],
])('%s is refused with a sentence that says what to write', (_, input, problems) => {
  expect(check(input)).toEqual(problems)
})

it('a page’s own words for a day that cannot be read stand before the general ones', () => {
  expect(check({ on: 'soon', why: 'x' }).map(plainly({ on: 'Give the day it was known.' }))).toEqual([{ question: 'on', problem: 'Give the day it was known.' }])
})
