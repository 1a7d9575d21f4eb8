import type { FastifyRequest } from 'fastify'

/** On every answer. No inline script or style anywhere. */
export const safeHeaders = {
  'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
} as const

/** Whether a write came from our own pages: the browser says so by Origin, or by Sec-Fetch-Site. */
export function isOurOwn(request: FastifyRequest): boolean {
  const origin = request.headers.origin
  if (origin !== undefined) {
    try {
      return new URL(origin).host === request.headers.host
    } catch {
      return false
    }
  }
  const site = request.headers['sec-fetch-site']
  return site === 'same-origin' || site === 'none'
}
