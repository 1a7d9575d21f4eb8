import { meetingKinds } from '../../../content/meetings/kinds.ts'
import type { ChronologyTeller, Told } from '../chronology/tellers.ts'
import { cardsOf } from '../people/queries.ts'
import type { TrayTeller } from '../work/model.ts'
import { decidedInWords, nameOfKind } from './pages/words.ts'
import * as store from './store.ts'

const lower = (words: string): string => words.replace(/^./, (letter) => letter.toLowerCase())

/** How meetings read in a tray: to be arranged, and to be held by whoever chairs. */
export const meetingTrayTellers: readonly TrayTeller[] = [
  { kind: 'arrangeMeeting', title: (item) => `Arrange the ${lower(nameOfKind(item.section ?? ''))}`, open: (item) => ({ href: `/meetings/new?item=${item.id}&kind=${item.section ?? ''}${item.subjectKind === 'plan' && item.subjectId ? `&plan=${item.subjectId}` : ''}`, words: 'Arrange' }) },
  ...meetingKinds.filter((kind) => !kind.atOnce).map((kind): TrayTeller => ({ kind: kind.id, title: () => kind.name, open: (item) => ({ href: `/meetings/${item.subjectId ?? ''}`, words: 'Open' }) })),
]

/** How meetings read in a chronology. */
export const meetingTellers: readonly ChronologyTeller[] = [{
  kinds: ['meeting.arranged', 'meeting.rearranged', 'meeting.cancelled', 'meeting.held'],
  tell: async (asking, events) => {
    const ids = [...new Set(events.flatMap((event) => event.subjectId ?? []))]
    const meetings = new Map((await store.toldMeetings(asking.db, ids)).map((meeting) => [meeting.id, meeting]))
    const cards = await cardsOf(asking, [...new Set([...meetings.values()].flatMap((meeting) => meeting.decisions.map((one) => one.personId)))])
    return new Map(events.flatMap((event): [string, Told][] => {
      const meeting = event.subjectId ? meetings.get(event.subjectId) : undefined
      if (!meeting) return []
      const name = nameOfKind(meeting.kind)
      const title = event.kind === 'meeting.held' ? name : event.kind === 'meeting.arranged' ? `${name} arranged` : event.kind === 'meeting.rearranged' ? `${name} rearranged` : `${name} cancelled`
      const words = event.kind === 'meeting.held' && meeting.decisions.length > 0 ? `${decidedInWords(meeting, cards)}.` : undefined
      return [[event.id, { title, href: `/meetings/${meeting.id}`, ...(words ? { words } : {}), ...(event.kind === 'meeting.held' && meeting.chair ? { source: `${meeting.chair}, minutes` } : {}) }]]
    }))
  },
}]
