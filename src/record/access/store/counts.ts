import type { ToldBefore } from '../../../engine/counts/together.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'

type Kept = Omit<ToldBefore, 'answer'> & Readonly<{ answer: number | null }>

/** What whoever asks was told of counts beyond their sight. Another asking of theirs waits until this one has ended. */
export const toldCounts = async (db: Db): Promise<ToldBefore[]> =>
  (await db.rows<Kept>(sql`select * from access.told_counts()`)).map(({ answer, ...said }) => ({ ...said, answer: answer === null ? { few: true } : { about: answer } }))
export const keepTold = (db: Db, told: readonly ToldBefore[]): Promise<number> =>
  db.run(sql`select access.keep_told(${JSON.stringify(told.map(({ answer, ...said }) => ({ ...said, answer: 'about' in answer ? answer.about : null })))}::jsonb)`)
