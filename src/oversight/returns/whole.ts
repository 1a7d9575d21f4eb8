import { dayOf, moment, type Instant } from '../../kernel/dates.ts'
import { inTransaction } from '../../platform/db/pool.ts'
import type { Asking } from '../../record/access/model.ts'
import type { Ways } from './model.ts'

/** Who asks is the return's role, not an account: the audit names whoever asked for the return. */
const nobody: Asking['actor'] = { id: '00000000-0000-0000-0000-000000000000', kind: 'machine', name: 'Returns', email: null, jobTitle: null, qualified: false, roles: ['returns'], teams: [], wide: [] }

/** Reads the record in one snapshot, as the role that sees everybody. */
export const wholeRecord = async <Answer>(ways: Ways, now: Instant, read: (asking: Asking) => Promise<Answer>): Promise<Answer> =>
  inTransaction(ways.reports, 'begin isolation level repeatable read read only', (db) => read({ db, actor: nobody, now, today: dayOf(moment(now)), documents: ways.documents, saw: () => undefined }))
