import type { Duty } from '../../src/engine/timescales/model.ts'

/** How often a worker is supervised. A council sets its own beside it. */
export const supervisionDuties: Duty[] = [
  {
    id: 'supervision.held', duty: 'Supervision', area: 'supervision',
    from: ['supervision.began'], to: ['supervision.held'], manner: 'every', within: { weeks: 4 },
    stoppedBy: ['supervision.ended'], appliesTo: 'each worker, with their line manager',
    note: 'Counted from when somebody came into a team, then from each session.',
    status: 'local', verified: false, basis: 'remembered',
    source: { title: 'The usual month of councils’ supervision policies; neither law nor statutory guidance gives a number' },
  },
]
