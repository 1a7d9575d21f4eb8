import type { FastifyRequest } from 'fastify'
import { safeNext } from './addresses.ts'
import { KeyFault, type Keys } from '../../../platform/keys.ts'
import { writerOf } from '../../../record/access/identity/presence.ts'
import { sessionCookie, type Web } from '../server.ts'
import { fieldsOf } from './provePage.tsx'

/** A form that was sent after its writer's session had ended: where it was going, and what stands in it. */
export type Waiting = Readonly<{ to: string; fields: readonly (readonly [string, string])[] }>
const sealedFor = 'wordsThatWait'
const isWaiting = (value: unknown): value is Waiting => typeof value === 'object' && value !== null && 'to' in value && 'fields' in value && Array.isArray(value.fields)

/**
 * What was sent too late waits in the page that asks its writer to sign in again, sealed for them alone: nobody else at that device reads it there, and the
 * server keeps nothing. Undefined where the browser does not say whose session it was.
 */
export async function keepWaiting(web: Web, request: FastifyRequest): Promise<Readonly<{ email: string; words: string }> | undefined> {
  const token = request.cookies[sessionCookie]
  const writer = token ? await writerOf(web, token) : undefined
  if (!writer) return undefined
  const waiting: Waiting = { to: request.url.split('?')[0] ?? '/', fields: fieldsOf(request.body) }
  return { email: writer.email, words: web.keys.seal(sealedFor, writer.actorId, Buffer.from(JSON.stringify(waiting))).toString('base64url') }
}

/** The same opened again, for the person who wrote it and nobody else. */
export function openWaiting(keys: Keys, actorId: string, words: string): Waiting | undefined {
  try {
    const found: unknown = JSON.parse(keys.open(sealedFor, actorId, Buffer.from(words, 'base64url')).toString())
    return isWaiting(found) ? { ...found, to: safeNext(found.to) } : undefined
  } catch (fault) {
    if (fault instanceof KeyFault) return undefined
    throw fault
  }
}
