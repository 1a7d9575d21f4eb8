import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { dumpSchema } from './dumpSchema.ts'
import { dbFolder } from './migrate.ts'

const { owner } = await freshDatabase()
const file = join(dbFolder(), 'schema.sql')

it('db/schema.sql shows the database as the migrations leave it (KITH_WRITE_SCHEMA=1 writes it anew)', async () => {
  const client = await owner.connect()
  const now = await dumpSchema(client).finally(() => client.release())
  if (process.env.KITH_WRITE_SCHEMA === '1') writeFileSync(file, now)
  expect(now).toBe(readFileSync(file, 'utf8'))
})
