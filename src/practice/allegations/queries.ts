import { duties } from '../../../content/timescales/all.ts'
import { evaluateById } from '../../engine/timescales/evaluate.ts'
import type { Clock } from '../../engine/timescales/model.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { notFound } from '../../kernel/errors.ts'
import { Id, shape } from '../../kernel/shape.ts'
import { query } from '../../record/access/act.ts'
import type { Asking } from '../../record/access/model.ts'
import type { DeskTeller } from '../../record/work/team/boards.ts'
import type { Allegation, Step } from './model.ts'
import * as store from './store.ts'

/** The two clocks of an allegation: told within a working day of being known, answered within one of being told. */
export function clocksOf(one: Pick<Allegation, 'knownOn' | 'toldOn' | 'advisedOn'>, today: PlainDate): Readonly<{ told: Clock | undefined; advised: Clock | undefined }> {
  const history = [{ event: 'allegation.known', on: one.knownOn }, { event: 'allegation.told', on: one.toldOn }, ...(one.advisedOn ? [{ event: 'allegation.advised', on: one.advisedOn }] : [])]
  return { told: evaluateById(duties, 'allegation.told', history, { today }), advised: evaluateById(duties, 'allegation.advised', history, { today }) }
}

/** Every allegation, for the designated officers. */
export const allegations = query('allegations.all', shape({}), {
  may: 'allegation.keep',
  run: async (asking): Promise<readonly Allegation[]> => { const all = await store.all(asking.db); asking.saw([...new Set(all.flatMap((one) => one.children))]); return all },
})

/** One allegation with what was done. */
export const allegation = query('allegations.one', shape({ id: Id }), {
  may: 'allegation.keep',
  run: async (asking, { id }): Promise<Readonly<{ allegation: Allegation; steps: readonly Step[] }>> => {
    const found = await store.byId(asking.db, id)
    if (!found) throw notFound('We could not find that.')
    asking.saw(found.children)
    return { allegation: found, steps: await store.steps(asking.db, id) }
  },
})

/** What waits for a designated officer on their first page. */
export const allegationsDesk: DeskTeller = async (asking: Asking) => {
  if (!asking.actor.roles.includes('designatedOfficer')) return []
  const open = (await store.all(asking.db)).filter((one) => one.endedOn === null)
  const waiting = open.filter((one) => one.advisedOn === null).length
  return open.length === 0 ? [] : [{ title: open.length === 1 ? 'One allegation' : `${open.length} allegations`, second: waiting > 0 ? `${waiting} without a first answer` : 'each has its first answer', href: '/allegations' }]
}
