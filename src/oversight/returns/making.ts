import { createHash } from 'node:crypto'
import { tableNames } from '../../../content/returns/ssda903/tables.ts'
import { addDays, dayOf, moment, momentOf, type Instant, type PlainDate } from '../../kernel/dates.ts'
import type { Need } from '../../engine/returns/model.ts'
import { newId } from '../../kernel/ids.ts'
import type { Clock } from '../../platform/clock.ts'
import { dbOf, inTransaction, type Db } from '../../platform/db/pool.ts'
import { settingOf } from '../../record/access/council.ts'
import { wholeCareFacts } from '../../record/care/returns/facts.ts'
import { listNames } from '../../../content/returns/annexA/lists.ts'
import { checkAnnexA } from './annexA/check.ts'
import { annexFacts, around } from './annexA/gather.ts'
import { adopterRows, childRows, familyNumber } from './annexA/telling.ts'
import { checkCin } from './cin/check.ts'
import { countReturns } from './statistics/keeping.ts'
import { countIn, modules } from './cin/files.ts'
import { childTold, spanOf } from './cin/telling.ts'
import { childrenOf, printsOf } from './cin/whole.ts'
import { isChild, unknownAuthority, type Ways, type Counts, type ReturnChild, type ReturnKind, type RuledKind, type Step } from './model.ts'
import { listsFor } from './lists/used.ts'
import { check903, needsMissing, type FoundIn } from './rules/check903.ts'
import { filesIn } from './rules/files.ts'
import { inOrder, type File } from './rules/files903.ts'
import { rowsByChild } from './rules/rows903.ts'
import * as store from './store.ts'
import { wholeRecord } from './whole.ts'

const piece = 500

type Wanted = NonNullable<Awaited<ReturnType<typeof store.asked>>>
type Reach = (step: Step) => Promise<unknown>
type Gathered = Readonly<{ children: readonly ReturnChild[]; findings: readonly FoundIn[]; rows: Readonly<Record<string, number>>; authority?: string; without?: readonly Need[] }>

/** SSDA903: a child who came with an imported return of that year, and of whom nobody has written since, is told by the rows as they came (0330). */
async function gather903(ways: Ways, jobs: Db, wanted: Wanted, now: Instant, reach: Reach): Promise<Gathered> {
  const asAt = wanted.asAt !== null && wanted.asAt < dayOf(moment(now)) ? wanted.asAt : null
  // As at a day: that day is today, and what was written down after it is not known yet.
  const facts = await wholeRecord(ways, now, (asking) => (asAt ? wholeCareFacts({ ...asking, today: asAt }, wanted.year, momentOf(addDays(asAt, 1), '00:00')) : wholeCareFacts(asking, wanted.year)))
  const came = new Map((wanted.asAt ? [] : await store.cameRows(jobs, ways.documents, wanted.year)).map((one) => [one.personId, one]))
  const numbers = await store.numbers(jobs, [...facts.Header.filter((row) => !came.has(row.personId)).map((row) => ({ personId: row.personId, number: row.CHILD })), ...came.values()])
  const rows = rowsByChild(facts, (personId) => numbers.get(personId) ?? '')
  const children = inOrder([...[...rows].filter(([personId]) => !came.has(personId)).map(([personId, mine]): ReturnChild => ({ personId, number: numbers.get(personId) ?? '', rows: mine })), ...came.values()])
  const last = await store.lastRows(jobs, ways.documents, { kind: wanted.kind, year: wanted.year - 1 })
  const lists = await listsFor(dbOf({ query: ways.reports.query.bind(ways.reports) }), children.map((child) => child.rows))
  await reach('checking')
  return {
    children, findings: check903(wanted.year, children, last, facts.to, lists), without: needsMissing(last, lists),
    rows: Object.fromEntries(tableNames.map((table) => [table, children.reduce((sum, child) => sum + (child.rows[table]?.length ?? 0), 0)])),
  }
}

