import { describe, expect, it } from 'vitest'
import { moment, plain } from '../../src/kernel/dates.ts'
import { evaluateById, evaluateEach, everyRun, soonerOf, type Settings } from '../../src/engine/timescales/evaluate.ts'
import type { Happening } from '../../src/engine/timescales/model.ts'
import { duties } from './all.ts'
import { clock, dutyCalled, history, stateAndDue, tell } from './told.fixture.ts'

describe('a decision on a contact is due one working day after it came in', () => {
  tell([
    ['on Friday afternoon: Monday', 'contact.decided', 'contact.received 2025-10-03', '2025-10-03', 'dueSoon 2025-10-06'],
    ['a minute before midnight on Friday: Monday', 'contact.decided', 'contact.received 2025-10-03T22:59:00Z', '2025-10-06', 'dueToday 2025-10-06'],
    ['on Saturday: Monday', 'contact.decided', 'contact.received 2025-10-04', '2025-10-06', 'dueToday 2025-10-06'],
    ['on the Thursday before Easter: the Tuesday after', 'contact.decided', 'contact.received 2025-04-17', '2025-04-22', 'dueToday 2025-04-22'],
    ['decided that Monday', 'contact.decided', 'contact.received 2025-10-03, contact.decided 2025-10-06', '2025-11-01', 'met 2025-10-06'],
    ['decided on Tuesday', 'contact.decided', 'contact.received 2025-10-03, contact.decided 2025-10-07', '2025-11-01', 'metLate 2025-10-06'],
    ['before the guidance of 2023 too', 'contact.decided', 'contact.received 2019-10-04', '2019-10-08', 'overdue 2019-10-07'],
    ['while the council’s own three days still run', 'contact.decidedLocal', 'contact.received 2025-10-03', '2025-10-07', 'dueSoon 2025-10-08'],
  ])
})

describe('an assessment is due 45 working days after the referral', () => {
  tell([
    ['fourteen days before', 'assessment.completed', 'referral.received 2025-10-06', '2025-11-18', 'running 2025-12-08'],
    ['on day 45', 'assessment.completed', 'referral.received 2025-10-06, assessment.authorised 2025-12-08', '2026-01-01', 'met 2025-12-08'],
    ['on day 46', 'assessment.completed', 'referral.received 2025-10-06, assessment.authorised 2025-12-09', '2026-01-01', 'metLate 2025-12-08'],
    ['a second referral meanwhile begins nothing', 'assessment.completed', 'referral.received 2025-10-06, referral.received 2025-11-03', '2025-12-09', 'overdue 2025-12-08'],
    ['a referral after it was finished begins a new one', 'assessment.completed', 'referral.received 2025-10-06, assessment.authorised 2025-11-03, referral.received 2025-12-01', '2025-12-09', 'running 2026-02-05'],
    ['referred on 15 April 2013', 'assessment.completed', 'referral.received 2013-04-15', '2013-04-20', 'running 2013-06-19'],
    ['referred on 14 April 2013 it was another assessment', 'assessment.completed', 'referral.received 2013-04-14', '2013-04-20', 'notStarted'],
    ['ten days for that one', 'initialAssessment.completed', 'referral.received 2013-04-12', '2013-04-20', 'running 2013-04-26'],
    ['which a day later was gone', 'initialAssessment.completed', 'referral.received 2013-04-15', '2013-04-20', 'notStarted'],
    ['and thirty-five for the core assessment', 'coreAssessment.completed', 'initialAssessment.completed 2012-04-02', '2012-04-20', 'running 2012-05-24'],
  ])
  it('says which working day it is', () => expect(clock('assessment.completed', 'referral.received 2025-10-06', '2025-11-18')).toMatchObject({ workingDay: 31, of: 45, daysLeft: 14, unit: 'workingDays' }))
})

