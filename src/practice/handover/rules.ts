import type { WorkItem } from '../../record/work/model.ts'

/** What is decided or answered by somebody does not go to another team: it stays with whom it was asked of. */
const staysWithWhomItWasAsked: readonly string[] = ['handover', 'question', 'dispute']

export type Split = Readonly<{ goes: readonly WorkItem[]; stays: readonly Readonly<{ item: WorkItem; because: 'others' | 'decides' }>[] }>

/**
 * Which open work goes with children to another team: what their team or one of its workers has and that is about no child who stays.
 * What waits for a decision stays with whoever decides. Work of other teams is not touched.
 */
export function splitWork(items: readonly WorkItem[], of: Readonly<{ teamId: string; workers: readonly string[]; withOthers: (itemId: string) => boolean }>): Split {
  const theirs = items.filter((item) => (item.state === 'open' || item.state === 'waiting' || item.state === 'returned') && item.teamId === of.teamId)
  const because = (item: WorkItem): 'others' | 'decides' | undefined => {
    if (staysWithWhomItWasAsked.includes(item.kind) || (item.workerId !== null && !of.workers.includes(item.workerId))) return 'decides'
    return of.withOthers(item.id) ? 'others' : undefined
  }
  return {
    goes: theirs.filter((item) => because(item) === undefined),
    stays: theirs.flatMap((item) => { const why = item.kind === 'handover' ? undefined : because(item); return why ? [{ item, because: why }] : [] }),
  }
}
