import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asJson, documentsFrom, documentsWith, fromJson, keyOfKept, unsealed } from './documents.ts'
import { keysFrom } from './keys.ts'

const [one, two] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
const [ones, twos, both] = [documentsWith(keysFrom([one])), documentsWith(keysFrom([two])), documentsWith(keysFrom([two, one]))]

describe('A document', () => {
  it('is kept sealed with the key that is named, and read as it was, whatever stands in it', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, about) => {
      const kept = ones.kept(about, text)
      expect(keyOfKept(kept)).toBe(ones.key)
      expect(ones.read(about, kept)).toBe(text)
      if (text.length > 4) expect(kept).not.toContain(text)
    }))
  })
  it('goes through a column of JSON, sealed or not', () => {
    for (const documents of [ones, unsealed]) fc.assert(fc.property(fc.dictionary(fc.string(), fc.array(fc.string())), (rows) => { expect(JSON.stringify(fromJson(documents, 'a', JSON.parse(asJson(documents.kept('a', JSON.stringify(rows))))))).toBe(JSON.stringify(rows)) }))
  })
  it('that was kept before there was a key is read as it stands', () => { expect(ones.read('a', '{"paper":1}')).toBe('{"paper":1}') })
  it.each([
    ['without a key', unsealed, 'a', 'a key that this server was not given'],
    ['with another key', twos, 'a', 'a key that this server was not given'],
    ['in the place of another', ones, 'b', 'The words were changed where they are kept'],
  ])('is not opened %s, and the words say what to do', (_, documents, about, words) => { expect(() => documents.read(about, ones.kept('a', 'The child said'))).toThrow(words) })
  it('is not opened when a byte of it was changed', () => {
    const kept = ones.kept('a', 'The child said')
    expect(() => ones.read('a', `${kept.slice(0, -6)}${kept.at(-6) === 'A' ? 'B' : 'A'}${kept.slice(-5)}`)).toThrow('were changed')
  })
  it('sealed with an older key is opened while that key stands behind the new one, which seals', () => {
    expect(both.read('a', ones.kept('a', 'before'))).toBe('before')
    expect(twos.read('a', both.kept('a', 'after'))).toBe('after')
    expect([both.opens(String(ones.key)), twos.opens(String(ones.key))]).toEqual([true, false])
  })
  it('has its key from KITH_DOCUMENT_KEY, else worked out from KITH_KEY, and both open: the one can take the place of the other', () => {
    const [document, council] = [one.toString('base64'), two.toString('base64')]
    expect(documentsFrom({}).key).toBeUndefined()
    const before = documentsFrom({ KITH_KEY: council })
    const after = documentsFrom({ KITH_KEY: council, KITH_DOCUMENT_KEY: document })
    expect(after.key).toBe(ones.key)
    expect(after.read('a', before.kept('a', 'before'))).toBe('before')
    expect(() => documentsFrom({ KITH_DOCUMENT_KEY: 'short' })).toThrow('KITH_DOCUMENT_KEY is not a key')
  })
})
