import { HouseError } from '../../../kernel/errors.ts'
import type { Caller, Outcome } from '../../../record/access/act.ts'
import type { KeepUnclaimed } from './bookModel.ts'
import { asItCame } from './asItCame.ts'
import { endImport, keepAsTheyCame, keepUnclaimed, startImport, takeChild } from './commands.ts'
import { entryOf } from './entry.ts'
import type { AsTheyCame, TakenChild } from './entryModel.ts'
import { fragmentOf, wordsOf } from './fragment.ts'
import { idOf } from './identity.ts'
import { openLedger } from './ledger.ts'
import type { CensusElement, CensusHeader, ChildPlan, Counts, Finding } from './model.ts'
import { bounds } from './parser.ts'
import { importOf } from './queries.ts'
import { readCensus } from './reader.ts'
import { openReconciliation, type Reconciliation } from './reconciliation.ts'
import { surveyCensus } from './survey.ts'
import { takeChild as planOf } from './take.ts'

/** What the records gained: people and rows. */
export type Gains = Readonly<{ newPeople: number; knownPeople: number; refusedPeople: number; added: number; changed: number }>

export type Imported = Readonly<
  | { kind: 'refused'; line: number; sentence: string }
  /** `gains` is null when the same file was taken before: nothing was touched. */
  | { kind: 'taken'; importId: string; account: Reconciliation; gains: Gains | null }
  /** The file changed between the two readings. */
  | { kind: 'changed' }
>

export const closedToImport = 'the record of this child could not be written by the import; ask the records team'

/**
 * Takes a census. It is read twice: first to its end without writing, so that a broken file leaves nothing half done, then child by child.
 * `open` opens the same file from its beginning.
 */
export async function importCensus(caller: Caller, fileName: string, open: () => AsyncIterable<Uint8Array>): Promise<Imported> {
  const survey = await surveyCensus(open(), caller.clock.today())
  return survey.kind === 'refused' ? survey : takeCensus(caller, fileName, survey.account, open())
}

/**
 * The second reading: writes a file that `surveyCensus` read to its end, each child in a transaction of its own.
 * Stopped at any place and started again, it goes on; done twice, it changes nothing. `surveyed` is the account of the first reading.
 */
export async function takeCensus(caller: Caller, fileName: string, surveyed: Reconciliation, bytes: AsyncIterable<Uint8Array>, tell: (taken: number, whole: number) => void = () => {}): Promise<Imported> {
  const { header, sha256, children } = surveyed
  const importId = idOf('import', sha256)
  const before = done(await importOf.perform(caller, { id: importId })).known
  if (before?.state === 'finished' || before?.state === 'accepted') return { kind: 'taken', importId, account: surveyed, gains: null }
  done(await startImport.do(caller, {
    id: importId, fileName, sha256, authority: header.authority, year: header.year.year, structure: header.year.structure,
    referenceOn: header.referenceOn, software: header.software, children,
  }))
  return take(caller, importId, sha256, bytes, (taken) => tell(taken, children))
}

/** A mistake of ours when a command finds a problem in what we ourselves made. */
function done<Answer>(outcome: Outcome<Answer>): Answer {
  if ('done' in outcome) return outcome.done
  throw new Error(`The import made something that a command refused: ${outcome.problems.map(({ question, problem }) => `${question}: ${problem}`).join('; ')}`)
}

