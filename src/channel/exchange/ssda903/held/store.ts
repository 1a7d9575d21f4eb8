import type { Db } from '../../../../platform/db/pool.ts'
import { sql } from '../../../../platform/db/sql.ts'
import type { Typed } from '../model.ts'

/** A child of a return who is a marked person: what waits for somebody who may see them. */
export type Held = Readonly<{
  id: string; personId: string; kind: 'ssda903' | 'annexA'; year: number; number: string; how: 'localChildId' | 'upn'; child: Omit<Typed, 'aside'>; cameAt: string
  decision: 'taken' | 'refused' | null; decidedBecause: string | null; decidedAt: string | null; decidedBy: string | null
}>

/** As far as the reader may see the person: nothing for anybody else. */
export const heldById = (db: Db, id: string): Promise<Held | undefined> => db.maybe<Held>(sql`
  select h.id, h.person_id as "personId", h.kind, h.year, h.number, h.how, h.child, h.came_at as "cameAt", h.decision, h.decided_because as "decidedBecause", h.decided_at as "decidedAt", a.name as "decidedBy"
  from returns.held h left join access.actor a on a.id = h.decided_by where h.id = ${id}`)

export const settle = async (db: Db, id: string, take: boolean, why: string): Promise<boolean> => (await db.one<{ done: boolean }>(sql`select returns.settle_held(${id}, ${take}, ${why}) as done`)).done

export const toSeal = (jobs: Db, key: string, after: string, most: number): Promise<{ id: string; about: string; rows: string }[]> => jobs.rows(sql`select * from returns.held_to_seal(${key}, ${after}, ${most})`)
export const keepSealed = (jobs: Db, id: string, rows: string): Promise<number> => jobs.run(sql`select returns.keep_held_sealed(${id}, ${rows})`)
