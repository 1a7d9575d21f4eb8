import { basename } from 'node:path'
import type pg from 'pg'
import { coveredYears903 } from '../../../../content/returns/ssda903/child.ts'
import { systemClock } from '../../../platform/clock.ts'
import { progress } from '../../../platform/progress.ts'
import type { CommandContext } from '../../../platform/start/commandLine.ts'
import { StartFault } from '../../../platform/start/fault.ts'
import type { Caller } from '../../../record/access/act.ts'
import { keepAccount, sayTakenBack } from '../returns/taken.ts'
import { said, thatExists } from '../returns/words.ts'
import { accountText } from './account.ts'
import { openGiven903, type Given, type GivenChildren } from './given.ts'
import { importReturn, surveyReturn } from './importReturn.ts'

const usage = 'Say what to import: npm run kith -- import ssda903 FOLDER --year 2026 (with --check: only look). In place of a folder of CSV files an XML file will do.'
export type Wanted903 = Readonly<{ folder: string; year: number; given: Given<GivenChildren>; only: boolean }>

/** Reads what is to be imported, to its end. @throws StartFault where it cannot be read */
export async function wanted903(words: readonly string[]): Promise<Wanted903> {
  const only = words.includes('--check')
  const { words: [named, ...more], options } = said(words.filter((word) => word !== '--check'), ['year'], usage)
  const year = Number(options.get('year'))
  if (!named || more.length > 0 || !/^\d{4}$/.test(options.get('year') ?? '')) throw new StartFault(usage)
  if (year < 1992 || year > coveredYears903.last) throw new StartFault(`The return of ${year} is none that we can read: name the year in which it ends on 31 March, up to ${coveredYears903.last}.`)
  const { path } = thatExists(named, 'any')
  const given = await openGiven903(path)
  if ('sentence' in given) throw new StartFault(`${given.sentence} Nothing was taken.`)
  return { folder: basename(path), year, given, only }
}

/** Only looks. */
export const look903 = async (context: CommandContext, { given, year }: Wanted903): Promise<void> => context.print(`${accountText(await surveyReturn(given, year, systemClock.today()))}\nNothing was written: this was a look only.`)

/** Takes it, and says what became of it. */
export async function take903(context: CommandContext, ways: Readonly<{ caller: Caller; jobs: pg.Pool }>, { folder, year, given }: Wanted903): Promise<void> {
  const shown = progress('Children taken')
  const { importId, account, gains } = await importReturn(ways, folder, given, year, (taken, whole) => shown.at(taken, whole))
  shown.end()
  context.print(accountText(account))
  const number = (value: number) => value.toLocaleString('en-GB')
  if (!gains) context.print('This return was taken before. Nothing was changed.')
  else {
    context.print(`${number(gains.newPeople)} new people, ${number(gains.knownPeople)} known before. Of ${number(gains.timesInCare)} children the time in care is in the record; the rows of all are kept as they came.`)
    sayTakenBack(context, importId)
  }
  keepAccount(context, `ssda903-${year}`, importId, account)
}
