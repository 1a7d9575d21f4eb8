import { addDays } from '../../../../src/kernel/dates.ts'
import { addWorkingDays } from '../../../../src/kernel/workingDays.ts'
import { before, beginsWithin, censusRules, codesOf, eachEpisode, outside } from '../rule.ts'
import type { Details } from '../rows.ts'

const cin = (fields: string) => ({ CINdetails: fields })
const open = ({ raw }: Details): boolean => raw.CINclosureDate === ''
const furtherAction = ({ ReferralNFA }: Details): boolean => ReferralNFA === '0'
const noFurtherAction = ({ ReferralNFA }: Details): boolean => ReferralNFA === '1'
const closedAfterAssessment = ({ ReasonForClosure }: Details): boolean => ReasonForClosure === 'RC8' || ReasonForClosure === 'RC9'

/** Everything that is dated within an episode and lies after its end, the episode itself among it. */
function activityAfterEnd(details: Details) {
  const end = details.CINclosureDate
  if (end === undefined) return []
  const late = [
    ...details.assessments.filter(({ AssessmentActualStartDate, AssessmentAuthorisationDate }) => before(end, AssessmentActualStartDate) || before(end, AssessmentAuthorisationDate)),
    ...details.enquiries.filter(({ S47ActualStartDate, DateOfInitialCPC }) => before(end, S47ActualStartDate) || before(end, DateOfInitialCPC)),
    ...details.protection.filter(({ CPPendDate }) => before(end, CPPendDate)),
    ...details.plans.filter(({ CINPlanStartDate, CINPlanEndDate }) => before(end, CINPlanStartDate) || before(end, CINPlanEndDate)),
  ]
  return late.length > 0 || before(end, details.DateOfInitialCPC) ? [details, ...late] : []
}

