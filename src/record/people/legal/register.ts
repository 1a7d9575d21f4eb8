import { dayInWords, plain, type PlainDate } from '../../../kernel/dates.ts'
import type { Problem } from '../../../kernel/errors.ts'
import type { Asking, Happening } from '../../access/model.ts'
import { idsOf } from '../queries.ts'
import { recordingOf } from '../register.ts'
import type { LegalStatus } from './model.ts'
import { holdsOn, overlaps, problemsOfStatus, statusInWords } from './rules.ts'
import * as store from './store.ts'

const told = (kind: 'legal.began' | 'legal.ended', orderId: string, people: readonly string[], on: PlainDate): Happening => ({ kind, people, on, significant: true, subject: { kind: 'legalStatus', id: orderId } })

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
  return { happened: begins.length > 0 ? [told('legal.began', said.orderId, begins, from)] : [] }
}

/** The statuses of being looked after that hold for these people end, inside a command. */
export async function endLookedAfter(asking: Asking, people: readonly string[], on: PlainDate): Promise<readonly Happening[]> {
  const rows = (await store.statuses(asking.db, await idsOf(asking, people))).filter((one) => one.kind === 'lookedAfter' && one.to === null)
  await store.supersedeStatuses(recordingOf(asking), rows.map((row) => row.id))
  for (const row of rows) await store.insertStatus(recordingOf(asking), { ...row, to: on })
  return [...Map.groupBy(rows, (row) => row.orderId)].map(([orderId, of]) => told('legal.ended', orderId, of.map((row) => row.personId), on))
}

/** Those that began with a coming into care that never was are taken back with it, inside a command. */
export async function takeBackLookedAfter(asking: Asking, people: readonly string[], from: PlainDate, to: PlainDate | null, why: string): Promise<void> {
  const rows = (await store.statuses(asking.db, await idsOf(asking, people))).filter((one) => one.kind === 'lookedAfter' && one.from >= from && (to === null || one.from < to))
  await store.supersedeStatuses(recordingOf(asking), rows.map((row) => row.id), why)
}

/** The legal statuses of people as they stand, by the ids under which they were written. */
export const statusesOf = ({ db }: Asking, ids: readonly string[]): Promise<readonly LegalStatus[]> => store.statuses(db, ids)
