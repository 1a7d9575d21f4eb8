import { dayInWords, shortDay, type PlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import type { Clock as DutyClock } from '../../../engine/timescales/model.ts'
import { Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Clock, type ClockState } from '../../../platform/page/clock.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Select } from '../../../platform/page/fields/choice.tsx'
import { DateField, Line } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { textOf } from '../../../platform/page/posted.ts'
import { Table } from '../../../platform/page/table.tsx'
import { plainly } from '../../../record/access/checking.ts'
import { again, form, page, type Ask } from '../../../record/access/page.ts'
import { beginSupervision, endSupervisor, nameSupervisor } from '../commands.ts'
import type { Named } from '../model.ts'
import { supervisions, whoCouldSupervise, type LedNow } from '../queries.ts'

function NextClock({ next, never, today }: { next: DutyClock | undefined; never: boolean; today: PlainDate }) {
  if (!next?.dueOn || (never && next.state === 'overdue')) return <Clock state="soon" words="None written down here yet" />
  const state: ClockState = next.state === 'overdue' ? 'late' : next.state === 'dueToday' ? 'today' : next.state === 'dueSoon' ? 'soon' : 'inTime'
  return <Clock state={state} words={state === 'late' ? `Was due ${shortDay(next.dueOn, today)}` : `Due ${shortDay(next.dueOn, today)}`} />
}

/** Whom I lead and when each is next; my own supervision. */
export const supervisionsPage = page('/supervision', {
  what: 'page.supervisions',
  may: 'work.do',
  load: async (asking) => { const found = await supervisions.of(asking, {}); return { ...found, colleagues: found.led.length > 0 ? await whoCouldSupervise(asking) : [], today: asking.today } },
  view: ({ led, own, mine, byName, named, tookPart, colleagues, today }, frame, ask) => (
    <Page {...frame} title="Supervision" place="my-team" problemCount={ask.problems.length}>
      <PageHead title="Supervision" lede="Once every four weeks, unless this council has set a measure of its own. What is decided about a child stands in the child’s record; what is about the worker is for the two of them." />
      <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question, words: p.problem }))} />
      <Columns
        main={led.length > 0 ? (<>
          <Card title="Whom you lead">
            <LedTable caption="Whom you lead" last="Last" rows={led} today={today} />
          </Card>
          {byName.length > 0 ? <ByName byName={byName} today={today} /> : null}
          <Naming led={led} named={named} colleagues={colleagues} ask={ask} today={today} />
        </>) : <>{byName.length > 0 ? <ByName byName={byName} today={today} /> : null}<Own own={own} today={today} /></>}
        aside={<>
          <Card title="Your own"><p><NextClock next={mine} never={own.length === 0} today={today} /></p></Card>
          {led.length > 0 ? <Own own={own} today={today} /> : null}
          {tookPart.length > 0 ? <Card title="Groups you took part in"><ul class="lines">{tookPart.map((one) => <li><p>{shortDay(one.on, today)}<span class="second">group supervision of {one.worker}</span></p></li>)}</ul></Card> : null}
        </>} />
    </Page>
  ),
})

/** Each with the last session, when the next is due, and the way into it. */
const LedTable = ({ caption, last, rows, today }: { caption: string; last: string; rows: readonly LedNow[]; today: PlainDate }) => (
  <Table caption={caption} stack rows={rows} columns={[
    { title: 'Colleague', head: true, cell: (one) => <>{one.name}<span class="second">{one.jobTitle ?? ''}</span></> },
    { title: last, cell: (one) => { const on = one.heldOn.at(-1); return on ? <a href={`/supervision/${one.lastId ?? ''}`}>{dayInWords(on)}<span class="unseen">, the last with {one.name}</span></a> : 'not yet' } },
    { title: 'Next', cell: (one) => <NextClock next={one.next} never={one.heldOn.length === 0} today={today} /> },
    { title: 'Open it', titleUnseen: true, cell: (one) => (one.openId ? <a href={`/supervision/${one.openId}`}>{one.unsignedId ? 'Waits for their signature' : 'Go on'}<span class="unseen"> with {one.name}</span></a> : (
      <form method="post" action="/supervision"><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="workerId" value={one.id} /><Button kind="row" about={`supervision with ${one.name}`}>Begin</Button></form>)) },
  ]} />
)

/** Whom somebody supervises because a line manager has named them for it. */
const ByName = ({ byName, today }: { byName: readonly LedNow[]; today: PlainDate }) => (
  <Card title="Whom you supervise by name" lede="Their line manager has named you. You see of their work what you may see anyway.">
    <LedTable caption="Whom you supervise by name" last="Last with you" rows={byName} today={today} />
  </Card>
)