async function take(caller: Caller, importId: string, sha256: string, bytes: AsyncIterable<Uint8Array>, tell: (taken: number) => void): Promise<Imported> {
  const today = caller.clock.today()
  const account = openReconciliation()
  const gains = { newPeople: 0, knownPeople: 0, refusedPeople: 0, added: 0, changed: 0 }
  let header: CensusHeader | undefined
  let strays = 0
  const came: AsTheyCame['children'][number][] = []
  const keepCame = async ({ year }: CensusHeader) => {
    const children = came.splice(0)
    if (children.length > 0) done(await keepAsTheyCame.do(caller, { importId, year: year.year, children }))
  }
  const beside: Beside = async (child, kept, findings, firstPlace = 0) => {
    if (kept.length + findings.length > 0) done(await keepUnclaimed.do(caller, { importId, child, firstPlace, kept, findings: [...findings] }))
  }

  for await (const part of readCensus(bytes, today)) {
    if (part.kind === 'header') {
      header = part.header
      const { counts, findings, keptAside } = openLedger(part.element, header.year.structure).close(() => null, ...ofFile(header))
      account.add(counts, findings)
      await beside(0, keptAside.map(({ identity, path, line, outcome, reason, fragment }) => ({ id: identity, path, line, outcome, reason, fragment })), findings)
    } else if (part.kind === 'stray' && header) {
      strays++
      account.addStray(part.finding)
      const { path, line, reason } = part.finding
      // after every finding of the header, which stands under the same number of child
      await beside(0, [{ id: idOf('stray', ...ofFile(header), String(strays), wordsOf(part.fragment)), path, line, outcome: 'kept aside', reason, fragment: part.fragment }], [part.finding], bounds.elementsOfOne * 2 + strays)
    } else if (part.kind === 'child' && header) {
      const plan = planOf(part.element, part.ordinal, header, today)
      const { counts, findings, personId } = await takeOne(caller, importId, header, plan, part.element, gains, beside)
      if (personId && plan.localId) came.push({ personId, number: plan.localId, told: asItCame(part.element, header.year.structure) })
      if (came.length >= keptAtOnce) await keepCame(header)
      account.add(counts, findings)
      tell(part.ordinal)
    } else if (part.kind === 'end' && header) {
      await keepCame(header)
      return close(caller, importId, account.close(header, part), part.sha256 === sha256 ? gains : null)
    } else {
      break
    }
  }
  return { kind: 'changed' }
}

/** What belongs to no person belongs to the census of an authority and year, so that a file saved anew does not keep it twice. */
const ofFile = ({ authority, year }: CensusHeader) => [authority, String(year.year)] as const

async function close(caller: Caller, importId: string, account: Reconciliation, gains: Gains | null): Promise<Imported> {
  done(await endImport.do(caller, { id: importId, state: gains ? 'finished' : 'stopped', account }))
  return gains ? { kind: 'taken', importId, account, gains } : { kind: 'changed' }
}

const keptAtOnce = 50
type Beside = (child: number, kept: KeepUnclaimed['kept'], findings: readonly Finding[], firstPlace?: number) => Promise<void>
type Sum = { -readonly [K in keyof Gains]: number }

/** Takes a child, and says what became of each of its elements in the end. */
async function takeOne(caller: Caller, importId: string, header: CensusHeader, plan: ChildPlan, element: CensusElement, gains: Sum, beside: Beside): Promise<{ counts: Counts; findings: readonly Finding[]; personId?: string }> {
  const entry = entryOf(plan, header, importId)
  if (!entry) {
    await beside(plan.ordinal, plan.keptAside.map(({ identity, path, line, outcome, reason, fragment }) => ({ id: identity, path, line, outcome, reason, fragment })), plan.findings)
    return plan
  }
  const taken = await whenOpen(async () => done(await takeChild.do(caller, entry, idOf('command', importId, String(plan.ordinal)))))
  if (!taken) {
    gains.refusedPeople++
    const finding: Finding = { line: plan.line, path: 'Child', outcome: 'refused', reason: closedToImport, elements: plan.counts.read }
    const fragment = fragmentOf(element)
    await beside(plan.ordinal, [{ id: idOf('closed', ...ofFile(header), wordsOf(fragment)), path: 'Child', line: plan.line, outcome: 'refused', reason: closedToImport, fragment }], [finding])
    return { counts: { read: plan.counts.read, taken: 0, keptAside: 0, refused: plan.counts.read }, findings: [finding] }
  }
  gains[taken.person === 'new' ? 'newPeople' : 'knownPeople']++
  gains.added += taken.added
  gains.changed += taken.changed
  const moved = taken.contested.length
  return {
    personId: entry.personId,
    counts: { ...plan.counts, taken: plan.counts.taken - moved, keptAside: plan.counts.keptAside + moved },
    findings: [...plan.findings, ...taken.contested.map(({ path, line, reason }): Finding => ({ path, line, reason, outcome: 'kept aside', elements: 1 }))],
  }
}

/** A record that is closed to the import (sealed, restricted, excluded) is told like any other that cannot be written: nobody learns which. */
export async function whenOpen(write: () => Promise<TakenChild>): Promise<TakenChild | null> {
  try {
    return await write()
  } catch (problem) {
    if (problem instanceof HouseError && problem.kind !== 'Broken') return null
    throw problem
  }
}
