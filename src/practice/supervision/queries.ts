import { notFound } from '../../kernel/errors.ts'
import { isId } from '../../kernel/ids.ts'
import { Id, shape } from '../../kernel/shape.ts'
import { query } from '../../record/access/act.ts'
import type { Asking } from '../../record/access/model.ts'
import { dutiesNow } from '../../record/access/own/now.ts'
import { idsOf, readPeople } from '../../record/people/queries.ts'
import { driftingOfLead, planKindOf } from '../../record/plans/queries.ts'
import { decisionKinds } from '../../record/work/decisions/queries.ts'
import { caseloadOf } from '../../record/work/queries.ts'
import { stillWith } from '../../record/work/team/queries.ts'
import { tellerOf } from '../../record/work/trayRows.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Entry, Family, Led, Named, Own, Session } from './model.ts'
import { agendaOf, nextFor } from './rules.ts'
import * as store from './store.ts'

/** The session, for the worker, whoever led it and whoever leads them now. @throws NotFound */
export async function sessionFor(asking: Asking, id: string): Promise<Session> {
  const session = isId(id) ? await store.sessionById(asking.db, id) : undefined
  if (!session) throw notFound('We could not find that supervision.')
  return session
}

/** Whether the reader leads this session: as the line manager, or as whoever was named and began it. */
export const leadsIn = async (asking: Asking, session: Session): Promise<boolean> =>
  (session.byNamed && session.managerId === asking.actor.id && await store.isNamedFor(asking.db, session.workerId)) || store.leads(asking.db, session.workerId)
/** Who could be named to supervise. */
export const whoCouldSupervise = (asking: Asking) => store.colleagues(asking.db, undefined)

export type LedNow = Led & Readonly<{ next: ReturnType<typeof nextFor> }>
const withNext = (asking: Asking, one: Led): LedNow => ({ ...one, next: nextFor(one, dutiesNow(), asking.today) })
const isLeader = (asking: Asking): boolean => asking.actor.roles.some((role) => role === 'manager' || role === 'head')

/** Whom the reader leads, with when each is next supervised; and the reader’s own sessions. */
export const supervisions = query('supervision.list', shape({}), {
  may: 'work.do',
  run: async (asking): Promise<Readonly<{ led: readonly LedNow[]; own: readonly Session[]; mine: LedNow['next']; byName: readonly LedNow[]; named: readonly Named[]; tookPart: readonly Readonly<{ sessionId: string; on: PlainDate; worker: string }>[] }>> => {
    const led = isLeader(asking) ? (await store.led(asking.db)).map((one) => withNext(asking, one)) : []
    const own = await store.sessionsOf(asking.db, asking.actor.id)
    const since = await store.since(asking.db, asking.actor.id)
    const byName = (await store.supervisedByName(asking.db, asking.today)).map((one) => withNext(asking, one))
    return { byName, named: await store.named(asking.db), tookPart: await store.tookPart(asking.db, asking.actor.id), led: led.toSorted((a, b) => (a.next?.dueOn ?? '9999').localeCompare(b.next?.dueOn ?? '9999')), own, mine: since ? nextFor({ since, heldOn: own.map((one) => one.on).toSorted() }, dutiesNow(), asking.today) : undefined }
  },
})

/** What there is to talk about with a worker: their caseload, family by family. */
async function agendaFor(asking: Asking, session: Session): Promise<Family[]> {
  const { items, sent } = await caseloadOf(asking, session.workerId, decisionKinds())
  const people = [...new Set([...items, ...sent].flatMap((item) => item.people.map((one) => one.id)))]
  const [drifting, still, { warnings }, ids] = [await driftingOfLead(asking, session.workerId), await stillWith(asking, session.workerId), await readPeople(asking, people), await idsOf(asking, people)]
  const spoken = new Map((await store.lastSpoken(asking.db, ids, session.id)).map((one) => [one.personId, one.on]))
  const before = items.filter((item) => item.subjectKind === 'supervision')
  const earlier = new Set((await store.entriesByIds(asking.db, before.flatMap((item) => item.subjectId ?? []))).filter((entry) => entry.sessionId !== session.id).map((entry) => entry.id))
  return agendaOf({
    items, sent, still, spoken, decided: new Set(before.filter((item) => earlier.has(item.subjectId ?? '')).map((item) => item.id)),
    drifting: drifting.map((plan) => ({ planId: plan.planId, name: planKindOf(plan.kind).name, people: plan.people })),
    warnings, title: (item) => tellerOf(item).title(item), href: (item) => tellerOf(item).read?.(item) ?? tellerOf(item).open(item).href,
  }, asking.today)
}

export type WholeSession = Readonly<{ session: Session; families: readonly Family[]; entries: readonly Entry[]; /** What was said about these families the last time. */ before: readonly Entry[]; own: Own | undefined; leads: boolean; /** Who could take part in a group. */ colleagues: readonly store.Colleague[] }>
/** One supervision: what there is to talk about, what was written down, and for the two of them the worker’s own part. */
export const supervision = query('supervision.one', shape({ id: Id }), {
  may: 'work.do',
  run: async (asking, { id }): Promise<WholeSession> => {
    const session = await sessionFor(asking, id)
    const entries = await store.entriesOfSession(asking.db, id)
    asking.saw([...new Set(entries.flatMap((entry) => entry.people))])
    const families = session.state === 'open' ? await agendaFor(asking, session) : []
    const before = session.state === 'open' ? await store.lastEntries(asking.db, await idsOf(asking, families.flatMap((family) => family.people.map((one) => one.id))), id) : []
    asking.saw([...new Set(before.flatMap((entry) => entry.people))])
    return { session, families, entries, before, own: await store.ownOf(asking.db, id), leads: session.workerId !== asking.actor.id && await leadsIn(asking, session), colleagues: session.state === 'open' ? (await store.teamOf(asking.db, session.workerId)).filter((one) => one.id !== session.managerId) : [] }
  },
})
