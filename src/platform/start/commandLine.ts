import { StartFault } from './fault.ts'

/** What a command of the command line is given: the database of the council, its data folder, and the words after its name. */
export type CommandContext = Readonly<{
  ownerUrl: string
  dataFolder: string
  words: readonly string[]
  /** One line for the person at the keyboard. */
  print(line: string): void
}>

/** One command of `npm run kith`. It works while the council is in use. */
export type LineCommand = Readonly<{
  name: string
  /** What it takes after its name, as shown by help: `cin FILE`. */
  takes?: string
  /** What it does, in one sentence. */
  does: string
  /** `nothing`: it works without the database, and `ownerUrl` is empty. */
  opens?: 'nothing'
  /** @throws StartFault for anything the person can mend, as one plain sentence */
  run(context: CommandContext): Promise<void>
}>

/** The page that `help` shows. */
export function helpText(commands: readonly LineCommand[]): string {
  const rows = [{ name: 'help', takes: '', does: 'Shows this.' }, ...commands].map(({ name, takes, does }) => [`npm run kith -- ${name} ${takes ?? ''}`.trimEnd(), does] as const)
  const width = Math.max(...rows.map(([call]) => call.length))
  return ['Commands for the council of this data folder (KITH_DATA, else ./data) or of DATABASE_URL:', '', ...rows.map(([call, does]) => `  ${call.padEnd(width)}  ${does}`)].join('\n')
}

/** The command that the first word names, or the first two (`check cin` before `check`). @throws StartFault when there is none */
export function commandNamed(commands: readonly LineCommand[], name: string, next = ''): LineCommand {
  const found = commands.find((each) => each.name === `${name} ${next}`) ?? commands.find((each) => each.name === name)
  if (found) return found
  throw new StartFault(`There is no command "${name}". npm run kith -- help shows those there are.`)
}
