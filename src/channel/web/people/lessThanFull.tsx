import { shortDay, type PlainDate } from '../../../kernel/dates.ts'
import { Card } from '../../../platform/page/card.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState, Message } from '../../../platform/page/message.tsx'
import { Token } from '../../../platform/page/token.tsx'
import type { Frame } from '../../../record/access/page.ts'
import { markOf } from '../../../record/people/marks.ts'
import type { Card as PersonCard } from '../../../record/people/model.ts'
import type { workingWith } from '../../../record/people/queries.ts'
import { bornInWords, day } from './parts.tsx'

/** The name card: enough to avoid a duplicate and to contact the worker (access policy, rule 8). */
export const CardOnlyPage = ({ frame, card, working, today, opens, looked }: { frame: Frame; card: PersonCard; opens: boolean; looked: boolean; working: Awaited<ReturnType<typeof workingWith>>; today: PlainDate }) => (
  <Page {...frame} title={card.name} frame="page">
    <PageHead title={<><Token mark={markOf(card)} size="m" beside /> {card.name}</>} lede={bornInWords(card, today)} />
    <Message kind="theme" title="You see the name card of this record." icon="lock">It is kept by the team that works with this person. Ask their worker for what you need.</Message>
    <Columns
      main={<Card title="Who works with them">
        {working.length === 0 ? <EmptyState title="Nobody now">No team has worked with this person in the last year.</EmptyState> : (
          <ul class="lines">{working.map((w) => <li><p><strong>{w.worker ?? w.team}</strong><span class="second">{[w.worker ? w.team : undefined, w.to ? `until ${shortDay(day(w.to), today)}` : undefined, w.phone].filter(Boolean).join(', ')}</span></p></li>)}</ul>
        )}
      </Card>}
      aside={<Card title="If somebody is in danger">{opens
        ? <><p>You can open the record with a reason. The privacy officer sees it, and asks you about it.</p><p><a href={`/people/${card.id}/open`}>Open with a reason</a></p><p>If there is time: <a href={`/people/${card.id}/ask`}>ask to see it</a></p></>
        : <p>Ring their worker, or the front door. They can act at once.</p>}{looked ? <LookedLink personId={card.id} /> : null}</Card>} />
  </Page>
)

/** For those who read the audit. */
export const LookedLink = ({ personId }: { personId: string }) => <p><a href={`/people/${personId}/looked`}>Who looked at this record, and why</a></p>

/** A restricted record: no more than that it exists. */
export const ExistsPage = ({ frame, personId, opens, looked }: { frame: Frame; personId: string; opens: boolean; looked: boolean }) => (
  <Page {...frame} title="This record is restricted" frame="narrow">
    <h1>This record is restricted</h1>
    <p class="lede">This record is kept to a few people. It is no reflection on you.</p>
    <Message kind="seal" title="Ask first, if there is time." icon="lock">Your manager, or the duty manager at the front door, can tell you whom to speak to.{opens ? <> Or <a href={`/people/${personId}/ask`}>ask those who are named on its list</a>: it comes into their tray.</> : null}</Message>
    {opens ? <>
      <p>Acting in good faith to keep somebody safe is right. You will be asked about it, not blamed for it.</p>
      <p><a href={`/people/${personId}/open`}>Open it now with a reason</a></p>
    </> : null}
    {looked ? <LookedLink personId={personId} /> : null}
  </Page>
)
