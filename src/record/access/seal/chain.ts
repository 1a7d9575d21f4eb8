import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import type { Checkpoint, Event, Link, Seal } from './model.ts'

/** Bytes of a digest that are kept for each event: enough that nobody finds another event with the same ones. */
export const digestLength = 16

/** The first link stands on this. */
export const beginning: Buffer = createHash('sha256').update('Kith audit').digest()

// The frame of an Ed25519 private key (RFC 8410) before its 32 bytes.
const frame = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The two halves of the key that signs. `secret`: 32 bytes of the key room. */
export function signingKey(secret: Buffer): { secret: KeyObject; shown: KeyObject } {
  const own = createPrivateKey({ key: Buffer.concat([frame, secret]), format: 'der', type: 'pkcs8' })
  return { secret: own, shown: createPublicKey(own) }
}

/** The half of the key that may be shown, as text. */
export const asText = (key: KeyObject): string => key.export({ format: 'der', type: 'spki' }).toString('base64')

export const digestOf = (event: Event): Buffer =>
  createHash('sha256').update(JSON.stringify([event.id, event.at, event.actor, event.session, event.what, event.people, event.why, event.refused, event.via, event.section])).digest().subarray(0, digestLength)

type Unsealed = Omit<Seal, 'hash' | 'signature'>

/** The hash of a link: over the link before it and all that it says. */
export const hashOf = (before: Buffer, seal: Unsealed): Buffer =>
  createHash('sha256').update(before).update(JSON.stringify([seal.number, seal.sealedAt, seal.upto, seal.awaited, seal.events])).update(seal.digests).digest()

/** Seals these events behind the link before. */
export function sealed(before: Pick<Link, 'number' | 'hash'> | undefined, now: Readonly<{ sealedAt: string; upto: number; awaited: readonly number[] }>, events: readonly Event[], key: KeyObject): Seal {
  const seal: Unsealed = { number: (before?.number ?? 0) + 1, ...now, events: events.map((event) => event.id), digests: Buffer.concat(events.map(digestOf)) }
  const hash = hashOf(before?.hash ?? beginning, seal)
  return { ...seal, hash, signature: sign(null, hash, key) }
}

export const isSignedBy = (shown: KeyObject, seal: Pick<Seal, 'hash' | 'signature'>): boolean => verify(null, seal.hash, shown, seal.signature)

export const checkpointOf = (seal: Seal, shown: KeyObject): Checkpoint =>
  ({ number: seal.number, sealedAt: seal.sealedAt, hash: seal.hash.toString('base64'), signature: seal.signature.toString('base64'), key: asText(shown) })
