import type { Instant, PlainDate } from '../../kernel/dates.ts'
import type { Duty, Happening } from './model.ts'

/** Ends every clock unless the duty says otherwise: it is then neither met nor missed. */
const alwaysStops: readonly string[] = ['case.closed', 'person.died', 'person.reachedEighteen', 'person.movedToAnotherAuthority']

export type Pause = Readonly<{ from: PlainDate; to?: PlainDate; reason: string }>
/** One stretch of a duty, from what began it to what ended it. */
export type Run = Readonly<{
  startedOn: PlainDate; startedAt?: Instant; knownOn?: PlainDate; pauses: readonly Pause[]; extendedBy: readonly string[]
  /** The day to which it was last extended, where somebody set one; of a duty in each school term the last day of the term. */
  until?: PlainDate
  end?: Readonly<{ how: 'done' | 'stopped'; on: PlainDate; at?: Instant; event: string }>
}>

/** Of two on one day the earlier first where both hours are known, otherwise as they were told. */
const byTime = (a: Happening, b: Happening): number => a.on.localeCompare(b.on) || (a.at && b.at ? a.at.localeCompare(b.at) : 0)

const begin = (one: Happening, duty: Duty): Run => ({ startedOn: one.on, ...(one.at ? { startedAt: one.at } : {}), ...(one.until && 'terms' in duty.within ? { until: one.until } : {}), pauses: [], extendedBy: [] })
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
  if (duty.restart === 'last' && duty.from.includes(one.event)) return begin(one, duty)
  if (duty.extended?.some((extension) => extension.by === one.event)) return { ...run, extendedBy: [...run.extendedBy, one.event], ...(one.until ? { until: one.until } : {}) }
  return paused(run, duty, one)
}

/** The stretches of a duty that is counted back from something arranged: one for each arranged day, up to the next that is to come. */
function runsAhead(duty: Duty, history: readonly Happening[], until: PlainDate): Run[] {
  const arranged = history.filter((one) => duty.from.includes(one.event) && (!one.knownOn || one.knownOn <= until)).sort(byTime)
  const next = arranged.findIndex((one) => one.on >= until)
  const done = history.filter((one) => duty.to.includes(one.event) && one.on <= until).sort(byTime)
  let from = 0
  return arranged.slice(0, next < 0 ? arranged.length : next + 1).map((one, index): Run => {
    const before = arranged[index - 1]?.on
    const found = done.findIndex((end, place) => place >= from && (before === undefined || end.on > before))
    const finish = done[found]
    const run: Run = { ...begin(one, duty), ...(one.knownOn ? { knownOn: one.knownOn } : {}) }
    if (!finish) return run
    from = found + 1
    return end(run, finish, 'done')
  })
}

/** All the stretches of a duty in a history, oldest first. What happened after `until` is not yet known. */
export function runsOf(duty: Duty, history: readonly Happening[], until: PlainDate): Run[] {
  if (duty.manner === 'ahead') return runsAhead(duty, history, until)
  const runs: Run[] = []
  let open: Run[] = []
  const stops = duty.stoppedBy ?? alwaysStops
  for (const one of history.filter((happening) => happening.on <= until).sort(byTime)) {
    const begins = duty.from.includes(one.event)
    const finishes = duty.to.includes(one.event)
    if (open.length > 0 && (stops.includes(one.event) || finishes)) {
      runs.push(...open.map((run) => end(run, one, finishes ? 'done' : 'stopped')))
      open = begins || (finishes && duty.manner === 'every') ? [begin(one, duty)] : []
    } else if (begins && (open.length === 0 || duty.restart === 'each')) {
      open = [...open, begin(one, duty)]
    } else {
      open = open.map((run) => step(run, duty, one))
    }
  }
  return [...runs, ...open]
}
