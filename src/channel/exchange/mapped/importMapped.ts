import type { Caller, Outcome } from '../../../record/access/act.ts'
import { endImport, keepUnclaimed, startImport, takeChild } from '../cin/commands.ts'
import { idOf } from '../cin/identity.ts'
import { closedToImport, whenOpen } from '../cin/importCensus.ts'
import { importOf } from '../cin/queries.ts'
import { openAccount, type Found } from '../ssda903/account.ts'
import type { Account903 } from '../ssda903/model.ts'
import { takeMapped, takeRelated } from './commands.ts'
import type { Mapping } from './mapping.ts'
import { peopleIn, type MappedPerson } from './people.ts'
import { readMapped, type MappedRow } from './rows.ts'

export type MappedGains = Readonly<{ newPeople: number; knownPeople: number; closedPeople: number; added: number }>
/** `gains` is null where the same rows were taken before by the same mapping: nothing was touched. */
export type ImportedMapped = Readonly<{ importId: string; account: Account903; gains: MappedGains | null }>

function done<Answer>(outcome: Outcome<Answer>): Answer {
  if ('done' in outcome) return outcome.done
  throw new Error(`The import made something that a command refused: ${outcome.problems.map(({ question, problem }) => `${question}: ${problem}`).join('; ')}`)
}

/** Moves values from one outcome to another: those that were read well, and of which the record says otherwise. */
function corrected(account: Account903, found: readonly Found[]): Account903 {
  if (found.length === 0) return account
  const more = openAccount()
  more.find(found)
  const of = (outcome: Found['outcome']) => found.filter((one) => one.outcome === outcome).reduce((sum, { values }) => sum + values, 0)
  const [aside, refused] = [of('kept aside'), of('refused')]
  const counts = { ...account.counts, taken: account.counts.taken - aside - refused, keptAside: account.counts.keptAside + aside, refused: account.counts.refused + refused }
  return { ...account, counts, findings: [...account.findings, ...more.close(0, 0, [], null).findings] }
}
const ofCare = (people: readonly MappedPerson[]): Found[] => people.flatMap(({ notWhole }) => notWhole.map(({ row, columns, reason }): Found => ({ row: row.at, path: row.file, outcome: 'kept aside', reason, values: columns.length })))

/** The account of a folder without any effect: what an import by this mapping would take. */
export async function surveyMapped(folder: string, mapping: Mapping, today: Parameters<typeof readMapped>[2]): Promise<Account903> {
  const read = await readMapped(folder, mapping, today)
  return corrected(read.account, ofCare(peopleIn(read, mapping, idOf('csv', 'look'), today).people))
}

/** Takes a folder of extracts as the mapping says: each person in transactions of their own. Stopped at any place and started again it goes on, and done twice it changes nothing. */
export async function importMapped(caller: Caller, name: string, folder: string, mapping: Mapping, tell: (taken: number, whole: number) => void = () => undefined): Promise<ImportedMapped> {
  const today = caller.clock.today()
  const read = await readMapped(folder, mapping, today)
  const importId = idOf('csv', 'import', mapping.source, read.sha256)
  const { people, related } = peopleIn(read, mapping, importId, today)
  const account = corrected(read.account, ofCare(people))
  const before = done(await importOf.perform(caller, { id: importId })).known
  if (before?.state === 'finished' || before?.state === 'accepted') return { importId, account, gains: null }
  done(await startImport.do(caller, { id: importId, format: 'csv', fileName: name.slice(0, 300), sha256: read.sha256, authority: mapping.authority, year: Number(today.slice(0, 4)), structure: Number(today.slice(0, 4)), referenceOn: null, software: mapping.source, children: people.length }))
  const kept = read.strays.map(({ file, at, reason, cells }) => ({ id: idOf('csv', 'stray', importId, file, String(at)), path: file, line: at, outcome: 'refused' as const, reason, fragment: { name: file, line: at, cells } }))
  if (kept.length > 0) done(await keepUnclaimed.do(caller, { importId, child: 0, firstPlace: 0, kept, findings: kept.map(({ path, line, reason, outcome, fragment }) => ({ path, line, outcome, reason, elements: Object.values(fragment.cells).filter(Boolean).length })) }))

  const gains = { newPeople: 0, knownPeople: 0, closedPeople: 0, added: 0 }
  const [found, closed]: [Found[], Set<string>] = [[], new Set()]
  const rowsOf = Map.groupBy(read.rows, ({ person }) => person)
  for (const [at, { child, more }] of people.entries()) {
    const taken = await whenOpen(async () => done(await takeChild.do(caller, child, idOf('csv', 'command', importId, child.personId))))
    const rest = taken && await open(async () => done(await takeMapped.do(caller, more, idOf('csv', 'more', importId, child.personId))))
    if (!taken || !rest) {
      gains.closedPeople++
      closed.add(child.personId)
      const key = read.rows.find(({ of, at: line }) => of === 'person' && line === child.line)?.key ?? ''
      found.push(...(rowsOf.get(key) ?? []).map(refusedRow))
    } else {
      gains[taken.person === 'new' ? 'newPeople' : 'knownPeople']++
      gains.added += taken.added + taken.changed + rest.added
      for (const { path, reason } of [...taken.contested, ...rest.contested]) found.push({ row: child.line, path, outcome: 'kept aside', reason, values: 1 })
    }
    tell(at + 1, people.length)
  }
  for (const one of related) {
    if (closed.has(one.personId) || closed.has(one.otherId)) continue
    const taken = await open(async () => done(await takeRelated.do(caller, one, idOf('csv', 'related', importId, one.id))))
    if (taken?.added) gains.added++
  }
  const last = corrected(account, found)
  done(await endImport.do(caller, { id: importId, state: 'finished', account: last }))
  return { importId, account: last, gains }
}

/** All of a row that is about somebody whose record is closed to the import. */
const refusedRow = (row: MappedRow): Found => ({ row: row.at, path: row.file, outcome: 'refused', reason: closedToImport, values: Object.values(row.facts).reduce((sum, values) => sum + values.length, 0) })

/** Null where a record is closed to the import (sealed, restricted): nobody learns which. */
async function open<Answer>(write: () => Promise<Answer>): Promise<Answer | null> {
  let answer: Answer | null = null
  const opened = await whenOpen(async () => { answer = await write(); return { person: 'known', added: 0, changed: 0, contested: [] } })
  return opened ? answer : null
}
