import { writeFileSync } from 'node:fs'
import type { TLSSocket } from 'node:tls'
import { request } from 'node:https'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { hostFrom, tlsFilesFrom } from '../../src/platform/start/tls.ts'
import { certificate } from './certificate.ts'
import { cleanUp, newFolder, startKith, usedFolder } from './program.ts'

afterEach(cleanUp)

const asked = (address: string, ca: string) => new Promise<{ status: number; hsts: string; of: string }>((settle, refuse) => {
  const one = request(`${address}/sign-in`, { ca, agent: false }, (reply) => {
    reply.resume()
    settle({ status: reply.statusCode ?? 0, hsts: String(reply.headers['strict-transport-security'] ?? ''), of: (reply.socket as TLSSocket).getPeerCertificate().serialNumber })
  })
  one.once('error', refuse)
  one.end()
})

describe('an own certificate', () => {
  it('is what a browser is answered with, and a renewed one is taken into use while Kith runs', async () => {
    const folder = newFolder()
    const [cert, key] = [join(folder, 'kith.crt'), join(folder, 'kith-tls.key')]
    const put = (one: { cert: string; key: string }) => { writeFileSync(cert, one.cert); writeFileSync(key, one.key) }
    const [first, second] = [certificate(5), certificate()]
    put(first)
    const kith = startKith({ dataFolder: await usedFolder(), environment: { KITH_TLS_CERT: cert, KITH_TLS_KEY: key, KITH_LISTEN: '127.0.0.1' } })
    const address = await kith.open()
    expect(address).toMatch(/^https:/)
    const before = await asked(address, first.cert)
    expect(before).toMatchObject({ status: 200, hsts: expect.stringMatching(/max-age=63072000/) })
    await expect(asked(address, second.cert)).rejects.toThrow()
    await expect(fetch(address.replace('https', 'http'))).rejects.toThrow()
    expect(kith.said()).toMatch(/ALERT The certificate of KITH_TLS_CERT ends in [45] days/)

    writeFileSync(cert, second.cert)
    expect((await asked(address, first.cert)).of).toBe(before.of)
    put(second)
    await expect.poll(() => asked(address, second.cert).then(({ of }) => of !== before.of, () => false), { timeout: 60_000, interval: 500 }).toBe(true)
  })

  it.each<[string, () => unknown, RegExp]>([
    ['half of it', () => tlsFilesFrom({ KITH_TLS_CERT: '/etc/kith.crt' }), /^A certificate needs both/],
    ['none, for other machines', () => hostFrom('0.0.0.0', false), /^KITH_LISTEN names an address that other machines reach/],
  ])('%s is refused in one sentence', (_, run, sentence) => expect(run).toThrow(sentence))

  it('that is not that of the key is refused before anything is opened', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'one.crt'), certificate().cert)
    writeFileSync(join(folder, 'other.key'), certificate().key)
    const kith = startKith({ dataFolder: join(folder, 'data'), environment: { KITH_TLS_CERT: join(folder, 'one.crt'), KITH_TLS_KEY: join(folder, 'other.key') } })
    expect([await kith.ended, kith.complained()]).toEqual([1, expect.stringMatching(/^The certificate of KITH_TLS_CERT and the key of KITH_TLS_KEY cannot be used/)])
  })
})
