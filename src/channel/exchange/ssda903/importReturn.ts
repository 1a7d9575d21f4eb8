import { tableNames } from '../../../../content/returns/ssda903/tables.ts'
import type pg from 'pg'
import { dbOf } from '../../../platform/db/pool.ts'
import { unsealed } from '../../../platform/documents.ts'
import type { Caller, Outcome } from '../../../record/access/act.ts'
import { endImport, keepUnclaimed, startImport } from '../cin/commands.ts'
import { idOf } from '../cin/identity.ts'
import { office } from '../cin/office.ts'
import { importOf } from '../cin/queries.ts'
import { accountOf, openAccount, told, type Found } from './account.ts'
import { careOf } from './episodes.ts'
import { factsOf } from './facts.ts'
import type { Given, GivenChildren } from './given.ts'
import { identityOf } from './identity.ts'
import type { Account903, GivenChild, Typed } from './model.ts'
import { take, type TakeChild } from './store.ts'

/** What can be typed of a child, and of every other value why not. */
export function typedOf(child: GivenChild, year: number, today: string): Typed {
  const { identity, aside } = identityOf(child, today)
  const care = careOf(child, today)
  const facts = factsOf(child, { year, today, firstDay: care.care.periods[0]?.from })
  return { ...identity, ...care.care, facts: facts.facts, aside: [...aside, ...care.aside, ...facts.aside, ...told(child)] }
}

const unnamed: Found['reason'] = 'the row names no child'

/** The account of a return without any effect: what an import would take. */
export async function surveyReturn(given: Given<GivenChildren>, year: number, today: string): Promise<Account903> {
  const account = openAccount()
  let children = 0
  for await (const child of given.children) {
    if (child.number !== '') children++
    const one = child.number === '' ? withoutNumber(child) : accountOf(child, typedOf(child, year, today).aside)
    account.add(one.counts)
    account.find(one.found)
  }
  for (const { file, column, values } of given.strange) {
    account.add({ read: values, taken: 0, keptAside: 0, refused: values })
    account.find([{ row: 1, path: `${file}/${column}`, outcome: 'refused', reason: 'no table of SSDA903 has this column', values }])
  }
  return account.close(children, given.rows, given.remarks, null)
}

/** Rows without a number belong to nobody. */
function withoutNumber(child: GivenChild) {
  const found = tableNames.flatMap((table) => (child.rows[table] ?? []).map(({ at, cells }): Found => ({ row: at, path: table, outcome: 'refused', reason: unnamed, values: cells.filter((cell) => cell.trim() !== '').length })))
  const read = found.reduce((sum, { values }) => sum + values, 0)
  return { counts: { read, taken: 0, keptAside: 0, refused: read }, found }
}

export type Gains = Readonly<{ newPeople: number; knownPeople: number; timesInCare: number }>
/** `gains` is null where the same return was taken before: nothing was touched. */
export type Imported903 = Readonly<{ importId: string; account: Account903; gains: Gains | null }>
const atOnce = 100

function done<Answer>(outcome: Outcome<Answer>): Answer {
  if ('done' in outcome) return outcome.done
  throw new Error('A command of the import found a problem in what the import itself made.')
}

/** Rows that name no child are kept beside the record. */
async function keepNobody(caller: Caller, importId: string, nobody: GivenChild): Promise<void> {
  const rows = tableNames.flatMap((table) => (nobody.rows[table] ?? []).map(({ at, cells }) => ({ id: idOf('ssda903', 'nobody', importId, table, String(at)), path: table, line: at, outcome: 'refused' as const, reason: unnamed, fragment: { name: table, line: at, cells } })))
  done(await keepUnclaimed.do(caller, { importId, child: 0, firstPlace: 0, kept: rows, findings: [] }))
}

function takenOf(child: GivenChild, year: number, today: string): TakeChild {
  const typed = typedOf(child, year, today)
  return {
    ...typed, number: child.number, ordinal: child.ordinal, id: idOf('ssda903', 'child', child.number), today, findings: accountOf(child, typed.aside).found,
    rows: Object.fromEntries(Object.entries(child.rows).map(([table, rows]) => [table, rows.map(({ cells }) => cells)])), stands: 'the record has a time in care of this child already: it stays as it is',
  }
}

/**
 * Takes a return into the record: each child's rows as they came, the person, and what of it the record can hold. Some children at a time, each time whole or not at all;
 * stopped at any place and started again it goes on, and done twice it changes nothing.
 */
export async function importReturn(ways: Readonly<{ caller: Caller; jobs: pg.Pool }>, folder: string, given: Given<GivenChildren>, year: number, tell: (taken: number, whole: number) => void = () => undefined): Promise<Imported903> {
  const { caller } = ways
  const jobs = dbOf({ query: ways.jobs.query.bind(ways.jobs) })
  const today = caller.clock.today()
  const importId = idOf('ssda903', 'import', String(year), given.sha256)
  const account = await surveyReturn(given, year, today)
  const before = done(await importOf.perform(caller, { id: importId })).known
  if (before?.state === 'finished' || before?.state === 'accepted') return { importId, account, gains: null }
  done(await startImport.do(caller, { id: importId, format: 'ssda903', fileName: folder.slice(0, 300), sha256: given.sha256, authority: '', year, structure: year, referenceOn: null, software: '', children: account.children }))
  let [newPeople, knownPeople, timesInCare, taken] = [0, 0, 0, 0]
  const waiting: TakeChild[] = []
  const takeThem = async () => {
    const some = waiting.splice(0)
    for (const { outcome, typed } of some.length > 0 ? await take(jobs, caller.documents ?? unsealed, importId, year, office, some) : []) {
      if (outcome === 'new') newPeople++
      else knownPeople++
      if (typed) timesInCare++
    }
    tell((taken += some.length), account.children)
  }
  for await (const child of given.children) {
    if (child.number === '') await keepNobody(caller, importId, child)
    else waiting.push(takenOf(child, year, today))
    if (waiting.length >= atOnce) await takeThem()
  }
  await takeThem()
  done(await endImport.do(caller, { id: importId, state: 'finished', account }))
  return { importId, account, gains: { newPeople, knownPeople, timesInCare } }
}
