import type { Reach } from '../db/embeddedReach.ts'
import type { Standings } from '../standing.ts'
import { keepLog } from './backup/log/keepLog.ts'
import { watchDisk } from './disk/watchDisk.ts'
import type { WhileAway } from './standby/model.ts'
import { expectPrimary, keepInStep } from './standby/primary.ts'

type On = Readonly<{ ownerUrl: string; dataFolder: string; reach: Reach | undefined; whileAway: WhileAway | undefined; archive: string | undefined; reserve: number; standings: Standings; log: (line: string) => void; ended: () => boolean }>

/** What stands beside the embedded database while Kith runs: the watch over its disk, its standby, the keeping of its log. @throws StartFault when a standby took over from it */
export async function openBeside(on: On): Promise<{ stop: () => Promise<void>; replaced: Promise<never> }> {
  const stopDisk = await watchDisk(on)
  await expectPrimary(on, on.ended)
  const pair = keepInStep(on)
  const stopLog = on.archive ? keepLog({ ...on, archive: on.archive }) : undefined
  return {
    replaced: pair.replaced.then((fault) => { throw fault }),
    stop: async () => {
      stopDisk()
      pair.stop()
      await stopLog?.()
    },
  }
}
