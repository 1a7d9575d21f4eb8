import type { Instant, PlainDate } from '../../../kernel/dates.ts'
import type { Card } from '../../../record/people/model.ts'
import type { Outcome, Source } from './recorded.ts'

export type OnContact = Readonly<{ personId: string; role: 'child' | 'adult'; card: Card }>

export type Decision = Readonly<{
  id: string
  decidedBy: string
  decidedAt: Instant
  reason: string
  lateReason: string | null
  differentNow: string | null
  referralId: string | null
  superseded: boolean
  each: readonly Readonly<{ personId: string; outcome: Outcome; reason: string | null }>[]
}>

/** A contact as the reader may see it: people they may not know are left out without a trace. */
export type Contact = Readonly<{
  id: string
  fromKind: 'agency' | 'person' | 'anonymous'
  source: Source | null
  fromName: string | null
  fromRole: string | null
  fromAgency: string | null
  fromPhone: string | null
  words: string
  inDanger: 'yes' | 'no' | 'notKnown' | null
  familyKnows: string | null
  hopesFor: string | null
  alreadyDoing: string | null
  state: 'draft' | 'open' | 'decided' | 'cancelled'
  reason: string | null
  receivedAt: Instant
  receivedOn: PlainDate
  recordedAt: Instant
  recordedBy: string | null
  recordedById: string | null
  version: number
  people: readonly OnContact[]
  decisions: readonly Decision[]
}>

/** Something known of the family before this contact. */
export type Earlier = Readonly<{ kind: 'contact' | 'referral' | 'assessment'; id: string; on: PlainDate; people: readonly string[]; title: string; words: string | null; outcomes: readonly Outcome[]; href: string | null }>

/** The last time that work with the family ended, and why. */
export type LastClosing = Readonly<{ on: PlainDate; reason: string; words: string | null }>

/** Who may take the work on: how full their hands are (nothing where the reader does not see it), and why they would fit. `assesses`: a qualified social worker whose work is not adoption, so one whom we propose for an assessment. */
export type Taker = Readonly<{ assesses: boolean; workerId: string; teamId: string; name: string; team: string; children: number | null; limit: number | null; before: boolean }>

/** What a worker thinks should happen with a contact, for whoever decides. */
export type Recommendation = Readonly<{ outcome: Outcome; reason: string; by: string; byId: string; at: Instant }>
