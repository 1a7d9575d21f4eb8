import { isPlainDate } from '../../kernel/dates.ts'
import { systemClock } from '../../platform/clock.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { progress } from '../../platform/progress.ts'
import type { LineCommand } from '../../platform/start/commandLine.ts'
import { StartFault } from '../../platform/start/fault.ts'
import { councilIsEmpty, demonstrationPassword, makeCouncil } from './make.ts'
import { sizes } from './sizes.ts'

const names = Object.keys(sizes).join(', ')

/** The word after `--seed`, as it was typed. */
function option(words: readonly string[], name: string): string | undefined {
  const at = words.indexOf(`--${name}`)
  if (at < 0) return undefined
  const value = words[at + 1]
  if (value === undefined || value.startsWith('--')) throw new StartFault(`Write something after --${name}.`)
  return value
}

export const demoLine: LineCommand = {
  name: 'demo',
  takes: 'SIZE [--seed N] [--today DATE]',
  does: `Makes a council of invented people in an empty data folder. Sizes: ${names}.`,
  async run({ ownerUrl, words, print }) {
    const size = sizes[words[0] ?? 'small']
    if (!size) throw new StartFault(`There is no size "${words[0] ?? ''}". Sizes are ${names}.`)
    const today = option(words, 'today') ?? systemClock.today()
    if (!isPlainDate(today)) throw new StartFault('Write the day after --today as 2026-11-22.')
    await migrate(ownerUrl)
    if (!(await councilIsEmpty(ownerUrl))) throw new StartFault('This council already has people in it, and nothing was changed. Name an empty folder, as in KITH_DATA=./another npm run kith -- demo small.')
    const shown = progress('Families')
    const made = await makeCouncil({ ownerUrl, size, seed: option(words, 'seed') ?? '1', today, told: (done, whole) => shown.at(done, whole) })
    shown.end()
    const number = (of: number) => of.toLocaleString('en-GB')
    print(`Made: ${number(made.families)} families, ${number(made.people)} people, ${number(made.notes)} notes, ${number(made.work)} pieces of work, as of ${today}.`)
    print(`Sign in as ${made.accounts[0]?.email ?? ''} or another of the accounts, with the password ${demonstrationPassword}.`)
  },
}
