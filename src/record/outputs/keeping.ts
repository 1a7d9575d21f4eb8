import type { Keeping } from '../access/keeping.ts'
import { townsIn } from './rules/judging.ts'
import { foundIn, needlesOf } from './rules/hidden.ts'
import * as store from './store/outputs.ts'

/** What is hidden from a reader, looked for in every page and answer as in what goes out. */
export const hiddenKeeping: Keeping = {
  any: ({ db }) => store.anyKept(db),
  tells: async ({ db, actor }, people) => {
    if (people.length === 0) return () => false
    const things = await store.hiddenFrom(db, { kind: 'own' }, actor.id, people)
    const needles = needlesOf(things, townsIn(things))
    return (text) => foundIn(text, needles).length > 0
  },
}
