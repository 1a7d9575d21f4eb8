import { fileURLToPath } from 'node:url'

/** The project's folder, with a slash at its end removed. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/** One calm line for the person at the keyboard. */
export const say = (line) => process.stdout.write(`${line}\n`)

/** One plain sentence of what is in the way, and the end. */
export function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
