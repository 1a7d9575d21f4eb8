import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageOn, daysBetween, plain } from '../../kernel/dates.ts'
import { nhsNumberOf, postcodeOf, upnOf } from '../../kernel/identifiers.ts'
import { sizes } from './sizes.ts'
import type { FamilyStory } from './story.ts'
import { worldOf } from './world.ts'

const small = sizes['small']!
const today = plain('2026-11-23')
const familiesOf = (seed: string): FamilyStory[] => [...worldOf(small, seed, today).families()]
/** The council of the first start. */
const first = familiesOf('1')

describe('the demonstration council', () => {
  it('is the same for the same seed and day, to the last id', () => {
    expect(JSON.stringify(familiesOf('7'))).toBe(JSON.stringify(familiesOf('7')))
    expect(worldOf(small, '7', today).offices.council).toEqual(worldOf(small, '7', today).offices.council)
  })
  it('is another one for another seed', () => {
    expect(JSON.stringify(familiesOf('7'))).not.toBe(JSON.stringify(familiesOf('8')))
  })
  it('gives nobody an id that somebody else has', () => {
    const ids = first.flatMap((family) => [...family.people, ...family.notes, ...family.contacts, ...family.referrals, ...family.work, ...family.voices].map((one) => one.id))
    expect(new Set(ids).size).toBe(ids.length)
  })
  it('knows the family of the pictures: four children, a baby to come, open work and a story so far', () => {
    const [smith] = first
    expect(smith?.name).toBe('Smith and Begum')
    expect(smith?.people.map((person) => person.names[0]?.given)).toEqual(expect.arrayContaining(['Kelly', 'Darren', 'Ahmed', 'Jean', 'Amelia', 'Noah', 'Isla', 'Leo', 'Baby']))
    expect(smith?.people.filter((person) => person.unborn)).toHaveLength(1)
    expect(smith?.assessments.map((one) => one.state)).toEqual(['authorised', 'open'])
    expect(smith?.storySoFar?.words).toContain('Kelly and Ahmed want help')
  })
  it('leaves Priya Nair work that is late, for today, for this week and with others, and Tom Hughes decisions to make', () => {
    const { offices } = worldOf(small, '1', today)
    const work = first.flatMap((family) => family.work).filter((item) => item.finishedOn === null)
    const of = (name: string) => work.filter((item) => item.workerId === offices.council.staff.find((one) => one.name === name)?.id)
    const priya = of('Priya Nair')
    expect(priya.some((item) => item.state === 'open' && item.dueOn !== null && item.dueOn < today)).toBe(true)
    expect(priya.filter((item) => item.dueOn === today).length).toBeGreaterThanOrEqual(3)
    expect(priya.some((item) => item.dueOn !== null && item.dueOn > today && daysBetween(today, item.dueOn) <= 7)).toBe(true)
    expect(priya.some((item) => item.state === 'waiting')).toBe(true)
    expect(of('Tom Hughes').filter((item) => item.kind === 'assessmentSignOff').length).toBeGreaterThanOrEqual(4)
    expect(work.filter((item) => item.kind === 'contactDecision').length).toBeGreaterThanOrEqual(3)
    expect(work.filter((item) => item.kind === 'allocation' && item.workerId === null).length).toBeGreaterThanOrEqual(3)
  })
  it('has people whom rules find hard: restricted, sealed, merged, known in two services, without a date of birth or an address', () => {
    const families = first
    const people = families.flatMap((family) => family.people)
    expect(new Set(people.map((person) => person.marking))).toEqual(new Set(['open', 'restricted', 'sealed']))
    expect(people.some((person) => person.mergedInto)).toBe(true)
    expect(people.some((person) => person.bornOn === null && !person.unborn)).toBe(true)
    expect(families.some((family) => new Set(family.involvements.map((one) => one.domain)).has('adults'))).toBe(true)
    expect(families.some((family) => family.people.length >= 14)).toBe(true)
  })
  it('tells one family at a time, however many there are to tell', () => {
    const many = worldOf({ ...small, families: 30_000 }, '1', today).families()
    expect([many.next(), many.next(), many.next()].every((step) => !step.done)).toBe(true)
    many.return(undefined)
  })
})

