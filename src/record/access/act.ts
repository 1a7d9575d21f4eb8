import type { Static, TSchema } from '@sinclair/typebox'
import type pg from 'pg'
import { broken, HouseError, notAllowed, notFound, type Problem } from '../../kernel/errors.ts'
import { isId, newId } from '../../kernel/ids.ts'
import type { Clock } from '../../platform/clock.ts'
import { inOnePiece, inTransaction, inTransactionAhead, type Db } from '../../platform/db/pool.ts'
import { unsealed, type Documents } from '../../platform/documents.ts'
import type { CouncilKey } from '../../platform/keys/councilKey.ts'
import { auditedReads } from './auditedTogether.ts'
import { checker, isInput } from './checking.ts'
import { requireFresh } from './fresh.ts'
import type { Sql } from '../../platform/db/sql.ts'
import type { LookedUp, Once } from './looking.ts'
import type { Actor, Asking, Domain, Happening, Via } from './model.ts'
import { comesBy, may, type Action } from './permissions.ts'
import { anyKept, leaveOut, tellsHidden, type JsonText, type Written } from './keeping.ts'
import { markOf } from './sameInput.ts'
import * as store from './store.ts'

/** Who calls, by which door, and the way to the database. */
export type Caller = Readonly<{
  pool: pg.Pool
  clock: Clock
  /** A session's token hash (hex), or an actor: the command line, jobs, tests. */
  who: Readonly<{ session: string }> | Readonly<{ actor: string }>
  via: Via
  /** How documents are sealed at rest; without it they are kept as they are. */
  documents?: Documents | undefined
  /** The council's own key: what is handed to another council is signed with it. */
  councilKey?: CouncilKey | undefined
  /** A rehearsal: what a command has written is looked at, and then undone. Nothing of it stays, and nothing happened. */
  rehearses?: ((asking: Asking, people: readonly string[]) => Promise<void>) | undefined
  /** Told whom a command wrote about, once that is kept. */
  wrote?: ((people: readonly string[]) => void) | undefined
}>

/** Nobody is signed in, or no longer. The page asks again over itself and keeps the text. */
export class SignedOut extends Error {}

/** What came of a command: done, or problems to put right. A mistake is a value. */
export type Outcome<Answer> = Readonly<{ done: Answer & {} } | { problems: readonly Problem[] }>
/** What `run` of a command gives back: its answer and what happened, or problems. */
export type Done<Answer> = Readonly<{ answer: Answer; happened?: readonly Happening[]; section?: string; alsoAbout?: readonly string[]; why?: string; /** Writes that were sent and are waited for together with all that ends the command. */ written?: Promise<unknown> } | { problems: readonly Problem[] }>

type Finished<Answer> = Exclude<Done<Answer>, Readonly<{ problems: readonly Problem[] }>>
type Kept<Answer> = Readonly<{ answer: Answer; keep?: Readonly<{ asking: Asking; done: Finished<Answer> }> }>

export type Command<Input, Answer> = Readonly<{
  name: string
  schema: TSchema
  may: Action
  /** Asks again who one is, when that was shown more than 15 minutes ago. */
  fresh: boolean
  /** Validates, opens the transaction, checks, runs, audits, chronicles. `commandId`: the caller's key; the same key twice is once, and with another input by the interface it is refused. */
  perform: (caller: Caller, input: unknown, commandId?: string) => Promise<Outcome<Answer>>
  /** The same with a typed input. */
  do: (caller: Caller, input: Input, commandId?: string) => Promise<Outcome<Answer>>
}>

export type Query<Input, Answer> = Readonly<{
  name: string
  schema: TSchema
  may: Action
  perform: (caller: Caller, input: unknown) => Promise<Outcome<Answer>>
  /** The same answer as JSON text, where the database makes it: it is passed on as it is. */
  json?: (caller: Caller, input: unknown) => Promise<Outcome<Written>>
  /** Inside a request that is already open: a page made of several queries is one transaction and one audit event. */
  of: (asking: Asking, input: Input) => Promise<Answer>
}>

/** Lets in whoever has this session, or this actor. `only: 'reads'`: from here on the transaction writes nothing. */
const entryOf = (who: Caller['who'], only?: 'reads'): Sql => {
  if ('session' in who) {
    if (!/^[0-9a-f]{64}$/.test(who.session)) throw new SignedOut()
    return store.entry(who, only === 'reads')
  }
  if (!isId(who.actor)) throw new SignedOut()
  return store.entry(who, only === 'reads')
}

