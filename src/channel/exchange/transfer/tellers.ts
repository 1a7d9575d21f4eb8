import { dayInWords, dayOf, moment, plain } from '../../../kernel/dates.ts'
import { labelOf } from '../../../kernel/codes.ts'
import { abuseCategories } from '../../../../content/codes/meetings.ts'
import { duties } from '../../../../content/timescales/all.ts'
import { lastDay } from '../../../engine/timescales/due.ts'
import type { Happening } from '../../../engine/timescales/model.ts'
import { dutyOn } from '../../../engine/timescales/evaluate.ts'
import { may } from '../../../record/access/permissions.ts'
import type { Asking } from '../../../record/access/model.ts'
import type { ChronologyTeller, Told } from '../../../record/chronology/tellers.ts'
import type { Block } from '../../../record/outputs/model.ts'
import type { NoticeTeller, PersonNotice, ReadingTeller } from '../../../record/people/notices.ts'
import type { DecisionSource } from '../../../record/work/decisions/model.ts'
import type { TrayTeller } from '../../../record/work/model.ts'
import type { ClockSource } from '../../../record/work/standing/sources.ts'
import { cardsOf } from '../../../record/people/queries.ts'
import * as given from './giving/givenStore.ts'
import { isOnPlan } from './pieces.ts'
import * as careStore from './taking/care/careStore.ts'
import * as come from './taking/comeStore.ts'
import * as staged from './taking/stagedStore.ts'

/** What a piece says in a line of the chronology: its own words, without the heading and the source that stand beside them. */
const saidIn = (blocks: readonly Block[]): string => blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.words] : [])).slice(0, 1).join(' ')

/** How transfers read in a chronology. What came is always told with the council that wrote it: it is no writing of ours. */
export const transferTellers: readonly ChronologyTeller[] = [
  {
    kinds: ['transfer.sent', 'transfer.taken'],
    tell: async (asking, events) => {
      const all = new Map((await given.byIds(asking.db, events.flatMap((event) => event.subjectId ?? []))).map((one) => [one.id, one]))
      return new Map(events.flatMap((event): [string, Told][] => {
        const one = event.subjectId ? all.get(event.subjectId) : undefined
        if (!one) return []
        return [[event.id, { title: event.kind === 'transfer.sent' ? `Handed to ${one.toName}` : `${one.toName} is responsible`, words: event.kind === 'transfer.sent' ? 'Ours until they say that they are responsible.' : 'By their signed receipt.', href: `/transfers/given/${one.id}` }]]
      }))
    },
  },
  {
    kinds: ['transfer.came'],
    tell: async (asking, events) => {
      const all = new Map((await come.byIds(asking.db, events.flatMap((event) => event.subjectId ?? []))).map((one) => [one.id, one]))
      return new Map(events.flatMap((event): [string, Told][] => {
        const one = event.subjectId ? all.get(event.subjectId) : undefined
        return one ? [[event.id, { title: `Handed to us by ${one.fromName}`, words: one.acceptedAt ? 'Accepted.' : 'Not accepted yet.', href: `/transfers/came/${one.id}` }]] : []
      }))
    },
  },
  {
    kinds: ['transfer.entry'],
    tell: async (asking, events) => {
      const all = new Map((await come.piecesNamed(asking.db, events.flatMap((event) => event.subjectId ?? []))).map((one) => [one.id, one]))
      return new Map(events.flatMap((event): [string, Told][] => {
        const one = event.subjectId ? all.get(event.subjectId) : undefined
        return one ? [[event.id, { title: one.title, words: saidIn(one.blocks), href: `/transfers/came/${one.comeId}#piece-${one.id}`, source: `Written by ${one.fromName}${sourceOf(one.value)}` }]] : []
      }))
    },
  },
]
const sourceOf = (value: unknown): string => (typeof value === 'object' && value !== null && 'source' in value && typeof value.source === 'string' ? `: ${value.source}` : '')

export const transferTrayTellers: readonly TrayTeller[] = [
  { kind: 'transferGiven', title: () => 'Handed over, not yet received', also: (item) => `${item.words ?? 'the other council'} has not said that it is responsible`, open: (item) => ({ href: `/transfers/given/${item.subjectId ?? ''}`, words: 'Open' }) },
  { kind: 'transferDecided', title: () => 'Handing over', also: (item) => item.words ?? undefined, open: (item) => ({ href: `/transfers/given/${item.subjectId ?? ''}`, words: 'Open' }) },
  { kind: 'transferCame', title: () => 'Accept a case from another council', also: (item) => item.words ?? undefined, open: (item) => ({ href: `/transfers/came/${item.subjectId ?? ''}`, words: 'Look and accept' }) },
  { kind: 'transferCare', title: () => 'Take into our care', also: (item) => `Looked after by ${item.words ?? 'another council'} until now`, open: (item) => ({ href: `/transfers/came/${item.subjectId ?? ''}/care`, words: 'Open' }) },
]

