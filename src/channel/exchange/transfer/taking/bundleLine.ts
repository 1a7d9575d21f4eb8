import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { mostBytes } from '../../../../platform/keys/container.ts'
import type { CommandContext } from '../../../../platform/start/commandLine.ts'
import { StartFault } from '../../../../platform/start/fault.ts'
import type { Caller } from '../../../../record/access/act.ts'
import { stageTransfer } from './commands.ts'

const usage = 'Say which file: npm run kith -- import bundle FILE (with --words "…" where it is locked with words).'

/** `import bundle FILE [--words WORDS]`: reads a case of another council and keeps it aside, as the page does. Somebody says on the page whom it is about. */
export async function stageBundle(context: CommandContext, words: readonly string[], withCaller: (work: (caller: Caller) => Promise<void>) => Promise<void>): Promise<void> {
  const at = words.indexOf('--words')
  const told = at < 0 ? undefined : words[at + 1]
  const [named, ...more] = words.filter((_, i) => at < 0 || (i !== at && i !== at + 1))
  if (!named || more.length > 0 || (at >= 0 && !told)) throw new StartFault(usage)
  const file = resolve(process.env['INIT_CWD'] ?? '.', named)
  if (!existsSync(file) || !statSync(file).isFile()) throw new StartFault(`There is no file ${named}.`)
  if (statSync(file).size > mostBytes) throw new StartFault(`${basename(file)} is larger than any case that another council sends. Nothing was done.`)
  return withCaller(async (caller) => {
    const came = await stageTransfer.do(caller, { file: readFileSync(file).toString('base64'), ...(told ? { words: told } : {}) })
    if ('problems' in came) throw new StartFault(came.problems[0]?.problem ?? usage)
    context.print(`A case from ${came.done.from} about ${came.done.children === 1 ? 'one child' : `${came.done.children} children`}: its signature and every part of it were checked. Nothing of it is on the record yet.`)
    for (const one of came.done.lines) context.print(`  ${one.count.toLocaleString('en-GB').padStart(7)}  ${one.what}`)
    context.print(`When it is taken, what became of each line: npm run kith -- import account ${came.done.id}`)
    context.print(`A manager of the front door or of a children’s team says whom it is about, under Decisions (/transfers/came/${came.done.id}).`)
  })
}
