import { addDays, daysBetween, moment, type Instant, type PlainDate } from '../../kernel/dates.ts'
import { idFrom } from '../../kernel/ids.ts'
import { workingDayFrom } from '../../kernel/workingDays.ts'

/** Chance that comes out the same for the same seed. */
export type Chance = Readonly<{
  /** 0 to under 1. */
  next: () => number
  /** A whole number from `from` to `to`, both possible. */
  whole: (from: number, to: number) => number
  /** True as often as `share` says, 0 to 1. */
  happens: (share: number) => boolean
  pick: <One>(from: readonly One[]) => One
  /** Some different ones, in the order they stand. */
  some: <One>(from: readonly One[], count: number) => One[]
  weighted: <One>(from: readonly (readonly [One, number])[]) => One
  /** An id of that moment. */
  id: (at: Instant) => string
  /** A day from `from` to `to`, both possible. */
  day: (from: PlainDate, to: PlainDate) => PlainDate
  /** A moment of office hours on the day, or on the working day after it. */
  workingMoment: (day: PlainDate) => Instant
}>

/** Four numbers of 32 bits from a text (FNV-1a with four starts), so that seeds that are near each other begin far apart. */
function startOf(seed: string): [number, number, number, number] {
  const from = (start: number) => {
    let hash = start
    for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193)
    return hash >>> 0
  }
  return [from(0x811c9dc5), from(0x9e3779b9), from(0x85ebca6b), from(0xc2b2ae35)]
}

/** The small fast counter generator `sfc32` (public domain, Chris Doty-Humphrey). */
function counter(seed: string): () => number {
  let [a, b, c, d] = startOf(seed)
  const step = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4294967296
  }
  for (let i = 0; i < 12; i++) step()
  return step
}

export function chanceOf(seed: string): Chance {
  const next = counter(seed)
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <One>(from: readonly One[]): One => {
    const one = from[Math.floor(next() * from.length)]
    if (one === undefined) throw new Error('There is nothing to choose from.')
    return one
  }
  const some = <One>(from: readonly One[], count: number): One[] => {
    let left = Math.min(count, from.length)
    return from.filter((_, i) => {
      const taken = next() * (from.length - i) < left
      if (taken) left -= 1
      return taken
    })
  }
  const weighted = <One>(from: readonly (readonly [One, number])[]): One => {
    let at = next() * from.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [one, weight] of from) {
      at -= weight
      if (at < 0) return one
    }
    return pick(from)[0]
  }
  const random = new Uint8Array(16)
  const words = new Uint32Array(random.buffer)
  const id = (at: Instant) => {
    for (let i = 0; i < 4; i++) words[i] = Math.floor(next() * 4294967296)
    return idFrom(Date.parse(at), random)
  }
  const day = (from: PlainDate, to: PlainDate) => (to <= from ? from : addDays(from, whole(0, daysBetween(from, to))))
  const workingMoment = (on: PlainDate): Instant => moment(Date.parse(`${workingDayFrom(on)}T09:00:00.000Z`) + whole(0, 7 * 3600) * 1000)
  return { next, whole, happens: (share) => next() < share, pick, some, weighted, id, day, workingMoment }
}
