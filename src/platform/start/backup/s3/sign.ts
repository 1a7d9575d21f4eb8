import { createHash, createHmac } from 'node:crypto'

export type Credentials = Readonly<{ id: string; secret: string; region: string; token?: string | undefined }>
export type Request = Readonly<{ method: string; url: URL; headers?: Readonly<Record<string, string>>; body?: Buffer | undefined }>

const hashOf = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')
const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest()
/** As RFC 3986 has it: more is escaped than JavaScript does by itself. */
export const escaped = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)

/** The headers of a request to an S3 place, signed (AWS Signature Version 4, with the hash of the body). `at`: the instant, in ISO form. */
export function signed({ method, url, headers = {}, body = Buffer.alloc(0) }: Request, who: Credentials, at: string): Record<string, string> {
  const stamp = at.replace(/\.\d+/, '').replace(/[-:]/g, '')
  const scope = `${stamp.slice(0, 8)}/${who.region}/s3/aws4_request`
  const sent: Record<string, string> = { ...headers, 'x-amz-content-sha256': hashOf(body), 'x-amz-date': stamp, ...(who.token ? { 'x-amz-security-token': who.token } : {}) }
  const all = Object.entries({ ...sent, host: url.host }).map(([name, value]) => [name.toLowerCase(), value.trim()] as const).sort(([a], [b]) => (a < b ? -1 : 1))
  const names = all.map(([name]) => name).join(';')
  const query = [...url.searchParams].map(([name, value]) => `${escaped(name)}=${escaped(value)}`).sort().join('&')
  const request = [method, url.pathname, query, ...all.map(([name, value]) => `${name}:${value}`), '', names, hashOf(body)].join('\n')
  const key = ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${who.secret}`, stamp.slice(0, 8)), who.region))
  const signature = hmac(key, ['AWS4-HMAC-SHA256', stamp, scope, hashOf(request)].join('\n')).toString('hex')
  return { ...sent, authorization: `AWS4-HMAC-SHA256 Credential=${who.id}/${scope}, SignedHeaders=${names}, Signature=${signature}` }
}
