import { notFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { addJob } from '../../platform/jobs/store.ts'
import { command } from '../../record/access/act.ts'
import { makeAskedReturn } from './jobs.ts'
import { AskForReturn, coveredYears, ExplainRule, SendReturn } from './model.ts'
import * as store from './store.ts'

/** A return is made in the background from the record as it stands then. It is an export of everybody in it: who asks shows again who they are (access policy, rule 16). */
export const askForReturn = command('returns.ask', AskForReturn, {
  may: 'return.make',
  fresh: true,
  people: () => [],
  run: async ({ db, today }, { id, kind, year, asAt }) => {
    if (kind === 'annexA') {
      const on = asAt ?? today
      if (on > today) return { problems: [{ question: 'asAt', problem: 'This day has not come yet. Choose today or an earlier day.' }] }
      await store.ask(db, id, kind, Number(on.slice(0, 4)), on)
      await addJob(db, makeAskedReturn, { id })
      return { answer: { id } }
    }
    const { last } = coveredYears[kind]
    if (year > last) return { problems: [{ question: 'year', problem: `The structure of ${year} is not known yet. Choose ${last} or an earlier year.` }] }
    await store.ask(db, id, kind, year, asAt)
    await addJob(db, makeAskedReturn, { id })
    return { answer: { id } }
  },
})

/** It went to the department as it is: from now on it is what the next one is compared with, and what next year's rules call last year. */
export const sendReturn = command('returns.settle', SendReturn, {
  may: 'return.make',
  fresh: true,
  people: () => [],
  run: async ({ db }, { id, note }) => {
    if (!(await store.madeById(db, id))) throw notFound('We could not find that return.')
    if (!(await store.send(db, id, note?.trim() || undefined))) return { problems: [{ question: 'id', problem: 'It was recorded as sent before, or is not made yet.' }] }
    return { answer: { id } }
  },
})

/** A rule that is right to be broken by a child: the reason is kept and shown beside the finding. An empty reason takes it back. */
export const explainRule = command('returns.explain', ExplainRule, {
  may: 'return.make',
  people: () => [],
  run: async ({ db, now }, { personId, kind, rule, reason }) => {
    const words = reason?.trim() ?? ''
    if (words !== '' && words.length < 10) return { problems: [{ question: 'reason', problem: 'Say in a sentence why this is right as it is.' }] }
    await store.explain(db, newId(Date.parse(now)), personId, kind, rule, words)
    return { answer: { personId }, alsoAbout: [personId] }
  },
})
