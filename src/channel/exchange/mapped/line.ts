import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { systemClock } from '../../../platform/clock.ts'
import { progress } from '../../../platform/progress.ts'
import type { CommandContext } from '../../../platform/start/commandLine.ts'
import { StartFault } from '../../../platform/start/fault.ts'
import type { Caller } from '../../../record/access/act.ts'
import { keepAccount, sayTakenBack } from '../returns/taken.ts'
import { said, thatExists } from '../returns/words.ts'
import { accountText } from '../ssda903/account.ts'
import { importMapped, surveyMapped } from './importMapped.ts'
import { readMapping, type Mapping } from './mapping.ts'

const usage = 'Say what to import: npm run kith -- import csv FOLDER --mapping FILE.json (with --check: only look).'
export type WantedMapped = Readonly<{ folder: string; mapping: Mapping; only: boolean }>

/** Reads the mapping. @throws StartFault with its line where something is wrong with it */
export function wantedMapped(words: readonly string[]): WantedMapped {
  const { words: [named, ...more], options } = said(words.filter((word) => word !== '--check'), ['mapping'], usage)
  const file = options.get('mapping')
  if (!named || more.length > 0 || !file) throw new StartFault(usage)
  const { path: folder } = thatExists(named, 'folder')
  const read = readMapping(readFileSync(thatExists(file, 'file').path, 'utf8'))
  if ('sentence' in read) throw new StartFault(`${basename(file)}, line ${read.line}: ${read.sentence} Nothing was taken.`)
  return { folder, mapping: read.mapping, only: words.includes('--check') }
}

/** Only looks. */
export const lookMapped = async (context: CommandContext, { folder, mapping }: WantedMapped): Promise<void> => context.print(`${accountText(await surveyMapped(folder, mapping, systemClock.today()))}\nNothing was written: this was a look only.`)

/** Takes it, and says what became of it. */
export async function takeFolder(context: CommandContext, caller: Caller, { folder, mapping }: WantedMapped): Promise<void> {
  const shown = progress('People taken')
  const { importId, account, gains } = await importMapped(caller, basename(folder), folder, mapping, (taken, whole) => shown.at(taken, whole))
  shown.end()
  context.print(accountText(account))
  const number = (value: number) => value.toLocaleString('en-GB')
  if (!gains) context.print('These rows were taken before by this mapping. Nothing was changed.')
  else {
    context.print(`${number(gains.newPeople)} new people, ${number(gains.knownPeople)} known from ${mapping.source} before${gains.closedPeople > 0 ? `, ${number(gains.closedPeople)} could not be written` : ''}. ${number(gains.added)} entries of the record added.`)
    sayTakenBack(context, importId)
  }
  keepAccount(context, 'csv', importId, account)
}
