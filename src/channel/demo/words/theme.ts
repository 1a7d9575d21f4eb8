/** Whom a contact comes from. The codes are those of content/codes/contact. */
export type Source = 'school' | 'police' | 'healthVisitor' | 'gp' | 'emergencyDepartment' | 'relative' | 'neighbour' | 'anonymous' | 'housing' | 'midwife' | 'selfReferral'

/** What brings a family to us, and what is said and written about it. */
export type Theme = Readonly<{
  id: string
  weight: number
  /** Ages of the child it is about first. */
  ages: readonly [number, number]
  reason: string
  need: string
  factors: readonly string[]
  contacts: Readonly<Partial<Record<Source, readonly string[]>>>
  worries: readonly string[]
  workingWell: readonly string[]
  notKnown: readonly string[]
  decides: readonly string[]
  calls: readonly string[]
  visits: readonly string[]
  voices: Readonly<{ small: readonly string[]; middle: readonly string[]; older: readonly string[] }>
  warnings?: readonly (readonly [kind: string, words: string])[]
}>
