import type { Asking } from '../../record/access/model.ts'
import type { ChronologyTeller, SpineEvent, Told } from '../../record/chronology/tellers.ts'
import type { TrayTeller } from '../../record/work/model.ts'
import { fromWhom, lateInWords } from './inWords.ts'
import { outcomeLabels } from './rules/words.ts'
import { outcomesInWords } from './rules/deciding.ts'
import { allocated, steps, told, type ToldRow } from './store/told.ts'

function lineOf(event: SpineEvent, row: ToldRow): Told {
  const from = fromWhom(row)
  const href = `/contacts/${row.contactId}`
  switch (event.kind) {
    case 'contact.received': return { title: `Contact from ${from}`, words: row.words, href }
    case 'contact.decided': return { title: `Decided: ${outcomesInWords(row.each, outcomeLabels).toLowerCase()}`, ...(row.reason ? { words: row.reason } : {}), href }
    case 'referral.opened': return { title: 'Referral to children’s social care', ...(row.reason ? { words: row.reason } : {}), href }
    case 'contact.reopened': return { title: `Contact from ${from} opened again`, ...(row.changed ? { words: row.changed } : {}), href }
    case 'contact.cancelled': return { title: `Contact from ${from} cancelled`, ...(row.changed ? { words: row.changed } : {}), href }
    default: return { title: `${from.charAt(0).toUpperCase()}${from.slice(1)} was told what we decided`, href }
  }
}

/** How what happens at the front door reads in a chronology. */
export const chronologyTellers: readonly ChronologyTeller[] = [{
  kinds: ['referral.returned', 'referral.passedOn'],
  tell: async (asking: Asking, events) => {
    const rows = new Map((await steps(asking.db, events.flatMap((event) => event.subjectId ?? []))).map((row) => [row.id, row]))
    return new Map(events.flatMap((event): [string, Told][] => {
      const row = event.subjectId ? rows.get(event.subjectId) : undefined
      if (!row) return []
      return [[event.id, event.kind === 'referral.returned' ? { title: 'Referral returned to the front door', ...(row.reason ? { words: row.reason } : {}), href: `/referrals/${row.referralId}` } : { title: 'Referral passed to another team', href: `/referrals/${row.referralId}` }]]
    }))
  },
}, {
  kinds: ['referral.allocated'],
  tell: async (asking: Asking, events) => {
    const rows = new Map((await allocated(asking.db, events.flatMap((event) => event.subjectId ?? []))).map((row) => [row.id, row]))
    return new Map(events.flatMap((event): [string, Told][] => {
      const row = event.subjectId ? rows.get(event.subjectId) : undefined
      return row ? [[event.id, { title: `Allocated to ${row.worker ?? 'a worker'}${row.team ? `, ${row.team}` : ''}`, ...(row.reason ? { words: `Later than one working day: ${lateInWords(row.reason).toLowerCase()}.` } : {}) }]] : []
    }))
  },
}, {
  kinds: ['contact.received', 'contact.decided', 'contact.reopened', 'contact.cancelled', 'referral.opened', 'referrer.told'],
  tell: async (asking: Asking, events) => {
    const rows = new Map((await told(asking.db, events.flatMap((event) => event.subjectId ?? []))).map((row) => [row.subjectId, row]))
    return new Map(events.flatMap((event) => {
      const row = event.subjectId ? rows.get(event.subjectId) : undefined
      return row ? [[event.id, lineOf(event, row)] as const] : []
    }))
  },
}]

const at = (id: string | null, hash = '') => `/contacts/${id ?? ''}${hash}`
/** How the front door's work reads in a tray. */
export const trayTellers: readonly TrayTeller[] = [
  { kind: 'contactDecision', title: () => 'Decide what to do about a contact', also: (item) => (item.words ? `from ${item.words}` : undefined), open: (item) => ({ href: at(item.subjectId), words: 'Decide' }) },
  { kind: 'allocation', title: () => 'Allocate to a worker', also: () => 'an assessment that nobody has yet', open: (item) => ({ href: `/decisions?item=${item.id}`, words: 'Allocate' }), read: (item) => `/referrals/${item.subjectId ?? ''}` },
  { kind: 'reopenRequest', title: () => 'Asked: decide a contact again', also: (item) => item.words ?? undefined, open: (item) => ({ href: `/decisions?item=${item.id}`, words: 'Decide' }), read: (item) => at(item.subjectId) },
  { kind: 'newInformation', title: () => 'New information: a contact', also: () => 'read it and decide what it changes', open: (item) => ({ href: at(item.subjectId), words: 'Read' }) },
  {
    kind: 'sealedMatch', title: (item) => (item.subjectKind === 'person' ? 'Somebody recorded now may be this sealed person' : 'A contact may be about a sealed record'),
    open: (item) => (item.subjectKind === 'person' ? { href: `/work/${item.id}`, words: 'Look' } : { href: at(item.subjectId), words: 'Read' }),
    read: (item) => (item.subjectKind === 'person' ? `/people/${item.people[0]?.id ?? ''}/compare/${item.subjectId ?? ''}` : at(item.subjectId)),
  },
  { kind: 'tellReferrer', title: () => 'Tell the person who contacted us', also: () => 'the outcome, not the reasons', open: (item) => ({ href: at(item.subjectId, '#decided'), words: 'Open' }) },
  { kind: 'tellFamily', title: (item) => `Write to ${item.words ?? 'the family'}`, also: () => 'what we decided, in plain words', open: (item) => ({ href: at(item.subjectId, '#decided'), words: 'Open' }) },
  { kind: 'earlyHelpRequest', title: () => 'Pass to early help', open: (item) => ({ href: at(item.subjectId, '#decided'), words: 'Open' }) },
]
