import type pg from 'pg'
import { dbOf } from '../../../platform/db/pool.ts'
import { slowedNow } from './store.ts'

/** Marks of the sessions that are slowed down now, because their account opened very many records. They open nothing. */
export const slowedSessions = (pool: pg.Pool): Promise<string[]> => slowedNow(dbOf({ query: pool.query.bind(pool) }))
