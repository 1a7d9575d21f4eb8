import type { FastifyRequest } from 'fastify'

/** Only a path of our own: never another site. */
export const safeNext = (next: string): string => (/^\/(?!\/)[\w\-/.]*$/.test(next) ? next : '/')

/** The address that people type for this council: `KITH_ADDRESS`, else the one this request came by. */
export const addressOf = (request: FastifyRequest, given = process.env['KITH_ADDRESS']): string => (given ? new URL(given).origin : `${request.protocol}://${request.host}`)

/** Where the provider tells, by itself, that a session is over: it comes from no page of ours. */
export const endedPath = '/sign-in/council/ended'
