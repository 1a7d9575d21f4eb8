import { duties } from '../../../../content/timescales/all.ts'
import { childProtection } from '../../../../content/pathways/childProtection.ts'
import { lastDay } from '../../../engine/timescales/due.ts'
import { dutyOn } from '../../../engine/timescales/evaluate.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import type { Asking } from '../../../record/access/model.ts'
import { openWork, startClocks } from '../../../record/work/register.ts'

type Opened = Readonly<{ kind: string; section?: string; people: readonly string[]; subject: Readonly<{ kind: string; id: string }>; workerId: string | null; teamId: string | null; parentId?: string | undefined; duty: string; from: PlainDate; words?: string; askedBy?: string; /** They take a part in it and carry no work with these people. */ apart?: boolean }>

/** Opens a piece of work of the pathway with the clock of its duty, counted from the day that began it. */
export async function openStep(asking: Asking, o: Opened): Promise<string> {
  const duty = dutyOn(duties, o.duty, o.from)
  const dueOn = duty && lastDay(o.from, duty.within, duty.calendar ?? 'england', duty.count)
  const itemId = await openWork(asking, {
    kind: o.kind, section: o.section, domain: 'children', people: o.people, subject: o.subject, parentId: o.parentId, workerId: o.workerId, teamId: o.teamId, dueOn, duty: duty?.id, words: o.words, askedBy: o.askedBy,
    pathway: childProtection.id, pathwayVersion: childProtection.version, ...(o.workerId && o.workerId !== asking.actor.id && !o.apart ? {} : { involves: false as const }),
  })
  if (duty && dueOn) await startClocks(asking, { itemId, subject: o.subject, duty: duty.id, startedOn: o.from, dueOn })
  return itemId
}
