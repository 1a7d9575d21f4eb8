import { newId } from '../../src/kernel/ids.ts'
import { answer, type Outcome } from '../../src/record/access/act.ts'
import { standing } from '../../src/record/access/store.ts'
import { addPeople, addWarning } from '../../src/record/people/commands.ts'
import type { Fresh } from '../database.ts'
import { usualCouncil } from './council.ts'

export const done = <Answer>(outcome: Outcome<Answer>): Answer => {
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems))
  return outcome.done
}
/** Why somebody opens a record at night. */
export const why = 'The police rang: the child is alone at the station.'

/** The usual council with children that team two works with, and what each of its people may see of them. */
export async function keepwells(fresh: Fresh) {
  const council = await usualCouncil(fresh.owner)
  const now = new Date()
  const as = (actor: string) => fresh.as(actor, now.toISOString())
  const nextMonth = new Date(now.getTime() + 30 * 86_400_000).toISOString().slice(0, 10)
  return {
    council, as,
    later: new Date(now.getTime() + 3_600_000).toISOString(),
    child: async (given = 'Mina'): Promise<string> => {
      const id = newId()
      await addPeople.do(as(council.worker), { people: [{ id, given, family: 'Keepwell', bornOn: '2016-03-04' }], relationships: [] })
      return id
    },
    warn: async (actor: string, personId: string) => done(await addWarning.do(as(actor), { personId, kind: 'dog', words: 'A large dog in the yard.', reviewOn: nextMonth })),
    sightOf: (actor: string, person: string) => answer(as(actor), 'test.sight', 'staff.read', async ({ db }) => (await standing(db, person)).sight),
  }
}
