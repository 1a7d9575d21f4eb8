import { StartFault } from '../fault.ts'

/** The name under which the standby follows its primary. */
export const standbyName = 'kith_standby'

/** What the primary does while its standby is away. `wait`: nothing is saved that only one machine would have. `alert`: it goes on alone, and says so loudly. */
export type WhileAway = 'wait' | 'alert'

/** What one of the two says of the other, kept in the record itself so that both have it. */
export type Pair = Readonly<{
  /** Where the standby's database is found. */
  standbyAt: string
  /** Whether the primary waits for it. */
  waits: boolean
  /** When this standby took over, as an instant: the one that was the primary is so no longer. */
  tookOverAt?: string
}>

/** `KITH_STANDBY`. @throws StartFault */
export function whileAwayFrom(given: string | undefined): WhileAway | undefined {
  if (!given) return undefined
  if (given === 'wait' || given === 'alert') return given
  throw new StartFault('KITH_STANDBY is wait (nothing is saved while the standby is away) or alert (Kith goes on alone and says so). Set one of them.')
}

/** `KITH_STANDBY_OF`: the primary's database, as its `npm run kith -- standby` prints it. @throws StartFault */
export function primaryFrom(given: string | undefined): string | undefined {
  if (!given) return undefined
  if (URL.canParse(given) && /^postgres(ql)?:$/.test(new URL(given).protocol) && new URL(given).password) return given
  throw new StartFault('KITH_STANDBY_OF is not the address of a primary. npm run kith -- standby prints it there: postgres://kith:…@10.0.0.5:7432/kith.')
}

/** Seconds, or nothing. @throws StartFault */
export function secondsFrom(given: string | undefined, setting: string): number | undefined {
  if (!given) return undefined
  const seconds = Number(given)
  if (Number.isInteger(seconds) && seconds >= 5 && seconds <= 3_600) return seconds
  throw new StartFault(`${setting} is a number of seconds from 5 to 3600.`)
}
