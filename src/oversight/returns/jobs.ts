import { Id, shape } from '../../kernel/shape.ts'
import { systemClock } from '../../platform/clock.ts'
import { job } from '../../platform/jobs/model.ts'
import { counted } from '../../platform/jobs/words.ts'
import { makeReturn } from './making.ts'

/** A return that somebody asked for. */
export const makeAskedReturn = job('returns.make', {
  title: 'A return to the department, made', does: 'Reads the record for a return, gives each child its number, runs the department’s rules and keeps what was found.',
  schema: shape({ id: Id }),
  run: async ({ pool, reports }, { id }) => {
    const counts = await makeReturn({ reports, jobs: pool }, id, systemClock)
    return { did: counts ? `${counted(counts.children, 'child', 'children')}, ${counted(counts.errors, 'error')}` : 'It was made before' }
  },
})
