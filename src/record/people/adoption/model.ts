import type { Instant, PlainDate } from '../../../kernel/dates.ts'

/** The sealed link between the old and the new identity of an adopted child. `otherId`: of the other identity, where the reader may find it. */
export type Adoption = Readonly<{ id: string; isOld: boolean; otherId: string | null; otherName: string | null; orderOn: PlainDate; reason: string; sealedBy: string; sealedAt: Instant }>
export type Holder = Readonly<{ actorId: string; actor: string; jobTitle: string | null }>
export type OnList = Holder & Readonly<{ since: Instant; until: Instant | null; by: string }>
