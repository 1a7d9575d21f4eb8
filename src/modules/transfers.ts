import * as councils from '../channel/exchange/transfer/councils/commands.ts'
import { councilsPage, saveCouncilKey } from '../channel/exchange/transfer/councils/page.tsx'
import * as giving from '../channel/exchange/transfer/giving/commands.ts'
import { bringReceipt } from '../channel/exchange/transfer/giving/receiptLine.ts'
import { givenPage, newTransferPage, saveGiven, saveNewTransfer, transferFile } from '../channel/exchange/transfer/giving/pages.tsx'
import { bringTransfer, transfersPage } from '../channel/exchange/transfer/listPage.tsx'
import { takeIntoCare } from '../channel/exchange/transfer/taking/care/commands.ts'
import { intoCarePage, saveIntoCare } from '../channel/exchange/transfer/taking/care/page.tsx'
import * as taking from '../channel/exchange/transfer/taking/commands.ts'
import { conferenceFollower } from '../channel/exchange/transfer/taking/conference.ts'
import { cameAccountPage } from '../channel/exchange/transfer/taking/accountPage.tsx'
import { cameAboutPage } from '../channel/exchange/transfer/taking/aboutPage.tsx'
import { camePage, receiptFile, saveCame } from '../channel/exchange/transfer/taking/pages.tsx'
import * as tellers from '../channel/exchange/transfer/tellers.ts'

/** What a case handed to another council, and one that came from there, bring to the house. */
export const transfers = {
  commands: [councils.noteCouncil, councils.withdrawCouncil, giving.askTransfer, giving.decideTransfer, giving.sendTransfer, giving.withdrawTransfer, giving.closeByReceipt, bringReceipt, taking.stageTransfer, taking.refuseTransfer, taking.takeTransfer, taking.acceptTransfer, taking.takeTransferBack, takeIntoCare],
  routes: [transfersPage, bringTransfer, newTransferPage, saveNewTransfer, givenPage, saveGiven, transferFile, camePage, saveCame, receiptFile, intoCarePage, saveIntoCare, cameAccountPage, cameAboutPage, councilsPage, saveCouncilKey],
  chronologyTellers: tellers.transferTellers, trayTellers: tellers.transferTrayTellers, decisionSources: tellers.transferSources, personNotices: [tellers.transferNotices], personReadings: [tellers.cameReadings], clockSources: [tellers.transferClocks], meetingFollowers: [conferenceFollower],
} as const
