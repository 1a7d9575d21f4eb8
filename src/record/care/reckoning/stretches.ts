import type { LegalStatus } from '../../people/legal/model.ts'
import type { Period } from '../model.ts'
import { holds, shortBreaks } from './episodes.ts'
import type { Stretch } from './leaving.ts'

/** Times in care for the rules of leaving care; those that began as short breaks do not count. */
export const stretchesOf = (care: Readonly<{ periods: readonly Period[]; statuses: readonly LegalStatus[] }>): Stretch[] => care.periods.map((period) => ({
  from: period.from, to: period.to, shortBreaks: care.statuses.some((one) => one.kind === 'lookedAfter' && shortBreaks.includes(one.code) && holds(one, period.from)),
  ...(period.endReason === 'homePlanned' || period.endReason === 'homeNotPlanned' ? { ended: 'home' as const } : period.endReason?.startsWith('guardian') ? { ended: 'guardianship' as const } : {}),
}))
