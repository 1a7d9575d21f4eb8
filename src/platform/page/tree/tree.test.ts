import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { treeAsList } from './as-list.ts'
import type { CoupleKind, Family, ParentKind, TreePerson } from './family.ts'
import { boxesOf, treeLayout } from './layout.ts'
import { spread } from './place.ts'

const person = (id: string, more: Partial<TreePerson> = {}): TreePerson => ({ id, name: `Person ${id}`, symbol: 'notStated', ...more })
const birth = (child: string, ...parents: string[]) => parents.map((parent) => ({ parent, child, kind: 'birth' as const }))

const names = fc.constantFrom('Al', 'Isla Begum', 'Temitope Featherstonehaugh-Adeyemi-Worthington', 'Nguyễn Thị Minh Khai', 'Unsplittableverylongsinglewordname', 'Baby')
const anyFamily: fc.Arbitrary<Family> = fc.integer({ min: 1, max: 26 }).chain((count) => {
  const who = fc.integer({ min: 0, max: count - 1 }).map((index) => `p${index}`)
  const pair = fc.tuple(who, who)
  return fc.record({
    people: fc.tuple(...Array.from({ length: count }, (_, index) => fc.record({
      name: names, symbol: fc.constantFrom('male' as const, 'female' as const, 'unborn' as const, 'notStated' as const), born: fc.constantFrom(undefined, 'b. 2012', 'due 12 March 2026'),
      bornOn: fc.constantFrom(undefined, '2001', '2012-03-01', '2014'), bornTogether: fc.constantFrom(undefined, undefined, 'twins'), remark: fc.constantFrom(undefined, 'lives elsewhere, said to be in another town'), died: fc.boolean(),
    }).map((facts): TreePerson => ({ id: `p${index}`, ...facts })))),
    couples: fc.array(fc.record({ pair, kind: fc.constantFrom<CoupleKind>('married', 'livingTogether', 'separated', 'divorced'), from: fc.constantFrom(undefined, '1999', '2011'), until: fc.constantFrom(undefined, '2014') }).map(({ pair: [a, b], ...rest }) => ({ a, b, ...rest })), { maxLength: 10 }),
    parents: fc.array(fc.record({ pair, kind: fc.constantFrom<ParentKind>('birth', 'birth', 'adopted', 'fostered') }).map(({ pair: [parent, child], kind }) => ({ parent, child, kind })), { maxLength: 40 }),
    households: fc.array(fc.record({ id: fc.uuid(), label: fc.constantFrom(undefined, '12 Mill Lane', 'Flat 14, Sycamore House, The Old Canal Street'), members: fc.array(who, { maxLength: 8 }) }), { maxLength: 4 }),
  })
})