describe('an initial child protection conference is due 15 working days after the enquiry was initiated', () => {
  tell([
    ['over Easter', 'initialConference.held', 'section47Enquiry.initiated 2025-04-17', '2025-04-30', 'running 2025-05-13'],
    ['over Christmas', 'initialConference.held', 'section47Enquiry.initiated 2025-12-15', '2025-12-16', 'running 2026-01-08'],
    ['a second discussion begins nothing anew', 'initialConference.held', 'strategyDiscussion.held 2025-06-02, section47Enquiry.initiated 2025-06-02, strategyDiscussion.held 2025-06-09', '2025-06-10', 'running 2025-06-23'],
    ['it begins at the second where the enquiry was initiated there', 'initialConference.held', 'strategyDiscussion.held 2025-06-02, strategyDiscussion.held 2025-06-09, section47Enquiry.initiated 2025-06-09', '2025-06-10', 'running 2025-06-30'],
    ['the follow-up meeting begins nothing anew', 'strategyMeeting.held', 'strategyDiscussion.byTelephone 2025-06-02', '2025-06-03', 'running 2025-06-09'],
    ['a conference closes it as stopped when the case closed before', 'initialConference.held', 'section47Enquiry.initiated 2025-06-02, case.closed 2025-06-05', '2025-07-10', 'stopped 2025-06-23'],
  ])
  it('is a day later by a holiday proclaimed after it began', () => {
    const settings: Settings = { calendar: { name: 'england', extraHolidays: [plain('2026-06-15')] } }
    expect(clock('initialConference.held', 'section47Enquiry.initiated 2026-06-01', '2026-06-02')?.dueOn).toBe('2026-06-22')
    expect(clock('initialConference.held', 'section47Enquiry.initiated 2026-06-01', '2026-06-02', settings)?.dueOn).toBe('2026-06-23')
  })
})

describe('an allegation that is for the designated officer is met about within five working days of the first answer', () => {
  tell([
    ['answered on Friday', 'allegation.meeting', 'allegation.criteriaMet 2025-10-03', '2025-10-04', 'running 2025-10-10'],
    ['met on the fifth day', 'allegation.meeting', 'allegation.criteriaMet 2025-10-03, allegation.met 2025-10-10', '2025-11-01', 'met 2025-10-10'],
    ['a day later', 'allegation.meeting', 'allegation.criteriaMet 2025-10-03, allegation.met 2025-10-13', '2025-11-01', 'metLate 2025-10-10'],
    ['it ended before: nobody has to meet', 'allegation.meeting', 'allegation.criteriaMet 2025-10-03, allegation.ended 2025-10-06', '2025-11-01', 'stopped 2025-10-10'],
  ])
})

describe('months, weeks and days of the calendar', () => {
  tell([
    ['a subject access request on 31 January', 'subjectAccess.answered', 'subjectAccess.received 2025-01-31', '2025-02-01', 'running 2025-02-28'],
    ['due on Good Friday it moves to Tuesday', 'subjectAccess.answered', 'subjectAccess.received 2025-03-18', '2025-04-01', 'running 2025-04-22'],
    ['it waits until we know who asks', 'subjectAccess.answered', 'subjectAccess.received 2025-06-02, subjectAccess.identityProved 2025-06-12', '2025-06-13', 'running 2025-07-14'],
    ['three months from the beginning when extended', 'subjectAccess.answered', 'subjectAccess.received 2025-06-02, subjectAccess.extended 2025-06-20', '2025-07-01', 'running 2025-09-02'],
    ['a review due on a Saturday does not move', 'reviewConference.first', 'initialConference.planMade 2025-11-30', '2026-02-01', 'running 2026-02-28'],
    ['twenty-one days from and with 1 March end on 21 March', 'deprivationOfLiberty.assessed', 'deprivationOfLiberty.requested 2025-03-01', '2025-03-21', 'dueToday 2025-03-21'],
    ['seven from 22 February end on 28 February', 'urgentAuthorisation.lasts', 'urgentAuthorisation.given 2025-02-22', '2025-02-28', 'dueToday 2025-02-28'],
    ['and then it has ended', 'urgentAuthorisation.lasts', 'urgentAuthorisation.given 2025-02-22', '2025-03-01', 'ended 2025-02-28'],
    ['a child assessment order is seven days with the first', 'childAssessmentOrder.lasts', 'childAssessmentOrder.started 2025-05-01', '2025-05-01', 'running 2025-05-07'],
    ['26 weeks beginning with the day of issue', 'careProceedings.concluded', 'careProceedings.issued 2025-01-06', '2025-02-01', 'running 2025-07-06'],
    ['eight weeks beginning with the direction', 'section37Report.sent', 'section37Report.directed 2025-01-06', '2025-02-01', 'running 2025-03-02'],
    ['a single short break may last seventeen days', 'shortBreak.lasts', 'shortBreak.started 2025-06-01', '2025-06-17', 'dueToday 2025-06-17'],
    ['and not eighteen', 'shortBreak.lasts', 'shortBreak.started 2025-06-01', '2025-06-18', 'ended 2025-06-17'],
  ])
})

