import { describe, expect, it } from 'vitest'
import { multipartOf } from './multipart.ts'

const body = (...parts: readonly (readonly [string, string | Buffer])[]) => Buffer.concat([...parts.flatMap(([head, content]) => [Buffer.from(`--edge\r\nContent-Disposition: form-data; ${head}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')]), Buffer.from('--edge--\r\n')])
const type = 'multipart/form-data; boundary=edge'

describe('A form with a file', () => {
  it('gives its fields as text and its file byte by byte', () => {
    const bytes = Buffer.from([0, 255, 13, 10, 45, 45, 101, 100, 0])
    expect(multipartOf(type, body(['name="words"', 'tell me – twice'], ['name="file"; filename="a.kith"', bytes]))).toEqual({ words: 'tell me – twice', file: bytes.toString('base64') })
  })

  it.each([
    ['without an edge', 'multipart/form-data', body(['name="a"', 'b'])],
    ['that breaks off', type, body(['name="a"', 'b']).subarray(0, -10)],
    ['of nothing', type, Buffer.alloc(0)],
    ['of very many parts', type, body(...Array.from({ length: 90 }, (_, at) => [`name="a${at}"`, 'b'] as const))],
  ])('%s is none', (_, said, sent) => expect(multipartOf(said, sent)).toBeUndefined())
})
