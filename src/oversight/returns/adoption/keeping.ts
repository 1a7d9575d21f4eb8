import { addMonths, dayOf, moment } from '../../../kernel/dates.ts'
import type { Clock } from '../../../platform/clock.ts'
import { inTransaction } from '../../../platform/db/pool.ts'
import { wholeOnTheWay } from '../../../record/care/permanence.ts'
import { endOf, yearOf } from '../../../record/care/reckoning/scorecard.ts'
import type { Ways } from '../model.ts'
import { wholeRecord } from '../whole.ts'
import { span } from './model.ts'
import * as store from './store.ts'

/** Keeps the days of every child's way to adoption, as far back as the scorecard looks. @returns how many */
export async function countAdoption(ways: Ways, clock: Clock): Promise<number> {
  const today = dayOf(moment(clock.now()))
  const found = await wholeRecord(ways, moment(clock.now()), (asking) => wholeOnTheWay(asking, addMonths(endOf(yearOf(today) - span.back), -36)))
  await inTransaction(ways.jobs, 'begin', (db) => store.keepWays(db, found))
  return found.length
}