/** The census: every child in need of its twelve months, as the record tells of them. A child who came with a census of that year, and of whom nobody has written since, is told as they came (0425). */
async function gatherCin(ways: Ways, jobs: Db, wanted: Wanted, now: Instant, reach: Reach): Promise<Gathered> {
  const span = spanOf(wanted.year, dayOf(moment(now)), wanted.asAt ?? undefined)
  const kept = wanted.asAt === null ? await store.censusCame(jobs, ways.documents, wanted.year) : []
  const { found, setting, prints } = await wholeRecord(ways, now, async ({ db }) => ({ found: await childrenOf(db, span), setting: await settingOf(db, 'council.authority'), prints: await printsOf(db, kept.map(({ personId }) => personId)) }))
  // Of whom the record holds nothing that a census asks, there is no print, as there was none when they came.
  const came = new Map(kept.filter(({ personId, print }) => (prints.get(personId) ?? '') === print).map(({ personId, number, rows }) => [personId, { personId, number, rows }]))
  const authority = typeof setting === 'string' && /^\d{3}$/.test(setting) ? setting : unknownAuthority
  const inCensus = found.filter((child) => !came.has(child.personId) && childTold(child, span, '') !== undefined)
  const numbers = await store.numbers(jobs, [...inCensus.map(({ personId, known }) => ({ personId, number: known.find(({ kind }) => kind === 'localChildId')?.value ?? null })), ...came.values()])
  const children = inOrder([...came.values(), ...inCensus.flatMap((child): ReturnChild[] => {
    const number = numbers.get(child.personId) ?? ''
    const told = childTold(child, span, number)
    return told ? [{ personId: child.personId, number, rows: { Child: told } }] : []
  })])
  await reach('checking')
  return { children, findings: checkCin(wanted.year, authority, children, span.until), rows: Object.fromEntries(modules.map((name) => [name, children.reduce((sum, { rows }) => sum + (rows.Child ? countIn(rows.Child, name) : 0), 0)])), authority }
}

const printOf = (rows: ReturnChild['rows'] | undefined): string => createHash('sha256').update(JSON.stringify(rows ?? null)).digest('hex')
/** What the record tells of the children of an Annex A that came, when all of it was taken. */
export async function keepAnnexPrints(ways: Ways, importId: string, on: PlainDate, clock: Clock): Promise<void> {
  const jobs = dbOf({ query: ways.jobs.query.bind(ways.jobs) })
  const people = await store.peopleOfImport(jobs, importId)
  const { children, council } = await wholeRecord(ways, clock.now(), (asking) => annexFacts(asking, on))
  const told = new Map(children.map((child) => [child.personId, childRows(child, '', around(on), council)]))
  for (let at = 0; at < people.length; at += piece) await store.keepPrints(jobs, importId, people.slice(at, at + piece).map(({ personId, whose }) => ({ personId, print: printOf(told.get(whose)) })))
}

/** Annex A: everybody whom its lists name as at the day, as the record tells of that day now. Adopters are told by their household. */
async function gatherAnnexA(ways: Ways, jobs: Db, { asAt }: Wanted, now: Instant, reach: Reach): Promise<Gathered> {
  const today = dayOf(moment(now))
  const when = around(asAt !== null && asAt < today ? asAt : today)
  const { children: found, adopters, council } = await wholeRecord(ways, now, (asking) => annexFacts(asking, when.on))
  const told = new Map(found.flatMap((child) => { const rows = childRows(child, '', when, council); return rows ? [[child.personId, rows] as const] : [] }))
  // Who came with an Annex A of that day, and of whom the record tells what it told then, is told as they came.
  const came = new Map((await store.annexCame(jobs, ways.documents, when.on)).filter(({ personId, print }) => printOf(told.get(personId)) === print).map(({ personId, number, rows }) => [personId, { personId, number, rows }]))
  const named = found.filter(({ personId }) => told.has(personId) && !came.has(personId))
  const numbers = await store.numbers(jobs, [...named.map(({ personId, need }) => ({ personId, number: need.known.find(({ kind }) => kind === 'localChildId')?.value ?? null })), ...came.values()])
  const row = (personId: string, number: string, rows: ReturnChild['rows'] | undefined): ReturnChild[] => (rows ? [{ personId, number, rows }] : [])
  const children = inOrder([
    ...named.flatMap((child) => { const number = numbers.get(child.personId) ?? ''; return row(child.personId, number, childRows(child, number, when, council)) }), ...came.values(), ...(await store.adoptersCame(jobs, when.on)),
    ...adopters.flatMap((one) => row(one.id, familyNumber(one.id), adopterRows(one, when))),
  ])
  await reach('checking')
  return { children, findings: checkAnnexA(children), rows: Object.fromEntries(listNames.map((name) => [name, children.reduce((sum, { rows }) => sum + (rows[name]?.length ?? 0), 0)])) }
}
const gather = { ssda903: gather903, cin: gatherCin, annexA: gatherAnnexA } as const

