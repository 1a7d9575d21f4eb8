import { describe, expect, it } from 'vitest'
import type { Described } from './described.ts'
import { score } from './score.ts'

const kathryn: Described = {
  names: [{ given: 'Kathryn', family: 'Smith', kind: 'current' }, { given: 'Kathryn', family: 'O’Rourke', kind: 'former' }],
  bornOn: '1988-04-03',
  addresses: [{ lines: '12 Fernhead Road', postcode: 'W9 3EL' }],
  nhsNumber: '9434765919',
}
const wanted = (change: Partial<Described> & { name?: string }): Described => {
  const [given = '', ...family] = (change.name ?? 'Kathryn Smith').split(' ')
  return { bornOn: null, addresses: [], ...change, names: change.names ?? [{ given, family: family.join(' '), kind: 'current' }] }
}
const words = (change: Parameters<typeof wanted>[0]) => score(wanted(change), kathryn).reasons.map((reason) => reason.words)
const near = (change: Parameters<typeof wanted>[0]) => score(wanted(change), kathryn).score

describe('a match says why, in plain words', () => {
  it.each([
    ['the name as it is held', { name: 'Kathryn Smith' }, ['Same first name', 'Same surname']],
    ['a damaged name', { name: 'Kathrin Smyhte' }, ['First name is a form of the same name', 'Surname sounds the same']],
    ['a pet name', { name: 'Kat Smith' }, ['First name is a form of the same name', 'Same surname']],
    ['a former name', { name: 'Kathryn ORourke' }, ['Same surname', 'Same first name', 'Former name matches']],
    ['names the other way round', { name: 'Smith Kathryn' }, ['First name and surname the other way round']],
    ['a date of birth a year out', { bornOn: '1987-04-03' }, ['Date of birth a year out']],
    ['day and month the other way round', { bornOn: '1988-03-04' }, ['Day and month of birth the other way round']],
    ['an address in other words', { addresses: [{ lines: '12, Fernhead Rd', postcode: 'w93el' }] }, ['Same address']],
    ['a postcode alone', { addresses: [{ lines: '', postcode: 'W9 3EL' }] }, ['Same postcode']],
    ['an NHS number', { nhsNumber: '9434765919' }, ['Same NHS number']],
  ])('%s', (_, change, expected) => {
    expect(words(change)).toEqual(expect.arrayContaining(expected))
  })
})

describe('what is nearer scores higher', () => {
  it('the right date of birth outweighs a year out, and that outweighs another date', () => {
    expect(near({ bornOn: '1988-04-03' })).toBeGreaterThan(near({ bornOn: '1987-04-03' }))
    expect(near({ bornOn: '1987-04-03' })).toBeGreaterThan(near({}))
    expect(near({})).toBeGreaterThan(near({ bornOn: '1961-11-20' }))
  })

  it('a twin with another first name is not the same person, and the reason says so', () => {
    const twin = score(wanted({ name: 'Imogen Smith', bornOn: '1988-04-03', addresses: kathryn.addresses }), kathryn)
    expect(twin.score).toBeLessThan(near({ name: 'Kathryn Smith', bornOn: '1988-04-03' }) / 2)
    expect(twin.reasons.map((reason) => reason.words)).toContain('First name differs: may be a brother or sister')
  })

  it('the same NHS number finds a person whose names were all changed', () => {
    expect(near({ name: 'Imogen Baker', bornOn: '1988-04-03', nhsNumber: '9434765919' })).toBeGreaterThan(0.9)
  })

  it('two descriptions with nothing in common score nothing', () => {
    expect(score({ names: [], bornOn: null, addresses: [] }, kathryn)).toEqual({ score: 0, bits: 0, reasons: [] })
  })
})
