import type { Value } from '../../../engine/conditions/model.ts'
import type { About, Answers, FormDefinition, Proposal } from '../../../engine/forms/model.ts'
import type { BesideField } from '../../../engine/returns/model.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import type { PersonMark } from '../../../platform/page/mark.ts'
import type { Clash } from '../../../record/answers/model.ts'

export type ShownChild = Readonly<{ id: string; name: string; given: string; mark: PersonMark }>

/** One thing of the family to read beside the form. A part about some children only names them in `about`. */
export type BesidePart = Readonly<{ id: string; about: readonly string[]; head?: string; words: string; theirs?: boolean }>
export type BesideRecord = Readonly<{ id: string; title: string; second: string; people: readonly string[]; href?: string; /** How it is named after a quotation: `visit, 11 Nov`. */ source: string; parts: readonly BesidePart[] }>
export const besideKinds = ['visits', 'notes', 'chronology', 'lastTime', 'mapping', 'contacts'] as const
export type BesideKind = (typeof besideKinds)[number]
export type Beside = Readonly<{ kind: BesideKind; records: readonly BesideRecord[] }>

/** Everything the form editor starts from, on the server and in the browser alike. */
export type EditorStart = Readonly<{
  itemId: string
  me: Readonly<{ id: string; name: string; email: string }>
  today: PlainDate
  form: FormDefinition
  about: About
  children: readonly ShownChild[]
  family: Readonly<{ words: string; href: string }>
  answers: Answers
  proposals: readonly Proposal[]
  left: readonly string[]
  clashes: readonly Clash[]
  saved: string
  clock: Readonly<{ state: 'late' | 'today' | 'soon' | 'inTime' | 'waiting' | 'done'; words: string; second: string; share: number; place: string }>
  sendTo: string
  returned: Readonly<{ by: string; comment: string }> | null
  previousHref: string | null
  beside: Beside
  /** What the rules of the census would ask, if it were agreed as it stands. */
  asked: readonly BesideField[]
  /** The questions that they ask about. */
  ruled: readonly string[]
}>

/** What somebody wrote in one place since it was last saved. */
export type Typed = Readonly<{ question: string; childId?: string; base: Value | null; value: Value | null }>
