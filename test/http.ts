import { afterAll } from 'vitest'
import { openHouse } from '../src/app.ts'
import { freshDatabase } from './database.ts'
import { testDocuments, testKeys } from './keys.ts'
import { visitorsOf } from './visitors.ts'

/** A house on a database of its own, asked without a network. */
export async function openForHttp(options: Partial<Pick<Parameters<typeof openHouse>[0], 'provider' | 'rate' | 'watching' | 'keys'>> = {}) {
  const database = await freshDatabase()
  const house = await openHouse({ ownerUrl: database.ownerUrl, dataFolder: '/nonexistent', keys: testKeys, documents: testDocuments, demonstration: false, ...options })
  afterAll(() => house.close())
  return { ...database, house, visit: visitorsOf(house.server, database.owner) }
}
