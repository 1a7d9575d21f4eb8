import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { keysFrom, mastersGiven } from '../../keys.ts'
import { StartFault } from '../fault.ts'
import { reader } from './reading.ts'

const mark = Buffer.from('KITH SEALED 1\n')
const piece = 1 << 16
const tagLength = 16
const damaged = () => new StartFault('The backup is damaged or not whole. Nothing was changed. Use another one.')

/** The keys for backups that the settings give: `KITH_BACKUP_KEY`, else worked out from `KITH_KEY`. The first seals, all of them open. @throws StartFault */
export function backupKeys(settings: Readonly<Record<string, string | undefined>>): readonly Buffer[] {
  if (settings['KITH_BACKUP_KEY']) return mastersGiven(settings['KITH_BACKUP_KEY'], 'KITH_BACKUP_KEY')
  return settings['KITH_KEY'] ? mastersGiven(settings['KITH_KEY'], 'KITH_KEY').map((master) => keysFrom([master]).keyFor('backup')) : []
}

const nameOf = (key: Buffer, salt: Buffer): Buffer => createHmac('sha256', key).update('name').update(salt).digest().subarray(0, 8)
const ofFile = (key: Buffer, salt: Buffer): Buffer => Buffer.from(hkdfSync('sha256', key, salt, 'kith backup file', 32))

/** The number of the piece and whether it is the last are its nonce: a piece that is left out, moved or cut off does not open. */
function nonce(number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeUIntBE(number, 5, 6)
  bytes[11] = last ? 1 : 0
  return bytes
}

/** Sealed with AES-256-GCM, piece by piece, under a key of this file alone. Without a key as it is. */
export function sealing(key: Buffer | undefined): (source: AsyncIterable<Buffer>) => AsyncGenerator<Buffer> {
  return async function* (source) {
    if (!key) return yield* source
    const salt = randomBytes(16)
    const own = ofFile(key, salt)
    yield Buffer.concat([mark, salt, nameOf(key, salt)])
    const from = reader(source)
    for (let number = 0, last = false; !last; number += 1) {
      const plain = await from.upTo(piece)
      last = await from.ended()
      const cipher = createCipheriv('aes-256-gcm', own, nonce(number, last))
      yield Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    }
  }
}

/** Opens what was sealed; what never was passes as it is. @throws StartFault when no key fits, or a byte of it was changed, moved or is missing */
export function opening(keys: readonly Buffer[]): (source: AsyncIterable<Buffer>) => AsyncGenerator<Buffer> {
  return async function* (source) {
    const from = reader(source)
    const head = await from.upTo(mark.length)
    if (!head.equals(mark)) {
      yield head
      return yield* from.rest()
    }
    const [salt, name] = [await from.upTo(16), await from.upTo(8)]
    if (name.length < 8) throw damaged()
    if (keys.length === 0) throw new StartFault('The backup is encrypted. Give its key as KITH_BACKUP_KEY, or KITH_KEY when it was taken with that. Nothing was changed.')
    const key = keys.find((each) => nameOf(each, salt).equals(name))
    if (!key) throw new StartFault('The backup was encrypted with another key than the one that is given. Give that one as KITH_BACKUP_KEY, or as KITH_KEY when it was taken with that. Nothing was changed.')
    const own = ofFile(key, salt)
    for (let number = 0, last = false; !last; number += 1) {
      const sealed = await from.upTo(piece + tagLength)
      last = await from.ended()
      if (sealed.length < tagLength) throw damaged()
      const opened = createDecipheriv('aes-256-gcm', own, nonce(number, last)).setAuthTag(sealed.subarray(-tagLength))
      try {
        yield Buffer.concat([opened.update(sealed.subarray(0, -tagLength)), opened.final()])
      } catch {
        throw damaged()
      }
    }
  }
}
