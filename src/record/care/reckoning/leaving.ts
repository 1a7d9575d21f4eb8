import { addDays, addMonths, ageOn, daysBetween, type PlainDate } from '../../../kernel/dates.ts'

/** A stretch of days in care. Series of short breaks do not count (Care Planning, Placement and Case Review Regulations 2010, regulation 40(2)). */
export type Stretch = Readonly<{ from: PlainDate; to: PlainDate | null; shortBreaks: boolean; /** How it ended: home to parents, or by a special guardianship order. */ ended?: 'home' | 'guardianship' }>
export type Leaving = 'eligible' | 'relevant' | 'formerRelevant' | 'qualifying' | 'none'

const weeks13 = 13 * 7
const birthday = (bornOn: PlainDate, age: number): PlainDate => addMonths(bornOn, age * 12)
const later = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b)

/** The days in care between two days, the stretches added. */
const daysIn = (stretches: readonly Stretch[], from: PlainDate, until: PlainDate): number => stretches.filter((one) => !one.shortBreaks).reduce((sum, one) => {
  const begins = later(one.from, from)
  const ends = one.to !== null && one.to < until ? one.to : until
  return sum + (ends > begins ? daysBetween(begins, ends) : 0)
}, 0)

/** The day on which thirteen weeks in care since the fourteenth birthday were full, not before the sixteenth: undefined when they never were by `today`. */
export function eligibleOn(bornOn: PlainDate, stretches: readonly Stretch[], today: PlainDate): PlainDate | undefined {
  const fourteen = birthday(bornOn, 14)
  const sixteen = birthday(bornOn, 16)
  const eighteen = birthday(bornOn, 18)
  let sum = 0
  for (const one of stretches.filter((s) => !s.shortBreaks).sort((a, b) => a.from.localeCompare(b.from))) {
    const begins = later(one.from, fourteen)
    const ends = one.to !== null && one.to < today ? one.to : today
    if (ends < begins) continue
    // In care on a day at sixteen or seventeen, and thirteen weeks by then.
    const full = addDays(begins, Math.max(0, weeks13 - sum))
    const on = later(full, sixteen)
    if (one.from < eighteen && on < eighteen && (one.to === null ? on <= today : on < one.to || (on === one.to && one.from < one.to && later(one.from, sixteen) < one.to))) return on
    sum += daysBetween(begins, ends)
  }
  return undefined
}

/** Six months at home in one go end what was owed to a relevant child (Care Leavers Regulations 2010, regulation 3; remembered, not read). */
const homeForGood = 6
const atHomeForGood = (stretches: readonly Stretch[], today: PlainDate): boolean => {
  const last = [...stretches].sort((a, b) => b.from.localeCompare(a.from))[0]
  return last?.ended === 'home' && last.to !== null && addMonths(last.to, homeForGood) <= today
}

/**
 * What a young person is in law today (Children Act 1989, schedule 2 paragraph 19B, sections 23A, 23C and 24): worked out from their days in care.
 * Eligible: 16 or 17 and still in care; relevant: 16 or 17 and no longer; former relevant: 18 to 24 and was either; qualifying: 16 to 20 and in care at sixteen or later without the thirteen
 * weeks, at home again for six months, or under a special guardianship order after care.
 */
export function leavingStatus(bornOn: PlainDate, stretches: readonly Stretch[], today: PlainDate): Leaving {
  const age = ageOn(bornOn, today)
  if (age < 16 || age > 24) return 'none'
  const counted = stretches.filter((one) => !one.shortBreaks)
  const inCare = counted.some((one) => one.from <= today && (one.to === null || one.to > today))
  const since = eligibleOn(bornOn, stretches, today)
  const eighteen = birthday(bornOn, 18)
  if (since !== undefined) {
    if (inCare) return age >= 18 ? 'formerRelevant' : 'eligible'
    // At eighteen it is asked whether they would have been relevant that day.
    if (!atHomeForGood(counted, age >= 18 ? eighteen : today)) return age >= 18 ? 'formerRelevant' : 'relevant'
  } else if (age < 18 && inCare) return 'none'
  if (age > 20) return 'none'
  const guarded = counted.some((one) => one.ended === 'guardianship')
  return guarded || daysIn(stretches, birthday(bornOn, 16), eighteen) > 0 ? 'qualifying' : 'none'
}

/** Until when it lasts, where it does. */
export const lastsUntil = (bornOn: PlainDate, leaving: Leaving): PlainDate | undefined =>
  leaving === 'formerRelevant' || leaving === 'eligible' || leaving === 'relevant' ? birthday(bornOn, 25) : leaving === 'qualifying' ? birthday(bornOn, 21) : undefined

/** Whether there is a duty to name an adviser and to make a pathway plan. */
export const isOwedPlan = (leaving: Leaving): boolean => leaving === 'eligible' || leaving === 'relevant' || leaving === 'formerRelevant'

export const leavingInWords: Readonly<Record<Leaving, string>> = {
  eligible: 'Eligible: in our care, with a personal adviser and a pathway plan', relevant: 'Relevant: left our care before eighteen, with a personal adviser and a pathway plan',
  formerRelevant: 'Former relevant: until twenty-five, with a personal adviser and a pathway plan', qualifying: 'Qualifying: advice and help until twenty-one', none: 'Not a care leaver',
}
