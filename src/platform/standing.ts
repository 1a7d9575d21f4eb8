/** What can be done with the record at this moment, and in words why not. */
export type Standing = Readonly<{ reads: boolean; writes: boolean; why?: string | undefined }>

/** Who has something to say about it. */
export type Watcher = 'standby' | 'disk' | 'database'

export type Standings = Readonly<{
  now: () => Standing
  /** What a watcher sees now. `undefined`: all is well with what it watches. */
  say: (watcher: Watcher, standing: Standing | undefined) => void
  /** Measures of the watchers, by name, for those who look after the server. */
  measure: (name: string, value: number, help: string) => void
  measures: () => readonly Readonly<{ name: string; value: number; help: string }>[]
}>

const well: Standing = { reads: true, writes: true }
const weight = (one: Standing): number => (one.reads ? 0 : 2) + (one.writes ? 0 : 1)

/** Gathers what the watchers see: the worst of it is what holds. */
export function standings(): Standings {
  const said = new Map<Watcher, Standing>()
  const measured = new Map<string, { name: string; value: number; help: string }>()
  return {
    now: () => [...said.values()].reduce((worst, one) => (weight(one) > weight(worst) ? one : worst), well),
    say: (watcher, standing) => void (standing ? said.set(watcher, standing) : said.delete(watcher)),
    measure: (name, value, help) => void measured.set(name, { name, value, help }),
    measures: () => [...measured.values()],
  }
}
