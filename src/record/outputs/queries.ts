import { notFound } from '../../kernel/errors.ts'
import { Id, shape } from '../../kernel/shape.ts'
import { query } from '../access/act.ts'
import type { Asking } from '../access/model.ts'
import { may } from '../access/permissions.ts'
import { idsOf, sightOf } from '../people/queries.ts'
import type { KeptOutput, Paper } from './model.ts'
import * as store from './store/outputs.ts'

/** What was sent out about somebody, and what waits for a second person. */
export const outputsAbout = query('outputs.about', shape({ id: Id }), {
  may: 'record.read',
  run: async (asking, { id }) => {
    const known = await sightOf(asking, id)
    return { id: known.id, outputs: known.sight === 'full' ? await store.about(asking.db, await idsOf(asking, [known.id])) : [] }
  },
})

const isPaper = (value: unknown): value is { paper: Paper } => typeof value === 'object' && value !== null && 'paper' in value

export type ReadOutput = Readonly<{ output: KeptOutput; paper: Paper | undefined; mayDecide: boolean; mine: boolean }>

/** One output as it went, or as it waits. Its words only for whoever may know everybody they are about; while it waits, for whoever asked and for whom nothing in it is hidden from. @throws NotFound */
export async function readOutput(asking: Asking, id: string): Promise<ReadOutput> {
  const output = await store.byId(asking.db, id)
  if (!output) throw notFound('We could not find what was sent.')
  asking.saw(output.people)
  const mine = output.askedById === asking.actor.id
  const judges = output.found.length === 0 || (await store.mayJudge(asking.db, id))
  const words = judges || mine ? await store.wordsOf(asking, id) : undefined
  const kept: unknown = words ? JSON.parse(words.words) : undefined
  return { output, paper: isPaper(kept) ? kept.paper : undefined, mine, mayDecide: output.state === 'held' && !mine && judges && may(asking.actor, 'output.agree') }
}

/** What went out, made from this row. */
export const outputOf = async (asking: Asking, subjectId: string): Promise<KeptOutput | undefined> => (await store.ofSubject(asking.db, subjectId))[0]

/** Papers that went out about these people, to be put into another. */
export const sentAbout = async (asking: Asking, people: readonly string[]): Promise<readonly KeptOutput[]> => (await store.about(asking.db, await idsOf(asking, people))).filter((one) => one.state === 'sent')
/** One that went out, with whom its words are about: all of it is about all of them. Nothing where its words are not open to the reader. */
export async function sentPaper(asking: Asking, id: string): Promise<Readonly<{ output: KeptOutput; paper: Paper; about: readonly string[] }> | undefined> {
  const { output, paper } = await readOutput(asking, id)
  return paper && output.state === 'sent' ? { output, paper, about: await store.aboutOfWords(asking.db, id) } : undefined
}
