import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const length = body.length < 128 ? [body.length] : body.length < 256 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 255]
  return Buffer.concat([Buffer.of(tag, ...length), body])
}
const [sequence, set] = [0x30, 0x31]
const oid = (...bytes: number[]) => der(6, Buffer.of(...bytes))
const ecdsaWithSha256 = der(sequence, oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2))
const named = (name: string) => der(sequence, der(set, der(sequence, oid(0x55, 4, 3), der(0x0c, Buffer.from(name)))))
const time = (at: Date) => der(0x18, Buffer.from(`${at.toISOString().replace(/\D/g, '').slice(0, 14)}Z`))

/** A certificate of its own for localhost and 127.0.0.1 (X.509, RFC 5280), so that tests need no other program. */
export function certificate(days = 30): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const names = der(sequence, der(0x82, Buffer.from('localhost')), der(0x87, Buffer.of(127, 0, 0, 1)))
  const told = der(sequence,
    der(0xa0, der(2, Buffer.of(2))),
    der(2, Buffer.concat([Buffer.of(1), randomBytes(8)])),
    ecdsaWithSha256, named('localhost'),
    der(sequence, time(new Date(Date.now() - 86_400_000)), time(new Date(Date.now() + days * 86_400_000))),
    named('localhost'), publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(sequence, der(sequence, oid(0x55, 0x1d, 0x11), der(4, names)))))
  const whole = der(sequence, told, ecdsaWithSha256, der(3, Buffer.of(0), sign('sha256', told, privateKey)))
  const lines = whole.toString('base64').match(/.{1,64}/g)!.join('\n')
  return { cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
}
