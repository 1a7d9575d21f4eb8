import type pg from 'pg'
import type { PlainDate } from '../../../kernel/dates.ts'
import { keepAnnexPrints } from '../../../oversight/returns/making.ts'
import type { Ways } from '../../../oversight/returns/model.ts'
import { dbOf } from '../../../platform/db/pool.ts'
import { unsealed } from '../../../platform/documents.ts'
import type { Caller, Outcome } from '../../../record/access/act.ts'
import { endImport, keepUnclaimed, startImport } from '../cin/commands.ts'
import { idOf } from '../cin/identity.ts'
import { office } from '../cin/office.ts'
import { importOf } from '../cin/queries.ts'
import { openAccount } from '../ssda903/account.ts'
import type { Account903 } from '../ssda903/model.ts'
import { accountOf, filledIn } from './account.ts'
import { ofCare } from './care.ts'
import type { Given, GivenChild, GivenRow } from './given.ts'
import type { Aside, Typed } from './model.ts'
import { take, type TakeChild } from './store.ts'
import { typedOf } from './typed.ts'

const stands = 'the record has a time in care of this child already, or somebody took it back: it stays as it is'
const unnamed = 'the row names no child'
const adoptersBeside = 'adopters are no children: kept beside the record, and told again with the lists of the same day'
/** Rows that belong to no child of the record. */
const besideOf = (given: Given): readonly Readonly<{ path: string; row: GivenRow; outcome: 'kept aside' | 'refused'; reason: string }>[] => [
  ...given.adopters.map((row) => ({ path: 'List 11', row, outcome: 'kept aside' as const, reason: adoptersBeside })), ...given.nobody.map(({ list, row }) => ({ path: list, row, outcome: 'refused' as const, reason: unnamed })),
]

/** The account of an Annex A without any effect: what an import would take. */
export function surveyAnnexA(given: Given, today: PlainDate, remark: string): Account903 {
  const account = openAccount()
  for (const child of given.children) account.of(accountOf(child, typedOf(child, today).aside))
  addBeside(account, given)
  return account.close(given.children.length, given.rows, given.remarks, remark)
}

/** The account of a child whose time in care stays as the record has it: of its days, places and status nothing was taken. */
const accountIfStands = (child: GivenChild, { aside }: Typed) => accountOf(child, [...aside, ...(child.rows['List 8'] ?? []).map(({ at }): Aside => ({ list: 'List 8', row: at, columns: ofCare, reason: stands }))])

/** Rows and columns that no child’s account holds. */
function addBeside(account: ReturnType<typeof openAccount>, given: Given): void {
  for (const { path, row, outcome, reason } of besideOf(given)) {
    const values = filledIn(row)
    account.add({ read: values, taken: 0, keptAside: outcome === 'kept aside' ? values : 0, refused: outcome === 'refused' ? values : 0 })
    account.find([{ row: row.at, path, outcome, reason, values }])
  }
  for (const { list, column, values } of given.strange) {
    account.add({ read: values, taken: 0, keptAside: 0, refused: values })
    account.find([{ row: 1, path: `${list}/${column}`, outcome: 'refused', reason: 'the list has no such column', values }])
  }
}

export type Gains = Readonly<{ newPeople: number; knownPeople: number; timesInCare: number }>
/** `gains` is null where the same lists were taken before: nothing was touched. */
export type ImportedAnnexA = Readonly<{ importId: string; account: Account903; gains: Gains | null }>
const atOnce = 100

function done<Answer>(outcome: Outcome<Answer>): Answer {
  if ('done' in outcome) return outcome.done
  throw new Error('A command of the import found a problem in what the import itself made.')
}

/**
 * Takes an Annex A into the record: each child's rows as they came, the person, and what of it the record can hold. Some children at a time, each time whole or not at all; stopped at any place
 * and started again it goes on, and done twice it changes nothing.
 */
export async function importAnnexA(ways: Readonly<{ caller: Caller; jobs: pg.Pool; reports: pg.Pool }>, fileName: string, given: Given, on: PlainDate, remark: string, tell: (taken: number, whole: number) => void = () => undefined): Promise<ImportedAnnexA> {
  const { caller } = ways
  const jobs = dbOf({ query: ways.jobs.query.bind(ways.jobs) })
  const [today, year] = [caller.clock.today(), Number(on.slice(0, 4))]
  const importId = idOf('annexA', 'import', on, given.sha256)
  const survey = surveyAnnexA(given, today, remark)
  const before = done(await importOf.perform(caller, { id: importId })).known
  if (before?.state === 'finished' || before?.state === 'accepted') return { importId, account: survey, gains: null }
  done(await startImport.do(caller, { id: importId, format: 'annexA', fileName: fileName.slice(0, 300), sha256: given.sha256, authority: '', year, structure: year, referenceOn: on, software: '', children: survey.children }))
  const beside = besideOf(given).map(({ path, row, outcome, reason }) => ({ id: idOf('annexA', 'nobody', importId, path, String(row.at)), path, line: row.at, outcome, reason, fragment: { name: path, line: row.at, cells: row.cells } }))
  const foundBeside = beside.map(({ path, line, outcome, reason, fragment }) => ({ path, line, outcome, reason, elements: filledIn({ at: line, cells: fragment.cells }) }))
  for (let at = 0; at < beside.length; at += atOnce) done(await keepUnclaimed.do(caller, { importId, child: 0, firstPlace: at, kept: beside.slice(at, at + atOnce), findings: foundBeside.slice(at, at + atOnce) }))
  let [newPeople, knownPeople, timesInCare] = [0, 0, 0]
  const opened = openAccount()
  for (let at = 0; at < given.children.length; at += atOnce) {
    const some = new Map(given.children.slice(at, at + atOnce).map((child) => {
      const typed = typedOf(child, today)
      const [account, ifStands] = [accountOf(child, typed.aside), accountIfStands(child, typed)]
      const told: TakeChild = {
        ...typed, number: child.number, ordinal: child.ordinal, id: idOf('annexA', 'child', child.number), today, findings: account.found, findingsIfStands: ifStands.found, stands,
        rows: Object.fromEntries(Object.entries(child.rows).map(([list, rows]) => [list, rows.map(({ cells }) => cells)])),
      }
      return [child.number, { told, account, ifStands }] as const
    }))
    for (const { number, outcome, typed } of await take(jobs, caller.documents ?? unsealed, importId, year, office, [...some.values()].map(({ told }) => told))) {
      const one = some.get(number)
      if (one) opened.of(typed || one.told.periods.length === 0 ? one.account : one.ifStands)
      if (outcome === 'new') newPeople++
      else knownPeople++
      if (typed && outcome !== 'before') timesInCare++
    }
    tell(Math.min(at + atOnce, given.children.length), given.children.length)
  }
  addBeside(opened, given)
  // What became of it, and not what the look before had to expect: of a child whose time in care stands, nothing of it was taken.
  const account = opened.close(survey.children, given.rows, given.remarks, remark)
  const reading: Ways = { jobs: ways.jobs, reports: ways.reports, documents: caller.documents ?? unsealed }
  await keepAnnexPrints(reading, importId, on, caller.clock)
  done(await endImport.do(caller, { id: importId, state: 'finished', account }))
  return { importId, account, gains: { newPeople, knownPeople, timesInCare } }
}

