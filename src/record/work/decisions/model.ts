import type { PlainDate } from '../../../kernel/dates.ts'
import type { Hue } from '../../../platform/page/mark.ts'
import type { Caller, Outcome } from '../../access/act.ts'
import type { Actor, Asking } from '../../access/model.ts'
import type { WorkItem } from '../model.ts'

/** Something to choose with a decision, from a list: who takes it, why it is late. */
export type DecisionField = Readonly<{ name: string; label: string; value?: string; empty?: string; note?: string; options: readonly Readonly<{ value: string; label: string; group?: string }>[] }>

/** What a manager reads before deciding: what is asked first, then what it means, the person's own words, what changed. */
export type DecisionRead = Readonly<{
  title: string
  /** `Amelia 14, Noah 12. Priya Nair, sent Mon 17 Nov at 16:20. Working day 38 of 45.` */
  lede: string
  whole?: Readonly<{ href: string; words: string }>
  /** What stands before the sentence asked, unless it is an agreement. */
  askedTitle?: string
  asked: string
  /** What the decision rests on, read before it: the worries, what works well. */
  weighed?: readonly Readonly<{ title: string; words: string }>[]
  meaning?: Readonly<{ title: string; words: string }>
  said: readonly Readonly<{ title: string; words: string; hue: Hue }>[]
  changed?: Readonly<{ /** Unless it is what changed. */ title?: string; before: string; now?: string; rows: readonly Readonly<{ what: string; before: string; now: string }>[] }>
  fields?: readonly DecisionField[]
  /** The words of the button, or the place where it is decided, when there is nothing yet to agree to. */
  agree?: string | Readonly<{ href: string; words: string }>
  /** What the comment is, where it is more than one: the reasons of a decision that law gives to whoever makes it. */
  commentAsked?: Readonly<{ label: string; words: string }>
  /** `Return to Priya`; nothing where it cannot be given back. */
  giveBack?: string
  /** First name of whoever asked. */
  from: string
  remark: string
}>
export type Deciding = Readonly<{ itemId: string; decision: string; comment?: string; fields: Readonly<Record<string, string>> }>

type Way = Readonly<{ href: (item: WorkItem) => string }> | Readonly<{
  read: (asking: Asking, item: WorkItem) => Promise<DecisionRead>
  decide: (caller: Caller, input: Deciding, commandId?: string) => Promise<Outcome<unknown>>
  undo?: (caller: Caller, input: Readonly<{ itemId: string }>, commandId?: string) => Promise<Outcome<unknown>>
}>
/** How the decisions of one kind are shown and made: contributed by the module that asks for them. `href`: decided on a page of its own. */
export type DecisionTeller = Readonly<{
  kind: string
  title: (item: WorkItem) => string
  /** Who decides such things; without it, every manager. */
  may?: (actor: Actor) => boolean
  /** Reaches every manager of the team, also when one of them has it on the desk. */
  everyManager?: true
  /** Which of these carry so little that several may be agreed at once, after reading each. */
  routine?: (asking: Asking, items: readonly WorkItem[]) => Promise<ReadonlySet<string>>
  /** What was done, after it was agreed: `Allocated`. */
  done?: string
}> & Way

/** Something that waits for a decision and is no piece of work: decided on its own page. */
export type WaitingRow = Readonly<{ id: string; title: string; who: string; since?: PlainDate; dueOn?: PlainDate; href: string }>
/** Decisions of another kind for the same inbox: two records that may be one person, an opened record to review. */
export type DecisionSource = Readonly<{ what: string; may: (actor: Actor) => boolean; rows: (asking: Asking) => Promise<readonly WaitingRow[]>; count: (asking: Asking) => Promise<number> }>
