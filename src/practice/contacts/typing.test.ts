import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, moment, plain } from '../../kernel/dates.ts'
import { blank, typedOf, type KnownPerson, type Typed } from './model/typed.ts'
import { acted } from './rules/acting.ts'
import { bornOf } from './rules/born.ts'
import { relationshipsOf } from './rules/kin.ts'
import { childFamily, namesTold, splitName } from './rules/names.ts'
import { contactOf, typedTime } from './rules/sending.ts'
import { fitting } from './rules/taking.ts'
import { titleOf } from './rules/words.ts'

const today = plain('2025-10-06')
const at = { now: moment('2025-10-06T09:00:00.000Z'), today }
const kelly: KnownPerson = { id: '00000000-0000-7000-8000-000000000001', name: 'Kelly Smith', given: 'Kelly', family: 'Smith', sex: 'female', unborn: false, hue: null, age: '34', born: '1991-05-02', adult: true, address: '12 Mill Lane, W12 8QT', children: [] }
const known = { [kelly.id]: kelly }
const start = blank('d')
const act = (typed: Typed, ...actions: string[]) => actions.reduce((so, action) => acted(so, action, known), typed)
const withFind = (typed: Typed, find: string): Typed => ({ ...typed, find })

describe('a date of birth is written as it is known', () => {
  it.each([
    ['14/1/2016', { bornOn: '2016-01-14', bornAbout: 'day' }], ['14 Jan 2016', { bornOn: '2016-01-14', bornAbout: 'day' }], ['2016', { bornOn: '2016-07-01', bornAbout: 'year' }], ['about 2016', { bornOn: '2016-07-01', bornAbout: 'year' }],
    ['Jan 2016', { bornOn: '2016-01-15', bornAbout: 'month' }], ['1/2016', { bornOn: '2016-01-15', bornAbout: 'month' }], ['about 9', { bornOn: '2016-07-01', bornAbout: 'year' }], ['9 years old', { bornOn: '2016-07-01', bornAbout: 'year' }], ['9', { bornOn: '2016-07-01', bornAbout: 'year' }],
    ['6 months', { bornOn: '2025-04-09', bornAbout: 'month' }], ['not known', { unknown: true }], ['?', { unknown: true }], ['', { unknown: true }], ['due 12 March 2026', { dueOn: '2026-03-12' }], ['due March 2026', { dueOn: '2026-03-15' }], ['expected 12/3/26', { dueOn: '2026-03-12' }],
  ])('%s', (text, expected) => expect(bornOf(text, today)).toEqual(expected))
  it('of a baby not yet born it is the day it is due', () => expect(bornOf('12/3/2026', today, true)).toEqual({ dueOn: '2026-03-12' }))
  it('a day that no calendar has is said to be none', () => {
    for (const text of ['31/2/2020', '12/13/2019', '30.2.21']) expect(bornOf(text, today)).toEqual({ problem: expect.stringMatching(/^This day is not in the calendar\. Write the date of birth as 14\/1\/2016/) })
  })
  it.each([['14/1/2031', false], ['soon', false], ['soon', true], ['1/12/2026', true]])('%s cannot be right, and the words say what to do', (text, unborn) => expect(bornOf(text, today, unborn)).toHaveProperty('problem'))
  it('never is a day to come, whatever is typed', () => fc.assert(fc.property(fc.oneof(fc.string(), fc.integer({ min: 0, max: 130 }).map((n) => `about ${n}`), fc.integer({ min: -4000, max: 4000 }).map((n) => String(addDays(today, n)))), (text) => {
    const born = bornOf(text, today)
    return !('bornOn' in born) || born.bornOn <= today
  })))
})

describe('a name in one box', () => {
  it.each([['Darren Smith', 'Darren', 'Smith'], ['Darren', 'Darren', ''], ['Anna van der Berg', 'Anna', 'van der Berg'], ['Mary Jane O’Rourke', 'Mary Jane', 'O’Rourke'], ['  ', '', '']])('%s', (text, given, family) => expect(splitName(text)).toEqual({ given, family }))
})

