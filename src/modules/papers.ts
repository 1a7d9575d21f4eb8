import { beginPaper, finishPaper, reopenPaper, savePaper, settleForward, settlePaper } from '../practice/papers/commands.ts'
import { sendBundle } from '../practice/papers/bundle/sending.ts'
import { beginPaperRoutes } from '../practice/papers/pages/begin.tsx'
import { bundleRoutes } from '../practice/papers/pages/bundle.tsx'
import { sendPaperRoutes } from '../practice/papers/pages/send.tsx'
import { paperRoutes } from '../practice/papers/pages/write.tsx'
import { sendCourtPaper } from '../practice/papers/sending.ts'
import { chronologyTellers, personReadings, trayTellers } from '../practice/papers/tellers.ts'

/** Reports for a conference, statements and care plans for a court: what they bring to the house. */
export const papers = {
  commands: [beginPaper, savePaper, settleForward, settlePaper, finishPaper, reopenPaper, sendCourtPaper, sendBundle],
  routes: [...beginPaperRoutes, ...bundleRoutes, ...sendPaperRoutes, ...paperRoutes],
  chronologyTellers,
  trayTellers,
  personReadings,
} as const
