import type pg from 'pg'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Fault, RecordRule } from './model.ts'
import { careRules } from './store/careStore.ts'
import { legalRules } from './store/legalStore.ts'
import { planRules } from './store/plansStore.ts'
import { safetyRules } from './store/safetyStore.ts'
import { leavingRules, supervisedRules } from './store/supervisedStore.ts'
import { transferRules } from './store/transfersStore.ts'
import { workRules } from './store/workStore.ts'
import { writingRules } from './store/writingStore.ts'

/** Everything that always holds of a sound record, one line a rule. */
export const recordRules: readonly RecordRule[] = [...careRules, ...planRules, ...legalRules, ...safetyRules, ...supervisedRules, ...leavingRules, ...transferRules, ...workRules, ...writingRules]

/** At most so many of one rule are named; how many there are is always counted. */
const mostNamed = 200

export type Found = Readonly<{ rule: RecordRule; count: number; faults: readonly Fault[] }>

/** Asks every rule. Reads as a role that sees every row and writes none; what comes back is kinds and ids. */
export async function checkRecord(db: Pick<pg.Pool, 'query'>, today: PlainDate, rules: readonly RecordRule[] = recordRules): Promise<Found[]> {
  const found: Found[] = []
  for (const rule of rules) {
    const { rows } = await db.query<{ what: string; id: string; whole: number }>(`select x.what, x.id, count(*) over ()::int as whole from (${rule.find}) x${rule.find.includes('$1') ? '' : ' where $1::date is not null'} order by x.what, x.id limit ${mostNamed}`, [today])
    if (rows.length > 0) found.push({ rule, count: rows[0]?.whole ?? rows.length, faults: rows.map(({ what, id }) => ({ rule: rule.name, what, id })) })
  }
  return found
}
