import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'

const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest()
const hex = (body: Buffer | string) => createHash('sha256').update(body).digest('hex')

/** Whether a request was signed with this secret, worked out from what came over the wire alone. */
function isSigned(request: IncomingMessage, body: Buffer, secret: string): boolean {
  const [, id = '', day = '', region = '', names = '', signature = ''] = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(request.headers.authorization ?? '') ?? []
  if (!id || request.headers['x-amz-content-sha256'] !== hex(body) || !names.split(';').includes('host')) return false
  const [path, query = ''] = request.url!.split('?')
  const canonical = [request.method, path, query.split('&').map((each) => (each.includes('=') || each === '' ? each : `${each}=`)).sort().join('&'), ...names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}`), '', names, hex(body)].join('\n')
  let key = hmac(`AWS4${secret}`, day)
  for (const word of [region, 's3', 'aws4_request']) key = hmac(key, word)
  return hmac(key, ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], `${day}/${region}/s3/aws4_request`, hex(canonical)].join('\n')).toString('hex') === signature
}

/** A small place in the shape of S3: multipart uploads, and objects read again. Parts but the last are held to 5 MiB, as S3 holds them. */
export async function openPlace(secret: string) {
  const objects = new Map<string, Buffer>()
  const uploads = new Map<string, Map<number, Buffer>>()
  const faults = { part: 0 }
  const answer = (request: IncomingMessage, body: Buffer): [number, string | Buffer, Record<string, string>?] => {
    const url = new URL(request.url!, 'http://place')
    const [name, upload] = [url.pathname, url.searchParams.get('uploadId')]
    const parts = upload ? uploads.get(upload) : undefined
    if (!isSigned(request, body, secret)) return [403, '<Error><Code>SignatureDoesNotMatch</Code></Error>']
    if (request.method === 'POST' && url.searchParams.has('uploads')) {
      uploads.set(String(uploads.size + 1), new Map())
      return [200, `<R><UploadId>${uploads.size}</UploadId></R>`]
    }
    if (request.method === 'PUT' && parts) {
      if (faults.part > 0 && (faults.part -= 1) >= 0) return [500, '']
      parts.set(Number(url.searchParams.get('partNumber')), body)
      return [200, '', { etag: `"${hex(body)}"` }]
    }
    if (request.method === 'POST' && parts) {
      const told = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>&quot;([0-9a-f]+)&quot;<\/ETag>/g)].map(([, number, tag]) => ({ body: parts.get(Number(number)), tag }))
      if (told.some((part, n) => !part.body || hex(part.body) !== part.tag || (n < told.length - 1 && part.body.length < 5 << 20))) return [200, '<Error><Code>InvalidPart</Code></Error>']
      objects.set(name, Buffer.concat(told.map((part) => part.body!)))
      uploads.delete(upload!)
      return [200, '<R/>']
    }
    if (request.method === 'DELETE' && upload) return [uploads.delete(upload) ? 204 : 404, '']
    const object = objects.get(name)
    return object ? [200, request.method === 'HEAD' ? '' : object] : [404, '']
  }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const [status, body, headers = {}] = answer(request, Buffer.concat(chunks))
    response.writeHead(status, headers).end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address!.port : ''}`, objects, uploads, faults, close: () => void server.close() }
}
