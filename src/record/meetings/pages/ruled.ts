import type { RuledPage } from '../../../engine/returns/model.ts'

/** What the minutes of a conference or of a meeting about a child in need write into the census. */
export const meetingPagesRuled: readonly RuledPage[] = [{
  key: 'meeting.held', path: '/meetings/:id/hold', fields: {
    on: { cin: 'CINdetails.DateOfInitialCPC Section47.DateOfInitialCPC ChildProtectionPlans.CPPstartDate ChildProtectionPlans.CPPendDate Reviews.CPPreviewDate CINplanDates.CINPlanStartDate CINplanDates.CINPlanEndDate' },
    'category.all': { cin: 'ChildProtectionPlans.InitialCategoryOfAbuse ChildProtectionPlans.LatestCategoryOfAbuse' },
  },
}]
