import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGuessed } from './guessed.ts'
import { passwordProblem } from './passwords.ts'

const near = ['Ardenvale Council', 'Priya Nair', 'priya.nair@ardenvale.example']

describe('A password that anybody would guess', () => {
  it.each([
    ['Password2026!', 'a common word in another case, with a year and a sign'],
    ['P@ssw0rd12345', 'the same with signs for letters'],
    ['123456789012', 'a row of numbers'],
    ['111111111111', 'one number again and again'],
    ['qwertyuiop12', 'a row of keys'],
    ['1qaz2wsx3edc', 'a pattern of keys that many know'],
    ['!!LetMeIn!!2026', 'signs before and after'],
    ['dragondragon', 'a common word twice'],
    ['abcabcabcabc', 'three letters again and again'],
    ['Football1234', 'a game and a row of numbers'],
  ])('%s is refused: %s', async (password) => {
    expect(await passwordProblem(password, near)).toMatch(/^This is one of the passwords that are tried first/)
  })

  it.each([
    ['Ardenvale2026!', 'the council'], ['PriyaNair1234', 'her own name'], ['4rdenva1e!!2026', 'the council, with signs for letters'], ['kith-kith-kith-9', 'the product'], ['NairArdenvale1', 'her name and the council'],
  ])('%s is refused: %s', async (password) => {
    expect(await passwordProblem(password, near)).toMatch(/^This is a name that anybody would try here/)
  })

  it.each(['teapot lantern gravel', 'Correct-Horse-Battery', 'a long enough sentence', 'ardenvale marmalade brick', 'Gq7xkVb2mNc9', 'wędrowny żółw nocą', '九つの山と静かな海と風の音'])('%s is taken', async (password) => {
    expect(await passwordProblem(password, near)).toBeUndefined()
  })

  it('stays one in any case and with any numbers and signs around it', () => {
    const around = fc.stringMatching(/^[0-9!.\-_#]{0,6}$/)
    fc.assert(fc.property(fc.constantFrom('monkey', 'sunshine', 'iloveyou'), around, around, fc.boolean(), (word, before, after, loud) => {
      expect(isGuessed(`${before}${loud ? word.toUpperCase() : word}${after}`, new Set(['monkey', 'sunshine', 'iloveyou']), [])).toBe('common')
    }))
  })
})
