import { describe, expect, it } from 'vitest'
import { plain } from './dates.ts'
import { dayWithin, typedDay } from './typedDates.ts'

const today = plain('2026-11-22')

describe('a date may be typed in any form usual in England', () => {
  it.each(['3/10/2025', '03/10/2025', '3.10.25', '3-10-2025', '3 10 2025', '3 Oct 2025', '3rd October 2025', '3 October, 2025', 'October 3, 2025', '2025-10-03', '2025/10/3', '03102025', '3oct 2025', '3 oct ’25', '3-Oct-2025', ' 3/10/2025 '])(
    '%s is 3 October 2025', (text) => expect(typedDay(text, today)).toBe('2025-10-03'))
  it.each(['31/02/2025', 'soon', '2025', '3/10', '13/13/2013', ''])('%s is no day', (text) => expect(typedDay(text, today)).toBeUndefined())
  it('two figures of a year are never more than two years ahead', () => {
    expect(typedDay('1/2/28', today)).toBe('2028-02-01')
    expect(typedDay('1/2/31', today)).toBe('1931-02-01')
  })
})

describe('a date is found among other words', () => {
  it.each([
    ['Kathryn Smith 3/4/1988', '1988-04-03', 'Kathryn Smith'], ['3 apr 1988 kathryn', '1988-04-03', 'kathryn'], ['Smith, 03041988, W9', '1988-04-03', 'Smith, , W9'],
  ])('%s', (text, day, rest) => {
    expect(dayWithin(text, today)?.day).toBe(day)
    expect(dayWithin(text, today)?.rest.replace(/\s+/g, ' ').trim()).toBe(rest)
  })
  it('but not in a telephone or NHS number', () => expect(dayWithin('943 476 5919', today)).toBeUndefined())
})
