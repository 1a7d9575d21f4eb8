import { conflict, notAllowed, notFound } from '../../kernel/errors.ts'
import type { Instant, PlainDate } from '../../kernel/dates.ts'
import { isId, newId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/pool.ts'
import { sql, type Sql } from '../../platform/db/sql.ts'
import type { Actor, Domain, Happening, Sight, Via } from './model.ts'

const haveActor = (rows: unknown): rows is { actor: Actor | null }[] => Array.isArray(rows)

/** The actor that an entry answered, or undefined when nobody may enter. */
export const actorOf = (rows: unknown): Actor | undefined => (haveActor(rows) ? (rows[0]?.actor ?? undefined) : undefined)

/** What lets somebody in: asked first in their transaction. `reads`: the database refuses whatever would write after it. */
export const entry = (who: Readonly<{ session: string }> | Readonly<{ actor: string }>, reads: boolean): Sql => {
  const actor = 'session' in who ? sql`access.come_in(decode(${who.session}, 'hex'))` : sql`access.come_in_as(${who.actor})`
  return reads ? sql`select ${actor} as actor, set_config('transaction_read_only', 'on', true)` : sql`select ${actor} as actor`
}

export async function appendAudit(db: Db, event: Readonly<{ what: string; people: readonly string[]; via: Via; sessionId?: string | undefined; refused?: boolean; why?: string; section?: string | undefined }>): Promise<void> {
  await db.run(sql`select audit.append(${event.what}, ${event.people}::uuid[], ${event.why ?? null}, ${event.refused ?? false}, ${event.via}, ${event.section ?? null}, ${event.sessionId ?? null})`)
}

/** One read as the audit keeps it. */
export type ReadEvent = Readonly<{ actorId: string; sessionId: string | undefined; what: string; people: readonly string[]; via: Via }>
export async function appendReads(db: Db, events: readonly ReadEvent[]): Promise<void> {
  await db.run(sql`select audit.append_reads(${JSON.stringify(events.map(({ actorId, sessionId, ...event }) => ({ actor: actorId, session: sessionId, ...event })))}::jsonb)`)
}

/** What one command did is read in the order in which it did it. */
const rowsOf = (happened: readonly Happening[], now: Instant, domain: Domain): string | null =>
  happened.length === 0 ? null : JSON.stringify(happened.map((h, i) => ({ id: newId(Date.parse(now) + i), ...h, domain: h.domain ?? domain })))

/** The events of one kind that tell of a thing now: what was superseded is left out. */
export const happeningsOf = (db: Db, subjectId: string, kind: string): Promise<{ id: string; on: PlainDate; people: string[] }[]> => db.rows(sql`
  select e.id, e.happened_on as on, array_agg(p.person_id) as people from chronology.event e join chronology.event_person p on p.event_id = e.id
  where e.subject_id = ${subjectId} and e.kind = ${kind} and not exists (select 1 from chronology.event later where later.supersedes = e.id) group by e.id`)

/** The answer kept for this key of this actor, when the command was already done. `mark`: of the input, where the key is the caller's own. @throws Conflict when something else was done under it */
export async function answered<Answer>(db: Db, commandId: string, name: string, mark: string | undefined): Promise<{ answer: Answer } | undefined> {
  const before = await db.maybe<{ answer: Answer; same: boolean; said: boolean }>(sql`select answer, command = ${name} as same, coalesce(input_mark = decode(${mark ?? null}, 'hex'), true) as said from ops.answered where actor_id = access.actor() and command_id = ${commandId}`)
  if (before && !before.same) throw conflict('Something else was sent under this key already. Open the page again to see what stands there.')
  if (before && !before.said) throw conflict('Another input was sent under this Idempotency-Key already. Nothing was changed by this one. Send it with a new key.')
  return before
}

type Ending = Readonly<{ happened: readonly Happening[]; domain: Domain; now: Instant; commandId: string; name: string; mark: string | undefined; answer: unknown; people: readonly string[]; why: string | undefined; via: Via; section: string | undefined; sessionId: string | undefined }>

/** What every change writes at its end: what happened, its answer for a repeat, and the one event of the audit. */
export async function writeDown(db: Db, end: Ending): Promise<void> {
  await db.run(sql`select ops.write_down(${rowsOf(end.happened, end.now, end.domain)}::jsonb, ${end.now}, ${end.commandId}, ${end.name}, ${JSON.stringify(end.answer ?? null)}::jsonb,
    ${end.people}::uuid[], ${end.why ?? null}, ${end.via}, ${end.section ?? null}, ${end.sessionId ?? null}, decode(${end.mark ?? null}, 'hex'))`)
}

const codeOf = (problem: unknown): string => (typeof problem === 'object' && problem !== null && 'code' in problem ? String(problem.code) : '')
const constraintOf = (problem: unknown): string => (typeof problem === 'object' && problem !== null && 'constraint' in problem ? String(problem.constraint) : '')

/** The same command came twice at the same time: the other one was first. */
export const isRepeat = (problem: unknown): boolean => codeOf(problem) === '23505' && constraintOf(problem) === 'answered_pkey'

/** Two transactions waited for each other, and the database ended this one. */
const isDeadlock = (problem: unknown): boolean => codeOf(problem) === '40P01'
/** Somebody else changed a row after it was read, which is only written over as it was read. */
const overtaken = 'KC002'
/** So it was, or somebody else made the same row in the same instant: seen from the beginning again, it is there. */
export const isForAnotherTry = (problem: unknown): boolean => isDeadlock(problem) || codeOf(problem) === '23505' || codeOf(problem) === overtaken
/** A rehearsal waits for nobody, so that nothing that is done in earnest is ever given up for it: it gives up before PostgreSQL looks for two who wait for each other (one second). */
export const waitBriefly = (db: Db): Promise<number> => db.run(sql`set local lock_timeout = '200ms'`)
export const isBusy = (problem: unknown): boolean => isDeadlock(problem) || codeOf(problem) === '55P03'

const unkeepable = new Set(['22P02', '22007', '22008', '22009', '22003', '22021', '22P05', '23514'])
/** An id, a day or a number that is none, or that no row of the kind may hold: wrong in what was sent, whatever let it come this far. */
export const isUnkeepable = (problem: unknown): boolean => unkeepable.has(codeOf(problem))

/** The database's refusals in the words of the house. */
export function inOurWords(problem: unknown): unknown {
  if (codeOf(problem) === '42501') return notAllowed('You may not write on the record of one of these people.')
  if (codeOf(problem) === '23505') return conflict('This was already recorded. Open it again to see what stands there.')
  if (codeOf(problem) === overtaken) return conflict('Somebody else saved here in the same moment. What you wrote is still here. Save it again.')
  if (codeOf(problem) === '23503') return notFound('Something that this names is not there, or not any more. Nothing was changed.')
  if (codeOf(problem) === '23P01') return conflict('Something else was recorded for the same days meanwhile. Open it again to see what stands there.')
  if (codeOf(problem) === 'KC001') return conflict('On some day a child in our care would have no placement or no legal status, or two. Nothing was changed. Record leaving care, a move or the next status instead.')
  return problem
}

/** Which of these people the actor may not write about (or who are not there). Whom they may is remembered until the transaction ends: the policies of what is written ask no more for each row. */
export async function notWritable(db: Db, people: readonly string[], domain: Domain): Promise<string[]> {
  return people.length === 0 ? [] : (await db.one<{ refused: string[] }>(sql`select access.look_up_writing(${people}::uuid[], ${domain}) as refused`)).refused
}

/** Looks up at once whom of these people the actor sees: what is read about them afterwards in this transaction asks no more for each row. */
export async function lookUp(db: Db, people: readonly string[]): Promise<void> {
  if (people.length > 0) await db.run(sql`select access.know(${people}::uuid[])`)
}

/** What the actor may know of a person, and who that is now when merged. */
export async function standing(db: Db, personId: string): Promise<{ survivorId: string; sight: Sight; marking: 'open' | 'restricted' | 'sealed' }> {
  if (!isId(personId)) return { survivorId: personId, sight: 'nothing', marking: 'open' }
  const found = await db.maybe<{ survivor_id: string; sight: Sight; marking: 'open' | 'restricted' | 'sealed' }>(sql`select survivor_id, sight, marking from access.standing(${personId})`)
  return found ? { survivorId: found.survivor_id, sight: found.sight, marking: found.marking } : { survivorId: personId, sight: 'nothing', marking: 'open' }
}

/** Begins an involvement of a team, a worker or both with a person. */
export async function involve(db: Db, i: Readonly<{ personId: string; teamId?: string | null; workerId?: string | null; domain: Domain; role?: string; from: string }>): Promise<void> {
  await db.run(sql`select access.involve(${newId()}, ${i.personId}, ${i.teamId ?? null}, ${i.workerId ?? null}, ${i.domain}, ${i.role ?? 'allocated'}, ${i.from})`)
}

/** A team, a worker or both work also with these people, for the sake of others: the parents of referred children. Whose record the actor may not write is passed over. */
export async function involveBeside(db: Db, i: Readonly<{ people: readonly string[]; becauseOf: readonly string[]; teamId: string | null; workerId: string | null; domain: Domain; from: string }>): Promise<void> {
  await db.run(sql`select access.involve_beside(${i.people}::uuid[], ${i.becauseOf}::uuid[], ${i.teamId}, ${i.workerId}, ${i.domain}, ${i.from})`)
}

/** Who signs in with this address, when there is somebody who may. */
export async function credential(db: Db, address: string): Promise<{ actorId: string; passwordHash: string } | undefined> {
  const found = await db.maybe<{ actor_id: string; password_hash: string }>(sql`select actor_id, password_hash from access.credential(${address})`)
  return found && { actorId: found.actor_id, passwordHash: found.password_hash }
}

/** From here on the transaction is this actor's. */
export async function enterAs(db: Db, actorId: string): Promise<void> {
  await db.run(sql`select access.enter_as(${actorId})`)
}
/** From here on the transaction is of whoever has this session. `tokenHash`: in hexadecimal. */
export const enterBy = async (db: Db, tokenHash: string): Promise<Actor | undefined> =>
  (await db.one<{ actor: Actor | null }>(sql`select access.enter(decode(${tokenHash}, 'hex')) as actor`)).actor ?? undefined

export async function endSession(db: Db, tokenHash: string): Promise<void> {
  await db.run(sql`select access.end_session(decode(${tokenHash}, 'hex'))`)
}
