import { addDays, dayInWords, dayOf, moment, timeOf, type PlainDate } from '../../../kernel/dates.ts'
import { counted, sentence } from '../../../kernel/phrasing.ts'
import { Message } from '../../../platform/page/message.tsx'
import type { CareRead } from '../../../record/care/queries.ts'
import { holds } from '../../../record/care/reckoning/episodes.ts'
import { areShortBreaks, lookedAfterFrom, shortBreakDays } from '../../../record/care/reckoning/limits.ts'

/** What the law counts of a stay by agreement, and of short breaks that are recorded one by one (those of a series stand as one placement, and have no days of their own here). */
export function Limits({ care, today }: { care: CareRead; today: PlainDate }) {
  const now = care.statuses.find((one) => one.kind === 'lookedAfter' && holds(one, today))
  const period = care.periods.find((one) => holds(one, today))
  if (now?.code === 'accommodated' && period?.beganAt && addDays(period.from, 1) >= today) {
    const from = lookedAfterFrom(moment(period.beganAt))
    return <Message kind="theme" title={`Looked after in law from ${dayInWords(dayOf(from))}, ${timeOf(from)}.`}>By agreement it counts once it has lasted 24 hours (Children Act 1989, section 22).</Message>
  }
  if (now?.code !== 'shortBreaksEach') return null
  const breaks = care.placements.filter((one) => care.statuses.some((status) => status.code === 'shortBreaksEach' && holds(status, one.from)))
  const short = areShortBreaks(breaks, today)
  return (
    <Message kind={short ? 'theme' : 'soon'} title={`${sentence(counted(shortBreakDays(breaks, today), 'day', 'days'))} of short breaks in twelve months, of at most 75.`}>
      {short ? 'No stay was longer than seventeen days, so the shorter rules hold.' : 'A stay was longer than seventeen days, or all together longer than seventy-five: what is due for every child in our care is due now.'}
    </Message>
  )
}
