import { describe, expect, it } from 'vitest'
import { careFacts } from '../../../content/care/facts.ts'
import { cinRules } from '../../../content/returns/cin/rules.ts'
import { ssda903Rules } from '../../../content/returns/ssda903/rules.ts'
import { fieldsOf } from '../../engine/returns/run.ts'
import { factKinds, identifierKinds } from '../../record/people/model.ts'
import { whereToPutRight } from './where.ts'

describe('What a rule points to is put right', () => {
  it.each([
    ['cin', 'ChildIdentifiers', ['UPN'], '/people/leo/details?put=number.upn#number-value'], ['cin', 'CINdetails', ['PrimaryNeedCode'], '/people/leo/cases'], ['cin', 'Section47', ['S47ActualStartDate'], '/people/leo/plans'],
    ['annexA', 'List 8', ['Placement postcode'], '/people/leo/care'], ['annexA', 'List 8', ['Gender'], '/people/leo/details?put=fact.sex#fact-value'], ['annexA', 'List 3', ['Referral Source'], '/people/leo/cases'], ['annexA', 'List 11', ['Date enquiry received'], '/care/households'],
    ['ssda903', 'Header', ['ETHNIC'], '/people/leo/details?put=fact.ethnicity#fact-value'], ['ssda903', 'Episodes', ['LS'], '/people/leo/legal'], ['ssda903', 'Episodes', ['LS', 'PLACE'], '/people/leo/care'],
    ['ssda903', 'OC2', ['SDQ_SCORE'], '/people/leo/care/record?kind=strengths'], ['ssda903', 'Reviews', ['REVIEW'], '/people/leo/care/record?kind=review'],
  ] as const)('of %s, table %s, %j, at %s', (kind, table, fields, where) => expect(whereToPutRight(kind, table, fields, 'leo')).toBe(where))

  it('on a page that there is, for every rule of both returns', () => {
    const kinds = new Set(careFacts.map(({ id }) => id))
    const pages = [...ssda903Rules.map((rule) => ['ssda903', rule] as const), ...cinRules.map((rule) => ['cin', rule] as const)].flatMap(([kind, rule]) => [...fieldsOf<never, never>(rule)].map(([table, fields]) => whereToPutRight(kind, table, fields, 'leo')))
    expect(new Set(pages.map((page) => page.replace(/\?.*/, '')))).toEqual(new Set(['/people/leo/details', '/people/leo/cases', '/people/leo/plans', '/people/leo/legal', '/people/leo/care', '/people/leo/care/record']))
    expect(pages.flatMap((page) => page.split('?kind=')[1] ?? []).filter((kind) => !kinds.has(kind))).toEqual([])
    const details = new Set([...factKinds.map((kind) => `fact.${kind}`), ...identifierKinds.map((kind) => `number.${kind}`)])
    expect(pages.flatMap((page) => /\?put=([^#]+)/.exec(page)?.[1] ?? []).filter((what) => !details.has(what))).toEqual([])
  })
})
