import type { ComponentProps } from 'preact'
import { agencies } from '../../../../content/meetings/agencies.ts'
import { dayInWords, dayOf, shortDay, timeOf, type PlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { counted, listed, sentence } from '../../../kernel/phrasing.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { Button, ButtonLink } from '../../../platform/page/button.tsx'
import { Card, Facts } from '../../../platform/page/card.tsx'
import { Clock } from '../../../platform/page/clock.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Select, Tick } from '../../../platform/page/fields/choice.tsx'
import { FieldRow } from '../../../platform/page/fields/frame.tsx'
import { DateField, Line } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, EmptyState, Message } from '../../../platform/page/message.tsx'
import { given, isYes, textOf } from '../../../platform/page/posted.ts'
import { Table } from '../../../platform/page/table.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { NamedToken, TokenRow } from '../../../platform/page/token.tsx'
import { Account, Quote } from '../../../platform/page/words.tsx'
import { again, form, page, type Ask } from '../../access/page.ts'
import { may } from '../../access/permissions.ts'
import { byBirth, markOf } from '../../people/marks.ts'
import type { Card as PersonCard } from '../../people/model.ts'
import { cardsOf } from '../../people/queries.ts'
import { clockOf } from '../../work/trayRows.ts'
import * as arranging from '../commands/arranging.ts'
import { sendInvitations } from '../commands/inviting.ts'
import type { Invited, WholeMeeting } from '../model.ts'
import { kindFor, meetingFor } from '../register.ts'
import { agencyLabel } from '../rules.ts'
import { attendanceLabel, changeWords, decidedInWords, participationLabel, reasonsOf, reportWords, whenInWords } from './words.ts'

const Sent = ({ row, meeting, today, sends }: { row: Invited; meeting: WholeMeeting; today: PlainDate; sends: boolean }) => {
  if (row.sentOn) return row.outputId ? <a href={`/sent/${row.outputId}`}>Sent {shortDay(row.sentOn, today)}<span class="unseen"> to {row.name}</span></a> : <>Sent</>
  if (row.actorId) return <>In their work</>
  const words = row.outputId ? 'Sent for another day or place' : 'Not yet sent'
  return sends && meeting.domain === 'children' ? <a href={`/meetings/${meeting.id}/invitations/${row.id}`}>{words}: look and send<span class="unseen"> to {row.name}</span></a> : <>{words}</>
}
/** The clock of a meeting: of one to come, also where it is arranged for a day that is later than the law’s. */
function clockShown(meeting: WholeMeeting, dueOn: PlainDate, today: PlainDate): ComponentProps<typeof Clock> {
  if (meeting.state !== 'planned') return { state: 'done', words: meeting.on <= dueOn ? 'In time' : 'Later than its day', second: `by ${shortDay(dueOn, today)}` }
  if (meeting.on > dueOn && dueOn >= today) return { state: 'soon', words: 'Arranged for later than its day', second: `due ${shortDay(dueOn, today)}` }
  return clockOf({ ...blank, openedOn: meeting.on, dueOn, duty: meeting.duty }, false, today)
}

