import fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { addDays, momentOf, moment, plain, type Instant, type PlainDate } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { answer, type Caller } from '../../src/record/access/act.ts'
import { asKnownOn } from '../../src/record/people/asKnown.ts'
import { addPeople, addWarning, moveHome, recordFact, recordIdentifier, recordName, recordVoice, relate } from '../../src/record/people/commands.ts'
import { correctLegalStatus, endLegalStatus, recordLegalStatus } from '../../src/record/people/legal/commands.ts'
import { readPeople, type PeopleRead } from '../../src/record/people/queries.ts'

const crowd = 3
const kinds = ['fact', 'name', 'home', 'number', 'relation', 'warning', 'voice', 'order', 'orderEnds', 'orderCorrected'] as const

/** One change by somebody at work: what, about whom, with which of a few values. `earlier`: days before that it holds from. `later`: milliseconds after the change before it. */
export type Change = Readonly<{ what: (typeof kinds)[number]; who: number; value: number; kind: number; earlier: number; later: number }>
/** A day at work: so many days after the one before, beginning at this millisecond of the day on the clock of England. */
export type WorkingDay = Readonly<{ after: number; begins: number; changes: readonly Change[] }>

const change: fc.Arbitrary<Change> = fc.record({
  what: fc.constantFrom(...kinds), who: fc.nat(crowd - 1), value: fc.nat(3), kind: fc.nat(3), earlier: fc.nat(12), later: fc.constantFrom(0, 0, 1, 61_000),
})
/** The last moments of a day and its first are as likely as the rest; the days run over both changes of the clock. */
export const histories: fc.Arbitrary<WorkingDay[]> = fc.array(fc.record({
  after: fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 40 })),
  begins: fc.oneof(fc.constantFrom(0, 86_399_000 - 300_000), fc.nat(86_000_000)),
  changes: fc.array(change, { minLength: 1, maxLength: 5 }),
}), { minLength: 1, maxLength: 6 })

const facts = [
  { kind: 'school', values: ['Oakfield Primary', 'Ashdown School', 'Not at school', 'Oakfield Primary'] },
  { kind: 'bornOn', values: ['2014-02-03', '2014-03-02', '2015-02-03', '2013-12-31'] },
  { kind: 'sex', values: ['female', 'male', 'notStated', 'other'] },
  { kind: 'phone', values: ['01632 960001', '01632 960002', '01632 960003', '01632 960004'] },
] as const
const nameKinds = ['legal', 'knownAs', 'alias', 'birth'] as const
const relationKinds = ['sibling', 'parent', 'friend', 'cousin'] as const

async function make(caller: Caller, today: PlainDate, people: readonly string[], { what, who, value, kind, earlier }: Change): Promise<unknown> {
  const [personId = '', otherId = ''] = [people[who], people[(who + 1 + (value % (crowd - 1))) % crowd]]
  const from = addDays(today, -earlier)
  const fact = facts[kind] ?? facts[0]
  switch (what) {
    case 'fact': return recordFact.do(caller, { personId, kind: fact.kind, value: fact.values[value] ?? '', ...(earlier > 5 ? { from } : {}) })
    case 'name': return recordName.do(caller, { personId, kind: nameKinds[kind] ?? 'legal', given: ['Ana', 'Anna', 'Hannah', 'Jo'][value] ?? '', family: 'Dayfield', ...(earlier > 5 ? { from } : {}) })
    case 'home': return moveHome.do(caller, { people: value > 1 ? [personId, otherId] : [personId], on: from, address: { lines: [`${value + 1} Known Lane`], kind: kind === 0 ? 'temporary' : 'home', hidden: kind === 3 } })
    case 'number': return recordIdentifier.do(caller, { personId, kind: 'localChildId', value: `L${value}${kind}${earlier}` })
    case 'relation': return relate.do(caller, { personId, otherId, kind: relationKinds[kind] ?? 'sibling', parentalResponsibility: value > 1 ? 'yes' : 'notKnown', from })
    case 'warning': return addWarning.do(caller, { personId, kind: 'other', words: `Ring before you go, ${value}`, reviewOn: addDays(today, 1 + earlier) })
    case 'order': return refusable(recordLegalStatus.do(caller, { id: newId(), people: value > 1 ? [personId, otherId] : [personId], code: statusCodes[kind] ?? 'supervision', from, ...(value === 3 ? { to: today } : {}), endsPresent: true }))
    case 'orderEnds': case 'orderCorrected': {
      const rows = await answer(caller, 'proof.orders', 'record.read', (asking) => readPeople(asking, [personId]))
      const one = rows.legalStatuses[kind % Math.max(1, rows.legalStatuses.length)]
      if (!one) return {}
      return refusable(what === 'orderEnds' ? endLegalStatus.do(caller, { orderId: one.orderId, people: [personId], on: today }) : correctLegalStatus.do(caller, { orderId: one.orderId, people: [personId], code: statusCodes[value] ?? 'supervision', from, why: 'The letter came' }))
    }
    case 'voice': return recordVoice.do(caller, { personId, words: `I like it here, ${value}`, saidOn: from, how: 'said' })
  }
}

