import { expect, it } from 'vitest'
import { freshDatabase } from '../database.ts'
import { sealableWorld, sealingAgrees, writeSealable } from './sealedInDatabase.ts'

it('Whoever seals an adoption may do what the policy says, and nothing else; the record of old shows no destination, and stays with brothers and sisters', async () => {
  const { owner, pool } = await freshDatabase()
  const sealable = sealableWorld()
  await writeSealable(owner, sealable)
  expect(await sealingAgrees(pool, sealable, 12)).toBeGreaterThan(3)
})
