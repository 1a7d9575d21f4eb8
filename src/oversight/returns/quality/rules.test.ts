import { describe, expect, it } from 'vitest'
import { plain } from '../../../kernel/dates.ts'
import type { Stretch } from '../model.ts'
import { groupsOf, nightsTold, shownInFull, standingOf } from './rules.ts'

const today = plain('2026-11-22')
const one = (personId: string, from: string, gone: string | null = null, severity: Stretch['severity'] = 'error'): Stretch => ({ personId, severity, from: plain(from), gone: gone === null ? null : plain(gone) })

describe('how record quality went', () => {
  it.each([[null, ['2026-11-22']], ['2026-11-22', ['2026-11-22']], ['2026-11-20', ['2026-11-20', '2026-11-21', '2026-11-22']], ['2026-11-01', ['2026-11-01', '2026-11-04', '2026-11-07', '2026-11-10', '2026-11-13', '2026-11-16', '2026-11-19', '2026-11-22']]])('since %s is told for the nights that are known', (since, nights) => expect(nightsTold(since === null ? null : plain(since), today)).toEqual(nights))
  it('is told week by week once eight weeks are known', () => expect(nightsTold(plain('2026-01-01'), today).slice(0, 2)).toEqual(['2026-10-04', '2026-10-11']))
  it('counts what stood on each night, what came and what went', () => {
    const found = [one('a', '2026-10-01'), one('a', '2026-11-20', null, 'query'), one('b', '2026-11-01', '2026-11-19'), one('b', '2026-09-01', '2026-10-05')]
    expect(standingOf(found, [plain('2026-10-04'), plain('2026-11-18'), today], today)).toEqual({ children: 1, errors: 1, queries: 1, oldest: 52, came: 1, went: 1, nights: [2, 2, 2] })
  })
  it('shows one’s own rows first, and of many workers those of whoever is asked for', () => {
    const people = ['Ann', 'Ben', 'Cat', 'Dan', 'Eve']
    const groups = groupsOf(people.map((name) => one(name, '2026-11-01')), new Map(people.map((name) => [name, { worker: name, team: 'North' }])), 'Dan')
    expect(groups[0]?.name).toBe('Dan')
    expect(shownInFull(groups, undefined, 'Dan').map(({ name }) => name)).toEqual(['Dan'])
    expect(shownInFull(groups, 'Eve', 'Dan').map(({ name }) => name)).toEqual(['Eve'])
    expect(shownInFull(groups.slice(0, 3), undefined, 'Tom')).toHaveLength(3)
  })
})
