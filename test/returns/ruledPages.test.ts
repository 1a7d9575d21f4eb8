import { describe, expect, it } from 'vitest'
import { columns, tableNames } from '../../content/returns/ssda903/tables.ts'
import { rulesOfPage } from '../../src/oversight/returns/beside/rules.ts'
import { cinRules } from '../../content/returns/cin/rules.ts'
import { fieldsOf } from '../../src/engine/returns/run.ts'
import { ruledPages } from '../../src/channel/web/ruledPages.ts'
import { routes } from '../../src/modules.ts'

describe('A field of a page that writes a column of a return', () => {
  it('stands on a page of the house that is read and sent at one address, under a key of its own', () => {
    const at = (method: string) => new Set(routes.filter((route) => route.method === method).map(({ path }) => path))
    expect(ruledPages.filter(({ path }) => !at('POST').has(path)).map(({ key }) => key)).toEqual([])
    // The sign-off of an assessment is sent from the list of decisions; a hand-over from the editor.
    expect(ruledPages.filter(({ path }) => !at('GET').has(path)).map(({ key }) => key)).toEqual([])
    expect(new Set(ruledPages.map(({ key }) => key)).size).toBe(ruledPages.length)
  })

  it('names columns that there are, and that a rule reads', () => {
    const inCensus = new Set(cinRules.flatMap((rule) => [...fieldsOf(rule)].flatMap(([table, names]) => names.map((name) => `${table}.${name}`))))
    const in903 = new Set([...tableNames.flatMap((table) => columns[table].map((column) => `${table}.${column}`)), 'Header.UASC'])
    const named = ruledPages.flatMap(({ key, fields }) => Object.values(fields).flatMap((of) => [...(of['ssda903']?.split(' ') ?? []).map((column) => [key, column, in903.has(column)] as const), ...(of['cin']?.split(' ') ?? []).map((column) => [key, column, inCensus.has(column)] as const)]))
    expect(named.filter(([, , known]) => !known)).toEqual([])
    expect(ruledPages.filter((page) => { return [2026, 2027].every((year) => { const { ssda903, cin } = rulesOfPage(page, year); return ssda903.length + cin.length === 0 }) }).map(({ key }) => key)).toEqual([])
  })
})
