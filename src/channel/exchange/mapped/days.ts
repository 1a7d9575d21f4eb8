import { isPlainDate, type PlainDate } from '../../../kernel/dates.ts'
import { typedDay } from '../../../kernel/typedDates.ts'

const parts: Readonly<Record<string, string>> = { d: '(?<d>\\d{1,2})', dd: '(?<d>\\d{2})', M: '(?<M>\\d{1,2})', MM: '(?<M>\\d{2})', MMM: '(?<M>[A-Za-z]{3,9})', yyyy: '(?<y>\\d{4})', yy: '(?<y>\\d{2})' }
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
const known = new Map<string, RegExp | undefined>()

/** The shape of days that are written so; undefined where the form is none. A time of day behind it is let be. */
export function dayPattern(form: string): RegExp | undefined {
  if (known.has(form)) return known.get(form)
  const pieces = form.split(/(d+|M+|y+)/).filter((piece) => piece !== '')
  const named = pieces.filter((piece) => /^[dMy]/.test(piece))
  const good = named.length === 3 && named.every((piece) => parts[piece]) && new Set(named.map((piece) => piece[0])).size === 3 && pieces.every((piece) => /^[dMy]/.test(piece) || !/[A-Za-z0-9]/.test(piece))
  const made = good ? new RegExp(`^${pieces.map((piece) => parts[piece] ?? escaped(piece)).join('')}(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?$`) : undefined
  known.set(form, made)
  return made
}

/** A day as one of these forms writes it; without forms, as people in England write days. */
export function dayOf(value: string, forms: readonly string[], today: PlainDate): PlainDate | undefined {
  if (forms.length === 0) return typedDay(value.replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/, ''), today)
  for (const form of forms) {
    const { d = '', M = '', y = '' } = dayPattern(form)?.exec(value)?.groups ?? {}
    if (!y) continue
    const month = /^\d+$/.test(M) ? M : String(months.indexOf(M.slice(0, 3).toLowerCase()) + 1)
    const century = y.length === 4 ? y : Number(`20${y}`) > Number(today.slice(0, 4)) + 2 ? `19${y}` : `20${y}`
    const day = `${century}-${month.padStart(2, '0')}-${d.padStart(2, '0')}`
    if (isPlainDate(day)) return day
  }
  return undefined
}
