import type { FastifyInstance } from 'fastify'
import { unavailable } from '../../kernel/errors.ts'
import type { Standings } from '../../platform/standing.ts'
import { isWrite } from './guard.ts'

const always = /^\/(health\/|metrics$)|\.(css|js|svg|woff2|png|ico|webmanifest)$/
/** What must go on for anybody to read at all: signing in and out, and asking by post. */
const forReading = /^\/(sign-in|sign-out|prove|here)(\/|$)|^\/api\/queries\//

/** Refuses at the door what the database cannot do now, in one plain sentence, before any of it is begun. */
export function openDoorWhileWell(server: FastifyInstance, standings: Standings | undefined): void {
  if (!standings) return
  server.addHook('onRequest', async (request, reply) => {
    const { reads, writes, why } = standings.now()
    const path = request.url.split('?')[0] ?? '/'
    if ((reads && writes) || always.test(path)) return
    if (reads && (!isWrite(request) || forReading.test(path))) return
    reply.header('retry-after', '10')
    throw unavailable(why ?? awayWords)
  })
}

const awayWords = 'The record is out of reach just now. What you wrote is kept where you wrote it. Kith goes on by itself: try again in a minute.'
const fullWords = 'Nothing can be saved just now: the disk of the record is full. What you wrote is kept where you wrote it. Those who look after Kith have to make room.'

const away = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', '53300', '25006'])
const codeOf = (fault: unknown): string => (typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : '')

/** What to say when the database is gone, follows another one, or has no room: nothing of ours is broken then. */
export function wordsOfAbsence(fault: unknown): string | undefined {
  const code = codeOf(fault)
  if (code === '53100') return fullWords
  const gone = away.has(code) || code.startsWith('08') || (fault instanceof Error && /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/.test(fault.message))
  return gone ? awayWords : undefined
}
