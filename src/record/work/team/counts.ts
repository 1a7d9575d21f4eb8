import { childProtection } from '../../../../content/pathways/childProtection.ts'
import { frontDoor } from '../../../../content/pathways/frontDoor.ts'
import { sentence } from '../../../kernel/phrasing.ts'
import { addWorkingDays } from '../../../kernel/workingDays.ts'
import { addDays, type PlainDate } from '../../../kernel/dates.ts'

/** What a board counts, and opens as a list. `still`: begun, not saved for fourteen days, not finished. `unsigned`: waits for a decision. */
export const lists = ['late', 'soon', 'without', 'notSeen', 'unsigned', 'still', 'all'] as const
export type ListName = (typeof lists)[number]
export const isList = (name: string | undefined): name is ListName => lists.some((one) => one === name)

/** Open work of one kind that one worker of one team has, counted; of several teams without their workers. `without`: those that nobody has yet. */
export type Count = Readonly<{ team: string; worker: string | null; kind: string; items: number; late: number; soon: number; overdue: number; without: number; still: number }>

/** Visits that a plan asks for: late, a child was not seen in time. */
export const visitKinds: readonly string[] = ['visit', 'careVisit']
/** Steps that are written as a form, by which something is begun and not finished. */
export const writtenKinds: readonly string[] = [...frontDoor.steps, ...childProtection.steps].filter((step) => step.form !== undefined).map((step) => step.id)
/** A kind of work by the name of its step, where no piece of it is at hand to be told by its module. */
export const kindName = (kind: string): string => [...frontDoor.steps, ...childProtection.steps].find((step) => step.id === kind)?.name ?? sentence(kind.replace(/^care(?=[A-Z])/, '').replace(/([A-Z])/g, ' $1').toLowerCase().trim())
const stillDays = 14

/** The days by which a board counts. */
export const boardDays = (today: PlainDate): Readonly<{ soon: PlainDate; stillSince: PlainDate }> => ({ soon: addWorkingDays(today, 5), stillSince: addDays(today, -stillDays) })

/** One number of a board. `signOffs`: the kinds of work by which somebody decides. */
export function countOf(counts: readonly Count[], list: ListName, signOffs: readonly string[]): number {
  return counts.reduce((sum, one) => sum + inList(one, list, signOffs), 0)
}
function inList(one: Count, list: ListName, signOffs: readonly string[]): number {
  switch (list) {
    case 'late': return one.late
    case 'soon': return one.soon
    case 'without': return one.without
    case 'notSeen': return visitKinds.includes(one.kind) ? one.overdue : 0
    case 'unsigned': return signOffs.includes(one.kind) ? one.items : 0
    case 'still': return one.still
    default: return one.items
  }
}

/** How the database is asked for the pieces behind a number: the same words as its count. */
export function wantedFor(list: ListName, signOffs: readonly string[]): Readonly<{ wanted: string; kinds: readonly string[] | null }> {
  if (list === 'notSeen') return { wanted: 'overdue', kinds: visitKinds }
  if (list === 'unsigned') return { wanted: 'all', kinds: signOffs }
  return { wanted: list, kinds: null }
}

export const listTitles: Readonly<Record<ListName, string>> = {
  late: 'What is late', soon: 'Due in the next five working days', without: 'Without a worker', notSeen: 'Children not seen in time', unsigned: 'Waiting for a decision', still: `Begun, and nothing saved for ${stillDays} days`, all: 'All open work',
}
