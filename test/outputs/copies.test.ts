import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutesPassages } from '../../src/record/meetings/minutesPaper.ts'
import type { WholeMeeting } from '../../src/record/meetings/model.ts'
import type { WholePlan } from '../../src/record/plans/model.ts'
import { planPassages } from '../../src/record/plans/paper.ts'
import type { Outgoing } from '../../src/record/outputs/model.ts'
import { copyFor } from '../../src/record/outputs/rules/judging.ts'

const children = ['amelia', 'noah', 'isla', 'leo'] as const
const family = [...children, 'kelly', 'darren', 'jean']
const named = new Map(family.map((id) => [id, { id, given: `Given-${id}`, name: `Given-${id} Smith` }]))
const on = (day: number) => `2026-03-${String(day).padStart(2, '0')}` as never
const some = fc.subarray([...children])
const among = (people: readonly string[]) => fc.subarray([...people])

/** A text of which the test knows, without asking the product, whom it is about. */
type Told = { mark: string; about: readonly string[] }

const plan = fc.record({ people: some.filter((one) => one.length > 0), needs: fc.array(fc.tuple(some, fc.array(some, { maxLength: 2 }), fc.boolean()), { maxLength: 4 }), members: fc.array(fc.option(fc.constantFrom('kelly', 'darren', 'jean')), { maxLength: 4 }), own: fc.boolean(), category: fc.boolean() }).map(({ people, needs, members, own, category }) => {
  const told: Told[] = [{ mark: 'whyword', about: people }, { mark: 'ifnotword', about: people }, ...(own ? [{ mark: 'ownword', about: people }] : [])]
  const within = (about: readonly string[]) => about.filter((id) => people.some((one) => one === id))
  const lines = needs.map(([about, actions, far], i) => ({ line: `n${i}`, about: within(about), far, actions: actions.map((one, j) => ({ id: `a${i}${j}`, about: within(one) })) }))
  const all = (about: readonly string[]) => (about.length > 0 ? about : people)
  for (const need of lines) {
    told.push({ mark: `needword${need.line}`, about: all(need.about) }, ...need.actions.map((one) => ({ mark: `actionword${one.id}`, about: [...all(need.about), ...all(one.about)] })), ...(need.far ? [{ mark: `farword${need.line}`, about: all(need.about) }] : []))
  }
  members.forEach((personId, i) => told.push({ mark: `member${i}word`, about: [...people, ...(personId ? [personId] : [])] }))
  for (const id of people) told.push({ mark: `Given-${id},`, about: [id] })
  const whole: WholePlan = {
    id: 'plan', kind: 'protectionPlan', state: 'current', startedOn: on(1), endedOn: null, leadId: null, lead: null, teamId: null, words: 'whyword', ifNot: 'ifnotword', ownWords: own ? 'ownword' : null, version: 1,
    people: people.map((personId) => ({ personId, category: category ? 'neglect' : null, firstCategory: null, startedOn: on(1), endedOn: null, endReason: null, endWords: null })),
    needs: lines.map((need) => ({ id: need.line, line: need.line, about: need.about, words: `needword${need.line}`, wanted: 'w', state: 'open', from: 1, to: null })),
    actions: lines.flatMap((need) => need.actions.map((one) => ({ id: one.id, line: one.id, needLine: need.line, about: one.about, words: `actionword${one.id}`, owner: 'o', ownerId: null, dueOn: null, evidence: null, state: 'open' as const, doneOn: null, doneWords: null, from: 1, to: null }))),
    progress: lines.flatMap((need) => (need.far ? [{ needLine: need.line, about: need.about, on: on(2), meetingId: null, progress: 'better' as const, words: `farword${need.line}`, by: null }] : [])),
    versions: [], members: members.map((personId, i) => ({ id: `m${i}`, agency: personId ? 'parent' : 'school', name: `member${i}word`, role: null, personId, from: on(1), to: null })),
  }
  return { people, told, passages: planPassages(whole, named) }
})

