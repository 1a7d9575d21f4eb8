import { describe, expect, it } from 'vitest'
import { careFacts } from '../../../../content/care/facts.ts'
import { lists } from '../../../../content/returns/annexA/lists.ts'
import { cinRules } from '../../../../content/returns/cin/rules.ts'
import { ssda903Rules } from '../../../../content/returns/ssda903/rules.ts'
import { fieldsOf } from '../../../engine/returns/run.ts'
import { whereToPutRight } from '../../../oversight/returns/where.ts'
import { onDay } from './find.ts'
import { placeOf } from './places.ts'

const goesOn = (kind: 'ssda903' | 'cin' | 'annexA', table: string, fields: readonly string[]) => whereToPutRight({ kind, rule: '1', table, fields, personId: 'leo' }).includes('/put-right')
const rules = [...ssda903Rules.map((rule) => ['ssda903', rule.number, fieldsOf<never, never>(rule)] as const), ...cinRules.map((rule) => ['cin', rule.number, fieldsOf<never, never>(rule)] as const)]

describe('What a rule asks about', () => {
  it.each([
    ['cin', 'CINdetails', ['CINclosureDate', 'ReasonForClosure'], { act: 'case', field: 'closeReason' }], ['cin', 'CINdetails', ['ReferralSource'], { act: 'contact', field: 'changeReason' }], ['cin', 'Section47', ['S47ActualStartDate', 'DateOfInitialCPC'], { act: 'conference', field: 'on' }],
    ['cin', 'Assessments', ['AssessmentFactors', 'AssessmentAuthorisationDate'], { act: 'assessment', field: 'factors' }], ['cin', 'ChildProtectionPlans', ['LatestCategoryOfAbuse'], { act: 'review', field: 'category.all' }], ['cin', 'CINplanDates', ['CINPlanStartDate', 'CINPlanEndDate'], { act: 'plan', field: 'on' }],
    ['ssda903', 'Episodes', ['LS', 'DECOM', 'DEC'], { act: 'status', field: 'correct-code' }], ['ssda903', 'Episodes', ['LS', 'HOME_POST', 'PL_POST', 'PL_DISTANCE'], { act: 'placement', field: 'postcode' }], ['ssda903', 'Episodes', ['REC', 'DEC'], { act: 'ending', field: 'reason' }],
    ['ssda903', 'OC2', ['SDQ_SCORE', 'SDQ_REASON', 'DOB'], { act: 'fact', fact: 'strengths', field: 'score' }], ['ssda903', 'Missing', ['MIS_END'], { act: 'fact', fact: 'missing', field: 'to' }], ['ssda903', 'OC3', ['CHILD'], { act: 'fact', fact: 'leaverContact', field: 'on' }], ['ssda903', 'Header', ['MOTHER', 'SEX'], { act: 'fact', fact: 'motherhood', field: 'on' }],
    ['annexA', 'List 4', ['Allocated Team'], { act: 'work', field: 'toTeamId' }], ['annexA', 'List 8', ['Date of Last Dental Check'], { act: 'fact', fact: 'dental', field: 'on' }],
  ] as const)('in %s, table %s, %j, is put right at %j', (kind, table, fields, place) => expect(placeOf(kind, table, [...fields])).toMatchObject(place))

  it.each(['ssda903', 'cin'] as const)('has a field to be put right in, for every rule of %s and each fact that it reads', (of) => {
    const asked = rules.filter(([kind]) => kind === of)
    expect(asked).toHaveLength(of === 'cin' ? 109 : 333)
    const columns = asked.flatMap(([kind, rule, fields]) => [...fields].flatMap(([table, names]) => [names, ...names.map((name) => [name])].map((each) => ({ kind, rule, table, each }))))
    expect(columns.filter(({ kind, table, each }) => goesOn(kind, table, each) && !placeOf(kind, table, each)?.field).map(({ rule, table, each }) => `${rule} ${table} ${each.join()}`)).toEqual([])
  })

  it('of each list of Annex A likewise', () => {
    expect(lists.filter(({ name }) => name !== 'List 11').flatMap(({ name, columns }) => columns.filter((column) => goesOn('annexA', name, [column.name]) && !placeOf('annexA', name, [column.name])).map((column) => `${name} ${column.name}`))).toEqual([])
  })

  it('of care is a question of a fact that there is', () => {
    const asked = rules.flatMap(([kind, , fields]) => [...fields].flatMap(([table, names]) => names.flatMap((name) => placeOf(kind, table, [name]) ?? []))).filter(({ act }) => act === 'fact')
    const headed = lists.flatMap(({ name, columns }) => columns.flatMap((column) => placeOf('annexA', name, [column.name]) ?? [])).filter(({ act }) => act === 'fact')
    const known = (fact: string, field: string) => careFacts.some(({ id, to, questions }) => id === fact && (field === 'on' || (field === 'to' && to !== undefined) || questions.some((one) => one.id === field)))
    expect([...asked, ...headed].filter(({ fact = '', field }) => !known(fact, field))).toEqual([])
  })

  it('is the row of its day, else the one that ran then, else the newest', () => {
    const rows = ['2026-03-01', '2025-06-01', '2024-01-01']
    expect(['2025-06-01', '2025-12-31', '2023-01-01', undefined].map((day) => onDay(rows, day, (row) => row))).toEqual(['2025-06-01', '2025-06-01', '2026-03-01', '2026-03-01'])
  })
})
