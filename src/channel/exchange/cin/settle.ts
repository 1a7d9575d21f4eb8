import { Type } from '@sinclair/typebox'
import { notFound } from '../../../kernel/errors.ts'
import { Id, shape } from '../../../kernel/shape.ts'
import { command, query, type Caller, type Outcome } from '../../../record/access/act.ts'
import { fileChanged } from '../../../record/people/register.ts'
import type { Import, Settled } from './bookModel.ts'
import * as book from './bookStore.ts'
import * as store from './settleStore.ts'

const first = '00000000-0000-0000-0000-000000000000'
const atOnce = 100
const busy = 'An import is at work on this council. Wait until it has finished, then do this again.'
const accepted = 'This import was accepted, and stays. What is wrong in it is put right on the records themselves.'
const undone = 'This import was taken back already.'

/** The present state of an import, or why nothing more can be decided about it. */
const openTo = (found: Import | undefined): string | null => (!found ? 'There is no such import.' : found.state === 'accepted' ? accepted : found.state === 'undone' ? undone : null)

/** Takes the next children of an import back. Of each: what the import wrote goes, or the child stays as it is because somebody has written since. */
export const takeBackNext = command('exchange.takeBack', shape({ id: Id, after: Id }), {
  may: 'import.settle',
  people: () => [],
  async run(asking, { id, after }) {
    const { db } = asking
    if (!(await store.holdPlace(db))) return { problems: [{ question: 'id', problem: busy }] }
    const against = openTo(await book.importOf(db, id))
    if (against) return { problems: [{ question: 'id', problem: against }] }
    const children = await store.takeBack(db, id, after, atOnce)
    await fileChanged(asking)
    return { answer: { children }, alsoAbout: children.filter((one) => one.against === null).map(({ personId }) => personId), why: 'The import was taken back' }
  },
})

const settled = command('exchange.undone', shape({ id: Id, removed: Type.Integer(), restored: Type.Integer(), kept: Type.Record(Type.String(), Type.Integer()) }), {
  may: 'import.settle',
  people: () => [],
  async run({ db }, { id, ...counts }) {
    await store.settle(db, id, Object.keys(counts.kept).length === 0 ? 'undone' : 'partlyUndone', counts)
    return { answer: {} }
  },
})

/** From now on an import stays: nothing of it can be taken back in one go. */
export const acceptImport = command('exchange.acceptImport', shape({ id: Id }), {
  may: 'import.settle',
  people: () => [],
  async run({ db }, { id }) {
    const found = await book.importOf(db, id)
    const against = found?.state === 'running' ? 'This import is not finished. Import the file again to go on with it, or take it back.' : openTo(found)
    if (against) return { problems: [{ question: 'id', problem: against }] }
    await store.settle(db, id, 'accepted', found?.settled ?? null)
    return { answer: {} }
  },
})

/**
 * Takes an import back, a few children at a time: stopped at any place and started again, it goes on.
 * A child about whom somebody has written since stays as it is, and is counted with the reason.
 */
export async function undoImport(caller: Caller, id: string, tell: (done: number) => void = () => {}): Promise<Outcome<Settled>> {
  const kept: Record<string, number> = {}
  let [removed, restored, seen, after] = [0, 0, 0, first]
  for (;;) {
    const outcome = await takeBackNext.do(caller, { id, after })
    if ('problems' in outcome) return outcome
    for (const { personId, made, against } of outcome.done.children) {
      if (against !== null) kept[against] = (kept[against] ?? 0) + 1
      else if (made) removed++
      else restored++
      after = personId
      tell(++seen)
    }
    if (outcome.done.children.length < atOnce) break
  }
  const counts = { removed, restored, kept }
  const ended = await settled.do(caller, { id, ...counts })
  return 'problems' in ended ? ended : { done: counts }
}

/** One import, with what taking it back would do and how many of its children may be people already known. Numbers only: no child is named. */
export const importToSettle = query('exchange.importToSettle', shape({ id: Id }), {
  may: 'council.configure',
  async run({ db }, { id }) {
    const found = await book.importOf(db, id)
    if (!found) throw notFound('We could not find that import.')
    const open = openTo(found) === null
    return { import: found, open, perhapsKnown: await store.perhapsKnown(db, id), before: open ? await store.beforeTakingBack(db, id) : [] }
  },
})

/** The imports as they are decided about, the newest first. */
export const importsToSettle = query('exchange.importsToSettle', shape({}), { may: 'council.configure', run: async ({ db }) => ({ imports: await book.imports(db) }) })

/** How many children of an import may be people already known. */
export const perhapsKnown = query('exchange.perhapsKnown', shape({ id: Id }), { may: 'import.settle', run: async ({ db }, { id }) => ({ children: await store.perhapsKnown(db, id) }) })

/** The one import whose id begins so, as `import list` shows it. */
export const importNamed = query('exchange.importNamed', shape({ beginning: Type.String({ pattern: '^[0-9a-f-]{4,36}$', problem: 'Name the import by the eight signs that import list shows.' }) }), {
  may: 'import.settle', run: async ({ db }, { beginning }) => ({ ids: (await store.importsNamed(db, beginning)).map(({ id }) => id) }),
})
