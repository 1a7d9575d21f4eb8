import { describe, expect, it } from 'vitest'
import { coveredYears903 } from '../../../content/returns/ssda903/child.ts'
import { plain } from '../../kernel/dates.ts'
import { childrenOf, returned } from './returned.fixture.ts'
import { sizes } from './sizes.ts'
import { worldOf } from './world.ts'

const years = Array.from({ length: coveredYears903.last - coveredYears903.first + 1 }, (_, n) => coveredYears903.first + n)
/** The returns of a small council of that seed, as at that day: of every covered year that has begun. */
function returnsOf(seed: string, day: string) {
  const today = plain(day)
  const world = worldOf(sizes['small']!, seed, today)
  return returned([...world.families()].flatMap((family) => childrenOf(family, world.offices)), years.filter((year) => `${year - 1}-04-01` <= day), today)
}

describe('the looked-after children of the demonstration', () => {
  it.each([['1', '2026-11-22'], ['1', '2026-11-23'], ['2', '2026-04-20'], ['3', '2025-09-01'], ['14', '2027-02-20'], ['5', '2027-03-31']])('of seed %s as at %s are in the return of every covered year without an error', (seed, day) => {
    for (const { year, rows, findings } of returnsOf(seed, day)) {
      expect(findings.filter((one) => one.severity === 'error').map((one) => `${year} ${one.rule} ${one.table} ${one.row}`)).toEqual([])
      for (const table of ['Header', 'Episodes', 'Reviews', 'OC2', 'PrevPerm'] as const) expect(rows[table], `${year} ${table}`).toBeGreaterThan(0)
    }
  })
  it('fill every table in some year: adoptions, care leavers, missing children, those who came alone', () => {
    const told = returnsOf('1', '2026-11-22')
    for (const table of ['OC3', 'AD1', 'PlacedAdoption', 'UASC', 'Missing', 'SWEpisodes']) expect(told.some(({ rows }) => (rows[table] ?? 0) > 0), table).toBe(true)
  })
})