const statusCodes = ['accommodated', 'interimCareOrder', 'supervision', 'prohibitedSteps'] as const
/** Two statuses on one day are sent back to be put right: then nothing has changed, and the day is compared all the same. */
const refusable = async (outcome: Promise<object>): Promise<object> => { const was = await outcome; return 'problems' in was ? { refused: true } : was }

/** What is read of people: all but the hue of a mark, which is no fact. */
const plainly = ({ cards, ...rows }: Omit<PeopleRead, 'cards'> & { cards: readonly object[] }) => ({
  ...rows,
  cards: cards.map((card) => Object.fromEntries(Object.entries(card).filter(([name]) => name !== 'hue').sort(([a], [b]) => a.localeCompare(b)))).sort((a, b) => String(a.id).localeCompare(String(b.id))),
})

type Copy = Readonly<{ day: PlainDate; copy: ReturnType<typeof plainly> }>

/**
 * Plays a history by the product's own commands on three new people, keeping a copy of what is read at the end of each day; then reads each of these
 * days as it was known. @returns the days that differ, in words; nothing when all agree; and how many changes and days were compared
 */
export async function playHistory(as: (at: Instant) => Caller, history: readonly WorkingDay[]): Promise<{ wrong: string[]; changes: number; days: number }> {
  const people = Array.from({ length: crowd }, () => newId())
  let day = plain('2025-02-20')
  const first = await addPeople.do(as(momentOf(day, '09:00')), { people: people.map((id, i) => ({ id, given: `Child${i}`, family: 'Dayfield', bornOn: '2014-02-03' })), relationships: [] })
  if ('problems' in first) throw new Error(JSON.stringify(first.problems))
  const copies: Copy[] = []
  const keep = async () => copies.push({ day, copy: plainly(await answer(as(momentOf(day, '23:59')), 'proof.copy', 'record.read', (asking) => readPeople(asking, people))) })
  await keep()
  for (const { after, begins, changes } of history) {
    // a quiet day reads as the one before it did
    if (after > 1) copies.push({ day: addDays(day, after - 1), copy: copies.at(-1)?.copy ?? plainly({ cards: [], names: [], addresses: [], facts: [], identifiers: [], relationships: [], warnings: [], voices: [], legalStatuses: [] }) })
    day = addDays(day, after)
    let at = Date.parse(momentOf(day, '00:00')) + Math.min(begins, Date.parse(momentOf(day, '23:54')) - Date.parse(momentOf(day, '00:00')))
    for (const one of changes) {
      at += one.later
      const outcome = await make(as(moment(at)), day, people, one)
      if (JSON.stringify(outcome).includes('"problems"')) throw new Error(`${JSON.stringify(one)}: ${JSON.stringify(outcome)}`)
    }
    await keep()
  }
  const wrong = await answer(as(momentOf(addDays(day, 30), '12:00')), 'proof.compare', 'record.read', async (asking) => {
    const different: string[] = []
    for (const { day: on, copy } of copies) {
      const { day: _, ...then } = await asKnownOn(asking, people, on)
      if (!isDeepStrictEqual(plainly(then), copy)) different.push(`${on} of ${JSON.stringify(history)}:\n  then ${JSON.stringify(copy)}\n  read ${JSON.stringify(plainly(then))}`)
    }
    return different
  })
  return { wrong, changes: history.reduce((sum, one) => sum + one.changes.length, 0), days: copies.length }
}
