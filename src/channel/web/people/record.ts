import { Id, shape } from '../../../kernel/shape.ts'
import { query } from '../../../record/access/act.ts'
import { notesAbout } from '../../../practice/notes/queries.ts'
import { familyAround } from '../../../record/people/queries.ts'
import { readAround } from './familyRead.ts'

/** A record as somebody opens it: the person and the family, everybody's open work, the last 20 notes. */
export const wholeRecord = query('record.open', shape({ id: Id }), {
  may: 'record.read',
  run: async (asking, { id }) => {
    const around = await familyAround(asking, id)
    const [{ sight, read }, notes] = await Promise.all([readAround(asking, around), around.sight === 'full' ? notesAbout(asking, [around.id], 20, around.parts) : []])
    return {
      sight, id: read.id, cards: read.cards, names: read.names, addresses: read.addresses, facts: read.facts, identifiers: read.identifiers, relationships: read.relationships, warnings: read.warnings, voices: read.voices, legalStatuses: read.legalStatuses,
      work: read.work, notes,
    }
  },
})
