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
import type { Account903, Aside, GivenChild, Typed } from './model.ts'
import { otherYears, take, type TakeChild } from './store.ts'
import { ofThisFile, withOtherYears, type OtherYear } from './years.ts'

/** What can be typed of a child, and of every other value why not. With the episodes that came of other years, if they make a whole together. */
export function typedOf(child: GivenChild, year: number, today: string, others: readonly OtherYear[] = []): Typed {
  const { identity, aside } = identityOf(child, today)
  const together = others.length > 0 && child.rows.Episodes ? careOf(withOtherYears(child, year, others), today) : undefined
  const goesOn = together !== undefined && together.care.periods.length > 0
  const care = goesOn ? { care: together.care, aside: ofThisFile(together.aside) } : careOf(child, today)
  const facts = factsOf(child, { year, today, firstDay: care.care.periods[0]?.from })
  return { ...identity, ...care.care, goesOn, facts: facts.facts, aside: [...aside, ...care.aside, ...facts.aside, ...told(child)] }
}

const unnamed: Found['reason'] = 'the row names no child'

/** The account of a return without any effect: what an import into an empty record would take. */
export async function surveyReturn(given: Given<GivenChildren>, year: number, today: string): Promise<Account903> {
  const account = openAccount()
  let children = 0
  for await (const child of given.children) {
    if (child.number !== '') children++
    account.of(child.number === '' ? withoutNumber(child) : accountOf(child, typedOf(child, year, today).aside))
  }
  addStrange(account, given)
  return account.close(children, given.rows, given.remarks, null)
}

function addStrange(account: ReturnType<typeof openAccount>, { strange }: Given<GivenChildren>): void {
  for (const { file, column, values } of strange) {
    account.add({ read: values, taken: 0, keptAside: 0, refused: values })
    account.find([{ row: 1, path: `${file}/${column}`, outcome: 'refused', reason: 'no table of SSDA903 has this column', values }])
  }
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

const stands = 'the record has a time in care of this child already, or somebody took it back: it stays as it is'
/** The account of a child whose time in care stays as the record has it: of its episodes nothing was taken. */
const accountIfStands = (child: GivenChild, { aside }: Typed) =>
  accountOf(child, [...aside.filter(({ table }) => table !== 'Episodes'), ...(child.rows.Episodes ?? []).map(({ at }): Aside => ({ table: 'Episodes', row: at, columns: [], reason: stands }))])

type Waiting = Readonly<{ child: TakeChild; account: ReturnType<typeof accountOf>; ifStands: ReturnType<typeof accountOf> }>
function waitingOf(child: GivenChild, year: number, today: string, others: readonly OtherYear[]): Waiting {
  const typed = typedOf(child, year, today, others)
  const [account, ifStands] = [accountOf(child, typed.aside), accountIfStands(child, typed)]
  return {
    account, ifStands,
    child: {
      ...typed, number: child.number, ordinal: child.ordinal, id: idOf('ssda903', 'child', child.number), today, findings: account.found, findingsIfStands: ifStands.found,
      rows: Object.fromEntries(Object.entries(child.rows).map(([table, rows]) => [table, rows.map(({ cells }) => cells)])), stands,
    },
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
  const survey = await surveyReturn(given, year, today)
  const before = done(await importOf.perform(caller, { id: importId })).known
  if (before?.state === 'finished' || before?.state === 'accepted') return { importId, account: survey, gains: null }
  done(await startImport.do(caller, { id: importId, format: 'ssda903', fileName: folder.slice(0, 300), sha256: given.sha256, authority: '', year, structure: year, referenceOn: null, software: '', children: survey.children }))
  let [newPeople, knownPeople, timesInCare, taken] = [0, 0, 0, 0]
  const documents = caller.documents ?? unsealed
  const opened = openAccount()
  const waiting: GivenChild[] = []
  const takeThem = async () => {
    const others = await otherYears(jobs, documents, year, waiting.map(({ number }) => number))
    const some = new Map(waiting.splice(0).map((child) => [child.number, waitingOf(child, year, today, others.get(child.number) ?? [])]))
    for (const { number, outcome, typed } of some.size > 0 ? await take(jobs, documents, importId, year, office, [...some.values()].map(({ child }) => child)) : []) {
      const one = some.get(number)
      if (one) opened.of(typed || one.child.periods.length === 0 ? one.account : one.ifStands)
      if (outcome === 'new') newPeople++
      else knownPeople++
      if (typed && outcome !== 'before') timesInCare++
    }
    tell((taken += some.size), survey.children)
  }
  for await (const child of given.children) {
    if (child.number === '') {
      await keepNobody(caller, importId, child)
      opened.of(withoutNumber(child))
    } else waiting.push(child)
    if (waiting.length >= atOnce) await takeThem()
  }
  await takeThem()
  addStrange(opened, given)
  // What became of it, and not what the look before had to expect: of a child whose time in care stands, nothing of the episodes was taken.
  const account = opened.close(survey.children, given.rows, given.remarks, null)
  done(await endImport.do(caller, { id: importId, state: 'finished', account }))
  return { importId, account, gains: { newPeople, knownPeople, timesInCare } }
}
