import { createHash } from 'node:crypto'

/**
 * The same id for the same words, always and on every machine: a UUIDv8 (RFC 9562, 5.8) of their SHA-256.
 * A second import of the same child, referral or assessment finds the row of the first.
 */
export function idOf(...words: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(['kith.cin', ...words])).digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const h = hash.toString('hex')
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20, 32)}`
}

/** What a child is called across files: the authority and its own number for the child, as the authority wrote it. */
export const childIdentity = (authority: string, localId: string): string => idOf('child', authority, localId)

/** Tells the second of two like things from the first: the first has 1, the next 2. */
export function ordinals(): (key: string) => number {
  const seen = new Map<string, number>()
  return (key) => {
    const next = (seen.get(key) ?? 0) + 1
    seen.set(key, next)
    return next
  }
}
