import { Type } from '@sinclair/typebox'
import { duties } from '../../../../content/timescales/all.ts'
import type { Span } from '../../../engine/timescales/model.ts'
import { trialOf, type Trial } from '../../../engine/timescales/trial.ts'
import { addMonths } from '../../../kernel/dates.ts'
import { notFound } from '../../../kernel/errors.ts'
import { OneOf, shape, Words } from '../../../kernel/shape.ts'
import { query } from '../../access/act.ts'
import { pastClocks } from './clocksStore.ts'

const most = 20_000
/** Another measure of a duty, tried on the clocks that began in the last twelve months. Nothing is written. */
export const tryMeasure = query('work.tryMeasure', shape({ duty: Words(80), unit: OneOf(['workingDays', 'days', 'hours'] as const), amount: Type.Integer({ minimum: 0, maximum: 3650 }) }), {
  may: 'council.configure',
  run: async (asking, { duty: id, unit, amount }): Promise<Trial> => {
    const duty = duties.find((one) => one.id === id && (one.inForce?.to ?? '9999') >= asking.today)
    if (!duty) throw notFound('There is no such duty now.')
    const within: Span = unit === 'workingDays' ? { workingDays: amount } : unit === 'days' ? { days: amount } : { hours: amount }
    const trial = trialOf(duty, within, await pastClocks(asking.db, id, addMonths(asking.today, -12), most), asking.today)
    return { ...trial, rows: trial.rows.slice(0, 200) }
  },
})
