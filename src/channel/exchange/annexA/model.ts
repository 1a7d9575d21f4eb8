import type { ListName } from '../../../../content/returns/annexA/lists.ts'
import type { Identity, TypedFact, TypedPeriod, TypedPlacement, TypedStatus } from '../ssda903/model.ts'
import type { Fragment } from '../cin/model.ts'
import type { GivenRow } from './given.ts'

/** What of a row the record does not hold, and why; without columns, all that is left of it. */
export type Aside = Readonly<{ list: ListName; row: number; columns: readonly string[]; reason: string }>
export type TypedReferral = Readonly<{ id: string; receivedOn: string; source: string | null; need: string | null; noFurtherAction: boolean; closedOn: string | null; closeReason: string | null }>
export type TypedAssessment = Readonly<{ id: string; startedOn: string; authorisedOn: string | null }>
/** What has no row of its own in the record: kept in the words of the census, whose next telling tells it on. */
export type Beside = Readonly<{ id: string; path: string; line: number; reason: string; fragment: Fragment }>
export type Typed = Identity & Readonly<{
  disability: string; periods: readonly TypedPeriod[]; placements: readonly TypedPlacement[]; statuses: readonly TypedStatus[]; facts: readonly TypedFact[]
  referrals: readonly TypedReferral[]; assessments: readonly TypedAssessment[]; beside: readonly Beside[]; aside: readonly Aside[]
}>

/** One row as it is understood: what its cells say, and what is kept aside of it. */
export type Reading = Readonly<{
  list: ListName; row: GivenRow
  said: (column: string) => string
  keep: (reason: string, ...columns: readonly string[]) => void
  /** A day that has come; of another text it is kept aside why not. */
  day: (column: string) => string | undefined
}>
