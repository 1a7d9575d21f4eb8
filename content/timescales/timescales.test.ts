import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Value as Schema } from '@sinclair/typebox/value'
import { describe, expect, it } from 'vitest'
import { plain } from '../../src/kernel/dates.ts'
import { Duty } from '../../src/engine/timescales/model.ts'
import { frontDoor } from '../pathways/frontDoor.ts'
import { duties } from './all.ts'
import { notClocks } from './notClocks.ts'

const inForce = (duty: Duty) => [duty.inForce?.from ?? '0000-01-01', duty.inForce?.to ?? '9999-12-31'] as const

describe('the duties of the national pack', () => {
  it('are duties that may be used', () => {
    expect(duties.length).toBeGreaterThan(150)
    expect(duties.flatMap((duty) => [...Schema.Errors(Duty, duty)].map((error) => `${duty.id}${error.path} ${error.message}`))).toEqual([])
  })
  it('never are two under one law: where one id stands twice, the times do not overlap', () => {
    const overlapping = duties.flatMap((duty, index) => duties.slice(index + 1).filter((other) => other.id === duty.id && inForce(duty)[0] <= inForce(other)[1] && inForce(other)[0] <= inForce(duty)[1]))
    expect(overlapping.map((duty) => duty.id)).toEqual([])
  })
  it('call nothing verified whose text was not read', () => expect(duties.filter((duty) => duty.verified !== (duty.basis === 'read')).map((duty) => duty.id)).toEqual([]))
  it('end by an event, unless they run out by themselves', () => expect(duties.filter((duty) => (duty.to.length === 0) !== (duty.manner === 'lasts')).map((duty) => duty.id)).toEqual([]))
  it('give real days for the time they were in force', () => {
    for (const duty of duties) for (const day of [duty.inForce?.from, duty.inForce?.to]) if (day) expect(() => plain(day)).not.toThrow()
  })
  it('name only duties that exist as the sooner of two', () => expect(duties.filter((duty) => duty.sooner && !duties.some((one) => one.id === duty.sooner)).map((duty) => duty.id)).toEqual([]))
  it('stand behind every step of the front door that has a time', () => {
    const named = frontDoor.steps.flatMap((step) => step.duties ?? [])
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((id) => !duties.some((duty) => duty.id === id))).toEqual([])
  })
  it('have the one working day of the guidance and a council’s three as two clocks', () => {
    const spans = duties.filter((duty) => duty.id.startsWith('contact.decided') && duty.status !== 'local' || duty.id === 'contact.decidedLocal').map((duty) => duty.within)
    expect(spans).toContainEqual({ workingDays: 1 })
    expect(spans).toContainEqual({ workingDays: 3 })
  })
})

const list = resolve(process.env['KITH_SHARED'] ?? resolve(import.meta.dirname, '../../../shared'), 'reference/clocks.csv')

/** Quoted fields with commas and doubled quotes; the list has no line breaks in a field. */
function fieldsOf(line: string): string[] {
  return [...line.matchAll(/("((?:[^"]|"")*)"|[^,]*)(?:,|$)/g)].map((match) => (match[2] ?? match[1] ?? '').replaceAll('""', '"'))
}
const units: Readonly<Record<string, string>> = { wd: 'workingDays', cal_day: 'days', week: 'weeks', month: 'months', year: 'years', hour: 'hours', term: 'terms' }

describe.skipIf(!existsSync(list))('the list of clocks we were given (left out where it is not there)', () => {
  const rows = existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n').slice(1).map(fieldsOf) : []
  it('is carried over whole: every row is a duty, or is said to be none and why', () => {
    expect(rows).toHaveLength(180)
    expect(rows.filter(([id = '']) => !notClocks[id] && !duties.some((duty) => duty.reference === id)).map(([id]) => id)).toEqual([])
  })
  it('is carried over rightly: span, unit and what was verified are the same', () => {
    for (const [id = '', , , , , span = '', unit = '', , , , , , , , , verified] of rows) {
      for (const duty of duties.filter((one) => one.reference === id)) {
        if (unit !== 'event') expect(duty.within, id).toEqual({ [units[unit] ?? '']: Number(span) })
        expect(duty.verified, id).toBe(verified === 'yes')
      }
    }
  })
})