const actorIn = (entered: unknown): Actor => {
  const actor = store.actorOf(entered)
  if (!actor) throw new SignedOut()
  return actor
}

/**
 * Answers one request: one transaction, one actor, one audit event. No event, no answer. `only: 'reads'`: the database refuses it to write anything,
 * and its event may be committed together with those of other reads (decision 0072).
 */
export async function answer<Answer>(caller: Caller, what: string, action: Action, run: (asking: Asking) => Promise<Answer>, only?: 'reads', once?: Once<Answer>): Promise<Answer> {
  const people = new Set<string>()
  const enteredBy = (entered: unknown) => {
    const actor = actorIn(entered)
    if (!comesBy(actor, caller.via) || !may(actor, action)) throw notAllowed('Your role does not open this.')
    return { actor, now: caller.clock.now(), today: caller.clock.today(), documents: caller.documents ?? unsealed, councilKey: caller.councilKey, saw: (ids: readonly string[]) => ids.forEach((id) => people.add(id)) }
  }
  const found = async (db: Db, entered: unknown) => {
    const asking: Asking = { db, ...enteredBy(entered) }
    const { actor } = asking
    // What is hidden from whoever asks is asked for with the first statement, and looked for only where there is something.
    const [kept, came] = await Promise.all([anyKept(asking), run(asking)])
    if (kept) leaveOut(came, await tellsHidden(asking, [...people]))
    return { actor, found: came }
  }
  /** By one look that goes together with entering, where it is enough and nothing is hidden from whoever asks. */
  const foundAtOnce = async (look: Once<Answer>) => {
    const [entered, kept, tell] = await inOnePiece(caller.pool, (db) => Promise.all([db.rows(entryOf(caller.who, 'reads')), anyKept({ db }), look(db, caller.clock.today())]))
    const asking = enteredBy(entered)
    const came = kept ? undefined : tell(asking)
    return came === undefined ? undefined : { actor: asking.actor, found: came }
  }
  const eventOf = ({ actor }: Readonly<{ actor: Actor }>): store.ReadEvent => ({ actorId: actor.id, sessionId: actor.sessionId, what, people: [...people], via: caller.via })
  try {
    const together = only === 'reads' ? auditedReads(caller.pool) : undefined
    if (together) {
      return await together(async () => {
        const read = (once && (await foundAtOnce(once))) ?? (await inTransaction(caller.pool, entryOf(caller.who, 'reads'), found))
        return { found: read.found, event: eventOf(read) }
      })
    }
    return (await inTransaction(caller.pool, entryOf(caller.who), found, (db, read) => store.appendAudit(db, eventOf(read)))).found
  } catch (problem) {
    await auditRefusal(caller, what, [...people], problem)
    // An id or a day in an address that is none names nothing.
    throw store.isUnkeepable(problem) ? notFound() : store.inOurWords(problem)
  }
}

/** For the frame of a page that shows nothing of the record: who is looking. No permission is asked, and nothing is read that needs one. @throws SignedOut */
export const seenBy = <Answer>(caller: Caller, run: (asking: Asking) => Promise<Answer>): Promise<Answer> =>
  inTransaction(caller.pool, entryOf(caller.who), (db, entered) => run({ db, actor: actorIn(entered), now: caller.clock.now(), today: caller.clock.today(), documents: caller.documents ?? unsealed, councilKey: caller.councilKey, saw: () => undefined }))

/** A refusal keeps the ids as they were asked for, existing or not (access policy, rule 24). */
async function auditRefusal(caller: Caller, what: string, people: readonly string[], problem: unknown): Promise<void> {
  if (!(problem instanceof HouseError) || (problem.kind !== 'NotAllowed' && problem.kind !== 'NotFound')) return
  await inTransaction(caller.pool, entryOf(caller.who), async (db, entered) => {
    const actor = actorIn(entered)
    await store.appendAudit(db, { what, people: people.filter(isId), via: caller.via, sessionId: actor.sessionId, refused: true })
  })
}

/**
 * A change. `people`: whom it concerns, every one of whom the actor must be able to write about in `domain`, or nothing happens;
 * people made by the command itself are named in `alsoAbout`.
 */
