import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as lists from './codes.ts'
import { columns, tableNames } from './tables.ts'

const given = resolve(process.env.KITH_SHARED ?? resolve(import.meta.dirname, '../../../../shared'), 'reference/ssda903/columns.json')
const absent = !existsSync(given)

type Column = { name: string; type: string; codes?: { code: string }[] }
type Published = { tables: { table: string; csv_header: string[]; columns: Column[] }[]; code_history: Record<string, Record<string, string[]>> }
const published = (): Published => JSON.parse(readFileSync(given, 'utf8'))

const listOf: Readonly<Record<string, (of: { year: number }) => ReadonlySet<string>>> = {
  'Header.SEX': lists.sexes, 'Header.ETHNIC': lists.ethnicities, 'Header.MOTHER': lists.yesNo, 'Episodes.RNE': lists.beginnings, 'Episodes.LS': lists.legalStatuses, 'Episodes.CIN': lists.needs,
  'Episodes.PLACE': lists.placements, 'Episodes.PLACE_PROVIDER': lists.placementProviders, 'Episodes.REC': lists.endings, 'Episodes.REASON_PLACE_CHANGE': lists.placementChanges, 'Reviews.REVIEW_CODE': lists.participation,
  'OC2.SDQ_REASON': lists.noSdqReasons, 'OC3.IN_TOUCH': lists.inTouch, 'OC3.ACTIV': lists.activities, 'OC3.ACCOM': lists.accommodation, 'AD1.SEX_ADOPTR': lists.adopterSexes, 'AD1.LS_ADOPTR': lists.adopterStatuses,
  'PlacedAdoption.REASON_PLACED_CEASED': lists.reversals, 'PrevPerm.PREV_PERM': lists.permanences, 'Missing.MISSING': lists.absences, 'SWEpisodes.SW_REASON': lists.workerChanges,
}

describe.skipIf(absent)('SSDA903 as it was published (skipped where the given folder is absent)', () => {
  it('has our tables with our columns, in order', () => {
    for (const { table, csv_header } of published().tables) expect(Object.entries(columns).find(([name]) => name === table)?.[1], table).toEqual(csv_header)
    expect(published().tables).toHaveLength(tableNames.length)
  })

  it('has our codes of 2026', () => {
    for (const { table, columns: all } of published().tables) {
      for (const { name, codes } of all) {
        const list = listOf[`${table}.${name}`]
        if (list) expect([...list({ year: 2026 })].sort(), `${table}.${name}`).toEqual((codes ?? []).map(({ code }) => code).sort())
      }
    }
  })

  it.each([[2023, '2022'], [2024, '2024'], [2025, '2025'], [2026, '2026']])('has our codes of %i where they changed', (year, of) => {
    const { 'episodes.PLACE': places = [], 'episodes.REC': endings = [], 'header.SEX': sexes = [], 'oc3.ACTIV': activities = [] } = published().code_history[of] ?? {}
    // supported accommodation (K3) came in October 2023; the published structure has it a year later
    expect([...lists.placements({ year })].filter((code) => year !== 2024 || code !== 'K3').sort()).toEqual([...places].sort())
    expect([...lists.endings()].sort()).toEqual([...endings].sort())
    expect([...lists.sexes({ year })].sort()).toEqual([...sexes].sort())
    expect([...lists.activities()].sort()).toEqual([...activities].sort())
  })
})
