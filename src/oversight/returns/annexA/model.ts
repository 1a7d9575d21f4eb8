import type { PlainDate } from '../../../kernel/dates.ts'
import type { CareFact, Period, Placement } from '../../../record/care/model.ts'
import type { LegalStatus } from '../../../record/people/legal/model.ts'
import type { InNeed } from '../cin/model.ts'

/** The day that Annex A is told of, and how far back its lists go. */
export type Around = Readonly<{ on: PlainDate; halfYear: PlainDate; year: PlainDate }>

type Of = Readonly<{ personId: string }>
export type Contacted = Of & Readonly<{ on: PlainDate; source: string | null }>
/** Who worked with a child from a day to a day. */
export type Worked = Of & Readonly<{ from: PlainDate; to: PlainDate | null; team: string | null; worker: string | null }>
/** A visit on which the child was seen. */
export type Seen = Of & Readonly<{ on: PlainDate; alone: boolean }>
/** What an assessment says of one child. */
export type AssessedOf = Of & Readonly<{ assessmentId: string; seenOn: PlainDate | null; outcome: string | null }>
/** Since when an emergency protection order or police protection held. */
export type Protected = Of & Readonly<{ from: PlainDate; to: PlainDate | null }>

/** One child or young person with everything that the lists ask. */
export type AnnexChild = Of & Readonly<{
  need: InNeed; contacts: readonly Contacted[]; worked: readonly Worked[]; seen: readonly Seen[]; assessed: readonly AssessedOf[]; protectedOn: readonly Protected[]
  periods: readonly Period[]; placements: readonly Placement[]; statuses: readonly LegalStatus[]; facts: readonly CareFact[]
}>

/** One of those who adopt, with what they said of themselves. */
export type AdopterMember = Readonly<{ id: string; gender: string | null; ethnicity: string | null; disabled: string | null }>
/** A carer household that adopts or wants to, with what happened on which day, and the children who were placed with it for adoption. */
export type AdopterHousehold = Readonly<{
  id: string; kind: string; members: readonly AdopterMember[]; steps: readonly Readonly<{ step: string; on: PlainDate }>[]
  placed: readonly Readonly<{ personId: string; from: PlainDate; matchedOn: PlainDate | null; orderOn: PlainDate | null }>[]
}>
/** What the council says of itself that the lists need. */
export type Council = Readonly<{ name: string; districts: readonly string[] }>
