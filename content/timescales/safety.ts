import type { Duty } from '../../src/engine/timescales/model.ts'

/** Exploitation and harm outside the home: a council’s own days. */
export const safetyDuties: Duty[] = [
  {
    id: 'exploitation.reviewed', duty: 'Review of exploitation', area: 'safety',
    from: ['exploitation.identified'], to: ['exploitation.reviewed'], manner: 'every', within: { months: 3 },
    extended: [{ by: 'exploitation.reviewSet', within: { months: 3 } }],
    stoppedBy: ['exploitation.ended', 'case.closed', 'person.died', 'person.reachedEighteen', 'person.movedToAnotherAuthority'],
    note: 'The day that was set the last time counts; three months where none was.',
    status: 'local', verified: false, basis: 'remembered',
    source: { title: 'Usual in councils; no text was read' },
  },
]
