import { Type, type Static } from '@sinclair/typebox'

/** The first file of a backup: what it is, and the form of its database. */
export const Opening = Type.Object({
  keeps: Type.Literal('the record of one Kith council'),
  form: Type.Literal(1),
  takenAt: Type.String(),
  migrations: Type.Array(Type.Object({ name: Type.String(), hash: Type.String() })),
})
export type Opening = Static<typeof Opening>

/** The last file of a backup: without it the backup is not whole. */
export const Sums = Type.Object({
  tables: Type.Array(Type.Object({ name: Type.String(), rows: Type.Integer(), sha256: Type.String() })),
  counters: Type.Array(Type.Object({ name: Type.String(), last: Type.String(), used: Type.Boolean() })),
})
export type Sums = Static<typeof Sums>

export const openingName = 'kith.json'
export const sumsName = 'sums.json'
/** Where the rows of a table are, in parts that follow each other. */
export const partName = (table: string, part: number): string => `tables/${table}/${String(part).padStart(6, '0')}`
export const tableOf = (name: string): string | undefined => /^tables\/([^/]+)\/\d+$/.exec(name)?.[1]
