import { Type } from '@sinclair/typebox'
import { Id, OneOf, optional, shape, Words } from '../../kernel/shape.ts'
import type { PlainDate } from '../../kernel/dates.ts'

/** How far a dispute has gone: each stage is with somebody further up. */
export const stages = ['team', 'service', 'director', 'cafcass'] as const
export type Stage = (typeof stages)[number]

const People = Type.Array(Id, { minItems: 1, maxItems: 40 })
export const Raise = shape({ id: Id, people: People, meetingId: optional(Id), words: Words(8000), wanted: Words(4000), whomId: Id })
export const TakeFurther = shape({ disputeId: Id, stage: OneOf(stages), whomId: optional(Id), words: Words(4000) })
export const Answer = shape({ disputeId: Id, words: Words(8000) })
export const Settle = shape({ disputeId: Id, how: OneOf(['resolved', 'withdrawn'] as const), words: Words(4000) })

export type DisputeStep = Readonly<{ stage: Stage | 'answer'; whom: string | null; words: string; on: PlainDate; by: string | null }>
export type Dispute = Readonly<{
  id: string; meetingId: string | null; words: string; wanted: string; raisedOn: PlainDate; raisedById: string; raisedBy: string; itemId: string | null; state: 'open' | 'resolved' | 'withdrawn'; endedOn: PlainDate | null; endedWords: string | null
  people: readonly string[]; steps: readonly DisputeStep[]
}>

/** A conference or a review as its chair sees it. */
export type Chaired = Readonly<{
  id: string; kind: string; state: 'planned' | 'held'; on: PlainDate; dueOn: PlainDate | null; people: readonly Readonly<{ personId: string; participation: string | null; view: boolean }>[]
  asked: number; came: number; lateReports: readonly string[]
}>
export type LateAction = Readonly<{ planId: string; kind: string; words: string; owner: string; dueOn: PlainDate; people: readonly string[] }>
/** A child whose reviews are somebody’s. `dueOn`: by when the next is due; `arrangedOn`: for when it is arranged. */
export type Reviewed = Readonly<{ personId: string; since: PlainDate; lastOn: PlainDate | null; dueOn: PlainDate | null; arrangedOn: PlainDate | null }>
