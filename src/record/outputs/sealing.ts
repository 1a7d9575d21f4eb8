import type { Documents } from '../../platform/documents.ts'
import type { Db } from '../../platform/db/pool.ts'
import type { DocumentSource } from '../../platform/jobs/sealing.ts'
import * as store from './store/sealing.ts'

/** The words of what was sent out, and what was typed for it while it waits. */
export const outputDocuments: DocumentSource = {
  first: '00000000-0000-0000-0000-000000000000',
  next: async (db, key, after, most) => (await store.toSeal(db, key, after, most)).map(({ id, words, input }) => ({ row: id, texts: [{ about: id, kept: words }, ...(input === null ? [] : [{ about: store.aboutInput(id), kept: input }])] })),
  keep: (db, row, [words, input]) => store.keepSealed(db, row, words ?? '', input ?? null),
}

/** How many keys the newest documents are sealed with that are not given. */
export const keysMissing = async (jobs: Db, documents: Documents): Promise<number> => (await store.newestKeys(jobs)).filter((key) => !documents.opens(key)).length