describe('hours are hours of the clock', () => {
  const at = (id: string, what: string, now: string) => clock(id, what, now)?.dueAt
  it.each([
    ['72 hours of police protection over the night the clocks go forward', 'policeProtection.lasts', 'policeProtection.started 2025-03-29T12:00:00Z', '2025-04-01T12:00:00.000Z'],
    ['and over the night they go back', 'policeProtection.lasts', 'policeProtection.started 2025-10-25T12:00:00Z', '2025-10-28T12:00:00.000Z'],
    ['a return home interview over a weekend', 'returnInterview.held', 'child.returned 2025-11-14T19:10:00Z', '2025-11-17T19:10:00.000Z'],
    ['24 hours at a place of safety', 'placeOfSafety.lasts', 'placeOfSafety.arrived 2025-06-02T08:00:00Z', '2025-06-03T08:00:00.000Z'],
    ['36 where a doctor added twelve', 'placeOfSafety.lasts', 'placeOfSafety.arrived 2025-06-02T08:00:00Z, placeOfSafety.extended 2025-06-02T20:00:00Z', '2025-06-03T20:00:00.000Z'],
  ])('%s', (_, id, what, due) => expect(at(id, what, '2025-12-01T00:00:00Z')).toBe(due))
  it('are met to the minute', () => {
    expect(clock('returnInterview.held', 'child.returned 2025-11-14T19:10:00Z, returnInterview.held 2025-11-17T19:09:00Z', '2025-12-01T00:00:00Z')?.state).toBe('met')
    expect(clock('returnInterview.held', 'child.returned 2025-11-14T19:10:00Z, returnInterview.held 2025-11-17T19:11:00Z', '2025-12-01T00:00:00Z')?.state).toBe('metLate')
  })
})

describe('a move to another placement', () => {
  const moved = 'care.started 2025-06-02, placement.started 2025-06-02, child.visited 2025-06-05, placement.started 2025-06-17'
  tell([
    ['begins the visits anew: one within a week', 'lookedAfterVisit.first', moved, '2025-06-18', 'running 2025-06-24'],
    ['begins the placement plan anew', 'placementPlan.agreed', moved, '2025-06-18', 'running 2025-06-24'],
    ['does not begin the first review anew', 'lookedAfterReview.first', moved, '2025-06-18', 'running 2025-06-30'],
    ['does not begin the care plan anew', 'carePlan.prepared', moved, '2025-06-18', 'overdue 2025-06-16'],
    ['ends the six weeks of the first year, until the next visit', 'lookedAfterVisit.firstYear', moved, '2025-06-18', 'stopped 2025-07-17'],
    ['home for three days and back: a new period with its own twenty days', 'lookedAfterReview.first', 'care.started 2025-06-02, care.ended 2025-06-10, care.started 2025-06-13', '2025-06-18', 'running 2025-07-11'],
  ])
})

