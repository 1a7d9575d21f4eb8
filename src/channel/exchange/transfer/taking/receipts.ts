import type { PlainDate } from '../../../../kernel/dates.ts'
import { broken, conflict, notFound } from '../../../../kernel/errors.ts'
import { councilSettings } from '../../../../record/access/council.ts'
import type { Asking } from '../../../../record/access/model.ts'
import { idsOf } from '../../../../record/people/queries.ts'
import { receiptText } from '../receipt.ts'
import type { Receipt } from '../model.ts'
import * as careStore from './care/careStore.ts'
import { offersOf } from './care/commands.ts'
import * as come from './comeStore.ts'
import { onPlanElsewhere } from './commands.ts'
import type { Come } from './model.ts'

type Outcome = Receipt['children'][number]['outcome']
const outcomes: readonly Outcome[] = ['protectionPlan', 'childInNeedPlan', 'noPlan']
const outcomeOf = (code: string | null): Outcome | undefined => outcomes.find((one) => one === code)
/** Where each child stands: whether our conference has decided, or none was needed. */
export type Standing = Readonly<{ personId: string; sourceId: string; onPlan: boolean; conference: come.Conference | undefined; outcome: Outcome | undefined; on: PlainDate | undefined; /** Looked after there: undecided, theirs still, or ours from a day. */ care: 'undecided' | 'theirs' | PlainDate | undefined }>

export async function standingOf(asking: Asking, found: Come): Promise<readonly Standing[]> {
  const pieces = await come.pieces(asking.db, found.id)
  const planned = new Set(onPlanElsewhere(pieces))
  const looked = new Set((await offersOf(asking, found, pieces)).map((one) => one.personId))
  const decided = await careStore.decided(asking.db, found.id)
  const children = found.people.filter((one) => one.part === 'child')
  const acceptedOn = found.acceptedAt ? await come.dayOf(asking.db, found.acceptedAt) : undefined
  const standing: Standing[] = []
  for (const child of children) {
    const ids = await idsOf(asking, [child.personId])
    const onPlan = ids.some((id) => planned.has(id))
    const [conference] = onPlan ? await come.conferences(asking.db, ids, found.notifiedOn) : []
    const outcome = onPlan ? (conference?.state === 'held' ? outcomeOf(conference.outcome) : undefined) : acceptedOn ? 'accepted' : undefined
    const of = decided.find((one) => ids.includes(one.personId))
    const care = !looked.has(child.personId) ? undefined : !of ? 'undecided' : of.outcome === 'theirs' ? 'theirs' : of.on
    standing.push({ personId: child.personId, sourceId: child.sourceId, onPlan, conference, outcome, care, on: outcome === 'accepted' ? acceptedOn : outcome ? conference?.on : undefined })
  }
  return standing
}

/** The word by which we say that we are responsible: ready when a manager accepted and, for children on a plan, our conference has decided. Signed with our key. */
export async function receiptFor(asking: Asking, id: string): Promise<string> {
  const found = await come.byId(asking.db, id)
  if (!found) throw notFound('We could not find that.')
  asking.saw(found.people.map((one) => one.personId))
  const key = asking.councilKey
  if (!key) throw broken('No key of the council was given.')
  const standing = await standingOf(asking, found)
  const children = standing.flatMap((one): Receipt['children'] => (one.outcome && one.on && one.care !== 'undecided' ? [{ id: one.sourceId, outcome: one.outcome, on: one.on, ...(one.care && one.care !== 'theirs' ? { careFrom: one.care } : {}) }] : []))
  const last = children.map((one) => (one.careFrom && one.careFrom > one.on ? one.careFrom : one.on)).toSorted().at(-1)
  if (!found.acceptedAt || !last || children.length < standing.length) throw conflict('The receipt is ready when a manager has accepted the case, the transfer-in conference has decided for each child on a plan, and it is said of each child in their care whether they are in ours.')
  const { authority, name } = await councilSettings(asking.db)
  return receiptText({ bundleId: found.id, from: authority, fromName: name, to: found.fromCode, signer: key.public.name, responsibleOn: last, saidAt: found.acceptedAt, saidBy: found.acceptedBy ?? '', children }, key)
}
