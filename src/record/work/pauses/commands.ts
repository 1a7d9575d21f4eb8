import { overdueReasons } from '../../../../content/codes/work.ts'
import { isPlainDate, type PlainDate } from '../../../kernel/dates.ts'
import { conflict, type Problem } from '../../../kernel/errors.ts'
import { Day, Id, optional, shape, Words } from '../../../kernel/shape.ts'
import { command } from '../../access/act.ts'
import { itemFor, peopleOfItem } from '../register.ts'
import { pauseWork, resumeWork, waitsOf } from './register.ts'
import { isLate } from '../trayRows.ts'
import { clocksOfItem, everyClockOfItem, setLate } from './store.ts'

const dayProblem = (on: string, today: PlainDate): Problem[] => (!isPlainDate(on) ? [{ question: 'on', problem: 'Give the day, as in 3/10/2026.' }] : on > today ? [{ question: 'on', problem: 'This day has not come yet.' }] : [])

/** A clock that may wait does so, with a reason: the time until it goes on does not count. */
export const pauseClock = command('work.pauseClock', shape({ itemId: Id, on: Day, reason: Words(500) }), {
  may: 'work.do',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId, on, reason }) => {
    const item = await itemFor(asking, itemId)
    if (item.state === 'done' || item.state === 'cancelled') throw conflict('This work has ended, and its clock with it.')
    if (item.paused) return { problems: [{ question: 'reason', problem: 'It waits already. Let it go on first.' }] }
    const waits = await waitsOf(asking, item)
    if (waits.length === 0) return { problems: [{ question: 'reason', problem: 'No rule lets this clock wait. Where it will be late, the reason is asked when it is done.' }] }
    const began = (await clocksOfItem(asking.db, itemId)).filter((one) => waits.some((wait) => wait.duty === one.duty)).map((one) => one.startedOn).sort()[0]
    const problems = [...dayProblem(on, asking.today), ...(began && on < began ? [{ question: 'on', problem: 'The clock had not begun on this day.' }] : [])]
    if (problems.length > 0 || !isPlainDate(on)) return { problems }
    await pauseWork(asking, item, waits, on, reason.trim())
    return { answer: { itemId } }
  },
})

/** Why it is late: said while it is, or after it was done. Kept with its clock, shown in trays and on boards. */
export const sayLate = command('work.sayLate', shape({ itemId: Id, reason: Words(60), words: optional(Words(500)) }), {
  may: 'work.do',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId, reason, words }) => {
    const item = await itemFor(asking, itemId)
    const over = item.state === 'done' || item.state === 'cancelled'
    const late = over ? (await everyClockOfItem(asking.db, itemId)).some((one) => one.state === 'metLate' && !one.duty.endsWith('.own')) : isLate(item, asking.today)
    if (!late) return { problems: [{ question: 'lateReason', problem: over ? 'It was not done late: there is nothing to say why.' : 'It is not late. A reason is asked only where it is.' }] }
    if (!overdueReasons.codes.some((one) => one.code === reason)) return { problems: [{ question: 'lateReason', problem: 'Choose why it is late. Any true reason is fine.' }] }
    if (reason === 'other' && !words?.trim()) return { problems: [{ question: 'lateWords', problem: 'Write the other reason in a few words.' }] }
    await setLate(asking.db, itemId, item.duty, reason, words?.trim() || null)
    return { answer: { itemId } }
  },
})

/** It goes on, from a day on. */
export const resumeClock = command('work.resumeClock', shape({ itemId: Id, on: Day, words: optional(Words(500)) }), {
  may: 'work.do',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId, on, words }) => {
    const item = await itemFor(asking, itemId)
    if (!item.paused) return { problems: [{ question: 'on', problem: 'Its clock runs. There is nothing to let go on.' }] }
    const problems = [...dayProblem(on, asking.today), ...(on < item.paused.on ? [{ question: 'on', problem: 'It began to wait after this day.' }] : [])]
    if (problems.length > 0 || !isPlainDate(on)) return { problems }
    await resumeWork(asking, item, on, words?.trim() || null)
    return { answer: { itemId } }
  },
})
