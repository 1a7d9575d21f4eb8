import { systemClock } from '../../../clock.ts'
import { answered, openShelf, written } from './shelf.ts'

/** Unsent typing of one person on this device. Nothing here is ever the only copy for longer than it takes to reach the council. */
export type Vault = Readonly<{
  put: (name: string, value: unknown) => Promise<void>
  get: (name: string) => Promise<unknown>
  drop: (name: string) => Promise<void>
  names: () => Promise<string[]>
}>

type Kept = Readonly<{ user: string; iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer; at: number }>
const isKept = (value: unknown): value is Kept => typeof value === 'object' && value !== null && 'user' in value && 'sealed' in value && 'at' in value && typeof value.at === 'number'

const keepForMs = 7 * 86_400_000
const nowMs = (): number => Date.parse(systemClock.now())

/**
 * The shelf of this person (by their id). What lies on it is sealed with a key that no script can read out (AES-GCM), one key a person;
 * what is older than seven days is thrown away. Undefined where the browser keeps nothing.
 */
export async function openVault(user: string): Promise<Vault | undefined> {
  try {
    const db = await openShelf('kith-unsent', ['keys', 'kept'])
    const reading = (store: 'keys' | 'kept') => db.transaction(store).objectStore(store)
    const change = (store: 'keys' | 'kept', what: (shelf: IDBObjectStore) => unknown): Promise<void> => {
      const shelf = db.transaction(store, 'readwrite').objectStore(store)
      what(shelf)
      return written(shelf)
    }
    const names = async (): Promise<string[]> => (await answered(reading('kept').getAllKeys())).map(String)
    const found: unknown = await answered(reading('keys').get(user))
    const key = found instanceof CryptoKey ? found : await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
    if (key !== found) await change('keys', (shelf) => shelf.put(key, user))
    const place = (name: string) => `${user} ${name}`
    const lying = async (at: string): Promise<Kept | undefined> => {
      const kept: unknown = await answered(reading('kept').get(at))
      return isKept(kept) ? kept : undefined
    }
    for (const at of await names()) {
      const old = await lying(at)
      if (old && nowMs() - old.at > keepForMs) await change('kept', (shelf) => shelf.delete(at))
    }
    return {
      put: async (name, value) => {
        const iv = crypto.getRandomValues(new Uint8Array(12))
        const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(JSON.stringify(value)))
        await change('kept', (shelf) => shelf.put({ user, iv, sealed, at: nowMs() } satisfies Kept, place(name)))
      },
      get: async (name) => {
        const kept = await lying(place(name))
        if (!kept || kept.user !== user) return undefined
        const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: kept.iv }, key, kept.sealed).catch(() => undefined)
        const value: unknown = text && JSON.parse(new TextDecoder().decode(text))
        return value
      },
      drop: (name) => change('kept', (shelf) => shelf.delete(place(name))),
      names: async () => (await names()).flatMap((at) => (at.startsWith(`${user} `) ? [at.slice(user.length + 1)] : [])),
    }
  } catch {
    return undefined
  }
}
