import { createCipheriv, createDecipheriv, diffieHellman, generateKeyPairSync, hkdfSync, randomBytes, scryptSync } from 'node:crypto'
import { publicObject, rawPublic, type CouncilKey, type PublicKey } from './councilKey.ts'

/** Outside of a sealed file, readable by anybody: what it is, from whom, for whom. Never about whom. */
export type Head = Readonly<{ what: string; id: string; from: Readonly<{ code: string; name: string }>; to: Readonly<{ code: string; name: string }>; /** For the holder of a key, or for whoever is told the words. */ lock: Readonly<{ for: string; part: string } | { salt: string }> }>
export type Opened = Readonly<{ head: Head; inside: Buffer } | { fault: 'notOurs' | 'otherKey' | 'wordsWanted' | 'changed' }>

const first = Buffer.from('KITH CASE TRANSFER 1\n')
/** A sealed file is read whole: larger than this is none of ours. */
export const mostBytes = 64_000_000
const secretFrom = (shared: Buffer, salt: Buffer): Buffer => Buffer.from(hkdfSync('sha256', shared, salt, 'kith case transfer', 32))
const secretOfWords = (words: string, salt: Buffer): Buffer => scryptSync(words.toLowerCase().replace(/[^a-z0-9]/g, ''), salt, 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 })

/**
 * Seals bytes for one council: X25519 with a key of one use, or scrypt of words told apart; then AES-256-GCM over the inside and, as bound data, the head.
 * So every byte of the file is covered.
 */
export function sealFile(head: Omit<Head, 'lock'>, inside: Uint8Array, lock: Readonly<{ key: PublicKey } | { words: string }>): Buffer {
  const once = 'key' in lock ? generateKeyPairSync('x25519') : undefined
  const salt = once ? rawPublic(once.privateKey) : randomBytes(16)
  const secret = 'key' in lock ? secretFrom(once ? diffieHellman({ privateKey: once.privateKey, publicKey: publicObject('sealingPublic', lock.key.sealing) }) : salt, salt) : secretOfWords(lock.words, salt)
  const told = { ...head, lock: 'key' in lock ? { for: lock.key.name, part: salt.toString('base64url') } : { salt: salt.toString('base64url') } }
  const outside = Buffer.concat([first, Buffer.from(`${JSON.stringify(told)}\n`)])
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', secret, iv).setAAD(outside)
  return Buffer.concat([outside, iv, cipher.update(inside), cipher.final(), cipher.getAuthTag()])
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 300
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isCouncil = (value: unknown): value is Head['from'] => isRecord(value) && isText(value['code']) && isText(value['name'])
const isLock = (value: unknown): value is Head['lock'] => isRecord(value) && (isText(value['salt']) || (isText(value['for']) && isText(value['part'])))
const isHead = (value: unknown): value is Head => isRecord(value) && isText(value['what']) && isText(value['id']) && isCouncil(value['from']) && isCouncil(value['to']) && isLock(value['lock'])
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What stands outside of a file, before it is opened. Undefined for what is no file of ours. */
export function headOf(file: Buffer): Readonly<{ head: Head; outside: Buffer; sealed: Buffer }> | undefined {
  if (file.length > mostBytes || !file.subarray(0, first.length).equals(first)) return undefined
  const end = file.indexOf(10, first.length)
  if (end < 0 || end > 4_000 || file.length < end + 1 + 28) return undefined
  const head = parsed(file.subarray(first.length, end).toString())
  return isHead(head) ? { head, outside: file.subarray(0, end + 1), sealed: file.subarray(end + 1) } : undefined
}

/** Opens a sealed file with the council's own key, or with the words that were told. */
export function openFile(file: Buffer, key: CouncilKey, words?: string): Opened {
  const found = headOf(file)
  if (!found) return { fault: 'notOurs' }
  const { head, outside, sealed } = found
  const secret = 'salt' in head.lock ? words?.trim() && secretOfWords(words, Buffer.from(head.lock.salt, 'base64url')) : shared(key, head.lock)
  if (!secret) return { fault: 'salt' in head.lock ? 'wordsWanted' : 'otherKey' }
  try {
    const opening = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, 12)).setAAD(outside).setAuthTag(sealed.subarray(-16))
    return { head, inside: Buffer.concat([opening.update(sealed.subarray(12, -16)), opening.final()]) }
  } catch {
    return { fault: 'changed' }
  }
}

function shared(key: CouncilKey, lock: Readonly<{ for: string; part: string }>): Buffer | undefined {
  const part = Buffer.from(lock.part, 'base64url')
  try {
    const secret = part.length === 32 ? key.agree(lock.for, part) : undefined
    return secret && secretFrom(secret, part)
  } catch {
    return undefined
  }
}
