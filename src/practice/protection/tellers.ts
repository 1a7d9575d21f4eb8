import { enquiryOutcomes } from '../../../content/codes/protection.ts'
import { labelOf } from '../../kernel/codes.ts'
import type { ChronologyTeller, Told } from '../../record/chronology/tellers.ts'
import type { TrayTeller } from '../../record/work/model.ts'
import * as store from './store.ts'

/** How the work of child protection reads in a tray. Each leads to the place where it is done. */
export const trayTellers: readonly TrayTeller[] = [
  { kind: 'strategyDiscussion', title: () => 'Strategy discussion', also: (item) => item.words ?? 'with the police and health at least', open: (item) => ({ href: `/protection/discussions/${item.id}`, words: 'Write it down' }) },
  { kind: 'section47Enquiry', title: () => 'Section 47 enquiry', also: (item) => (item.state === 'returned' ? 'returned to you' : undefined), open: (item) => ({ href: `/protection/enquiries/${item.id}`, words: item.state === 'returned' ? 'Change it' : 'Write' }) },
  { kind: 'section47SignOff', title: () => 'Agree the section 47 enquiry', open: (item) => ({ href: `/decisions?item=${item.id}`, words: 'Decide' }), read: (item) => `/protection/enquiries/${item.id}` },
  { kind: 'planChildInNeed', title: () => 'Make the child in need plan', also: () => 'with the family, at the first meeting', open: (item) => ({ href: `/meetings/new?kind=childInNeedMeeting&item=${item.id}`, words: 'Arrange' }) },
]

const titles: Readonly<Record<string, string>> = {
  'protection.enquiryBegun': 'Section 47 enquiry begun', 'protection.enquirySent': 'Section 47 enquiry sent to the manager', 'protection.enquiryReturned': 'Section 47 enquiry returned to its writer', 'protection.enquiryFinished': 'Section 47 enquiry agreed',
}

/** How child protection reads in a chronology. */
export const chronologyTellers: readonly ChronologyTeller[] = [
  {
    kinds: Object.keys(titles),
    tell: async (asking, events) => {
      const found = new Map((await store.byIds(asking.db, events.flatMap((event) => event.subjectId ?? []))).map((one) => [one.id, one]))
      return new Map(events.flatMap((event): [string, Told][] => {
        const enquiry = event.subjectId ? found.get(event.subjectId) : undefined
        if (!enquiry) return []
        const outcomes = [...new Set(enquiry.people.filter((one) => event.people.includes(one.personId)).flatMap((one) => one.outcome ?? []))].map((code) => labelOf(enquiryOutcomes, code))
        const words = event.kind === 'protection.enquiryFinished' ? outcomes.join('; ') : event.kind === 'protection.enquiryBegun' ? (enquiry.joint ? 'Jointly with the police.' : 'By social care alone.') : ''
        return [[event.id, { title: titles[event.kind] ?? 'Section 47 enquiry', ...(words ? { words } : {}), ...(enquiry.itemId ? { href: `/protection/enquiries/${enquiry.itemId}` } : {}) }]]
      }))
    },
  },
  {
    kinds: ['protection.harmSuspected', 'protection.transferNotified'],
    tell: (_asking, events) => Promise.resolve(new Map(events.map((event): [string, Told] => [event.id, { title: event.kind === 'protection.harmSuspected' ? 'Harm suspected: a strategy discussion is to be held' : 'Another authority wrote: a transfer-in conference is to be held' }]))),
  },
]
