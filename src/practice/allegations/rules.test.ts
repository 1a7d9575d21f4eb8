import { expect, it } from 'vitest'
import { plain } from '../../kernel/dates.ts'
import { concludedIn, waitingInWords } from './rules.ts'

const told = (toldOn: string, endedOn: string | null, outcome: string | null = endedOn ? 'unfounded' : null, criterion = 'harmed') => ({ toldOn: plain(toldOn), endedOn: endedOn ? plain(endedOn) : null, outcome, criterion })
const shares = (...all: ReturnType<typeof told>[]) => concludedIn(all, plain('2026-11-22')).map((one) => `${one.months}: ${one.reached} of ${one.of}`)

it.each([
  ['none: nothing to measure', shares(), ['1: 0 of 0', '3: 0 of 0', '12: 0 of 0']],
  ['concluded on the last day of the month', shares(told('2026-10-01', '2026-11-01')), ['1: 1 of 1', '3: 1 of 1', '12: 1 of 1']],
  ['a day later: within three', shares(told('2026-10-01', '2026-11-02')), ['1: 0 of 1', '3: 1 of 1', '12: 1 of 1']],
  ['goes on: counts where its time is over', shares(told('2026-10-01', null)), ['1: 0 of 1', '3: 0 of 0', '12: 0 of 0']],
  ['goes on, its time not yet over', shares(told('2026-11-01', null)), ['1: 0 of 0', '3: 0 of 0', '12: 0 of 0']],
  ['advice only does not count', shares(told('2026-10-01', '2026-10-02', 'adviceOnly'), told('2026-10-01', '2026-10-02', 'unfounded', 'notMet')), ['1: 0 of 0', '3: 0 of 0', '12: 0 of 0']],
  ['told more than two years ago does not count', shares(told('2024-11-21', '2026-01-01')), ['1: 0 of 0', '3: 0 of 0', '12: 0 of 0']],
])('of allegations, so many were concluded in one, three and twelve months: %s', (_, found, expected) => expect(found).toEqual(expected))

it.each([
  [[], 'each has its first answer'],
  [['2026-11-24', undefined], '2 without a first answer'],
  [['2026-11-20', '2026-11-22', '2026-11-24'], '3 without a first answer, 1 late, 1 due today'],
])('the first page of a designated officer says when the first answers are due: %j', (due, words) => expect(waitingInWords(due.map((day) => (day ? plain(day) : undefined)), plain('2026-11-22'))).toBe(words))
