import { dayInWords, dayOf, moment } from '../../../kernel/dates.ts'
import { Card } from '../../../platform/page/card.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { plainly } from '../../../record/access/checking.ts'
import type { OwnChange } from '../../../record/access/own/model.ts'

/** Who changed what, when and why: newest first. */
export const ChangesCard = ({ changes, says, most = 12 }: { changes: readonly OwnChange[]; says: (change: OwnChange) => string; most?: number }) => (
  <Card id="changes" title="Last changes">
    {changes.length === 0 ? <EmptyState title="None yet">Who changed what, when and why appears here.</EmptyState>
      : <ul class="lines">{changes.slice(0, most).map((change) => <li><p><strong>{says(change)}</strong><span class="second">{change.why ? `${change.why}. ` : ''}{change.by ?? 'At the start'}, {dayInWords(dayOf(moment(change.at)))}</span></p></li>)}</ul>}
  </Card>
)

export const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
/** A mistake of the shape, in the words of the page. */
export const inWords = plainly({ why: 'Write why, for whoever reads it later.', label: 'Write the words that people read.', one: 'Write the word for one.', many: 'Write the word for several.', from: 'Give the day from which it holds, as in 3/10/2026.', amount: 'Write a number.', retiredFrom: 'Give the day, as in 3/10/2026.', place: 'Write its place in the list as a number.' })
