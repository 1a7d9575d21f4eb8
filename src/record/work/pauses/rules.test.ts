import { describe, expect, it } from 'vitest'
import { duties } from '../../../../content/timescales/all.ts'
import { evaluateById } from '../../../engine/timescales/evaluate.ts'
import { moment, plain } from '../../../kernel/dates.ts'
import { measureOf, withMeasures } from '../../access/own/rules.ts'
import { dueAfter, mayWait, pauseHappenings } from './rules.ts'

const own = (duty: string, value: object) => withMeasures(duties, [measureOf({ key: `own.measure.${duty}@2026-01-01`, value })!])
const day = (text: string) => plain(`2026-${text}`)
const wait = (duty: string, from: string, to: string | null) => ({ pauseId: 'p', duty, from: day(from), to: to === null ? null : day(to), reason: 'They ask for a break', back: null, by: null, people: ['a'] })

describe('which clocks may wait', () => {
  it.each([
    ['adopters in stage one', 'adopterAssessment.stageOne', ['adopterAssessment.stageOne']],
    ['adopters in stage two', 'adopterAssessment.stageTwo', ['adopterAssessment.stageTwo']],
    ['a freedom of information request until the fee is paid', 'informationRequest.answered', ['informationRequest.answered']],
    ['a subject access request until they say which records', 'subjectAccess.answered', ['subjectAccess.answered']],
    ['a complaint while a court looks into the same', 'complaint.stageTwo', ['complaint.stageTwo']],
    ['not the day by which a contact is decided', 'contact.decided', []],
    ['not a visit under a child protection plan', 'childProtectionVisit.made', []],
    ['not the 45 working days of an assessment', 'assessment.completed', []],
    ['nor the first conference', 'initialConference.held', []],
  ] as const)('%s', (_, id, may) => {
    expect(duties.map((one) => one.id)).toContain(id)
    expect(mayWait(duties, id, day('06-01')).map((one) => one.duty)).toEqual(may)
  })
  it('every one of them says when it may, and who says so', () => {
    const all = duties.filter((one) => one.pauses?.length)
    expect(all.length).toBeGreaterThan(5)
    expect(all.flatMap((one) => mayWait(duties, one.id, day('06-01'))).filter((one) => !one.words || !one.source).map((one) => one.duty)).toEqual([])
  })
  it('a council’s own measure where the council says so; the duty of the law beside it never by that', () => {
    expect(mayWait(own('contact.decided', { within: { workingDays: 1 }, pauses: true }), 'contact.decided', day('06-01')).map((one) => one.duty)).toEqual(['contact.decided.own'])
    expect(mayWait(own('contact.decided', { within: { workingDays: 1 } }), 'contact.decided', day('06-01'))).toEqual([])
  })
})

describe('a clock whose time stood still', () => {
  const stageOne = { duty: 'adopterAssessment.stageOne', startedOn: day('02-01'), startedAt: null }
  it.each([
    ['without a wait', [], '03-03', '04-01'],
    ['ten days of break move it by ten days', [['02-20', '03-02']], '03-03', '04-11'],
    ['two breaks move it by both', [['02-05', '02-10'], ['02-20', '03-02']], '03-03', '04-16'],
    ['a break that goes on moves it with each day', [['02-20', null]], '03-02', '04-11'],
    ['what was before it began does not count', [['01-20', '02-03']], '03-03', '04-03'],
  ] as const)('%s', (_, waits, today, due) => expect(dueAfter(duties, stageOne, waits.map(([from, to]) => wait('adopterAssessment.stageOne', from, to)), day(today))?.on).toBe(day(due)))
  it('agrees with the same waits told as what happened', () => {
    const pauses = [wait('adopterAssessment.stageOne', '02-05', '02-10'), wait('adopterAssessment.stageOne', '02-20', '03-02')]
    const clock = evaluateById(duties, 'adopterAssessment.stageOne', [{ event: 'adopterInterest.accepted', on: day('02-01') }, ...pauseHappenings(duties, pauses)], { today: day('03-03') })
    expect(clock).toMatchObject({ dueOn: day('04-16'), state: 'running' })
    expect(evaluateById(duties, 'adopterAssessment.stageOne', [{ event: 'adopterInterest.accepted', on: day('02-01') }, ...pauseHappenings(duties, [wait('adopterAssessment.stageOne', '02-20', null)])], { today: day('03-02') })).toMatchObject({ state: 'paused', reason: 'They ask for a break' })
  })
  it('counts in the unit of its rule: working days, and hours by whole days', () => {
    const mine = own('contact.decided', { within: { workingDays: 1 }, pauses: true })
    expect(dueAfter(mine, { duty: 'contact.decided.own', startedOn: day('06-05'), startedAt: null }, [wait('contact.decided.own', '06-05', '06-10')], day('06-10'))?.on).toBe(day('06-11'))
    const hours = own('contact.decided', { within: { hours: 4 }, pauses: true })
    expect(dueAfter(hours, { duty: 'contact.decided.own', startedOn: day('06-05'), startedAt: moment('2026-06-05T10:00:00Z') }, [wait('contact.decided.own', '06-05', '06-06')], day('06-06'))).toMatchObject({ on: day('06-06'), at: '2026-06-06T14:00:00.000Z' })
  })
})
