import { censusCodes } from '../../../../content/returns/cin/codes.ts'
import { censusElements, type CensusShape } from '../../../../content/returns/cin/elements.ts'
import { isPlainDate } from '../../../kernel/dates.ts'
import type { CensusElement } from './model.ts'

const shapes: ReadonlyMap<string, CensusShape> = new Map(Object.entries(censusElements))

/** What an element is worth on its own: its value, and a reason where it is not simply taken. */
export type Judged = Readonly<
  | { outcome: 'taken'; value: string; reason?: string }
  | { outcome: 'kept aside' | 'refused'; reason: string }
>

const upnShape = /^[A-Z]\d{11}[\dA-Z]$/
const dateShape = /^(\d{4}-\d{2}-\d{2})(T[\d:.]+)?(Z|[+-]\d{2}:\d{2})?$/

const refused = (reason: string): Judged => ({ outcome: 'refused', reason })
const taken = (value: string, reason?: string): Judged => ({ outcome: 'taken', value, ...(reason ? { reason } : {}) })

function judgeDate(text: string): Judged {
  const [, day, time] = dateShape.exec(text) ?? []
  if (!day || !isPlainDate(day)) return refused('no day of the calendar, as in 2026-03-31')
  return taken(day, time ? 'a time of day stood with the date and was left away' : undefined)
}

function judgeCode(list: Exclude<CensusShape['holds'], 'group' | 'text' | 'date' | 'upn' | 'count'>, text: string, structure: number): Judged {
  const wanted = list === 'yesNo' ? text.replace(/^true$/i, '1').replace(/^false$/i, '0') : text.toUpperCase()
  const codes: readonly { code: string; from?: number; until?: number }[] = censusCodes[list]
  const found = codes.find(({ code }) => code === wanted)
  if (!found) return refused('no code of its list')
  return taken(wanted, yearsRemark('this code', found, structure) ?? (list === 'yesNo' && wanted !== text ? 'the list writes 1 for true and 0 for false, and so does a census that is made of it' : undefined))
}

/** A code or element of another year is understood all the same; the report says so. */
function yearsRemark(what: string, { from, until }: { from?: number | undefined; until?: number | undefined }, structure: number): string | undefined {
  if (from !== undefined && structure < from) return `${what} stands in the census from ${from} on`
  if (until !== undefined && structure > until) return `${what} stood in the census until ${until}`
  return undefined
}

function judgeValue(shape: CensusShape, text: string, structure: number): Judged {
  if (text === '') return refused('empty')
  switch (shape.holds) {
    case 'group':
    case 'text':
      return taken(text)
    case 'date':
      return judgeDate(text)
    case 'count':
      return /^\d{1,4}$/.test(text) ? taken(text) : refused('no whole number')
    case 'upn':
      return upnShape.test(text.toUpperCase()) ? taken(text.toUpperCase()) : refused('not of the form of a unique pupil number')
    default:
      return judgeCode(shape.holds, text, structure)
  }
}

/** Judges an element by the structure of the year alone: known there, of its type, not twice. What it means with others is `take.ts`. */
export function judge(element: CensusElement, structure: number, timesBefore: number): Judged {
  const shape = shapes.get(element.path)
  if (!shape) return { outcome: 'kept aside', reason: `no element of the census of ${structure}` }
  if (timesBefore > 0 && shape.often.startsWith('once')) return refused('stands here a second time; the first was taken')
  if (shape.holds !== 'group' && element.within.length > 0) return { outcome: 'kept aside', reason: 'holds elements where one value belongs' }
  const remark = yearsRemark('this element', shape, structure)
  if (shape.holds === 'group') return taken('', remark)
  const judged = judgeValue(shape, element.text.trim(), structure)
  return judged.outcome === 'taken' && !judged.reason && remark ? taken(judged.value, remark) : judged
}

/** The elements that must stand in a group of that year and do not. Its own year's form and another year's form of sex are one. */
export function missingIn(group: CensusElement, structure: number): string[] {
  const there = new Set(group.within.map(({ name }) => name))
  const missing: string[] = []
  for (const [path, shape] of shapes) {
    const name = path.slice(group.path.length + 1)
    if (!path.startsWith(`${group.path}/`) || name.includes('/') || there.has(name)) continue
    if (shape.often !== 'once' && shape.often !== 'many') continue
    if (yearsRemark('', shape, structure) || (name === 'Sex' && there.has('GenderCurrent')) || (name === 'GenderCurrent' && there.has('Sex'))) continue
    missing.push(name)
  }
  return missing
}
