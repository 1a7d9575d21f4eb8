import { Type } from '@sinclair/typebox'
import { isPlainDate } from '../../../kernel/dates.ts'
import { shape, Words } from '../../../kernel/shape.ts'
import { command, query } from '../act.ts'
import { keyOf } from './model.ts'
import { keepOwn, ownChanges, schoolYears } from './store.ts'
import { problemsOfTerms, schoolYearOf } from './terms.ts'

/** The three terms of a school year in this council's schools. Written again, what is due goes by the new days; since when it is asked stays. */
export const setTerms = command('own.setTerms', shape({ year: Type.Integer({ minimum: 2000, maximum: 2200 }), terms: Type.Array(shape({ from: Type.String({ maxLength: 40 }), to: Type.String({ maxLength: 40 }) }), { minItems: 3, maxItems: 3 }), why: Words(500) }), {
  may: 'council.configure',
  people: () => [],
  run: async ({ db, actor, now, today }, { year, terms, why }) => {
    const problems = problemsOfTerms(year, terms, today)
    if (problems.length > 0) return { problems }
    const before = (await schoolYears(db)).find((one) => one.year === year)
    const kept = terms.flatMap(({ from, to }) => (isPlainDate(from) && isPlainDate(to) ? [{ from, to }] : []))
    await keepOwn(db, actor.id, now, keyOf.terms(year), { from: before?.from ?? today, terms: kept }, why.trim())
    return { answer: { year } }
  },
})

/** The school years that were written, and every change of them with who and why, newest first. */
export const termSettings = query('own.terms', shape({}), {
  may: 'council.configure',
  run: async ({ db }) => ({ years: await schoolYears(db), changes: (await ownChanges(db)).filter((one) => schoolYearOf(one)).reverse() }),
})
