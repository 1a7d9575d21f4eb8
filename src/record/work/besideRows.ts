import type { PlainDate } from '../../kernel/dates.ts'
import { workingDaysBetween } from '../../kernel/workingDays.ts'
import type { Group } from './trayRows.ts'

/** By what time it is due, as every other row of a tray is. */
export const groupByDay = (dueOn: PlainDate, today: PlainDate): Group => (dueOn < today ? 'overdue' : dueOn === today ? 'today' : workingDaysBetween(today, dueOn) <= 5 ? 'week' : 'later')
