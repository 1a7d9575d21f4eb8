import { openPool } from '../../../platform/db/pool.ts'
import type { Keys } from '../../../platform/keys.ts'
import { checkpointFolder, noteCheckpoint } from './checkpoints.ts'
import { auditKey, startSealer } from './sealer.ts'

/** Seals the audit of this council while its server runs. `told`: each time the end was noted outside, or sealing failed. @returns what stops it: the last events are sealed and noted then */
export function keepSealed({ url, keys, dataFolder, told }: Readonly<{ url: string; keys: Keys; dataFolder: string; told: (what: 'noted' | 'failed') => void }>): () => Promise<void> {
  const pool = openPool(url, 1)
  const folder = checkpointFolder(dataFolder)
  const sealer = startSealer(pool, auditKey(keys), {
    note: (end) => {
      try {
        noteCheckpoint(folder, end)
        told('noted')
      } catch {
        process.stderr.write(`The end of the audit could not be noted in ${folder}: look whether the disk is full and whether Kith may write there.\n`)
      }
    },
    worry: () => {
      told('failed')
      process.stderr.write('The audit could not be sealed just now. Kith tries again every ten seconds; what was done meanwhile is kept and is sealed then.\n')
    },
  })
  return async () => {
    await sealer.stop()
    await pool.end()
  }
}
