import { describe, it } from 'vitest'
import { freshDatabase } from '../database.ts'
import { agreeInAnyCouncil } from './anyCouncil.ts'

const { pool, owner } = await freshDatabase()

describe('In any council', () => {
  it('the database shows every actor what the policy says, of every person in every domain, and nothing derived differs from its source', async () => {
    await agreeInAnyCouncil(pool, owner, 20)
  })
})
