import type { Instant } from '../../../kernel/dates.ts'
import type { Domain } from '../model.ts'

export type Marking = 'open' | 'restricted' | 'sealed'
export type Opening = Readonly<{ id: string; actor: string; jobTitle: string | null; reason: string; marking: Marking; startedAt: Instant; until: Instant }>
export type Keeping = Readonly<{
  kind: 'named' | 'excluded' | 'granted'
  /** Of the exclusion or the grant. */
  id: string | null
  actorId: string
  actor: string
  domain: Domain | null
  mayWrite: boolean
  reason: string | null
  since: Instant
  until: Instant | null
}>
/** What was done about who may see a record. `what`: a marking, or what happened with `whom`. */
export type KeptChange = Readonly<{ at: Instant; by: string | null; what: string; whom: string | null; domain: Domain | null; until: Instant | null; why: string | null }>
/** What an account was given or kept from, without whose record it is. */
export type GivenSight = Readonly<{ kind: 'granted' | 'excluded' | 'named' | 'opened'; id: string | null; actorId: string; actor: string; domain: Domain | null; mayWrite: boolean; since: Instant; until: Instant | null; by: string | null; over: boolean; endedBy: string | null }>
/** Somebody asks to see a record, or the sight of an administrator waits for a second person. */
export type SightRequest = Readonly<{
  id: string; personId: string; marking: Marking; kind: 'asked' | 'second'; actorId: string; actor: string; jobTitle: string | null; domain: Domain; mayWrite: boolean; until: Instant | null
  reason: string; askedById: string; askedBy: string; askedAt: Instant; decision: Decision | 'withdrawn' | null; decidedBy: string | null; decidedAt: Instant | null; words: string | null
  /** Whether the reader may give it. */
  mayGive: boolean
  /** Whether the reader may decline it, or answer in words. */
  mayAnswer: boolean
}>
export const decisions = ['given', 'declined', 'answered'] as const
export type Decision = (typeof decisions)[number]
export type OwnRequest = Readonly<{ id: string; askedAt: Instant; decision: Decision | 'withdrawn' | null; decidedBy: string | null; decidedAt: Instant | null; words: string | null; until: Instant | null }>
