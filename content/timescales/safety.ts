import type { Duty } from '../../src/engine/timescales/model.ts'

/** Exploitation and harm outside the home, and what those who visit must know: a council’s own days. */
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
  {
    id: 'warning.reviewed', duty: 'Safety note looked at again', area: 'safety',
    from: ['warning.added'], to: ['warning.reviewed'], manner: 'every', within: { months: 12 },
    extended: [{ by: 'warning.reviewSet', within: { months: 12 } }],
    stoppedBy: ['warning.ended', 'person.died'],
    note: 'The day that was set when somebody last looked counts; of several notes about one person the one that is due first. At most twelve months.',
    status: 'local', verified: false, basis: 'remembered',
    source: { title: 'Usual in councils: within twelve months' },
  },
]
