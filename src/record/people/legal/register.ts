import { dayInWords, plain, type Instant, type PlainDate } from '../../../kernel/dates.ts'
import type { Problem } from '../../../kernel/errors.ts'
import type { Asking, Happening } from '../../access/model.ts'
import { idsOf } from '../queries.ts'
import { recordingOf } from '../register.ts'
import type { LegalStatus, RecordLegalStatus } from './model.ts'
import { holdsOn, kindOfStatus, overlaps, problemsOfStatus, statusInWords } from './rules.ts'
import * as store from './store.ts'

const subject = (id: string) => ({ kind: 'legalStatus', id })
/** What the chronology is told of an order. */
export const began = (orderId: string, people: readonly string[], on: PlainDate, supersedes?: string): Happening => ({ kind: 'legal.began', people, on, significant: true, subject: subject(orderId), ...(supersedes ? { supersedes } : {}) })
export const ended = (orderId: string, people: readonly string[], on: PlainDate, supersedes?: string): Happening => ({ kind: 'legal.ended', people, on, significant: true, subject: subject(orderId), ...(supersedes ? { supersedes } : {}) })

/** Two looked-after statuses on one day: said before the database refuses. `but`: versions that give way. */
export async function clashes(asking: Asking, people: readonly string[], span: Readonly<{ from: string; to?: string | undefined }>, but: readonly string[]): Promise<Problem[]> {
  const others = await store.statuses(asking.db, await idsOf(asking, people))
  const clash = others.find((one) => one.kind === 'lookedAfter' && !but.includes(one.id) && overlaps(one, span))
  if (!clash) return []
  const until = clash.to ? `until ${dayInWords(clash.to)}` : 'to this day'
  return [{ question: 'from', problem: `One of the children has “${statusInWords(clash.code)}” from ${dayInWords(clash.from)} ${until}. There is one such status at a time: end that one first, or check the days.` }]
}

/** These versions end on a day. */
export async function endRows(asking: Asking, rows: readonly LegalStatus[], on: PlainDate): Promise<void> {
  await store.supersedeStatuses(recordingOf(asking), rows.map((row) => row.id))
  for (const row of rows) await store.insertStatus(recordingOf(asking), { ...row, to: on })
}

/** One order or status for several people, inside a command. `endsPresent`: the looked-after status that stands ends as this one begins. */
export async function recordOrder(asking: Asking, { id, people, endsPresent, ...said }: RecordLegalStatus): Promise<Readonly<{ happened: readonly Happening[] } | { problems: readonly Problem[] }>> {
  const problems = problemsOfStatus(said, asking.today)
  const kind = kindOfStatus(said.code)
  if (problems.length > 0 || !kind) return { problems }
  const from = plain(said.from)
  const happened: Happening[] = []
  if (kind === 'lookedAfter') {
    const present = endsPresent ? (await store.statuses(asking.db, await idsOf(asking, people))).filter((one) => one.kind === 'lookedAfter' && one.to === null && holdsOn(one, from) && one.from < from) : []
    const clash = await clashes(asking, people, said, present.map((one) => one.id))
    if (clash.length > 0) return { problems: clash }
    await endRows(asking, present, from)
    for (const [orderId, rows] of Map.groupBy(present, (row) => row.orderId)) happened.push(ended(orderId, rows.map((row) => row.personId), from))
  }
  for (const personId of people) await store.insertStatus(recordingOf(asking), { orderId: id, personId, kind, ...said })
  return { happened: [...happened, began(id, people, from), ...(said.to ? [ended(id, people, plain(said.to))] : [])] }
}

export type LookedAfterBegins = Readonly<{ orderId: string; people: readonly string[]; code: string; from: string; court?: string | undefined; caseNumber?: string | undefined; expiresOn?: string | undefined }>

/** A status of being looked after begins for children who come into care, inside a command. One that holds already and is the same goes on. */
export async function beginLookedAfter(asking: Asking, said: LookedAfterBegins): Promise<Readonly<{ happened: readonly Happening[] } | { problems: readonly Problem[] }>> {
  const problems = problemsOfStatus({ code: said.code, from: said.from, expiresOn: said.expiresOn }, asking.today)
  if (problems.length > 0) return { problems: problems.map((one) => ({ ...one, question: one.question === 'code' ? 'legalCode' : one.question === 'from' ? 'on' : one.question })) }
  const from = plain(said.from)
  const begins: string[] = []
  for (const personId of said.people) {
    const standing = (await store.statuses(asking.db, await idsOf(asking, [personId]))).filter((one) => one.kind === 'lookedAfter')
    if (standing.some((one) => one.code === said.code && one.to === null && holdsOn(one, from))) continue
    const clash = standing.find((one) => overlaps(one, said))
    if (clash) return { problems: [{ question: 'legalCode', problem: `One of the children has “${statusInWords(clash.code)}” from ${dayInWords(clash.from)}. Choose the same, or put that one right under Orders and legal status first.` }] }
    begins.push(personId)
  }
  for (const personId of begins) await store.insertStatus(recordingOf(asking), { ...said, personId, kind: 'lookedAfter' })
  return { happened: begins.length > 0 ? [began(said.orderId, begins, from)] : [] }
}

/** The statuses of being looked after that hold for these people end, inside a command. */
export async function endLookedAfter(asking: Asking, people: readonly string[], on: PlainDate): Promise<readonly Happening[]> {
  const rows = (await store.statuses(asking.db, await idsOf(asking, people))).filter((one) => one.kind === 'lookedAfter' && one.to === null)
  await store.supersedeStatuses(recordingOf(asking), rows.map((row) => row.id))
  for (const row of rows) await store.insertStatus(recordingOf(asking), { ...row, to: on })
  return [...Map.groupBy(rows, (row) => row.orderId)].map(([orderId, of]) => ended(orderId, of.map((row) => row.personId), on))
}

/** Those that began with a coming into care that never was are taken back with it, inside a command. */
export async function takeBackLookedAfter(asking: Asking, people: readonly string[], from: PlainDate, to: PlainDate | null, why: string): Promise<void> {
  const rows = (await store.statuses(asking.db, await idsOf(asking, people))).filter((one) => one.kind === 'lookedAfter' && one.from >= from && (to === null || one.from < to))
  await store.supersedeStatuses(recordingOf(asking), rows.map((row) => row.id), why)
}

/** The legal statuses of people as they stand, by the ids under which they were written. */
export const statusesOf = ({ db }: Asking, ids: readonly string[], before?: Instant): Promise<readonly LegalStatus[]> => store.statuses(db, ids, before)
