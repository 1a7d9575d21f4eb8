import type { PlainDate } from '../../kernel/dates.ts'
import type { Sql } from '../../platform/db/sql.ts'
import type { Asking } from '../access/model.ts'

/** One event as the spine keeps it: a kind and a pointer. */
export type SpineEvent = Readonly<{
  id: string
  kind: string
  happenedOn: PlainDate
  recordedAt: string
  significant: boolean
  subjectKind: string | null
  subjectId: string | null
  by: string | null
  people: readonly string[]
}>

/** What an event says, read from the row it points to. */
export type Told = Readonly<{
  title: string
  words?: string
  /** Somebody's own words, with whose they are. */
  said?: Readonly<{ words: string; personId: string }>
  href?: string
  /** Who and by what: `Priya Nair, visit note`. Without it: who recorded it. */
  source?: string
}>

/** How the events of some kinds read: contributed by the module that recorded them. One query for many. Keys of the answer: event ids. */
export type ChronologyTeller = Readonly<{
  kinds: readonly string[]
  tell: (asking: Asking, events: readonly SpineEvent[]) => Promise<ReadonlyMap<string, Told>>
  /** The same for the database to write, where there are many: a select of one column, `told` (JSON text of what is told), about an event `e`. What it does not say is told by `tell`. */
  written?: Sql
  /** These events are told by the note each points to, and the database reads that beside the event (`chronology.told_of`). Each kind of note in words. */
  notes?: Readonly<Record<string, string>>
}>
