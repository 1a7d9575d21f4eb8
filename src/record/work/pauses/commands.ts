import { isPlainDate, type PlainDate } from '../../../kernel/dates.ts'
import { conflict, type Problem } from '../../../kernel/errors.ts'
import { Day, Id, optional, shape, Words } from '../../../kernel/shape.ts'
import { command } from '../../access/act.ts'
import { itemFor, peopleOfItem } from '../register.ts'
import { pauseWork, resumeWork, waitsOf } from './register.ts'
import { clocksOfItem } from './store.ts'

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
