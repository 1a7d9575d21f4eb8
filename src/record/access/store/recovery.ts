import type { Instant } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'

export async function askRecovery(db: Db, r: Readonly<{ id: string; actorId: string; witnessId: string; reason: string }>): Promise<void> {
  await db.run(sql`select access.ask_recovery(${r.id}, ${r.actorId}, ${r.witnessId}, ${r.reason})`)
}
export type ToWitness = Readonly<{ id: string; name: string; jobTitle: string | null; askedBy: string; reason: string; askedAt: Instant }>
export const toWitness = (db: Db): Promise<ToWitness[]> => db.rows<ToWitness>(sql`
  select id, name, job_title as "jobTitle", asked_by as "askedBy", reason, asked_at as "askedAt" from access.recoveries_to_witness()`)
/** @returns whose factor it was */
export const witnessRecovery = async (db: Db, id: string, agreed: boolean): Promise<string> => (await db.one<{ who: string }>(sql`select access.witness_recovery(${id}, ${agreed}) as who`)).who
export type RecoveryNotice = Readonly<{ askedBy: string; witness: string; at: Instant }>
/** Notices of the present actor. `seen`: they are shown now and not again. */
export const recoveryNotices = (db: Db, seen: boolean): Promise<RecoveryNotice[]> => db.rows<RecoveryNotice>(sql`select asked_by as "askedBy", witness, at from access.recovery_notices(${seen})`)
export type Witness = Readonly<{ id: string; name: string; jobTitle: string | null }>
export const witnesses = (db: Db): Promise<Witness[]> => db.rows<Witness>(sql`select id, name, job_title as "jobTitle" from access.witnesses()`)