describe('visits and reviews that come again', () => {
  tell([
    ['weekly visits to a connected person go on until the review is held, however late', 'connectedPersonVisit.weekly', 'connectedPerson.temporarilyApproved 2025-06-02, child.visited 2025-06-09, child.visited 2025-06-30', '2025-07-02', 'running 2025-07-07'],
    ['and end with it', 'connectedPersonVisit.weekly', 'connectedPerson.temporarilyApproved 2025-06-02, child.visited 2025-06-30, lookedAfterReview.held 2025-07-02', '2025-07-03', 'stopped 2025-07-07'],
    ['four-weekly from then', 'connectedPersonVisit.later', 'lookedAfterReview.held 2025-07-02', '2025-07-03', 'running 2025-07-30'],
    ['until the carer is approved', 'connectedPersonVisit.later', 'lookedAfterReview.held 2025-07-02, fosterCarer.approved 2025-07-10', '2025-07-11', 'stopped 2025-07-30'],
    ['a full care order at home asks for a visit a week from the order', 'careOrderAtHomeVisit.first', 'placement.started 2025-01-02, careOrder.made 2025-07-10', '2025-07-11', 'running 2025-07-17'],
    ['an early review begins the six months anew', 'lookedAfterReview.later', 'lookedAfterReview.held 2025-01-10, lookedAfterReview.held 2025-05-12', '2025-06-01', 'running 2025-11-12'],
    ['a review that was called off is none', 'lookedAfterReview.later', 'lookedAfterReview.held 2025-01-10, lookedAfterReview.calledOff 2025-05-12', '2025-06-01', 'running 2025-07-10'],
    ['temporary approval lasts 16 weeks', 'temporaryApproval.lasts', 'connectedPerson.temporarilyApproved 2025-06-02', '2025-06-03', 'running 2025-09-22'],
    ['and eight more when extended', 'temporaryApproval.lasts', 'connectedPerson.temporarilyApproved 2025-06-02, temporaryApproval.extended 2025-09-20', '2025-09-21', 'running 2025-11-17'],
  ])
  it('are told one by one, each with its own end', () => {
    const runs = everyRun(dutyCalled('childProtectionVisit.made'), history('protectionPlan.started 2025-06-02, child.seen 2025-06-10, child.seen 2025-07-01'), { today: plain('2025-07-02') })
    expect(runs.map(stateAndDue)).toEqual(['met 2025-06-16', 'metLate 2025-06-24', 'running 2025-07-15'])
  })
})

describe('the law of the day on which it began', () => {
  tell([
    ['temporary approval on 23 April 2020', 'temporaryApproval.lasts', 'connectedPerson.temporarilyApproved 2020-04-23', '2020-05-01', 'running 2020-08-13'],
    ['on 24 April: 24 weeks', 'temporaryApproval.lasts', 'connectedPerson.temporarilyApproved 2020-04-24', '2020-05-01', 'running 2020-10-09'],
    ['on 25 September', 'temporaryApproval.lasts', 'connectedPerson.temporarilyApproved 2020-09-25', '2020-10-01', 'running 2021-03-12'],
    ['on 26 September: 16 again', 'temporaryApproval.lasts', 'connectedPerson.temporarilyApproved 2020-09-26', '2020-10-01', 'running 2021-01-16'],
    ['a plan asked for on 30 April 2020', 'educationHealthCare.decided', 'educationHealthCare.requested 2020-04-30', '2020-05-01', 'running 2020-06-11'],
    ['and on 1 May, when no time applied', 'educationHealthCare.decided', 'educationHealthCare.requested 2020-05-01', '2020-05-02', 'notStarted'],
    ['a child in a hotel before the protocol of 24 August 2022', 'nationalTransfer.madeNotInCare', 'nationalTransfer.referred 2022-08-23', '2022-08-24', 'notStarted'],
    ['and after: five working days', 'nationalTransfer.madeNotInCare', 'nationalTransfer.referred 2022-08-24', '2022-08-24', 'running 2022-09-01'],
    ['ten for a child in care', 'nationalTransfer.made', 'nationalTransfer.accepted 2022-08-24', '2022-08-24', 'running 2022-09-08'],
  ])
})

describe('counting in calendars that differ', () => {
  tell([
    ['freedom of information asked on a Sunday: day 1 is Monday', 'informationRequest.answered', 'informationRequest.received 2025-06-01', '2025-06-02', 'running 2025-06-27'],
    ['12 July does not count', 'informationRequest.answered', 'informationRequest.received 2024-07-01', '2024-07-02', 'running 2024-07-30'],
    ['nor 30 November', 'informationRequest.answered', 'informationRequest.received 2023-11-01', '2023-11-02', 'running 2023-11-29'],
    ['a fee stops it until it is paid', 'informationRequest.answered', 'informationRequest.received 2025-06-02, informationRequest.feeAsked 2025-06-05: the fee, informationRequest.feeReceived 2025-06-12', '2025-06-13', 'running 2025-07-07'],
    ['a complaint over Christmas', 'complaint.stageOne', 'complaint.received 2025-12-22', '2025-12-23', 'running 2026-01-08'],
    ['65 days from the beginning, not 25 and 65', 'complaint.stageTwo', 'complaint.stageTwoAgreed 2025-06-02, complaint.extended 2025-07-01', '2025-07-02', 'running 2025-09-02'],
  ])
  it('is paused with its reason, and never without one', () => {
    expect(clock('informationRequest.answered', 'informationRequest.received 2025-06-02, informationRequest.feeAsked 2025-06-05: the fee', '2025-06-20')).toMatchObject({ state: 'paused', reason: 'the fee' })
    expect(clock('informationRequest.answered', 'informationRequest.received 2025-06-02, informationRequest.feeAsked 2025-06-05', '2025-06-20')?.state).toBe('running')
  })
})

