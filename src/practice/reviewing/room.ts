import type { Route } from '../../record/access/page.ts'
import type { DeskTeller } from '../../record/work/team/boards.ts'
import { answerDispute, raiseDispute, settleDispute, takeFurther } from './commands.ts'
import { deskPage } from './pages/desk.tsx'
import { disputeRoutes } from './pages/dispute.tsx'
import { chairsDesk } from './queries.ts'
import { chairsNotice } from './tellers.ts'

/** What this room brings to the house. */
export { chronologyTellers, trayTellers } from './tellers.ts'
export const commands = [raiseDispute, takeFurther, answerDispute, settleDispute] as const
export const queries = [chairsDesk] as const
export const routes: readonly Route[] = [deskPage, ...disputeRoutes]
export const desks: readonly DeskTeller[] = [chairsNotice]
