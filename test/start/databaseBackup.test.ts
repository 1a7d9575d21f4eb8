import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCouncil } from '../../src/channel/demo/make.ts'
import { sizes } from '../../src/channel/demo/sizes.ts'
import { plain } from '../../src/kernel/dates.ts'
import { readArchive, writeArchive } from '../../src/platform/start/backup/logical/file.ts'
import { putLogical } from '../../src/platform/start/backup/logical/put.ts'
import { alike, sumOf, tablesOf } from '../../src/platform/start/backup/logical/tables.ts'
import { takeLogical } from '../../src/platform/start/backup/logical/take.ts'
import { dumpSchema } from '../../src/platform/db/dumpSchema.ts'
import { migrationsHere } from '../../src/platform/db/migrate.ts'
import { freshDatabase, type Fresh } from '../database.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-kept-'))
const made: string[] = []
const server = () => process.env.KITH_TEST_DATABASE!
const named = (database: string) => Object.assign(new URL(server()), { pathname: `/${database}` }).href
async function asked<Answer>(url: string, run: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return run(client).finally(() => client.end())
}
async function emptyDatabase(owner?: string): Promise<string> {
  const name = `kith_kept_${randomBytes(6).toString('hex')}`
  made.push(name)
  await asked(server(), (client) => client.query(`create database ${name}${owner ? ` owner ${owner}` : ''}`))
  return named(name)
}
/** Every table's rows and hash, read by the superuser: none of it goes through the role for backups. */
const sumsIn = (url: string) => asked(url, async (client) => {
  await client.query(alike)
  const sums: Record<string, { rows: number; sha256: string }> = {}
  for (const table of await tablesOf(client)) sums[table.name] = await sumOf(client, table)
  return sums
})
const schemaOf = (url: string) => asked(url, dumpSchema)
const file = (name: string) => join(folder, name)
const key = randomBytes(32)
const restoring = (name: string, url: string, keys: readonly Buffer[] = []) => putLogical(url, () => readArchive(file(name), keys))
/** Councils that were restored, by the file they came from: each is whole, and one test after the other may have it. */
const whole = new Map<string, string>()

let town: Fresh
beforeAll(async () => {
  town = await freshDatabase()
  await makeCouncil({ ownerUrl: town.ownerUrl, size: sizes['small']!, seed: '1', today: plain('2026-11-23') })
  await writeArchive(takeLogical(town.ownerUrl), file('plain'), undefined)
  await writeArchive(takeLogical(town.ownerUrl), file('sealed'), key)
})
afterAll(async () => {
  for (const name of made) await asked(server(), (client) => client.query(`drop database if exists ${name} with (force)`))
  rmSync(folder, { recursive: true, force: true })
})

describe('a backup of a database', () => {
  it.each(['plain', 'sealed'])('restored into an empty one (%s) has every table with the same rows and the same hash, and the same form', async (name) => {
    const url = await emptyDatabase()
    await restoring(name, url, [randomBytes(32), key])
    const [was, is] = [await sumsIn(town.ownerUrl), await sumsIn(url)]
    expect(Object.keys(is).length).toBeGreaterThan(60)
    expect(is['people.person']!.rows).toBeGreaterThan(100)
    expect(is).toEqual(was)
    expect(await schemaOf(url)).toBe(await schemaOf(town.ownerUrl))
    whole.set(name, url)
    const resting = await asked(url, (client) => client.query(`select tgrelid::regclass from pg_trigger where not tgisinternal and tgenabled = 'D'`))
    expect(resting.rows).toEqual([])
  })

  it('goes on counting where the council was: the next event of the audit has a number of its own', async () => {
    const counters = (each: string) => asked(each, async (client) => (await client.query(`select last_value, is_called from ${(await client.query(`select pg_get_serial_sequence('audit.event', attname) as s from pg_attribute where attrelid = 'audit.event'::regclass and attidentity <> ''`)).rows[0].s}`)).rows)
    for (const url of whole.values()) expect(await counters(url)).toEqual(await counters(town.ownerUrl))
    expect(whole.size).toBe(2)
  })

  it('is of one moment: what is written together while it is taken is in it together or not at all', async () => {
    let pairs = 0
    let going = true
    const writing = [1, 2].map(async () => {
      while (going) {
        const name = `test.pair.${(pairs += 1)}`
        // The first table is read long before the other.
        await town.owner.query(`begin; insert into access.team (id, name, kind) select gen_random_uuid(), '${name}', kind from access.team limit 1; insert into ops.setting (id, key, value) values (gen_random_uuid(), '${name}', '1'); commit`)
      }
    })
    await expect.poll(() => pairs, { timeout: 60_000 }).toBeGreaterThan(20)
    const before = pairs - 2
    await writeArchive(takeLogical(town.ownerUrl), file('busy'), undefined)
    const after = pairs
    going = false
    await Promise.all(writing)
    expect(after).toBeGreaterThan(before + 2)
    const url = await emptyDatabase()
    await restoring('busy', url)
    const { rows } = await asked(url, (client) => client.query(`select (t.id is not null and s.id is not null) as whole from (select * from access.team where name like 'test.pair.%') t full join (select * from ops.setting where key like 'test.pair.%') s on s.key = t.name`))
    expect(rows.length).toBeGreaterThanOrEqual(before)
    expect(rows.filter((row) => !row.whole)).toEqual([])
  })

  it('is not kept when a policy hides a row from the role that reads it', async () => {
    const other = whole.get('plain')!
    await asked(other, (client) => client.query('drop policy backup on people.person'))
    await expect(writeArchive(takeLogical(other), file('hidden'), undefined)).rejects.toThrow(/sees 0 of \d+ rows of people\.person, and no backup was kept/)
    expect(existsSync(file('hidden'))).toBe(false)
  })

  it('is taken and restored by an owner who is no superuser', async () => {
    const role = `kith_lesser_${randomBytes(4).toString('hex')}`
    await asked(server(), (client) => client.query(`create role ${role} login password 'lesser' in role kith_owner, kith_gate`))
    const url = new URL(await emptyDatabase(role))
    Object.assign(url, { username: role, password: 'lesser' })
    try {
      await restoring('plain', url.href)
      const again = Object.assign(new URL(url), { username: role, password: 'lesser' })
      process.env.KITH_BACKUP_DATABASE_URL = Object.assign(new URL(again), { username: new URL(server()).username, password: new URL(server()).password }).href
      await writeArchive(takeLogical(url.href), file('lesser'), undefined)
    } finally {
      delete process.env.KITH_BACKUP_DATABASE_URL
    }
    const third = await emptyDatabase()
    await restoring('lesser', third)
    expect(await sumsIn(third)).toEqual(await sumsIn(url.href.replace(`${role}:lesser`, `${new URL(server()).username}:${new URL(server()).password}`)))
    await asked(server(), async (client) => {
      await client.query(`drop database ${new URL(url).pathname.slice(1)} with (force)`)
      await client.query(`drop role ${role}`)
    })
  })
})

