import type { DocumentSource } from '../../../../platform/jobs/sealing.ts'
import * as store from './store.ts'

/** Rows of returns that wait for somebody who may see the person. */
export const heldDocuments: DocumentSource = {
  first: '00000000-0000-0000-0000-000000000000',
  next: async (db, key, after, most) => (await store.toSeal(db, key, after, most)).map(({ id, about, rows }) => ({ row: id, texts: [{ about, kept: rows }] })),
  keep: (db, row, [rows]) => store.keepSealed(db, row, rows ?? ''),
}
