import { createHash } from 'node:crypto'
import { plain } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import type { InNeed, NeedFacts, Span } from './model.ts'
import { withBeside } from './beside.ts'
import { needFacts, type Whose } from './store.ts'

const by = <Row extends { personId: string }>(rows: readonly Row[]) => Map.groupBy(rows, (one) => one.personId)

/** The rows of each child, by who they are now. */
export function childrenInNeed(facts: NeedFacts): readonly InNeed[] {
  const [referrals, assessments, plans, conferences, enquiries, known, beside] = [by(facts.referrals), by(facts.assessments), by(facts.plans), by(facts.conferences), by(facts.enquiries), by(facts.known), by(facts.beside)]
  const people = [...new Set([referrals, assessments, plans, conferences, enquiries, beside].flatMap((rows) => [...rows.keys()]))].sort()
  return people.map((personId) => withBeside({
    personId, referrals: referrals.get(personId) ?? [], assessments: assessments.get(personId) ?? [], plans: plans.get(personId) ?? [], conferences: conferences.get(personId) ?? [], enquiries: enquiries.get(personId) ?? [], known: known.get(personId) ?? [], beside: beside.get(personId) ?? [],
  }))
}

/** Children in need of the twelve months, as far as the reader may see. */
export const childrenOf = async (db: Db, span: Span, whose?: Whose): Promise<readonly InNeed[]> => childrenInNeed(await needFacts(db, span, whose))

const everything: Span = { year: 0, opens: plain('1900-01-01'), closes: plain('9999-12-31'), until: plain('9999-12-31'), knownOn: plain('9999-12-30') }
/** A print of all that the record holds of each of these people for a census: another one, and somebody has written since. */
export async function printsOf(db: Db, parts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const children = parts.length === 0 ? [] : await childrenOf(db, everything, parts)
  return new Map(children.map((child) => [child.personId, createHash('sha256').update(JSON.stringify(child)).digest('hex')]))
}
