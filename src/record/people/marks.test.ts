import { expect, it } from 'vitest'
import { plain } from '../../kernel/dates.ts'
import { childrenOf } from './marks.ts'
import type { Card } from './model.ts'

const card = (id: string, bornOn: string | null, rest: Partial<Card> = {}): Card => ({ id, name: id, given: id, family: '', bornOn: bornOn ? plain(bornOn) : null, bornAbout: null, dueOn: null, unborn: false, diedOn: null, endedOn: null, sex: null, hue: null, ...rest } as Card)

it('a child whose birthday nobody knows is a child of the family; a parent whose birthday nobody knows is none', () => {
  const cards = [card('Wilhelmina', null), card('Peregrine', null), card('Kai', '2017-01-15'), card('Zara', '2001-05-05'), card('Baby', null, { unborn: true, dueOn: plain('2027-01-01') }), card('Bo', '2014-03-03')]
  expect(childrenOf({ cards, relationships: [{ personId: 'Peregrine', kind: 'parent' }] }, plain('2026-11-23')).map((one) => one.name)).toEqual(['Bo', 'Kai', 'Baby', 'Wilhelmina'])
})

it.each(['parent', 'adoptiveParent', 'fosterCarer', 'specialGuardian', 'grandparent', 'married'] as const)('nobody knows how old they are, and they are no child: %s', (kind) => {
  const cards = [card('Peregrine', null), card('Kai', '2017-01-15')]
  expect(childrenOf({ cards, relationships: [{ personId: 'Peregrine', otherId: 'Kai', kind }] }, plain('2026-11-23')).map((one) => one.name)).toEqual(['Kai'])
})
