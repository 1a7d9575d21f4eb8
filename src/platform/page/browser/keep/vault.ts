import { openDB, type DBSchema } from 'idb'
import { systemClock } from '../../../clock.ts'

/** Unsent typing of one person on this device. Nothing here is ever the only copy for longer than it takes to reach the council. */
export type Vault = Readonly<{
  put: (name: string, value: unknown) => Promise<void>
  get: (name: string) => Promise<unknown>
  drop: (name: string) => Promise<void>
  names: () => Promise<string[]>
}>

type Kept = { user: string; iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer; at: number }
interface Shelf extends DBSchema {
  keys: { key: string; value: CryptoKey }
  kept: { key: string; value: Kept }
}

const keepForMs = 7 * 86_400_000
const nowMs = (): number => Date.parse(systemClock.now())

/**
 * The shelf of this person (by their id). What lies on it is sealed with a key that no script can read out (AES-GCM), one key a person;
 * what is older than seven days is thrown away. Undefined where the browser keeps nothing.
 */
export async function openVault(user: string): Promise<Vault | undefined> {
  try {
    const db = await openDB<Shelf>('kith-unsent', 1, {
      upgrade(fresh) {
        fresh.createObjectStore('keys')
        fresh.createObjectStore('kept')
      },
    })
    const key = (await db.get('keys', user)) ?? (await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']))
    await db.put('keys', key, user)
    const place = (name: string) => `${user} ${name}`
    for (const at of await db.getAllKeys('kept')) {
      const old = await db.get('kept', at)
      if (old && nowMs() - old.at > keepForMs) await db.delete('kept', at)
    }
    return {
      put: async (name, value) => {
        const iv = crypto.getRandomValues(new Uint8Array(12))
        const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(JSON.stringify(value)))
        await db.put('kept', { user, iv, sealed, at: nowMs() }, place(name))
      },
      get: async (name) => {
        const kept = await db.get('kept', place(name))
        if (!kept || kept.user !== user) return undefined
        const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: kept.iv }, key, kept.sealed).catch(() => undefined)
        const value: unknown = text && JSON.parse(new TextDecoder().decode(text))
        return value
      },
      drop: (name) => db.delete('kept', place(name)),
      names: async () => (await db.getAllKeys('kept')).flatMap((at) => (at.startsWith(`${user} `) ? [at.slice(user.length + 1)] : [])),
    }
  } catch {
    return undefined
  }
}
