import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandContext } from '../../../platform/start/commandLine.ts'

/** That what was taken can be taken back, and by which words. */
export const sayTakenBack = (context: CommandContext, importId: string): void =>
  context.print(`Until it is accepted it can be taken back: npm run kith -- import accept ${importId.slice(0, 8)}, or import undo ${importId.slice(0, 8)}.`)

/** Keeps the whole account of an import as JSON in the data folder, under this name, and says where. */
export function keepAccount(context: CommandContext, name: string, importId: string, account: unknown): void {
  const into = join(context.dataFolder, 'imports')
  mkdirSync(into, { recursive: true })
  const file = join(into, `${name}-${importId.slice(0, 8)}.json`)
  writeFileSync(file, `${JSON.stringify(account, null, 1)}\n`)
  context.print(`The whole account: ${file}`)
}