describe('counting back', () => {
  const report = (today: string, ...arranged: Happening[]) => stateAndDue(evaluateById(duties, 'conferenceReport.sharedInitial', arranged, { today: plain(today) }))
  const conference = (on: string): Happening => ({ event: 'initialConference.arranged', on: plain(on), knownOn: plain('2025-06-02') })
  it('finds the report due two working days before the conference', () => expect(report('2025-06-03', conference('2025-06-23'))).toBe('running 2025-06-19'))
  it('moves it when the conference moves', () => expect(report('2025-06-03', conference('2025-06-30'))).toBe('running 2025-06-26'))
  it('is met by a report before that', () => expect(report('2025-06-20', conference('2025-06-23'), { event: 'conferenceReport.shared', on: plain('2025-06-19') })).toBe('met 2025-06-19'))
  it('is met late by a report on the eve', () => expect(report('2025-06-22', conference('2025-06-23'), { event: 'conferenceReport.shared', on: plain('2025-06-20') })).toBe('metLate 2025-06-19'))
  it('is due at once, not late, where it was arranged at short notice', () => {
    const arranged: Happening = { event: 'privateArrangement.planned', on: plain('2025-07-01'), knownOn: plain('2025-06-03') }
    expect(stateAndDue(evaluateById(duties, 'privateFostering.noticeGiven', [arranged], { today: plain('2025-06-03') }))).toBe('dueToday 2025-06-03')
  })
})

describe('a family', () => {
  const three = ['amelia', 'noah', 'isla']
  it('with one discussion about three children has three clocks, and one conference closes all', () => {
    const duty = dutyCalled('initialConference.held')
    const enquiry: Happening = { event: 'section47Enquiry.initiated', on: plain('2025-06-02'), people: three }
    const conference: Happening = { event: 'initialConference.held', on: plain('2025-06-20'), people: three }
    expect([...evaluateEach(duty, [enquiry], three, { today: plain('2025-06-03') }).values()].map((one) => one.state)).toEqual(['running', 'running', 'running'])
    expect([...evaluateEach(duty, [enquiry, conference], three, { today: plain('2025-06-21') }).values()].map((one) => one.state)).toEqual(['met', 'met', 'met'])
  })
  it('of whom one child was seen has one visit made and two not', () => {
    const seen = evaluateEach(dutyCalled('assessment.childSeen'), [{ event: 'referral.allocated', on: plain('2025-06-02') }, { event: 'child.seen', on: plain('2025-06-05'), people: ['isla'] }], three, { today: plain('2025-06-06') })
    expect([...seen].map(([child, one]) => `${child} ${one.state}`)).toEqual(['amelia running', 'noah running', 'isla met'])
  })
  it('whose child went missing twice has two clocks, and one talk may close both', () => {
    const twice = 'child.returned 2025-06-02T08:00:00Z, child.returned 2025-06-03T08:00:00Z'
    const duty = dutyCalled('returnInterview.held')
    const states = (what: string) => everyRun(duty, history(what), { today: plain('2025-06-10'), now: moment('2025-06-10T00:00:00Z') }).map((one) => one.state)
    expect(states(twice)).toEqual(['overdue', 'overdue'])
    expect(states(`${twice}, returnInterview.held 2025-06-05T09:00:00Z`)).toEqual(['metLate', 'met'])
    expect(states(`${twice}, returnInterview.declined 2025-06-04T09:00:00Z`)).toEqual(['stopped', 'stopped'])
  })
})

