import type { Problem } from '../../kernel/errors.ts'
import type { Asking } from '../access/model.ts'
import { cardsOf } from '../people/queries.ts'
import { agencyName } from './bundle/store.ts'
import { somebodyElse, type Passage, type Reader } from './model.ts'
import * as store from './store/others.ts'

/** Whom something is for. */
export type ToWhom = Readonly<{ to: 'person' | 'agency' | 'outside' | 'own'; personId?: string | undefined; agencyId?: string | undefined; name?: string | undefined; knows?: readonly string[] | undefined }>

/** Who reads it, as it was chosen. */
export async function readerOf(asking: Asking, { to, personId, agencyId, name }: ToWhom): Promise<Reader | Problem> {
  if (to === 'own') return { kind: 'own' }
  if (to === 'outside') return name?.trim() ? { kind: 'outside', name: name.trim() } : { question: 'name', problem: 'Write who reads it: a carer, a court, a school, another council.' }
  if (to === 'agency') {
    const agency = agencyId ? await agencyName(asking.db, agencyId) : undefined
    return agency && agencyId ? { kind: 'agency', agencyId, name: agency.name } : { question: 'agencyId', problem: 'Choose the agency.' }
  }
  const card = personId ? (await cardsOf(asking, [personId])).get(personId) : undefined
  return card ? { kind: 'person', personId: card.id, name: card.name } : { question: 'personId', problem: 'Choose the person who reads it.' }
}

/** Whom a reader outside may know about: those who were ticked; where it is about one child only, that one. Nobody is told of several children without somebody saying so. */
export const knowsOf = (input: ToWhom, people: readonly string[]): readonly string[] => input.knows ?? (input.to === 'person' || people.length > 1 ? [] : people)

/** The line under a paper: whom it is for. */
export const footFor = (reader: Reader): string => (reader.kind === 'own' ? 'Printed for work. Keep it safe, and destroy it when it is done with.' : `For ${reader.name} alone.`)

/** Whether a plan, a meeting or a piece of work is about more people than whoever asks may see on it. */
export const tellsOfUnseen = (asking: Asking, of: Readonly<{ kind: 'plan' | 'meeting' | 'work'; id: string }>): Promise<boolean> => store.tellsOfUnseen(asking.db, of.kind, of.id)

/** What is written about all of a plan, a meeting or a piece of work that is also about people whom its sender may not know: then it is about somebody whom no reader knows. */
export async function alsoOfUnseen(asking: Asking, of: Readonly<{ kind: 'plan' | 'meeting' | 'work'; id: string }>, people: readonly string[], passages: readonly Passage[]): Promise<readonly Passage[]> {
  if (!(await tellsOfUnseen(asking, of))) return passages
  return passages.map((passage) => (passage.about.length > 0 || passage.general ? passage : { ...passage, about: [...people, somebodyElse] }))
}