/**
 * Makes a return that was asked for: reads the record as it stands, or stood on a day, in one snapshot, as the role that sees everybody; gives each child its number; runs the
 * department's rules; and keeps rows and findings. The same record gives the same rows. Asked again for one that is made, it does nothing.
 */
export async function makeReturn(ways: Ways, id: string, clock: Clock, told: (done: number, whole: number) => void = () => undefined): Promise<Counts | undefined> {
  const jobs = dbOf({ query: ways.jobs.query.bind(ways.jobs) })
  const wanted = await store.asked(jobs, id)
  if (!wanted || wanted.state === 'made') return undefined
  const reach: Reach = (step) => store.reach(jobs, id, step)
  await reach('reading')
  const gathered = await gather[wanted.kind](ways, jobs, wanted, clock.now(), reach)
  await reach('keeping')
  const { children, findings } = gathered
  const counts = countsOf(gathered, await store.explained(jobs, wanted.kind))
  await inTransaction(ways.jobs, 'begin', async (db) => {
    for (let at = 0; at < children.length || at === 0; at += piece) {
      const some = children.slice(at, at + piece)
      const who = new Set(some.map((child) => child.personId))
      await store.fill(db, ways.documents, id, wanted, some, findings.filter((one) => who.has(one.personId)))
      told(Math.min(at + piece, children.length), children.length)
    }
    await store.finish(db, id, counts, createHash('sha256').update(JSON.stringify(children.map(({ number, rows: mine }) => [number, mine]))).digest('hex'))
  })
  await countReturns(ways)
  return counts
}

function countsOf({ children, findings, rows, authority, without }: Gathered, explained: ReadonlySet<string>): Counts {
  const open = findings.filter((one) => !explained.has(`${one.personId} ${one.rule}`))
  const ofAll = findings.filter((one) => one.personId === '')
  return {
    children: children.filter(isChild).length, rows, errors: open.filter((one) => one.severity === 'error').length, queries: open.filter((one) => one.severity === 'query').length, explained: findings.length - open.length,
    ...(ofAll.length > 0 ? { whole: ofAll.map(({ rule, severity }) => ({ rule, severity })) } : {}), ...(authority ? { authority } : {}), ...(without && without.length > 0 ? { without } : {}),
  }
}

/**
 * What the rules find in the record today, for the year that goes on: takes the place of what was found the night before, and keeps since when.
 * Rules that need a whole year tell what would be wrong if the year ended today.
 */
export async function checkStanding(ways: Ways, clock: Clock, kind: RuledKind): Promise<Counts | undefined> {
  const today = dayOf(moment(clock.now()))
  const year = Number(today.slice(0, 4)) + (today.slice(5) >= '04-01' ? 1 : 0)
  const id = await beginReturn(ways, kind, year)
  const counts = await makeReturn(ways, id, clock)
  await store.stand(dbOf({ query: ways.jobs.query.bind(ways.jobs) }), id, today)
  return counts
}

/** A return is begun from the command line. @returns its id */
export async function beginReturn(ways: Pick<Ways, 'jobs'>, kind: ReturnKind, year: number, asAt?: PlainDate): Promise<string> {
  const id = newId()
  await store.begin(dbOf({ query: ways.jobs.query.bind(ways.jobs) }), id, kind, year, asAt)
  return id
}

/** The files of a return that is made, for the command line. */
export async function madeFiles(ways: Pick<Ways, 'jobs' | 'documents'>, id: string): Promise<readonly File[]> {
  const jobs = dbOf({ query: ways.jobs.query.bind(ways.jobs) })
  const wanted = await store.asked(jobs, id)
  return wanted ? filesIn(wanted, await store.rowsOfMade(jobs, ways.documents, id, wanted)) : []
}
