import { HouseError } from '../../kernel/errors.ts'
import { shape } from '../../kernel/shape.ts'
import { dbOf, inTransaction, type Db } from '../db/pool.ts'
import { keyOfKept, type Documents } from '../documents.ts'
import { job, type Done, type Job } from './model.ts'
import { counted } from './words.ts'

/** A row that holds documents, each with what it is sealed about. */
export type KeptRow = Readonly<{ row: string; texts: readonly Readonly<{ about: string; kept: string }>[] }>
/** Documents that a module keeps: the next that are not sealed with this key, in the order of their rows, and the same put back sealed. */
export type DocumentSource = Readonly<{
  first: string
  next: (db: Db, key: string, after: string, most: number) => Promise<readonly KeptRow[]>
  keep: (db: Db, row: string, sealed: readonly string[]) => Promise<unknown>
}>

const atOnce = 200

/** One document sealed with the present key, or nothing where its own key is not given or it was changed. */
function again(documents: Documents, { texts }: KeptRow): string[] | undefined {
  try {
    return texts.map(({ about, kept }) => (keyOfKept(kept) === documents.key ? kept : documents.kept(about, documents.read(about, kept))))
  } catch (fault) {
    if (fault instanceof HouseError) return undefined
    throw fault
  }
}

/** Seals what is not sealed and seals anew what an older key sealed; what cannot be opened stays as it is. Broken off at any place it goes on where it was. */
async function sealAll(sources: readonly DocumentSource[], { pool, documents, stopping }: Parameters<Job['run']>[0]): Promise<Done> {
  const { key } = documents
  if (key === undefined) return { did: 'No key of documents is given: nothing is sealed' }
  const db = dbOf({ query: pool.query.bind(pool) })
  let [sealed, shut] = [0, 0]
  for (const source of sources) {
    for (let after = source.first; ;) {
      if (stopping()) return { did: `${counted(sealed, 'document')} sealed`, more: true }
      const rows = await source.next(db, key, after, atOnce)
      await inTransaction(pool, 'begin', async (inside) => {
        for (const one of rows) {
          const texts = again(documents, one)
          if (texts) await source.keep(inside, one.row, texts)
          sealed += texts ? 1 : 0
          shut += texts ? 0 : 1
        }
      })
      const last = rows.at(-1)
      if (!last || rows.length < atOnce) break
      after = last.row
    }
  }
  return { did: `${counted(sealed, 'document')} sealed, ${shut} that no key opens`, ...(shut === 0 ? {} : { alert: { kind: 'documents', words: `${counted(shut, 'document')} cannot be opened: the key that sealed them is not given, or they were changed. Give it behind the new one in KITH_DOCUMENT_KEY.` } }) }
}

/** Every night, and when it is asked for: `npm run kith -- jobs run documents.seal`. */
export const sealDocuments = (sources: readonly DocumentSource[]): Job => job('documents.seal', {
  title: 'Documents sealed with the present key', does: 'Seals what was kept before a key was given, and seals anew what an older key sealed, so that the older one can be taken away.',
  schema: shape({}), when: { at: '03:20' }, run: (bench) => sealAll(sources, bench),
})
