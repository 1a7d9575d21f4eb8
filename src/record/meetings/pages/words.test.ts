import { expect, it } from 'vitest'
import { reasonsOf } from './words.ts'

it('a reason that was written for all of them stands once, with those it is for', () => {
  const cards = new Map(['Kai', 'Kaia', 'Bo'].map((name) => [name, { given: name, name }]))
  const because = (personId: string, words: string | null) => ({ personId, outcome: 'protectionPlan', category: null, words })
  expect(reasonsOf({ decisions: [because('Kai', 'Hurt.'), because('Kaia', 'Hurt.'), because('Bo', 'Not hurt.')] }, cards)).toEqual([{ label: 'Kai and Kaia', value: 'Hurt.' }, { label: 'Bo', value: 'Not hurt.' }])
})
