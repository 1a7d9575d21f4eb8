import { childAndFamilyAssessment } from '../../content/forms/childAndFamilyAssessment.ts'
import { section47Enquiry } from '../../content/forms/section47Enquiry.ts'
import type { Supposed } from '../../src/engine/returns/model.ts'
import { plain } from '../../src/kernel/dates.ts'
import { askedAhead } from '../../src/oversight/returns/beside/ahead.ts'
import { censusIn } from '../../src/oversight/returns/cin/check.ts'
import type { InNeed } from '../../src/oversight/returns/cin/model.ts'
import { spanOf } from '../../src/oversight/returns/cin/telling.ts'
import { asksByPlace } from '../../src/record/answers/beside.ts'
import { describe, expect, it } from 'vitest'
import { columns, tableNames } from '../../content/returns/ssda903/tables.ts'
import { rulesOfPage } from '../../src/oversight/returns/beside/rules.ts'
import { cinRules } from '../../content/returns/cin/rules.ts'
import { fieldsOf } from '../../src/engine/returns/run.ts'
import { ruledForms, ruledPages } from '../../src/channel/web/ruledPages.ts'
import { routes } from '../../src/modules.ts'

describe('A field of a page that writes a column of a return', () => {
  it('stands on a page of the house that is read and sent at one address, under a key of its own', () => {
    const at = (method: string) => new Set(routes.filter((route) => route.method === method).map(({ path }) => path))
    expect([...ruledPages, ...ruledForms].filter(({ path }) => !at('POST').has(path)).map(({ key }) => key)).toEqual([])
    // The sign-off of an assessment is sent from the list of decisions; a hand-over from the editor.
    expect(ruledPages.filter(({ path }) => !at('GET').has(path)).map(({ key }) => key)).toEqual([])
    expect(new Set(ruledPages.map(({ key }) => key)).size).toBe(ruledPages.length)
  })

  it('names columns that there are, and that a rule reads', () => {
    const inCensus = new Set(cinRules.flatMap((rule) => [...fieldsOf(rule)].flatMap(([table, names]) => names.map((name) => `${table}.${name}`))))
    const in903 = new Set([...tableNames.flatMap((table) => columns[table].map((column) => `${table}.${column}`)), 'Header.UASC'])
    const named = [...ruledPages, ...ruledForms].flatMap(({ key, fields }) => Object.values(fields).flatMap((of) => [...(of['ssda903']?.split(' ') ?? []).map((column) => [key, column, in903.has(column)] as const), ...(of['cin']?.split(' ') ?? []).map((column) => [key, column, inCensus.has(column)] as const)]))
    expect(named.filter(([, , known]) => !known)).toEqual([])
    expect([...ruledPages, ...ruledForms].filter((page) => { return [2026, 2027].every((year) => { const { ssda903, cin } = rulesOfPage(page, year); return ssda903.length + cin.length === 0 }) }).map(({ key }) => key)).toEqual([])
  })
})

const [personId, on] = ['leo', plain('2026-05-01')]
const leo: InNeed = {
  personId, plans: [], conferences: [], known: [], beside: [],
  referrals: [{ personId, id: 'r1', receivedOn: on, source: 'school', need: 'abuseOrNeglect', noFurtherAction: false, closedOn: null, closeReason: null, byContact: true }],
  assessments: [{ personId, id: 'a1', referralId: 'r1', startedOn: on, authorisedOn: null, factors: [] }],
  enquiries: [{ personId, id: 'e1', on, outcome: null, finished: false }, { personId, id: 'e2', on: plain('2026-11-10'), outcome: null, finished: false }],
}
const asked = (key: string, supposed: Supposed, child = leo) => {
  const form = ruledForms.find((one) => one.key === key)
  const rules = form && rulesOfPage(form, 2027).cin
  const span = spanOf(2027, plain('2026-11-22'))
  return form && rules ? askedAhead(child, [supposed], { form, rules, span, census: { ...censusIn(2027, '201'), closes: span.until } }).map(({ field, rule }) => `${field} ${rule}`) : []
}
const assessed = (factors: readonly string[], reason?: string): Supposed => ({ personId, assessment: 'a1', authorisedOn: plain('2026-11-22'), factors, ...(reason ? { closes: { referralId: 'r1', reason } } : {}) })

describe('A form that is being written', () => {
  it('asks of questions that it has', () => {
    const questions = [childAndFamilyAssessment, section47Enquiry].flatMap(({ sections }) => sections.flatMap((section) => section.questions.map(({ id }) => id)))
    expect(ruledForms.flatMap(({ fields }) => Object.keys(fields)).filter((field) => !questions.includes(field))).toEqual([])
  })

  it.each<[string, string, Supposed, InNeed | undefined, readonly string[]]>([
    ['no factor and the case goes on', 'assessment.form', assessed(['none']), undefined, ['outcome 8873Q']],
    ['no factor and the case ends', 'assessment.form', assessed(['none'], 'assessedNoFurtherAction'), { ...leo, enquiries: [] }, []],
    ['the case ends while enquiries run', 'assessment.form', assessed(['neglect'], 'assessedNoFurtherAction'), undefined, ['outcome 8868', 'outcome 2990']],
    ['no factor beside one', 'assessment.form', assessed(['none', 'neglect']), undefined, ['factors 8869', 'outcome 8873Q']],
    ['what another assessment breaks is asked there', 'assessment.form', assessed(['neglect']), { ...leo, assessments: [...leo.assessments, { personId, id: 'a0', referralId: 'r1', startedOn: on, authorisedOn: on, factors: ['none', 'missing'] }] }, []],
    ['a conference, and another enquiry runs', 'enquiry.form', { personId, enquiry: 'e2', outcome: 'conference' }, undefined, ['enquiryOutcome 8839', 'enquiryOutcome 8890']],
    ['no conference', 'enquiry.form', { personId, enquiry: 'e2', outcome: 'noFurtherAction' }, undefined, ['enquiryOutcome 8890']],
    ['the only enquiry', 'enquiry.form', { personId, enquiry: 'e2', outcome: 'conference' }, { ...leo, enquiries: leo.enquiries.slice(1) }, []],
  ])('is asked as if it were agreed: %s', (_story, key, supposed, child, wanted) => expect(asked(key, supposed, child)).toEqual(wanted))

  it('says it beside the answer that it is about, and whom it is about where that is not everybody who shares the answer', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase() }))
    if (!a || !b || !c) return
    const one = (id: string) => ({ field: 'outcome', words: 'Why?', rule: '1', of: 'cin', severity: 'error' as const, personId: id })
    const places = (who: readonly string[], each?: Record<string, string>) => [...asksByPlace(who.map(one), { outcome: { all: 'x', ...(each ? { each } : {}) } }, [a, b, c])].map(([place, asks]) => [place, asks.map(({ words }) => words)])
    expect(places(['a', 'b', 'c'])).toEqual([['outcome', ['Why?']]])
    expect(places(['a', 'b'])).toEqual([['outcome', ['A and B: Why?']]])
    expect(places(['a', 'b'], { b: 'y' })).toEqual([['outcome', ['A: Why?']], ['outcome.b', ['Why?']]])
  })
})
