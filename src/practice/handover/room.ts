import type { Route } from '../../record/access/page.ts'
import type { BoardList } from '../../record/work/team/boards.ts'
import { askToTake, giveBack, takeOver, withdraw } from './commands.ts'
import { askPage, saveAsk } from './pages/ask.tsx'
import { handoverPage, saveHandover } from './pages/one.tsx'
import { onTheWay } from './tellers.ts'

/** What this room brings to the house. */
export { chronologyTellers, trayTellers } from './tellers.ts'
export const commands = [askToTake, takeOver, giveBack, withdraw] as const
export const routes: readonly Route[] = [askPage, saveAsk, handoverPage, saveHandover]
export const boardLists: readonly BoardList[] = [onTheWay]
