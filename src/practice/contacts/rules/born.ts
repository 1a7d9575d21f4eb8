import { addDays, isPlainDate, type PlainDate } from '../../../kernel/dates.ts'
import { typedDay } from '../../../kernel/typedDates.ts'

/** What is known of a birth: the day, a month, a year, an age; a day to come for somebody not yet born; or nothing. */
export type Born = Readonly<{ bornOn: PlainDate; bornAbout: 'day' | 'month' | 'year' } | { dueOn: PlainDate } | { unknown: true } | { problem: string }>

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthYear = /^([a-z]{3,9})\.?,?\s+(\d{4})$/i
const monthYearFigures = /^(\d{1,2})\s*[/.-]\s*(\d{4})$/
const age = /^(?:about |aged? |around |approx\.? |~)*\s*(\d{1,3})\s*(?:years?(?: old)?|yrs?|y)?$/i
const months2 = /^(?:about |aged? |around )*\s*(\d{1,2})\s*(months?|weeks?)(?: old)?$/i
const dayInFigures = /^\d{1,2}\s*[-/. ]\s*\d{1,2}\s*[-/. ]\s*(\d{2}|\d{4})$/
const unknown = /^(\?+|-|n\/?k|unknown|not known|don.?t know|no idea)$/i

const two = (n: number) => String(n).padStart(2, '0')
const day = (text: string): PlainDate | undefined => (isPlainDate(text) ? text : undefined)

function monthOf(text: string): PlainDate | undefined {
  const words = monthYear.exec(text)
  const named = words ? months.indexOf((words[1] ?? '').slice(0, 3).toLowerCase()) + 1 : 0
  if (words && named > 0) return day(`${words[2]}-${two(named)}-15`)
  const figures = monthYearFigures.exec(text)
  return figures ? day(`${figures[2]}-${two(Number(figures[1]))}-15`) : undefined
}

const bornTimeAgo = (years: number, today: PlainDate): PlainDate | undefined => day(`${Number(today.slice(0, 4)) - years}-07-01`)

function about(text: string, today: PlainDate): Born | undefined {
  if (/^(19|20)\d{2}$/.test(text)) return { bornOn: day(`${text}-07-01`) ?? today, bornAbout: 'year' }
  const month = monthOf(text)
  if (month) return { bornOn: month, bornAbout: 'month' }
  const young = months2.exec(text)
  if (young) return { bornOn: addDays(today, -Number(young[1]) * (/^m/i.test(young[2] ?? '') ? 30 : 7)), bornAbout: 'month' }
  const years = age.exec(text)
  const bornOn = years && Number(years[1]) < 120 ? bornTimeAgo(Number(years[1]), today) : undefined
  return bornOn ? { bornOn: bornOn > today ? today : bornOn, bornAbout: 'year' } : undefined
}

/**
 * Reads a date of birth as people give it: `14/1/2016`, `Jan 2016`, `2016`, `about 9`, `6 months`, `not known`; of somebody not yet born the day the baby is due
 * (`due 12 March 2026`, or `unborn` ticked). Nothing typed is not known.
 */
export function bornOf(typed: string, today: PlainDate, unborn = false): Born {
  const said = typed.trim()
  const due = unborn || /^(due|expected|edd)\b/i.test(said)
  const text = said.replace(/^(due|expected|edd|about|circa|c\.)\b[\s:]*/i, '').trim()
  if (text === '' || unknown.test(text)) return { unknown: true }
  const exact = typedDay(text, today)
  if (due) {
    const on = exact ?? monthOf(text)
    if (!on) return { problem: 'Write the day or month the baby is due, as 12/3/2026 or March 2026.' }
    return on > addDays(today, 310) ? { problem: 'Check the day the baby is due: it is more than ten months away.' } : { dueOn: on }
  }
  if (exact && exact > today) return { problem: 'This date of birth is in the future. If the baby is not yet born, tick “not yet born”.' }
  if (exact) return { bornOn: exact, bornAbout: 'day' }
  if (dayInFigures.test(text)) return { problem: 'This day is not in the calendar. Write the date of birth as 14/1/2016, or what you know of it: Jan 2016, 2016, about 9, not known.' }
  const roughly = about(text, today) ?? about(said, today)
  if (roughly && 'bornOn' in roughly && roughly.bornOn > today) return { problem: 'This date of birth is in the future. If the baby is not yet born, tick “not yet born”.' }
  return roughly ?? { problem: 'Write the date of birth as 14/1/2016, or what you know of it: Jan 2016, 2016, about 9, not known.' }
}
