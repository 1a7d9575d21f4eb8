import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPupilNumber } from './pupilNumber.ts'

const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ'
/** The check letter by the guide's table, worked out apart from the code. */
const letterFor = (rest: string) => letters.charAt([...rest].reduce((sum, sign, at) => sum + (/\d/.test(sign) ? Number(sign) : letters.indexOf(sign)) * (at + 2), 0) % 23)
const twelve = fc.stringMatching(/^\d{12}$/)

describe('a unique pupil number', () => {
  it('holds with its own letter and with no other', () => {
    fc.assert(fc.property(twelve, (rest) => {
      const held = [...letters].filter((letter) => isPupilNumber(letter + rest))
      expect(held).toEqual([letterFor(rest)])
    }))
  })
  it('does not hold any more when one digit is mistyped', () => {
    fc.assert(fc.property(twelve, fc.nat(11), fc.nat(9), (rest, at, digit) => {
      const typo = rest.slice(0, at) + digit + rest.slice(at + 1)
      expect(isPupilNumber(letterFor(rest) + typo)).toBe(typo === rest)
    }))
  })
  it('may be temporary, with a letter at its end, but not I, O or S', () => {
    expect(isPupilNumber(`${letterFor('80120000100Y')}80120000100Y`)).toBe(true)
    for (const letter of 'IOS') for (const first of letters) expect(isPupilNumber(`${first}80120000100${letter}`)).toBe(false)
  })
  it.each(['', 'A12', 'a801200001001', 'I801200001001', '8801200001001'])('“%s” is none', (text) => expect(isPupilNumber(text)).toBe(false))
})
