import type { PlainDate } from '../../kernel/dates.ts'
import type { Db } from '../../platform/db/pool.ts'
import type { Asking } from './model.ts'

/**
 * What a question asks the database in one go, together with entering and before it is known whether somebody may come in: it changes nothing, and sees nothing unless they are in.
 * Then what that tells whoever was let in; undefined where more must be asked: the question is asked again from the beginning, in a transaction.
 */
export type Once<Answer> = (db: Db, today: PlainDate) => Promise<(asking: Omit<Asking, 'db'>) => (Answer & {}) | undefined>

/** People who were named and looked up in one go, for the domain of the command: whom of them the actor may not write about, or who are not there. */
export type LookedUp = Readonly<{ people: readonly string[]; refused: readonly string[] }>