const minutes = fc.record({ people: some.filter((one) => one.length > 0), decided: some, passages: fc.array(fc.tuple(fc.constantFrom('minutes' as const, 'view' as const, 'childsView' as const), some, fc.nat(3)), { maxLength: 5 }), invited: fc.array(fc.option(fc.constantFrom('kelly', 'darren', 'jean')), { minLength: 4, maxLength: 4 }) }).map(({ people, decided, passages, invited }) => {
  const within = (about: readonly string[]) => about.filter((id) => people.some((one) => one === id))
  const told: Told[] = [{ mark: 'saidword', about: people }]
  for (const id of within(decided)) told.push({ mark: `decidedword${id}.`, about: [id] })
  invited.forEach((personId, i) => told.push({ mark: `came${i}word:`, about: [...people, ...(personId ? [personId] : [])] }))
  const kept = passages.map(([kind, about, who], i) => ({ kind, about: within(about), i, who: kind === 'view' ? who : null })).filter((one) => one.kind === 'view' || one.about.length > 0)
  for (const one of kept) {
    const speaks = one.who === null ? null : invited[one.who]
    told.push({ mark: `passageword${one.i}.`, about: [...(one.about.length > 0 ? one.about : people), ...(speaks ? [speaks] : [])] })
  }
  const meeting: WholeMeeting = {
    id: 'meeting', kind: 'initialConference', domain: 'children', state: 'held', on: on(1), at: null, place: null, chairId: null, chair: null, subjectKind: null, subjectId: null, itemId: null, dueOn: null, duty: null, lateReason: null, words: 'saidword', quorate: true, quorumReason: null,
    people: people.map((personId) => ({ personId, participation: null })), changes: [],
    invited: invited.map((personId, i) => ({ id: `i${i}`, agency: personId ? 'parent' : 'school', name: `came${i}word`, role: null, personId, actorId: null, invitedOn: on(1), askedReport: false, reportDueOn: null, reportOn: null, attendance: 'attended', core: false, outputId: null, sentOn: null })),
    passages: kept.map((one) => ({ id: `p${one.i}`, about: one.about, kind: one.kind, invitedId: one.who === null ? null : `i${one.who}`, opinion: null, words: `passageword${one.i}.` })),
    decisions: within(decided).map((personId) => ({ personId, outcome: 'noPlan', category: null, words: `decidedword${personId}.` })),
  }
  return { people, told, passages: minutesPassages(meeting, named) }
})

const outgoing = (made: { people: readonly string[]; passages: Outgoing['passages'] }): Outgoing => ({
  reader: { kind: 'outside', name: 'The court' }, people: made.people, passages: made.passages, title: 'A paper', of: made.people.map((id) => ({ id, name: `Given-${id}` })), from: [], to: [], format: 'pdf', back: '/',
})

describe.each([['plan', plan], ['minutes', minutes]] as const)('A copy of any %s for any reader', (_, made) => {
  it('holds everything that is about people the reader may know alone, and nothing else', () => {
    fc.assert(fc.property(made, among(family), (one, known) => {
      const { paper, held, kept } = copyFor(outgoing(one), new Set(known), true)
      const text = JSON.stringify(paper)
      for (const { mark, about } of one.told) {
        if (mark.startsWith('Given-')) { if (!about.every((id) => known.includes(id))) expect(text).not.toContain(mark.slice(0, -1)) } else expect({ mark, there: text.includes(mark) }).toEqual({ mark, there: about.every((id) => known.includes(id)) })
      }
      expect(held.length + kept.length).toBe(one.passages.length)
      expect(paper.leftOut).toBe(held.length)
    }), { numRuns: 300 })
  })

  it('for whoever prints it for their own work holds all of it', () => {
    fc.assert(fc.property(made, (one) => {
      const text = JSON.stringify(copyFor(outgoing(one), 'all', true).paper)
      expect(one.told.filter(({ mark }) => !mark.startsWith('Given-') && !text.includes(mark))).toEqual([])
    }), { numRuns: 100 })
  })
})
