import type { Hue } from '../../../platform/page/mark.ts'
import type { Caller, Outcome } from '../../access/act.ts'
import type { Asking } from '../../access/model.ts'
import type { WorkItem } from '../model.ts'

/** What a manager reads before deciding: what is asked first, then what it means, the person's own words, what changed. */
export type DecisionRead = Readonly<{
  title: string
  /** `Amelia 14, Noah 12. Priya Nair, sent Mon 17 Nov at 16:20. Working day 38 of 45.` */
  lede: string
  whole?: Readonly<{ href: string; words: string }>
  asked: string
  meaning?: Readonly<{ title: string; words: string }>
  said: readonly Readonly<{ title: string; words: string; hue: Hue }>[]
  changed?: Readonly<{ before: string; rows: readonly Readonly<{ what: string; before: string; now: string }>[] }>
  /** First name of whoever asked. */
  from: string
  remark: string
}>
export type Deciding = Readonly<{ itemId: string; decision: string; comment?: string }>

/** How the decisions of one kind are shown and made: contributed by the module that asks for them. `href`: decided on a page of its own. */
export type DecisionTeller = Readonly<{
  kind: string
  title: (item: WorkItem) => string
  /** May be agreed several at once, after reading: only kinds that carry little. */
  routine?: true
}> & (Readonly<{ href: (item: WorkItem) => string }> | Readonly<{
  read: (asking: Asking, item: WorkItem) => Promise<DecisionRead>
  decide: (caller: Caller, input: Deciding, commandId?: string) => Promise<Outcome<unknown>>
  undo: (caller: Caller, input: Readonly<{ itemId: string }>, commandId?: string) => Promise<Outcome<unknown>>
}>)
