import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bundle, BundlePerson } from '../model.ts'
import { accountOf, groupsOf } from './account.ts'

const person = (id: string, more: Partial<BundlePerson> = {}): BundlePerson => ({ id, part: 'child', unborn: false, names: [{ kind: 'legal', given: id, family: 'Smith', from: null, to: null }], facts: [], identifiers: [], addresses: [], warnings: [], ...more })
const bundle = (people: BundlePerson[], more: Partial<Bundle> = {}): Bundle => ({ reason: '', people, relationships: [], pieces: [], ...more })
const nobody = { made: new Set<string>(), numbers: new Map<string, ReadonlySet<string>>(), links: new Set<number>() }

describe('the account of a case that came', () => {
  it('names every line of the file once, whatever was decided about its people', () => fc.assert(fc.property(fc.array(fc.record({ names: fc.nat(3), numbers: fc.nat(3), made: fc.boolean() }), { minLength: 1, maxLength: 4 }), fc.nat(6), (some, pieces) => {
    const people = some.map((one, n) => person(`p${n}`, { names: Array.from({ length: one.names }, () => ({ kind: 'legal' as const, given: 'A', family: 'B', from: null, to: null })), identifiers: Array.from({ length: one.numbers }, () => ({ kind: 'nhs' as const, value: '1' })) }))
    const lines = accountOf(bundle(people, { pieces: Array.from({ length: pieces }, () => ({ kind: 'plan' as const, about: ['p0'], on: null, title: 'Plan', blocks: [] })) }), { ...nobody, made: new Set(some.flatMap((one, n) => (one.made ? [`p${n}`] : []))) })
    expect(lines).toHaveLength(some.reduce((sum, one) => sum + one.names + one.numbers, 0) + pieces)
    expect(groupsOf(lines).reduce((sum, one) => sum + one.count, 0)).toBe(lines.length)
  })))
  it.each([
    ['a name of somebody new', person('a'), { ...nobody, made: new Set(['a']) }, 'taken', 'on the record that was begun for them'],
    ['a name of somebody known', person('a'), nobody, 'beside', 'our record of this person stays as it is'],
    ['a fact in which nothing stands', person('a', { names: [], facts: [{ kind: 'school', value: '', about: null, from: null, to: null }] }), { ...nobody, made: new Set(['a']) }, 'refused', 'nothing stands in it'],
    ['a number that we had not', person('a', { names: [], identifiers: [{ kind: 'nhs', value: '1' }] }), { ...nobody, numbers: new Map([['a', new Set(['nhs'])]]) }, 'taken', 'on the record'],
    ['a number that we had', person('a', { names: [], identifiers: [{ kind: 'nhs', value: '1' }] }), nobody, 'beside', 'our record has a number of this kind'],
    ['their own number of a child whom we know', person('a', { names: [], identifiers: [{ kind: 'localChildId', value: '1' }] }), nobody, 'beside', 'it is a number of the other council'],
  ] as const)('says of %s what became of it and why', (_, one, taken, outcome, why) => expect(accountOf(bundle([one]), taken)).toMatchObject([{ about: ['a'], outcome, why }]))
  it('says that an entry without a day is not in the chronology', () => expect(accountOf(bundle([], { pieces: [{ kind: 'entry', about: ['a'], on: null, title: 'A visit', blocks: [] }] }), nobody)).toMatchObject([{ outcome: 'beside', why: 'no day is known of it, so it is read beside the record' }]))
})