describe('what brothers and sisters share is written once', () => {
  const family = act(withFind(act(withFind(act(start, `pick:${kelly.id}`), 'Darren'), 'addNew:Smith'), 'Ahmed Begum'), 'addNew')
  it('somebody known brings their address, and the surname of those before is one press', () => {
    expect(family.home).toBe('a1')
    expect(family.adults.map((adult) => [adult.given, adult.family])).toEqual([['', ''], ['Darren', 'Smith'], ['Ahmed', 'Begum']])
  })
  it('the next child begins with the parents of the one before', () => {
    const first = { ...family, children: family.children.map((child) => ({ ...child, given: 'Amelia', parents: ['a1', 'a2'] })) }
    expect(act(first, 'addChild').children.map((child) => child.parents)).toEqual([['a1', 'a2'], ['a1', 'a2']])
  })
  it('the surname follows from the parents, and what is written wins', () => {
    const child = { ...start.children[0]!, given: 'Isla', parents: ['a1', 'a3'] }
    expect(childFamily(family, child, known)).toBe('Begum')
    expect(childFamily(family, { ...child, family: 'Begum-Smith' }, known)).toBe('Begum-Smith')
  })
  it('an adult who is taken out is no longer anybody’s parent', () => {
    const first = { ...family, children: family.children.map((child) => ({ ...child, given: 'Amelia', parents: ['a1', 'a2'] })) }
    expect(act(first, 'removeAdult:a2').children[0]?.parents).toEqual(['a1'])
  })
  it('names in what was told are offered, and days, months and places in the middle of nowhere are not', () => {
    const typed = { ...start, words: 'Isla has been late since September. She says Leo is in her bed. On Thursday I spoke to Kelly.' }
    expect(namesTold(typed, known)).toEqual(['Isla', 'Leo', 'Kelly'])
    expect(namesTold(act({ ...typed, ...act(typed, `pick:${kelly.id}`) }, 'addNamed:Isla'), known)).toEqual(['Leo'])
  })
  it.each([
    ['a list pasted from a word processor', 'Concerns:\nJayden (Yr 4) said his dad’s mate hit him\n•\tBruise on left arm\n•\tHungry, asked for Ava-Mae’s lunch\n- Tired most days\n1. Late again\n• Twins O’Brien-Okonkwo are 3', ['Jayden', 'Ava-Mae']],
    ['a dash in a sentence', 'He was late – Again on Monday with Zöe.', ['Zöe']],
  ])('beginnings of %s are no names', (_what, words, names) => expect(namesTold({ ...start, words }, known)).toEqual(names))
})

describe('relationships are complete and consistent', () => {
  const adults = fc.integer({ min: 0, max: 4 })
  const family = fc.tuple(adults, fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }), { minLength: 1, maxLength: 12 }), fc.array(fc.constantFrom('married', 'partner', 'separated', 'divorced', 'none', ''), { minLength: 4, maxLength: 4 }))
    .map(([count, parents, ties]): Typed => ({
      ...start,
      adults: Array.from({ length: count }, (_, i) => ({ key: `a${i + 1}`, personId: '', given: `Adult${i}`, family: 'X', born: '', sex: '', tie: ties[i] ?? '', kin: '', elsewhere: false, notSame: false })),
      children: parents.map((of, i) => ({ ...start.children[0]!, key: `c${i + 1}`, given: `Child${i}`, parents: [...new Set(of.filter((n) => n <= count).map((n) => `a${n}`))] })),
    }))
  const ids = (typed: Typed) => Object.fromEntries([...typed.adults, ...typed.children].map((row) => [row.key, row.key]))

  it('always every child has exactly the parents ticked, and two children are brothers or sisters exactly when they share one', () => fc.assert(fc.property(family, (typed) => {
    const found = relationshipsOf(typed, ids(typed))
    const parentsOf = (child: string) => found.filter((r) => r.kind === 'parent' && r.otherId === child).map((r) => r.personId).sort()
    expect(typed.children.map((child) => parentsOf(child.key))).toEqual(typed.children.map((child) => [...child.parents].sort()))
    for (const one of typed.children) for (const other of typed.children) {
      const share = one.parents.some((key) => other.parents.includes(key))
      expect(parentsOf(one.key).some((parent) => parentsOf(other.key).includes(parent))).toBe(share)
    }
  })))
  it('never relates anybody to themselves, or twice in the same way', () => fc.assert(fc.property(family, (typed) => {
    const found = relationshipsOf(typed, ids(typed))
    expect(found.every((r) => r.personId !== r.otherId)).toBe(true)
    expect(new Set(found.map((r) => `${r.personId} ${r.otherId} ${r.kind}`)).size).toBe(found.length)
  })))
  it('always says of each couple what was said, towards the first adult', () => fc.assert(fc.property(family, (typed) => {
    const couples = relationshipsOf(typed, ids(typed)).filter((r) => ['married', 'partner', 'separated', 'divorced'].includes(r.kind))
    expect(couples.map((r) => [r.personId, r.kind])).toEqual(typed.adults.slice(1).filter((adult) => !['', 'none'].includes(adult.tie)).map((adult) => [adult.key, adult.tie]))
  })))
})

