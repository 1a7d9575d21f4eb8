import { Type } from '@sinclair/typebox'
import { addDays, isPlainDate, momentOf } from '../../../kernel/dates.ts'
import { notFound } from '../../../kernel/errors.ts'
import { isId } from '../../../kernel/ids.ts'
import { Day, Id, optional, shape, Words } from '../../../kernel/shape.ts'
import { query } from '../act.ts'
import type { Asking } from '../model.ts'
import { accounts } from '../store/staff.ts'
import { settingOf } from '../council.ts'
import { manyOpened, type Period } from './model.ts'
import * as store from './store.ts'

/** So many lines stand on one page. */
const linesAPage = 50

const period = { from: optional(Day), to: optional(Day), below: optional(Type.Integer({ minimum: 1 })) }
const periodOf = ({ from, to, below }: { from?: string; to?: string; below?: number }): Period => ({
  since: from !== undefined && isPlainDate(from) ? momentOf(from, '00:00') : undefined,
  ends: to !== undefined && isPlainDate(to) ? momentOf(addDays(to, 1), '00:00') : undefined,
  below,
})
/** One line more is read than shown, to know whether more follow. */
const paged = <Line extends Readonly<{ id: number }>>(lines: readonly Line[]) => ({ lines: lines.slice(0, linesAPage), next: lines.length > linesAPage ? lines[linesAPage - 1]?.id : undefined })

/** Who looked at this record, and why: complete over all parts of a merged person, newest first (access policy, rule 26). */
export const whoLooked = query('access.whoLooked', shape({ personId: Id, by: optional(Id), ...period }), {
  may: 'audit.read',
  run: async ({ db, saw }, { personId, by, ...asked }) => {
    saw([personId])
    const person = isId(personId) ? await store.reviewed(db, personId) : undefined
    if (!person) throw notFound('We could not find that person.')
    return { person, ...paged(await store.looks(db, person.personId, by, periodOf(asked), linesAPage + 1)), lookers: await store.lookers(db, person.personId) }
  },
})

/** What one account did: its requests, newest first. */
export const whatDid = query('access.whatDid', shape({ actorId: Id, ...period }), {
  may: 'audit.read',
  run: async ({ db, saw }, { actorId, ...asked }) => {
    const account = isId(actorId) ? (await accounts(db)).find((one) => one.id === actorId) : undefined
    if (!account) throw notFound('We could not find that account.')
    const found = paged(await store.deeds(db, actorId, periodOf(asked), linesAPage + 1))
    saw(found.lines.flatMap((line) => line.shown.map((one) => one.personId)))
    return { account: { id: account.id, name: account.name, jobTitle: account.jobTitle }, ...found }
  },
})

/** Somebody asks who looked at their record: open records of exactly this name. */
export const findForReview = query('access.findForReview', shape({ name: Words(200) }), {
  may: 'audit.read',
  run: async ({ db, saw }, { name }) => {
    const found = await store.foundByName(db, name)
    saw(found.map((one) => one.personId))
    return { found }
  },
})

/** How many lines of unusual viewing wait to be looked at. For those who read the audit. */
export const unusualWaiting = async ({ db }: Asking): Promise<number> => (await store.weeks(db)).reduce((sum, week) => sum + week.waiting, 0)

/** The weeks that were looked through, and the unusual viewing of one of them: the last, unless another is asked for (access policy, rule 27). */
export const unusualViewing = query('access.unusualViewing', shape({ week: optional(Day) }), {
  may: 'audit.read',
  run: async ({ db, saw }, { week }) => {
    const weeks = await store.weeks(db)
    const chosen = weeks.find((one) => one.from === week) ?? weeks[0]
    const lines = chosen ? await store.unusualOf(db, chosen.from) : []
    saw(lines.flatMap((line) => line.personId ?? []))
    return { weeks, chosen: chosen?.from, lines }
  },
})

/** Accounts that open very many records now, for the privacy officer. */
export const manyToReview = query('access.manyToReview', shape({}), { may: 'audit.read', run: async ({ db }) => ({ many: await store.manyToReview(db) }) })

/** From how many different records the privacy officer is told, as the council has set it. */
export async function manyMeasure({ db }: Asking): Promise<Readonly<{ hour: number; day: number }>> {
  const set = await settingOf(db, 'access.manyOpened')
  return typeof set === 'object' && set !== null && 'hour' in set && 'day' in set && typeof set.hour === 'number' && typeof set.day === 'number' ? { hour: set.hour, day: set.day } : manyOpened
}
