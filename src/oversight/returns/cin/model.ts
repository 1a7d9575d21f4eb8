import type { PlainDate } from '../../../kernel/dates.ts'

type Of = Readonly<{ personId: string }>
export type Referred = Of & Readonly<{ id: string; receivedOn: PlainDate; source: string | null; need: string | null; noFurtherAction: boolean; closedOn: PlainDate | null; closeReason: string | null; byContact: boolean }>
export type Assessed = Of & Readonly<{ id: string; referralId: string | null; startedOn: PlainDate; authorisedOn: PlainDate | null; factors: readonly string[] }>
export type Planned = Of & Readonly<{ kind: string; startedOn: PlainDate; endedOn: PlainDate | null; firstCategory: string | null; category: string | null; /** How many there were before it, where another system said so. */ before?: string; /** The case it was told under. */ caseId?: string | null }>
/** A conference that was held, initial or review. `enquiryId`: the enquiry it came of, where the record says so. */
export type Conferred = Of & Readonly<{ kind: string; on: PlainDate; enquiryId: string | null; caseId?: string | null }>
export type Enquired = Of & Readonly<{ id: string; on: PlainDate; outcome: string | null; finished: boolean; /** The day by which another system wanted the conference held. */ target?: string; caseId?: string | null }>
/** What is known of a person: facts and numbers, newest first. */
export type Known = Of & Readonly<{ kind: string; value: string }>

/** What an imported census told of a child and the record has no row of its own for: the element as it came. */
export type Beside = Of & Readonly<{ id: string; caseId: string | null; path: string; fragment: unknown }>

/** What the record holds of children in need, row by row, each under who the child is now. */
export type NeedFacts = Readonly<{
  referrals: readonly Referred[]; assessments: readonly Assessed[]; plans: readonly Planned[]; conferences: readonly Conferred[]; enquiries: readonly Enquired[]; known: readonly Known[]; beside: readonly Beside[]
}>
/** The same of one child. */
export type InNeed = NeedFacts & Of

/** The twelve months of a census; the last day of them that is told; and the day on whose evening it is told, after which nothing was known. */
export type Span = Readonly<{ year: number; opens: PlainDate; closes: PlainDate; until: PlainDate; knownOn: PlainDate }>

/** An element as it is told: its name, and its words or what stands in it. */
export type Told = readonly [name: string, holds: string | readonly Told[]]
