import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { dayInWords, plain } from '../../../../kernel/dates.ts'
import { Words, shape } from '../../../../kernel/shape.ts'
import type { CommandContext } from '../../../../platform/start/commandLine.ts'
import { StartFault } from '../../../../platform/start/fault.ts'
import { command, type Caller } from '../../../../record/access/act.ts'
import * as store from './givenStore.ts'
import { trustedReceipt } from './trusted.ts'

const usage = 'Say which file: npm run kith -- import receipt FILE.'

/** A receipt that was brought in beside the page: looked at as there, and kept on the transfer until somebody who works with the family closes it. It ends no plan by itself. */
export const bringReceipt = command('transfers.bringReceipt', shape({ receipt: Words(20_000) }), {
  may: 'contact.record',
  people: () => [],
  run: async (asking, { receipt }) => {
    const read = await trustedReceipt(asking, receipt, (id) => store.waitsFor(asking.db, id))
    if ('problem' in read) return { problems: [{ question: 'receipt', problem: read.problem }] }
    await store.keepReceipt(asking.db, read.receipt.bundleId, receipt.trim())
    return { answer: { id: read.receipt.bundleId, from: read.receipt.fromName, responsibleOn: read.receipt.responsibleOn, children: read.receipt.children.length } }
  },
})

/** `import receipt FILE`: the word by which another council says that it is responsible. */
export async function takeReceipt(context: CommandContext, [named, ...more]: readonly string[], withCaller: (work: (caller: Caller) => Promise<void>) => Promise<void>): Promise<void> {
  if (!named || more.length > 0) throw new StartFault(usage)
  const file = resolve(process.env['INIT_CWD'] ?? '.', named)
  if (!existsSync(file) || !statSync(file).isFile()) throw new StartFault(`There is no file ${named}.`)
  if (statSync(file).size > 20_000) throw new StartFault('This is not a receipt. Nothing was changed.')
  return withCaller(async (caller) => {
    const came = await bringReceipt.do(caller, { receipt: readFileSync(file, 'utf8') })
    if ('problems' in came) throw new StartFault(came.problems[0]?.problem ?? usage)
    const { id, from, responsibleOn, children } = came.done
    context.print(`${from} is responsible for ${children === 1 ? 'one child' : `${children} children`} from ${dayInWords(plain(responsibleOn))}, by its signature. Nothing was closed yet.`)
    context.print(`Whoever asked for the transfer closes it with one press (/transfers/given/${id}).`)
  })
}
