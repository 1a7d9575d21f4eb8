import type { PlainDate } from '../../../kernel/dates.ts'

/** One element of the file, whole. `path` is counted from `Child`, `Header` or `Message`; `text` is what stands directly in it. */
export type CensusElement = {
  readonly name: string
  readonly path: string
  readonly line: number
  readonly attributes: Readonly<Record<string, string>>
  text: string
  /** The line of the first words that stand directly in it. */
  textLine: number
  readonly within: CensusElement[]
}

/** The structure a file is read with: its own year's, or the nearest older one where the year is not covered. */
export type CensusYear = Readonly<{ year: number; structure: number; covered: boolean }>

export type CensusHeader = Readonly<{
  /** The three digits of the local authority. */
  authority: string
  year: CensusYear
  referenceOn: PlainDate | null
  software: string
}>

/** What became of an element. Every element is exactly one of these. */
export type Outcome = 'taken' | 'kept aside' | 'refused'

/** An element that was not simply taken, or was taken with a remark. Never its value: the line says where to look. */
export type Finding = Readonly<{ line: number; path: string; outcome: Outcome; reason: string; elements: number }>

/** What the reader hands on (`containers` are Message and Children, which hold all the rest), in the order of the file. After `refused` or `end` nothing follows. */
export type CensusPart =
  | Readonly<{ kind: 'header'; header: CensusHeader; element: CensusElement }>
  | Readonly<{ kind: 'child'; ordinal: number; element: CensusElement }>
  | Readonly<{ kind: 'stray'; finding: Finding; fragment: Fragment }>
  | Readonly<{ kind: 'end'; elements: number; containers: number; children: number; sha256: string }>
  | Readonly<{ kind: 'refused'; line: number; sentence: string }>

/** An element as plain JSON, to keep whole: `[name, line, attributes or text, ...inner]` in words. */
export type Fragment = Readonly<{
  name: string
  line: number
  attributes?: Readonly<Record<string, string>>
  text?: string
  within?: readonly Fragment[]
}>

/** The words that say who is meant, as the census has them. */
export type ChildFacts = Readonly<{
  bornOn: PlainDate | null
  /** Set for a child not born yet. */
  expectedOn: PlainDate | null
  diedOn: PlainDate | null
  sex: 'male' | 'female' | 'unknown' | 'indeterminate' | null
  ethnicity: string | null
  /** Codes; `NONE` alone says that the child has no disability, an empty list that nothing was said. */
  disabilities: readonly string[]
  upn: string | null
  formerUpn: string | null
}>

export type AssessmentFacts = Readonly<{
  /** The same in each file that tells of this assessment: see `identity.ts`. */
  identity: string
  startedOn: PlainDate
  authorisedOn: PlainDate | null
  factors: readonly string[]
  line: number
}>

export type ReferralFacts = Readonly<{
  identity: string
  receivedOn: PlainDate
  source: string | null
  primaryNeed: string | null
  noFurtherAction: boolean | null
  closedOn: PlainDate | null
  closureReason: string | null
  assessments: readonly AssessmentFacts[]
  line: number
  closureLine: number | null
}>

/** What has no place in the record yet, or could not be taken, kept whole. */
export type KeptAside = Readonly<{
  identity: string
  path: string
  line: number
  outcome: 'kept aside' | 'refused'
  reason: string
  fragment: Fragment
  /** The referral it stands in, where it stands in one. */
  referralIdentity: string | null
}>

export type Counts = Readonly<Record<'read' | 'taken' | 'keptAside' | 'refused', number>>

/** A child of the file as it enters the record: facts, work, and what stays beside it. */
export type ChildPlan = Readonly<{
  ordinal: number
  line: number
  /** Null when the file does not say which child this is; then all of it is kept aside. */
  localId: string | null
  facts: ChildFacts | null
  referrals: readonly ReferralFacts[]
  keptAside: readonly KeptAside[]
  findings: readonly Finding[]
  counts: Counts
}>