describe('a plan made before the birth (Tees): the sooner of birth and conference', () => {
  const due = (what: string) => soonerOf(dutyCalled('reviewConference.afterBirthTees'), duties, history(what), { today: plain('2025-06-10') }).dueOn
  it.each([
    ['not born yet: three months from the conference', 'initialConference.planMade 2025-06-02', '2025-09-02'],
    ['born early: ten working days from the birth', 'initialConference.planMade 2025-06-02, child.born 2025-06-09', '2025-06-23'],
  ])('%s', (_, what, on) => expect(due(what)).toBe(on))
})

describe('adoption', () => {
  tell([
    ['three months from the authority to place', 'adoptionReview.authorisedFirst', 'placementAuthority.given 2025-01-10', '2025-02-01', 'running 2025-04-10'],
    ['ended by the placement', 'adoptionReview.authorisedFirst', 'placementAuthority.given 2025-01-10, adoptivePlacement.started 2025-03-03', '2025-03-04', 'stopped 2025-04-10'],
    ['four weeks from the placement', 'adoptionReview.placedFirst', 'adoptivePlacement.started 2025-03-03', '2025-03-04', 'running 2025-03-31'],
    ['a child who comes back in the third week ends that', 'adoptionReview.placedFirst', 'adoptivePlacement.started 2025-03-03, adoptivePlacement.ended 2025-03-20', '2025-03-21', 'stopped 2025-03-31'],
    ['and begins the other again', 'adoptionReview.authorisedFirst', 'placementAuthority.given 2025-01-10, adoptivePlacement.started 2025-03-03, adoptivePlacement.ended 2025-03-20', '2025-03-21', 'running 2025-06-20'],
    ['the order ends them all', 'adoptionVisit.weekly', 'adoptiveFamily.visited 2025-03-10, adoptionOrder.made 2025-03-12', '2025-03-13', 'stopped 2025-03-17'],
  ])
})

describe('a clock that is closed is neither met nor missed', () => {
  tell([
    ['the case was closed', 'assessment.completed', 'referral.received 2025-10-06, case.closed 2025-10-20', '2026-03-01', 'stopped 2025-12-08'],
    ['the child died', 'assessment.completed', 'referral.received 2025-10-06, person.died 2025-10-20', '2026-03-01', 'stopped 2025-12-08'],
    ['the child became eighteen', 'childProtectionVisit.made', 'protectionPlan.started 2025-10-06, person.reachedEighteen 2025-10-20', '2026-03-01', 'stopped 2025-10-20'],
    ['another authority took over', 'transferConference.held', 'transfer.notified 2025-10-06, person.movedToAnotherAuthority 2025-10-10', '2026-03-01', 'stopped 2025-10-27'],
    ['what was closed late stays stopped', 'assessment.completed', 'referral.received 2025-10-06, case.closed 2026-02-20', '2026-03-01', 'stopped 2025-12-08'],
    ['a new referral begins again', 'assessment.completed', 'referral.received 2025-10-06, case.closed 2025-10-20, referral.received 2026-01-05', '2026-01-06', 'running 2026-03-09'],
  ])
})

describe('what may not be done before its day', () => {
  tell([
    ['an adoption application two months after the notice', 'adoptionApplication.earliest', 'adoptionNotice.received 2025-01-10', '2025-03-10', 'running 2025-04-10'],
    ['three months after', 'adoptionApplication.earliest', 'adoptionNotice.received 2025-01-10', '2025-04-10', 'mayNow 2025-04-10'],
    ['made too early', 'adoptionApplication.earliest', 'adoptionNotice.received 2025-01-10, adoptionApplication.made 2025-03-10', '2025-04-10', 'tooEarly 2025-04-10'],
    ['a child’s record is kept 75 years', 'lookedAfterRecords.kept', 'child.born 2012-02-29', '2025-04-10', 'running 2087-02-28'],
  ])
})

