import { paperKinds as written, type PaperKind } from '../../../content/forms/papers/kinds.ts'
import { repeated } from '../../engine/forms/repeating.ts'

/** The papers with every row of their forms in which several of one kind are written. */
export const paperKinds: readonly PaperKind[] = written.map((kind) => ({ ...kind, definition: repeated(kind.definition) }))
export const paperKindOf = (id: string | null): PaperKind | undefined => paperKinds.find((kind) => kind.id === id)
