import { plain, type PlainDate } from '../../../kernel/dates.ts'
import { notAllowed, notFound } from '../../../kernel/errors.ts'
import { command } from '../../access/act.ts'
import type { Asking, Happening } from '../../access/model.ts'
import { happeningsOf } from '../../access/register.ts'
import { idsOf } from '../queries.ts'
import { recordingOf } from '../register.ts'
import { CorrectLegalStatus, EndLegalStatus, RecordLegalStatus, WithdrawLegalStatus, type LegalStatus } from './model.ts'
import { followOrders } from './followers.ts'
import { began, clashes, ended, endRows, recordOrder } from './register.ts'
import { kindOfStatus, problemsOfStatus } from './rules.ts'
import * as store from './store.ts'

/** Who is looked after, and by what right, is recorded by somebody who is social-work-qualified and writes on the record. */
function requireQualified({ actor }: Asking): void {
  if (!actor.qualified) throw notAllowed('Orders and legal statuses are recorded by a qualified social worker. Ask the worker of this child, or your manager.')
}

/** The statuses under an order of these people, whichever part of a merged person they were written about. @throws NotFound */
async function standing(asking: Asking, orderId: string, people: readonly string[]): Promise<LegalStatus[]> {
  const ids = new Set(await idsOf(asking, people))
  const rows = (await store.statusesOfOrder(asking.db, [orderId])).filter((row) => ids.has(row.personId))
  if (rows.length === 0) throw notFound('We could not find that order. It may have been changed meanwhile: open the list again.')
  return rows
}

/** One order or status for all the children it is about. */
export const recordLegalStatus = command('people.recordLegalStatus', RecordLegalStatus, {
  may: 'legal.record',
  people: ({ people }) => people,
  run: async (asking, said) => {
    requireQualified(asking)
    const made = await recordOrder(asking, said)
    if ('problems' in made) return made
    await followOrders(asking, said.people)
    return { answer: { id: said.id }, happened: made.happened }
  },
})

/** It no longer holds from a day on. */
export const endLegalStatus = command('people.endLegalStatus', EndLegalStatus, {
  may: 'legal.record',
  people: ({ people }) => people,
  run: async (asking, { orderId, people, on }) => {
    requireQualified(asking)
    const rows = (await standing(asking, orderId, people)).filter((row) => row.to === null)
    const [first] = rows
    if (!first) return { problems: [{ question: 'on', problem: 'This has an end already. Correct it if the day is wrong.' }] }
    const problems = problemsOfStatus({ code: first.code, from: first.from, to: on }, asking.today)
    if (problems.length > 0) return { problems: problems.map((p) => ({ question: 'on', problem: p.problem })) }
    await endRows(asking, rows, plain(on))
    await followOrders(asking, people)
    return { answer: { orderId }, happened: [ended(orderId, rows.map((row) => row.personId), plain(on))] }
  },
})

/** What the chronology told of these rows is told anew: for the children who keep it as it was, and for those of whom it has changed. */
async function retold(asking: Asking, orderId: string, kind: 'legal.began' | 'legal.ended', changed: readonly string[], tell: (people: readonly string[], supersedes: string) => Happening | undefined): Promise<Happening[]> {
  const events = (await happeningsOf(asking.db, orderId, kind)).filter((event) => event.people.some((id) => changed.includes(id)))
  return events.flatMap((event) => {
    const kept = event.people.filter((id) => !changed.includes(id))
    const now = tell(event.people.filter((id) => changed.includes(id)), event.id)
    const same = kept.length === 0 ? [] : [(kind === 'legal.began' ? began : ended)(orderId, kept, event.on, event.id)]
    return [...same, ...(now ? [now] : [])]
  })
}

/** What was recorded is superseded by what should have stood there; both can be read, with the reason. */
export const correctLegalStatus = command('people.correctLegalStatus', CorrectLegalStatus, {
  may: 'legal.record',
  people: ({ people }) => people,
  run: async (asking, { orderId, people, why, ...said }) => {
    requireQualified(asking)
    const problems = problemsOfStatus(said, asking.today)
    const kind = kindOfStatus(said.code)
    if (problems.length > 0 || !kind) return { problems }
    const rows = await standing(asking, orderId, people)
    const clash = kind === 'lookedAfter' ? await clashes(asking, people, said, rows.map((row) => row.id)) : []
    if (clash.length > 0) return { problems: clash }
    await store.supersedeStatuses(recordingOf(asking), rows.map((row) => row.id), why.trim())
    for (const row of rows) await store.insertStatus(recordingOf(asking), { orderId, personId: row.personId, kind, ...said })
    const about = rows.map((row) => row.personId)
    const to = said.to
    await followOrders(asking, people)
    const ends = await retold(asking, orderId, 'legal.ended', about, (who, supersedes) => (to ? ended(orderId, who, plain(to), supersedes) : corrected(orderId, who, asking.today, supersedes, 'legalStatusEnd')))
    return {
      answer: { orderId },
      happened: [
        ...(await retold(asking, orderId, 'legal.began', about, (who, supersedes) => began(orderId, who, plain(said.from), supersedes))),
        ...ends, ...(to && ends.length === 0 ? [ended(orderId, about, plain(to))] : []),
      ],
    }
  },
})

/** `told`: what had told of it, its beginning or its end. */
const corrected = (orderId: string, people: readonly string[], on: PlainDate, supersedes: string, told: 'legalStatus' | 'legalStatusEnd' = 'legalStatus'): Happening =>
  ({ kind: 'legal.corrected', people, on, subject: { kind: told, id: orderId }, supersedes })

/** It was never so: recorded about the wrong child, or twice. Kept, with the reason, and no longer shown as a fact. */
export const withdrawLegalStatus = command('people.withdrawLegalStatus', WithdrawLegalStatus, {
  may: 'legal.record',
  people: ({ people }) => people,
  run: async (asking, { orderId, people, why }) => {
    requireQualified(asking)
    const rows = await standing(asking, orderId, people)
    await store.supersedeStatuses(recordingOf(asking), rows.map((row) => row.id), why.trim())
    const about = rows.map((row) => row.personId)
    await followOrders(asking, people)
    const gone = (told: 'legalStatus' | 'legalStatusEnd') => (who: readonly string[], supersedes: string) => corrected(orderId, who, asking.today, supersedes, told)
    return { answer: { orderId }, happened: [...(await retold(asking, orderId, 'legal.began', about, gone('legalStatus'))), ...(await retold(asking, orderId, 'legal.ended', about, gone('legalStatusEnd')))] }
  },
})
