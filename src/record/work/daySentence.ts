import { counted, sentence } from '../../kernel/phrasing.ts'

const be = (n: number) => (n === 1 ? 'is' : 'are')

/**
 * The day in a sentence, because that is what somebody wants at ten to nine: how many things are late and for today, and how many decisions wait.
 * Nobody for whom decisions wait reads that nothing has to be done.
 */
export function daySentence(late: number, today: number, decisions: number): string {
  const wait = decisions > 0 ? ` ${sentence(counted(decisions, 'decision', 'decisions'))} ${decisions === 1 ? 'waits' : 'wait'} for you.` : ''
  if (late === 0 && today === 0) return decisions > 0 ? `Nothing of your own is late or for today.${wait}` : 'Nothing is late and nothing has to be done today.'
  const things = (n: number) => `${counted(n, 'thing', 'things')} ${be(n)}`
  if (late === 0) return `Nothing of your own is late, and ${things(today)} for today.${wait}`
  return `${sentence(things(late))} late${today > 0 ? ` and ${things(today)} for today` : ''}.${wait}`
}

/** What stands where no row is: nobody is told that they are up to date while decisions wait, or while other rows are only not shown. */
export function emptyTray(shown: string | undefined, rows: number, decisions: number): Readonly<{ title: string; words: string }> {
  if (rows > 0 && shown) return { title: `Nothing under “${shown}”.`, words: `${sentence(counted(rows, 'thing stands', 'things stand'))} under “All”.` }
  const words = 'Work that is given to you, and what you ask of others, appears here.'
  return decisions > 0 ? { title: 'No work of your own.', words } : { title: 'You are up to date.', words }
}
