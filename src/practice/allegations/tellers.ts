import { allegationOutcomes, professionalRoles } from '../../../content/codes/allegations.ts'
import type { Clock } from '../../engine/timescales/model.ts'
import { agreedWords } from '../../engine/timescales/words.ts'
import { labelOf } from '../../kernel/codes.ts'
import { shortDay, type PlainDate } from '../../kernel/dates.ts'
import type { Asking } from '../../record/access/model.ts'
import type { ChronologyTeller, Told } from '../../record/chronology/tellers.ts'
import { groupByDay } from '../../record/work/besideRows.ts'
import type { BesideSource, BesideWork } from '../../record/work/besideTray.ts'
import type { Allegation } from './model.ts'
import { clocksOf } from './queries.ts'
import * as store from './store.ts'

const titles: Readonly<Record<string, string>> = { 'allegation.answered': 'Allegation: first answer of the designated officer', 'allegation.step': 'Allegation: something was done', 'allegation.ended': 'Allegation: what came of it' }
/** How allegations read in a chronology, for those who may see them at all. */
export const chronologyTellers: readonly ChronologyTeller[] = [{
  kinds: Object.keys(titles),
  tell: async (asking, events) => {
    const all = await store.all(asking.db)
    return new Map(events.flatMap((event): [string, Told][] => {
      const one = all.find((each) => each.id === event.subjectId)
      return one ? [[event.id, { title: titles[event.kind] ?? 'Allegation', words: event.kind === 'allegation.ended' && one.outcome ? `${labelOf(allegationOutcomes, one.outcome)}.` : one.name, href: `/allegations/${one.id}` }]] : []
    }))
  },
}]

const runs: readonly Clock['state'][] = ['running', 'dueSoon', 'dueToday', 'overdue']

function rowOf(one: Allegation, title: string, clock: Clock | undefined, today: PlainDate): readonly BesideWork[] {
  if (!clock?.dueOn || !runs.includes(clock.state)) return []
  const dueOn = clock.dueOn
  const href = `/allegations/${one.id}`
  return [{
    group: groupByDay(dueOn, today), dueOn,
    row: {
      title, about: [], who: one.name, names: [{ words: one.name, href }], also: [labelOf(professionalRoles, one.role), one.employer].filter(Boolean).join(', '),
      clock: { state: dueOn < today ? 'late' : dueOn === today ? 'today' : clock.state === 'dueSoon' ? 'soon' : 'inTime', words: agreedWords(dueOn, today), second: `${dueOn < today ? 'was due' : 'due'} ${shortDay(dueOn, today)}` },
      open: { href, words: 'Open' },
    },
  }]
}

async function mine(asking: Asking): Promise<readonly BesideWork[]> {
  if (!asking.actor.roles.includes('designatedOfficer')) return []
  const open = (await store.all(asking.db)).filter((one) => one.endedOn === null)
  const held = Map.groupBy(await store.meetings(asking.db, open.map((one) => one.id)), (one) => one.id)
  return open.flatMap((one): readonly BesideWork[] => {
    const { advised, met } = clocksOf(one, asking.today, (held.get(one.id) ?? []).map(({ on }) => ({ kind: 'meeting', on })))
    return one.advisedOn === null ? rowOf(one, 'First answer to an allegation', advised, asking.today) : rowOf(one, 'Meeting about an allegation', met, asking.today)
  })
}

/** What is due of allegations: the first answer, and the meeting where it is for them. In the trays of designated officers and nowhere else: no board of a team, no manager (access policy, rule 19). */
export const allegationsDue: BesideSource = { kind: 'allegation', duties: [], mine, ofTeams: () => Promise.resolve([]) }
