import type { Pathway } from '../../src/engine/pathways/model.ts'

const guidance = 'Working Together to Safeguard Children (2023), chapter 3'

/** From the strategy discussion to the end of a plan, and the plan of a child in need. */
export const childProtection: Pathway = {
  id: 'childProtection', version: 1, title: 'Child protection and children in need',
  starts: ['strategyDiscussion', 'transferInConference', 'planChildInNeed'],
  steps: [
    {
      id: 'strategyDiscussion', name: 'Strategy discussion', kind: 'decision', work: 'strategyDiscussion', about: 'eachChild', who: 'team manager', duties: ['strategyDiscussion.held'],
      statutoryDecision: { source: `Children Act 1989 section 47; ${guidance}: with the police and health at least` },
      outcomes: [
        { code: 'section47Single', label: 'Section 47 enquiry, social care alone', opens: ['section47Enquiry'], reason: true },
        { code: 'section47Joint', label: 'Section 47 enquiry, jointly with the police', opens: ['section47Enquiry'], reason: true },
        { code: 'noEnquiry', label: 'No section 47 enquiry', opens: [], ends: true, reason: true },
      ],
    },
    {
      id: 'section47Enquiry', name: 'Section 47 enquiry', kind: 'form', work: 'section47', about: 'together', who: 'social worker', form: 'section47Enquiry', duties: ['initialConference.held'],
      mustHappen: { source: `Children Act 1989 section 47; ${guidance}` },
      outcomes: [{ code: 'finished', label: 'Sent to the manager', opens: ['section47SignOff'] }, { code: 'notNeeded', label: 'Not needed after all', opens: [], ends: true, reason: true }],
    },
    {
      id: 'section47SignOff', name: 'Agree what comes of the enquiry', kind: 'signOff', work: 'section47', about: 'eachChild', who: 'team manager', managementSignOff: true,
      outcomes: [
        { code: 'conference', label: 'Initial child protection conference', opens: ['arrangeConference'] },
        { code: 'childInNeedPlan', label: 'Child in need plan', opens: ['planChildInNeed'] },
        { code: 'noFurtherAction', label: 'No further action', opens: [], ends: true },
        { code: 'returned', label: 'Return to the worker', opens: ['section47Enquiry'], reason: true },
      ],
    },
    {
      id: 'arrangeConference', name: 'Arrange the conference', kind: 'task', work: 'conference', about: 'together', who: 'social worker', duties: ['initialConference.held'],
      outcomes: [{ code: 'arranged', label: 'Arranged', opens: ['initialConference'] }],
    },
    {
      id: 'initialConference', name: 'Initial child protection conference', kind: 'decision', work: 'conference', about: 'eachChild', who: 'conference chair',
      statutoryDecision: { source: `${guidance}: the conference decides on a plan` }, mustHappen: { source: `${guidance}: no plan without a conference` },
      outcomes: [
        { code: 'protectionPlan', label: 'Child protection plan', opens: ['coreGroup', 'childProtectionVisit', 'reviewConference'], reason: true },
        { code: 'childInNeedPlan', label: 'Child in need plan', opens: ['planChildInNeed'], reason: true },
        { code: 'noPlan', label: 'No plan', opens: [], ends: true, reason: true },
      ],
    },
    {
      id: 'transferInConference', name: 'Transfer-in conference', kind: 'decision', work: 'conference', about: 'eachChild', who: 'conference chair', duties: ['transferConference.held'],
      statutoryDecision: { source: `${guidance}: the conference decides on a plan` },
      outcomes: [
        { code: 'protectionPlan', label: 'Child protection plan', opens: ['coreGroup', 'childProtectionVisit', 'reviewConference'], reason: true },
        { code: 'childInNeedPlan', label: 'Child in need plan', opens: ['planChildInNeed'], reason: true },
        { code: 'noPlan', label: 'No plan', opens: [], ends: true, reason: true },
      ],
    },
    {
      id: 'coreGroup', name: 'Core group', kind: 'task', work: 'protectionPlan', about: 'together', who: 'social worker', duties: ['coreGroup.first', 'coreGroup.later'],
      outcomes: [{ code: 'held', label: 'Held', opens: ['coreGroup'] }],
    },
    {
      id: 'childProtectionVisit', name: 'Child protection visit', kind: 'task', work: 'protectionPlan', about: 'eachChild', who: 'social worker', duties: ['childProtectionVisit.made'],
      outcomes: [{ code: 'done', label: 'Seen', opens: ['childProtectionVisit'] }],
    },
    {
      id: 'reviewConference', name: 'Review child protection conference', kind: 'decision', work: 'protectionPlan', about: 'eachChild', who: 'conference chair', duties: ['reviewConference.first', 'reviewConference.later'],
      statutoryDecision: { source: `${guidance}: the review conference decides whether the plan goes on` },
      outcomes: [
        { code: 'continues', label: 'The plan goes on', opens: ['reviewConference'], reason: true },
        { code: 'childInNeedPlan', label: 'The plan ends, child in need plan', opens: ['planChildInNeed'], reason: true },
        { code: 'noPlan', label: 'The plan ends, no other plan', opens: [], ends: true, reason: true },
      ],
    },
    {
      id: 'planChildInNeed', name: 'First child in need meeting', kind: 'task', work: 'childInNeedPlan', about: 'eachChild', who: 'social worker', duties: ['childInNeed.firstMeeting'],
      outcomes: [
        { code: 'childInNeedPlan', label: 'Child in need plan', opens: ['childInNeedVisit', 'childInNeedReview'] },
        { code: 'declined', label: 'The family does not want a plan', opens: [], ends: true, reason: true },
        { code: 'noPlan', label: 'No plan is needed', opens: [], ends: true, reason: true },
      ],
    },
    {
      id: 'childInNeedVisit', name: 'Child in need visit', kind: 'task', work: 'childInNeedPlan', about: 'eachChild', who: 'social worker', duties: ['childInNeed.visited'],
      outcomes: [{ code: 'done', label: 'Seen', opens: ['childInNeedVisit'] }],
    },
    {
      id: 'childInNeedReview', name: 'Child in need review', kind: 'task', work: 'childInNeedPlan', about: 'eachChild', who: 'social worker', duties: ['childInNeed.reviewed'],
      outcomes: [
        { code: 'continues', label: 'The plan goes on', opens: ['childInNeedReview'] },
        { code: 'earlyHelp', label: 'The plan ends, early help goes on', opens: [], ends: true, reason: true },
        { code: 'noPlan', label: 'The plan ends', opens: [], ends: true, reason: true },
        { code: 'strategyDiscussion', label: 'Strategy discussion', opens: ['strategyDiscussion'], reason: true },
      ],
    },
  ],
}
