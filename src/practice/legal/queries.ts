import { notFound } from '../../kernel/errors.ts'
import { Id, shape } from '../../kernel/shape.ts'
import { query } from '../../record/access/act.ts'
import type { Asking } from '../../record/access/model.ts'
import { notWritable } from '../../record/access/register.ts'
import { idsOf, sightOf } from '../../record/people/queries.ts'
import type { Advice, Going, Matter, WholeMatter } from './model.ts'
import { datedKinds } from './rules.ts'
import * as store from './store.ts'

/** The matter with everything in it that the reader may see. @throws NotFound */
export async function matterFor(asking: Asking, id: string): Promise<WholeMatter> {
  const matter = await store.matterById(asking.db, id)
  if (!matter) throw notFound('We could not find that legal work.')
  asking.saw(matter.people.map((one) => one.personId))
  const [facts, directions] = await Promise.all([store.factsOf(asking.db, [id]), store.directionsOf(asking.db, [id])])
  return { ...matter, facts, directions }
}
/** All people of a matter, for the `people` of a command. */
export const peopleOfMatter = store.peopleOfMatter

/** One matter of legal work, whole. */
export const matter = query('legal.one', shape({ id: Id }), { may: 'record.read', run: (asking, { id }) => matterFor(asking, id) })

const seen = (asking: Asking, matters: readonly Matter[]): readonly Matter[] => { asking.saw([...new Set(matters.flatMap((one) => one.people.map((person) => person.personId)))]); return matters }
export const mattersOf = async (asking: Asking, people: readonly string[]): Promise<readonly Matter[]> => seen(asking, await store.mattersAbout(asking.db, await idsOf(asking, people)))

/** Legal work about these people, with what is in it. */
export const mattersWhole = async (asking: Asking, people: readonly string[]): Promise<readonly Listed[]> => whole(asking, await mattersOf(asking, people))

export type Listed = Matter & Pick<WholeMatter, 'facts' | 'directions'>
/** All legal work that goes on, as far as the reader sees. */
export async function openMatters(asking: Asking): Promise<readonly Listed[]> {
  return whole(asking, seen(asking, await store.openMatters(asking.db)))
}
/** The same of these teams with its days alone, for their boards: whoever lists some of it has seen those. */
export const goingOn = ({ db }: Asking, teams: readonly string[]): Promise<readonly Going[]> => store.goingOn(db, teams, datedKinds)
async function whole(asking: Asking, matters: readonly Matter[]): Promise<readonly Listed[]> {
  if (matters.length === 0) return []
  const ids = matters.map((one) => one.id)
  const [facts, directions] = await Promise.all([store.factsOf(asking.db, ids), store.directionsOf(asking.db, ids)])
  const [factsIn, directionsIn] = [Map.groupBy(facts, (one) => one.matterId), Map.groupBy(directions, (one) => one.matterId)]
  return matters.map((one) => ({ ...one, facts: factsIn.get(one.id) ?? [], directions: directionsIn.get(one.id) ?? [] }))
}
/** Every matter of legal work that goes on, for the list. */
export const legalWork = query('legal.open', shape({}), { may: 'record.read', run: (asking) => openMatters(asking) })

export type AdviceRead = Readonly<{ open: boolean; advice: readonly Advice[]; named: readonly store.Named[] }>
/** Legal advice about somebody, for whom the database lets at it. `open`: whether it does. */
export const legalAdvice = query('legal.advice', shape({ id: Id }), {
  may: 'legal.advise',
  run: async (asking, { id }): Promise<AdviceRead> => {
    const known = await sightOf(asking, id)
    const ids = known.sight === 'full' ? await idsOf(asking, [known.id]) : []
    const open = ids.length > 0 && (await notWritable(asking.db, [known.id], 'legal')).length === 0
    if (!open) return { open: false, advice: [], named: [] }
    asking.saw([known.id])
    return { open, advice: await store.adviceAbout(asking.db, ids), named: await store.namedFor(asking.db, ids) }
  },
})
export const lawyers = (asking: Asking): Promise<readonly store.Lawyer[]> => store.lawyers(asking.db)
export const colleaguesOf = async (asking: Asking, people: readonly string[]): Promise<readonly store.Colleague[]> => store.workingWith(asking.db, await idsOf(asking, people))
export type { Going } from './model.ts'
export type { Colleague, Lawyer, Named } from './store.ts'
