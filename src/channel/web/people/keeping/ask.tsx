import { addDays, dayInWords, dayOf, momentOf, shortDay, timeOf, type PlainDate } from '../../../../kernel/dates.ts'
import { newId } from '../../../../kernel/ids.ts'
import { Actions, Button } from '../../../../platform/page/button.tsx'
import { Card, Facts } from '../../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../../platform/page/error-summary.tsx'
import { Choice } from '../../../../platform/page/fields/choice.tsx'
import { Words } from '../../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../../platform/page/layout.tsx'
import { Confirmation, Message } from '../../../../platform/page/message.tsx'
import { NamedToken } from '../../../../platform/page/token.tsx'
import { Account } from '../../../../platform/page/words.tsx'
import { askForSight, decideSight, withdrawRequest } from '../../../../record/access/commands/asking.ts'
import { again, form, page, type Ask, type Route } from '../../../../record/access/page.ts'
import { beforeOpening, sightRequest } from '../../../../record/access/queries.ts'
import type { OwnRequest } from '../../../../record/access/model/keeping.ts'
import { markOf } from '../../../../record/people/marks.ts'
import { cardsOf } from '../../../../record/people/queries.ts'
import type { TrayTeller } from '../../../../record/work/model.ts'
import { domainWords, until as untilWords, when } from './words.ts'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const problemOf = (ask: Ask, question: string) => ask.problems.find((problem) => problem.question === question)?.problem

/** What became of one's own request. */
const OwnAsked = ({ asked, today }: { asked: readonly OwnRequest[]; today: PlainDate }) => {
  const last = asked[0]
  if (!last || last.decision === 'withdrawn') return null
  const on = shortDay(dayOf(last.askedAt), today)
  if (last.decision === null) return <Message kind="wait" title={`You asked on ${on}, at ${timeOf(last.askedAt)}.`}>It lies with those who can answer. <form class="inline-form" method="post" action="/sight/withdraw"><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="id" value={last.id} /><Button kind="quiet">Take it back</Button></form></Message>
  if (last.decision === 'given') return last.until === null ? null : <Message kind="good" title={`${last.decidedBy ?? 'A colleague'} gave you sight, ${untilWords(last.until)}.`} />
  return <Message kind="theme" title={`${last.decidedBy ?? 'A colleague'} answered on ${last.decidedAt ? shortDay(dayOf(last.decidedAt), today) : on}.`}>{last.words ?? ''}</Message>
}

/** Asking to see a record. Of a restricted one nothing here says whose it is. */
const askPage = page('/people/:id/ask', {
  what: 'page.ask',
  may: 'glass.break',
  load: async (asking, ask) => {
    const before = await beforeOpening.of(asking, { personId: ask.params['id'] ?? '' })
    const card = before.sight === 'exists' ? undefined : (await cardsOf(asking, [before.personId])).get(before.personId)
    return { before, card }
  },
  view: ({ before, card }, frame, ask) => (
    <Page {...frame} title="Ask to see this record" frame="narrow" problemCount={ask.problems.length}>
      <ErrorSummary problems={ask.problems.map(({ question, problem }) => ({ field: question, words: problem }))} />
      <PageHead title="Ask to see this record" lede={card ? card.name : 'A restricted record. Those who are named on its list are asked; you do not need to know who.'} />
      {ask.query['asked'] ? <Confirmation title="Asked.">It is in the tray of those who can answer. The answer comes to this page.</Confirmation> : <OwnAsked asked={before.asked} today={before.today} />}
      {before.sight === 'full' ? <Message kind="theme" title="You see this record already."><a href={`/people/${before.personId}`}>Go to the record</a></Message> : null}
      <Card title="What do you need to know, and for what?">
        <form method="post" action={`/people/${before.personId}/ask`} data-keep={`ask-${before.personId}`}>
          <input type="hidden" name="commandId" value={newId()} />
          <Words name="reason" label="Tell them in your own words" hint="The worker and the manager read it. It is kept with the record." value={textOf(ask.body['reason'])} maxLength={1000} problem={problemOf(ask, 'reason')} />
          <Actions><Button kind="primary">Ask</Button><a href={`/people/${before.personId}`}>Back</a></Actions>
        </form>
      </Card>
      {before.sight === 'full' ? null : <Message kind="seal" title="If someone may be at risk now, do not wait." icon="lock"><a href={`/people/${before.personId}/open`}>Open it with a reason</a>. The privacy officer sees it and reads your reason.</Message>}
    </Page>
  ),
})
const sendAsk = form('/people/:id/ask', async (caller, ask, around) => {
  const personId = ask.params['id'] ?? ''
  const outcome = await askForSight.perform(caller, { personId, reason: textOf(ask.body['reason']) }, ask.commandId)
  return 'problems' in outcome ? again(askPage, outcome.problems)(caller, ask, around) : { go: `/people/${personId}/ask?asked=1` }
})

const lasting = [['1', 'Today and tomorrow'], ['7', 'One week'], ['28', 'Four weeks'], ['90', 'Three months']] as const

