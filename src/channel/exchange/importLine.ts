import { createReadStream, existsSync, mkdirSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type pg from 'pg'
import { dayOf, longDay, moment } from '../../kernel/dates.ts'
import { systemClock } from '../../platform/clock.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { openPool } from '../../platform/db/pool.ts'
import { keysOf } from '../../platform/keys.ts'
import { councilKeyOf } from '../../platform/keys/councilKey.ts'
import { appUrl, jobsUrl, reportsUrl } from '../../platform/db/roles.ts'
import { progress } from '../../platform/progress.ts'
import type { CommandContext, LineCommand } from '../../platform/start/commandLine.ts'
import { StartFault } from '../../platform/start/fault.ts'
import { documentsFrom } from '../../platform/documents.ts'
import type { Caller } from '../../record/access/act.ts'
import { compareAllDue } from '../../record/people/merging/jobs.ts'
import { nameOfImport, settledInWords } from './cin/settledInWords.ts'
import type { ImportState } from './cin/bookModel.ts'
import { writeReport } from './cin/report.ts'
import { takeCensus, type Imported } from './cin/importCensus.ts'
import { holdImports, office, openOffice } from './cin/office.ts'
import { imports } from './cin/queries.ts'
import { reconciliationText } from './cin/reconciliation.ts'
import { resumeImports } from './cin/resume.ts'
import { acceptImport, importNamed, perhapsKnown, undoImport } from './cin/settle.ts'
import { surveyCensus } from './cin/survey.ts'
import { lookAnnexA, takeAnnexA, wantedAnnexA } from './annexA/line.ts'
import { lookMapped, takeFolder, wantedMapped } from './mapped/line.ts'
import { sayTakenBack } from './returns/taken.ts'
import { look903, take903, wanted903 } from './ssda903/line.ts'
import { takeReceipt } from './transfer/giving/receiptLine.ts'
import { printAccount } from './transfer/taking/accountLine.ts'
import { stageBundle } from './transfer/taking/bundleLine.ts'

const usage = 'Say what to import: npm run kith -- import cin FILE, import ssda903 FOLDER|FILE.xml --year 2026, import annex-a FILE.xlsx, import csv FOLDER --mapping FILE.json (with --check: only look) or import bundle FILE, import receipt FILE, import account ID, import list, import resume, import accept ID, or import undo ID.'

/** `import cin FILE [--check] | ssda903 FOLDER --year 2026 [--check] | csv FOLDER --mapping FILE.json [--check] | bundle FILE | receipt FILE | account ID | list | resume | accept ID | undo ID`. */
export const importLine: LineCommand = {
  name: 'import',
  takes: 'cin FILE | ssda903 FOLDER|FILE.xml --year 2026 | annex-a FILE.xlsx [--date DAY] | csv FOLDER --mapping FILE.json | bundle FILE | receipt FILE | account ID | list | resume | accept ID | undo ID',
  does: 'Takes a children in need census, a looked-after children return, the lists of Annex A or a council’s own extracts into the record (--check: only looks), keeps a case of another council aside, or the receipt for one that it took, says what became of each line of a case, lists imports, takes what waited, and accepts an import or takes it back.',
  async run(context) {
    const [what, ...rest] = context.words
    if (what === 'cin') return census(context, rest)
    if (what === 'ssda903') return lookedAfter(context, rest)
    if (what === 'csv') return ownExtracts(context, rest)
    if (what === 'annex-a') return inspectionLists(context, rest)
    if (what === 'bundle') return stageBundle(context, rest, (work) => withCaller(context, work, false))
    if (what === 'receipt') return takeReceipt(context, rest, (work) => withCaller(context, work, false))
    if (what === 'account') return withCaller(context, (caller) => printAccount(context, caller, rest[0]), false)
    if (what === 'list') return withCaller(context, (caller) => list(context, caller))
    if (what === 'resume') return withCaller(context, (caller) => resume(context, caller))
    if (what === 'accept' || what === 'undo') return withCaller(context, (caller) => settle(context, caller, what, rest), false)
    throw new StartFault(usage)
  },
}

async function withCaller(context: CommandContext, work: (caller: Caller) => Promise<void>, alone = true): Promise<void> {
  await migrate(context.ownerUrl)
  await openOffice(context.ownerUrl)
  const free = alone ? await holdImports(context.ownerUrl) : async () => undefined
  if (!free) throw new StartFault('Another import is at work on this council. Wait until it has finished, then start this one again.')
  const pool: pg.Pool = openPool(await appUrl(context.ownerUrl), 2)
  try {
    await work({ pool, clock: systemClock, who: { actor: office.actorId }, via: 'import', documents: documentsFrom(process.env), councilKey: councilKeyOf(keysOf({ given: process.env.KITH_KEY, dataFolder: context.dataFolder })) })
  } finally {
    await pool.end()
    await free()
  }
}

async function census(context: CommandContext, words: readonly string[]): Promise<void> {
  const named = words.find((word) => !word.startsWith('--'))
  const strange = words.find((word) => word.startsWith('--') && word !== '--check')
  if (!named || strange) throw new StartFault(usage)
  // npm starts us in the project; the person named the file from where they stood
  const file = resolve(process.env.INIT_CWD ?? '.', named)
  if (!existsSync(file)) throw new StartFault(`There is no file ${named}.`)
  if (!statSync(file).isFile()) throw new StartFault(`${named} is no file.`)
  const looked = progress('Children read')
  const found = await surveyCensus(createReadStream(file), systemClock.today(), ({ ordinal }) => looked.at(ordinal))
  looked.end()
  if (found.kind === 'refused') throw new StartFault(`${basename(file)} was refused at line ${found.line}. ${found.sentence} Nothing was taken.`)
  if (words.includes('--check')) return context.print(`${reconciliationText(found.account)}\nNothing was written: this was a look only.`)
  return withCaller(context, async (caller) => {
    const shown = progress('Children taken')
    const imported = await takeCensus(caller, basename(file), found.account, createReadStream(file), (done, whole) => shown.at(done, whole))
    shown.end()
    const compared = progress('Compared with people known')
    // the comparing is the background's: the application's own role may not
    const background = openPool(await jobsUrl(context.ownerUrl), 1)
    await compareAllDue(background, (done) => compared.at(done)).finally(() => background.end())
    compared.end()
    await tell(context, caller, imported)
  })
}

async function lookedAfter(context: CommandContext, words: readonly string[]): Promise<void> {
  const wanted = await wanted903(words)
  if (wanted.only) return look903(context, wanted)
  return withCaller(context, async (caller) => {
    const jobs = openPool(await jobsUrl(context.ownerUrl), 1)
    try {
      await take903(context, { caller, jobs }, wanted)
      const compared = progress('Compared with people known')
      await compareAllDue(jobs, (done) => compared.at(done))
      compared.end()
    } finally {
      await jobs.end()
    }
  })
}

async function ownExtracts(context: CommandContext, words: readonly string[]): Promise<void> {
  const wanted = wantedMapped(words)
  if (wanted.only) return lookMapped(context, wanted)
  return withCaller(context, async (caller) => {
    await takeFolder(context, caller, wanted)
    const compared = progress('Compared with people known')
    const background = openPool(await jobsUrl(context.ownerUrl), 1)
    await compareAllDue(background, (done) => compared.at(done)).finally(() => background.end())
    compared.end()
  })
}

async function inspectionLists(context: CommandContext, words: readonly string[]): Promise<void> {
  const wanted = await wantedAnnexA(words)
  if (wanted.only) return lookAnnexA(context, wanted)
  return withCaller(context, async (caller) => {
    const [jobs, reports] = [openPool(await jobsUrl(context.ownerUrl), 1), openPool(await reportsUrl(context.ownerUrl), 1)]
    try {
      await takeAnnexA(context, { caller, jobs, reports }, wanted)
      const compared = progress('Compared with people known')
      await compareAllDue(jobs, (done) => compared.at(done))
      compared.end()
    } finally {
      await Promise.all([jobs.end(), reports.end()])
    }
  })
}

const many = (count: number, one: string, several: string) => `${count.toLocaleString('en-GB')} ${count === 1 ? one : several}`

async function tell(context: CommandContext, caller: Caller, imported: Imported): Promise<void> {
  if (imported.kind !== 'taken') throw new StartFault('The file was changed while it was read. Import it again: what was taken is not taken twice.')
  const { account, gains, importId } = imported
  context.print(reconciliationText(account))
  if (!gains) context.print('This file was taken before. Nothing was changed.')
  else {
    context.print(`${many(gains.newPeople, 'new person', 'new people')}, ${gains.knownPeople.toLocaleString('en-GB')} known before${gains.refusedPeople ? `, ${gains.refusedPeople.toLocaleString('en-GB')} could not be written` : ''}.`)
    context.print(gains.added + gains.changed === 0 ? 'Nothing was changed: the record held all of it.' : `${many(gains.added, 'entry', 'entries')} of the record added, ${gains.changed.toLocaleString('en-GB')} changed.`)
  }
  const perhaps = await perhapsKnown.perform(caller, { id: importId })
  if ('done' in perhaps && perhaps.done.children > 0) context.print(`${many(perhaps.done.children, 'child', 'children')} may be on the record already. Nothing was merged: the records team finds them under Recorded twice.`)
  if (gains) sayTakenBack(context, importId)
  const folder = join(context.dataFolder, 'imports')
  mkdirSync(folder, { recursive: true })
  context.print(`The whole account, each line with its reason: ${await writeReport(caller, importId, account, folder)}`)
}

async function list(context: CommandContext, caller: Caller): Promise<void> {
  const found = await imports.perform(caller, {})
  if (!('done' in found)) return
  if (found.done.imports.length === 0) context.print('Nothing was imported yet.')
  for (const one of found.done.imports) {
    context.print(`${longDay(dayOf(moment(one.startedAt)))}  ${one.fileName}  ${nameOfImport(one)}  ${many(one.children, 'child', 'children')}  ${states[one.state]}  (${one.id.slice(0, 8)})`)
  }
  if (found.done.waiting.length > 0) context.print('\nKept beside the record:')
  for (const { path, reason, count } of found.done.waiting) context.print(`  ${count.toLocaleString('en-GB').padStart(7)}  ${path}: ${reason}`)
}
const notFinished = 'not finished: import the file again to go on'
const states: Readonly<Record<ImportState, string>> = { running: notFinished, stopped: notFinished, finished: 'finished, not accepted yet', accepted: 'accepted', undone: 'taken back', partlyUndone: 'taken back but for some children' }

async function resume(context: CommandContext, caller: Caller): Promise<void> {
  const shown = progress('Looked at')
  const { taken, children } = await resumeImports(caller, undefined, (done) => shown.at(done))
  shown.end()
  context.print(taken + children === 0 ? 'Nothing that waits can be taken yet.' : `${many(taken, 'element', 'elements')} and ${many(children, 'child', 'children')} that waited were taken.`)
}

/** The import that is named, by its id or the first signs of it. */
async function named(caller: Caller, beginning: string | undefined): Promise<string> {
  const found = beginning ? await importNamed.perform(caller, { beginning }) : undefined
  const ids = found && 'done' in found ? found.done.ids : []
  const [id] = ids
  if (!id || ids.length > 1) throw new StartFault('Name the import by the eight signs that npm run kith -- import list shows.')
  return id
}

async function settle(context: CommandContext, caller: Caller, what: 'accept' | 'undo', [beginning]: readonly string[]): Promise<void> {
  const id = await named(caller, beginning)
  if (what === 'accept') {
    const accepted = await acceptImport.do(caller, { id })
    if ('problems' in accepted) throw new StartFault(accepted.problems[0]?.problem ?? usage)
    return context.print('Accepted. It stays, and can no longer be taken back in one go.')
  }
  const shown = progress('Children looked at')
  const outcome = await undoImport(caller, id, (done) => shown.at(done))
  shown.end()
  if ('problems' in outcome) throw new StartFault(outcome.problems[0]?.problem ?? usage)
  for (const line of settledInWords(outcome.done)) context.print(line)
}
