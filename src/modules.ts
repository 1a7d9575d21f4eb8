import type { Door } from './channel/api/api.ts'
import * as keeping from './record/access/commands/keeping.ts'
import * as staff from './record/access/commands/staff.ts'
import * as identity from './record/access/commands/identity.ts'
import * as account from './record/access/identity/account.ts'
import { accountPage, changeAccount } from './channel/web/identity/accountPage.tsx'
import * as asking from './record/access/commands/asking.ts'
import { closeRecord, openPage, openRecord } from './record/access/pages/open.tsx'
import { openingsPage, reviewOpening } from './record/access/pages/openings.tsx'
import * as access from './record/access/queries.ts'
import { reviewMany, reviewUnusual, setManyOpened } from './record/access/evidence/commands.ts'
import { findMany, findUnusual } from './record/access/evidence/jobs.ts'
import * as evidence from './record/access/evidence/queries.ts'
import { legalTeller } from './record/chronology/legalTeller.ts'
import { chronology, judgeSignificance, keepStory } from './record/chronology/queries.ts'
import type { Route } from './record/access/page.ts'
import * as adoptions from './record/people/adoption/commands.ts'
import { adoption } from './record/people/adoption/queries.ts'
import * as people from './record/people/commands.ts'
import * as births from './record/people/births/commands.ts'
import type { BirthFollower } from './record/people/births/followers.ts'
import { pregnancy } from './record/people/births/queries.ts'
import { assessmentsFollowBirth } from './practice/assessments/births.ts'
import { contactsFollowBirth } from './practice/contacts/births.ts'
import { workFollowsBirth } from './record/work/births.ts'
import { addCode, changeCode, changeWord, ownSettings, setMeasure } from './record/access/own/commands.ts'
import { setTerms, termSettings } from './record/access/own/termCommands.ts'
import * as legal from './record/people/legal/commands.ts'
import * as hiding from './record/people/hiding/commands.ts'
import { seeHidden } from './record/people/hiding/queries.ts'
import { legalHistory } from './record/people/legal/queries.ts'
import { mergePeople, sayTwoPeople, unmergePeople } from './record/people/merging/commands.ts'
import { mergingRoutes } from './record/people/merging/pages.tsx'
import { possibleDuplicates, sideBySide } from './record/people/merging/queries.ts'
import { knownOn } from './record/people/asKnown.ts'
import { family, person } from './record/people/queries.ts'
import { searchRoutes } from './record/people/search/pages.tsx'
import { searchPeople, searchText, suggestPeople, whoIsIt } from './record/people/search/queries.ts'
import { myWork } from './record/work/pages.tsx'
import { tray } from './record/work/queries.ts'
import * as tasks from './record/work/commands.ts'
import { changeTask, taskPage } from './record/work/taskPage.tsx'
import { giveWork } from './record/work/team/commands.ts'
import { recordSources } from './record/work/decisions/sources.ts'
import * as questions from './record/work/questions/commands.ts'
import { questionRoutes, questionTellers } from './record/work/questions/pages.tsx'
import type { Giver } from './record/work/team/giving.ts'
import { moveWork, teamPage } from './record/work/team/pages.tsx'
import { teamBoard } from './record/work/team/queries.ts'
import * as outputs from './record/outputs/commands.ts'
import { sendRecord } from './record/outputs/bundle/commands.ts'
import { postSendRecord, sendRecordPage } from './channel/web/people/sendRecord.tsx'
import { changeHidden, hiddenPage, shownPage } from './channel/web/people/hidden.tsx'
import { sentAboutPage } from './channel/web/people/sent.tsx'
import { postSent, sentFile, sentPage } from './record/outputs/pages/sent.tsx'
import { outputsAbout } from './record/outputs/queries.ts'
import { sealDocuments } from './platform/jobs/sealing.ts'
import { outputDocuments } from './record/outputs/sealing.ts'
import { returnDocuments } from './oversight/returns/sealing.ts'
import { outputSources, outputTellers, outputTrayTellers } from './record/outputs/sources.ts'
import { decisionRoutes } from './record/work/decisions/pages.tsx'
import type { DecisionSource, DecisionTeller } from './record/work/decisions/model.ts'
import * as arranging from './record/meetings/commands/arranging.ts'
import { holdMeeting } from './record/meetings/commands/holding.ts'
import type { MeetingFollower } from './record/meetings/followers.ts'
import { holdRoutes } from './record/meetings/pages/hold.tsx'
import { meetingRoutes } from './record/meetings/pages/meeting.tsx'
import { organiseRoutes } from './record/meetings/pages/organise.tsx'
import { meeting } from './record/meetings/queries.ts'
import { sendPaper } from './record/meetings/commands/sending.ts'
import { sendPaperRoutes } from './record/meetings/pages/send.tsx'
import { meetingTellers, meetingTrayTellers } from './record/meetings/tellers.ts'
import * as plans from './record/plans/commands.ts'
import { changePlanRoutes } from './record/plans/pages/change.tsx'
import { planRoutes } from './record/plans/pages/plan.tsx'
import { plan } from './record/plans/queries.ts'
import { planTellers } from './record/plans/tellers.ts'
import type { BoardList, DeskTeller } from './record/work/team/boards.ts'
import { clockWork } from './modules/clocks.ts'
import type { ClockSource, StandingSource } from './record/work/standing/sources.ts'
import type { ChronologyTeller } from './record/chronology/tellers.ts'
import type { TrayTeller } from './record/work/model.ts'
import * as assessmentChanges from './practice/assessments/commands/changing.ts'
import * as assessmentDecisions from './practice/assessments/commands/deciding.ts'
import { sendAssessment } from './practice/assessments/commands/sending.ts'
import * as assessmentWriting from './practice/assessments/commands/writing.ts'
import { decisionTellers as assessmentSignOffs } from './practice/assessments/queries/deciding.ts'
import { sendLetter } from './practice/assessments/commands/letters.ts'
import { finishNext } from './practice/assessments/commands/next.ts'
import { letterRoutes } from './practice/assessments/pages/letter.tsx'
import { handOverRoutes } from './practice/assessments/pages/handOver.tsx'
import { nextRoutes } from './practice/assessments/pages/next.tsx'
import { readRoutes } from './practice/assessments/pages/read.tsx'
import { editRoutes } from './practice/assessments/pages/edit.tsx'
import { beside } from './practice/assessments/queries/beside.ts'
import * as assessments from './practice/assessments/tellers.ts'
import { cancelContact, finishTask, reopenContact } from './practice/contacts/commands/change.ts'
import { allocateReferral, returnReferral } from './practice/contacts/commands/allocate.ts'
import { allocationGiver } from './practice/contacts/commands/allocating.ts'
import { askToDecideAgain, decideToReopen } from './practice/contacts/commands/again.ts'
import { recommendOutcome } from './practice/contacts/commands/recommend.ts'
import { decisionTellers as frontDoorDecisions } from './practice/contacts/deciding.ts'
import { decideContact } from './practice/contacts/commands/decide.ts'
import { dropDraft, keepDraft } from './practice/contacts/commands/drafts.ts'
import { addToContact, recordContact } from './practice/contacts/commands/record.ts'
import { frontDoorRoutes } from './practice/contacts/pages/frontDoor.tsx'
import { addPeopleRoutes } from './practice/contacts/pages/addPeople.tsx'
import { contactRoutes } from './practice/contacts/pages/contact.tsx'
import { newContactRoutes } from './practice/contacts/pages/newContact.tsx'
import { contact, knownAbout, waiting } from './practice/contacts/queries.ts'
import * as contacts from './practice/contacts/tellers.ts'
import * as reviewing from './practice/reviewing/room.ts'
import * as supervising from './practice/supervision/commands.ts'
import { supervision, supervisions } from './practice/supervision/queries.ts'
import * as supervisionTellers from './practice/supervision/tellers.ts'
import { beginOnPage, supervisionsPage } from './practice/supervision/pages/list.tsx'
import { sessionRoutes } from './practice/supervision/pages/session.tsx'
import { writeNote } from './practice/notes/commands.ts'
import { readNotePage } from './practice/notes/pages/read.tsx'
import { saveNote, writeNotePage } from './practice/notes/pages/write.tsx'
import { note, notesOf } from './practice/notes/queries.ts'
import { seenClocks } from './practice/notes/clocks.ts'
import * as notes from './practice/notes/tellers.ts'
import * as discussing from './practice/protection/commands/discussing.ts'
import { decideEnquiry, saveEnquiry, sendEnquiry, settleEnquiry } from './practice/protection/commands/enquiring.ts'
import { decisionTellers as enquirySignOffs } from './practice/protection/deciding.ts'
import { protectionFollowers } from './practice/protection/following.ts'
import { discussionRoutes } from './practice/protection/pages/discussion.tsx'
import { enquiryRoutes } from './practice/protection/pages/enquiry.tsx'
import { startRoutes } from './practice/protection/pages/start.tsx'
import { protectionDuties, protectionStanding } from './practice/protection/standing.ts'
import * as protection from './practice/protection/tellers.ts'
import { meetingClocks } from './record/meetings/clocks.ts'
import { planClocks } from './record/plans/clocks.ts'
import { administrationRoutes } from './modules/administration.ts'
import { papers } from './modules/papers.ts'
import { departmentReturns } from './modules/returns.ts'
import { safeguarding } from './modules/safeguarding.ts'
import * as handover from './practice/handover/room.ts'
import { transfers } from './modules/transfers.ts'
import * as care from './practice/care/commands.ts'
import * as inCare from './channel/web/care/house.ts'
import { permanenceDecisions, permanenceTrayTellers } from './practice/care/permanence/reading.ts'
import { careClocks, careDuties, careStanding } from './practice/care/standing.ts'
import { reviewFollower } from './practice/care/following.ts'
import * as careTellers from './practice/care/tellers.ts'
import { beginPage, saveBegin } from './channel/web/care/begin.tsx'
import { correctPage, endPage, movePage, saveCorrect, saveEnd, saveMove } from './channel/web/care/change.tsx'
import { householdPage, householdPeople, householdsPage, newHouseholdPage, saveHousehold, saveNewHousehold } from './channel/web/care/households.tsx'
import { searchPage } from './channel/web/care/search.tsx'
import { carerHousehold, carerHouseholds, newHousehold, sayHouseholdMember, takeHouseholdStep } from './record/care/households.ts'
import { carePage } from './channel/web/care/child.tsx'
import { recordPage, saveRecord } from './channel/web/care/record.tsx'
import { tonightPage } from './channel/web/care/tonight.tsx'
import { careHistory, tonight } from './record/care/queries.ts'
import * as census from './channel/exchange/cin/tellers.ts'
import { importRoutes } from './channel/exchange/cin/pages.tsx'
import { heldDocuments } from './channel/exchange/ssda903/held/sealing.ts'
import { decideHeld, heldReturn } from './channel/exchange/ssda903/held/held.ts'
import { heldPage, heldTellers, postHeld } from './channel/exchange/ssda903/held/page.tsx'
import { acceptImport, importsToSettle, importToSettle, takeBackNext } from './channel/exchange/cin/settle.ts'
import { censusNotices } from './channel/exchange/cin/notices.ts'
import { cameNotices } from './channel/exchange/ssda903/notices.ts'
import { annexNotices } from './channel/exchange/annexA/notices.ts'
import { compareSight, wipeAnswered, wipeSessions } from './record/access/jobs.ts'
import { comparePeople, filePeople } from './record/people/merging/jobs.ts'
import { wipeOldDrafts } from './practice/contacts/jobs.ts'
import { forgetOldJobs } from './platform/jobs/tidying.ts'
import type { Job } from './platform/jobs/model.ts'
import { returnNotices } from './oversight/returns/notices.ts'
import { checkRecords, makeAskedReturn } from './oversight/returns/jobs.ts'
import type { NoticeTeller } from './record/people/notices.ts'

