import { handoverReasons } from '../../../content/codes/handovers.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { Id, OneOf, optional, shape, Words } from '../../kernel/shape.ts'
import { Type } from '@sinclair/typebox'

export const Ask = shape({ id: Id, people: Type.Array(Id, { minItems: 1, maxItems: 40 }), toTeamId: Id, reason: OneOf(handoverReasons.codes.map((one) => one.code)), words: Words(8000), left: optional(Type.String({ maxLength: 4000 })) })
export const Take = shape({ handoverId: Id, workerId: Id })
export const End = shape({ handoverId: Id, words: Words(2000) })

export type HandoverState = 'open' | 'taken' | 'returned' | 'withdrawn'
/** Children on their way from one team to another. While it is open they are with the team they come from. */
export type Handover = Readonly<{
  id: string; state: HandoverState; fromTeamId: string; fromTeam: string; fromWorkerId: string | null; fromWorker: string | null; toTeamId: string; toTeam: string; reason: string; words: string; left: string | null
  askedOn: PlainDate; askedById: string; askedBy: string; itemId: string; withWhom: string | null; endedOn: PlainDate | null; endedBy: string | null; endedWords: string | null; worker: string | null
  /** The children who go. */
  people: readonly string[]
  /** Adults of the family, who go along. */
  adults: readonly string[]
}>
/** Somebody who knows the children for the sake of a handover that is asked of them. */
export const takingOver = 'takingOver'
