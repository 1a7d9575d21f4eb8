/** Something that always holds of a sound record, and how the database finds where it does not. */
export type RecordRule = Readonly<{
  /** A permanent name: what a nightly run is told by. */
  name: string
  /** What always holds. */
  says: string
  /** What to do about each that is found. */
  todo: string
  /** A select of `what` (which kind of record) and `id`; `$1` is today. Never a name or a word of the record. */
  find: string
}>

/** A record that breaks a rule, by its id. */
export type Fault = Readonly<{ rule: string; what: string; id: string }>

/** Who a part of a merged person is now. */
export const survivor = (column: string): string => `coalesce((select part.survivor_id from access.person_part part where part.part_id = ${column}), ${column})`
