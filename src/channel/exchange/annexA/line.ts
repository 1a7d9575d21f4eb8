import { basename } from 'node:path'
import type pg from 'pg'
import { dayInWords, isPlainDate, type PlainDate } from '../../../kernel/dates.ts'
import { systemClock } from '../../../platform/clock.ts'
import { progress } from '../../../platform/progress.ts'
import type { CommandContext } from '../../../platform/start/commandLine.ts'
import { StartFault } from '../../../platform/start/fault.ts'
import type { Caller } from '../../../record/access/act.ts'
import { keepAccount, sayTakenBack } from '../returns/taken.ts'
import { said, thatExists } from '../returns/words.ts'
import { accountText } from '../ssda903/account.ts'
import { readGivenAnnexA, type Given } from './given.ts'
import { importAnnexA, surveyAnnexA } from './importAnnexA.ts'

const usage = 'Say what to import: npm run kith -- import annex-a FILE.xlsx [--date 2026-03-31] (with --check: only look).'
export type WantedAnnexA = Readonly<{ file: string; on: PlainDate; remark: string; given: Given; only: boolean }>

/** Reads what is to be imported, to its end. @throws StartFault where it cannot be read */
export async function wantedAnnexA(words: readonly string[]): Promise<WantedAnnexA> {
  const only = words.includes('--check')
  const { words: [named, ...more], options } = said(words.filter((word) => word !== '--check'), ['date'], usage)
  const today = systemClock.today()
  const date = options.get('date')
  if (!named || more.length > 0) throw new StartFault(usage)
  if (date !== undefined && (!isPlainDate(date) || date > today)) throw new StartFault('Write the day of --date as 2026-03-31: the day as at which the lists were made.')
  const { path } = thatExists(named, 'file')
  const given = await readGivenAnnexA(path, today)
  if ('sentence' in given) throw new StartFault(`${given.sentence} Nothing was taken.`)
  const on = date !== undefined && isPlainDate(date) ? date : given.newest
  if (!on) throw new StartFault('No day is told in these lists, so we cannot say as at which day they were made. Name it: --date 2026-03-31. Nothing was taken.')
  return { file: basename(path), on, given, only, remark: date === undefined ? `The lists are read as at ${dayInWords(on)}, the newest day in them; --date names another.` : `The lists are read as at ${dayInWords(on)}.` }
}

/** Only looks. */
export const lookAnnexA = (context: CommandContext, { given, remark }: WantedAnnexA): void => context.print(`${accountText(surveyAnnexA(given, systemClock.today(), remark))}\nNothing was written: this was a look only.`)

/** Takes it, and says what became of it. */
export async function takeAnnexA(context: CommandContext, ways: Readonly<{ caller: Caller; jobs: pg.Pool; reports: pg.Pool }>, { file, on, given, remark }: WantedAnnexA): Promise<void> {
  const shown = progress('Children taken')
  const { importId, account, gains } = await importAnnexA(ways, file, given, on, remark, (taken, whole) => shown.at(taken, whole))
  shown.end()
  context.print(accountText(account))
  const number = (value: number) => value.toLocaleString('en-GB')
  if (!gains) context.print('These lists were taken before. Nothing was changed.')
  else {
    context.print(`${number(gains.newPeople)} new people, ${number(gains.knownPeople)} known before. Of ${number(gains.timesInCare)} children the time in care is in the record; the rows of all are kept as they came.`)
    sayTakenBack(context, importId)
  }
  keepAccount(context, `annex-a-${on}`, importId, account)
}
