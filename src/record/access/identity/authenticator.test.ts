import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base32, codeAt, newSecret, stepAt, stepOf, uriOf } from './authenticator.ts'

// RFC 6238, appendix B; the seeds for SHA-256 and SHA-512 as corrected by erratum 2866.
const seed = { sha1: '12345678901234567890', sha256: '12345678901234567890123456789012', sha512: '1234567890123456789012345678901234567890123456789012345678901234' } as const

describe('The code of an authenticator', () => {
  it.each([
    [59, 'sha1', '94287082'], [59, 'sha256', '46119246'], [59, 'sha512', '90693936'],
    [1111111109, 'sha1', '07081804'], [1111111109, 'sha256', '68084774'], [1111111109, 'sha512', '25091201'],
    [1111111111, 'sha1', '14050471'], [1111111111, 'sha256', '67062674'], [1111111111, 'sha512', '99943326'],
    [1234567890, 'sha1', '89005924'], [1234567890, 'sha256', '91819424'], [1234567890, 'sha512', '93441116'],
    [2000000000, 'sha1', '69279037'], [2000000000, 'sha256', '90698825'], [2000000000, 'sha512', '38618901'],
    [20000000000, 'sha1', '65353130'], [20000000000, 'sha256', '77737706'], [20000000000, 'sha512', '47863826'],
  ] as const)('%i seconds, %s: %s (RFC 6238, appendix B)', (seconds, algorithm, code) => {
    expect(codeAt(Buffer.from(seed[algorithm]), stepAt(seconds * 1000), 8, algorithm)).toBe(code)
  })

  it.each([['755224', 0], ['287082', 1], ['359152', 2], ['969429', 3], ['338314', 4], ['254676', 5], ['287922', 6], ['162583', 7], ['399871', 8], ['520489', 9]] as const)('%s is the code of counter %i (RFC 4226, appendix D)', (code, counter) => {
    expect(codeAt(Buffer.from(seed.sha1), counter)).toBe(code)
  })

  it('is taken half a minute early or late, with a space in it, and never again once it was used', () => {
    const secret = newSecret()
    const now = 1_800_000_000_000
    const at = stepAt(now)
    for (const step of [at - 1, at, at + 1]) expect(stepOf(secret, codeAt(secret, step).replace(/^(...)/, '$1 '), now, 0)).toBe(step)
    for (const step of [at - 2, at + 2]) expect(stepOf(secret, codeAt(secret, step), now, 0)).toBeUndefined()
    expect(stepOf(secret, codeAt(secret, at), now, at)).toBeUndefined()
    expect(stepOf(secret, '', now, 0)).toBeUndefined()
  })

  it.each([['', ''], ['f', 'MY'], ['fo', 'MZXQ'], ['foo', 'MZXW6'], ['foob', 'MZXW6YQ'], ['fooba', 'MZXW6YTB'], ['foobar', 'MZXW6YTBOI']] as const)('base32 of “%s” is “%s” (RFC 4648, section 10)', (text, expected) => {
    expect(base32(Buffer.from(text))).toBe(expected)
  })

  it('is told to the app as an address that holds the secret, the council and the account', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (issuer, account) => {
      const url = new URL(uriOf(Buffer.from(seed.sha1), issuer, account))
      expect(url.searchParams.get('issuer')).toBe(issuer)
      expect(url.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
    }))
  })
})
