import { describe, expect, it } from 'vitest'
import { duties } from '../../../content/timescales/all.ts'
import { evaluateById } from '../../engine/timescales/evaluate.ts'
import { plain } from '../../kernel/dates.ts'
import type { Look, Story } from '../../record/people/warnings/queries.ts'
import { warningHappenings } from './warnings.ts'

const look = (on: string, reviewOn: string, ended = false): Look => ({ on: plain(on), by: 'Priya Nair', why: null, words: 'A dog', reviewOn: plain(reviewOn), ended })
const note = (first: string, begun: Look, ...later: Look[]): Story => ({ first, personId: 'a', kind: 'dog', words: 'A dog', from: begun.on, endedOn: null, looks: [begun, ...later] })
const at = (stories: readonly Story[], today: string) => {
  const clock = evaluateById(duties, 'warning.reviewed', warningHappenings('a', stories), { today: plain(today) })
  return `${clock?.state} ${clock?.dueOn ?? ''}`.trim()
}

describe('safety notes about one person are looked at again by the day of the one that is due first', () => {
  it.each<[string, readonly Story[], string, string]>([
    ['none: no clock', [], '2026-02-01', 'notStarted'],
    ['one: the day that was set', [note('x', look('2026-01-05', '2026-03-02'))], '2026-02-01', 'running 2026-03-02'],
    ['its day has passed', [note('x', look('2026-01-05', '2026-03-02'))], '2026-03-03', 'overdue 2026-03-02'],
    ['a second that is due sooner', [note('x', look('2026-01-05', '2026-06-01')), note('y', look('2026-01-07', '2026-03-02'))], '2026-02-01', 'running 2026-03-02'],
    ['the sooner was looked at: the other is next', [note('x', look('2026-01-05', '2026-06-01')), note('y', look('2026-01-07', '2026-03-02'), look('2026-03-01', '2026-12-01'))], '2026-03-05', 'running 2026-06-01'],
    ['looking at the later one changes nothing', [note('x', look('2026-01-05', '2026-06-01'), look('2026-02-01', '2026-12-01')), note('y', look('2026-01-07', '2026-03-02'))], '2026-03-05', 'overdue 2026-03-02'],
    ['the last one ended: nothing runs', [note('x', look('2026-01-05', '2026-03-02'), look('2026-02-01', '2026-03-02', true))], '2026-03-05', 'stopped 2027-02-01'],
  ])('%s', (_, stories, today, expected) => expect(at(stories, today)).toBe(expected))
})
