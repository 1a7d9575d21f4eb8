import { once } from 'node:events'
import { mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { serverOfVersion } from './oldServer.ts'
import { cleanUp, contentsOf, databasesOn, newFolder, startKith, usedFolder } from './program.ts'

afterEach(cleanUp)

async function refusal(dataFolder: string, environment: NodeJS.ProcessEnv = {}): Promise<string> {
  const kith = startKith({ dataFolder, environment })
  expect(await kith.ended).toBe(1)
  expect(kith.said()).not.toContain('Kith is open')
  const sentence = kith.complained()
  expect(sentence.split('\n')).toHaveLength(1)
  expect(sentence).not.toMatch(/ at .*\.js|Error|ECONN|secret/)
  return sentence
}

describe('what is in the way of a start is said in one plain sentence', () => {
  it('a second start on one data folder: the first goes on', async () => {
    const dataFolder = await usedFolder()
    const first = startKith({ dataFolder })
    const address = await first.open()
    expect(await refusal(dataFolder)).toMatch(/already runs on the data folder .* \(process \d+\)\. Use that one, stop it first/)
    expect((await fetch(address)).status).toBeLessThan(500)
    await expect.poll(() => databasesOn(dataFolder).length).toBe(1)
  })

  it('two starts in the same moment: exactly one opens', async () => {
    const dataFolder = newFolder()
    const both = [startKith({ dataFolder }), startKith({ dataFolder })]
    const outcomes = await Promise.all(both.map((kith) => kith.open().then(() => 'open', () => 'refused')))
    expect(outcomes.toSorted()).toEqual(['open', 'refused'])
  })

  it('a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const dataFolder = newFolder()
    expect(await refusal(dataFolder, { PORT: String(port) })).toBe(`Port ${port} is in use by another program. Stop that program, or start on another port, for example PORT=${port + 1} npm start.`)
    expect(databasesOn(dataFolder)).toEqual([])
    other.close()
  })

  it('a port that is none', async () => {
    expect(await refusal(newFolder(), { PORT: 'eighty' })).toMatch(/PORT must be a number/)
  })

  it('a folder of somebody else’s files, which stay as they are', async () => {
    const dataFolder = newFolder()
    writeFileSync(join(dataFolder, 'letter.txt'), 'Dear Sam')
    mkdirSync(join(dataFolder, 'pictures'))
    const before = contentsOf(dataFolder)
    expect(await refusal(dataFolder)).toMatch(/holds files that are not Kith's, and nothing was changed/)
    expect(contentsOf(dataFolder)).toBe(before)
  })

  const damages: [string, (cluster: string) => void][] = [
    ['whose control file is cut off', (cluster) => truncateSync(join(cluster, 'global/pg_control'), 100)],
    ['whose control file is gone', (cluster) => rmSync(join(cluster, 'global/pg_control'))],
    ['without its list of transactions', (cluster) => rmSync(join(cluster, 'pg_xact'), { recursive: true })],
    ['without its write-ahead log', (cluster) => rmSync(join(cluster, 'pg_wal'), { recursive: true })],
    ['without its database', (cluster) => rmSync(cluster, { recursive: true })],
    ['whose password is gone', (cluster) => rmSync(join(cluster, '../postgres-password'))],
  ]
  it.each(damages)('a data folder %s, and nothing of it is changed', async (_, damage) => {
    const dataFolder = await usedFolder()
    damage(join(dataFolder, 'postgres'))
    const before = contentsOf(dataFolder)
    expect(await refusal(dataFolder)).toMatch(/damaged.* [Pp]ut a backup of the data folder back, or set KITH_DATA/)
    const withoutLog = (contents: string) => contents.replace(/.*postgres\.log\n/, '')
    expect(withoutLog(contentsOf(dataFolder))).toBe(withoutLog(before))
    expect(databasesOn(dataFolder)).toEqual([])
  })

  it('a database whose files are gone, found only when it is asked', async () => {
    const dataFolder = await usedFolder()
    const base = join(dataFolder, 'postgres/base')
    for (const name of readdirSync(base)) rmSync(join(base, name), { recursive: true })
    expect(await refusal(dataFolder)).toMatch(/^The database in .* is damaged: parts of it are missing or cannot be read\. Put a backup of the data folder back, or set KITH_DATA to a new folder\. What the database says is in .*postgres\.log\.$/)
    expect(databasesOn(dataFolder)).toEqual([])
  })

  it('a data folder made by an older or newer PostgreSQL', async () => {
    const dataFolder = await usedFolder()
    writeFileSync(join(dataFolder, 'postgres/PG_VERSION'), '17\n')
    expect(await refusal(dataFolder)).toMatch(/was made by PostgreSQL 17, and this Kith brings 18/)
  })

  it('a database too old', async () => {
    const old = await serverOfVersion('14.2', '140002')
    expect(await refusal(newFolder(), { DATABASE_URL: old.url })).toMatch(/is PostgreSQL 14\.2, and Kith needs 15 or newer\. Nothing was changed/)
    old.close()
  })

  const given = new URL(process.env.KITH_TEST_DATABASE ?? '')
  const changed = (change: Partial<Record<'port' | 'password' | 'pathname' | 'username', string>>) => Object.assign(new URL(given), change).href
  it.each([
    ['out of reach', 'postgres://someone:secret@127.0.0.1:1/kith', /127\.0\.0\.1:1 is out of reach/],
    ['behind a wrong password', changed({ password: 'secret' }), /refuses the user name or the password/],
    ['that is not there', changed({ pathname: '/not_there' }), /has no database of the name/],
    ['whose address is no address', 'database.example', /is not the address of a PostgreSQL server/],
  ])('a database %s', async (_, url, sentence) => {
    expect(await refusal(newFolder(), { DATABASE_URL: url })).toMatch(sentence)
  })

  it('a user of the database who may make nothing in it', async () => {
    const client = new pg.Client({ connectionString: given.href })
    await client.connect()
    await client.query(`drop role if exists kith_test_visitor; create role kith_test_visitor login password 'visiting'`)
    const url = changed({ username: 'kith_test_visitor', password: 'visiting' })
    expect(await refusal(newFolder(), { DATABASE_URL: url })).toMatch(/may not make what Kith needs/)
    await client.query('drop role kith_test_visitor')
    await client.end()
  })
})
