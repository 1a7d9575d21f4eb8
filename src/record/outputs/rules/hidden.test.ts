import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foundIn, needlesOf, type HiddenThing } from './hidden.ts'

const of = { hidingId: 'h', personId: 'p' }
const mill: HiddenThing = { ...of, what: 'address', lines: ['12 Mill Lane', 'Ardenvale'], postcode: 'ZV1 4QT' }
const flat: HiddenThing = { ...of, what: 'address', lines: ['Flat 9, Harrier House', '47a St Mary’s Road', 'Ardenvale'], postcode: 'ZV2 7RB' }
const cottage: HiddenThing = { ...of, what: 'address', lines: ['Rose Cottage', 'Church Street', 'Ardenvale'], postcode: null }
const oneLine: HiddenThing = { ...of, what: 'address', lines: ['3 Orchard Close, Ardenvale, ZV1 6HT'], postcode: null }
const phone: HiddenThing = { ...of, what: 'phone', words: '07700 900123' }
const email: HiddenThing = { ...of, what: 'email', words: 'Kelly.Smith@example.org' }
const oakfield: HiddenThing = { ...of, what: 'school', words: 'Oakfield Primary School' }
const stMarys: HiddenThing = { ...of, what: 'school', words: 'St Mary’s C of E Infant School' }
const townSchool: HiddenThing = { ...of, what: 'school', words: 'Ardenvale Academy' }
const gp: HiddenThing = { ...of, what: 'gp', words: 'Harbour View Surgery' }
const carer: HiddenThing = { ...of, what: 'carer', words: 'Jean Okafor' }
const kinds = (text: string, thing: HiddenThing) => foundIn(text, needlesOf([thing], new Set(['ardenvale']))).map((one) => one.kind)

describe('A hidden address in a text is found', () => {
  it.each([
    [mill, 'They live at 12 Mill Lane now.'], [mill, 'They live at 12, MILL LANE'], [mill, '12 mill ln.'], [mill, 'no. 12 Mill-Lane'], [mill, 'number twelve, Mill Lane'], [mill, '12MillLane'], [mill, '12milllane'], [mill, 'Mill Lane 12'],
    [mill, 'Mill Lane, number 12'], [mill, 'at 12\nMill\nLane'], [mill, 'house 12 Mill Lane'], [mill, '1２ Mill Lane'], [mill, '12 Mi\u00adll Lane'],
    [mill, 'ZV1 4QT'], [mill, 'zv14qt'], [mill, 'z v 1 4 q t'], [mill, 'ZV1-4QT'], [mill, 'ZVl 4QT'], [mill, 'the code is ZV1 4QTand'],
    [flat, '47a Saint Marys Rd'], [flat, '47 A St. Mary\'s road'], [flat, 'forty seven a St Mary’s Road'], [flat, 'Flat 9 Harrier House'], [flat, 'apt 9, harrier hse'], [flat, 'Flt nine Harrier House'],
    [cottage, 'she is at Rose Cottage'], [cottage, 'rose ctg'], [oneLine, '3 Orchard Cl'], [oneLine, 'three orchard close'],
  ] as const)('%#: in “%s”', (thing, text) => {
    expect(kinds(text, thing)).not.toEqual([])
  })

  it.each([
    [phone, '07700 900123'], [phone, '+44 7700 900 123'], [phone, '+44 (0)7700-900123'], [phone, '0044 7700900123'], [phone, '07700.900.123 after six'], [phone, 'oh seven seven zero zero nine zero zero one two three'],
    [email, 'kelly.smith@example.org'], [email, 'KELLY.SMITH @ example . org'],
    [oakfield, 'Noah goes to Oakfield'], [oakfield, 'OAKFIELD PRIM. SCH.'], [oakfield, 'oakfield primary'], [stMarys, 'at Saint Marys'], [stMarys, 'St. Mary’s infants'], [townSchool, 'ardenvale acad'],
    [gp, 'registered at Harbour View'], [gp, 'harbour vw surg'], [carer, 'Mrs Okafor'], [carer, 'her carer Jean Okafor'], [carer, 'Okafor, Jean'],
  ] as const)('and so is what else tells where somebody is: %#', (thing, text) => {
    expect(kinds(text, thing)).not.toEqual([])
  })

  it.each([
    [mill, 'They live at 112 Mill Lane'], [mill, 'We met on Mill Lane'], [mill, '12 people came by the mill lane'], [mill, 'ZV1 and 4 others'], [mill, 'Ardenvale'], [mill, 'Mill Lane 120'], [mill, '12 Millfield Lane'],
    [flat, 'Harrier House has a lift'], [flat, 'St Mary’s Road is closed'], [phone, '07700 900124'], [phone, 'in 2007, 700 900 people'], [oakfield, 'a field of oaks'], [oakfield, 'the primary school'], [townSchool, 'We went to Ardenvale.'],
    [gp, 'the surgery'], [carer, 'Jean came'], [carer, 'Mr Okaforson'],
  ] as const)('and what is not there is not found: %#', (thing, text) => {
    expect(kinds(text, thing)).toEqual([])
  })

  it('nothing is looked for where no address is known', () => {
    expect(needlesOf([{ ...of, what: 'address', lines: ['Address not known'], postcode: null }])).toEqual([])
  })
})

