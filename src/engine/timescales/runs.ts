import type { Instant, PlainDate } from '../../kernel/dates.ts'
import type { Duty, Happening } from './model.ts'

/** Ends every clock unless the duty says otherwise: it is then neither met nor missed. */
export const alwaysStops: readonly string[] = ['case.closed', 'person.died', 'person.reachedEighteen', 'person.movedToAnotherAuthority']

export type Pause = Readonly<{ from: PlainDate; to?: PlainDate; reason: string }>
/** One stretch of a duty, from what began it to what ended it. */
export type Run = Readonly<{
  startedOn: PlainDate; startedAt?: Instant; pauses: readonly Pause[]; extendedBy: readonly string[]
  end?: Readonly<{ how: 'done' | 'stopped'; on: PlainDate; at?: Instant; event: string }>
}>

const byTime = (a: Happening, b: Happening): number => {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1
  if (a.at && b.at && a.at !== b.at) return a.at < b.at ? -1 : 1
  return 0
}

const begin = (one: Happening): Run => ({ startedOn: one.on, ...(one.at ? { startedAt: one.at } : {}), pauses: [], extendedBy: [] })
const end = (run: Run, one: Happening, how: 'done' | 'stopped'): Run =>
  ({ ...run, end: { how, on: one.on, event: one.event, ...(one.at ? { at: one.at } : {}) } })

function paused(run: Run, duty: Duty, one: Happening): Run {
  const open = run.pauses.find((pause) => pause.to === undefined)
  if (open && duty.pauses?.some((pause) => pause.to === one.event)) {
    return { ...run, pauses: run.pauses.map((pause) => pause === open ? { ...pause, to: one.on } : pause) }
  }
  if (!open && one.reason && duty.pauses?.some((pause) => pause.from === one.event)) {
    return { ...run, pauses: [...run.pauses, { from: one.on, reason: one.reason }] }
  }
  return run
}

function step(run: Run, duty: Duty, one: Happening): Run {
  if (duty.restart === 'last' && duty.from.includes(one.event)) return begin(one)
  if (duty.extended?.some((extension) => extension.by === one.event)) return { ...run, extendedBy: [...run.extendedBy, one.event] }
  return paused(run, duty, one)
}

/** All the stretches of a duty in a history, oldest first. What happened after `until` is not yet known. */
export function runsOf(duty: Duty, history: readonly Happening[], until: PlainDate): Run[] {
  const runs: Run[] = []
  let open: Run | undefined
  const stops = duty.stoppedBy ?? alwaysStops
  for (const one of history.filter((happening) => happening.on <= until).sort(byTime)) {
    const begins = duty.from.includes(one.event)
    if (!open) {
      if (begins) open = begin(one)
    } else if (stops.includes(one.event)) {
      runs.push(end(open, one, 'stopped'))
      open = undefined
    } else if (duty.to.includes(one.event)) {
      runs.push(end(open, one, 'done'))
      open = duty.manner === 'every' || begins ? begin(one) : undefined
    } else {
      open = step(open, duty, one)
    }
  }
  return open ? [...runs, open] : runs
}