describe('what is sent', () => {
  const filled: Typed = { ...act(start, `pick:${kelly.id}`), source: 'school', agency: 'Oakfield', words: 'Late again.', children: [{ ...start.children[0]!, given: 'Amelia', born: '14/1/2012', parents: ['a1'], sex: 'female' }, { ...start.children[0]!, key: 'c2', unborn: true, born: '12/3/2026', parents: ['a1'] }] }
  let n = 0
  const made = (typed: Typed) => contactOf(typed, known, at, 'contact', () => `new-${(n += 1)}`)
  it('names everybody once; the unborn is expected by her parent and lives nowhere yet', () => {
    const came = made(filled)
    if (!('input' in came)) throw new Error(JSON.stringify(came))
    expect(came.input.people.map((person) => [person.given, person.family, person.unborn ?? false])).toEqual([['Amelia', 'Smith', false], ['', 'Smith', true]])
    expect(came.input.relationships.map((r) => r.kind)).toEqual(['parent', 'expectedParent'])
    expect(came.input.home).toEqual({ people: [came.input.people[0]!.id], of: kelly.id })
  })
  it('says everything that has to be put right at once, in plain words', () => {
    const came = made({ ...start, on: 'soon', postcode: 'nowhere', children: [{ ...start.children[0]!, given: 'Amelia', born: '31/31/2012' }] })
    expect('problems' in came && came.problems.map((one) => one.question)).toEqual(['source', 'words', 'on', 'children.0.born', 'postcode'])
  })
  it('needs a child', () => expect(made({ ...filled, children: start.children })).toEqual({ problems: [{ question: 'children.0.given', problem: 'Add at least one child, born or not yet born.' }] }))
  it('may have come earlier, and never comes from the future', () => {
    const came = made({ ...filled, on: '3/10/2025', time: '3.10pm' })
    expect('input' in came && [came.input.receivedOn, came.input.receivedTime]).toEqual(['2025-10-03', '15:10'])
    expect(made({ ...filled, on: '7/10/2025' })).toHaveProperty('problems')
    expect(made({ ...filled, on: '6/10/2025', time: '23:00' })).toHaveProperty('problems')
  })
  it.each([['9', '09:00'], ['9:05', '09:05'], ['0905', '09:05'], ['2.30 pm', '14:30'], ['12 am', '00:00'], ['25:00', undefined], ['noon', undefined]])('the time %s is %s', (text, time) => expect(typedTime(text)).toBe(time))
  it('reads whatever a browser sends without losing a line', () => {
    const typed = typedOf({ ...filled, adults: [{ key: 'a1', personId: kelly.id }, 'nonsense'], children: filled.children.map((child) => ({ ...child, parents: 'a1' })) }, 'x')
    expect(typed.adults).toHaveLength(1)
    expect(typed.children[0]?.parents).toEqual(['a1'])
    expect(typedOf({}, 'x').children).toEqual([])
  })
})

describe('who may take the work on', () => {
  const taker = (name: string, children: number, before = false) => ({ assesses: true, workerId: name, teamId: 't', name, team: 'Team', children, limit: 18, before })
  it('one who worked with the family and has room, before one with more room', () => expect(fitting([taker('Sam', 2), taker('Priya', 13, true)], 4)?.name).toBe('Priya'))
  it('one with room when the one they knew is full', () => expect(fitting([taker('Sam', 2), taker('Priya', 16, true)], 4)?.name).toBe('Sam'))
  it('nobody when everybody is full', () => expect(fitting([taker('Sam', 17), taker('Priya', 16, true)], 4)).toBeUndefined())
})

describe('the title says whom it is about', () => {
  const child = (name: string, unborn = false) => ({ name, unborn })
  it.each([[[child('Amelia Smith')], 'Contact about Amelia Smith'], [[child('Amelia Smith'), child('Noah Smith')], 'Contact about two children'], [[child('A'), child('B'), child('Unborn baby', true)], 'Contact about two children and a baby not yet born'], [[child('Unborn baby', true)], 'Contact about a baby not yet born'], [[], 'Contact']])('%#', (children, title) => expect(titleOf(children)).toBe(title))
})
