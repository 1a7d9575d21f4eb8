/** One name of a person. A former or other name counts for matching, and says so. */
export type DescribedName = Readonly<{ given: string; family: string; kind: 'current' | 'former' | 'knownAs' }>

/** An address as it was written: its lines in one text, and the postcode apart. */
export type DescribedAddress = Readonly<{ lines: string; postcode: string; former?: boolean }>

/** What is known, or asked, about a person, as far as it serves to tell people apart. Dates are `2026-11-22` texts; a typed one may be no day of the calendar. */
export type Described = Readonly<{
  names: readonly DescribedName[]
  bornOn: string | null
  bornEstimated?: boolean
  addresses: readonly DescribedAddress[]
  nhsNumber?: string | null
  upn?: string | null
  formerUpns?: readonly string[]
  /** The authority's own number for the child, as the system before this one gave it. */
  localIds?: readonly string[]
}>
