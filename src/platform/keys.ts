import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from './start/process.ts'
import { StartFault } from './start/fault.ts'

/** The key room: what is sealed at rest (authenticator secrets, documents, backups) is sealed here, each purpose with a key of its own. */
export type Keys = Readonly<{
  /** Sealed with AES-256-GCM. `about`: what it belongs to, as an id: sealed bytes moved to another row do not open. */
  seal: (purpose: string, about: string, plain: Uint8Array) => Buffer
  /** @throws KeyFault when no key that is given opens it, or it was changed */
  open: (purpose: string, about: string, sealed: Uint8Array) => Buffer
  /** The same sealed with the present key, or nothing when it is already: how a key is retired for good. @throws KeyFault */
  renewed: (purpose: string, about: string, sealed: Uint8Array) => Buffer | undefined
  /** A fingerprint that nobody without the key can make or test: for a token, an address, a code. */
  mark: (purpose: string, text: string) => Buffer
  /** A key of its own for a purpose that seals in its own way, as a stream: 32 bytes. */
  keyFor: (purpose: string) => Buffer
  /** What the keys that are given are called, the present one first: eight digits that say nothing of a key. */
  names: readonly string[]
  /** The same of every key that is given, the present one first: to read what an older one signed. */
  everyKeyFor: (purpose: string) => readonly Buffer[]
}>

/** Something sealed cannot be opened with the keys that are given. */
export class KeyFault extends Error {}

const keyFile = 'kith.key'
const version = 1
const fromMaster = (master: Buffer, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', master, 'kith', purpose, 32))
/** Which key sealed something: the first four bytes of its fingerprint. */
const nameOf = (master: Buffer): Buffer => createHash('sha256').update('kith key').update(master).digest().subarray(0, 4)

/** Keys from their bytes: the first seals, all of them open, so that a key can be replaced while older sealed rows remain. */
export function keysFrom(masters: readonly Buffer[]): Keys {
  const first = masters[0]
  if (!first || masters.some((master) => master.length !== 32)) throw new KeyFault('A key has 32 bytes.')
  const seal: Keys['seal'] = (purpose, about, plain) => {
    const iv = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', fromMaster(first, purpose), iv).setAAD(Buffer.from(`${purpose} ${about}`))
    return Buffer.concat([Buffer.of(version), nameOf(first), iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  }
  const open: Keys['open'] = (purpose, about, sealed) => {
    const bytes = Buffer.from(sealed)
    const master = masters.find((each) => nameOf(each).equals(bytes.subarray(1, 5)))
    if (bytes.length < 33 || bytes[0] !== version || !master) throw new KeyFault('The key that sealed this is not among the keys that are given.')
    const opened = createDecipheriv('aes-256-gcm', fromMaster(master, purpose), bytes.subarray(5, 17)).setAAD(Buffer.from(`${purpose} ${about}`)).setAuthTag(bytes.subarray(-16))
    try {
      return Buffer.concat([opened.update(bytes.subarray(17, -16)), opened.final()])
    } catch {
      throw new KeyFault('What was sealed was changed, or belongs to something else.')
    }
  }
  return {
    seal,
    open,
    renewed: (purpose, about, sealed) => (nameOf(first).equals(Buffer.from(sealed).subarray(1, 5)) ? undefined : seal(purpose, about, open(purpose, about, sealed))),
    mark: (purpose, text) => createHmac('sha256', fromMaster(first, purpose)).update(text).digest(),
    keyFor: (purpose) => fromMaster(first, purpose),
    names: masters.map((master) => nameOf(master).toString('hex')),
    everyKeyFor: (purpose) => masters.map((master) => fromMaster(master, purpose)),
  }
}

/** `KITH_KEY` holds one key or several, with commas between: 32 bytes each, in base64 or 64 hexadecimal digits. @throws StartFault */
export const keysGiven = (given: string): Keys => keysFrom(mastersGiven(given, 'KITH_KEY'))

/** The bytes of the keys in a setting of this name, the newest first. @throws StartFault */
export function mastersGiven(given: string, setting: string): readonly Buffer[] {
  const masters = given.split(',').map((word) => word.trim()).filter(Boolean).map((word) => (/^[0-9a-f]{64}$/i.test(word) ? Buffer.from(word, 'hex') : Buffer.from(word, 'base64')))
  if (masters.length === 0 || masters.some((master) => master.length !== 32)) throw new StartFault(`${setting} is not a key: it has 32 bytes in base64, as \`openssl rand -base64 32\` prints them. Several stand with commas between, the newest first.`)
  return masters
}

/** The keys of this council: `KITH_KEY`, else the file `kith.key` in the data folder, made at the first start and readable by its owner only. @throws StartFault */
export function keysOf({ given, dataFolder }: { given: string | undefined; dataFolder: string }): Keys {
  if (given) return keysGiven(given)
  const file = join(dataFolder, keyFile)
  const aside = `${file}-${process.pid}`
  try {
    // Linked into place whole: whoever starts at the same moment never reads half a key.
    writeFileSync(aside, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 })
    linkSync(aside, file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw new StartFault(`The key file ${file} could not be made. Look whether the disk is full and whether you may write there, or give the key as KITH_KEY.`)
  } finally {
    rmSync(aside, { force: true })
  }
  try {
    chmodSync(file, 0o600)
    return keysGiven(readFileSync(file, 'utf8'))
  } catch {
    throw new StartFault(`The key file ${file} cannot be read or is damaged. Put it back from where you keep a copy: what it sealed opens with no other key.`)
  }
}
