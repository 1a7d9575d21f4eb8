import { notFound } from '../../kernel/errors.ts'
import { Id, optional, shape } from '../../kernel/shape.ts'
import { Type } from '@sinclair/typebox'
import { query } from '../../record/access/act.ts'
import type { Leaving } from '../../record/access/leaving.ts'
import type { Asking } from '../../record/access/model.ts'
import { lookUp } from '../../record/access/register.ts'
import { cardsOf, keyWorkersOf } from '../../record/people/queries.ts'
import { isChild, type Made } from './model.ts'
import { changesBetween } from './rules/changes.ts'
import { fileForDepartment } from '../../record/outputs/department.ts'
import { groupsOf, nightsTold, shownInFull, standingOf, withoutWorker } from './quality/rules.ts'
import { filesIn } from './rules/files.ts'
import { listKinds } from './lists/model.ts'
import { listsGiven } from './lists/store.ts'
import * as store from './store.ts'

async function madeNamed(asking: Asking, id: string): Promise<Made> {
  const found = await store.madeById(asking.db, id)
  if (!found) throw notFound('We could not find that return.')
  return found
}

/** What was made so far, newest first: it says of nobody whether they are in it. */
export const returnsMade = query('returns.list', shape({}), { may: 'return.make', run: async ({ db }) => ({ made: await store.returnsMade(db, 50), nights: await store.nights(db) }) })

/** What stands in the records that the reader may see, by who works with each child, and how it went; in full for the worker who is asked for. */
export const recordQuality = query('returns.quality', shape({ worker: optional(Type.String({ maxLength: 200 })) }), {
  may: 'record.read',
  run: async (asking, { worker }) => {
    const me = asking.actor.name
    const since = await store.goneKeptSince(asking.db)
    const nights = nightsTold(since, asking.today)
    const stretches = await store.stretches(asking.db, nights[0] ?? asking.today)
    const workers = await keyWorkersOf(asking, [...new Set(stretches.map((one) => one.personId))])
    const groups = groupsOf(stretches, workers, me)
    const shown = shownInFull(groups, worker, me)
    const found = await store.standing(asking.db, 2000, [...new Set(shown.flatMap((group) => group.found.map((one) => one.personId)))])
    const people = [...new Set(found.map((one) => one.personId))]
    await lookUp(asking.db, people)
    const cards = await cardsOf(asking, people)
    const lists = await listsGiven(asking.db)
    return {
      checked: since !== null, nights, whole: standingOf(stretches, nights, asking.today), found, cards, missing: listKinds.filter((kind) => !lists.some((one) => one.kind === kind)),
      groups: groups.map((group) => ({ name: group.name, team: group.team, found: group.found, standing: standingOf(group.found, nights, asking.today), shown: shown.includes(group) })), workerOf: (personId: string) => workers.get(personId)?.worker ?? withoutWorker,
    }
  },
})

/** One return: what it holds, what the rules found, and what is different from the one before it, child by child. Children are numbers here, as in its files. */
export const returnMade = query('returns.one', shape({ id: Id }), {
  may: 'return.make',
  run: async (asking, { id }) => {
    const made = await madeNamed(asking, id)
    const before = await store.madeBefore(asking.db, made)
    const [rules, mine, theirs] = made.state === 'made' ? await Promise.all([store.foundByRule(asking.db, id), store.childrenOf(asking, made), before ? store.childrenOf(asking, before) : Promise.resolve([])]) : [[], [], []]
    return { made, before, rules, changes: before ? changesBetween(theirs, mine) : undefined }
  },
})

/** What one rule found in a return, child by child. */
export const returnRule = query('returns.rule', shape({ id: Id, rule: Type.String({ maxLength: 20 }) }), {
  may: 'return.make',
  run: async (asking, { id, rule }) => {
    const made = await madeNamed(asking, id)
    const found = await store.found(asking.db, id, rule)
    asking.saw([...new Set(found.map((one) => one.personId))])
    return { made, found }
  },
})

/** The bytes of one file of a return: the same each time. An export of everybody in it, so that who asks shows again who they are. */
export async function fileOf(asking: Asking, id: string, name: string): Promise<Leaving> {
  const made = await madeNamed(asking, id)
  const children = await store.childrenOf(asking, made)
  const file = filesIn(made, children).find((one) => one.name === name)
  if (!file || made.state !== 'made') throw notFound('We could not find that file.')
  return fileForDepartment(asking, children.filter(isChild).map((child) => child.personId), file)
}
