import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

// RFC 6238 (time-based one-time passwords) over RFC 4226, with what every authenticator app understands: SHA-1, six digits, 30 seconds.
const stepSeconds = 30
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648 base32 without padding, as authenticator apps take it. */
export function base32(bytes: Uint8Array): string {
  let bits = 0
  let held = 0
  let text = ''
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += letters[(held >> bits) & 31] ?? ''
    }
    held &= (1 << bits) - 1
  }
  return bits > 0 ? text + (letters[(held << (5 - bits)) & 31] ?? '') : text
}

/** A new secret: 160 bits, as RFC 4226 (section 4) recommends. */
export const newSecret = (): Buffer => randomBytes(20)

/** Which half minute a moment lies in. */
export const stepAt = (ms: number): number => Math.floor(ms / 1000 / stepSeconds)

/** The code of a step (RFC 4226, 5.3: dynamic truncation). */
export function codeAt(secret: Uint8Array, step: number, digits = 6, algorithm: 'sha1' | 'sha256' | 'sha512' = 'sha1'): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac(algorithm, secret).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 0x0f
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** The step whose code this is, of now and one half minute to either side, later than `after`; undefined when it is none. Spaces are passed over. */
export function stepOf(secret: Uint8Array, code: string, nowMs: number, after: number): number | undefined {
  const typed = code.replace(/\s/g, '')
  const now = stepAt(nowMs)
  return [now, now - 1, now + 1].filter((step) => same(codeAt(secret, step), typed)).find((step) => step > after)
}

/** What the square code says to the app (Key URI Format; SHA-1, six digits and 30 seconds are what it takes when nothing is said). */
export const uriOf = (secret: Uint8Array, issuer: string, account: string): string =>
  `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`
