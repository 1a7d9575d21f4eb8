import type { RuledPage } from '../../../engine/returns/model.ts'

/** What ending a plan writes into the census. */
export const planPagesRuled: readonly RuledPage[] = [{ key: 'plan.ended', path: '/plans/:id', when: { what: 'end' }, fields: { on: { cin: 'CINplanDates.CINPlanEndDate ChildProtectionPlans.CPPendDate' } } }]
