import { Type, type Static } from '@sinclair/typebox'
import { Day, Id, OneOf, optional, shape } from '../../../kernel/shape.ts'

const Line = Type.Integer({ minimum: 1 })
const orNullDay = Type.Union([Day, Type.Null()])

/** A file that is about to be taken, found whole and sound. */
export const StartImport = shape({
  id: Id, format: optional(OneOf(['cin', 'ssda903', 'csv', 'annexA'])), fileName: Type.String({ maxLength: 300 }), sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }), authority: Type.String(), year: Type.Integer(),
  structure: Type.Integer(), referenceOn: orNullDay, software: Type.String(), children: Type.Integer({ minimum: 0 }),
})
export type StartImport = Static<typeof StartImport>

/** The account of a file that was taken to its end, or that could not be. */
export const EndImport = shape({ id: Id, state: OneOf(['finished', 'stopped']), account: Type.Unknown() })
export type EndImport = Static<typeof EndImport>

/** What has no person of its own: elements outside every child, and children that could not be written. */
export const KeepUnclaimed = shape({
  importId: Id,
  child: Type.Integer({ minimum: 0 }),
  /** Where its findings begin in the list of the child's (or of the file's own). */
  firstPlace: Type.Integer({ minimum: 0 }),
  kept: Type.Array(shape({ id: Id, path: Type.String(), line: Line, outcome: OneOf(['kept aside', 'refused']), reason: Type.String(), fragment: Type.Unknown() })),
  findings: Type.Array(shape({ path: Type.String(), line: Line, outcome: OneOf(['taken', 'kept aside', 'refused']), reason: Type.String(), elements: Type.Integer({ minimum: 0 }) })),
})
export type KeepUnclaimed = Static<typeof KeepUnclaimed>

/** An import as the list of imports shows it. */
export type Import = Readonly<{
  id: string; format: 'cin' | 'ssda903' | 'csv' | 'annexA'; fileName: string; authority: string; year: number; structure: number; children: number
  state: ImportState; startedAt: string; finishedAt: string | null; account: unknown
  /** When it was accepted or taken back, by whom, and what became of its children then. */
  settledAt: string | null; settledBy: string | null; settled: Settled | null
}>
export type ImportState = 'running' | 'finished' | 'stopped' | 'accepted' | 'undone' | 'partlyUndone'

/** What became of the children of an import that was taken back. `kept`: by the reason why they stay. */
export type Settled = Readonly<{ removed: number; restored: number; kept: Readonly<Record<string, number>> }>

/** How much of a kind waits beside the record. */
export type Waiting = Readonly<{ path: string; reason: string; count: number }>
