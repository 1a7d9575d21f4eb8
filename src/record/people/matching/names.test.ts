import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { familyForms, fold, sameFamiliarName } from './names.ts'
import { slips, likeness } from './similar.ts'
import { oneLetterOut, soundsAlike } from './soundKeys.ts'

describe('a name is found however it is written down', () => {
  it.each([
    ['O’Brien', 'obrien'], ['Ní Dhomhnaill', 'ni dhomhnaill'], ['Łukasz', 'lukasz'], ['Anne-Marie', 'anne marie'], ['  AL  Fayed ', 'al fayed'], ['Ayşe', 'ayse'], ['Nguyễn', 'nguyen'], ['Møller', 'moller'],
  ])('%s is %s', (written, folded) => expect(fold(written)).toBe(folded))

  it('a double name is looked for by each part, and a particle does not hide the name', () => {
    expect(familyForms('Smith-Jones')).toEqual(['smithjones', 'smith', 'jones'])
    expect(familyForms('van der Berg')).toEqual(['vanderberg', 'berg'])
    expect(familyForms('Mac Donald')).toEqual(['macdonald', 'donald'])
  })
})

describe('pet names and other spellings are forms of one name', () => {
  it.each([['kate', 'kathryn'], ['kathrin', 'katherine'], ['md', 'mohammed'], ['muhammad', 'mohamed'], ['bill', 'william'], ['gosia', 'malgorzata'], ['maryam', 'miriam'], ['siobhan', 'shivaun'], ['kuba', 'jakub'], ['ayesha', 'aisha'], ['jas', 'jaspreet']])(
    '%s and %s', (a, b) => expect(sameFamiliarName(a, b)).toBe(true))
  it.each([['kate', 'william'], ['mohammed', 'ahmed'], ['isla', 'ivy']])('but not %s and %s', (a, b) => expect(sameFamiliarName(a, b)).toBe(false))
})

describe('names that sound alike share a sound', () => {
  it.each([
    ['smith', 'smyhte'], ['smith', 'smythe'], ['macdonald', 'mcdonald'], ['kowalski', 'kovalsky'], ['hussain', 'hussein'], ['hussain', 'ussain'], ['gallagher', 'gallaher'], ['wright', 'right'], ['phillips', 'filips'], ['chaudhry', 'choudhury'],
    ['szymanski', 'shymanski'], ['yusuf', 'jusuf'], ['sharif', 'cherif'], ['stephens', 'stevens'], ['leigh', 'lee'], ['geoffrey', 'jeffrey'], ['khan', 'kahn'], ['vaughan', 'vaughn'], ['wojcik', 'vojcik'], ['mahmoud', 'mehmood'],
  ])('%s and %s', (a, b) => expect(soundsAlike(a, b)).toBe(true))
  it.each([['smith', 'jones'], ['khan', 'kaur'], ['patel', 'begum'], ['murphy', 'walsh']])('but not %s and %s', (a, b) => expect(soundsAlike(a, b)).toBe(false))
})

const word = fc.stringMatching(/^[a-z]{3,12}$/)
const damaged = fc.tuple(word, fc.nat(11), fc.constantFrom('missing', 'doubled', 'swapped', 'wrong'), fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz')).map(([right, place, kind, letter]) => {
  const at = Math.min(place, right.length - (kind === 'swapped' ? 2 : 1))
  const parts = { missing: '', doubled: right.charAt(at).repeat(2), wrong: letter, swapped: right.charAt(at + 1) + right.charAt(at) }
  return { right, wrong: right.slice(0, at) + parts[kind] + right.slice(at + (kind === 'swapped' ? 2 : 1)) }
})

describe('one typing error never hides a name', () => {
  it('a word with a letter missing, doubled, swapped or wrong always shares a key with the right one', () => {
    fc.assert(fc.property(damaged, ({ right, wrong }) => oneLetterOut(right).some((key) => oneLetterOut(wrong).includes(key))))
  })
  it('and always counts as one slip at most, the same both ways', () => {
    fc.assert(fc.property(damaged, ({ right, wrong }) => slips(right, wrong) <= 1 && slips(right, wrong) === slips(wrong, right)))
  })
  it('likeness is 1 for the same word and never outside 0 to 1', () => {
    fc.assert(fc.property(word, word, (a, b) => likeness(a, a) === 1 && likeness(a, b) >= 0 && likeness(a, b) <= 1))
  })
})
