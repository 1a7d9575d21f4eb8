import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlacedJson } from './placedJson.ts'

describe('JSON that people write', () => {
  it('is read as JSON is, always', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 4 }).filter((value) => !JSON.stringify(value).includes('__proto__')), (value) => {
      const read = readPlacedJson(JSON.stringify(value, null, 2))
      expect('value' in read ? JSON.stringify(read.value) : read).toBe(JSON.stringify(value))
    }))
  })

  it('says on which line a value stands, comments aside', () => {
    const read = readPlacedJson('// ours\n{\n  "a": [\n    1, // one\n    {"b": true}\n  ]\n}\n')
    expect('value' in read && [read.value, ['', 'a', 'a/0', 'a/1/b', 'a/1/none/at/all'].map(read.lineOf)]).toEqual([{ a: [1, { b: true }] }, [2, 3, 4, 5, 5]])
  })

  it.each([
    ['{"a": 1,\n}', 2, /last comma/], ['{"a" 1}', 1, /colon/], ['[1\n2]', 2, /comma or \]/], ['{"a": 1,\n"a": 2}', 2, /twice/], ['{"a": yes}', 1, /value was expected/], ['[', 1, /ends in the middle/], ['{a: 1}', 1, /double quotes/],
    ['"a\\q"', 1, /backslash/], ['1 2', 1, /Nothing may follow/], ['['.repeat(60), 1, /too deep/],
  ])('and what is wrong with its line: %j', (text, line, sentence) => {
    expect(readPlacedJson(text)).toEqual({ line, sentence: expect.stringMatching(sentence) })
  })
})
