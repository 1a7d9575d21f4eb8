import { Type } from '@sinclair/typebox'
import { duties } from '../../../../content/timescales/all.ts'
import { trialOf, type Trial } from '../../../engine/timescales/trial.ts'
import { addMonths } from '../../../kernel/dates.ts'
import { notFound } from '../../../kernel/errors.ts'
import { OneOf, shape, Words } from '../../../kernel/shape.ts'
import { query } from '../../access/act.ts'
import { measureUnits } from '../../access/own/model.ts'
import { spanIn } from '../../access/own/rules.ts'
import { pastClocks } from './clocksStore.ts'

const most = 20_000
/** Another measure of a duty, tried on the clocks that began in the last twelve months. Nothing is written. */
export const tryMeasure = query('work.tryMeasure', shape({ duty: Words(80), unit: OneOf(measureUnits), amount: Type.Integer({ minimum: 0, maximum: 5200 }) }), {
  may: 'council.configure',
  run: async (asking, { duty: id, unit, amount }): Promise<Trial> => {
    const duty = duties.find((one) => one.id === id && (one.inForce?.to ?? '9999') >= asking.today)
    if (!duty) throw notFound('There is no such duty now.')
    const trial = trialOf(duty, spanIn(unit, amount), await pastClocks(asking.db, id, addMonths(asking.today, -12), most), asking.today)
    return { ...trial, rows: trial.rows.slice(0, 200) }
  },
})
