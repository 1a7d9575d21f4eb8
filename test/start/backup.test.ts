import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { livingOwnerUrl } from '../../src/platform/db/embedded.ts'
import { cleanUp, contentsOf, newFolder, runKith, startKith } from './program.ts'

afterEach(cleanUp)

async function connected(dataFolder: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: livingOwnerUrl(dataFolder) })
  // When a test ends early its council is stopped under it: that is told by the test, not by the connection.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

describe('a backup', () => {
  it('is taken while people save, and restored it holds all that was saved before it began', async () => {
    const folder = newFolder()
    const [dataFolder, restored, file] = [join(folder, 'data'), join(folder, 'restored'), join(folder, 'council.tar.gz')]
    const council = startKith({ dataFolder })
    await council.open()
    const client = await connected(dataFolder)
    await client.query('create table saved (number int primary key)')
    let last = 0
    let going = true
    const saving = (async () => {
      while (going) await client.query('insert into saved values ($1)', [(last += 1)])
    })()
    await expect.poll(() => last, { timeout: 60_000 }).toBeGreaterThan(50)
    const before = last - 1
    expect(await runKith(dataFolder, ['backup', file])).toMatchObject({ code: 0, complained: '' })
    going = false
    await saving
    await client.end()
    await council.stop()
    expect(statSync(file).mode & 0o077).toBe(0)

    expect(await runKith(restored, ['restore', file])).toMatchObject({ code: 0, complained: '' })
    const again = startKith({ dataFolder: restored })
    await again.open()
    const reader = await connected(restored)
    const { rows } = await reader.query<{ count: number; most: number }>('select count(*)::int as count, max(number) as most from saved')
    await reader.end()
    // Without a hole: whatever is there is everything up to some moment after the backup began.
    expect(rows[0]?.count).toBe(rows[0]?.most)
    expect(rows[0]?.count).toBeGreaterThanOrEqual(before)
  })

  it('of a council that is not running is taken too', async () => {
    const folder = newFolder()
    const [dataFolder, file] = [join(folder, 'data'), join(folder, 'council.tar.gz')]
    const council = startKith({ dataFolder })
    await council.open()
    await council.stop()
    expect(await runKith(dataFolder, ['backup', file])).toMatchObject({ code: 0, complained: '' })
    expect(await runKith(join(folder, 'restored'), ['restore', file])).toMatchObject({ code: 0 })
    const again = startKith({ dataFolder: join(folder, 'restored') })
    await again.open()

    const cut = join(folder, 'cut.tar.gz')
    writeFileSync(cut, readFileSync(file).subarray(0, 200_000))
    expect(await runKith(join(folder, 'third'), ['restore', cut])).toMatchObject({ code: 1, complained: expect.stringMatching(/is not a whole backup of Kith\. Nothing was changed/) })
    expect(readdirSync(folder).filter((name) => name.startsWith('third'))).toEqual([])

    const kept = contentsOf(folder).match(/.*council\.tar\.gz/)?.[0]
    expect(await runKith(dataFolder, ['backup', file])).toMatchObject({ code: 1, complained: expect.stringMatching(/already, and it was not changed/) })
    expect(contentsOf(folder)).toContain(kept)
    expect(await runKith(dataFolder, ['restore', file])).toMatchObject({ code: 1, complained: expect.stringMatching(/is not empty, and nothing was changed/) })
  })

  it('of a database without a council is none, and says so', async () => {
    const file = join(newFolder(), 'council.tar.gz')
    expect(await runKith(newFolder(), ['backup', file], { DATABASE_URL: process.env.KITH_TEST_DATABASE })).toMatchObject({ code: 1, complained: expect.stringMatching(/holds no council yet/) })
    expect(existsSync(file)).toBe(false)
  })

  it('of a database that DATABASE_URL names is restored into an empty one by the same two commands, encrypted when a key is given', async () => {
    const folder = newFolder()
    const names = ['one', 'two'].map((each) => `kith_test_${each}_${process.pid}`)
    const [one, two] = names.map((name) => ({ DATABASE_URL: Object.assign(new URL(process.env.KITH_TEST_DATABASE!), { pathname: `/${name}` }).href, KITH_BACKUP_KEY: randomBytes(32).toString('base64') }))
    const server = new pg.Client({ connectionString: process.env.KITH_TEST_DATABASE })
    await server.connect()
    try {
      for (const name of names) await server.query(`create database ${name}`)
      const file = join(folder, 'council')
      expect(await runKith(join(folder, 'data'), ['migrate'], one)).toMatchObject({ code: 0 })
      expect(await runKith(join(folder, 'data'), ['backup', file], one)).toMatchObject({ code: 0, complained: '', said: expect.stringMatching(/It is encrypted/) })
      expect(await runKith(join(folder, 'data'), ['restore', file], two)).toMatchObject({ code: 1, complained: expect.stringMatching(/^The backup was encrypted with another key/) })
      expect(await runKith(join(folder, 'data'), ['restore', file], { ...two!, KITH_BACKUP_KEY: one!.KITH_BACKUP_KEY })).toMatchObject({ code: 0, complained: '', said: expect.stringMatching(/each table counted and its hash compared/) })
    } finally {
      for (const name of names) await server.query(`drop database if exists ${name} with (force)`)
      await server.end()
    }
  })
})
