import { describe, expect, it } from 'vitest'
import { plain } from '../../kernel/dates.ts'
import { kindOf, problemsOfDay } from './rules.ts'

describe('the day of a conference', () => {
  const said = (kind: string, on: string, dueOn: string | null = null, reason?: string) => { const found = kindOf(kind); return found ? problemsOfDay(found, on, plain('2025-06-02'), { dueOn: dueOn === null ? null : plain(dueOn), reason }).map((one) => `${one.question}: ${one.problem}`).join() : 'no such kind' }
  it.each([
    ['a conference on a Saturday is refused: the census takes none', 'initialConference', '2025-06-07', /^on: This is no working day/],
    ['on a bank holiday too', 'transferInConference', '2025-08-25', /^on: This is no working day/],
    ['a core group may meet on a Saturday', 'coreGroup', '2025-06-07', /^$/],
    ['on Monday it stands', 'initialConference', '2025-06-09', /^$/],
  ] as const)('%s', (_, kind, on, expected) => expect(said(kind, on)).toMatch(expected))
  it('later than its clock asks why', () => expect([said('initialConference', '2025-06-24', '2025-06-23'), said('initialConference', '2025-06-24', '2025-06-23', 'The school is closed.')]).toEqual([expect.stringMatching(/^lateReason: This day is later/), '']))
})
