import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frontDoor } from '../../../content/pathways/frontDoor.ts'
import { faultsOfPathway, signOffs } from './checking.ts'
import { change, follow, followEach, passedOver, possibleSteps, type Change } from './follow.ts'
import type { Pathway, StepRow } from './model.ts'

const row = (step: string, more: Partial<StepRow> = {}): StepRow => ({ id: step, step, people: ['a', 'n'], status: 'open', openedOn: '2025-10-03', ...more })
const done = (step: string, outcome: string): StepRow => row(step, { status: 'done', outcome, endedOn: '2025-10-06' })
const names = (openings: readonly Readonly<{ step: string }>[]) => openings.map((one) => one.step)

describe('what follows what', () => {
  it('a referral opens the allocation, and somebody tells the school', () => expect(names(follow(frontDoor, 'contactDecision', 'referral', ['a']))).toEqual(['allocation', 'tellReferrer']))
  it('a finished assessment goes to one manager', () => expect(follow(frontDoor, 'assessment', 'finished', ['a'])).toEqual([{ step: 'assessmentSignOff', name: 'Agree the assessment', people: ['a'], duties: [], who: 'team manager' }]))
  it('an outcome that is none opens nothing', () => expect(follow(frontDoor, 'assessment', 'eaten', ['a'])).toEqual([]))
  it('different decisions for different children open each step once, for the children who need it', () => {
    const openings = followEach(frontDoor, 'contactDecision', { a: 'referral', n: 'referral', i: 'earlyHelp', l: 'noFurtherAction' })
    expect(openings.map((one) => `${one.step} ${one.people.join('')}`)).toEqual(['allocation an', 'tellReferrer anil', 'earlyHelpRequest i'])
  })
})

describe('what is possible now', () => {
  const possible = (rows: StepRow[]) => Object.fromEntries(possibleSteps(frontDoor, rows).map((one) => [one.step, one]))
  it('begins with a contact', () => expect(possibleSteps(frontDoor, []).filter((one) => one.way === 'follows').map((one) => one.step)).toEqual(['contact']))
  it('is what the last decision led to', () => expect(possible([done('contact', 'recorded'), done('contactDecision', 'referral')])['allocation']).toMatchObject({ way: 'follows', needsReason: false }))
  it('is anything else too, with a reason, and says what is passed over', () => expect(possible([done('contact', 'recorded')])['assessment']).toMatchObject({ way: 'outOfOrder', needsReason: true, skips: ['contactDecision', 'allocation'] }))
  it('is not what is open already', () => expect(possible([row('assessment')])['assessment']).toBeUndefined())
  it('never hides a step: whatever happened, each is open or possible', () => {
    const steps = frontDoor.steps.map((step) => step.id)
    fc.assert(fc.property(fc.array(fc.record({ step: fc.constantFrom(...steps), status: fc.constantFrom('open' as const, 'done' as const, 'cancelled' as const) })), (some) => {
      const rows = some.map(({ step, status }) => row(step, { status }))
      const shown = new Set([...possibleSteps(frontDoor, rows).map((one) => one.step), ...rows.filter((one) => one.status === 'open').map((one) => one.step)])
      return steps.every((step) => shown.has(step))
    }))
  })
  it('tells of a step of the law that was passed over', () => {
    expect(passedOver(frontDoor, [done('contact', 'recorded'), row('assessment')]).map((step) => step.id)).toEqual(['contactDecision'])
    expect(passedOver(frontDoor, [done('contact', 'recorded'), done('contactDecision', 'referral'), row('assessment')])).toEqual([])
  })
})

describe('every case keeps the right order, or says why not', () => {
  it('never passes over a step of the law when each step follows the last', () => fc.assert(fc.property(fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 30 }), (choices) => {
    let rows: StepRow[] = frontDoor.starts.map((step) => row(step))
    for (const [which, outcome] of choices) {
      const open = rows.filter((one) => one.status === 'open')
      const chosen = open[which % Math.max(1, open.length)]
      const step = frontDoor.steps.find((one) => one.id === chosen?.step)
      const code = step?.outcomes[outcome % step.outcomes.length]?.code
      if (!chosen || !code) break
      const after = change(frontDoor, chosen, { do: 'finish', outcome: code, on: '2025-10-06', reason: 'because' })
      if ('problem' in after) return false
      rows = [...rows.filter((one) => one !== chosen), after.row, ...after.opens.map((one, index) => row(one.step, { id: `${rows.length}.${index}` }))]
      if (passedOver(frontDoor, rows).length > 0) return false
    }
    return true
  })))
  it('always asks for a reason where a step of the law would be passed over', () => {
    const steps = frontDoor.steps.map((step) => step.id)
    fc.assert(fc.property(fc.subarray(steps), (some) => {
      const rows = some.map((step) => row(step, { status: 'done' }))
      return possibleSteps(frontDoor, rows).every((one) => one.needsReason || one.skips.length === 0)
    }))
  })
})

