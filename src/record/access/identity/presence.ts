import { inTransaction } from '../../../platform/db/pool.ts'
import { sessionHash } from '../signIn.ts'
import { writerOf as writer } from '../store/identity.ts'
import type { Identity } from './identity.ts'

/** What each of these sessions may be told from (null when it is over), and that somebody is at work in one. By the hash of its token, in hexadecimal. */
export { touchSession as stillHere, watched as standings } from '../store/identity.ts'

/** Whose session this token is, or was before it ended. */
export const writerOf = (identity: Pick<Identity, 'pool'>, token: string): Promise<{ actorId: string; email: string } | undefined> => inTransaction(identity.pool, 'begin', (db) => writer(db, sessionHash(token)))