/** Who else supervises those whom the reader leads; named here, and ended here. */
function Naming({ led, named, colleagues, ask, today }: { led: readonly LedNow[]; named: readonly Named[]; colleagues: readonly Readonly<{ id: string; name: string; team: string }>[]; ask: Ask; today: PlainDate }) {
  const ours = named.filter((one) => one.ours)
  const typing = textOf(ask.body['what']) === 'name'
  const problem = (field: string) => { const found = ask.problems.find((one) => one.question === field); return found ? { problem: found.problem } : {} }
  return (
    <Card title="Supervised by somebody else" id="named" lede="A covering manager or a consultant practitioner whom you name. It gives them no sight of anybody.">
      {ours.length === 0 ? null : <ul class="lines">{ours.map((one) => <li class="line-ends"><p>{one.worker} by {one.supervisor}<span class="second">since {shortDay(one.from, today)}: {one.reason}</span></p>
        <form method="post" action="/supervision"><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value="end" /><input type="hidden" name="id" value={one.id} /><Button kind="row" about={`${one.supervisor} for ${one.worker}`}>End it</Button></form></li>)}</ul>}
      <details class="fold" open={typing}><summary><span class="fold-link">Name somebody</span></summary>
        <form method="post" action="/supervision"><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value="name" />
          <Select name="worker" id="workerId" label="Who is supervised" empty="Choose one" value={typing ? textOf(ask.body['worker']) : ''} options={led.map((one) => ({ value: one.id, label: one.name }))} {...problem('workerId')} />
          <Select name="supervisor" id="supervisorId" label="By whom" empty="Choose one" value={typing ? textOf(ask.body['supervisor']) : ''} options={colleagues.map((one) => ({ value: one.id, label: one.name, group: one.team }))} {...problem('supervisorId')} />
          <DateField name="from" label="From" value={typing ? textOf(ask.body['from']) : dayInWords(today)} {...problem('from')} />
          <Line name="reason" label="Why" value={typing ? textOf(ask.body['reason']) : ''} {...problem('reason')} />
          <Button kind="row">Name them</Button></form>
      </details>
    </Card>
  )
}

/** So many are seen at once; the earlier ones unfold. */
const most = 4
type Held = Readonly<{ id: string; on: PlainDate; manager: string; state: string }>
const Sessions = ({ of, today }: { of: readonly Held[]; today: PlainDate }) => <ul class="lines">{of.map((one) => <li><p><a class="name" href={`/supervision/${one.id}`}>{shortDay(one.on, today)}</a><span class="second">with {one.manager}{one.state === 'open' ? ', open' : ', signed by both'}</span></p></li>)}</ul>

const Own = ({ own, today }: { own: readonly Held[]; today: PlainDate }) => (
  <Card title="Your supervisions">
    {own.length === 0 ? <EmptyState title="None yet">Your manager begins one; you find it here and write in it too.</EmptyState> : (
      <><Sessions of={own.slice(0, most)} today={today} />{own.length > most ? <details class="fold"><summary><span class="fold-link">{own.length - most} earlier</span></summary><Sessions of={own.slice(most)} today={today} /></details> : null}</>)}
  </Card>
)

const asTyped = plainly({ reason: 'Say why, in a few words.', from: 'Give the day, as in 3/10/2026.', workerId: 'Choose who is supervised.', supervisorId: 'Choose by whom.' })
export const beginOnPage = form('/supervision', async (caller, ask, around) => {
  const { body } = ask
  const today = caller.clock.today()
  const what = textOf(body['what'])
  if (what === 'name' || what === 'end') {
    const outcome = what === 'end' ? await endSupervisor.perform(caller, { id: textOf(body['id']), on: today }, ask.commandId)
      : await nameSupervisor.perform(caller, { id: newId(), workerId: textOf(body['worker']), supervisorId: textOf(body['supervisor']), from: typedDay(textOf(body['from']), today) ?? textOf(body['from']), reason: textOf(body['reason']) }, ask.commandId)
    return 'problems' in outcome ? again(supervisionsPage, outcome.problems.map(asTyped))(caller, ask, around) : { go: '/supervision#named' }
  }
  const outcome = await beginSupervision.perform(caller, { id: newId(), workerId: textOf(body['workerId']), on: today }, ask.commandId)
  return 'problems' in outcome ? again(supervisionsPage, outcome.problems)(caller, ask, around) : { go: `/supervision/${outcome.done.id}` }
})
