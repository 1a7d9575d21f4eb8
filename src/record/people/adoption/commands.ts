import { Type } from '@sinclair/typebox'
import { isPlainDate, type PlainDate } from '../../../kernel/dates.ts'
import { notFound, type Problem } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { Day, Id, shape, Words } from '../../../kernel/shape.ts'
import { command } from '../../access/act.ts'
import { orRefused, standing } from '../../access/register.ts'
import { fileForSearch } from '../search/store.ts'
import * as store from './store.ts'

const Why = Words(1000)
const whyProblem = (reason: string): Problem[] => (reason.trim().length < 10 ? [{ question: 'reason', problem: 'Say in your own words, in 10 characters or more, what this rests on.' }] : [])

/** What is to put right before an adoption is sealed. */
export function problemsOfAdoption({ orderOn, reason }: Readonly<{ orderOn: string; reason: string }>, today: PlainDate): Problem[] {
  return [...(!isPlainDate(orderOn) ? [{ question: 'orderOn', problem: 'Give the day of the adoption order, as in 3/10/2026.' }] : orderOn > today ? [{ question: 'orderOn', problem: 'This day has not come yet. Seal it when the order is made.' }] : []), ...whyProblem(reason)]
}

/**
 * Seals the link between the old and the new identity of an adopted child (access policy, rule 10). The new record stays an ordinary open one; the old one is closed and
 * restricted to the list, and shows no destination. The audit names the old record only: a request that named both would be the link itself.
 */
export const sealAdoption = command('people.sealAdoption', shape({ personId: Id, becameId: Id, named: Type.Array(Id, { maxItems: 20 }), orderOn: Day, reason: Why }), {
  may: 'adoption.keep',
  fresh: true,
  people: () => [],
  run: async (asking, { personId, becameId, named, orderOn, reason }) => {
    const problems = problemsOfAdoption({ orderOn, reason }, asking.today)
    if (problems.length > 0 || !isPlainDate(orderOn)) return { problems }
    const old = await standing(asking.db, personId)
    if (old.sight === 'nothing') throw notFound('We could not find that person.')
    const became = await orRefused('You seal an adoption of a child whose record you may write on, with colleagues who have the adoption role.', store.sealAdoption(asking.db, { id: newId(), oldId: old.survivorId, newId: becameId, named, orderOn, reason: reason.trim() }))
    if (became === 'sameNumber') return { problems: [{ question: 'becameId', problem: 'The new record carries a number of the old one. An adopted child has a new NHS number and a new UPN: take the old ones off the new record first.' }] }
    await fileForSearch(asking.db)
    return { answer: {}, alsoAbout: [old.survivorId], why: reason.trim() }
  },
})

/** Names a colleague who has the adoption role on the list of a sealed adoption; by somebody on it, never oneself. */
export const nameForAdoption = command('people.nameForAdoption', shape({ adoptionId: Id, actorId: Id, reason: Why }), {
  may: 'adoption.keep',
  fresh: true,
  people: () => [],
  run: async ({ db }, { adoptionId, actorId, reason }) => {
    const problems = whyProblem(reason)
    if (problems.length > 0) return { problems }
    await orRefused('Somebody on the list names a colleague who has the adoption role and is no administrator, and never themselves.', store.nameForAdoption(db, adoptionId, actorId, reason.trim()))
    return { answer: {}, why: reason.trim() }
  },
})
export const takeOffAdoption = command('people.takeOffAdoption', shape({ adoptionId: Id, actorId: Id, reason: Why }), {
  may: 'adoption.keep',
  fresh: true,
  people: () => [],
  run: async ({ db }, { adoptionId, actorId, reason }) => {
    const problems = whyProblem(reason)
    if (problems.length > 0) return { problems }
    const taken = await orRefused('Somebody on the list changes it.', store.takeOffAdoption(db, adoptionId, actorId, reason.trim()))
    return taken === 0 ? { problems: [{ question: 'actorId', problem: 'They are not on the list now.' }] } : { answer: {}, why: reason.trim() }
  },
})
