import { setTimeout as wait } from 'node:timers/promises'
import { systemClock } from '../../../clock.ts'
import { StartFault } from '../../fault.ts'
import { reader } from '../reading.ts'
import { escaped, signed, type Credentials } from './sign.ts'

/** One object of an S3 place, and who asks. */
export type Place = Readonly<{ name: string; url: URL; who: Credentials }>

const partSize = 8 << 20
const tries = 4

/** `s3://bucket/name`; a name that ends with a stroke, or none, takes `fallback` after it. @throws StartFault */
export function placeOf(words: string, fallback: string, settings: Readonly<Record<string, string | undefined>>): Place {
  const [, bucket, given = ''] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(words) ?? []
  const [id, secret] = [settings['AWS_ACCESS_KEY_ID'], settings['AWS_SECRET_ACCESS_KEY']]
  if (!bucket) throw new StartFault('The place is not clear. It looks like s3://bucket/folder/name.')
  if (!id || !secret) throw new StartFault('Give the keys of the S3 place as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.')
  const region = settings['AWS_REGION'] || 'eu-west-2'
  const endpoint = settings['KITH_S3_ENDPOINT'] || `https://s3.${region}.amazonaws.com`
  if (!URL.canParse(endpoint)) throw new StartFault('KITH_S3_ENDPOINT is not an address. It looks like https://s3.example.org.')
  const name = given === '' || given.endsWith('/') ? `${given}${fallback}` : given
  const url = new URL(`/${[bucket, ...name.split('/')].map(escaped).join('/')}`, endpoint)
  return { name: `s3://${bucket}/${name}`, url, who: { id, secret, region, token: settings['AWS_SESSION_TOKEN'] } }
}

const refused = (place: Place, what: string) => new StartFault(`${what} ${place.name}. Look whether the place is right and whether its keys may do this. The record was not touched.`)

async function ask(place: Place, method: string, query: Readonly<Record<string, string>> = {}, body?: Buffer): Promise<Response> {
  const url = new URL(place.url)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  for (let trial = 1; ; trial += 1) {
    try {
      const answer = await fetch(url, { method, headers: signed({ method, url, body }, place.who, systemClock.now()), ...(body ? { body: new Uint8Array(body) } : {}) })
      if (answer.status < 500 || trial === tries) return answer
      await answer.arrayBuffer()
    } catch {
      if (trial === tries) throw new StartFault(`The place ${place.name} is out of reach. Look whether KITH_S3_ENDPOINT is right. The record was not touched.`)
    }
    await wait(250 * 2 ** trial)
  }
}

async function begun(place: Place): Promise<string> {
  const there = await ask(place, 'HEAD')
  if (there.status === 200) throw new StartFault(`There is something at ${place.name} already, and it was not changed. Name another place.`)
  const answer = await ask(place, 'POST', { uploads: '' })
  const upload = /<UploadId>([^<]+)<\/UploadId>/.exec(await answer.text())?.[1]
  if (there.status !== 404 || !answer.ok || !upload) throw refused(place, 'The backup could not be written to')
  return upload
}

/** Whether there is something. @throws StartFault when that may not be asked */
export async function isThere(place: Place): Promise<boolean> {
  const { status } = await ask(place, 'HEAD')
  if (status === 200 || status === 404) return status === 200
  throw refused(place, 'It could not be seen what is at')
}

/** Writes what comes as one object, in parts: it is there whole at the end, or not at all. @returns its size in bytes */
export async function upload(place: Place, source: AsyncIterable<Buffer>): Promise<number> {
  const uploadId = await begun(place)
  try {
    const from = reader(source)
    const parts: string[] = []
    let size = 0
    do {
      const part = await from.upTo(partSize)
      const answer = await ask(place, 'PUT', { partNumber: String(parts.length + 1), uploadId }, part)
      const tag = answer.headers.get('etag')
      await answer.arrayBuffer()
      if (!answer.ok || !tag) throw refused(place, 'The backup could not be written to')
      parts.push(`<Part><PartNumber>${parts.length + 1}</PartNumber><ETag>${tag.replaceAll('"', '&quot;')}</ETag></Part>`)
      size += part.length
    } while (!(await from.ended()))
    const answer = await ask(place, 'POST', { uploadId }, Buffer.from(`<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`))
    // S3 may answer 200 and tell of a fault in the text.
    if (!answer.ok || (await answer.text()).includes('<Error>')) throw refused(place, 'The backup could not be written to')
    return size
  } catch (problem) {
    await ask(place, 'DELETE', { uploadId }).catch(() => undefined)
    throw problem
  }
}

/** What the object holds, as it comes. @throws StartFault when it is not there or may not be read */
export async function* download(place: Place): AsyncGenerator<Buffer> {
  const answer = await ask(place, 'GET')
  if (answer.status === 404) throw new StartFault(`There is nothing at ${place.name}.`)
  if (!answer.ok || !answer.body) throw refused(place, 'The backup could not be read from')
  for await (const chunk of answer.body) yield Buffer.from(chunk)
}