export function command<S extends TSchema, Answer, Early = undefined>(name: string, schema: S, rule: Readonly<{
  may: Action
  /** Who does this showed in the last 15 minutes who they are (access policy, rule 16). */
  fresh?: true
  domain?: Domain
  people: (input: Static<S>, db: Db) => readonly string[] | LookedUp | Promise<readonly string[] | LookedUp>
  /** What it reads before it writes, asked in one piece with `people`: it changes nothing. Given to `run` after the permission; where the command begins again, nothing is read ahead. */
  ahead?: (input: Static<S>, db: Db) => Promise<Early>
  run: (asking: Asking, input: Static<S>, early: Early | undefined) => Promise<Done<Answer>>
}>): Command<Static<S>, Answer> {
  const problemsOf = checker(schema)
  const attempt = async (caller: Caller, input: unknown, commandId: string, again: boolean): Promise<Outcome<Answer>> => {
    const problems = problemsOf(input)
    if (!isInput(schema, problems, input)) return { problems }
    const entry = entryOf(caller.who)
    // What a page sends has a key that is made of it; what it makes of that may differ from one time to the next.
    const mark = caller.via === 'api' ? markOf(input) : undefined
    let people: readonly string[] = []
    const aboutOf = (done: Finished<Answer>): string[] => [...new Set([...people, ...(done.alsoAbout ?? []), ...(done.happened ?? []).flatMap((h) => h.people)])]
    const rehearsed: { answer?: Answer } = {}
    try {
      const { answer: done, keep } = await inTransactionAhead(caller.pool, entry, async (db) => {
        const before = store.answered<Answer>(db, commandId, name, mark)
        const named = Promise.resolve().then(() => rule.people(input, db)).then(async (found) => {
          if ('refused' in found) return { found: found.people, refused: found.refused }
          return { found, refused: await store.notWritable(db, found, rule.domain ?? 'children') }
        })
        return Promise.allSettled([before, named, Promise.resolve().then(() => (again ? rule.ahead?.(input, db) : undefined))])
      }, async (db, entered, early): Promise<Kept<Answer>> => {
        const actor = actorIn(entered)
        if (!comesBy(actor, caller.via) || !may(actor, rule.may)) throw notAllowed('Your role does not include this.')
        if (rule.fresh) requireFresh(actor)
        if (early.status === 'rejected' || !early.value) throw broken('Nothing was looked up.')
        // A repeat is answered as before, also where the people of it could not be named any more.
        const [before, named, ahead] = early.value
        if (before.status === 'rejected') throw before.reason
        if (before.value) return { answer: before.value.answer }
        if (named.status === 'rejected') throw named.reason
        people = named.value.found
        await refuseFirst(db, named.value.refused)
        if (ahead.status === 'rejected') throw ahead.reason
        const asking: Asking = { db, actor, now: caller.clock.now(), today: caller.clock.today(), documents: caller.documents ?? unsealed, councilKey: caller.councilKey, saw: () => undefined }
        const done = await (caller.rehearses ? store.waitBriefly(db).then(() => rule.run(asking, input, ahead.value)) : rule.run(asking, input, ahead.value))
        if ('problems' in done) throw new Refused(done.problems)
        if (caller.rehearses) {
          await done.written
          await caller.rehearses(asking, aboutOf(done))
          rehearsed.answer = done.answer
          throw new Rehearsed()
        }
        return { answer: done.answer, keep: { asking, done } }
      }, (db, { keep }) => (keep ? Promise.all([keep.done.written, writeDown(db, keep.asking, keep.done)]) : Promise.resolve()))
      if (keep) caller.wrote?.(aboutOf(keep.done))
      return { done: given(done) }
    } catch (problem) {
      if (problem instanceof Rehearsed) return { done: given<Answer | undefined>(rehearsed.answer) }
      // Refused for what its own first sending did meanwhile, as when a button is pressed twice: answered as that was.
      const first = problem instanceof Refused || (problem instanceof HouseError && problem.kind === 'Conflict') ? await inTransaction(caller.pool, entry, (db) => store.answered<Answer>(db, commandId, name, mark)).catch(() => undefined) : undefined
      if (first) return { done: given(first.answer) }
      if (problem instanceof Refused || (caller.rehearses && store.isBusy(problem))) return { problems: problem instanceof Refused ? problem.problems : [] }
      // The same command came twice at once: the other was first. Or two people waited for each other, or made or changed the same row: this one begins again, and sees it.
      if (store.isRepeat(problem) || (again && store.isForAnotherTry(problem))) return attempt(caller, input, commandId, store.isRepeat(problem) && again)
      if (store.isUnkeepable(problem)) return { problems: [{ question: '', problem: 'A day, a number or a choice in this is not one that can be kept. Check it and send it again.' }] }
      await auditRefusal(caller, name, people, problem)
      throw store.inOurWords(problem)
    }
    async function writeDown(db: Db, { actor, now }: Asking, done: Finished<Answer>): Promise<void> {
      const about = aboutOf(done)
      await store.writeDown(db, { happened: done.happened ?? [], domain: rule.domain ?? 'children', now, commandId, name, mark, answer: done.answer, people: about, via: caller.via, section: done.section, sessionId: actor.sessionId, why: done.why })
    }
  }
  const perform = (caller: Caller, input: unknown, commandId = newId()): Promise<Outcome<Answer>> => attempt(caller, input, commandId, true)
  return { name, schema, may: rule.may, fresh: rule.fresh === true, perform, do: perform }
}

