import { createHash, createPrivateKey, createPublicKey, diffieHellman, sign, verify, type KeyObject } from 'node:crypto'
import type { Keys } from '../keys.ts'

/** What another council is given of a key: it proves what was signed with it, and seals what only its council opens. */
export type PublicKey = Readonly<{ /** As it is handed over: one word. */ text: string; /** Read aloud to be sure: eight groups of four. */ name: string; signing: Buffer; sealing: Buffer }>

/** The council's own key: Ed25519 to sign, X25519 to open what was sealed for it (RFC 8032, RFC 7748). Both are worked out from the keys of the council and kept nowhere. */
export type CouncilKey = Readonly<{
  public: PublicKey
  sign: (bytes: Uint8Array) => Buffer
  /** The secret shared with somebody's public part; undefined where it was made for a key that is not given. */
  agree: (forKey: string, other: Uint8Array) => Buffer | undefined
  /** Words that lock one file for whoever has no key: the same each time for the same file. */
  wordsFor: (about: string) => string
}>

const beginning = 'kith-council-key-1.'
// RFC 8410: the bytes around a bare key.
const around = { signing: '302e020100300506032b657004220420', sealing: '302e020100300506032b656e04220420', signingPublic: '302a300506032b6570032100', sealingPublic: '302a300506032b656e032100' } as const
const privateOf = (kind: 'signing' | 'sealing', seed: Buffer): KeyObject => createPrivateKey({ key: Buffer.concat([Buffer.from(around[kind], 'hex'), seed]), format: 'der', type: 'pkcs8' })
export const publicObject = (kind: 'signingPublic' | 'sealingPublic', raw: Uint8Array): KeyObject => createPublicKey({ key: Buffer.concat([Buffer.from(around[kind], 'hex'), raw]), format: 'der', type: 'spki' })
/** The 32 bytes of a public part. */
export const rawPublic = (key: KeyObject): Buffer => createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)

const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update('kith council key').update(bytes).digest()
function publicFrom(signing: Buffer, sealing: Buffer): PublicKey {
  const both = Buffer.concat([signing, sealing])
  const mark = digest(both)
  return { text: `${beginning}${Buffer.concat([both, mark.subarray(0, 4)]).toString('base64url')}`, name: mark.subarray(0, 16).toString('hex').match(/.{4}/g)?.join(' ') ?? '', signing, sealing }
}

/** Reads what another council handed over; nothing where a letter of it is wrong. */
export function readPublicKey(text: string): PublicKey | undefined {
  const word = text.replace(/\s+/g, '')
  if (!word.startsWith(beginning)) return undefined
  const bytes = Buffer.from(word.slice(beginning.length), 'base64url')
  if (bytes.length !== 68) return undefined
  const found = publicFrom(bytes.subarray(0, 32), bytes.subarray(32, 64))
  return found.text === word ? found : undefined
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const wordsFrom = (bytes: Buffer): string => ([...bytes.subarray(0, 30)].map((byte) => letters[byte % letters.length] ?? 'a').join('').match(/.{5}/g) ?? []).join('-')

/** The key of this council. A key that was replaced still opens what was sealed for it; the newest signs. */
export function councilKeyOf(keys: Keys): CouncilKey {
  const seeds = keys.everyKeyFor('council signing').map((signing, at) => ({ signing: privateOf('signing', signing), sealing: privateOf('sealing', keys.everyKeyFor('council sealing')[at] ?? signing) }))
  const pairs = seeds.map((pair) => ({ ...pair, public: publicFrom(rawPublic(pair.signing), rawPublic(pair.sealing)) }))
  const [newest] = pairs
  if (!newest) throw new Error('A council has at least one key.')
  return {
    public: newest.public,
    sign: (bytes) => sign(null, bytes, newest.signing),
    agree: (forKey, other) => {
      const mine = pairs.find((pair) => pair.public.name === forKey)
      return mine && diffieHellman({ privateKey: mine.sealing, publicKey: publicObject('sealingPublic', other) })
    },
    wordsFor: (about) => wordsFrom(keys.mark('council words', about)),
  }
}

/** Whether the holder of this key signed these bytes. */
export function signedBy(signing: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify(null, bytes, publicObject('signingPublic', signing), signature)
  } catch {
    return false
  }
}