describe('a step changes', () => {
  const problemOf = (step: StepRow, what: Change) => { const after = change(frontDoor, step, what); return 'problem' in after ? after.problem.problem : '' }
  it('is finished with an outcome and opens what follows for the same people', () => expect(change(frontDoor, row('allocation'), { do: 'finish', outcome: 'allocated', on: '2025-10-07' })).toEqual({
    row: row('allocation', { status: 'done', outcome: 'allocated', endedOn: '2025-10-07' }),
    opens: [{ step: 'assessment', name: 'Child and family assessment', people: ['a', 'n'], duties: ['assessment.completed', 'assessment.childSeen'], form: 'childAndFamilyAssessment', who: 'social worker' }],
  }))
  it('is reopened with a reason, and has no outcome then', () => expect(change(frontDoor, done('assessment', 'finished'), { do: 'reopen', reason: 'New information' })).toEqual({ row: { ...row('assessment') }, opens: [] }))
  it('is handed over', () => expect(change(frontDoor, row('assessment'), { do: 'handOver', to: 'w2' })).toMatchObject({ row: { heldBy: 'w2' } }))
  it('is cancelled with a reason', () => expect(change(frontDoor, row('assessment'), { do: 'cancel', reason: 'Moved away', on: '2025-10-08' })).toMatchObject({ row: { status: 'cancelled' } }))
  it.each<[string, StepRow, Change, string]>([
    ['no outcome', row('contactDecision'), { do: 'finish', outcome: '', on: '2025-10-06' }, 'Choose what came of this.'],
    ['no reason where one is needed', row('contactDecision'), { do: 'finish', outcome: 'referral', on: '2025-10-06', reason: ' ' }, 'Say why.'],
    ['finished already', done('contact', 'recorded'), { do: 'finish', outcome: 'recorded', on: '2025-10-06' }, 'This is finished. Reopen it to change what came of it.'],
    ['reopened without a reason', done('contact', 'recorded'), { do: 'reopen', reason: '' }, 'Say why it is opened again.'],
    ['open already', row('contact'), { do: 'reopen', reason: 'x' }, 'This is open already.'],
    ['cancelled without a reason', row('contact'), { do: 'cancel', reason: '', on: '2025-10-06' }, 'Say why it is not needed.'],
    ['handed to nobody', row('contact'), { do: 'handOver', to: '' }, 'Choose who takes it.'],
  ])('and says what to do: %s', (_, step, what, sentence) => expect(problemOf(step, what)).toBe(sentence))
})

describe('a pathway is looked at before it is used', () => {
  const [first, second, ...rest] = frontDoor.steps
  const withSteps = (steps: Pathway['steps']): Pathway => ({ ...frontDoor, steps })
  it('counts the sign-offs of each piece of work', () => expect(Object.fromEntries(signOffs(frontDoor))).toMatchObject({ contact: 1, assessment: 1, referral: 0 }))
  it.each<[string, unknown]>([
    ['two sign-offs for one piece of work', withSteps(frontDoor.steps.map((step) => step.id === 'assessment' ? { ...step, managementSignOff: true } : step))],
    ['a step nothing leads to', withSteps([...frontDoor.steps, { id: 'lost', name: 'Lost', kind: 'task', work: 'x', about: 'together', who: 'x', outcomes: [{ code: 'a', label: 'A', opens: [], ends: true }] }])],
    ['an outcome that leads nowhere', withSteps(frontDoor.steps.map((step) => step.id === 'contact' ? { ...step, outcomes: [{ code: 'a', label: 'A', opens: [] }] } : step))],
    ['a step that is no step', withSteps(first && second ? [{ ...first, outcomes: [{ code: 'a', label: 'A', opens: ['nowhere'] }] }, second, ...rest] : [])],
    ['something else', { id: 'x' }],
  ])('%s is refused', (_, pathway) => expect(faultsOfPathway(pathway).length).toBeGreaterThan(0))
})
