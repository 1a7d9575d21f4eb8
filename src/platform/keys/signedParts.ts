import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { signedBy, type CouncilKey } from './councilKey.ts'

/** The table of contents of a bundle: each part with its hash. It is what is signed. */
export type Manifest = Readonly<{ format: 1; id: string; from: string; to: string; madeAt: string; signer: string; parts: readonly Readonly<{ name: string; lines: number; bytes: number; sha256: string }>[] }>
export type Part = Readonly<{ name: string; rows: readonly unknown[] }>

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const linesOf = (rows: readonly unknown[]): Buffer => Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
/** Unpacked, a bundle is at most this large: nothing is unpacked further. */
const most = 128_000_000

/** Parts as lines of JSON behind a signed manifest, packed. The same parts give the same bytes. */
export function signParts(about: Readonly<Pick<Manifest, 'id' | 'from' | 'to' | 'madeAt'>>, parts: readonly Part[], key: CouncilKey): Buffer {
  const bodies = parts.map(({ name, rows }) => ({ name, lines: rows.length, body: linesOf(rows) }))
  const manifest: Manifest = { format: 1, id: about.id, from: about.from, to: about.to, madeAt: about.madeAt, signer: key.public.name, parts: bodies.map(({ name, lines, body }) => ({ name, lines, bytes: body.length, sha256: sha256(body) })) }
  const told = Buffer.from(`${JSON.stringify(manifest)}\n`)
  return deflateRawSync(Buffer.concat([told, Buffer.from(`${key.sign(told).toString('base64url')}\n`), ...bodies.map(({ body }) => body)]))
}

export type Read = Readonly<{
  manifest: Manifest
  /** Whether the holder of this public part signed it. */
  signedBy: (signing: Uint8Array) => boolean
  /** Every part by its hash, nothing between and nothing after; undefined where it is not what was signed. Asked for once it is known who signed: what nobody signed is not unfolded. */
  parts: () => ReadonlyMap<string, readonly unknown[]> | undefined
} | { fault: 'unreadable' | 'otherFormat' }>

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isManifest = (value: unknown): value is Manifest =>
  isRecord(value) && value['format'] === 1 && ['id', 'from', 'to', 'madeAt', 'signer'].every((name) => typeof value[name] === 'string') && Array.isArray(value['parts'])
  && value['parts'].every((part: unknown) => isRecord(part) && typeof part['name'] === 'string' && typeof part['sha256'] === 'string' && Number.isInteger(part['lines']) && Number.isInteger(part['bytes']))

/** The contents of a bundle are a few lines about its parts, and a case has so many lines at most: beyond that nothing is unfolded. */
const bounds = { manifest: 20_000, parts: 20, lines: 50_000 } as const

/** Reads a bundle back: first its table of contents and who signed it. Whether that is somebody we know is asked by the caller, who knows the councils. */
export function readParts(packed: Buffer): Read {
  try {
    const bytes = inflateRawSync(packed, { maxOutputLength: most })
    const [one, two] = [bytes.indexOf(10), bytes.indexOf(10, bytes.indexOf(10) + 1)]
    if (one < 0 || two < 0 || two > bounds.manifest) return { fault: 'unreadable' }
    const manifest: unknown = JSON.parse(bytes.subarray(0, one).toString())
    if (isRecord(manifest) && manifest['format'] !== 1) return { fault: 'otherFormat' }
    if (!isManifest(manifest) || manifest.parts.length > bounds.parts || manifest.parts.some((part) => part.lines > bounds.lines)) return { fault: 'unreadable' }
    const [told, signature] = [bytes.subarray(0, one + 1), bytes.subarray(one + 1, two)]
    return { manifest, parts: () => unfolded(manifest, bytes.subarray(two + 1)), signedBy: (signing) => signedBy(signing, told, Buffer.from(signature.toString(), 'base64url')) }
  } catch {
    return { fault: 'unreadable' }
  }
}

function unfolded(manifest: Manifest, bytes: Buffer): ReadonlyMap<string, readonly unknown[]> | undefined {
  const parts = new Map<string, readonly unknown[]>()
  let at = 0
  try {
    for (const part of manifest.parts) {
      const body = bytes.subarray(at, at + part.bytes)
      if (part.bytes < 0 || body.length !== part.bytes || sha256(body) !== part.sha256 || parts.has(part.name)) return undefined
      const rows = body.toString().split('\n', part.lines + 2).slice(0, -1)
      if (rows.length !== part.lines) return undefined
      parts.set(part.name, rows.map((row): unknown => JSON.parse(row)))
      at += part.bytes
    }
    return at === bytes.length ? parts : undefined
  } catch {
    return undefined
  }
}
