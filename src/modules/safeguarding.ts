import * as allegationCommands from '../practice/allegations/commands.ts'
import { allegation, allegations, allegationsDesk } from '../practice/allegations/queries.ts'
import * as allegationTellers from '../practice/allegations/tellers.ts'
import { allegationPage, allegationsPage, saveAllegation, takeUp } from '../channel/web/allegations/officer.tsx'
import { saveTell, tellPage } from '../channel/web/allegations/tell.tsx'
import * as advising from '../practice/legal/commands/advising.ts'
import { endMatter } from '../practice/legal/commands/ending.ts'
import * as courting from '../practice/legal/commands/recording.ts'
import { legalFollower } from '../practice/legal/following.ts'
import { legalAdvice, legalWork, matter } from '../practice/legal/queries.ts'
import { legalClocks, legalDuties, legalStanding } from '../practice/legal/standing.ts'
import * as legal from '../practice/legal/tellers.ts'
import { legalOnBoard } from '../channel/web/legal/board.ts'
import { saveMatter } from '../channel/web/legal/forms.tsx'
import { legalListPage } from '../channel/web/legal/list.tsx'
import { matterPage } from '../channel/web/legal/matter.tsx'
import { recordLegalPage, saveRecordLegal } from '../channel/web/legal/record.tsx'
import { saveStartLegal, startLegalPage } from '../channel/web/legal/start.tsx'
import { saveAdvice } from '../channel/web/people/legal/advice.tsx'
import { safetyPage } from '../channel/web/care/safety.tsx'
import { safetyNotices } from '../practice/care/safety.ts'
import { sendInvitation, sendInvitations } from '../record/meetings/commands/inviting.ts'
import { invitationRoutes } from '../record/meetings/pages/invitation.tsx'
import { keepInStep } from '../record/work/standing/step.ts'

/** What legal work, the safety of children outside the home and allegations against professionals bring to the house: one line a kind of thing, taken up by `modules.ts`. */
export const safeguarding = {
  commands: [...Object.values(advising), ...Object.values(courting), endMatter, ...Object.values(allegationCommands), sendInvitation, sendInvitations],
  queries: [matter, legalWork, legalAdvice, allegation, allegations],
  routes: [...invitationRoutes, startLegalPage, saveStartLegal, legalListPage, matterPage, saveMatter, recordLegalPage, saveRecordLegal, saveAdvice, safetyPage, tellPage, saveTell, allegationsPage, takeUp, allegationPage, saveAllegation],
  desks: [allegationsDesk],
  personNotices: [safetyNotices],
  chronologyTellers: [...legal.chronologyTellers, ...allegationTellers.chronologyTellers], trayTellers: legal.trayTellers,
  meetingFollowers: [legalFollower],
  clockSources: [legalClocks], standingSources: [legalStanding], standingDuties: legalDuties,
  boardLists: [legalOnBoard],
  /** What follows when orders change: what is due by them. */
  orderFollowers: [keepInStep],
} as const
