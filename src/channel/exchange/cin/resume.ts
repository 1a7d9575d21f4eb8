import { Type } from '@sinclair/typebox'
import { Id, shape } from '../../../kernel/shape.ts'
import { command, query, type Caller } from '../../../record/access/act.ts'
import { takeChild } from './commands.ts'
import { entryOf } from './entry.ts'
import { elementOf } from './fragment.ts'
import { idOf } from './identity.ts'
import { closedToImport, whenOpen } from './importCensus.ts'
import * as store from './resumeStore.ts'
import { takeChild as planOf } from './take.ts'
import { writesFor } from './store.ts'
import { takers as ours, type Taker } from './takers.ts'

const first = '00000000-0000-0000-0000-000000000000'
const page = 500

const waitingIds = query('exchange.waiting', shape({ paths: Type.Array(Type.String()), after: Id }), {
  may: 'person.add', run: ({ db }, { paths, after }) => store.waitingIds(db, paths, after, page),
})
const closedChildren = query('exchange.closedChildren', shape({ after: Id }), {
  may: 'person.add', run: ({ db }, { after }) => store.closedChildren(db, closedToImport, after, 50),
})
const markTaken = command('exchange.markTaken', shape({ id: Id }), {
  may: 'person.add', people: () => [],
  async run(asking, { id }) {
    await store.markClosedTaken(asking, id)
    return { answer: {} }
  },
})

/** Takes one thing that was kept aside, when one of `takers` can. */
const takeKept = (takers: readonly Taker[]) => command('exchange.takeKept', shape({ id: Id }), {
  may: 'person.add',
  people: async ({ id }, db) => [(await store.waitingOne(db, id))?.personId].filter((person) => person !== undefined),
  async run(asking, { id }) {
    const kept = await store.waitingOne(asking.db, id)
    if (kept) await writesFor(asking.db, kept.importId, kept.personId)
    const taken = kept && (await takers.find(({ path }) => path === kept.path)?.take(asking, kept))
    if (!taken) return { answer: { taken: 0 } }
    await store.markTaken(asking, [id, ...taken.with])
    // what the chronology was told of it beside the record gives way to what the record says now
    const told = await store.toldOf(asking.db, id)
    const happened = taken.happened.map((one) => ({ ...one, ...(one.supersedes ? {} : { supersedes: told.find(({ on }) => on === one.on)?.id }) }))
    return { answer: { taken: 1 + taken.with.length }, happened: happened.map(({ supersedes, ...one }) => (supersedes ? { ...one, supersedes } : one)) }
  },
})

export type Resumed = Readonly<{ taken: number; children: number }>

/**
 * Takes what was kept aside and has a place by now: elements by their takers, and children whose record was closed to the import.
 * Done again it takes only what has become possible since.
 */
export async function resumeImports(caller: Caller, takers: readonly Taker[] = ours, tell: (done: number) => void = () => {}): Promise<Resumed> {
  const takeOne = takeKept(takers)
  const paths = takers.map(({ path }) => path)
  let [taken, seen, after] = [0, 0, first]
  for (;;) {
    const ids = answered(await waitingIds.perform(caller, { paths, after }))
    for (const id of ids) {
      taken += answered(await takeOne.do(caller, { id })).taken
      tell(++seen)
    }
    const last = ids.at(-1)
    if (last === undefined) break
    after = last
  }
  return { taken, children: await resumeChildren(caller, () => tell(++seen)) }
}

async function resumeChildren(caller: Caller, tell: () => void): Promise<number> {
  let [children, after] = [0, first]
  for (;;) {
    const closed = answered(await closedChildren.perform(caller, { after }))
    for (const { id, importId, child, authority, year, structure, fragment } of closed) {
      const header = { authority, year: { year, structure, covered: year === structure }, referenceOn: null, software: '' }
      const entry = entryOf(planOf(elementOf(fragment), child, header, caller.clock.today()), header, importId)
      if (entry && (await whenOpen(async () => answered(await takeChild.do(caller, entry, idOf('command', importId, String(child))))))) {
        answered(await markTaken.do(caller, { id }))
        children++
      }
      tell()
      after = id
    }
    if (closed.length === 0) return children
  }
}

function answered<Answer>(outcome: Readonly<{ done: Answer } | { problems: readonly unknown[] }>): Answer {
  if ('done' in outcome) return outcome.done
  throw new Error('A command of the import found a problem in what the import itself made.')
}