/** A request for sight, as it is read and decided. */
const sightPage = page('/sight/:id', {
  what: 'page.sight',
  may: 'record.read',
  load: async (asking, ask) => {
    const { request } = await sightRequest.of(asking, { id: ask.params['id'] ?? '' })
    return { request, card: (await cardsOf(asking, [request.personId])).get(request.personId), today: asking.today, me: asking.actor.id }
  },
  view: ({ request, card, today, me }, frame, ask) => {
    const second = request.kind === 'second'
    const title = second ? `Sight for ${request.actor}, an administrator` : `${request.actor} asks to see a record`
    return (
      <Page {...frame} title={title} problemCount={ask.problems.length} place="decisions">
        <ErrorSummary problems={ask.problems.map(({ question, problem }) => ({ field: question, words: problem }))} />
        <PageHead title={title} lede={second ? `${request.askedBy} would give it. Sight for an administrator needs two people.` : [request.jobTitle, `asked ${when(request.askedAt)}`].filter(Boolean).join(', ')} />
        {request.decision === null ? null : <Confirmation title={request.decision === 'given' ? `Given by ${request.decidedBy ?? 'a colleague'}, ${untilWords(request.until)}.` : request.decision === 'withdrawn' ? 'It was taken back.' : `Answered by ${request.decidedBy ?? 'a colleague'}.`}>{request.words ?? ''}</Confirmation>}
        <Columns
          main={<>
            <Card title="In their words"><Account text={request.reason} /></Card>
            {request.mayGive || request.mayAnswer ? (
              <Card title="Your answer">
                <form method="post" action={`/sight/${request.id}`} data-prove>
                  <input type="hidden" name="commandId" value={newId()} />
                  {request.mayGive && request.until === null ? <Choice name="lasts" label="They may see it for" value={textOf(ask.body['lasts']) || '7'} options={lasting.map(([value, label]) => ({ value, label, hint: `until the end of ${dayInWords(addDays(today, Number(value)))}` }))} problem={problemOf(ask, 'until')} /> : null}
                  <Words name="words" label="What you would tell them" optional={request.mayGive ? 'if you give it' : undefined} hint="What they can do instead, or whom to ring." rows={2} value={textOf(ask.body['words'])} maxLength={1000} problem={problemOf(ask, 'words')} />
                  {request.mayGive ? null : <p class="quiet">A manager who may write on this record gives sight. You can answer in words.</p>}
                  <Actions>{request.mayGive ? <Button kind="primary" name="decision" value="given">{second ? 'Agree' : 'Give sight'}</Button> : <Button kind="primary" name="decision" value="answered">Send the answer</Button>}{request.mayGive ? <Button name="decision" value="declined">{second ? 'Do not agree' : 'Decline'}</Button> : null}</Actions>
                </form>
              </Card>) : null}
            {request.decision === null && request.askedById === me ? <Card title="You asked this"><form method="post" action="/sight/withdraw"><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="id" value={request.id} /><Actions><Button kind="second">Take it back</Button></Actions></form></Card> : null}
          </>}
          aside={<Card title="About">
            {card ? <NamedToken mark={markOf(card)} href={`/people/${card.id}`} second={request.marking === 'open' ? 'Open record' : request.marking === 'restricted' ? 'Restricted: they would be named on the list' : 'Sealed: they would be named on the list'} /> : null}
            <Facts facts={[{ label: 'Of', value: request.marking === 'open' ? domainWords[request.domain] : 'the whole record' }, { label: 'They may', value: request.marking === 'open' && !request.mayWrite ? 'read' : 'read and write' }, ...(request.until ? [{ label: 'Lasts', value: untilWords(request.until) }] : [])]} />
            <p><a href={`/people/${request.personId}/keeping`}>Who may see this record</a></p>
          </Card>} />
      </Page>
    )
  },
})
const decide = form('/sight/:id', async (caller, ask, around) => {
  const lasts = textOf(ask.body['lasts'])
  const words = textOf(ask.body['words']).trim()
  const id = ask.params['id'] ?? ''
  const outcome = await decideSight.perform(caller, { id, decision: textOf(ask.body['decision']), ...(/^\d{1,2}$/.test(lasts) ? { until: momentOf(addDays(caller.clock.today(), Number(lasts)), '23:59') } : {}), ...(words ? { words } : {}) }, ask.commandId)
  return 'problems' in outcome ? again(sightPage, outcome.problems)(caller, ask, around) : { go: `/sight/${id}` }
})
const withdraw = form('/sight/withdraw', async (caller, ask) => {
  await withdrawRequest.perform(caller, { id: textOf(ask.body['id']) }, ask.commandId)
  return { go: '/' }
})

export const askRoutes: readonly Route[] = [askPage, sendAsk, sightPage, decide, withdraw]

/** How a request for sight reads in a tray and among decisions. */
export const sightTeller: TrayTeller = { kind: 'sightRequest', title: (item) => `${item.askedByName ?? 'A colleague'} asks about seeing this record`, open: (item) => ({ href: `/sight/${item.subjectId ?? ''}`, words: 'Answer' }) }
export const sightDecision = { kind: 'sightRequest', title: () => 'Somebody asks to see a record', href: (item: Readonly<{ subjectId: string | null }>) => `/sight/${item.subjectId ?? ''}` } as const
