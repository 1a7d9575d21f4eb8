import type { Db } from '../../../platform/db/pool.ts'
import type { InNeed, NeedFacts, Span } from './model.ts'
import { needFacts, type Whose } from './store.ts'

const by = <Row extends { personId: string }>(rows: readonly Row[]) => Map.groupBy(rows, (one) => one.personId)

/** The rows of each child, by who they are now. */
export function childrenInNeed(facts: NeedFacts): readonly InNeed[] {
  const [referrals, assessments, plans, conferences, enquiries, known] = [by(facts.referrals), by(facts.assessments), by(facts.plans), by(facts.conferences), by(facts.enquiries), by(facts.known)]
  const people = [...new Set([referrals, assessments, plans, conferences, enquiries].flatMap((rows) => [...rows.keys()]))].sort()
  return people.map((personId) => ({
    personId, referrals: referrals.get(personId) ?? [], assessments: assessments.get(personId) ?? [], plans: plans.get(personId) ?? [], conferences: conferences.get(personId) ?? [], enquiries: enquiries.get(personId) ?? [], known: known.get(personId) ?? [],
  }))
}

/** Children in need of the twelve months, as far as the reader may see. */
export const childrenOf = async (db: Db, span: Span, whose?: Whose): Promise<readonly InNeed[]> => childrenInNeed(await needFacts(db, span, whose))
