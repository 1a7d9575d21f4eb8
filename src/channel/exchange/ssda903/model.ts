import type { TableName } from '../../../../content/returns/ssda903/tables.ts'

/** A row of a file as it came: `at` is its number below the heading, `cells` the columns of its table to the letter. */
export type GivenRow = Readonly<{ at: number; cells: readonly string[] }>
export type GivenRows = { [T in TableName]?: GivenRow[] }
/** A child of a return: `ordinal` is the place in the order in which children came. */
export type GivenChild = Readonly<{ number: string; ordinal: number; rows: GivenRows }>

/** What of a row the record does not hold, and why. Row 0: the whole table of the child. */
export type Aside = Readonly<{ table: TableName; row: number; columns: readonly string[]; reason: string }>

/** What could be typed of a child's care. */
export type TypedPeriod = Readonly<{ id: string; from: string; to: string | null; need: string; endReason: string | null; homePostcode: string | null }>
export type TypedPlacement = Readonly<{ id: string; kind: string; provider: string | null; placeName: string; urn: string | null; postcode: string | null; changeReason: string | null; from: string; to: string | null }>
export type TypedStatus = Readonly<{ id: string; code: string; from: string; to: string | null }>
export type TypedFact = Readonly<{ id: string; kind: string; on: string; to: string | null; answers: Readonly<Record<string, string>>; words: string | null }>
export type Care = Readonly<{ periods: readonly TypedPeriod[]; placements: readonly TypedPlacement[]; statuses: readonly TypedStatus[] }>
export type Identity = Readonly<{ upn: string; bornOn: string | null; sex: string; ethnicity: string }>
/** `goesOn`: its time in care is that of several years together. */
export type Typed = Identity & Care & Readonly<{ facts: readonly TypedFact[]; aside: readonly Aside[]; goesOn: boolean }>

/** The account as the page of an import shows it: every value that was not empty is one of three. */
export type Counts = { read: number; taken: number; keptAside: number; refused: number }
export type Group = { outcome: string; path: string; reason: string; count: number; elements: number; lines: number[] }
export type Account903 = Readonly<{ yearRemark: string | null; children: number; rows: number; balanced: boolean; counts: Counts; findings: readonly Group[]; remarks: readonly string[] }>
