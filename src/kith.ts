import { resolve } from 'node:path'
import { lineCommands } from './commands.ts'
import { livingOwnerUrl } from './platform/db/embedded.ts'
import { commandNamed, helpText } from './platform/start/commandLine.ts'
import { openDatabase } from './platform/start/database.ts'
import { StartFault } from './platform/start/fault.ts'
import { openDataFolder } from './platform/start/folder.ts'
import { holderOf, lockFolder } from './platform/start/lock.ts'
import { askedToStop } from './platform/start/stop.ts'

const print = (line: string) => void process.stdout.write(`${line}\n`)
const note = (line: string) => void process.stderr.write(`${line}\n`)

async function run([name = 'help', ...words]: readonly string[]): Promise<void> {
  if (name === 'help' || name === '--help' || name === '-h') return print(helpText(lineCommands))
  const command = commandNamed(lineCommands, name, words[0])
  const dataFolder = resolve(process.env.KITH_DATA || 'data')
  if (command.opens === 'nothing') return command.run({ ownerUrl: '', dataFolder, words, print })
  await withDatabase(dataFolder, (ownerUrl) => command.run({ ownerUrl, dataFolder, words, print }))
}

/** On a council that is running we use its database; else we open it for the time of the command, and nobody can start it meanwhile. */
async function withDatabase(dataFolder: string, work: (ownerUrl: string) => Promise<void>): Promise<void> {
  const databaseUrl = process.env.DATABASE_URL
  const living = !databaseUrl && holderOf(dataFolder) ? livingOwnerUrl(dataFolder) : undefined
  if (living) return work(living)
  openDataFolder(dataFolder)
  const unlock = databaseUrl ? () => {} : lockFolder(dataFolder)
  try {
    const database = await openDatabase({ databaseUrl, dataFolder, log: note })
    try {
      await Promise.race([work(database.ownerUrl), interrupted()])
    } finally {
      await database.stop()
    }
  } finally {
    unlock()
  }
}

/** Ends the command when somebody asks for it, so that the database which we opened is closed again. */
async function interrupted(): Promise<never> {
  await askedToStop()
  throw new StartFault('Stopped before the end. What was not finished was not kept, and the command can be run again.')
}

// Whoever reads what we print may have gone (`| head`): the command goes on.
process.stdout.on('error', () => undefined)

try {
  await run(process.argv.slice(2))
  process.exit(0)
} catch (error) {
  if (error instanceof StartFault) note(error.message)
  else note(`The command stopped because of a fault in Kith itself. Send this to those who look after it:\n${error instanceof Error ? error.stack : String(error)}`)
  process.exit(1)
}
