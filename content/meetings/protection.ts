import type { MeetingKind, MeetingOutcome, Quorum } from '../../src/engine/meetings/model.ts'

const guidance = 'Working Together to Safeguard Children (2023)'

const threeAgencies: Quorum = {
  words: 'Social care and at least two other agencies who know the children.', all: ['socialCare'], atLeast: 2,
  source: { title: 'Usual in the procedures of safeguarding partnerships; guidance gives no number' }, verified: false,
}
const usualConference: MeetingKind['usually'] = [
  { agency: 'socialCare', report: true, core: true }, { agency: 'police', report: true }, { agency: 'school', report: true, core: true }, { agency: 'healthVisitor', report: true, core: true },
  { agency: 'gp', report: true }, { agency: 'parent', core: true },
]
const plan: MeetingOutcome = { code: 'protectionPlan', label: 'Child protection plan', asks: ['category', 'reason'] }
const inNeed: MeetingOutcome = { code: 'childInNeedPlan', label: 'Child in need plan', asks: ['reason'] }
const nothing: MeetingOutcome = { code: 'noPlan', label: 'No plan', asks: ['reason'] }
const workingDay: MeetingKind['workingDay'] = { source: 'Children in need census, rule 8875' }

/** Meetings of child protection and of children in need. */
export const protectionMeetings: readonly MeetingKind[] = [
  {
    id: 'strategyDiscussion', name: 'Strategy discussion', domain: 'children', held: 'strategyDiscussion.held', duties: ['strategyDiscussion.held'], atOnce: true, chair: 'manager',
    quorum: { words: 'Social care, the police and health at least.', all: ['socialCare', 'police', 'health'], source: { title: guidance, provision: 'chapter 3, strategy discussion' }, verified: false },
    usually: [{ agency: 'socialCare' }, { agency: 'police' }, { agency: 'health' }, { agency: 'school' }],
    outcomes: [
      { code: 'section47Single', label: 'Enquiry by social care alone', asks: ['reason'] },
      { code: 'section47Joint', label: 'Enquiry with the police', asks: ['reason'] },
      { code: 'noEnquiry', label: 'No enquiry', asks: ['reason'] },
    ],
  },
  {
    id: 'initialConference', name: 'Initial child protection conference', domain: 'children', held: 'initialConference.held', arranged: 'initialConference.arranged',
    duties: ['initialConference.held'], reports: 'conferenceReport.sharedInitial', quorum: threeAgencies, usually: usualConference, chair: 'independent', workingDay, participation: true,
    outcomes: [plan, inNeed, nothing],
  },
  {
    id: 'preBirthConference', name: 'Pre-birth child protection conference', domain: 'children', held: 'initialConference.held', arranged: 'initialConference.arranged',
    duties: ['initialConference.held'], reports: 'conferenceReport.sharedInitial', quorum: threeAgencies, chair: 'independent', workingDay,
    usually: [{ agency: 'socialCare', report: true, core: true }, { agency: 'police', report: true }, { agency: 'midwife', report: true, core: true }, { agency: 'healthVisitor', report: true, core: true }, { agency: 'gp', report: true }, { agency: 'parent', core: true }],
    outcomes: [plan, inNeed, nothing],
  },
  {
    id: 'transferInConference', name: 'Transfer-in conference', domain: 'children', held: 'transferConference.held', arranged: 'initialConference.arranged',
    duties: ['transferConference.held'], reports: 'conferenceReport.sharedInitial', quorum: threeAgencies, usually: usualConference, chair: 'independent', workingDay, participation: true,
    outcomes: [plan, inNeed, nothing],
  },
  {
    id: 'reviewConference', name: 'Review child protection conference', domain: 'children', held: 'reviewConference.held', arranged: 'reviewConference.arranged',
    duties: ['reviewConference.first', 'reviewConference.later'], reports: 'conferenceReport.sharedReview', quorum: threeAgencies, usually: usualConference, chair: 'independent', participation: true, reviews: 'protectionPlan',
    outcomes: [
      { ...plan, code: 'continues', label: 'Goes on', asks: ['category', 'reason'] },
      { ...inNeed, label: 'Ends, child in need plan' },
      { ...nothing, label: 'Ends' },
    ],
  },
  {
    id: 'coreGroup', name: 'Core group', domain: 'children', held: 'coreGroup.met', duties: ['coreGroup.first', 'coreGroup.later'], chair: 'worker', reviews: 'protectionPlan',
    usually: [{ agency: 'socialCare', core: true }, { agency: 'school', core: true }, { agency: 'healthVisitor', core: true }, { agency: 'parent', core: true }], outcomes: [],
  },
  {
    id: 'childInNeedMeeting', name: 'First child in need meeting', domain: 'children', held: 'childInNeedPlan.met', duties: ['childInNeed.firstMeeting'], chair: 'worker', participation: true,
    usually: [{ agency: 'socialCare', core: true }, { agency: 'school', core: true }, { agency: 'healthVisitor', core: true }, { agency: 'parent', core: true }],
    outcomes: [{ code: 'childInNeedPlan', label: 'Child in need plan' }, { code: 'declined', label: 'The family does not want a plan', asks: ['reason'] }, { ...nothing, label: 'No plan is needed' }],
  },
  {
    id: 'childInNeedReview', name: 'Child in need review', domain: 'children', held: 'childInNeedPlan.reviewed', duties: ['childInNeed.reviewed'], chair: 'worker', participation: true, reviews: 'childInNeedPlan',
    usually: [{ agency: 'socialCare', core: true }, { agency: 'school', core: true }, { agency: 'healthVisitor', core: true }, { agency: 'parent', core: true }],
    outcomes: [
      { code: 'continues', label: 'Goes on' },
      { code: 'earlyHelp', label: 'Ends, early help', asks: ['reason'] },
      { ...nothing, label: 'Ends' },
      { code: 'strategyDiscussion', label: 'Strategy discussion', help: 'A child may be suffering significant harm.', asks: ['reason'] },
    ],
  },
]
