import { conflict, notAllowed, notFound } from '../../kernel/errors.ts'
import { Id, shape } from '../../kernel/shape.ts'
import { command } from '../access/act.ts'
import type { Db } from '../../platform/db/pool.ts'
import { workOfSubject } from '../work/queries.ts'
import { finishWork, openWork } from '../work/register.ts'
import { DecideOutput } from './model.ts'
import { kindOf } from './sending.ts'
import * as store from './store/outputs.ts'

async function peopleOf({ outputId }: { outputId: string }, db: Db): Promise<readonly string[]> {
  const output = await store.byId(db, outputId)
  if (!output) throw notFound('We could not find what was to go out.')
  return output.people
}

/** The second person agrees or refuses: never whoever asked, and nobody from whom the thing is hidden (access policy, rules 18 and 20). */
export const decideOutput = command('outputs.decide', DecideOutput, {
  may: 'output.agree',
  people: peopleOf,
  run: async (asking, { outputId, decision, reason }) => {
    const output = await store.byId(asking.db, outputId)
    if (!output) throw notFound('We could not find what was to go out.')
    if (output.askedById === asking.actor.id) throw notAllowed('You asked for this yourself. Somebody else has to look at it.')
    if (!(await store.mayJudge(asking.db, outputId))) throw notAllowed('What this holds is hidden from you too. Somebody who may see it has to look at it.')
    const state = decision === 'agree' ? 'agreed' : 'refused'
    if ((await store.decide(asking.db, outputId, { state, because: reason.trim(), by: asking.actor.id, at: asking.now })) === 0) throw conflict('Somebody else has decided on this meanwhile, or it was taken back.')
    await openWork(asking, { kind: 'outputDecided', domain: 'children', people: output.people, subject: { kind: 'output', id: outputId }, workerId: output.askedById, askedBy: asking.actor.id, words: state === 'agreed' ? 'agreed: send it' : 'not agreed: change the words', involves: false })
    return { answer: { state }, why: reason.trim() }
  },
})

/** Sends what a second person agreed to, as it was when they looked at it. */
export const sendAgreed = command('outputs.sendAgreed', shape({ outputId: Id }), {
  may: 'output.send',
  people: peopleOf,
  run: async (asking, { outputId }) => {
    const output = await store.byId(asking.db, outputId)
    if (!output || output.askedById !== asking.actor.id) throw notFound('We could not find what was to go out.')
    if (output.state !== 'agreed') throw conflict(output.state === 'sent' ? 'This has gone out already.' : 'Nobody has agreed to this yet.')
    const kind = kindOf(output.kind)
    if (kind?.again) {
      const done = await kind.again(asking, (await store.wordsOf(asking, outputId))?.input)
      if ('problems' in done) return done
      const now = await store.byId(asking.db, outputId)
      // What it is made from has changed since: the words are other words, and nobody has agreed to those.
      if (now?.state !== 'sent') throw conflict('What this is made from has changed since it was agreed. Write it again.')
      return { ...done, answer: { outputId } }
    }
    await store.markSent(asking.db, outputId, { by: asking.actor.id, at: asking.now })
    for (const item of await workOfSubject(asking, outputId)) if (item.kind === 'outputDecided') await finishWork(asking, item.id, { outcome: 'sent' })
    return { answer: { outputId }, happened: kind?.ownEvent ? [] : [{ kind: 'output.sent', people: output.people, on: asking.today, subject: { kind: 'output', id: outputId } }] }
  },
})

/** It is not to go out after all. */
export const withdrawOutput = command('outputs.withdraw', shape({ outputId: Id }), {
  may: 'output.send',
  people: peopleOf,
  run: async (asking, { outputId }) => {
    if ((await store.withdraw(asking.db, outputId, asking.actor.id)) === 0) throw conflict('This has gone out already, or is not yours to take back.')
    for (const item of await workOfSubject(asking, outputId)) if (item.kind === 'outputDecided') await finishWork(asking, item.id, { outcome: 'withdrawn' })
    return { answer: { outputId } }
  },
})
