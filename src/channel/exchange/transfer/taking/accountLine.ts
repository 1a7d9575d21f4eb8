import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Type } from '@sinclair/typebox'
import { shape } from '../../../../kernel/shape.ts'
import type { CommandContext } from '../../../../platform/start/commandLine.ts'
import { StartFault } from '../../../../platform/start/fault.ts'
import { query, type Caller } from '../../../../record/access/act.ts'
import { groupsOf, outcomeWords, type LineOutcome } from './account.ts'
import { account, casesNamed } from './lineStore.ts'

/** What became of each line of a case that came: kinds, days and reasons, nobody by name. */
export const caseAccount = query('transfers.account', shape({ beginning: Type.String({ pattern: '^[0-9a-f-]{8,36}$' }) }), {
  may: 'import.settle',
  run: async ({ db }, { beginning }) => {
    const [only, ...more] = await casesNamed(db, beginning)
    return { id: only?.id ?? '', several: more.length > 0, lines: only && more.length === 0 ? await account(db, only.id) : [] }
  },
})

/** The account of a case in words, kind by kind. */
export function accountText(lines: readonly Readonly<{ what: string; outcome: LineOutcome; why: string }>[]): string {
  const number = (value: number) => value.toLocaleString('en-GB')
  const of = (outcome: LineOutcome) => number(lines.filter((one) => one.outcome === outcome).length)
  return [`${number(lines.length)} lines: ${of('taken')} taken, ${of('beside')} kept beside the record, ${of('refused')} refused.`, ...groupsOf(lines).map((one) => `  ${number(one.count).padStart(7)}  ${one.what}: ${outcomeWords[one.outcome].toLowerCase()}: ${one.why}`)].join('\n')
}

/** `import account ID`: what became of each line of a case that another council handed over. */
export async function printAccount(context: CommandContext, caller: Caller, beginning: string | undefined): Promise<void> {
  const told = await caseAccount.perform(caller, { beginning: beginning ?? '' })
  const { id, lines, several } = 'done' in told ? told.done : { id: '', lines: [], several: false }
  if (several) throw new StartFault('More than one case begins so: two that were handed over in the same minute begin alike. Write all of the address of the one that you mean.')
  if (lines.length === 0) throw new StartFault('Name a case of another council that was taken, by the signs that import bundle shows and that begin its address. The account of other imports was written when they were taken, into the folder imports.')
  context.print(accountText(lines))
  const into = join(context.dataFolder, 'imports')
  mkdirSync(into, { recursive: true })
  const file = join(into, `transfer-${id}.json`)
  writeFileSync(file, `${JSON.stringify({ lines }, null, 1)}\n`)
  context.print(`Every line with its reason, nobody by name: ${file}`)
}
