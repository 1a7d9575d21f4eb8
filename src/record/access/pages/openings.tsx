import { dayInWords, dayOf, timeOf } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Words } from '../../../platform/page/fields/text.tsx'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { PrivacyTabs } from '../../../platform/page/privacy-tabs.tsx'
import { reviewGlass } from '../commands/keeping.ts'
import { again, form, page, type Ask } from '../page.ts'
import { openingsToReview } from '../queries.ts'
import type { Opening } from '../model/keeping.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const OpeningCard = ({ opening, ask }: { opening: Opening; ask: Ask }) => {
  const mine = ask.body['id'] === opening.id
  return (
    <Card kind="seal" title={`${opening.actor}${opening.jobTitle ? `, ${opening.jobTitle}` : ''}`}
      lede={`Opened ${opening.marking === 'restricted' ? 'a restricted record' : 'a record'} on ${dayInWords(dayOf(opening.startedAt))} at ${timeOf(opening.startedAt)}, until ${timeOf(opening.until)}`}>
      <p>{opening.reason}</p>
      <form method="post" action="/privacy/openings">
        <input type="hidden" name="commandId" value={newId()} />
        <input type="hidden" name="id" value={opening.id} />
        <Words name="note" id={`note-${opening.id}`} label={`What did you find out about this opening by ${opening.actor}?`} value={mine ? text(ask.body['note']) : ''} rows={2} problem={mine ? ask.problems[0]?.problem : undefined} />
        <Actions><Button kind="second">Looked at</Button></Actions>
      </form>
    </Card>
  )
}

/** Every opening by break-glass, for the privacy officer, without the name of anybody on record (access policy, rule 9). */
export const openingsPage = page('/privacy/openings', {
  what: 'page.openings',
  may: 'glass.review',
  load: (asking) => openingsToReview.of(asking, {}),
  view: ({ openings }, frame, ask) => (
    <Page {...frame} title="Openings to look at" problemCount={ask.problems.length} frame="narrow" place="privacy">
      <ErrorSummary problems={ask.problems.map(({ problem }) => ({ field: `note-${text(ask.body['id'])}`, words: problem }))} />
      <PageHead title="Openings to look at" lede="Records that colleagues opened with a reason. Each one is looked at." />
      <PrivacyTabs here="openings" />
      {openings.length === 0 ? <EmptyState title="Nothing to look at">Every opening has been looked at.</EmptyState> : openings.map((opening) => <OpeningCard opening={opening} ask={ask} />)}
    </Page>
  ),
})

export const reviewOpening = form('/privacy/openings', async (caller, ask, around) => {
  const outcome = await reviewGlass.perform(caller, { id: text(ask.body['id']), note: text(ask.body['note']) }, ask.commandId)
  return 'problems' in outcome ? again(openingsPage, outcome.problems)(caller, ask, around) : { go: '/privacy/openings' }
})
