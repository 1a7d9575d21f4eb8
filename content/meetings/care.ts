import type { MeetingKind } from '../../src/engine/meetings/model.ts'

/** Meetings about children in our care. */
export const careMeetings: readonly MeetingKind[] = [
  {
    id: 'lookedAfterReview', name: 'Review of a child in our care', domain: 'children', held: 'lookedAfterReview.held', chair: 'independent', participation: true,
    duties: ['lookedAfterReview.first', 'lookedAfterReview.second', 'lookedAfterReview.later'],
    usually: [{ agency: 'socialCare', report: true }, { agency: 'school', report: true }, { agency: 'health', report: true }, { agency: 'parent' }],
    outcomes: [{ code: 'continues', label: 'The care plan goes on' }, { code: 'changes', label: 'The care plan changes', asks: ['reason'] }],
  },
]
