import { randomBytes } from 'node:crypto'
import { councilKeyOf } from '../../src/platform/keys/councilKey.ts'
import { keysFrom } from '../../src/platform/keys.ts'
import { changeSetting } from '../../src/record/access/council.ts'
import { answer, type Caller } from '../../src/record/access/act.ts'
import { noteCouncil } from '../../src/channel/exchange/transfer/councils/commands.ts'
import { arrangeMeeting } from '../../src/record/meetings/commands/arranging.ts'
import { holdMeeting } from '../../src/record/meetings/commands/holding.ts'
import { meeting } from '../../src/record/meetings/queries.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Fresh } from '../database.ts'
import { done } from './assessment.ts'
import type { usualCouncil } from './council.ts'

type Council = Awaited<ReturnType<typeof usualCouncil>>
export const newKeys = () => keysFrom([randomBytes(32)])

/** A council with its number, its name and a key of its own. */
export async function namedCouncil(fresh: Fresh, council: Council, said: Readonly<{ code: string; name: string; keys: ReturnType<typeof keysFrom> }>) {
  const key = councilKeyOf(said.keys)
  const as = (actor: string, at: string): Caller => ({ ...fresh.as(actor, at), councilKey: key })
  await answer(as(council.head, '2026-01-05T09:00:00.000Z'), 'test', 'staff.read', async ({ db }) => { for (const [name, value] of [['authority', said.code], ['name', said.name]] as const) await changeSetting(db, `council.${name}`, value, undefined) })
  return { ...said, key, as, council, fresh }
}
export type NamedCouncil = Awaited<ReturnType<typeof namedCouncil>>
/** Both administrators have entered the other's key. */
export async function knowEachOther(one: NamedCouncil, other: NamedCouncil): Promise<void> {
  for (const [here, there] of [[one, other], [other, one]] as const) await done(noteCouncil.do(here.as(here.council.administrator, '2026-01-06T09:00:00.000Z'), { code: there.code, name: there.name, key: there.key.public.text }))
}

/** A conference makes a child protection plan for these children. @returns the meeting */
export async function onAPlan(chair: Caller, children: readonly string[], on: string, words = 'Mornings are the worst time.'): Promise<string> {
  const id = newId()
  await done(arrangeMeeting.do(chair, { id, kind: 'initialConference', people: [...children], on, chairName: 'Independent chair', invited: [{ agency: 'school', name: 'Ms Adeyemi, Oakfield' }, { agency: 'police', name: 'DC Wade' }], ...(on ? { lateReason: 'As told' } : {}) }))
  const { invited } = await done(meeting.perform(chair, { id }))
  await done(holdMeeting.do(chair, {
    meetingId: id, on, words, attendance: invited.map((one) => ({ invitedId: one.id, attendance: 'attended' as const, core: true })), quorumReason: 'Said by telephone.', lateReason: 'As told',
    decisions: children.map((personId) => ({ personId, outcome: 'protectionPlan', category: 'neglect', words: 'They may be hurt again.' })),
    participation: children.map((personId) => ({ personId, code: 'spoke' })),
    needs: [{ words: 'Mornings without shouting', wanted: 'Everybody has breakfast.', actions: [{ words: 'Jean comes at seven', owner: 'Jean Smith', dueOn: '2026-12-01' }] }],
  }))
  return id
}
