import { describe, expect, it } from 'vitest'
import { addDays, plain } from '../../kernel/dates.ts'
import { hardFamilies } from './families/hard.ts'
import { namedFamilies } from './families/named.ts'
import { sizes, type Size } from './sizes.ts'
import type { FamilyStory } from './story.ts'
import { worldOf } from './world.ts'

const today = plain('2026-11-23')
const aYearAgo = addDays(today, -365)

const onPlan = (family: FamilyStory, counts: (row: Readonly<Record<string, unknown>>) => boolean): number => family.protection.filter(({ table, row }) => table === 'plans.plan_person' && row['kind'] === 'protectionPlan' && counts(row)).length

/** What is counted in a family; a case is a child with a referral. */
const counts: Readonly<Record<string, (family: FamilyStory) => number>> = {
  people: (family) => family.people.length,
  cases: (family) => new Set(family.referrals.flatMap((one) => one.children)).size,
  'open cases': (family) => new Set(family.referrals.filter((one) => one.closedOn === null).flatMap((one) => one.children)).size,
  'open pieces of work': (family) => family.work.filter((one) => one.finishedOn === null).length,
  'closed pieces of work': (family) => family.work.filter((one) => one.finishedOn !== null).length,
  notes: (family) => family.notes.length,
  'people served': (family) => new Set(family.involvements.map((one) => one.personId)).size,
  'children in need at some time in the year': (family) => new Set(family.referrals.filter((one) => one.closedOn === null || one.closedOn > aYearAgo).flatMap((one) => one.children)).size,
  'in care': (family) => family.care.periods.filter((one) => one.to === null).length,
  'left care in the year': (family) => family.care.periods.filter((one) => one.to !== null && one.to > aYearAgo).length,
  'on a plan of protection': (family) => onPlan(family, (row) => row['ended_on'] === null),
  'plans begun in the year': (family) => onPlan(family, (row) => String(row['started_on']) > aYearAgo),
  'children referred in the year': (family) => new Set(family.referrals.filter((one) => one.on > aYearAgo).flatMap((one) => one.children)).size,
}

/** The families that are the same in every council come first, and are told once. */
const same = 1 + namedFamilies.length + hardFamilies.length
const tenth = (number: number, fixed = 0) => fixed + Math.round((number - fixed) / 10)
/** A council of the same make with a tenth of the other families. */
const tenthOf = (size: Size): Size => ({ ...size, families: tenth(size.families, same), open: tenth(size.open, same), lately: tenth(size.lately), index: tenth(size.index), long: { ...size.long, families: tenth(size.long.families) }, care: { ...size.care, now: tenth(size.care.now), began: tenth(size.care.began), ended: tenth(size.care.ended) }, plans: { ...size.plans, now: tenth(size.plans.now), began: tenth(size.plans.began), again: tenth(size.plans.again) } })

// The load of the design brief; the county's returns of 2025 as the Department for Education published them.
const wanted: readonly (readonly [string, Readonly<Record<string, number>>])[] = [
  ['hammersmith', { cases: 16_500, 'open cases': 2_000, 'open pieces of work': 55_000, 'closed pieces of work': 220_000, notes: 330_000 }],
  ['lancashire', { 'people served': 30_000, 'open cases': 8_327, 'children in need at some time in the year': 13_045, 'children referred in the year': 7_948, 'in care': 1_699, 'left care in the year': 569, 'on a plan of protection': 895, 'plans begun in the year': 1_203 }],
  ['large', { people: 100_000, cases: 16_500, 'open cases': 2_000 }],
]

describe('the volumes of a council', () => {
  it.each(wanted)('of the size %s are those it is named for, in a tenth of its families, within nine percent', (name, volumes) => {
    const found = new Map<string, number>()
    let told = 0
    for (const family of worldOf(tenthOf(sizes[name]!), '1', today).families()) {
      const standsFor = told++ < same ? 1 : 10
      for (const what of Object.keys(volumes)) found.set(what, (found.get(what) ?? 0) + standsFor * (counts[what]?.(family) ?? 0))
    }
    for (const [what, number] of Object.entries(volumes)) expect(Math.abs((found.get(what) ?? 0) / number - 1), `${what}: ${found.get(what)} for ${number}`).toBeLessThan(0.09)
  })
  it('no assessment is sent before it is begun: of the first 560 families of hammersmith one comes back on this Monday', () => {
    const backwards: string[] = []
    let told = 0
    for (const family of worldOf(sizes['hammersmith']!, '1', today).families()) {
      if (told++ === 560) break
      for (const one of family.assessments) if (one.sentAt && one.sentAt < one.at) backwards.push(one.startedOn)
    }
    expect(backwards).toEqual([])
  })
  it.each([['hammersmith', 500], ['lancashire', 800], ['large', 500]])('of the size %s are %i staff and 3,000 partner users, within four percent', (name, staff) => {
    const people = worldOf(sizes[name]!, '1', today).offices.council.staff
    expect(Math.abs(people.filter((one) => one.kind === 'staff').length / staff - 1)).toBeLessThan(0.04)
    expect(people.filter((one) => one.kind === 'partner')).toHaveLength(3_000)
  })
})
