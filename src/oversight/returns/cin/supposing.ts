import type { Supposed } from '../../../engine/returns/model.ts'
import type { InNeed, Span } from './model.ts'

/** A child without that which is being written: what the rules ask then is asked of other rows of the record. */
export function without(child: InNeed, supposed: readonly Supposed[]): InNeed {
  const written = new Set(supposed.map((one) => ('enquiry' in one ? one.enquiry : one.assessment)))
  return { ...child, assessments: child.assessments.filter(({ id }) => !written.has(id)), enquiries: child.enquiries.filter(({ id }) => !written.has(id)) }
}

/** A child as the record would hold them once what is being written is agreed, today. */
export const supposing = (child: InNeed, supposed: readonly Supposed[], { until }: Span): InNeed => supposed.reduce<InNeed>((now, one) => {
  if ('enquiry' in one) return { ...now, enquiries: now.enquiries.map((enquiry) => (enquiry.id === one.enquiry ? { ...enquiry, outcome: one.outcome, finished: true } : enquiry)) }
  const { closes } = one
  return {
    ...now,
    assessments: now.assessments.map((each) => (each.id === one.assessment ? { ...each, authorisedOn: one.authorisedOn, factors: one.factors } : each)),
    referrals: closes ? now.referrals.map((each) => (each.id === closes.referralId && each.closedOn === null ? { ...each, closedOn: until, closeReason: closes.reason } : each)) : now.referrals,
  }
}, child)
