import { Type } from '@sinclair/typebox'
import { codeLists } from '../../../../content/codes/all.ts'
import { duties } from '../../../../content/timescales/all.ts'
import { terms } from '../../../../content/words/terms.ts'
import { asSet } from '../../../engine/timescales/council.ts'
import type { Span } from '../../../engine/timescales/model.ts'
import { isPlainDate } from '../../../kernel/dates.ts'
import { notFound, type Problem } from '../../../kernel/errors.ts'
import { Day, OneOf, optional, shape, Words } from '../../../kernel/shape.ts'
import { command, query } from '../act.ts'
import type { Asking } from '../model.ts'
import { keyOf, measureUnits, type OwnCode } from './model.ts'
import { everyValue } from './now.ts'
import { mostIn, spanIn } from './rules.ts'
import { keepOwn, ownChanges, readOwn } from './store.ts'

const listNamed = (id: string) => { const list = codeLists.find((one) => one.id === id); if (!list) throw notFound('There is no such list.'); return list }
const keep = (asking: Asking, key: string, value: unknown, why: string) => keepOwn(asking.db, asking.actor.id, asking.now, key, value, why.trim())
const Why = Words(500)

/** The words, the place, and until when a value is offered. Its code stays, and every record that has it. */
export const changeCode = command('own.changeCode', shape({ list: Words(60), code: Words(80), label: Words(200), place: optional(Type.Integer({ minimum: 1, maximum: 500 })), retiredFrom: optional(Day), why: Why }), {
  may: 'council.configure',
  people: () => [],
  run: async (asking, { list: id, code, label, place, retiredFrom, why }) => {
    await readOwn(asking.db)
    const list = listNamed(id)
    const all = everyValue(list)
    const one = all.find((value) => value.code === code)
    if (!one) throw notFound('There is no such value in this list.')
    const problems: Problem[] = []
    if (all.some((other) => other.code !== code && other.label.toLowerCase() === label.trim().toLowerCase())) problems.push({ question: 'label', problem: 'Another value of this list has these words. Choose words that tell them apart.' })
    if (retiredFrom && !isPlainDate(retiredFrom)) problems.push({ question: 'retiredFrom', problem: 'Give the day from which it is not offered, as in 3/10/2026.' })
    else if (retiredFrom && retiredFrom < asking.today && one.own.retiredFrom !== retiredFrom) problems.push({ question: 'retiredFrom', problem: 'Choose today or a day to come: what was recorded before was offered then.' })
    if (retiredFrom && !list.offered) problems.push({ question: 'retiredFrom', problem: 'Steps of the work or a form hang on this list: its words can change, its values stay.' })
    if (problems.length > 0) return { problems }
    const value: OwnCode = { ...(one.own.added ? { added: true } : {}), ...(one.own.returnCode ? { returnCode: one.own.returnCode } : {}), ...(label.trim() === one.national ? {} : { label: label.trim() }), ...(place ? { place } : {}), ...(retiredFrom && isPlainDate(retiredFrom) ? { retiredFrom } : {}) }
    await keep(asking, keyOf.code(list.id, code), value, why)
    return { answer: { list: list.id, code } }
  },
})

/** A value of this council's own. In a list of a national return it says which national code it counts as. */
export const addCode = command('own.addCode', shape({ list: Words(60), label: Words(200), returnCode: optional(Words(20)), place: optional(Type.Integer({ minimum: 1, maximum: 500 })), why: Why }), {
  may: 'council.configure',
  people: () => [],
  run: async (asking, { list: id, label, returnCode, place, why }) => {
    await readOwn(asking.db)
    const list = listNamed(id)
    if (list.offered !== 'open') return { problems: [{ question: 'label', problem: 'Steps of the work or a national return hang on this list: a value cannot be added. Change the words of one that is there.' }] }
    const all = everyValue(list)
    if (all.some((one) => one.label.toLowerCase() === label.trim().toLowerCase())) return { problems: [{ question: 'label', problem: 'The list has a value with these words already.' }] }
    if (list.return && !list.codes.some((one) => one.returnCode === returnCode)) return { problems: [{ question: 'returnCode', problem: 'Choose which national code it counts as.' }] }
    const slug = label.trim().replace(/[^A-Za-z0-9 ]/g, '').split(/ +/).map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join('').slice(0, 50) || 'Value'
    let code = `own${slug}`
    for (let n = 2; all.some((one) => one.code === code); n++) code = `own${slug}${n}`
    await keep(asking, keyOf.code(list.id, code), { added: true, label: label.trim(), ...(returnCode ? { returnCode } : {}), ...(place ? { place } : {}) }, why)
    return { answer: { list: list.id, code } }
  },
})

/** This council's own word for something. The same words as ours: ours again. */
export const changeWord = command('own.changeWord', shape({ key: Words(60), one: Words(80), many: Words(80), why: Why }), {
  may: 'council.configure',
  people: () => [],
  run: async (asking, { key, one, many, why }) => {
    const term = terms.find((other) => other.key === key)
    if (!term) throw notFound('There is no such word.')
    const ours = one.trim() === term.one && many.trim() === term.many
    await keep(asking, keyOf.word(key), ours ? null : { one: one.trim(), many: many.trim() }, why)
    return { answer: { key } }
  },
})

/** This council's own measure beside a duty of the law, from a day on; without an amount it has none from that day. The national duty stays as it is. */
export const setMeasure = command('own.setMeasure', shape({ duty: Words(80), from: Day, unit: OneOf(measureUnits), amount: optional(Type.Integer({ minimum: 0, maximum: 5200 })), pauses: optional(Type.Boolean()), why: Why }), {
  may: 'council.configure',
  people: () => [],
  run: async (asking, { duty: id, from, unit, amount, pauses, why }) => {
    const duty = duties.find((one) => one.id === id && (one.inForce?.to ?? '9999') >= asking.today)
    if (!duty) throw notFound('There is no such duty now.')
    if (!isPlainDate(from)) return { problems: [{ question: 'from', problem: 'Give the day from which it holds, as in 3/10/2026.' }] }
    if (from < asking.today) return { problems: [{ question: 'from', problem: 'Choose today or a day to come. What has begun keeps its time.' }] }
    if (amount !== undefined && amount > mostIn(unit)) return { problems: [{ question: 'amount', problem: `Write ${mostIn(unit)} or less.` }] }
    const within: Span | undefined = amount === undefined ? undefined : spanIn(unit, amount)
    if (within && asSet([duty], [{ duty: id, from, within, source: 'own' }]).refused.length > 0) return { problems: [{ question: 'amount', problem: 'A council’s own measure of a duty of the law is never longer than it.' }] }
    await keep(asking, keyOf.measure(id, from), within ? { within, ...(pauses ? { pauses } : {}) } : {}, why)
    return { answer: { duty: id } }
  },
})

/** Everything this council has set for itself, with who and why, newest first. */
export const ownSettings = query('own.settings', shape({}), {
  may: 'council.configure',
  run: async ({ db }) => {
    await readOwn(db)
    return { changes: (await ownChanges(db)).reverse() }
  },
})
