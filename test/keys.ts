import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Clock } from '../src/platform/clock.ts'
import { documentsWith } from '../src/platform/documents.ts'
import { keysFrom } from '../src/platform/keys.ts'
import { signIn, type SignedIn } from '../src/record/access/signIn.ts'

/** The keys of one run of tests. */
export const testMaster = randomBytes(32)
export const testKeys = keysFrom([testMaster])
/** Documents of a run of tests are kept sealed. */
export const testDocuments = documentsWith(testKeys)

/** Signs in by password alone, from one place. @throws when a second factor is asked for */
export async function signInByPassword(pool: pg.Pool, clock: Clock, email: string, password: string, device: string): Promise<SignedIn | undefined> {
  const found = await signIn({ pool, clock, keys: testKeys }, { email, password, device, from: { address: '192.0.2.1' } })
  if (found && 'pending' in found) throw new Error('A second factor is asked for.')
  return found
}
