import { command, query } from '../../../record/access/act.ts'
import { shape } from '../../../kernel/shape.ts'
import { TakeList } from './model.ts'
import { placeReader, providerReader } from './reading.ts'
import * as store from './store.ts'

/** Takes in a list that rules compare with, in place of the one before. */
export const takeList = command('returns.takeList', TakeList, {
  may: 'return.make',
  people: () => [],
  run: async ({ db }, { kind, file, authority }) => {
    const text = Buffer.from(file, 'base64').toString('utf8')
    const reader = kind === 'providers' ? providerReader() : placeReader()
    const [read, end] = [reader.read(text), reader.end()]
    if ('sentence' in read) return { problems: [{ question: 'file', problem: read.sentence }] }
    if ('sentence' in end) return { problems: [{ question: 'file', problem: end.sentence }] }
    const rows = [...read, ...end]
    if (rows.length === 0) return { problems: [{ question: 'file', problem: 'This file has no row that can be read. Choose the list as a CSV file.' }] }
    return { answer: { kind, entries: await store.takeList(db, kind, rows, authority) } }
  },
})

/** Which lists are here, since when. */
export const listsKept = query('returns.lists', shape({}), { may: 'return.make', run: async ({ db }) => ({ lists: await store.listsGiven(db) }) })
