import { addDays, isPlainDate, plain } from '../../kernel/dates.ts'
import type { Duty, Span } from './model.ts'

/** What a council sets for itself: another span from a day on, or a duty it does not use. What began before keeps its old time. */
export type Setting = Readonly<{ duty: string; from: string; within?: Span; off?: true; calendar?: Duty['calendar']; source: string }>

const until = (duty: Duty, day: string): Duty => ({ ...duty, inForce: { ...duty.inForce, to: addDays(plain(day), -1) } })
const isOpen = (duty: Duty, day: string): boolean => (duty.inForce?.to ?? '9999-12-31') >= day && (duty.inForce?.from ?? '') < day

/** The duties as this council has set them. A law is never made longer: such a setting is left out and named in `refused`. */
export function asSet(duties: readonly Duty[], settings: readonly Setting[]): Readonly<{ duties: readonly Duty[]; refused: readonly string[] }> {
  const refused: string[] = []
  const set = settings.reduce<readonly Duty[]>((all, setting) => {
    const now = all.find((duty) => duty.id === setting.duty && isOpen(duty, setting.from))
    if (!now || !isPlainDate(setting.from)) { refused.push(`${setting.duty}: there is no such duty on that day.`); return all }
    if (isBinding(now) && (setting.off || (setting.within && !isShorter(setting.within, now)))) {
      refused.push(`${setting.duty}: a council may be quicker than the law, not slower.`)
      return all
    }
    const { reference: _reference, verified: _verified, ...rest } = now
    const mine: Duty = {
      ...rest, within: setting.within ?? now.within, ...(setting.calendar ? { calendar: setting.calendar } : {}),
      status: 'local', verified: false, source: { title: setting.source }, inForce: { ...now.inForce, from: setting.from },
    }
    return [...all.map((duty) => duty === now ? until(duty, setting.from) : duty), ...(setting.off ? [] : [mine])]
  }, duties)
  return { duties: set, refused }
}

const isBinding = (duty: Duty): boolean => duty.status === 'law' || duty.status === 'guidance' || duty.status === 'courtRule'

/** Days of the calendar that a span can take at most and at least: working days may have a weekend and the holidays of Christmas or Easter between them. */
const days = (span: Span): readonly [least: number, most: number] =>
  'workingDays' in span ? [span.workingDays, Math.ceil((span.workingDays * 7) / 5) + 6] : 'days' in span ? [span.days, span.days] : 'weeks' in span ? [span.weeks * 7, span.weeks * 7]
    : 'months' in span ? [span.months * 28, span.months * 31] : 'years' in span ? [span.years * 365, span.years * 366] : 'terms' in span ? [span.terms * 56, span.terms * 126] : [span.hours / 24, span.hours / 24]

/** Shorter, for what has to be done by a day; longer, for what may not be done before one. In another unit than the law’s only what is shorter in every year. */
function isShorter(span: Span, duty: Duty): boolean {
  const isLater = duty.manner === 'notBefore' || duty.manner === 'ahead'
  for (const [unit, amount] of Object.entries(span)) {
    for (const [lawUnit, lawAmount] of Object.entries(duty.within)) if (unit === lawUnit) return isLater ? amount >= lawAmount : amount <= lawAmount
  }
  return isLater ? days(span)[0] >= days(duty.within)[1] : days(span)[1] <= days(duty.within)[0]
}
