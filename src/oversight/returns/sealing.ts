import type { DocumentSource } from '../../platform/jobs/sealing.ts'
import * as store from './store.ts'

/** Returns as they went and as they came, child by child. */
export const returnDocuments: DocumentSource = {
  first: '',
  next: async (db, key, after, most) => (await store.toSeal(db, key, after, most)).map(({ place, about, rows }) => ({ row: place, texts: [{ about, kept: rows }] })),
  keep: (db, row, [rows]) => store.keepSealed(db, row, rows ?? ''),
}
