import type { Db } from '../../platform/db/pool.ts'
import { sql } from '../../platform/db/sql.ts'

/** The form in which a paper is written. */
export const formOfPaper = async (db: Db, itemId: string): Promise<string | undefined> => (await db.maybe<{ id: string }>(sql`select id from answers.form where item_id = ${itemId}`))?.id
