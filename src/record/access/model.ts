import type { Instant, PlainDate } from '../../kernel/dates.ts'
import type { Db } from '../../platform/db/pool.ts'
import type { Documents } from '../../platform/documents.ts'
import type { CouncilKey } from '../../platform/keys/councilKey.ts'

export const domains = ['shared', 'earlyHelp', 'children', 'adults', 'adoption', 'legal', 'allegation', 'finance'] as const
/** The part of the record a row belongs to (access policy, opening paragraph). */
export type Domain = (typeof domains)[number]

export const roles = ['worker', 'manager', 'head', 'businessSupport', 'records', 'administrator', 'privacy', 'legal', 'designatedOfficer', 'adoption', 'returns', 'partner'] as const
export type Role = (typeof roles)[number]

/** Who asks. */
export type Actor = Readonly<{
  id: string
  kind: 'staff' | 'partner' | 'portal' | 'machine'
  name: string
  email: string | null
  jobTitle: string | null
  /** Social-work-qualified: may decide on a contact (Working Together 2023, paragraph 153). */
  qualified: boolean
  roles: readonly Role[]
  teams: readonly string[]
  /** Domains seen without a scope row: the front door and emergency duty. */
  wide: readonly Domain[]
  sessionId?: string
  /** Showed who they are in the last 15 minutes; an actor without a session always did. */
  fresh?: boolean
  /** Came in with a second factor. */
  strong?: boolean
}>

export type Via = 'page' | 'api' | 'commandLine' | 'import' | 'demonstration' | 'job'

/** One request being answered: inside one transaction, of one actor, at one moment. */
export type Asking = Readonly<{
  db: Db
  actor: Actor
  now: Instant
  today: PlainDate
  /** How documents are kept at rest. */
  documents: Documents
  /** The council's own key, where it was given. */
  councilKey?: CouncilKey | undefined
  /** Tells the audit whom this answer is about. */
  saw: (people: readonly string[]) => void
}>

/** What the chronology is told: a kind, people, dates and a pointer; never narrative. */
export type Happening = Readonly<{
  kind: string
  people: readonly string[]
  on: PlainDate
  at?: Instant
  domain?: Domain
  significant?: boolean
  subject?: Readonly<{ kind: string; id: string }>
  supersedes?: string
}>

export type Sight = 'full' | 'card' | 'exists' | 'nothing'
