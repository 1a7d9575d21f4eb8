import type { CareRead } from '../../../record/care/queries.ts'
import { shortBreaks } from '../../../record/care/reckoning/episodes.ts'
import type { Stretch } from '../../../record/care/reckoning/leaving.ts'

/** Times in care for the rules of leaving care; those that began as short breaks do not count. */
export const stretchesOf = (care: Pick<CareRead, 'periods' | 'statuses'>): Stretch[] => care.periods.map((period) => ({
  from: period.from, to: period.to,
  shortBreaks: care.statuses.some((one) => one.kind === 'lookedAfter' && shortBreaks.includes(one.code) && one.from <= period.from && (one.to === null || one.to > period.from)),
}))