/** Episodes of need: from a referral to its closing. */
export const episodeRules = censusRules({
  2990: {
    reads: { CINdetails: 'ReasonForClosure DateOfInitialCPC', Section47: 'S47ActualStartDate', ChildProtectionPlans: 'CPPstartDate', CINplanDates: 'CINPlanStartDate' },
    words: 'The case was closed after assessment (RC8, RC9), and an enquiry, a conference or a plan stands in it. See the reason for closing.',
    breaks: eachEpisode((details) => closedAfterAssessment(details) && (details.enquiries.length > 0 || details.protection.length > 0 || details.plans.length > 0 || details.raw.DateOfInitialCPC !== '')),
  },
  '2991Q': { reads: { CINdetails: 'CINreferralDate', Section47: 'S47ActualStartDate', Assessments: 'AssessmentActualStartDate' }, words: 'There is a section 47 enquiry and no assessment. An enquiry is part of one: record it.', breaks: eachEpisode(({ enquiries, assessments }) => enquiries.length > 0 && assessments.length === 0) },
  8565: {
    reads: { CINdetails: 'CINclosureDate DateOfInitialCPC', Assessments: 'AssessmentActualStartDate AssessmentAuthorisationDate', Section47: 'S47ActualStartDate DateOfInitialCPC', ChildProtectionPlans: 'CPPendDate', CINplanDates: 'CINPlanStartDate CINPlanEndDate' },
    words: 'Something happened after the case was closed. See the day of closing, and the days after it.',
    breaks: ({ details }) => details.flatMap(activityAfterEnd),
  },
  8568: { reads: cin('ReferralNFA'), words: 'Say whether the referral led to nothing further: 1 or 0.', breaks: eachEpisode(({ ReferralNFA }) => ReferralNFA !== '0' && ReferralNFA !== '1') },
  '8569Q': { reads: cin('CINreferralDate ReferralNFA'), words: 'The referral came before this census and led to nothing: then it belongs to an earlier one.', breaks: eachEpisode((details, _child, { opens }) => before(details.CINreferralDate, addWorkingDays(opens, -1)) && !furtherAction(details)) },
  '8585Q': { reads: { CINdetails: 'ReasonForClosure', ChildIdentifiers: 'PersonDeathDate' }, words: 'The case was closed because the child died: record the day of death.', breaks: eachEpisode(({ ReasonForClosure }, { identifiers }) => ReasonForClosure === 'RC2' && identifiers.raw.PersonDeathDate === '') },
  8600: { reads: cin('CINreferralDate'), words: 'The day of the referral is missing, or lies after the end of the census.', breaks: eachEpisode(({ CINreferralDate }, _child, { closes }) => CINreferralDate === undefined || closes < CINreferralDate) },
  8606: {
    reads: { CINdetails: 'CINreferralDate', ChildIdentifiers: 'PersonBirthDate ExpectedPersonBirthDate' }, words: 'The referral came more than 40 weeks before the child was, or would be, born.',
    breaks: eachEpisode(({ CINreferralDate }, { identifiers }) => CINreferralDate !== undefined && (before(addDays(CINreferralDate, 280), identifiers.PersonBirthDate) || before(addDays(CINreferralDate, 280), identifiers.ExpectedPersonBirthDate))),
  },
  8610: { reads: cin('ReferralNFA PrimaryNeedCode'), words: 'The referral led further: record the child’s primary need.', breaks: eachEpisode((details) => furtherAction(details) && details.PrimaryNeedCode === '') },
  8620: { reads: cin('CINclosureDate'), words: 'The case was closed outside the twelve months of the census.', breaks: eachEpisode(({ CINclosureDate }, _child, census) => outside(CINclosureDate, census)) },
  8630: { reads: cin('CINreferralDate CINclosureDate'), words: 'The case was closed before it was referred.', breaks: eachEpisode(({ CINreferralDate, CINclosureDate }) => before(CINclosureDate, CINreferralDate)) },
  8640: { reads: cin('ReasonForClosure'), words: 'Choose the reason for closing from the list (RC1 to RC9).', breaks: eachEpisode(({ ReasonForClosure }, _child, census) => ReasonForClosure !== '' && !codesOf('closure', census).has(ReasonForClosure)) },
  8650: { reads: cin('PrimaryNeedCode'), words: 'Choose the primary need from the list (N0 to N9).', breaks: eachEpisode(({ PrimaryNeedCode }, _child, census) => PrimaryNeedCode !== '' && !codesOf('primaryNeed', census).has(PrimaryNeedCode)) },
  8805: { reads: cin('CINclosureDate ReasonForClosure'), words: 'The case was closed: record the reason.', breaks: eachEpisode((details) => !open(details) && details.ReasonForClosure === '') },
  8810: { reads: cin('CINclosureDate ReasonForClosure'), words: 'There is a reason for closing: record the day.', breaks: eachEpisode((details) => open(details) && details.ReasonForClosure !== '') },
  8815: {
    reads: cin('CINclosureDate ReferralNFA'), words: 'The child has several open cases. There is one at a time: close the others.',
    breaks: ({ details }) => {
      const running = details.filter((each) => open(each) && furtherAction(each))
      return running.length > 1 ? running : []
    },
  },
  8816: {
    reads: cin('CINreferralDate CINclosureDate ReferralNFA'), words: 'A later referral follows, and this case is still open. Close it.',
    breaks: eachEpisode((details, child) => open(details) && furtherAction(details) && child.details.some(({ CINreferralDate }) => before(details.CINreferralDate, CINreferralDate))),
  },
  8820: {
    reads: cin('CINreferralDate CINclosureDate ReferralNFA'), words: 'The referral came while another case of the child was running. One ends before the next begins, or on the day.',
    breaks: ({ details }, { closes }) => beginsWithin(details, (each) => ({ from: each.CINreferralDate, to: each.CINclosureDate, open: open(each) && furtherAction(each) }), closes, 'not the last day'),
  },
  '8825Q': { reads: { CINdetails: 'ReasonForClosure', Assessments: 'AssessmentActualStartDate' }, words: 'The case was closed after assessment (RC8, RC9), and there is no assessment.', breaks: eachEpisode((details) => closedAfterAssessment(details) && details.assessments.length === 0) },
  8831: {
    reads: { CINdetails: 'ReferralNFA DateOfInitialCPC', Assessments: 'AssessmentActualStartDate AssessmentAuthorisationDate', Section47: 'S47ActualStartDate' }, words: 'The referral led to nothing, it says, and an assessment, an enquiry or a conference stands in it.',
    breaks: eachEpisode((details) => noFurtherAction(details) && (details.raw.DateOfInitialCPC !== '' || details.assessments.some((row) => row.AssessmentActualStartDate !== undefined || row.raw.AssessmentAuthorisationDate !== '') || details.enquiries.some(({ S47ActualStartDate }) => S47ActualStartDate !== undefined))),
  },
  8832: { reads: { CINdetails: 'ReferralNFA', ChildProtectionPlans: 'CPPstartDate' }, words: 'The referral led to nothing, it says, and a child protection plan stands in it.', breaks: ({ details }) => details.filter((each) => noFurtherAction(each) && each.protection.length > 0).flatMap((each) => [each, ...each.protection]) },
  4000: { reads: { CINdetails: 'ReferralNFA', CINplanDates: 'CINPlanStartDate' }, words: 'The referral led to nothing, it says, and a child in need plan stands in it.', breaks: ({ details }) => details.filter((each) => noFurtherAction(each) && each.plans.length > 0).flatMap((each) => [each, ...each.plans]) },
  8866: { reads: cin('ReferralSource'), words: 'Choose from the list who made the referral.', breaks: eachEpisode(({ ReferralSource }, _child, census) => !codesOf('referralSource', census).has(ReferralSource)) },
  8867: { reads: { CINdetails: 'CINclosureDate', Assessments: 'AssessmentAuthorisationDate' }, words: 'The case was closed with an assessment still running: complete it.', breaks: ({ details }) => details.filter((each) => !open(each)).flatMap(({ assessments }) => assessments.filter(({ raw }) => raw.AssessmentAuthorisationDate === '')) },
  8868: { reads: { CINdetails: 'CINclosureDate', Section47: 'DateOfInitialCPC ICPCnotRequired' }, words: 'The case was closed with an enquiry still running: record the conference, or that none was needed.', breaks: ({ details }) => details.filter((each) => !open(each)).flatMap(({ enquiries }) => enquiries.filter(({ raw, ICPCnotRequired }) => raw.DateOfInitialCPC === '' && ICPCnotRequired !== '1')) },
})