import { changeCouncil, council } from './record/access/settings.ts'
import { background, closeAlert, runJobNow, tryJobAgain } from './record/access/background.ts'
import { addPerson, addPersonPage, changeStory, storyPage } from './channel/web/people/addPerson.tsx'
import { asKnownPage } from './channel/web/people/asKnown.tsx'
import { changeDetails, detailsPage } from './channel/web/people/details.tsx'
import { chronologyPage } from './channel/web/people/chronology.tsx'
import { familyPage } from './channel/web/people/family.tsx'
import { bornPage, saveBorn } from './channel/web/people/births/born.tsx'
import { pregnancyPage, undoBirth } from './channel/web/people/births/pregnancy.tsx'
import { changeLegalPage, newLegalPage, saveLegal, saveNewLegal } from './channel/web/people/legal/change.tsx'
import { legalPage } from './channel/web/people/legal/list.tsx'
import { askRoutes, sightDecision, sightTeller } from './channel/web/people/keeping/ask.tsx'
import { changeKeeping } from './channel/web/people/keeping/change.ts'
import { adoptionPage, changeAdoption } from './channel/web/people/adoption.tsx'
import { keepingPage } from './channel/web/people/keeping/page.tsx'
import { personPage } from './channel/web/people/person.tsx'
import { plansPage } from './channel/web/people/plans.tsx'
import { wholeRecord } from './channel/web/people/record.ts'
import { recordsPage } from './channel/web/people/records.tsx'
import { accountPage as privacyAccountPage } from './channel/web/privacy/account.tsx'
import { chooseAccount, deskPage, findRecord, lookedAtMany } from './channel/web/privacy/desk.tsx'
import { lookedPage } from './channel/web/privacy/looked.tsx'
import { reviewLine, unusualPage } from './channel/web/privacy/unusual.tsx'

