import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import pg from 'pg'
import { fetchArchive, sendArchive } from '../../src/platform/start/backup/logical/file.ts'
import { putLogical } from '../../src/platform/start/backup/logical/put.ts'
import { alike, sumOf, tablesOf } from '../../src/platform/start/backup/logical/tables.ts'
import { takeLogical } from '../../src/platform/start/backup/logical/take.ts'
import { download, placeOf, upload } from '../../src/platform/start/backup/s3/place.ts'
import { signed } from '../../src/platform/start/backup/s3/sign.ts'
import { freshDatabase } from '../database.ts'
import { openPlace } from './s3.ts'

const secret = 'a secret of this test'
let place: Awaited<ReturnType<typeof openPlace>>
beforeAll(async () => { place = await openPlace(secret) })
afterAll(() => place.close())

const at = (words: string, given = secret) => placeOf(words, 'usual.tar.gz', { AWS_ACCESS_KEY_ID: 'tester', AWS_SECRET_ACCESS_KEY: given, KITH_S3_ENDPOINT: place.url })
async function* pieces(bytes: Buffer) {
  for (let from = 0; from < bytes.length; from += 100_000) yield bytes.subarray(from, from + 100_000)
}
async function whole(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of source) chunks.push(chunk)
  return Buffer.concat(chunks)
}

describe('an S3 place', () => {
  it('is asked with the signature of the example that Amazon gives', () => {
    // Amazon S3 API reference, "Signature calculations for the authorization header", example GET object.
    const headers = signed({ method: 'GET', url: new URL('https://examplebucket.s3.amazonaws.com/test.txt'), headers: { range: 'bytes=0-9' } }, { id: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', region: 'us-east-1' }, '2013-05-24T00:00:00.000Z')
    expect(headers['authorization']).toMatch(/Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41$/)
  })

  it('takes a large object in parts, through a fault of its own, and gives the same bytes', async () => {
    const bytes = randomBytes(20_000_000)
    place.faults.part = 1
    expect(await upload(at('s3://kept/council one/(first)'), pieces(bytes))).toBe(bytes.length)
    expect((await whole(download(at('s3://kept/council one/(first)')))).equals(bytes)).toBe(true)
    expect(place.uploads.size).toBe(0)
  })

  it('keeps nothing of what ended before its end', async () => {
    async function* broken() {
      yield randomBytes(9_000_000)
      throw new Error('the database went away')
    }
    await expect(upload(at('s3://kept/broken'), broken())).rejects.toThrow('the database went away')
    expect([place.uploads.size, place.objects.has('/kept/broken')]).toEqual([0, false])
  })

  it('says in one sentence that the keys are wrong, that something is there already, and that nothing is', async () => {
    await upload(at('s3://kept/once'), pieces(Buffer.from('one')))
    await expect(upload(at('s3://kept/once'), pieces(Buffer.from('two')))).rejects.toThrow(/already, and it was not changed/)
    expect((await whole(download(at('s3://kept/once')))).toString()).toBe('one')
    await expect(upload(at('s3://kept/other', 'another secret'), pieces(Buffer.from('two')))).rejects.toThrow(/whether its keys may do this/)
    await expect(whole(download(at('s3://kept/once', 'another secret')))).rejects.toThrow(/could not be read/)
    await expect(whole(download(at('s3://kept/nothing')))).rejects.toThrow(/There is nothing at s3:\/\/kept\/nothing/)
    expect(() => placeOf('s3://kept', 'x', {})).toThrow(/AWS_ACCESS_KEY_ID/)
    expect(at('s3://kept/folder/').name).toBe('s3://kept/folder/usual.tar.gz')
  })

  it('holds an encrypted backup that is restored from it with the same rows in every table', async () => {
    const [town, key] = [await freshDatabase(), randomBytes(32)]
    await town.owner.query(`insert into access.team (id, name) select gen_random_uuid(), 'Team ' || n from generate_series(1, 500) n`)
    const name = `kith_kept_${randomBytes(6).toString('hex')}`
    await town.owner.query(`create database ${name}`)
    const url = Object.assign(new URL(town.ownerUrl), { pathname: `/${name}` }).href
    await sendArchive(takeLogical(town.ownerUrl), at('s3://kept/council/'), key)
    expect(place.objects.get('/kept/council/usual.tar.gz')?.toString('latin1', 0, 13)).toBe('KITH SEALED 1')
    await putLogical(url, () => fetchArchive(at('s3://kept/council/'), [key]))
    const sums = async (each: string) => {
      const client = new pg.Client({ connectionString: each })
      await client.connect()
      await client.query(alike)
      const found: Record<string, unknown> = {}
      for (const table of await tablesOf(client)) found[table.name] = await sumOf(client, table)
      await client.end()
      return found
    }
    expect(await sums(url)).toEqual(await sums(town.ownerUrl))
    await town.owner.query(`drop database ${name} with (force)`)
  })
})
