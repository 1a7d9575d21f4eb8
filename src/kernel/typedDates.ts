import { isPlainDate, type PlainDate } from './dates.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthWord = '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const gap = '[\\s,./-]+'
const year = "(\\d{4}|['’]?\\d{2})"

/** The forms in which people in England write a day, each with the order of its parts. */
const shapes: readonly (readonly [string, 'dmy' | 'ymd' | 'mdy'])[] = [
  [`(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})`, 'ymd'],
  [`(\\d{1,2})\\s*[-/.]\\s*(\\d{1,2})\\s*[-/.]\\s*${year}`, 'dmy'],
  [`(\\d{1,2})\\s+(\\d{1,2})\\s+${year}`, 'dmy'],
  [`(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s,./-]*${monthWord}${gap}${year}`, 'dmy'],
  [`${monthWord}${gap}(\\d{1,2})(?:st|nd|rd|th)?${gap}${year}`, 'mdy'],
  [`(\\d{2})(\\d{2})(\\d{4})`, 'dmy'],
]

const monthOf = (text: string): number => (/^\d+$/.test(text) ? Number(text) : months.indexOf(text.slice(0, 3).toLowerCase()) + 1)

/** Two figures of a year mean the nearest one that is not more than two years ahead of today: in 2026, `27` is 2027 and `31` is 1931. */
function fullYear(text: string, today: PlainDate): number {
  const figures = text.replace(/\D/g, '')
  if (figures.length === 4) return Number(figures)
  const now = Number(today.slice(0, 4))
  const inCentury = Math.floor(now / 100) * 100 + Number(figures)
  return inCentury > now + 2 ? inCentury - 100 : inCentury
}

const padded = (n: number): string => String(n).padStart(2, '0')

function dayFrom(parts: readonly string[], order: 'dmy' | 'ymd' | 'mdy', today: PlainDate): PlainDate | undefined {
  const [a = '', b = '', c = ''] = parts
  const [y, m, d] = order === 'dmy' ? [c, b, a] : order === 'ymd' ? [a, b, c] : [c, a, b]
  const text = `${fullYear(y, today)}-${padded(monthOf(m))}-${padded(Number(d))}`
  return isPlainDate(text) ? text : undefined
}

/** The day that somebody typed, in any form usual in England: `3/10/2025`, `3.10.25`, `3 Oct 2025`, `October 3, 2025`, `2025-10-03`, `03102025`. Undefined when it is none. */
export function typedDay(text: string, today: PlainDate): PlainDate | undefined {
  for (const [shape, order] of shapes) {
    const parts = new RegExp(`^${shape}$`, 'i').exec(text.trim())
    if (parts) return dayFrom(parts.slice(1), order, today)
  }
  return undefined
}

/** The first day that stands in a text, and the text without it. */
export function dayWithin(text: string, today: PlainDate): Readonly<{ day: PlainDate; rest: string }> | undefined {
  for (const [shape, order] of shapes) {
    const parts = new RegExp(`(?<![\\w/.-])${shape}(?![\\w/-])`, 'i').exec(text)
    const day = parts ? dayFrom(parts.slice(1), order, today) : undefined
    if (parts && day) return { day, rest: `${text.slice(0, parts.index)} ${text.slice(parts.index + parts[0].length)}` }
  }
  return undefined
}
