import { addWorkingDays } from '../../kernel/workingDays.ts'
import { conflict, notAllowed } from '../../kernel/errors.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { command } from '../../record/access/act.ts'
import type { Asking, Happening } from '../../record/access/model.ts'
import { passOnPlans, plansOfAll } from '../../record/plans/register.ts'
import { idsOf } from '../../record/people/queries.ts'
import { letGo, workWith } from '../../record/work/handing.ts'
import { allocateWork, cancelWork, finishWork, involveAs, managerOf, manages, openWork, workAlsoWith } from '../../record/work/register.ts'
import { giverOf } from '../../record/work/team/giving.ts'
import { worksInTeam } from '../../record/work/team/store.ts'
import { Ask, End, Take, takingOver, type Handover } from './model.ts'
import { adultsOf, handoverFor, heldBy, mayHandOver, workThatGoes } from './queries.ts'
import * as store from './store.ts'

/** How long the other team has before it stands as late on its board: a measure of ours, no law. */
const daysToAnswer = 5
const told = (kind: string, people: readonly string[], on: PlainDate, id: string): Happening => ({ kind, people, on, subject: { kind: 'handover', id } })

async function openFor(asking: Asking, id: string): Promise<Handover> {
  const handover = await handoverFor(asking, id)
  if (handover.state !== 'open') throw conflict('This has been answered meanwhile. Open it again.')
  return handover
}

/** Asks another team to take children. Nothing moves yet: they stay with whoever has them, and the manager of the other team sees them from now on. */
export const askToTake = command('handover.ask', Ask, {
  may: 'record.write',
  people: ({ people }) => people,
  run: async (asking, { id, people, toTeamId, reason, words, left }) => {
    const from = await heldBy(asking, people)
    if (!from) return { problems: [{ question: 'people', problem: 'These children are not all with one team. Hand them over one team at a time.' }] }
    if (!(await mayHandOver(asking, from.teamId))) throw notAllowed('Another team works with these children. Whoever works there hands them over.')
    if (from.teamId === toTeamId) return { problems: [{ question: 'toTeamId', problem: 'They are with this team already. Choose another.' }] }
    if (!(await store.teams(asking.db)).some((team) => team.id === toTeamId)) return { problems: [{ question: 'toTeamId', problem: 'Choose a team that works with children.' }] }
    if ((await store.waitingFor(asking.db, await idsOf(asking, people))).length > 0) return { problems: [{ question: 'people', problem: 'One of them is being handed over already. Take that back first, or wait for the answer.' }] }
    const manager = await managerOf(asking.db, toTeamId, [asking.actor.id])
    if (!manager) return { problems: [{ question: 'toTeamId', problem: 'Nobody manages this team, so nobody could take them. Choose another, or ask the administrator.' }] }
    const adults = await adultsOf(asking, people, from.teamId)
    await involveAs(asking, [...people, ...adults], manager.id, 'children', takingOver)
    const itemId = await openWork(asking, { kind: 'handover', domain: 'children', people, subject: { kind: 'handover', id }, words: words.trim().slice(0, 300), workerId: manager.id, teamId: toTeamId, askedBy: asking.actor.id, dueOn: addWorkingDays(asking.today, daysToAnswer), involves: false })
    await store.insert(asking.db, { at: asking.now, by: asking.actor.id }, { id, children: people, adults, fromTeamId: from.teamId, fromWorkerId: from.workerId, toTeamId, reason, words: words.trim(), left: left?.trim() || null, itemId, on: asking.today })
    return { answer: { id, withWhom: manager.name }, happened: [told('handover.asked', people, asking.today, id)] }
  },
})

/** The other team takes them and says who works with them: their open work, their plans and their parents go along, all at once. */
export const takeOver = command('handover.take', Take, {
  may: 'work.allocate',
  people: ({ handoverId }, db) => store.peopleOf(db, handoverId),
  run: async (asking, { handoverId, workerId }) => {
    const handover = await openFor(asking, handoverId)
    if (!(await manages(asking.db, asking.actor.id, handover.toTeamId))) throw notAllowed('Whoever manages the other team takes them.')
    if (handover.askedById === asking.actor.id) throw notAllowed('You asked for this yourself. Somebody else who manages the team takes them.')
    if (!(await worksInTeam(asking.db, workerId, handover.toTeamId))) return { problems: [{ question: 'workerId', problem: 'Choose somebody who works in this team.' }] }
    const { people, fromTeamId, toTeamId } = handover
    const to = { teamId: toTeamId, workerId }
    const happened: Happening[] = [told('handover.taken', people, asking.today, handoverId)]
    await finishWork(asking, handover.itemId, { outcome: 'taken' })
    await workWith(asking, people, 'children', to)
    await workAlsoWith(asking, handover.adults, people, 'children', to)
    const { goes } = await workThatGoes(asking, people, fromTeamId)
    for (const item of goes) {
      const given = await giverOf(item.kind)?.give(asking, item, { ...to, reason: 'Handed over' })
      if (given && 'problems' in given) return given
      if (given) happened.push(...given.happened)
      else await allocateWork(asking, item.id, { ...to, reason: 'Handed over', left: undefined })
    }
    await passOnPlans(asking, await plansOfAll(asking, await idsOf(asking, people), fromTeamId), { leadId: workerId, teamId: toTeamId })
    await letGo(asking, await idsOf(asking, people), fromTeamId, await store.workersOf(asking.db, fromTeamId))
    await store.end(asking.db, handoverId, { state: 'taken', on: asking.today, by: asking.actor.id, words: null, workerId })
    return { answer: { id: handoverId, pieces: goes.length }, happened }
  },
})

const settle = async (asking: Asking, handover: Handover, state: 'returned' | 'withdrawn', words: string) => {
  await cancelWork(asking, handover.itemId, words)
  await store.end(asking.db, handover.id, { state, on: asking.today, by: asking.actor.id, words, workerId: null })
  return { answer: { id: handover.id }, happened: [told(`handover.${state}`, handover.people, asking.today, handover.id)] }
}

/** The other team does not take them, and says why: they stay where they are. */
export const giveBack = command('handover.return', End, {
  may: 'work.allocate',
  people: ({ handoverId }, db) => store.peopleOf(db, handoverId),
  run: async (asking, { handoverId, words }) => {
    const handover = await openFor(asking, handoverId)
    if (!(await manages(asking.db, asking.actor.id, handover.toTeamId))) throw notAllowed('Whoever manages the other team answers.')
    return settle(asking, handover, 'returned', words.trim())
  },
})

/** Whoever has the children asks no longer. */
export const withdraw = command('handover.withdraw', End, {
  may: 'record.write',
  people: ({ handoverId }, db) => store.peopleOf(db, handoverId),
  run: async (asking, { handoverId, words }) => {
    const handover = await openFor(asking, handoverId)
    if (!(await mayHandOver(asking, handover.fromTeamId))) throw notAllowed('Whoever works with these children takes it back.')
    return settle(asking, handover, 'withdrawn', words.trim())
  },
})
