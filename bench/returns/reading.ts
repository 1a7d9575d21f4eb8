// One reading in a process of its own, so that its memory is told apart: `reading.ts checkCin|check903|importCin|import903 PATH`.
import { createReadStream } from 'node:fs'
import { checkCinLine, checkSsda903Line } from '../../src/channel/exchange/returns/checkReturns.ts'
import { surveyCensus } from '../../src/channel/exchange/cin/survey.ts'
import { look903, wanted903 } from '../../src/channel/exchange/ssda903/line.ts'
import { systemClock } from '../../src/platform/clock.ts'

const [what = '', path = ''] = process.argv.slice(2)
const context = (words: readonly string[]) => ({ ownerUrl: '', dataFolder: '', words, print: () => undefined })
const readings: Readonly<Record<string, () => Promise<unknown>>> = {
  checkCin: () => checkCinLine.run(context(['cin', path, '--as-year', '2026'])),
  check903: () => checkSsda903Line.run(context(['ssda903', path, '--year', '2026'])),
  importCin: () => surveyCensus(createReadStream(path), systemClock.today()),
  import903: async () => look903(context([]), await wanted903([path, '--year', '2026', '--check'])),
}
const began = performance.now()
await readings[what]?.()
process.stdout.write(JSON.stringify({ seconds: (performance.now() - began) / 1000, megabytes: process.resourceUsage().maxRSS / 1024 }))
