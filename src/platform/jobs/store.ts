import type { Instant } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import type { Db } from '../db/pool.ts'
import { sql } from '../db/sql.ts'
import type { Done, Job } from './model.ts'
import { mostTries } from './rules.ts'

/** How long a server holds a job without saying that it still works on it. */
export const leaseSeconds = 60

/** Adds a job inside the transaction of a request: rolled back with it. */
export async function addJob(db: Db, job: Job, input: unknown = {}, dueAt?: Instant): Promise<string> {
  const id = newId()
  await db.run(sql`select jobs.add(${id}, ${job.name}, ${JSON.stringify(input)}::jsonb, ${dueAt ?? null})`)
  return id
}

/** A turn of a recurring job, once however many servers ask for it. */
export const addTurn = (db: Db, name: string, turn: Instant): Promise<number> =>
  db.run(sql`insert into jobs.job (id, name, slot, due_at) values (${newId()}, ${name}, ${turn}, ${turn}) on conflict do nothing`)

/** A job for what waits now, unless one is open already, or has failed for good within the last hour. */
export const addForWaiting = (db: Db, name: string): Promise<number> =>
  db.run(sql`insert into jobs.job (id, name) select ${newId()}, ${name}
    where not exists (select 1 from jobs.job where name = ${name} and (state in ('waiting', 'running') or (state = 'failed' and ended_at > now() - interval '1 hour')))`)

export type Taken = Readonly<{ id: string; name: string; input: unknown; tries: number }>

/** The next job that is due, or whose server has fallen silent. Two servers never take the same. */
export const takeNext = (db: Db, names: readonly string[], server: string): Promise<Taken | undefined> =>
  db.maybe<Taken>(sql`
    update jobs.job set state = 'running', tries = tries + 1, held_by = ${server}, held_until = now() + make_interval(secs => ${leaseSeconds}), started_at = now()
    where id = (select id from jobs.job where name = any (${names}::text[]) and ((state = 'waiting' and due_at <= now()) or (state = 'running' and held_until < now())) order by due_at limit 1 for update skip locked)
    returning id, name, input, tries`)

/** Still at work. @returns false when another server has taken the job meanwhile */
export const stillHeld = async (db: Db, id: string, server: string): Promise<boolean> =>
  (await db.run(sql`update jobs.job set held_until = now() + make_interval(secs => ${leaseSeconds}) where id = ${id} and held_by = ${server} and state = 'running'`)) > 0

export async function finish(db: Db, taken: Taken, server: string, done: Done): Promise<void> {
  const held = await db.run(sql`update jobs.job set state = 'done', ended_at = now(), did = ${done.did}, problem = null, held_by = null, held_until = null where id = ${taken.id} and held_by = ${server} and state = 'running'`)
  if (held === 0) return
  if (done.alert) await db.run(sql`insert into jobs.alert (id, kind, words) values (${newId()}, ${done.alert.kind}, ${done.alert.words})`)
  await db.run(sql`select jobs.witness(${`job.${taken.name}`}, ${done.did})`)
}

/** Given back unfinished: the server stops. It counts as no try. */
export const handBack = (db: Db, id: string, server: string): Promise<number> =>
  db.run(sql`update jobs.job set state = 'waiting', due_at = now(), tries = greatest(tries - 1, 0), held_by = null, held_until = null where id = ${id} and held_by = ${server} and state = 'running'`)

export const fail = (db: Db, id: string, server: string, problem: string, pause: number): Promise<number> =>
  db.run(sql`update jobs.job set state = case when tries >= ${mostTries} then 'failed' else 'waiting' end, ended_at = now(), due_at = now() + make_interval(secs => ${pause}), problem = ${problem}, held_by = null, held_until = null
    where id = ${id} and held_by = ${server} and state = 'running'`)

/** What was done longer ago than so many days is forgotten; what failed for good stays longer. */
export const forgetDone = (db: Db, days: number): Promise<number> =>
  db.run(sql`delete from jobs.job where (state = 'done' and ended_at < now() - make_interval(days => ${days})) or (state = 'failed' and ended_at < now() - make_interval(days => ${days * 6}))`)

/** How many jobs are due and wait. */
export const dueNow = async (db: Db): Promise<number> => (await db.one<{ count: number }>(sql`select count(*) as count from jobs.job where state = 'waiting' and due_at <= now()`)).count

export type Listed = Readonly<{ name: string; state: 'waiting' | 'running' | 'done' | 'failed'; dueAt: string; endedAt: string | null; tries: number; did: string | null; problem: string | null }>

/** Everything that is open or failed, and what was done last: for the command line, which works as the role of jobs. */
export const openAndLast = (db: Db, most: number): Promise<Listed[]> =>
  db.rows<Listed>(sql`(select name, state, due_at as "dueAt", ended_at as "endedAt", tries, did, problem from jobs.job where state <> 'done' order by due_at)
    union all (select name, state, due_at, ended_at, tries, did, problem from jobs.job where state = 'done' order by ended_at desc limit ${most})`)
export const addByHand = (db: Db, id: string, name: string): Promise<number> => db.run(sql`insert into jobs.job (id, name) values (${id}, ${name})`)
export const outcomeOf = (db: Db, id: string): Promise<{ state: string; did: string | null; problem: string | null } | undefined> => db.maybe(sql`select state, did, problem from jobs.job where id = ${id}`)