/** What waits for a manager: a case to be handed over, and files that came. */
export const transferSources: readonly DecisionSource[] = [
  {
    what: 'transfersGiven', may: (actor) => may(actor, 'output.agree'), count: (asking) => given.countWaiting(asking.db, asking.actor.id),
    rows: async (asking) => (await given.waiting(asking.db, asking.actor.id)).map((one) => ({ id: one.id, title: 'May this case go to another council?', who: `To ${one.toName}, asked by ${one.askedBy}`, since: dayOf(moment(one.askedAt)), href: `/transfers/given/${one.id}` })),
  },
  {
    what: 'transfersCame', may: (actor) => may(actor, 'work.decide'), count: (asking) => staged.countWaiting(asking.db),
    rows: async (asking) => (await staged.recent(asking.db)).filter((one) => one.state === 'staged' || one.state === 'taken').map((one) => ({ id: one.id, title: one.state === 'staged' ? 'A case came from another council' : 'Accept a case from another council', who: `From ${one.fromName}`, since: dayOf(moment(one.stagedAt)), href: `/transfers/came/${one.id}` })),
  },
]

/** The last day for the transfer-in conference, counted from the written notice. */
export function conferenceDueOn(notifiedOn: string): string | undefined {
  const on = plain(notifiedOn)
  const duty = dutyOn(duties, 'transferConference.held', on)
  return duty && lastDay(on, duty.within, duty.calendar ?? 'england', duty.count)
}

/** What stands over somebody who came on a plan of another council: it holds until our own conference has decided. */
export const transferNotices: NoticeTeller = async (asking, ids) => {
  const came = await come.plansCame(asking.db, ids)
  const ours = came.length > 0 ? (await careStore.decidedOf(asking.db, ids)).filter((one) => one.outcome === 'ours') : []
  const notices: PersonNotice[] = []
  for (const one of came) {
    const plan = one.kind === 'onPlan' && isOnPlan(one.value) ? one.value : undefined
    if (plan && plan.plan === 'protectionPlan' && plan.endedOn === null) {
      const [conference] = await come.conferences(asking.db, ids, one.notifiedOn)
      if (conference?.state === 'held') continue
      const due = conferenceDueOn(one.notifiedOn)
      notices.push({ kind: 'soon', title: `On a child protection plan of ${one.fromName}${plan.category ? `, for ${labelOf(abuseCategories, plan.category).toLowerCase()}` : ''}, since ${dayInWords(plain(plan.startedOn))}.`, words: `It stands as a temporary plan here, and its reviews and visits stay theirs, until our transfer-in conference has decided: ${conference ? `arranged for ${dayInWords(conference.on)}` : 'not arranged yet'}${due ? `, by ${dayInWords(plain(due))} at the latest` : ''}.`, plan: { name: `Plan of ${one.fromName}`, words: `${one.title}, since ${dayInWords(plain(plan.startedOn))}. Temporary here until our conference.`, href: `/transfers/came/${one.comeId}` } })
    }
    if (one.kind === 'order' && one.value !== null && isStandingOrder(one.value) && !ours.some((each) => each.comeId === one.comeId)) notices.push({ kind: 'theme', title: `${one.title}, as ${one.fromName} told us.`, words: 'The order names that council: it stays legally responsible until a court or an agreement says otherwise.' })
  }
  return notices.filter((one, at) => notices.findIndex((other) => other.title === one.title) === at)
}
const isStandingOrder = (value: unknown): boolean => typeof value === 'object' && value !== null && 'to' in value && value.to === null

/** What transfers are to clocks: told by another council, and gone to one. */
export const transferClocks: ClockSource = async (asking: Asking, people, ids): Promise<readonly Happening[]> => {
  const [came, gone] = [await come.about(asking.db, ids), await given.takenSince(asking.db, ids)]
  const cards = await cardsOf(asking, people)
  const of = (id: string): string[] => (cards.has(id) ? [id] : [])
  return [
    ...came.flatMap((one) => one.people.filter((each) => each.part === 'child').flatMap((each) => of(each.personId).map((id): Happening => ({ event: 'transfer.notified', on: one.notifiedOn, people: [id] })))),
    ...gone.map((one): Happening => ({ event: 'person.movedToAnotherAuthority', on: one.on, people: [one.personId] })),
  ]
}

/** What other councils handed to us about somebody, read in one place. */
export const cameReadings: ReadingTeller = async (asking, personId, ids) => ((await come.about(asking.db, ids)).length > 0 ? [{ label: 'From other councils', href: `/people/${personId}/came` }] : [])