/** What the modules bring to the house: one line a module. */
export const commands: readonly Door[] = [
  changeCouncil, changeCode, addCode, changeWord, setMeasure, setTerms, tryJobAgain, runJobNow, closeAlert,
  ...Object.values(identity),
  ...Object.values(keeping), ...Object.values(asking), reviewUnusual, reviewMany, setManyOpened, ...Object.values(staff),
  adoptions.sealAdoption, adoptions.nameForAdoption, adoptions.takeOffAdoption,
  ...Object.values(people), ...Object.values(legal), ...Object.values(births), mergePeople, unmergePeople, sayTwoPeople, judgeSignificance, keepStory, giveWork, ...Object.values(questions), ...Object.values(tasks), ...clockWork.commands,
  ...Object.values(hiding),
  ...Object.values(arranging), holdMeeting, sendPaper, ...Object.values(plans),
  ...Object.values(discussing), saveEnquiry, settleEnquiry, sendEnquiry, decideEnquiry,
  ...Object.values(supervising), ...reviewing.commands, ...handover.commands,
  ...papers.commands,
  writeNote,
  recordContact, addToContact, decideContact, recommendOutcome, allocateReferral, returnReferral, askToDecideAgain, decideToReopen, reopenContact, cancelContact, finishTask, keepDraft, dropDraft,
  ...Object.values(assessmentWriting), sendAssessment, assessmentDecisions.decideAssessment, assessmentDecisions.undoDecision, ...Object.values(assessmentChanges), sendLetter, finishNext,
  ...Object.values(outputs), sendRecord,
  ...Object.values(care), ...inCare.commands, newHousehold, sayHouseholdMember, takeHouseholdStep,
  ...safeguarding.commands,
  acceptImport, takeBackNext, decideHeld, ...transfers.commands,
  ...departmentReturns.commands,
]
export const queries: readonly Door[] = [
  council, ownSettings, termSettings, background,
  ...Object.values(account),
  ...Object.values(access), evidence.whoLooked, evidence.whatDid, evidence.findForReview, evidence.unusualViewing, evidence.manyToReview,
  adoption, person, family, knownOn, legalHistory, pregnancy, tray, searchPeople, suggestPeople, whoIsIt, searchText, sideBySide, possibleDuplicates, chronology, teamBoard,
  meeting, plan, ...clockWork.queries,
  note, notesOf, wholeRecord, supervision, supervisions, ...reviewing.queries,
  ...safeguarding.queries,
  contact, knownAbout, waiting,
  beside, outputsAbout, seeHidden,
  careHistory, ...inCare.queries, tonight, carerHouseholds, carerHousehold,
  importsToSettle, importToSettle, heldReturn,
  ...departmentReturns.queries,
]
export const routes: readonly Route[] = [
  ...departmentReturns.routes,
  heldPage, postHeld, ...transfers.routes,
  accountPage, changeAccount,
  openPage, openRecord, closeRecord, openingsPage, reviewOpening, keepingPage, changeKeeping, adoptionPage, changeAdoption, ...askRoutes,
  lookedPage, deskPage, findRecord, chooseAccount, privacyAccountPage, unusualPage, reviewLine, lookedAtMany,
  myWork, taskPage, changeTask, ...clockWork.routes, teamPage, moveWork, ...searchRoutes, ...mergingRoutes,
  ...organiseRoutes, ...holdRoutes, ...sendPaperRoutes, ...meetingRoutes, ...changePlanRoutes, ...planRoutes, ...startRoutes, ...discussionRoutes, ...enquiryRoutes,
  supervisionsPage, beginOnPage, ...sessionRoutes, ...reviewing.routes, ...handover.routes,
  ...safeguarding.routes,
  ...papers.routes,
  writeNotePage, saveNote, readNotePage,
  ...newContactRoutes, ...contactRoutes, ...addPeopleRoutes, ...frontDoorRoutes,
  ...administrationRoutes, ...importRoutes,
  sentPage, sentFile, postSent, sentAboutPage, sendRecordPage, postSendRecord, hiddenPage, shownPage, changeHidden,
  ...decisionRoutes, ...questionRoutes, ...editRoutes, ...readRoutes, ...letterRoutes, ...nextRoutes, ...handOverRoutes,
  tonightPage, carePage, beginPage, saveBegin, movePage, saveMove, endPage, saveEnd, correctPage, saveCorrect, recordPage, saveRecord, ...inCare.routes, householdsPage, newHouseholdPage, saveNewHousehold, householdPage, saveHousehold, householdPeople, searchPage,
  personPage, plansPage, familyPage, chronologyPage, recordsPage, detailsPage, changeDetails, bornPage, saveBorn, pregnancyPage, undoBirth, legalPage, newLegalPage, saveNewLegal, changeLegalPage, saveLegal, asKnownPage, addPersonPage, addPerson, storyPage, changeStory,
]
export const chronologyTellers: readonly ChronologyTeller[] = [
  legalTeller, ...outputTellers, ...transfers.chronologyTellers,
  ...meetingTellers, ...planTellers, ...protection.chronologyTellers, ...papers.chronologyTellers,
  // what came from a census; a module that owns such an event and says it better stands after it
  ...census.chronologyTellers,
  ...notes.chronologyTellers, ...supervisionTellers.chronologyTellers, ...reviewing.chronologyTellers, ...handover.chronologyTellers,
  ...contacts.chronologyTellers,
  ...assessments.chronologyTellers,
  ...careTellers.chronologyTellers,
  ...safeguarding.chronologyTellers,
]
export const trayTellers: readonly TrayTeller[] = [
  sightTeller,
  ...questionTellers,
  ...outputTrayTellers, ...heldTellers, ...transfers.trayTellers,
  ...meetingTrayTellers, ...protection.trayTellers, ...papers.trayTellers,
  ...notes.trayTellers, ...reviewing.trayTellers, ...handover.trayTellers,
  ...contacts.trayTellers,
  ...assessments.trayTellers,
  ...careTellers.trayTellers, ...permanenceTrayTellers,
  ...safeguarding.trayTellers,
]
export const personNotices: readonly NoticeTeller[] = [censusNotices, cameNotices, annexNotices, returnNotices, ...safeguarding.personNotices, ...transfers.personNotices]
export const decisionTellers: readonly DecisionTeller[] = [
  sightDecision,
  ...frontDoorDecisions,
  ...assessmentSignOffs, ...enquirySignOffs, ...permanenceDecisions,
]
export const decisionSources: readonly DecisionSource[] = [...recordSources, ...outputSources, ...transfers.decisionSources]
export const givers: readonly Giver[] = [allocationGiver]
/** What follows when a child is born: work first, then what stands on it. */
export const birthFollowers: readonly BirthFollower[] = [workFollowsBirth, contactsFollowBirth, assessmentsFollowBirth]
/** What is done in the background. */
export const jobs: readonly Job[] = [sealDocuments([outputDocuments, returnDocuments, heldDocuments]), checkRecords, makeAskedReturn, filePeople, comparePeople, compareSight, findUnusual, findMany, wipeOldDrafts, wipeAnswered, wipeSessions, forgetOldJobs, ...clockWork.jobs]
/** What follows from meetings of some kinds: plans begin and end, work opens. */
export const meetingFollowers: readonly MeetingFollower[] = [...protectionFollowers, reviewFollower, ...safeguarding.meetingFollowers, ...transfers.meetingFollowers]
/** What clocks are counted from, and what stands while a plan lasts. */
export const clockSources: readonly ClockSource[] = [seenClocks, meetingClocks, planClocks, careClocks(seenClocks), ...clockWork.clockSources, ...safeguarding.clockSources, ...transfers.clockSources]
export const standingSources: readonly StandingSource[] = [protectionStanding, careStanding(seenClocks), ...safeguarding.standingSources]
/** Duties that come again while something lasts: their work is opened and ended by what happens. */
export const standingDuties: readonly string[] = [...protectionDuties, ...careDuties, ...safeguarding.standingDuties]
export const { orderFollowers } = safeguarding
/** What waits for somebody on their first page besides their work. */
export const desks: readonly DeskTeller[] = [...reviewing.desks, supervisionTellers.supervisionDesk, ...safeguarding.desks]
/** Lists beside a team’s board that come of something other than open work. */
export const boardLists: readonly BoardList[] = [...clockWork.boardLists, ...handover.boardLists, ...safeguarding.boardLists]
