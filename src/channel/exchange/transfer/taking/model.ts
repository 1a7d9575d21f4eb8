import { Type, type Static } from '@sinclair/typebox'
import type { Instant, PlainDate } from '../../../../kernel/dates.ts'
import { Day, Id, optional, shape, Words } from '../../../../kernel/shape.ts'
import { PlacementSaid } from '../../../../record/care/model.ts'

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

/** One child whom the other council looks after: into our care from a day, with what was confirmed, or not. */
const ChildIntoCare = shape({
  personId: Id, ours: Type.Boolean(), /** Why they stay in the care of the other council. */ why: optional(Type.String({ maxLength: 1000 })),
  need: optional(Type.String({ maxLength: 60 })), legalCode: optional(Type.String({ maxLength: 60 })), court: optional(Type.String({ maxLength: 200 })), caseNumber: optional(Type.String({ maxLength: 60 })), expiresOn: optional(Day), placement: optional(PlacementSaid),
})
/** `orders`, `facts`: the pieces that are taken as ours. */
export const TakeIntoCare = shape({ id: Id, on: Day, children: Type.Array(ChildIntoCare, { minItems: 1, maxItems: 40 }), orders: Type.Array(Id, { maxItems: 200 }), facts: Type.Array(Id, { maxItems: 400 }) })
export type TakeIntoCare = Static<typeof TakeIntoCare>
export type CareDecided = Readonly<{ personId: string; outcome: 'ours' | 'theirs'; on: PlainDate; why: string | null }>