const anyWorld = fc.record({ seed: fc.string({ maxLength: 12 }), today: fc.integer({ min: 0, max: 3000 }).map((n) => plain(new Date(Date.UTC(2022, 0, 1) + n * 86_400_000).toISOString().slice(0, 10))) })
/** Councils of any seed and any day, eight in a run, told once for all that is asked of them. */
const some = fc.sample(anyWorld, 8).map(({ seed, today: day }) => ({ seed, day, families: [...worldOf({ ...small, families: 34, open: 30, index: 3 }, seed, day).families()] }))
const always = (holds: (family: FamilyStory, day: ReturnType<typeof plain>) => void) => {
  for (const { seed, day, families } of some) {
    try {
      for (const family of families) holds(family, day)
    } catch (fault) {
      throw new Error(`In the council of the seed ${JSON.stringify(seed)} on ${day}: ${fault instanceof Error ? fault.message : String(fault)}`, { cause: fault })
    }
  }
}

describe('in any council we invent', () => {
  it('numbers are well formed: NHS numbers of the range for tests, pupil numbers, postcodes', () => always((family) => {
    for (const { kind, value } of family.people.flatMap((person) => person.identifiers)) {
      if (kind === 'nhs') expect(value.startsWith('999') && nhsNumberOf(value)).toBe(value)
      else expect(upnOf(value)).toBe(value)
    }
    for (const stay of family.stays) if (stay.postcode) expect(postcodeOf(stay.postcode)).toBe(stay.postcode)
  }))
  it('mothers are between 14 and 50 when their children are born', () => always((family) => {
    const born = new Map(family.people.map((person) => [person.id, person]))
    for (const tie of family.relationships.filter((one) => one.kind === 'parent')) {
      const [mother, child] = [born.get(tie.personId), born.get(tie.otherId)]
      if (mother?.sex !== 'female' || !mother.bornOn || !child?.bornOn) continue
      expect(ageOn(mother.bornOn, child.bornOn)).toBeGreaterThanOrEqual(14)
      expect(ageOn(mother.bornOn, child.bornOn)).toBeLessThanOrEqual(50)
    }
  }))
  it('nobody is seen, heard or written about before they are born, and nothing is recorded that has not happened', () => always((family, day) => {
    const born = new Map(family.people.map((person) => [person.id, person.bornOn]))
    for (const note of family.notes) {
      expect(note.on <= day && note.at.slice(0, 10) <= day).toBe(true)
      for (const one of note.people) if (one.seen) expect((born.get(one.personId) ?? '0000') <= note.on).toBe(true)
    }
    for (const voice of family.voices) expect((born.get(voice.personId) ?? '0000') < voice.on && voice.on <= day).toBe(true)
    for (const event of family.events) expect(event.at.slice(0, 10) <= day, `${event.kind} ${event.at}`).toBe(true)
  }))
  it('what follows comes after what it follows from', () => always((family) => {
    const at = new Map(family.contacts.map((contact) => [contact.id, contact.at]))
    for (const decision of family.decisions) expect(decision.at > (at.get(decision.contactId) ?? '')).toBe(true)
    for (const referral of family.referrals) if (referral.closedOn) expect(referral.closedOn >= referral.on).toBe(true)
    for (const item of family.work) if (item.finishedOn) expect(item.finishedOn >= item.openedOn, `${item.kind} ${item.openedOn} ${item.finishedOn}`).toBe(true)
    for (const involvement of family.involvements) if (involvement.to) expect(involvement.to >= involvement.from).toBe(true)
    for (const stay of family.stays) if (stay.to && stay.from) expect(stay.to >= stay.from).toBe(true)
  }))
  it('every word is filled in: no gap, no sign of a template, no empty text', () => always((family) => {
    const texts = [...family.notes.flatMap((note) => [note.title, note.words, ...note.passages.map((passage) => passage.words)]), ...family.contacts.map((contact) => contact.words), ...family.decisions.map((decision) => decision.reason), ...family.work.map((item) => item.words ?? 'x'), ...family.warnings.map((warning) => warning.words), ...family.voices.map((voice) => voice.words)]
    for (const text of texts) {
      expect(text.trim()).not.toBe('')
      expect(text).not.toMatch(/[{}[\]|]|undefined|null/)
    }
  }))
  it('everybody who is spoken of is in the family', () => always((family) => {
    const known = new Set(family.people.map((person) => person.id))
    const named = [...family.notes.flatMap((note) => note.people.map((one) => one.personId)), ...family.relationships.flatMap((one) => [one.personId, one.otherId]), ...family.work.flatMap((item) => item.people), ...family.events.filter((event) => event.domain !== 'allegation').flatMap((event) => event.people), ...family.stays.flatMap((stay) => stay.people)]
    for (const id of named) expect(known.has(id)).toBe(true)
  }))
})
