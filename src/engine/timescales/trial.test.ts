import { describe, expect, it } from 'vitest'
import { plain } from '../../kernel/dates.ts'
import { trialOf, type PastClock } from './trial.ts'

const today = plain('2026-11-18')
const past = (startedOn: string, dueOn: string, endedOn: string | null): PastClock => ({ startedOn: plain(startedOn), dueOn: plain(dueOn), endedOn: endedOn === null ? null : plain(endedOn), team: 'Two' })
const duty = { manner: 'by' as const }
// Three of ten working days: done on the eighth, on the tenth, on the twelfth; and one that runs since a fortnight.
const clocks = [past('2026-09-01', '2026-09-15', '2026-09-11'), past('2026-09-01', '2026-09-15', '2026-09-15'), past('2026-09-01', '2026-09-15', '2026-09-17'), past('2026-11-09', '2026-11-23', null)]

describe('A change of a timescale, tried on what has been', () => {
  it.each([
    ['a shorter time', { workingDays: 5 }, { late: 1, newLate: 4, becomesLate: 3, becomesInTime: 0, earlier: 4, later: 0 }],
    ['a longer time', { workingDays: 12 }, { late: 1, newLate: 0, becomesLate: 0, becomesInTime: 1, earlier: 0, later: 4 }],
    ['the same time', { workingDays: 10 }, { late: 1, newLate: 1, becomesLate: 0, becomesInTime: 0, earlier: 0, later: 0 }],
    ['another unit', { days: 14 }, { late: 1, newLate: 1, becomesLate: 0, becomesInTime: 0, earlier: 0, later: 0 }],
  ] as const)('%s', (_, within, wanted) => {
    expect(trialOf(duty, within, clocks, today)).toMatchObject({ pieces: 4, middleDays: 14, ...wanted })
  })
  it('puts first what changes, and says nothing of a year without any', () => {
    expect(trialOf(duty, { workingDays: 12 }, clocks, today).rows[0]).toMatchObject({ endedOn: '2026-09-17', late: true, newLate: false })
    expect(trialOf(duty, { days: 1 }, [], today)).toEqual({ pieces: 0, late: 0, newLate: 0, becomesLate: 0, becomesInTime: 0, earlier: 0, later: 0, middleDays: null, rows: [] })
  })
})
