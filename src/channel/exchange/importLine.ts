import { createReadStream, existsSync, mkdirSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type pg from 'pg'
import { dayOf, longDay, moment } from '../../kernel/dates.ts'
import { systemClock } from '../../platform/clock.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { openPool } from '../../platform/db/pool.ts'
import { appUrl } from '../../platform/db/roles.ts'
import { progress } from '../../platform/progress.ts'
import type { CommandContext, LineCommand } from '../../platform/start/commandLine.ts'
import { StartFault } from '../../platform/start/fault.ts'
import type { Caller } from '../../record/access/act.ts'
import { writeReport } from './cin/report.ts'
import { takeCensus, type Imported } from './cin/importCensus.ts'
import { holdImports, office, openOffice } from './cin/office.ts'
import { imports } from './cin/queries.ts'
import { reconciliationText } from './cin/reconciliation.ts'
import { resumeImports } from './cin/resume.ts'
import { surveyCensus } from './cin/survey.ts'

const usage = 'Say what to import: npm run kith -- import cin FILE (with --check: only look), import list, or import resume.'

/** `import cin FILE [--check] | list | resume`. */
export const importLine: LineCommand = {
  name: 'import',
  takes: 'cin FILE | list | resume',
  does: 'Takes a children in need census into the record (--check: only looks), lists imports, takes what waited.',
  async run(context) {
    const [what, ...rest] = context.words
    if (what === 'cin') return census(context, rest)
    if (what === 'list') return withCaller(context, (caller) => list(context, caller))
    if (what === 'resume') return withCaller(context, (caller) => resume(context, caller))
    throw new StartFault(usage)
  },
}

async function withCaller(context: CommandContext, work: (caller: Caller) => Promise<void>): Promise<void> {
  await migrate(context.ownerUrl)
  await openOffice(context.ownerUrl)
  const free = await holdImports(context.ownerUrl)
  if (!free) throw new StartFault('Another import is at work on this council. Wait until it has finished, then start this one again.')
  const pool: pg.Pool = openPool(await appUrl(context.ownerUrl), 2)
  try {
    await work({ pool, clock: systemClock, who: { actor: office.actorId }, via: 'import' })
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
    await tell(context, caller, imported)
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
  const folder = join(context.dataFolder, 'imports')
  mkdirSync(folder, { recursive: true })
  context.print(`The whole account, each line with its reason: ${await writeReport(caller, importId, account, folder)}`)
}

async function list(context: CommandContext, caller: Caller): Promise<void> {
  const found = await imports.perform(caller, {})
  if (!('done' in found)) return
  if (found.done.imports.length === 0) context.print('Nothing was imported yet.')
  for (const one of found.done.imports) {
    context.print(`${longDay(dayOf(moment(one.startedAt)))}  ${one.fileName}  census of ${one.year}, authority ${one.authority}  ${many(one.children, 'child', 'children')}  ${states[one.state]}`)
  }
  if (found.done.waiting.length > 0) context.print('\nKept beside the record:')
  for (const { path, reason, count } of found.done.waiting) context.print(`  ${count.toLocaleString('en-GB').padStart(7)}  ${path}: ${reason}`)
}
const states = { running: 'not finished: import the file again to go on', stopped: 'not finished: import the file again to go on', finished: 'finished' } as const

async function resume(context: CommandContext, caller: Caller): Promise<void> {
  const shown = progress('Looked at')
  const { taken, children } = await resumeImports(caller, undefined, (done) => shown.at(done))
  shown.end()
  context.print(taken + children === 0 ? 'Nothing that waits can be taken yet.' : `${many(taken, 'element', 'elements')} and ${many(children, 'child', 'children')} that waited were taken.`)
}