describe('pre-proceedings: the letter, the meeting, reviews, an end in sixteen weeks', () => {
  tell([
    ['the letter goes within five days of the decision', 'preProceedings.letterSent', 'preProceedings.decided 2026-03-09', '2026-03-10', 'running 2026-03-14'],
    ['it went in time', 'preProceedings.letterSent', 'preProceedings.decided 2026-03-09, preProceedings.letterSent 2026-03-13', '2026-04-01', 'met 2026-03-14'],
    ['the parents are met within seven days of it', 'preProceedings.met', 'preProceedings.decided 2026-03-09, preProceedings.letterSent 2026-03-13', '2026-03-23', 'overdue 2026-03-20'],
    ['then reviews every six weeks', 'preProceedings.reviewed', 'preProceedings.letterSent 2026-03-13, preProceedings.met 2026-03-20, preProceedings.reviewed 2026-04-30', '2026-05-01', 'running 2026-06-11'],
    ['and they end sixteen weeks after the letter', 'preProceedings.concluded', 'preProceedings.letterSent 2026-03-13', '2026-07-04', 'overdue 2026-07-03'],
    ['going to court ends them in time', 'preProceedings.concluded', 'preProceedings.letterSent 2026-03-13, careProceedings.issued 2026-07-03', '2026-08-01', 'met 2026-07-03'],
    ['so does stepping down, a day late', 'preProceedings.concluded', 'preProceedings.letterSent 2026-03-13, preProceedings.ended 2026-07-04', '2026-08-01', 'metLate 2026-07-03'],
    ['nothing runs where the child turned eighteen', 'preProceedings.reviewed', 'preProceedings.met 2026-03-20, person.reachedEighteen 2026-04-01', '2026-06-01', 'stopped 2026-05-01'],
  ])
})

describe('care proceedings: 26 weeks that begin with the day of issue, and what the court adds', () => {
  tell([
    ['after the decision, the application is issued', 'careProceedings.issued', 'careProceedings.decided 2026-03-09', '2026-03-10', 'running 2026-03-23'],
    ['the day of issue is the first day', 'careProceedings.concluded', 'careProceedings.issued 2026-03-16', '2026-03-20', 'running 2026-09-13'],
    ['more time: the day the court set counts', 'careProceedings.concluded', 'careProceedings.issued 2026-03-16, careProceedings.extended 2026-08-20: until 2026-11-01', '2026-10-31', 'dueSoon 2026-11-01'],
    ['once more', 'careProceedings.concluded', 'careProceedings.issued 2026-03-16, careProceedings.extended 2026-08-20: until 2026-11-01, careProceedings.extended 2026-10-20: until 2026-12-20', '2026-11-02', 'running 2026-12-20'],
    ['where no day was written down: eight weeks', 'careProceedings.concluded', 'careProceedings.issued 2026-03-16, careProceedings.extended 2026-08-20', '2026-08-21', 'running 2026-11-08'],
    ['ended on the last day: in time', 'careProceedings.concluded', 'careProceedings.issued 2026-03-16, careProceedings.concluded 2026-09-13', '2026-10-01', 'met 2026-09-13'],
    ['ended the day after: late', 'careProceedings.concluded', 'careProceedings.issued 2026-03-16, careProceedings.concluded 2026-09-14', '2026-10-01', 'metLate 2026-09-13'],
  ])
})

describe('orders that run out by themselves', () => {
  tell([
    ['an emergency protection order ends after eight days', 'emergencyProtectionOrder.lasts', 'emergencyProtectionOrder.made 2026-03-02', '2026-03-09', 'dueSoon 2026-03-10'],
    ['extended by the court for five more', 'emergencyProtectionOrder.lasts', 'emergencyProtectionOrder.made 2026-03-02, emergencyProtectionOrder.extended 2026-03-09: until 2026-03-15', '2026-03-12', 'running 2026-03-15'],
    ['after its day it has ended', 'emergencyProtectionOrder.lasts', 'emergencyProtectionOrder.made 2026-03-02', '2026-03-11', 'ended 2026-03-10'],
    ['a second order a year later has days of its own', 'emergencyProtectionOrder.lasts', 'emergencyProtectionOrder.made 2025-03-02, emergencyProtectionOrder.made 2026-03-02', '2026-03-05', 'running 2026-03-10'],
    ['police protection lasts 72 hours, also over the night when the clocks go forward', 'policeProtection.lasts', 'policeProtection.started 2026-03-28T22:00:00Z', '2026-03-29T12:00:00Z', 'running 2026-03-31'],
    ['and is over when the hour has come', 'policeProtection.lasts', 'policeProtection.started 2026-03-28T22:00:00Z', '2026-03-31T22:30:00Z', 'ended 2026-03-31'],
  ])
})
