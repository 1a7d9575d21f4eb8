import { performance } from 'node:perf_hooks'

export type Progress = Readonly<{
  /** Says how far the work is; shown only once it has taken two seconds, and then at most once a second. */
  at(done: number, whole?: number): void
  /** Ends the line of progress and says how long it took, if it took long enough to be shown. */
  end(): void
}>

type Out = { write(text: string): unknown; isTTY?: boolean }

/** Tells a person at the keyboard that the work goes on, on the error stream so that it never mixes with what a command prints. */
export function progress(what: string, out: Out = process.stderr): Progress {
  const began = performance.now()
  let shownAt = began + 1_000
  let shown = false
  const write = (line: string, last: boolean) => void out.write(out.isTTY ? `\r\u001b[K${line}${last ? '\n' : ''}` : `${line}\n`)
  return {
    at(done, whole) {
      const now = performance.now()
      // On a screen one line is written over and over; in a file each is kept, so there are few of them.
      if (now - shownAt < (out.isTTY || !shown ? 1_000 : 10_000)) return
      shownAt = now
      shown = true
      write(`${what}: ${whole ? `${done.toLocaleString('en-GB')} of ${whole.toLocaleString('en-GB')}` : done.toLocaleString('en-GB')}`, false)
    },
    end() {
      if (shown) write(`${what}: done in ${Math.round((performance.now() - began) / 1000)} seconds`, true)
    },
  }
}
