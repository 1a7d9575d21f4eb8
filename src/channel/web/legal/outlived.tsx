import { dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import { Message } from '../../../platform/page/message.tsx'
import type { Card as PersonCard } from '../../../record/people/model.ts'
import type { LegalStatus } from '../../../record/people/legal/model.ts'
import { outlived, statusInWords } from '../../../record/people/legal/rules.ts'

/** A care order that the record still holds although a later order brought it to an end: said, with the two ways to put it right. */
export function Outlived({ card, statuses, today, orders }: { card: PersonCard; statuses: readonly LegalStatus[]; today: PlainDate; /** May record orders. */ orders: boolean }) {
  const found = outlived(statuses, today)
  if (!found) return null
  const given = card.given || card.name
  return <Message kind="late" title={`${given} still stands as ${statusInWords(found.care.code).toLowerCase()}.`}>{statusInWords(found.by.code)} since {dayInWords(found.by.from)} brings that to an end. {orders ? <><a href={`/people/${card.id}/care/end`}>Record that {given} leaves our care</a>, or <a href={`/people/${card.id}/legal/new`}>by what right {given} stays</a>.</> : null}</Message>
}