const noise = fc.array(fc.constantFrom(' ', '  ', '\n', ', ', '-', '.', '; ', ' / ', '\u00a0'), { minLength: 1, maxLength: 2 }).map((signs) => signs.join(''))
const streets = [['road', 'Rd', 'RD.', 'road'], ['street', 'St', 'STR', 'Street'], ['avenue', 'Ave', 'av.', 'AVENUE'], ['lane', 'Ln', 'lane'], ['close', 'Cl', 'CLOSE'], ['court', 'Ct', 'court']] as const
const word = fc.stringMatching(/^[A-Z][a-z]{3,8}$/).filter((one) => !/^(Saint|Doctor|Zero|Four|Five|Nine|Seven|Eight|Three|Eleven|Twelve|Thirteen|Fourteen|Fifteen|Sixteen|Forty|Fifty|Sixty|Eighty|Ninety|House|Number|Flat|Twenty|Thirty|Seventy)$/i.test(one))
const prose = fc.array(fc.constantFrom('We', 'came', 'with', 'Noah', 'and', 'ate', 'toast', 'then', 'left'), { maxLength: 8 }).map((words) => words.join(' '))

describe('However an address is written', () => {
  it('it is always found: in any case, with any signs between, its street shortened, in the middle of any text', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 399 }), word, fc.constantFrom(...streets), fc.nat(2), noise, noise, fc.constantFrom('as', 'up', 'low'), prose, prose, (number, name, kind, which, first, second, letters, before, after) => {
      const thing: HiddenThing = { ...of, what: 'address', lines: [`${number} ${name} ${kind[0]}`, 'Ardenvale'], postcode: null }
      const written = `${number}${first}${name}${second}${kind[which] ?? kind[1]}`
      const cased = letters === 'up' ? written.toUpperCase() : letters === 'low' ? written.toLowerCase() : written
      expect(kinds(`${before} ${cased} ${after}`, thing)).toContain('address')
    }))
  })

  it('a postcode and a telephone number are always found, however they are grouped', () => {
    fc.assert(fc.property(fc.stringMatching(/^[A-Z]{1,2}[0-9]{1,2} [0-9][A-Z]{2}$/), fc.stringMatching(/^0[1-9][0-9]{9}$/), fc.array(fc.nat(10), { maxLength: 4 }), fc.constantFrom('0', '+44', '0044', '+44 (0)'), prose, (postcode, number, cuts, prefix, around) => {
      const spread = (text: string) => [...text].map((sign, i) => (cuts.includes(i) ? `${sign} ` : sign)).join('')
      expect(kinds(`${around} ${spread(postcode).toLowerCase()} ${around}`, { ...of, what: 'address', lines: ['x'], postcode })).toContain('postcode')
      expect(kinds(`${around}: ${prefix}${spread(number.slice(1))}. ${around}`, { ...of, what: 'phone', words: number })).toContain('phone')
    }))
  })

  it('and a text that has nothing of it is never stopped', () => {
    fc.assert(fc.property(prose, (text) => {
      expect(foundIn(text, needlesOf([mill, flat, cottage, oneLine, phone, email, oakfield, gp, carer]))).toEqual([])
    }))
  })
})
