import type { Duty } from '../../src/engine/timescales/model.ts'

/** Reviews of children in our care and their reviewing officers: each duty with its source, and whether the text of the rule was read. */
export const lookedAfterReviewsDuties: Duty[] = [
  {
    id: 'lookedAfterReview.first', duty: 'First review of a child in our care', area: 'lookedAfter',
    from: ['care.started'], to: ['lookedAfterReview.held'], manner: 'by', within: { workingDays: 20 },
    stoppedBy: ['care.ended', 'case.closed', 'person.died', 'person.reachedEighteen', 'person.movedToAnotherAuthority'],
    appliesTo: 'Every child in our care, short breaks aside',
    note: 'Counts from coming into care, not from a placement. A move does not begin it anew.',
    status: 'law', verified: true, basis: 'read', reference: 'cla-review-first',
    inForce: { from: '2011-04-01' },
    source: { title: 'Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959)', provision: 'reg 33(1)', url: 'https://legislation.gov.uk/cy/uksi/2010/959/part/6/made?timeline=false' },
  },
  {
    id: 'lookedAfterReview.second', duty: 'Second review of a child in our care', area: 'lookedAfter',
    from: ['lookedAfterReview.firstHeld'], to: ['lookedAfterReview.held'], manner: 'by', within: { months: 3 },
    stoppedBy: ['care.ended', 'case.closed', 'person.died', 'person.reachedEighteen', 'person.movedToAnotherAuthority'],
    status: 'law', verified: true, basis: 'read', reference: 'cla-review-second',
    inForce: { from: '2011-04-01' },
    source: { title: 'Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959)', provision: 'reg 33(2)', url: 'https://legislation.gov.uk/cy/uksi/2010/959/part/6/made?timeline=false' },
  },
  {
    id: 'lookedAfterReview.later', duty: 'Review of a child in our care', area: 'lookedAfter',
    from: ['lookedAfterReview.held'], to: ['lookedAfterReview.held'], manner: 'every', within: { months: 6 },
    stoppedBy: ['care.ended', 'case.closed', 'person.died', 'person.reachedEighteen', 'person.movedToAnotherAuthority'],
    note: 'An extra review begins the interval anew.',
    status: 'law', verified: true, basis: 'read', reference: 'cla-review-later',
    inForce: { from: '2011-04-01' },
    source: { title: 'Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959)', provision: 'reg 33(2),(3)', url: 'https://legislation.gov.uk/cy/uksi/2010/959/part/6/made?timeline=false' },
  },
  {
    id: 'reviewingOfficer.appointed', duty: 'Independent reviewing officer named', area: 'lookedAfter',
    from: ['care.started'], to: ['reviewingOfficer.appointed'], manner: 'by', within: { workingDays: 5 },
    stoppedBy: ['care.ended', 'case.closed', 'person.died', 'person.reachedEighteen', 'person.movedToAnotherAuthority'],
    note: 'Good practice. The duty is before the first review.',
    status: 'goodPractice', verified: false, basis: 'quoted', reference: 'iro-appointed',
    inForce: { from: '2011-04-01' },
    source: { title: 'IRO Handbook, repeated by councils', url: 'https://westmorlandfurnesscs.trixonline.co.uk/chapter/appointment-and-role-of-independent-reviewing-officers' },
  },
  {
    id: 'lookedAfterReview.decisions', duty: 'Review decisions issued', area: 'lookedAfter',
    from: ['lookedAfterReview.held'], to: ['lookedAfterReview.decisionsIssued'], manner: 'by', within: { workingDays: 5 },
    stoppedBy: ['care.ended', 'case.closed', 'person.died', 'person.reachedEighteen', 'person.movedToAnotherAuthority'],
    status: 'guidance', verified: false, basis: 'quoted', reference: 'cla-review-decisions',
    source: { title: 'IRO Handbook', url: 'https://docsbay.net/iro-dispute-resolution-guidance-notes-for-practitioners' },
  },
  {
    id: 'lookedAfterReview.written', duty: 'Review record written', area: 'lookedAfter',
    from: ['lookedAfterReview.held'], to: ['lookedAfterReview.recordWritten'], manner: 'by', within: { workingDays: 15 },
    stoppedBy: ['care.ended', 'case.closed', 'person.died', 'person.reachedEighteen', 'person.movedToAnotherAuthority'],
    status: 'guidance', verified: false, basis: 'remembered', reference: 'cla-review-record-written',
    source: { title: 'IRO Handbook' },
  },
  {
    id: 'lookedAfterReview.distributed', duty: 'Review record sent round', area: 'lookedAfter',
    from: ['lookedAfterReview.held'], to: ['lookedAfterReview.recordSent'], manner: 'by', within: { workingDays: 20 },
    stoppedBy: ['care.ended', 'case.closed', 'person.died', 'person.reachedEighteen', 'person.movedToAnotherAuthority'],
    status: 'guidance', verified: false, basis: 'remembered', reference: 'cla-review-record-distributed',
    source: { title: 'IRO Handbook' },
  },
  {
    id: 'reviewingOfficer.disputeResolved', duty: 'Dispute with the reviewing officer resolved', area: 'lookedAfter',
    from: ['reviewingOfficer.disputed'], to: ['reviewingOfficer.disputeResolved'], manner: 'by', within: { workingDays: 20 },
    stoppedBy: ['care.ended', 'case.closed', 'person.died', 'person.reachedEighteen', 'person.movedToAnotherAuthority'],
    status: 'guidance', verified: false, basis: 'remembered', reference: 'iro-dispute',
    source: { title: 'IRO Handbook' },
  },
]
