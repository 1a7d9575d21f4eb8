import { unavailable } from '../kernel/errors.ts'
import { KeyFault, keysFrom, mastersGiven, type Keys } from './keys.ts'

/**
 * How documents are kept at rest: the words of what was sent out, and returns as they went and as they came. With a key each is sealed (AES-256-GCM) before it reaches the
 * database, as `sealed:KEY:BYTES`; without one it stands there as it is. Both are read either way.
 */
export type Documents = Readonly<{
  /** Which key seals, as eight digits that say nothing of it. */
  key: string | undefined
  /** Whether a key of this name is given. */
  opens: (key: string) => boolean
  /** `about`: what the text belongs to: moved to another row it does not open. */
  kept: (about: string, text: string) => string
  /** @throws HouseError where it is sealed with a key that is not given, or was changed: nothing is lost by that */
  read: (about: string, kept: string) => string
}>

const purpose = 'documents'
const shape = /^sealed:([0-9a-f]{8}):/
/** Which key sealed this, or nothing where it is not sealed. */
export const keyOfKept = (kept: string): string | undefined => shape.exec(kept)?.[1]

const keyMissing = 'The words are kept sealed with a key that this server was not given. Nothing is lost: tell whoever looks after Kith that the key of documents is missing.'

export function documentsWith(keys: Keys | undefined): Documents {
  if (!keys) return { key: undefined, opens: () => false, kept: (_about, text) => text, read: (_about, kept) => { if (keyOfKept(kept)) throw unavailable(keyMissing); return kept } }
  return {
    key: keys.names[0],
    opens: (key) => keys.names.includes(key),
    kept: (about, text) => {
      const sealed = keys.seal(purpose, about, Buffer.from(text))
      return `sealed:${sealed.subarray(1, 5).toString('hex')}:${sealed.toString('base64')}`
    },
    read: (about, kept) => {
      const named = shape.exec(kept)
      if (!named) return kept
      try {
        return keys.open(purpose, about, Buffer.from(kept.slice(named[0].length), 'base64')).toString()
      } catch (fault) {
        throw fault instanceof KeyFault ? unavailable(fault.message.includes('changed') ? 'The words were changed where they are kept, so they are not shown. Tell whoever looks after Kith: a backup has them.' : keyMissing) : fault
      }
    },
  }
}

/** What no key is needed for: tests, and a council that gave none. */
export const unsealed: Documents = documentsWith(undefined)

/**
 * The keys of documents that the settings give: `KITH_DOCUMENT_KEY`, and those worked out from `KITH_KEY`. The first seals, all of them open, so that either can be replaced.
 * The key file of the data folder is never used: a copy of the database without it would have lost them. @throws StartFault
 */
export function documentsFrom(settings: Readonly<Record<string, string | undefined>>): Documents {
  const own = settings['KITH_DOCUMENT_KEY'] ? mastersGiven(settings['KITH_DOCUMENT_KEY'], 'KITH_DOCUMENT_KEY') : []
  const workedOut = settings['KITH_KEY'] ? mastersGiven(settings['KITH_KEY'], 'KITH_KEY').map((master) => keysFrom([master]).keyFor(purpose)) : []
  const masters = [...own, ...workedOut]
  return documentsWith(masters.length > 0 ? keysFrom(masters) : undefined)
}

/** What is kept, for a column of JSON: a text that is JSON as it is, and one that is sealed as a string. */
export const asJson = (kept: string): string => (keyOfKept(kept) ? JSON.stringify(kept) : kept)
/** The other way. */
export const fromJson = (documents: Documents, about: string, kept: unknown): unknown => (typeof kept === 'string' ? JSON.parse(documents.read(about, kept)) : kept)
