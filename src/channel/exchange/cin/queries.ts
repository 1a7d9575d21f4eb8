import { Type } from '@sinclair/typebox'
import { Id, shape } from '../../../kernel/shape.ts'
import { query } from '../../../record/access/act.ts'
import * as book from './bookStore.ts'

/** One import, when there is one of that id: the id is made from the content of its file. */
export const importOf = query('exchange.import', shape({ id: Id }), { may: 'person.add', run: async ({ db }, { id }) => ({ known: (await book.importOf(db, id)) ?? null }) })

/** The newest imports, and what waits beside the record. */
export const imports = query('exchange.imports', shape({}), { may: 'person.add', run: async ({ db }) => ({ imports: await book.imports(db), waiting: await book.waiting(db) }) })

/** A page of the findings of an import, in the order of its file. */
export const findings = query('exchange.findings', shape({ importId: Id, child: Type.Integer(), place: Type.Integer() }), {
  may: 'person.add', run: ({ db }, { importId, child, place }) => book.findings(db, importId, [child, place], 2000),
})
