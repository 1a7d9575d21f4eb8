import { isPlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { command } from '../../../record/access/act.ts'
import type { Asking } from '../../../record/access/model.ts'
import { involve } from '../../../record/access/register.ts'
import { openWork, teamOfWorker } from '../../../record/work/register.ts'
import { Advise, AskLegal, NameForLegal } from '../model.ts'
import * as store from '../store.ts'

const by = (asking: Asking): store.By => ({ at: asking.now, by: asking.actor.id })

/** Opens the advice about these people to their allocated workers, and to a lawyer, who then reads the record too. */
async function open(asking: Asking, people: readonly string[], adviserId: string | undefined): Promise<void> {
  for (const { personId, workerId } of await store.allocatedTo(asking.db, people)) await store.joinLegal(asking.db, [personId], workerId, 'allocatedWorker', asking.today)
  if (!adviserId) return
  await store.joinLegal(asking.db, people, adviserId, 'legalAdviser', asking.today)
  for (const personId of people) await involve(asking.db, { personId, workerId: adviserId, domain: 'children', role: 'legalAdviser', from: asking.today })
}

/** Asks for a legal planning meeting: the advice is opened to those of the policy, and the meeting waits to be arranged. */
export const askLegal = command('legal.ask', AskLegal, {
  may: 'record.write',
  people: ({ people }) => people,
  run: async (asking, { people, why, adviserId }) => {
    await open(asking, people, adviserId)
    const teamId = await teamOfWorker(asking.db, asking.actor.id)
    const itemId = await openWork(asking, { kind: 'arrangeMeeting', section: 'legalGateway', domain: 'legal', people, subject: { kind: 'legalQuestion', id: newId(Date.parse(asking.now)) }, workerId: asking.actor.id, teamId, words: why.trim(), involves: false })
    return { answer: { itemId }, happened: [{ kind: 'legal.asked', people, on: asking.today, domain: 'legal', subject: { kind: 'work', id: itemId } }] }
  },
})

/** Legal advice, written down: seen by those whom the policy names. */
export const advise = command('legal.advise', Advise, {
  may: 'legal.advise', domain: 'legal',
  people: ({ people }) => people,
  run: async (asking, { people, matterId, on, by: who, words }) => {
    if (!isPlainDate(on) || on > asking.today) return { problems: [{ question: 'on', problem: 'Give the day it was given: today or before.' }] }
    const id = newId(Date.parse(asking.now))
    await store.insertAdvice(asking.db, by(asking), { id, matterId: matterId ?? null, on, by: who.trim(), words: words.trim(), people })
    return { answer: { id }, happened: [{ kind: 'legal.advised', people, on, domain: 'legal', subject: { kind: 'legalAdvice', id } }] }
  },
})

/** Names who sees the advice besides: a lawyer, who then reads the record too, or a colleague. */
export const nameForLegal = command('legal.name', NameForLegal, {
  may: 'legal.advise',
  people: ({ people }) => people,
  run: async (asking, { people, actorId, role }) => {
    const whom = actorId ?? asking.actor.id
    if (role === 'legalAdviser') await open(asking, people, whom)
    else await store.joinLegal(asking.db, people, whom, role, asking.today)
    return { answer: { named: whom } }
  },
})
