import { shortDay } from '../../kernel/dates.ts'
import type { ChronologyTeller, Told } from '../../record/chronology/tellers.ts'
import type { DeskNotice, DeskTeller } from '../../record/work/team/boards.ts'
import { supervisions } from './queries.ts'
import { besideInWords } from './rules.ts'
import * as store from './store.ts'

/** What supervision decided, in the chronology of each child. */
export const chronologyTellers: readonly ChronologyTeller[] = [{
  kinds: ['supervision.discussed'],
  tell: async (asking, events) => {
    const entries = new Map((await store.entriesByIds(asking.db, events.flatMap((event) => event.subjectId ?? []))).map((entry) => [entry.id, entry]))
    return new Map(events.flatMap((event): [string, Told][] => {
      const entry = event.subjectId ? entries.get(event.subjectId) : undefined
      return entry ? [[event.id, { title: entry.decided ? 'Supervision: what was decided' : 'Discussed in supervision', words: [entry.decided, entry.words].filter(Boolean).join('\n\n'), source: `${entry.manager} with ${entry.worker}${besideInWords(entry) ? ` and ${besideInWords(entry)}, group supervision` : ', supervision'}` }]] : []
    }))
  },
}]

/** What waits of supervision: a session to sign, a next one that is due, colleagues whose time has come. */
export const supervisionDesk: DeskTeller = async (asking) => {
  if (!asking.actor.roles.some((role) => role === 'worker' || role === 'manager' || role === 'head')) return []
  const { led, own, mine } = await supervisions.of(asking, {})
  const late = led.filter((one) => one.next?.state === 'overdue' && one.heldOn.length > 0)
  const never = led.filter((one) => one.heldOn.length === 0)
  const notices: DeskNotice[] = []
  const toSign = own.find((one) => one.state === 'open' && one.managerSignedAt && !one.workerSignedAt)
  if (toSign) notices.push({ title: 'Sign your supervision', second: `of ${shortDay(toSign.on, asking.today)}, with ${toSign.manager}`, href: `/supervision/${toSign.id}` })
  else if (mine?.dueOn) notices.push({ title: 'Your supervision', second: mine.state === 'overdue' && own.length === 0 ? 'none written down here yet' : mine.state === 'overdue' ? `was due ${shortDay(mine.dueOn, asking.today)}` : `due ${shortDay(mine.dueOn, asking.today)}`, href: '/supervision' })
  if (led.length > 0) notices.push({ title: 'Supervision of your team', second: late.length === 0 ? (never.length > 0 ? `${never.length} without one written down here` : 'nobody is late') : late.length === 1 ? `${late[0]?.name ?? 'One'} is late` : `${late.length} are late`, href: '/supervision' })
  return notices
}
