import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTemporaryUpn, nhsCheckDigit, nhsNumberInGroups, nhsNumberOf, outwardOf, phoneDigitsOf, postcodeOf, upnCheckLetter, upnOf } from './identifiers.ts'

const digits = (n: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }).map((all) => all.join(''))

describe('an NHS number', () => {
  it.each([['943 476 5919', '9434765919'], ['943-476-5919', '9434765919'], ['4010232137', '4010232137']])('%s is read', (text, number) => expect(nhsNumberOf(text)).toBe(number))
  it.each(['9434765918', '943476591', '94347659190', '0000000000', 'nine', '943/476/5919'])('%s is none', (text) => expect(nhsNumberOf(text)).toBeUndefined())
  it('is written in groups', () => expect(nhsNumberInGroups('9434765919')).toBe('943 476 5919'))
  it('never passes with one digit wrong', () => fc.assert(fc.property(digits(9), fc.nat(9), fc.integer({ min: 1, max: 9 }), (nine, place, by) => {
    const number = `${nine}${nhsCheckDigit(nine) ?? ''}`
    if (!nhsNumberOf(number)) return true
    const wrong = number.slice(0, place) + String((Number(number[place]) + by) % 10) + number.slice(place + 1)
    return nhsNumberOf(wrong) === undefined
  })))
  it('never passes with two neighbours swapped', () => fc.assert(fc.property(digits(9), fc.nat(8), (nine, place) => {
    const number = `${nine}${nhsCheckDigit(nine) ?? ''}`
    if (!nhsNumberOf(number) || number[place] === number[place + 1]) return true
    return nhsNumberOf(number.slice(0, place) + number[place + 1] + number[place] + number.slice(place + 2)) === undefined
  })))
})

describe('a unique pupil number', () => {
  it('is read with its check letter', () => expect(upnOf('H801 2000 01001')).toBe('H801200001001'))
  it.each(['A801200001001', 'H80120000100', 'H8012000010011', 'I801200001001', 'H80120000100S'])('%s is none', (text) => expect(upnOf(text)).toBeUndefined())
  it('may be temporary, and then ends in a letter', () => fc.assert(fc.property(digits(11), fc.constantFrom(...'ABCDEFGHJKLMNPQRTUVWXYZ'), (eleven, last) => {
    const upn = upnOf(`${upnCheckLetter(eleven + last)}${eleven}${last}`)
    return upn !== undefined && isTemporaryUpn(upn)
  })))
})

describe('a postcode', () => {
  it.each([['w128qt', 'W12 8QT'], ['SW1A 1AA', 'SW1A 1AA'], ['pr1  8xj', 'PR1 8XJ'], ['m1 1ae', 'M1 1AE'], ['gir 0aa', 'GIR 0AA'], ['ec1a1bb', 'EC1A 1BB'], ['B33 8TH', 'B33 8TH']])('%s is %s', (text, postcode) => expect(postcodeOf(text)).toBe(postcode))
  it.each(['W12', '12345', 'QW1 1AA', 'W12 8QC', ''])('%s is none', (text) => expect(postcodeOf(text)).toBeUndefined())
  it('has an outward part', () => expect(outwardOf('W12 8QT')).toBe('W12'))
})

describe('a telephone number', () => {
  it.each([['020 7946 0018', '02079460018'], ['+44 (0)20 7946 0018', '02079460018'], ['0044 20 7946 0018', '02079460018'], ['+44 7700 900123', '07700900123'], ['+353 1 234 5678', '+35312345678']])('%s is compared as %s', (text, number) => expect(phoneDigitsOf(text)).toBe(number))
})
