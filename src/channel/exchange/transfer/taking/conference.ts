import { dayInWords, isPlainDate, plain } from '../../../../kernel/dates.ts'
import type { Asking } from '../../../../record/access/model.ts'
import type { Brought, MeetingFollower } from '../../../../record/meetings/followers.ts'
import { idsOf } from '../../../../record/people/queries.ts'
import { isActions, isMembers, isNeed, isOnPlan } from '../pieces.ts'
import * as come from './comeStore.ts'
import * as lines from './lineStore.ts'

const kinds = ['transferInConference']
/** The last case that came about these people on a child protection plan, with what it told of that plan, and who each of its people is among them. */
async function planThatCame(asking: Asking, people: readonly string[]) {
  const owner = new Map<string, string>()
  for (const id of people) for (const part of await idsOf(asking, [id])) owner.set(part, id)
  for (const one of await come.about(asking.db, [...owner.keys()])) {
    const pieces = (await come.pieces(asking.db, one.id)).filter((piece) => piece.about.some((id) => owner.has(id)))
    const on = pieces.flatMap((piece) => (isOnPlan(piece.value) && piece.value.plan === 'protectionPlan' && piece.value.endedOn === null ? [{ ...piece.value, people: piece.about.flatMap((id) => owner.get(id) ?? []) }] : []))
    if (on.length > 0) return { from: one, on, pieces, who: (ids: readonly string[]) => [...new Set(ids.flatMap((id) => owner.get(id) ?? []))] }
  }
  return undefined
}

/** The plan of the other council, in the form of our conference: confirmed or changed there, and not typed again. */
async function brings(asking: Asking, people: readonly string[]): Promise<Brought | undefined> {
  const came = await planThatCame(asking, people)
  if (!came) return undefined
  const named = new Set<string>()
  const does = Map.groupBy(came.pieces.flatMap((piece) => (isActions(piece.value) ? [piece.value] : [])), (one) => one.line)
  return {
    from: came.from.fromName, href: `/transfers/came/${came.from.id}#plan`, since: plain(came.on.map((one) => one.startedOn).toSorted()[0] ?? came.from.notifiedOn),
    categories: new Map(came.on.flatMap((one) => one.people.flatMap((id) => (one.category ? [[id, one.category] as const] : [])))),
    needs: came.pieces.flatMap((piece) => (isNeed(piece.value) && piece.value.open ? [{
      about: piece.value.all ? [] : came.who(piece.about), words: piece.value.words, wanted: piece.value.wanted,
      actions: (does.get(piece.value.line) ?? []).flatMap((one) => one.actions).map((one) => ({ words: one.words, owner: one.owner, dueOn: one.dueOn && isPlainDate(one.dueOn) ? one.dueOn : null, evidence: one.evidence })),
    }] : [])),
    members: came.pieces.flatMap((piece) => (isMembers(piece.value) ? piece.value.members : [])).filter((one) => !named.has(one.name) && named.add(one.name)),
  }
}

/** What our transfer-in conference made of the plan that came stands in its account, line by line. */
export const conferenceFollower: MeetingFollower = {
  kinds, brings,
  held: async (asking, meeting, hold) => {
    const came = await planThatCame(asking, meeting.people.map((one) => one.personId))
    if (!came || !isPlainDate(hold.on)) return []
    const day = dayInWords(hold.on)
    const plan = hold.decisions?.some((one) => one.outcome === 'protectionPlan') ?? false
    const same = (words: string) => hold.needs?.some((need) => need.words.trim() === words.trim()) ?? false
    const kept = new Set(came.pieces.flatMap((piece) => (isNeed(piece.value) && plan && same(piece.value.words) ? [piece.value.line] : [])))
    const needs = came.pieces.flatMap((piece) => (isNeed(piece.value) || isActions(piece.value) ? [{ id: piece.id, kept: kept.has(piece.value.line) }] : []))
    const settle = (ids: readonly string[], outcome: 'taken' | 'beside', why: string) => lines.settle(asking, came.from.id, ids, outcome, why)
    await settle(needs.filter((one) => one.kept).map((one) => one.id), 'taken', `brought forward: in the plan that our conference made on ${day}`)
    await settle(needs.filter((one) => !one.kept).map((one) => one.id), 'beside', plan ? `our conference of ${day} put it otherwise, or left it out` : `our conference of ${day} made no child protection plan`)
    if (plan) await settle(came.pieces.flatMap((piece) => (isMembers(piece.value) ? [piece.id] : [])), 'taken', `brought forward: our conference of ${day} said who carries the plan out`)
    return []
  },
}
