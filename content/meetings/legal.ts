import type { MeetingKind } from '../../src/engine/meetings/model.ts'

/** Meetings of legal work. What is said there is legal advice: seen by those whom the access policy names (rule 19). */
export const legalMeetings: readonly MeetingKind[] = [
  {
    id: 'legalGateway', name: 'Legal planning meeting', domain: 'legal', held: 'legalGateway.held', duties: [], chair: 'manager', categories: 'thresholds',
    quorum: { words: 'Social care and a lawyer.', all: ['socialCare', 'legal'], source: { title: 'Usual in the procedures of councils; guidance gives no number' }, verified: false },
    usually: [{ agency: 'socialCare', report: true }, { agency: 'legal' }],
    outcomes: [
      { code: 'issue', label: 'Go to court now', asks: ['category', 'reason'] },
      { code: 'preProceedings', label: 'Pre-proceedings', asks: ['category', 'reason'] },
      { code: 'comeBack', label: 'Come back with more', asks: ['category', 'reason'] },
      { code: 'noLegalStep', label: 'No legal step', asks: ['category', 'reason'] },
    ],
  },
]
