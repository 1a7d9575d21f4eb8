import { describe, expect, it } from 'vitest'
import { duties } from '../../../../content/timescales/all.ts'
import type { Happening } from '../../../engine/timescales/model.ts'
import { plain, type PlainDate } from '../../../kernel/dates.ts'
import { dueNow, stepsTo, type Due } from './rules.ts'

const day = (text: string) => plain(`2026-${text}`)
const subject = { kind: 'plan', id: 'p' }
const visit = (personId: string) => ({ duty: 'childProtectionVisit.made', personId, kind: 'visit', subject, workerId: 'w', teamId: 't' })
const seen = (on: string, ...people: string[]): Happening => ({ event: 'child.seen', on: day(on), people })
const started: Happening = { event: 'protectionPlan.started', on: day('03-02') }
const shown = (due: readonly Due[]) => due.map((one) => [one.dueOn, one.people.join('')])
const someone = (id: string) => ({ id, name: id, given: id, family: '', bornOn: null, dueOn: null, sex: 'female' as const, unborn: false, hue: 0 })
const open = (id: string, dueOn: PlainDate, ...people: string[]) => ({ id, kind: 'visit', duty: 'childProtectionVisit.made', dueOn, subjectKind: 'plan', people: people.map(someone) })

describe('what is due by a plan', () => {
  const standing = ['a', 'b', 'c'].map(visit)
  it('is one piece of work for brothers and sisters whose clocks began together', () => expect(shown(dueNow(duties, standing, [started], [], day('03-04')))).toEqual([['2026-03-16', 'abc']]))
  it('parts when one was not seen: one visit is met, the other still due', () => expect(shown(dueNow(duties, standing, [started, seen('03-10', 'a', 'b')], [], day('03-11')))).toEqual([['2026-03-24', 'ab'], ['2026-03-16', 'c']]))
  it('ends with the plan', () => expect(shown(dueNow(duties, standing, [started, { event: 'protectionPlan.ended', on: day('03-05'), people: ['a'] }], [], day('03-06')))).toEqual([['2026-03-16', 'bc']]))
  it('is not asked again of what a meeting that is arranged will do', () => {
    const review = (personId: string) => ({ ...visit(personId), duty: 'reviewConference.first', kind: 'arrangeMeeting', section: 'reviewConference', meets: 'reviewConference' })
    const made: Happening = { event: 'initialConference.planMade', on: day('03-02') }
    const meeting = { ...open('m', day('05-20'), 'a', 'b'), kind: 'reviewConference', duty: 'reviewConference.first', subjectKind: 'meeting' }
    expect(shown(dueNow(duties, ['a', 'b', 'c'].map(review), [made], [meeting], day('03-04')))).toEqual([['2026-06-02', 'c']])
  })
})

describe('the open work is brought in step with what is due', () => {
  const standing = ['a', 'b'].map(visit)
  const steps = (history: readonly Happening[], items: readonly ReturnType<typeof open>[], today: PlainDate) => stepsTo(dueNow(duties, standing, history, items, today), items, duties, history, today)
  it('nothing to do where it is', () => expect(steps([started], [open('1', day('03-16'), 'a', 'b')], day('03-04'))).toEqual({ end: [], begin: [] }))
  it('done for all on the day they were seen, and the next begins', () => {
    const { end, begin } = steps([started, seen('03-10', 'a', 'b')], [open('1', day('03-16'), 'a', 'b')], day('03-11'))
    expect([end.map((one) => [one.how, 'on' in one ? one.on : '']), shown(begin)]).toEqual([[['done', '2026-03-10']], [['2026-03-24', 'ab']]])
  })
  it('parted where one was not seen: that child’s day stands', () => {
    const { end, begin } = steps([started, seen('03-10', 'a')], [open('1', day('03-16'), 'a', 'b')], day('03-11'))
    expect([end.map((one) => one.how), shown(begin)]).toEqual([['parted'], [['2026-03-24', 'a'], ['2026-03-16', 'b']]])
  })
  it('over where the plan has ended', () => {
    const history = [started, { event: 'protectionPlan.ended', on: day('03-05') }]
    expect(stepsTo([], [open('1', day('03-16'), 'a', 'b')], duties, history, day('03-06')).end.map((one) => one.how)).toEqual(['over'])
  })
  it('the same piece while its clock waits, though its day moves on; done when it is done, waiting or not', () => {
    const waiting = { ...open('1', day('03-10'), 'a', 'b'), paused: { on: day('03-05'), why: 'Away', duty: 'childProtectionVisit.made' } }
    expect(stepsTo(dueNow(duties, standing, [started], [waiting], day('03-12')), [waiting], duties, [started], day('03-12'))).toEqual({ end: [], begin: [] })
    const { end } = stepsTo([], [waiting], duties, [started, seen('03-11', 'a', 'b')], day('03-12'))
    expect(end.map((one) => one.how)).toEqual(['done'])
  })
})
