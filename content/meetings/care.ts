import type { MeetingKind } from '../../src/engine/meetings/model.ts'

const review: Pick<MeetingKind, 'domain' | 'chair' | 'participation' | 'usually' | 'outcomes'> = {
  domain: 'children', chair: 'independent', participation: true,
  usually: [{ agency: 'socialCare', report: true }, { agency: 'school', report: true }, { agency: 'health', report: true }, { agency: 'carer' }, { agency: 'parent' }],
  outcomes: [{ code: 'continues', label: 'The care plan goes on' }, { code: 'changes', label: 'The care plan changes', asks: ['reason'] }],
}

/** Meetings about children in our care and care leavers. */
export const careMeetings: readonly MeetingKind[] = [
  { id: 'lookedAfterReview', name: 'Review of a child in our care', held: 'lookedAfterReview.held', duties: ['lookedAfterReview.first', 'lookedAfterReview.second', 'lookedAfterReview.later'], reviews: 'carePlan', ...review },
  {
    // Regulation 36 of the Adoption Agencies Regulations 2005; held as one with the review of a child in our care.
    id: 'adoptionReview', name: 'Adoption review', held: 'adoptionReview.held', reviews: 'carePlan', ...review,
    duties: ['adoptionReview.authorisedFirst', 'adoptionReview.authorisedLater', 'adoptionReview.placedFirst', 'adoptionReview.placedSecond', 'adoptionReview.placedLater'],
    usually: [{ agency: 'socialCare', report: true }, { agency: 'health' }, { agency: 'carer' }],
    outcomes: [{ code: 'continues', label: 'Adoption goes on being the plan' }, { code: 'changes', label: 'The plan changes', asks: ['reason'] }],
  },
  {
    id: 'educationReview', name: 'Review of a personal education plan', domain: 'children', held: 'educationPlan.reviewed', duties: [], chair: 'worker', participation: true, reviews: 'educationPlan',
    usually: [{ agency: 'socialCare' }, { agency: 'school', report: true }, { agency: 'carer' }], outcomes: [{ code: 'continues', label: 'The plan goes on' }, { code: 'changes', label: 'The plan changes', asks: ['reason'] }],
  },
  {
    id: 'pathwayReview', name: 'Pathway plan review', domain: 'children', held: 'pathwayPlan.reviewed', arranged: 'pathwayReview.arranged', duties: ['pathwayPlan.reviewed'], chair: 'worker', participation: true, reviews: 'pathwayPlan',
    usually: [{ agency: 'socialCare' }, { agency: 'housing' }, { agency: 'health' }, { agency: 'carer' }], outcomes: [{ code: 'continues', label: 'The plan goes on' }, { code: 'changes', label: 'The plan changes', asks: ['reason'] }],
  },
  {
    id: 'disruptionMeeting', name: 'Disruption meeting', domain: 'children', held: 'disruption.lookedAt', duties: [], chair: 'independent',
    usually: [{ agency: 'socialCare', report: true }, { agency: 'carer' }, { agency: 'health' }], outcomes: [{ code: 'sameWay', label: 'The plan for permanence stays' }, { code: 'otherWay', label: 'The plan for permanence changes', asks: ['reason'] }],
  },
]
