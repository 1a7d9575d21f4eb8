import { describe, expect, it } from 'vitest'
import { fostered, lancashire, leavings, legalStatuses, planCategories, planDurations } from '../../../content/demonstration/volumes.ts'
import { addDays, addMonths, plain, type PlainDate } from '../../kernel/dates.ts'
import { careersOf } from './families/careers.ts'
import { planCareersOf } from './families/planCareers.ts'

const today = plain('2026-11-23')
const of = <One>(all: readonly One[], test: (one: One) => boolean): number => (100 * all.filter(test).length) / all.length
/** Each child of a career stands for itself. */
const each = <One extends { children: number }>(careers: readonly One[]): One[] => careers.flatMap((one) => Array.from({ length: one.children }, () => one))
const near = (found: number, wanted: number, within: number, what = ''): void => expect(Math.abs(found - wanted), `${what}: ${found.toFixed(1)} for ${wanted}`).toBeLessThanOrEqual(within)

const care = each([...careersOf({ ...lancashire.lookedAfter, oneIn: 3 }, '1', today)])
const now = care.filter((one) => one.state.end === undefined)
const left = care.filter((one) => one.state.end !== undefined)
const at = <One extends readonly [number, ...unknown[]]>(steps: readonly One[], on: PlainDate): One | undefined => steps.findLast(([after]) => addDays(on, after) < today)
const statusNow = ({ state, on }: (typeof care)[number]): string => String(at(state.statuses, on)?.[1])
const placeNow = ({ state, on }: (typeof care)[number]): string => state.lived.findLast((one) => addDays(on, one.after) < today)?.kind ?? ''

describe('children in care, as a county publishes them', () => {
  it('are as many, and as many left', () => {
    near(now.length, lancashire.lookedAfter.now, 3)
    const inYear = left.filter((one) => addDays(one.on, one.state.end?.after ?? 0) > addDays(today, -365))
    near(inYear.length, lancashire.lookedAfter.ended, 15)
    near(care.filter((one) => one.on > addDays(today, -365)).length / lancashire.lookedAfter.began, 1, 0.35)
  })
  it('are under the legal statuses of England, to within five in a hundred', () => {
    near(of(now, (one) => ['careOrder', 'interimCareOrder'].includes(statusNow(one))), legalStatuses.care, 5, 'care orders')
    near(of(now, (one) => statusNow(one) === 'accommodated'), legalStatuses.agreement, 5, 'by agreement')
    near(of(now, (one) => statusNow(one) === 'placementOrder'), legalStatuses.placementOrder, 3, 'placement orders')
  })
  it('live in the placements of England, to within six in a hundred', () => {
    near(of(now, (one) => placeNow(one).startsWith('foster')), fostered, 6, 'foster care')
    expect(new Set(now.map(placeNow))).toEqual(new Set(['foster', 'fosterLongTerm', 'fosterRelative', 'fosterRelativeLongTerm', 'ownParents', 'childrensHome', 'supportedAccommodation', 'adoptionOrder']))
  })
  it('leave as children do in England, to within five in a hundred', () => {
    const by = (...reasons: string[]) => of(left.filter((one) => addDays(one.on, one.state.end?.after ?? 0) > addMonths(today, -68)), (one) => reasons.some((reason) => one.state.end?.reason.startsWith(reason)))
    near(by('home'), leavings.home, 5, 'home')
    near(by('guardian'), leavings.guardianship, 5, 'special guardianship')
    near(by('adopted'), leavings.adopted, 5, 'adopted')
  })
  it('have lives that can be: nobody comes before birth, stays past eighteen, or is known before the ninth day', () => {
    for (const one of care) {
      const until = one.state.end ? addDays(one.on, one.state.end.after) : today
      expect(one.on > one.bornOn && one.contactOn < one.on && until <= addMonths(one.bornOn, 216), JSON.stringify(one)).toBe(true)
      expect(one.state.statuses.every(([after], n) => after >= 0 && (n === 0 || after > (one.state.statuses[n - 1]?.[0] ?? 0)))).toBe(true)
      expect(one.state.lived.every(({ after }, n) => after >= 0 && (n === 0 || after > (one.state.lived[n - 1]?.after ?? 0))), JSON.stringify(one.state.lived)).toBe(true)
    }
  })
})

const plans = each([...planCareersOf({ ...lancashire.plans, oneIn: 3 }, '1', today)])
const running = plans.filter((one) => one.endOn === null)
describe('plans of protection, as a county publishes them', () => {
  it('are as many, have lasted as long, and one in five is not the first', () => {
    near(running.length, lancashire.plans.now, 4)
    for (const [from, to, share] of planDurations) near(of(running, (one) => one.plan.lasts >= from && one.plan.lasts <= to), share, 5, `${from} to ${to} days`)
    near(of(plans, (one) => one.before !== null), (100 * lancashire.plans.again) / lancashire.plans.began, 3, 'again')
  })
  it('begin in the year as often as they are said to', () => near(plans.filter((one) => one.plan.on > addDays(today, -365 - 21)).length / lancashire.plans.began, 1, 0.12, 'begun'))
  it('are for the harm that children of England have plans for', () => {
    for (const [category, share] of Object.entries(planCategories)) near(of(plans, (one) => one.category === category), share, 4, category)
  })
})
