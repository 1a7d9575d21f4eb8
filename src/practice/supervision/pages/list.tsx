import { dayInWords, shortDay, type PlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Clock as DutyClock } from '../../../engine/timescales/model.ts'
import { Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Clock, type ClockState } from '../../../platform/page/clock.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { textOf } from '../../../platform/page/posted.ts'
import { Table } from '../../../platform/page/table.tsx'
import { again, form, page } from '../../../record/access/page.ts'
import { beginSupervision } from '../commands.ts'
import { supervisions } from '../queries.ts'

function NextClock({ next, never, today }: { next: DutyClock | undefined; never: boolean; today: PlainDate }) {
  if (!next?.dueOn || (never && next.state === 'overdue')) return <Clock state="soon" words="None written down here yet" />
  const state: ClockState = next.state === 'overdue' ? 'late' : next.state === 'dueToday' ? 'today' : next.state === 'dueSoon' ? 'soon' : 'inTime'
  return <Clock state={state} words={state === 'late' ? `Was due ${shortDay(next.dueOn, today)}` : `Due ${shortDay(next.dueOn, today)}`} />
}

/** Whom I lead and when each is next; my own supervision. */
export const supervisionsPage = page('/supervision', {
  what: 'page.supervisions',
  may: 'work.do',
  load: async (asking) => ({ ...(await supervisions.of(asking, {})), today: asking.today }),
  view: ({ led, own, mine, today }, frame, ask) => (
    <Page {...frame} title="Supervision" place="my-team" problemCount={ask.problems.length}>
      <PageHead title="Supervision" lede="Once every four weeks, unless this council has set a measure of its own. What is decided about a child stands in the child’s record; what is about the worker is for the two of them." />
      <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question, words: p.problem }))} />
      <Columns
        main={led.length > 0 ? (
          <Card title="Whom you lead">
            <Table caption="Whom you lead" stack rows={led} columns={[
              { title: 'Colleague', head: true, cell: (one) => <>{one.name}<span class="second">{one.jobTitle ?? ''}</span></> },
              { title: 'Last', cell: (one) => { const last = one.heldOn.at(-1); return last ? <a href={`/supervision/${one.lastId ?? ''}`}>{dayInWords(last)}<span class="unseen">, the last with {one.name}</span></a> : 'not yet' } },
              { title: 'Next', cell: (one) => <NextClock next={one.next} never={one.heldOn.length === 0} today={today} /> },
              { title: 'Open it', titleUnseen: true, cell: (one) => (one.openId ? <a href={`/supervision/${one.openId}`}>{one.unsignedId ? 'Waits for their signature' : 'Go on'}<span class="unseen"> with {one.name}</span></a> : (
                <form method="post" action="/supervision"><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="workerId" value={one.id} /><Button kind="row" about={`supervision with ${one.name}`}>Begin</Button></form>)) },
            ]} />
          </Card>) : <Own own={own} today={today} />}
        aside={<>
          <Card title="Your own"><p><NextClock next={mine} never={own.length === 0} today={today} /></p></Card>
          {led.length > 0 ? <Own own={own} today={today} /> : null}
        </>} />
    </Page>
  ),
})

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

export const beginOnPage = form('/supervision', async (caller, ask, around) => {
  const outcome = await beginSupervision.perform(caller, { id: newId(), workerId: textOf(ask.body['workerId']), on: caller.clock.today() }, ask.commandId)
  return 'problems' in outcome ? again(supervisionsPage, outcome.problems)(caller, ask, around) : { go: `/supervision/${outcome.done.id}` }
})