describe('a backup that cannot be used says why in one sentence and changes nothing', () => {
  const changed = (from: string, to: string, change: (bytes: Buffer) => Buffer) => writeFileSync(file(to), change(readFileSync(file(from))))
  const flipped = (bytes: Buffer) => {
    const at = Math.floor(bytes.length / 2)
    bytes[at] = bytes[at]! ^ 1
    return bytes
  }
  const sealedPiece = (1 << 16) + 16
  const head = 14 + 16 + 8
  it.each([
    ['damaged', 'plain', flipped, [], /damaged or not whole/],
    ['cut off', 'plain', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1000), [], /damaged or not whole/],
    ['another file', 'plain', () => Buffer.from('a letter'), [], /damaged or not whole/],
    ['sealed and damaged', 'sealed', flipped, [key], /damaged or not whole/],
    ['sealed and cut off', 'sealed', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1000), [key], /damaged or not whole/],
    ['sealed and cut off between two pieces', 'sealed', (bytes: Buffer) => bytes.subarray(0, head + 2 * sealedPiece), [key], /damaged or not whole/],
    ['sealed with two pieces in each other’s place', 'sealed', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, head), bytes.subarray(head + sealedPiece, head + 2 * sealedPiece), bytes.subarray(head, head + sealedPiece), bytes.subarray(head + 2 * sealedPiece)]), [key], /damaged or not whole/],
    ['sealed, and no key is given', 'sealed', (bytes: Buffer) => bytes, [], /is encrypted\. Give its key as KITH_BACKUP_KEY/],
    ['sealed, and another key is given', 'sealed', (bytes: Buffer) => bytes, [randomBytes(32)], /encrypted with another key/],
  ])('%s', async (name, from, change, keys, sentence) => {
    changed(from, name, change)
    expect(readFileSync(file('sealed')).length).toBeGreaterThan(head + 3 * sealedPiece)
    const url = await emptyDatabase()
    await expect(restoring(name, url, keys)).rejects.toThrow(sentence)
    expect(await sumsIn(url)).toEqual({})
  })

  it('a database with people in it keeps them', async () => {
    const before = await sumsIn(town.ownerUrl)
    await expect(restoring('plain', town.ownerUrl)).rejects.toThrow(/is not empty, and nothing was changed/)
    expect(await sumsIn(town.ownerUrl)).toEqual(before)
  })

  it('a row that points to nobody is found at the end, and the database has nothing in it again', async () => {
    const other = whole.get('sealed')!
    await asked(other, (client) => client.query(`alter table access.membership disable trigger all; update access.membership set team_id = gen_random_uuid() where ctid = (select min(ctid) from access.membership); alter table access.membership enable trigger all`))
    await writeArchive(takeLogical(other), file('torn'), undefined)
    const url = await emptyDatabase()
    await expect(restoring('torn', url)).rejects.toThrow(/could not be loaded, and the database is as it was\. The database says: error 23503/)
    expect(await sumsIn(url)).toEqual({})
  })

  it('a database of another form is not backed up, since no version could restore it', async () => {
    const other = await freshDatabase()
    await other.owner.query('delete from kith.migration where name = $1', [migrationsHere().at(-1)!.name])
    await expect(writeArchive(takeLogical(other.ownerUrl), file('older'), undefined)).rejects.toThrow(/form of another version/)
  })
})
