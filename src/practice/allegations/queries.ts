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
import { concludedIn, waitingInWords, type Measure } from './rules.ts'
import * as store from './store.ts'

/** The clocks of an allegation: told within a working day of being known, answered within one of being told, and a meeting where it is for the designated officer. */
export function clocksOf(one: Pick<Allegation, 'knownOn' | 'toldOn' | 'advisedOn' | 'criterion' | 'endedOn'>, today: PlainDate, steps: readonly Pick<Step, 'kind' | 'on'>[] = []): Readonly<{ told: Clock | undefined; advised: Clock | undefined; met: Clock | undefined }> {
  const history = [{ event: 'allegation.known', on: one.knownOn }, { event: 'allegation.told', on: one.toldOn }, ...(one.advisedOn ? [{ event: 'allegation.advised', on: one.advisedOn }, ...(one.criterion !== 'notMet' ? [{ event: 'allegation.criteriaMet', on: one.advisedOn }] : [])] : []), ...steps.flatMap((step) => (step.kind === 'meeting' ? [{ event: 'allegation.met', on: step.on }] : [])), ...(one.endedOn ? [{ event: 'allegation.ended', on: one.endedOn }] : [])]
  const met = one.advisedOn && one.criterion !== 'notMet' ? evaluateById(duties, 'allegation.meeting', history, { today }) : undefined
  return { told: evaluateById(duties, 'allegation.told', history, { today }), advised: evaluateById(duties, 'allegation.advised', history, { today }), met }
}

/** How soon those that were told lately were concluded, beside what guidance hopes for. */
export const howSoonConcluded = (all: readonly Allegation[], today: PlainDate): readonly Measure[] => concludedIn(all, today)

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
  const waiting = open.filter((one) => one.advisedOn === null).map((one) => clocksOf(one, asking.today).advised?.dueOn)
  return open.length === 0 ? [] : [{ title: open.length === 1 ? 'One allegation' : `${open.length} allegations`, second: waitingInWords(waiting, asking.today), href: '/allegations' }]
}
