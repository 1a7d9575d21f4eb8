import { describe, expect, it } from 'vitest'
import { plain } from '../../../kernel/dates.ts'
import { problemsOfTerms, schoolYearOf, schoolYearOn, termsFor, termsOf, yearToWrite } from './terms.ts'

const term = (from: string, to: string) => ({ from: plain(from), to: plain(to) })
const year = [term('2026-09-02', '2026-12-18'), term('2027-01-05', '2027-03-25'), term('2027-04-12', '2027-07-21')]
const today = plain('2026-11-23')

describe('The school terms of a council', () => {
  it.each([
    ['three terms one after the other', year, []],
    ['a day that is none', [{ from: '', to: '2026-12-18' }, ...year.slice(1)], ['terms.0.from']],
    ['an end before the beginning', [year[0]!, { from: '2027-01-05', to: '2027-01-04' }, year[2]!], ['terms.1.to']],
    ['a term that begins while the one before runs', [year[0]!, { from: '2026-12-18', to: '2027-03-25' }, year[2]!], ['terms.1.from']],
    ['a day outside the school year', [{ from: '2026-07-20', to: '2026-12-18' }, ...year.slice(1)], ['terms.0.from']],
    ['days of the year after', [year[0]!, year[1]!, { from: '2027-04-12', to: '2028-07-21' }], ['terms.2.to']],
  ] as const)('%s', (_, terms, fields) => expect(problemsOfTerms(2026, terms, today).map((one) => one.question)).toEqual(fields))
  it('are not written for a year that is over', () => expect(problemsOfTerms(2026, year, plain('2027-07-22'))).toMatchObject([{ question: 'year' }]))
  it.each([['2026-07-31', 2025], ['2026-08-01', 2026], ['2027-01-05', 2026]] as const)('on %s it is the school year that began in %s', (on, expected) => expect(schoolYearOn(plain(on))).toBe(expected))
  it('ask nothing of a term that was over on the day they were written', () => {
    const written = schoolYearOf({ key: 'own.terms.2026', value: { from: '2027-01-10', terms: year } })
    expect(termsOf(written ? [written] : []).map((one) => one.from)).toEqual(['2027-01-05', '2027-04-12'])
  })
})

describe('Somebody is asked to write the school terms', () => {
  const written = (first: number) => ({ year: first, from: plain('2026-01-05'), terms: [term(`${first}-09-02`, `${first}-12-18`), term(`${first + 1}-01-05`, `${first + 1}-03-25`), term(`${first + 1}-04-12`, `${first + 1}-07-21`)] })
  it.each([
    ['where none are written', [], '2026-11-23', { year: 2026, by: undefined }],
    ['where this year’s are missing, though the next are there', [written(2027)], '2026-11-23', { year: 2026, by: undefined }],
    ['not while this year goes on for more than sixty days', [written(2026)], '2027-05-21', undefined],
    ['sixty days before the last term ends', [written(2026)], '2027-05-22', { year: 2027, by: '2027-07-21' }],
    ['after it has ended', [written(2026)], '2027-07-30', { year: 2027, by: '2027-07-21' }],
    ['not where the next year is written', [written(2026), written(2027)], '2027-07-01', undefined],
    ['in the new school year', [written(2026)], '2027-08-01', { year: 2027, by: undefined }],
  ] as const)('%s', (_, years, on, expected) => expect(yearToWrite(years, plain(on))).toEqual(expected))
})

describe('A personal education plan is reviewed in each term', () => {
  const inCare = [{ from: plain('2026-03-02'), to: null }]
  const asked = (plans: readonly string[], o: Partial<Parameters<typeof termsFor>[1]> = {}) => termsFor(year, { plans: plans.map(plain), periods: inCare, bornOn: plain('2016-05-01'), ...o }).map((one) => one.from)
  it.each([
    ['that begins after it was made', ['2026-03-16'], {}, ['2026-09-02', '2027-01-05', '2027-04-12']],
    ['not in the one in which it was made', ['2026-10-01'], {}, ['2027-01-05', '2027-04-12']],
    ['not while there is none: it is due as the first', [], {}, []],
    ['not before a child is three', ['2026-03-16'], { bornOn: plain('2023-12-01') }, ['2027-01-05', '2027-04-12']],
    ['not once they are eighteen', ['2026-03-16'], { bornOn: plain('2009-01-01') }, ['2026-09-02']],
    ['not in a term that begins after they have left our care', ['2026-03-16'], { periods: [{ from: plain('2026-03-02'), to: plain('2026-12-01') }] }, ['2026-09-02']],
    ['and a plan of an earlier time in care is not this one’s', ['2025-03-16'], {}, []],
  ] as const)('%s', (_, plans, o, expected) => expect(asked(plans, o)).toEqual(expected))
})
