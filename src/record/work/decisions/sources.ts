import { dayOf } from '../../../kernel/dates.ts'
import { manyToReview } from '../../access/evidence/queries.ts'
import { may } from '../../access/permissions.ts'
import { openingsToReview } from '../../access/queries.ts'
import { howManyDuplicates, possibleDuplicates } from '../../people/merging/queries.ts'
import type { DecisionSource } from './model.ts'

/** What waits for a decision and is no piece of work: two records that may be one person, and records that colleagues opened with a reason. */
export const recordSources: readonly DecisionSource[] = [
  {
    what: 'merges', may: (actor) => may(actor, 'person.merge'), count: howManyDuplicates,
    rows: async (asking) => (await possibleDuplicates.of(asking, {})).map(({ one, other, reasons }) => ({ id: `${one.id}-${other.id}`, title: 'Recorded twice?', who: `${one.name} and ${other.name}${reasons[0] ? `: ${reasons[0].words.toLowerCase()}` : ''}`, href: `/people/${one.id}/compare/${other.id}` })),
  },
  {
    what: 'openings', may: (actor) => may(actor, 'glass.review'), count: async (asking) => (await openingsToReview.of(asking, {})).openings.length,
    rows: async (asking) => (await openingsToReview.of(asking, {})).openings.map((opening) => ({ id: opening.id, title: 'A record was opened with a reason', who: `by ${opening.actor}`, since: dayOf(opening.startedAt), href: '/privacy/openings' })),
  },
  {
    what: 'many', may: (actor) => may(actor, 'audit.read'), count: async (asking) => (await manyToReview.of(asking, {})).many.length,
    rows: async (asking) => (await manyToReview.of(asking, {})).many.map((one) => ({ id: one.id, title: 'Very many records were opened', who: `by ${one.actor}`, since: dayOf(one.foundAt), href: '/privacy' })),
  },
]
