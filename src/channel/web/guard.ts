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

/** What an answer to this request carries. Over TLS, our own or a proxy's on this machine, a browser is told to stay with TLS for two years. */
export const headersFor = (request: Pick<FastifyRequest, 'protocol'>): Readonly<Record<string, string>> =>
  request.protocol === 'https' ? { ...safeHeaders, 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : safeHeaders

const reads = new Set(['GET', 'HEAD', 'OPTIONS'])
/** Whether the request may change something. */
export const isWrite = (request: Pick<FastifyRequest, 'method'>): boolean => !reads.has(request.method)

/** Whether a write came from our own pages: the browser says so by Origin, or by Sec-Fetch-Site. */
export function isOurOwn(request: Pick<FastifyRequest, 'headers'>): boolean {
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
