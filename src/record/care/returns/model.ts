import type { PlainDate } from '../../../kernel/dates.ts'

/** What the episodes are cut from: the least that is asked of a period, a legal status and a placement. */
export type Looked = Readonly<{ from: PlainDate; to: PlainDate | null; need: string; endReason: string | null; homePostcode: string | null }>
export type Held = Readonly<{ code: string; from: PlainDate; to: PlainDate | null }>
export type Lived = Readonly<{
  placementId: string; kind: string; provider: string | null; placeName: string; householdId: string | null; urn: string | null; postcode: string | null; changeReason: string | null; from: PlainDate; to: PlainDate | null
}>

// The tables of SSDA903 (collection of 2026), column by column, with days as days. A row belongs to one child, who is named by `personId`; the number that goes to the
// department (CHILD) is the return's to give. A value that the record does not hold is null, never a guess.

type Of = Readonly<{ personId: string }>
export type Sex = 'M' | 'F' | 'U'
export type EpisodeRow = Readonly<{
  DECOM: PlainDate; RNE: 'S' | 'L' | 'P' | 'T' | 'B' | 'U'; LS: string; CIN: string; PLACE: string; PLACE_PROVIDER: string | null; DEC: PlainDate | null; REC: string | null
  REASON_PLACE_CHANGE: string | null; HOME_POST: string | null; PL_POST: string | null; URN: string | null
}>
export type HeaderFacts = Of & Readonly<{ CHILD: string | null; SEX: Sex; DOB: PlainDate | null; ETHNIC: string | null; UPN: string | null; MOTHER: 0 | 1 | null; MC_DOB: PlainDate | null }>
export type EpisodeFacts = Of & EpisodeRow
export type ReviewFacts = Of & Readonly<{ DOB: PlainDate | null; REVIEW: PlainDate; REVIEW_CODE: string | null }>
export type AsylumFacts = Of & Readonly<{ SEX: Sex; DOB: PlainDate | null; DUC: PlainDate | null }>
/** 0 no, 1 yes; null is not recorded. Only of those looked after without a break for twelve months on 31 March. */
export type YesNo = 0 | 1 | null
export type Oc2Facts = Of & Readonly<{
  DOB: PlainDate | null; SDQ_SCORE: number | null; SDQ_REASON: string | null; CONVICTED: YesNo; HEALTH_CHECK: YesNo; IMMUNISATIONS: YesNo; TEETH_CHECK: YesNo; HEALTH_ASSESSMENT: YesNo
  SUBSTANCE_MISUSE: YesNo; INTERVENTION_RECEIVED: YesNo; INTERVENTION_OFFERED: YesNo
}>
export type Oc3Facts = Of & Readonly<{ DOB: PlainDate | null; IN_TOUCH: string | null; ACTIV: string | null; ACCOM: string | null }>
export type AdoptionFacts = Of & Readonly<{
  DOB: PlainDate | null; DATE_INT: PlainDate | null; DATE_MATCH: PlainDate | null; FOSTER_CARE: 0 | 1 | null; NB_ADOPTR: number | null; SEX_ADOPTR: string | null; LS_ADOPTR: string | null
}>
export type PlacedFacts = Of & Readonly<{ DOB: PlainDate | null; DATE_PLACED: PlainDate; DATE_PLACED_CEASED: PlainDate | null; REASON_PLACED_CEASED: string | null }>
export type EarlierPermanenceFacts = Of & Readonly<{ DOB: PlainDate | null; PREV_PERM: string; LA_PERM: string | null; DATE_PERM: PlainDate | null }>
export type MissingFacts = Of & Readonly<{ DOB: PlainDate | null; MISSING: 'M' | 'A'; MIS_START: PlainDate; MIS_END: PlainDate | null }>
export type WorkerFacts = Of & Readonly<{ DOB: PlainDate | null; SW_ID: string | null; SW_DECOM: PlainDate; SW_DEC: PlainDate | null; SW_REASON: string | null }>
export type LibertyFacts = Of & Readonly<{ DOB: PlainDate | null; DOLO_START: PlainDate; DOLO_END: PlainDate | null }>

/**
 * Everything that SSDA903 asks of the year that ends on 31 March of `year`, child by child: children with a day in care in it, care leavers of the ages asked, and those
 * whose adoption was decided in it. Rows are sorted by person and day, so that the same record gives the same rows.
 */
export type CareFacts = Readonly<{
  year: number; from: PlainDate; to: PlainDate
  Header: readonly HeaderFacts[]; Episodes: readonly EpisodeFacts[]; Reviews: readonly ReviewFacts[]; UASC: readonly AsylumFacts[]; OC2: readonly Oc2Facts[]; OC3: readonly Oc3Facts[]
  AD1: readonly AdoptionFacts[]; PlacedAdoption: readonly PlacedFacts[]; PrevPerm: readonly EarlierPermanenceFacts[]; Missing: readonly MissingFacts[]; SWEpisodes: readonly WorkerFacts[]; DoLo: readonly LibertyFacts[]
}>
