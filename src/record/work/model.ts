import type { Instant, PlainDate } from '../../kernel/dates.ts'
import type { Card } from '../people/model.ts'

const workStates = ['open', 'waiting', 'returned', 'done', 'cancelled'] as const
export type WorkState = (typeof workStates)[number]

/** Somebody on a piece of work, as their mark and name need it. */
export type OnIt = Pick<Card, 'id' | 'name' | 'given' | 'family' | 'bornOn' | 'dueOn' | 'sex' | 'unborn' | 'hue'>

/** A piece of work: one step of a pathway, once for all the people it is about. */
export type WorkItem = Readonly<{
  id: string
  /** The step of the pathway, or `task`. */
  kind: string
  state: WorkState
  subjectKind: string | null
  subjectId: string | null
  section: string | null
  words: string | null
  teamId: string | null
  teamName: string | null
  workerId: string | null
  workerName: string | null
  askedBy: string | null
  askedByName: string | null
  openedOn: PlainDate
  dueOn: PlainDate | null
  dueAt: Instant | null
  /** Counted in hours, and they are over. */
  hourIsOver?: 'late' | 'ended' | undefined
  duty: string | null
  finishedOn: PlainDate | null
  outcome: string | null
  reason: string | null
  version: number
  people: readonly OnIt[]
  /** While its clock waits: since when, why, and which: that of the law, or the council’s own beside it (`….own`). */
  paused?: Readonly<{ on: PlainDate; why: string; duty: string }>
  /** Why it is late, where that was said: a reason of the list (overdueReasons), and words. */
  late?: Readonly<{ why: string; words: string | null }>
}>

/** How work of one kind reads in a tray: contributed by the module that does it. */
export type TrayTeller = Readonly<{
  kind: string
  title: (item: WorkItem) => string
  /** A second word beside the names, as `needs to be seen alone`. */
  also?: (item: WorkItem) => string | undefined
  /** The button and the exact place it leads to. */
  open: (item: WorkItem) => Readonly<{ href: string; words: string }>
  /** Where somebody reads what it is about who may not do it; where nothing is named, the place where it is done. */
  read?: (item: WorkItem) => string
}>
