import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { KeyFault, keysFrom, keysGiven, keysOf } from './keys.ts'
import { StartFault } from './start/fault.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-keys-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const [one, two] = [randomBytes(32), randomBytes(32)]

describe('The key room', () => {
  it('opens what it sealed, whatever it is, and nobody can read it without the key', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), fc.string(), (plain, about) => {
      const keys = keysFrom([one])
      const sealed = keys.seal('documents', about, plain)
      expect(keys.open('documents', about, sealed)).toEqual(Buffer.from(plain))
      if (plain.length > 8) expect(sealed.includes(Buffer.from(plain))).toBe(false)
    }))
  })

  it('never opens what was changed, in any place', () => {
    const keys = keysFrom([one])
    const sealed = keys.seal('documents', 'row 1', Buffer.from('the words of a child'))
    fc.assert(fc.property(fc.integer({ min: 0, max: sealed.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ by
      expect(() => keys.open('documents', 'row 1', changed)).toThrow(KeyFault)
    }))
  })

  it.each([['another purpose', 'backups', 'row 1', one], ['another row', 'documents', 'row 2', one], ['another key', 'documents', 'row 1', two]])('never opens for %s', (_, purpose, about, master) => {
    const sealed = keysFrom([one]).seal('documents', 'row 1', Buffer.from('x'))
    expect(() => keysFrom([master]).open(purpose, about, sealed)).toThrow(KeyFault)
  })

  it('seals with a new key and still opens what the old one sealed', () => {
    const before = keysFrom([one]).seal('documents', 'row', Buffer.from('before'))
    const both = keysGiven(`${two.toString('base64')}, ${one.toString('hex')}`)
    expect(both.open('documents', 'row', before).toString()).toBe('before')
    expect(keysFrom([two]).open('documents', 'row', both.seal('documents', 'row', Buffer.from('after'))).toString()).toBe('after')
    // Sealed anew, it needs the old key no more.
    expect(keysFrom([two]).open('documents', 'row', both.renewed('documents', 'row', before)!).toString()).toBe('before')
    expect(both.renewed('documents', 'row', both.seal('documents', 'row', Buffer.from('after')))).toBeUndefined()
    expect(() => both.renewed('documents', 'another row', before)).toThrow(KeyFault)
  })

  it('makes a key file at the first start that only its owner reads, and uses it from then on', () => {
    const sealed = keysOf({ given: undefined, dataFolder: folder }).seal('documents', 'row', Buffer.from('kept'))
    expect(statSync(join(folder, 'kith.key')).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['kith.key'])
    expect(keysOf({ given: undefined, dataFolder: folder }).open('documents', 'row', sealed).toString()).toBe('kept')
  })

  it('makes no file when the key is given, and says what is wrong with one that is no key', () => {
    const other = mkdtempSync(join(tmpdir(), 'kith-keys-'))
    keysOf({ given: one.toString('base64'), dataFolder: other })
    expect(existsSync(join(other, 'kith.key'))).toBe(false)
    for (const wrong of ['short', `${one.toString('base64')},nonsense`, ' ']) expect(() => keysGiven(wrong)).toThrow(StartFault)
    writeFileSync(join(other, 'kith.key'), 'damaged')
    expect(() => keysOf({ given: undefined, dataFolder: other })).toThrow('cannot be read or is damaged')
    rmSync(other, { recursive: true })
  })
})
