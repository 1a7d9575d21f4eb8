import { describe, expect, it } from 'vitest'
import { factKinds, identifierKinds } from '../../record/people/model.ts'
import { cinRules } from '../../../content/returns/cin/rules.ts'
import { ssda903Rules } from '../../../content/returns/ssda903/rules.ts'
import { fieldsOf } from '../../engine/returns/run.ts'
import { whereToPutRight } from './where.ts'

const further = (of: string, table: string, fields: string) => `/people/leo/put-right?of=${of}&rule=1&table=${table}&fields=${fields}`
describe('What a rule points to is put right', () => {
  it.each([
    ['cin', 'ChildIdentifiers', ['UPN'], '/people/leo/details?put=number.upn#number-value'], ['cin', 'Disabilities', ['Disability'], '/people/leo/details?put=fact.disability#fact-value'], ['cin', 'CINdetails', ['PrimaryNeedCode'], further('cin', 'CINdetails', 'PrimaryNeedCode')],
    ['cin', 'Header', ['Year'], '/returns#year'], ['annexA', 'List 8', ['Gender'], '/people/leo/details?put=fact.sex#fact-value'], ['annexA', 'List 3', ['Referral Source'], further('annexA', 'List+3', 'Referral+Source')], ['annexA', 'List 11', ['Date enquiry received'], '/care/households'],
    ['ssda903', 'Header', ['ETHNIC'], '/people/leo/details?put=fact.ethnicity#fact-value'], ['ssda903', 'Header', ['MOTHER', 'SEX'], further('ssda903', 'Header', 'MOTHER%2CSEX')], ['ssda903', 'OC3', ['DOB'], '/people/leo/details?put=fact.bornOn#fact-value'],
    ['ssda903', 'OC3', ['ACCOM', 'DOB'], further('ssda903', 'OC3', 'ACCOM%2CDOB')], ['ssda903', 'Episodes', ['LS'], further('ssda903', 'Episodes', 'LS')],
  ] as const)('of %s, table %s, %j, at %s', (kind, table, fields, where) => expect(whereToPutRight({ kind, rule: '1', table, fields, personId: 'leo' })).toBe(where))

  it('at an open field of somebody’s details that there is, or further on, for every rule of both returns', () => {
    const pages = [...ssda903Rules.map((rule) => ['ssda903', rule] as const), ...cinRules.map((rule) => ['cin', rule] as const)].flatMap(([kind, rule]) => [...fieldsOf<never, never>(rule)].map(([table, fields]) => whereToPutRight({ kind, rule: rule.number, table, fields, personId: 'leo' })))
    expect(new Set(pages.map((page) => page.replace(/[?#].*/, '')))).toEqual(new Set(['/people/leo/details', '/people/leo/put-right', '/returns']))
    const details = new Set([...factKinds.map((kind) => `fact.${kind}`), ...identifierKinds.map((kind) => `number.${kind}`)])
    expect(pages.filter((page) => page.includes('/details')).flatMap((page) => /\?put=([^#]+)#(?:fact|number)-value$/.exec(page)?.[1] ?? page).filter((what) => !details.has(what))).toEqual([])
  })
})
