import type { Duty } from '../../src/engine/timescales/model.ts'

/** Fostering: each duty with its source, and whether the text of the rule was read. */
export const fosteringDuties: Duty[] = [
  {
    id: 'fosterCarerReview.first', duty: 'First review of a foster carer', area: 'fostering',
    from: ['fosterCarer.approved'], to: ['fosterCarer.reviewed'], manner: 'by', within: { months: 12 },
    stoppedBy: ['fosterCarer.approvalEnded'],
    status: 'law', verified: false, basis: 'quoted', reference: 'foster-review-first',
    inForce: { from: '2011-04-01' },
    source: { title: 'Fostering Services (England) Regulations 2011 (SI 2011/581)', provision: 'reg 28(2)', url: 'https://hullchserv.proceduresonline.com/p_review_fos_care.html' },
  },
  {
    id: 'fosterCarerReview.later', duty: 'Review of a foster carer', area: 'fostering',
    from: ['fosterCarer.reviewed'], to: ['fosterCarer.reviewed'], manner: 'every', within: { months: 12 },
    stoppedBy: ['fosterCarer.approvalEnded'],
    status: 'law', verified: false, basis: 'quoted', reference: 'foster-review-later',
    inForce: { from: '2011-04-01' },
    source: { title: 'Fostering Services (England) Regulations 2011', provision: 'reg 28(2)', url: 'https://hullchserv.proceduresonline.com/p_review_fos_care.html' },
  },
  {
    id: 'fosterReviewPapers.sent', duty: 'Papers to the independent review panel', area: 'fostering',
    from: ['independentReview.noticed'], to: ['fosterReviewPapers.sent'], manner: 'by', within: { workingDays: 10 },
    stoppedBy: ['fosterCarer.approvalEnded'],
    status: 'law', verified: true, basis: 'read', reference: 'foster-irm-papers',
    inForce: { from: '2011-04-01' },
    source: { title: 'Fostering Services (England) Regulations 2011', provision: 'reg 29(2)', url: 'https://www.legislation.gov.uk/uksi/2011/581/regulation/29/made/data.xht?view=snippet&wrap=true' },
  },
  {
    id: 'fosterCarer.represented', duty: 'Carer may answer the proposal', area: 'fostering',
    from: ['fosterDetermination.sent'], to: ['fosterCarer.represented'], manner: 'by', within: { days: 28 },
    stoppedBy: ['fosterCarer.approvalEnded'],
    status: 'law', verified: false, basis: 'remembered', reference: 'foster-representations',
    inForce: { from: '2011-04-01' },
    source: { title: 'Fostering Services (England) Regulations 2011', provision: 'reg 27(6), 28(7)', url: 'https://www.legislation.gov.uk/uksi/2011/581/regulation/29/made/data.xht?view=snippet&wrap=true' },
  },
]
