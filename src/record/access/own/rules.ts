import type { CodeList } from '../../../../content/codes/codeList.ts'
import type { Duty, Span } from '../../../engine/timescales/model.ts'
import { addDays, plain, type PlainDate } from '../../../kernel/dates.ts'
import { keyOf, measureUnits, type MeasureUnit, type OwnChange, type OwnCode, type OwnMeasure, type OwnWord } from './model.ts'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

export function ownCodeOf(value: unknown): OwnCode {
  if (!isRecord(value)) return {}
  const [label, retired, returnCode] = [text(value.label), text(value.retiredFrom), text(value.returnCode)]
  return { ...(label ? { label } : {}), ...(retired ? { retiredFrom: plain(retired) } : {}), ...(typeof value.place === 'number' ? { place: value.place } : {}), ...(value.added === true ? { added: true } : {}), ...(returnCode ? { returnCode } : {}) }
}
export function ownWordOf(value: unknown): OwnWord | undefined {
  if (!isRecord(value)) return undefined
  const [one, many] = [text(value.one), text(value.many)]
  return one && many ? { one, many } : undefined
}
/** The span of a measure in one of these units. */
export const spanIn = (unit: MeasureUnit, amount: number): Span => ({ workingDays: { workingDays: amount }, days: { days: amount }, weeks: { weeks: amount }, months: { months: amount }, years: { years: amount }, hours: { hours: amount } })[unit]
/** The most of a unit that a measure may be: ten years of days, a hundred of weeks, months and years. */
export const mostIn = (unit: MeasureUnit): number => ({ workingDays: 3650, days: 3650, weeks: 5200, months: 1200, years: 100, hours: 3650 })[unit]
/** In what a measure of this duty is counted first: the duty’s own unit. What is due in each term is measured in days. */
export const unitFor = (duty: Pick<Duty, 'within'>): MeasureUnit => measureUnits.find((unit) => unit in duty.within) ?? 'days'
const spanOf = (value: unknown): Span | undefined => {
  if (!isRecord(value)) return undefined
  const unit = measureUnits.find((one) => typeof value[one] === 'number')
  const amount = unit && value[unit]
  return unit && typeof amount === 'number' ? spanIn(unit, amount) : undefined
}
/** The measure that a kept change sets. */
export function measureOf({ key, value }: Pick<OwnChange, 'key' | 'value'>): OwnMeasure | undefined {
  const [, duty, from] = /^own\.measure\.(.+)@(\d{4}-\d{2}-\d{2})$/.exec(key) ?? []
  if (!duty || !from || !isRecord(value)) return undefined
  const within = spanOf(value.within)
  return { duty, from: plain(from), ...(within ? { within } : {}), ...(within && value.pauses === true ? { pauses: true as const } : {}) }
}

export type OwnChoice = CodeList['codes'][number] & Readonly<{ own: OwnCode; national: string | undefined }>

/** Every value of a list as a council has it, in its order, also those that are no longer offered. `own`: by code. */
export function wholeList(list: CodeList, own: ReadonlyMap<string, OwnCode>): OwnChoice[] {
  const national = list.codes.map((one, i) => ({ one: { ...one, ...(own.get(one.code)?.label ? { label: own.get(one.code)?.label ?? one.label } : {}) }, national: one.label, place: own.get(one.code)?.place ?? i + 1, own: own.get(one.code) ?? {} }))
  const added = [...own].filter(([, value]) => value.added).map(([code, value], i) => ({ one: { code, label: value.label ?? code, ...(value.returnCode ? { returnCode: value.returnCode } : {}) }, national: undefined, place: value.place ?? list.codes.length + i + 1, own: value }))
  return [...national, ...added].sort((a, b) => a.place - b.place || Number(b.own.place !== undefined) - Number(a.own.place !== undefined)).map(({ one, own: mine, national: theirs }) => ({ ...one, own: mine, national: theirs }))
}

/** The list as it is offered for new use on a day. */
export const offeredOn = (list: CodeList, own: ReadonlyMap<string, OwnCode>, on: PlainDate): CodeList =>
  ({ ...list, codes: wholeList(list, own).filter((one) => one.own.retiredFrom === undefined || one.own.retiredFrom > on).map(({ own: _own, national: _national, ...one }) => one) })

/** The words of a code as they were at a moment: a record keeps the words it was written with. `changes`: oldest first. */
export function labelThen(list: CodeList, code: string, changes: readonly OwnChange[], at: string): string {
  const mine = changes.filter((one) => one.key === keyOf.code(list.id, code))
  const then = mine.filter((one) => one.at <= at).at(-1) ?? (list.codes.some((one) => one.code === code) ? undefined : mine[0])
  return (then ? ownCodeOf(then.value).label : undefined) ?? list.codes.find((one) => one.code === code)?.label ?? code
}

/** What lets a council’s own measure wait. The duty of the law beside it runs on. */
const ownPause = { from: 'ownMeasure.paused', to: 'ownMeasure.resumed', words: 'Something that is not ours holds it up.' } as const

/** The duties with a council's own measures beside them, each under the duty's id with `.own`. The national ones stay as they are. */
export function withMeasures(duties: readonly Duty[], measures: readonly OwnMeasure[]): readonly Duty[] {
  const own = [...Map.groupBy(measures, (one) => one.duty)].flatMap(([id, all]) => {
    const national = duties.find((duty) => duty.id === id)
    const inTime = [...all].sort((a, b) => a.from.localeCompare(b.from))
    return national ? inTime.flatMap((one, i): Duty[] => {
      const next = inTime[i + 1]
      const { reference: _reference, inForce: _inForce, ...rest } = national
      return one.within ? [{ ...rest, id: `${id}.own`, within: one.within, status: 'local', verified: false, basis: 'read', source: { title: 'This council’s own measure' }, pauses: one.pauses ? [ownPause] : [], inForce: { from: one.from, ...(next ? { to: addDays(next.from, -1) } : {}) } }] : []
    }) : []
  })
  return [...duties, ...own]
}
