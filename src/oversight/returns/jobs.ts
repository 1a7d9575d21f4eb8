import { Id, shape } from '../../kernel/shape.ts'
import { systemClock } from '../../platform/clock.ts'
import { job } from '../../platform/jobs/model.ts'
import { counted } from '../../platform/jobs/words.ts'
import { countAdoption } from './adoption/keeping.ts'
import { checkStanding, makeReturn } from './making.ts'
import { ruledKinds } from './model.ts'
import { countReturns } from './statistics/keeping.ts'

/** A return that somebody asked for. */
export const makeAskedReturn = job('returns.make', {
  title: 'A return to the department, made', does: 'Reads the record for a return, gives each child its number, runs the department’s rules and keeps what was found.',
  schema: shape({ id: Id }),
  run: async ({ pool, reports, documents }, { id }) => {
    const counts = await makeReturn({ reports, jobs: pool, documents }, id, systemClock)
    return { did: counts ? `${counted(counts.children, 'child', 'children')}, ${counted(counts.errors, 'error')}` : 'It was made before' }
  },
})

/** The record as it stands, by the department's rules, for whoever can put it right. */
export const checkRecords = job('returns.check', {
  title: 'Records checked by the department’s rules', does: 'Runs the rules of the returns about looked-after children and children in need over the record as it stands, shows what was found to whoever works with the child, and counts the adoption scorecard.',
  schema: shape({}), when: { at: '04:10' },
  run: async ({ pool, reports, documents }) => {
    const did: string[] = []
    await countReturns({ jobs: pool, documents })
    await countAdoption({ reports, jobs: pool, documents }, systemClock)
    for (const kind of ruledKinds) {
      const counts = await checkStanding({ reports, jobs: pool, documents }, systemClock, kind)
      if (counts) did.push(`${kind.toUpperCase()}: ${counted(counts.children, 'child', 'children')}, ${counted(counts.errors, 'error')} and ${counted(counts.queries, 'query', 'queries')}`)
    }
    return { did: did.join('; ') || 'Nothing to check' }
  },
})
