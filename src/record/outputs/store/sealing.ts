import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'

/** What was typed is sealed about this. */
export const aboutInput = (id: string): string => `${id} input`

export const toSeal = (jobs: Db, key: string, after: string, most: number): Promise<{ id: string; words: string; input: string | null }[]> => jobs.rows(sql`select * from outputs.to_seal(${key}, ${after}, ${most})`)
export const keepSealed = (jobs: Db, id: string, words: string, input: string | null): Promise<number> => jobs.run(sql`select outputs.keep_sealed(${id}, ${words}, ${input})`)
export const newestKeys = async (jobs: Db): Promise<string[]> => (await jobs.rows<{ key: string }>(sql`select key from outputs.newest_keys()`)).map((row) => row.key)
