import type { Instant } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { Domain } from '../model.ts'
import type { Decision, OwnRequest, SightRequest } from '../model/keeping.ts'

const codeOf = (problem: unknown): string => (typeof problem === 'object' && problem !== null && 'code' in problem ? String(problem.code) : '')
/** Nobody is there who could be asked through the system, or the same was asked already. */
export const isUnsent = (problem: unknown): 'nobody' | 'already' | undefined => (codeOf(problem) === 'P0002' ? 'nobody' : codeOf(problem) === '23505' ? 'already' : undefined)

export const isAdministrator = async (db: Db, actorId: string): Promise<boolean> => (await db.one<{ is: boolean }>(sql`select access.is_administrator(${actorId}) as is`)).is

/** @returns how many colleagues it reached */
export const askForSight = async (db: Db, r: Readonly<{ id: string; personId: string; domain: Domain; reason: string }>): Promise<number> =>
  (await db.one<{ sent: number }>(sql`select access.ask_for_sight(${r.id}, ${r.personId}, ${r.domain}, ${r.reason}) as sent`)).sent
export const proposeSight = async (db: Db, r: Readonly<{ id: string; personId: string; actorId: string; domain: Domain; mayWrite: boolean; until: Instant; reason: string }>): Promise<number> =>
  (await db.one<{ sent: number }>(sql`select access.propose_sight(${r.id}, ${r.personId}, ${r.actorId}, ${r.domain}, ${r.mayWrite}, ${r.until}, ${r.reason}) as sent`)).sent
/** @returns what became of it; `over` when somebody was quicker, `passedOn` when a second person has to say so too */
export const decideSight = async (db: Db, d: Readonly<{ id: string; decision: Decision; until: Instant | null; words: string }>): Promise<Decision | 'over' | 'passedOn'> =>
  (await db.one<{ became: Decision | 'over' | 'passedOn' }>(sql`select access.decide_sight(${d.id}, ${d.decision}, ${d.until}, ${d.words}) as became`)).became
export const withdrawRequest = async (db: Db, id: string): Promise<number> => (await db.one<{ taken: number }>(sql`select access.withdraw_request(${id}) as taken`)).taken

export const sightRequest = (db: Db, id: string): Promise<SightRequest | undefined> => db.maybe<SightRequest>(sql`
  select id, person_id as "personId", marking, kind, actor_id as "actorId", actor, job_title as "jobTitle", domain, may_write as "mayWrite", until, reason, asked_by as "askedById", asker as "askedBy", asked_at as "askedAt",
    decision, decider as "decidedBy", decided_at as "decidedAt", words, may_give as "mayGive", access.answers_request(id) as "mayAnswer" from access.request_of(${id})`)

/** What the reader asked about a record, the newest first. */
export const ownRequests = (db: Db, personId: string): Promise<OwnRequest[]> => db.rows<OwnRequest>(sql`
  select id, asked_at as "askedAt", decision, decider as "decidedBy", decided_at as "decidedAt", words, until from access.my_requests(${personId})`)