/** A meeting: who is asked and what has come of it; after it was held, its minutes and what was decided. */
const meetingPage = page('/meetings/:id', {
  what: 'page.meeting',
  may: 'record.read',
  load: async (asking, ask) => {
    const meeting = await meetingFor(asking, ask.params.id ?? '')
    const cards = new Map([...(await cardsOf(asking, meeting.people.map((person) => person.personId)))].sort(([, a], [, b]) => byBirth(a, b)))
    const [order, decisions] = [[...cards.keys()], [...meeting.decisions]]
    decisions.sort((a, b) => order.indexOf(a.personId) - order.indexOf(b.personId))
    return { meeting: { ...meeting, decisions }, kind: kindFor(meeting.kind), cards, today: asking.today, writes: may(asking.actor, 'record.write'), sends: may(asking.actor, 'output.send') }
  },
  view: ({ meeting, kind, cards, today, writes, sends }, frame, ask) => {
    const people = [...cards.values()]
    const planned = meeting.state === 'planned'
    const reports = meeting.invited.filter((one) => one.askedReport).length
    const told = meeting.invited.flatMap((one) => (one.sentOn || one.outputId ? [one.name] : []))
    return (
      <Page {...frame} title={kind.name} problemCount={ask.problems.length} printed={undefined}>
        <PageHead title={kind.name} lede={whenInWords(meeting)} tags={meeting.state === 'cancelled' ? <Tag kind="soon">Cancelled</Tag> : meeting.quorate === false ? <Tag kind="soon" icon="warning">Not quorate</Tag> : null}
          end={planned && writes ? <ButtonLink kind="primary" href={`/meetings/${meeting.id}/hold`}>Write it down</ButtonLink> : people[0] ? <ButtonLink href={`/people/${people[0].id}/family`}>To the family</ButtonLink> : undefined} />
        {ask.query.arranged ? <Confirmation title="It is arranged.">{sentence(counted(meeting.invited.length, 'person is', 'people are'))} on its list{reports > 0 ? `, and ${counted(reports, 'is', 'are')} asked for a report` : ''}. {meeting.chair ? `${meeting.chair} finds it in their work.` : ''}</Confirmation> : null}
        {ask.query.sent ? <Confirmation title="The letters are made.">Each stands beside its name, to print or send. One that is not yet sent tells what somebody may not read: look at it on its own.</Confirmation> : null}
        {ask.query.held ? <Confirmation title="It is written down.">{kind.outcomes.length > 0 ? 'What was decided stands in the record of each child, and what follows is in the work of those who do it.' : 'It stands in the record of each child.'}</Confirmation> : null}
        {meeting.state === 'cancelled' && told.length > 0 ? <Message kind="soon" title={`Tell ${listed(told)}.`}>They were sent an invitation to this meeting, and nothing goes to them by itself.</Message> : null}
        {planned && meeting.invited.some((one) => !one.sentOn && one.outputId) ? <Message kind="soon" title="Some have an invitation for another day or place.">It was sent before the meeting was rearranged. Send theirs again, and ring where there is little time.</Message> : null}
        <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question, words: p.problem }))} />
        <Columns
          main={<>
            {meeting.state === 'held' ? <Minutes meeting={meeting} cards={cards} /> : null}
            <Card title={planned ? 'Who is asked to come' : 'Who was asked to come'} aside={String(meeting.invited.length)}>
              <Table caption="Who is asked to come" stack rows={meeting.invited} empty={<EmptyState title="Nobody yet">Ask those who know the children.</EmptyState>} columns={[
                { title: 'Who', head: true, cell: (row) => <>{row.personId ? <a class="name" href={`/people/${row.personId}`}>{row.name}</a> : row.name}<span class="second">{[agencyLabel(row.agency), row.role].filter(Boolean).join(', ')}</span></> },
                ...(planned ? [] : [{ title: 'Came', cell: (row: Invited) => <>{attendanceLabel(row)}{row.core ? <span class="second">Carries the plan out</span> : null}</> }]),
                ...(planned ? [{ title: 'Invitation', cell: (row: Invited) => <Sent row={row} meeting={meeting} today={today} sends={sends} /> }] : []),
                { title: 'Report', cell: (row) => (
                  <>{reportWords(row, today)}{writes && row.askedReport && !row.reportOn ? (
                    <form method="post" action={`/meetings/${meeting.id}`} class="give"><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value="report" /><input type="hidden" name="invitedId" value={row.id} /><Button kind="row" about={`the report of ${row.name}`}>It has come</Button></form>
                  ) : null}</>
                ) },
              ]} />
            </Card>
            {planned && sends && meeting.domain === 'children' && meeting.invited.some((one) => !one.sentOn && one.actorId === null) ? <form method="post" action={`/meetings/${meeting.id}`} class="give"><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value="send" /><Button kind="row">Make the invitations as letters</Button></form> : null}
            {planned && writes ? <Changing meeting={meeting} ask={ask} /> : null}
          </>}
          aside={<>
            <Card title="About">{people.map((card) => { const part = meeting.people.find((one) => one.personId === card.id)?.participation; return <NamedToken mark={markOf(card)} href={`/people/${card.id}`} {...(part ? { second: participationLabel(part) } : {})} /> })}</Card>
            {meeting.dueOn ? <Card title="Timescale"><Clock {...clockShown(meeting, meeting.dueOn, today)} />{meeting.lateReason ? <p class="source">{meeting.lateReason}</p> : null}</Card> : null}
            {meeting.subjectKind === 'plan' && meeting.subjectId ? <Card title="The plan"><p><a href={`/plans/${meeting.subjectId}`}>Read the plan</a></p></Card> : null}
            {meeting.state === 'held' && writes && meeting.domain === 'children' ? <Card title="On paper"><p><a href={`/meetings/${meeting.id}/send`}>Print or send the minutes</a></p></Card> : null}
            {writes && kind.chair === 'independent' ? <Card title="Not right for them?"><p><a href={`/disputes/new?meeting=${meeting.id}`}>Raise a dispute</a></p></Card> : null}
            <Card title="What has changed"><ul class="lines">{meeting.changes.map((change) => <li><p>{changeWords(change)}<span class="second">{[change.by, shortDay(dayOf(change.at), today)].filter(Boolean).join(', ')}</span></p></li>)}</ul></Card>
          </>} />
      </Page>
    )
  },
})

const blank = { id: '', kind: '', state: 'open', subjectKind: null, subjectId: null, section: null, words: null, teamId: null, teamName: null, workerId: null, workerName: null, askedBy: null, askedByName: null, dueAt: null, duty: null, finishedOn: null, outcome: null, reason: null, version: 1, people: [] } as const

