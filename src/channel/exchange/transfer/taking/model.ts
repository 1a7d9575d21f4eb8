import { Type, type Static } from '@sinclair/typebox'
import type { Instant, PlainDate } from '../../../../kernel/dates.ts'
import { Day, Id, optional, shape, Words } from '../../../../kernel/shape.ts'

export const StageTransfer = shape({ /** The file, in base64. */ file: Type.String({ maxLength: 90_000_000 }), words: optional(Type.String({ maxLength: 200 })) })
/** Whom each person of the file is here: somebody known, or nobody yet. */
export const TakeTransfer = shape({ id: Id, notifiedOn: Day, teamId: Id, people: Type.Array(shape({ sourceId: Id, personId: Type.Union([Id, Type.Null()]) }), { minItems: 1, maxItems: 40 }) })
export type TakeTransfer = Static<typeof TakeTransfer>
export const AcceptTransfer = shape({ id: Id, reason: Words(2000), workerId: optional(Id) })
export const RefuseTransfer = shape({ id: Id, reason: Words(2000) })

export type StagedState = 'staged' | 'taken' | 'accepted' | 'refused'
/** A file that came and was found sound. */
export type Staged = Readonly<{ id: string; fromCode: string; fromName: string; signer: string; madeAt: Instant; sha256: string; children: number; state: StagedState; refusedBecause: string | null; stagedAt: Instant; stagedBy: string }>
/** What was taken of it, and about whom here. */
export type Come = Readonly<{
  id: string; fromCode: string; fromName: string; madeAt: Instant; notifiedOn: PlainDate; teamId: string | null; team: string | null; itemId: string | null; takenAt: Instant; takenBy: string | null
  acceptedAt: Instant | null; acceptedBy: string | null; acceptedBecause: string | null; people: readonly Readonly<{ personId: string; sourceId: string; part: 'child' | 'adult'; made: boolean }>[]
}>