describe('a family tree stays legible', () => {
  it('never draws a symbol or a word over another, whatever the family, even when the record contradicts itself', () => {
    fc.assert(fc.property(anyFamily, (family) => {
      const boxes = boxesOf(treeLayout(family))
      for (const [index, one] of boxes.entries()) {
        for (const other of boxes.slice(index + 1)) {
          const apart = one.box.right <= other.box.left || other.box.right <= one.box.left || one.box.bottom <= other.box.top || other.box.bottom <= one.box.top
          if (!apart) throw new Error(`${one.what} ${JSON.stringify(one.box)} lies over ${other.what} ${JSON.stringify(other.box)}`)
        }
      }
    }), { numRuns: 300 })
  })

  it('always draws everybody, inside the picture', () => {
    fc.assert(fc.property(anyFamily, (family) => {
      const layout = treeLayout(family)
      const drawn = new Set(layout.symbols.map((symbol) => symbol.person.id))
      expect(family.people.filter((one) => !drawn.has(one.id))).toEqual([])
      for (const { box } of boxesOf(layout)) expect(box.left >= 0 && box.top >= 0 && box.right <= layout.width && box.bottom <= layout.height).toBe(true)
    }), { numRuns: 200 })
  })

  it('puts children below their parents and brothers and sisters in one row, oldest left', () => {
    const family: Family = { people: [person('mother', { symbol: 'female' }), person('father', { symbol: 'male' }), person('young', { bornOn: '2018-01-01' }), person('old', { bornOn: '2010-05-05' }), person('baby', { symbol: 'unborn' })], couples: [], households: [], parents: [...birth('young', 'mother', 'father'), ...birth('old', 'mother', 'father'), ...birth('baby', 'mother', 'father')] }
    const at = new Map(treeLayout(family).symbols.map((symbol) => [symbol.person.id, symbol]))
    expect(at.get('old')!.y).toBeGreaterThan(at.get('mother')!.y)
    expect(at.get('father')!.y).toBe(at.get('mother')!.y)
    expect(['old', 'young', 'baby'].map((id) => at.get(id)!.x)).toEqual(['old', 'young', 'baby'].map((id) => at.get(id)!.x).toSorted((a, b) => a - b))
  })

  it('stands a first partner left of a later one, with the parent of both children between them', () => {
    const family: Family = {
      people: [person('kelly', { symbol: 'female' }), person('ahmed', { symbol: 'male' }), person('darren', { symbol: 'male' }), person('amelia'), person('isla')], households: [],
      couples: [{ a: 'kelly', b: 'ahmed', kind: 'livingTogether', from: '2015' }, { a: 'kelly', b: 'darren', kind: 'separated', from: '2011', until: '2014' }],
      parents: [...birth('amelia', 'kelly', 'darren'), ...birth('isla', 'kelly', 'ahmed')],
    }
    const order = treeLayout(family).symbols.filter((symbol) => ['kelly', 'ahmed', 'darren'].includes(symbol.person.id)).toSorted((one, other) => one.x - other.x).map((symbol) => symbol.person.id)
    expect(order).toEqual(['darren', 'kelly', 'ahmed'])
  })

  it('draws a parent nobody knows as a question mark, and none beside a foster carer on their own', () => {
    const family: Family = { people: [person('mother', { symbol: 'female' }), person('carer'), person('child')], couples: [], households: [], parents: [...birth('child', 'mother'), { parent: 'carer', child: 'child', kind: 'fostered' }] }
    expect(treeLayout(family).symbols.filter((symbol) => symbol.person.as === 'unknown').map((symbol) => symbol.person.name)).toEqual(['not known to us'])
  })

  it('keeps the order and the least distances while coming as near as it can to what is wished', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 20, max: 90 })), { minLength: 1, maxLength: 12 }), (wishes) => {
      let sum = 0
      const least = wishes.map(([, gap], index) => { sum += index === 0 ? 0 : gap; return sum })
      const at = spread(wishes.map(([target]) => target), wishes.map(() => 1), least)
      for (const [index, x] of at.entries()) if (index > 0) expect(x - at[index - 1]!).toBeGreaterThanOrEqual(least[index]! - least[index - 1]! - 1e-6)
    }))
  })
})

describe('the list beside a family tree', () => {
  it('says in words what the drawing shows', () => {
    const family: Family = {
      people: [person('kelly', { name: 'Kelly Smith', symbol: 'female' }), person('ahmed', { name: 'Ahmed Begum', symbol: 'male' }), person('isla', { name: 'Isla Begum', symbol: 'female', born: 'b. 2016' }), person('jean', { name: 'Jean Okafor', symbol: 'female' })],
      couples: [{ a: 'kelly', b: 'ahmed', kind: 'livingTogether', from: '2015' }], parents: [...birth('isla', 'kelly', 'ahmed'), ...birth('kelly', 'jean')], households: [{ id: 'home', label: '12 Mill Lane', members: ['kelly', 'ahmed', 'isla'] }],
    }
    const said = new Map(treeAsList(family).map((line) => [line.person.id, line.facts]))
    expect(said.get('isla')).toEqual(['Born 2016', 'Daughter of Kelly Smith and Ahmed Begum', 'Lives at 12 Mill Lane with Kelly Smith and Ahmed Begum'])
    expect(said.get('kelly')).toEqual(['Daughter of Jean Okafor; the other parent is not known to us', 'Mother of Isla Begum', 'Lives together with Ahmed Begum since 2015', 'Lives at 12 Mill Lane with Ahmed Begum and Isla Begum'])
    expect(said.get('jean')).toEqual(['Mother of Kelly Smith'])
  })
})