function Minutes({ meeting, cards }: { meeting: WholeMeeting; cards: ReadonlyMap<string, PersonCard> }) {
  const named = (ids: readonly string[]) => ids.flatMap((id) => cards.get(id) ?? [])
  const views = meeting.passages.filter((one) => one.kind === 'view')
  return (
    <>
      {meeting.decisions.length > 0 ? (
        <Card title="What was decided">
          <p class="answer">{decidedInWords(meeting, cards)}.</p>
          <Facts facts={reasonsOf(meeting, cards)} />
        </Card>
      ) : null}
      {meeting.quorate === false ? <Message kind="soon" title="Not quorate.">{meeting.quorumReason}</Message> : null}
      {meeting.passages.filter((one) => one.kind === 'childsView').map((one) => { const [card] = named(one.about); return card ? <Quote hue={markOf(card).hue} words={one.words} said={`${card.given || card.name}, for the meeting`} /> : null })}
      <Card id="minutes" title="Minutes" aside={<TokenRow marks={[...cards.values()].map(markOf)} />}><Account text={meeting.words} /></Card>
      {meeting.passages.filter((one) => one.kind === 'minutes').map((one) => <Card title={`About ${listed(named(one.about).map((card) => card.given || card.name))} only`} aside={<TokenRow marks={named(one.about).map(markOf)} />}><Account text={one.words} /></Card>)}
      {views.length > 0 ? <Card title="What each agency thinks"><ul class="lines">{views.map((view) => { const who = meeting.invited.find((one) => one.id === view.invitedId); return <li><p><strong>{who?.name ?? 'An agency'}</strong><span class="second">{who ? agencyLabel(who.agency) : ''}</span></p><p class="serif">{view.words}</p></li> })}</ul></Card> : null}
    </>
  )
}

function Changing({ meeting, ask }: { meeting: WholeMeeting; ask: Ask }) {
  const hidden = (what: string) => <><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value={what} /></>
  const open = textOf(ask.body.what)
  return (
    <Card title="Change it">
      <details class="fold" open={open === 'invite'}><summary><span class="fold-link">Ask somebody else</span></summary>
        <form method="post" action={`/meetings/${meeting.id}`}>{hidden('invite')}
          <FieldRow><Select name="agency" label="From" width={24} value="other" options={agencies.map((one) => ({ value: one.code, label: one.label }))} /><Line name="name" label="Name" width={24} value={textOf(ask.body.name)} /></FieldRow>
          <Tick name="report" label="Ask for a report" /><Button kind="row">Put them on the list</Button></form>
      </details>
      <details class="fold" open={open === 'rearrange'}><summary><span class="fold-link">Another day or place</span></summary>
        <form method="post" action={`/meetings/${meeting.id}`}>{hidden('rearrange')}
          <FieldRow><DateField name="on" label="Day" value={textOf(ask.body.on) || dayInWords(meeting.on)} /><Line name="time" label="Time" width={8} value={textOf(ask.body.time) || (meeting.at && open !== 'rearrange' ? timeOf(meeting.at) : '')} /><Line name="place" label="Where" width={24} value={textOf(ask.body.place) || (meeting.place ?? '')} /></FieldRow>
          <Line id="why-rearranged" name="reason" label="Why" value={open === 'rearrange' ? textOf(ask.body.reason) : ''} /><Button kind="row">Rearrange it</Button></form>
      </details>
      <details class="fold" open={open === 'cancel'}><summary><span class="fold-link">Cancel it</span></summary>
        <form method="post" action={`/meetings/${meeting.id}`}>{hidden('cancel')}<Line id="why-cancelled" name="reason" label="Why" value={open === 'cancel' ? textOf(ask.body.reason) : ''} /><Button kind="row">Cancel the meeting</Button></form>
      </details>
    </Card>
  )
}

const changeMeeting = form('/meetings/:id', async (caller, ask, around) => {
  const meetingId = ask.params.id ?? ''
  const b = ask.body
  const today: PlainDate = caller.clock.today()
  const time = textOf(b.time).trim().replace('.', ':').replace(/^(\d):/, '0$1:')
  const what = textOf(b.what)
  const outcome = what === 'send' ? await sendInvitations.perform(caller, { meetingId }, ask.commandId)
    : what === 'report' ? await arranging.receiveReport.perform(caller, { meetingId, invitedId: textOf(b.invitedId), on: today }, ask.commandId)
    : what === 'invite' ? await arranging.inviteToMeeting.perform(caller, { meetingId, invited: [{ agency: textOf(b.agency), name: textOf(b.name), report: isYes(b.report) }] }, ask.commandId)
      : what === 'rearrange' ? await arranging.rearrangeMeeting.perform(caller, { meetingId, on: typedDay(textOf(b.on), today) ?? textOf(b.on), reason: textOf(b.reason), ...(time ? { time } : {}), ...given('place', b.place) }, ask.commandId)
        : await arranging.cancelMeeting.perform(caller, { meetingId, reason: textOf(b.reason) }, ask.commandId)
  if ('problems' in outcome) return again(meetingPage, outcome.problems.map((p) => (p.question === 'reason' ? { question: what === 'cancel' ? 'why-cancelled' : 'why-rearranged', problem: 'Say why, in a few words.' } : p.question.startsWith('invited') ? { question: 'name', problem: 'Write who is asked to come.' } : p)))(caller, ask, around)
  return { go: what === 'send' ? `/meetings/${meetingId}?sent=1` : `/meetings/${meetingId}` }
})
export const meetingRoutes = [meetingPage, changeMeeting] as const