/** Every command and query answers with something, if only an empty record. */
function given<Answer>(answer: Answer): Answer & {} {
  if (answer === undefined || answer === null) throw broken('A command or query gave no answer.')
  return answer
}

/** Rolls the transaction back when it was a rehearsal. */
class Rehearsed extends Error {}

/** Rolls the transaction back when a command answers with problems. */
class Refused extends Error {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super('problems')
    this.problems = problems
  }
}

/** Every one of these people may be written about by the actor, in this domain. @throws NotFound where existence is hidden, else NotAllowed */
export async function requireWriting(db: Db, people: readonly string[], domain: Domain): Promise<void> {
  await refuseFirst(db, await store.notWritable(db, people, domain))
}

async function refuseFirst(db: Db, refused: readonly string[]): Promise<void> {
  const first = refused[0]
  if (first === undefined) return
  const { sight } = await store.standing(db, first)
  if (sight === 'nothing') throw notFound('We could not find one of the people.')
  throw notAllowed('You may not write on the record of one of these people. Ask their worker, or your manager.')
}

/** A question. `run` says whom its answer is about through `asking.saw`. */
export function query<S extends TSchema, Answer>(name: string, schema: S, rule: Readonly<{
  may: Action
  run: (asking: Asking, input: Static<S>) => Promise<Answer>
  /** What `run` answers, as the JSON text that is sent. */
  json?: (asking: Asking, input: Static<S>) => Promise<Written>
  /** The same as `run`, and as `json`, where one look at the database is enough. */
  once?: (input: Static<S>) => Once<Answer> | undefined
  onceJson?: (input: Static<S>) => Once<Written> | undefined
  /** What its reader is told is kept: its request may write. */
  keeps?: true
}>): Query<Static<S>, Answer> {
  const problemsOf = checker(schema)
  const performing = <Told>(run: (asking: Asking, input: Static<S>) => Promise<Told>, once?: (input: Static<S>) => Once<Told> | undefined) => async (caller: Caller, input: unknown): Promise<Outcome<Told>> => {
    const problems = problemsOf(input)
    if (!isInput(schema, problems, input)) return { problems }
    return { done: given(await answer(caller, name, rule.may, (asking) => run(asking, input), rule.keeps ? undefined : 'reads', once?.(input))) }
  }
  const performingJson = (run: (asking: Asking, input: Static<S>) => Promise<Written>, once?: (input: Static<S>) => Once<Written> | undefined) => {
    const heldOnce = (input: Static<S>): Once<JsonText> | undefined => {
      const look = once?.(input)
      return look && (async (db, today) => {
        const tell = await look(db, today)
        return (asking) => {
          const jsonText = tell(asking)
          return jsonText === undefined ? undefined : { jsonText }
        }
      })
    }
    // Held in something, so that what is hidden from the reader is taken out of it as out of any other answer.
    const held = performing(async (asking, input): Promise<JsonText> => ({ jsonText: await run(asking, input) }), heldOnce)
    return async (caller: Caller, input: unknown): Promise<Outcome<Written>> => {
      const came = await held(caller, input)
      return 'problems' in came ? came : { done: came.done.jsonText }
    }
  }
  return {
    name,
    schema,
    may: rule.may,
    of: (asking, input) => {
      if (!may(asking.actor, rule.may)) throw notAllowed('Your role does not open this.')
      return rule.run(asking, input)
    },
    perform: performing(rule.run, rule.once),
    ...(rule.json ? { json: performingJson(rule.json, rule.onceJson) } : {}),
  }
}
