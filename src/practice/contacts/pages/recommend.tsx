import { contactOutcomes } from '../../../../content/codes/contact.ts'
import { dayOf, shortDay, timeOf, type PlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Problem } from '../../../kernel/errors.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Choice } from '../../../platform/page/fields/choice.tsx'
import { Words } from '../../../platform/page/fields/text.tsx'
import { problemAt } from '../../../platform/page/fields/problemAt.ts'
import { Account } from '../../../platform/page/words.tsx'
import type { Contact, Recommendation } from '../model/shown.ts'
import { outcomeLabels } from '../rules/words.ts'
import { textIn } from './decide.tsx'

/** What the worker thinks, before whoever decides reads on. */
export const Recommended = ({ recommended, today }: { recommended: Recommendation; today: PlainDate }) => (
  <Card title={`${recommended.by} recommends: ${(outcomeLabels[recommended.outcome] ?? recommended.outcome).toLowerCase()}`} aside={`${shortDay(dayOf(recommended.at), today)} at ${timeOf(recommended.at)}`}><Account text={recommended.reason} /></Card>
)

/** For whoever took the contact and may not decide: what they think, so that the manager reads one thing instead of asking. */
export function Recommend({ contact, recommended, body, problems }: { contact: Contact; recommended: Recommendation | undefined; body: Readonly<Record<string, unknown>>; problems: readonly Problem[] }) {
  const problem = (question: string) => problemAt(problems, question)
  const options = contactOutcomes.codes.map((one) => ({ value: one.code, label: one.label }))
  const sent = Object.keys(body).length > 0
  return (
    <Card title={recommended ? 'Recommend something else' : 'What do you recommend?'} lede="For all the children. The manager decides, and may decide differently for each.">
      <form method="post" action={`/contacts/${contact.id}`} data-keep={`recommend-${contact.id}`}>
        <input type="hidden" name="commandId" value={newId()} />
        <Choice name="recommended" label="What we should do" options={options} value={textIn(body, 'recommended')} across {...problem('recommended')} />
        <Words name="recommendedWhy" label="Why" rows={3} value={sent ? textIn(body, 'recommendedWhy') : ''} note="The family can read this. It becomes the reason of the decision when the manager agrees." {...problem('recommendedWhy')} />
        <Actions><Button kind="primary" name="do" value="recommend">Send to the manager</Button></Actions>
      </form>
    </Card>
  )
}
