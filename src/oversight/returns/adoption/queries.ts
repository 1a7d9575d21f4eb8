import type { Static } from '@sinclair/typebox'
import type { PlainDate } from '../../../kernel/dates.ts'
import { query } from '../../../record/access/act.ts'
import type { Asking } from '../../../record/access/model.ts'
import { may } from '../../../record/access/permissions.ts'
import { crossesIn, meantFor, scorecardYears, suggested, yearOf, type Supposed } from '../../../record/care/reckoning/scorecard.ts'
import { span, WhatIsSupposed } from './model.ts'
import * as store from './store.ts'
import { waitingInWords, toldYears, type ToldYear } from './telling.ts'

export type AdoptionRead = Readonly<{
  /** When the ways were counted; undefined before the first night. */ countedAt: string | undefined
  whole: boolean; meant: number; suggested: Supposed; supposed: Supposed; years: readonly ToldYear[]
  /** The first year that keeps what is meant of A1, if all goes as is supposed. */ crosses: number | undefined; /** Whether any average may be told. */ tells: boolean
  /** In words, as many as may be told. */ waiting: string
}>

/** The scorecard over everybody, year by year, and as it would go on if all went as is supposed. Whoever makes the returns reads the numbers; managers and heads of service averages of six and more, rounded. */
export async function readAdoption(asking: Pick<Asking, 'db' | 'actor'> & { today: PlainDate }, asked: Static<typeof WhatIsSupposed>): Promise<AdoptionRead> {
  const { today } = asking
  const kept = await store.waysKept(asking.db)
  const paths = kept.map((one) => one.days)
  const fromRecord = suggested(paths, today)
  const supposed: Supposed = { ...fromRecord, ...asked }
  const whole = may(asking.actor, 'return.make')
  const reckoned = scorecardYears(paths, today, span, supposed)
  const years = toldYears(reckoned, whole)
  const crosses = crossesIn(reckoned)
  return { countedAt: kept[0]?.countedAt, whole, meant: meantFor(yearOf(today)).a1, suggested: fromRecord, supposed, years, crosses, tells: years.some((one) => one.three.a1 !== undefined), waiting: waitingInWords(paths.filter((path) => !path.orderOn && !path.movedInOn).length, whole) }
}

/** The adoption scorecard of the whole council. */
export const adoptionScorecard = query('returns.adoption', WhatIsSupposed, { may: 'year.read', run: (asking, asked) => readAdoption(asking, asked) })
