/** How far the disk of the record has filled: what Kith does at each step. */
export type Step = 'room' | 'noWrites' | 'reserveUsed' | 'nothing'

/** What is asked of the disk, in bytes. `reserve`: the size of the file that is given up so that reading can go on. */
export type Disk = Readonly<{ free: number; reserve: number; reserveThere: boolean }>

/**
 * What follows from where we were and what is free now. Writing ends while as much as the reserve is still free; when a quarter of that is left, the
 * reserve is given up and reading goes on in it, since every reading is audited and so takes room too; then reading ends as well, before the database
 * itself has nothing left. Back only with half as much again, so that nothing flickers.
 */
export function stepFrom(step: Step, { free, reserve, reserveThere }: Disk): Step {
  if (free >= 1.5 * reserve + (reserveThere ? 0 : reserve)) return 'room'
  if (free < reserve / 4) return reserveThere ? 'reserveUsed' : 'nothing'
  if (step === 'nothing') return free >= reserve / 2 ? 'reserveUsed' : 'nothing'
  if (!reserveThere) return 'reserveUsed'
  return step === 'room' && free >= reserve ? 'room' : 'noWrites'
}
