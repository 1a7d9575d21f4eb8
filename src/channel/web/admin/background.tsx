import { dayInWords, dayOf, moment, timeOf, type PlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { AdminTabs } from '../../../platform/page/admin-tabs.tsx'
import { Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, EmptyState, Message } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { background, closeAlert, runJobNow, tryJobAgain, type Shown } from '../../../record/access/background.ts'
import { again, form, page } from '../../../record/access/page.ts'
import { textOf } from './staff.tsx'

const action = '/admin/background'
/** Overdue by more than this, nobody is at work. */
const silentAfterMs = 5 * 60_000

const whenOf = (at: string, today: PlainDate): string => {
  const day = dayOf(moment(at))
  return day === today ? timeOf(moment(at)) : `${dayInWords(day)}, ${timeOf(moment(at))}`
}
const times = (tries: number) => (tries === 1 ? 'once' : tries === 2 ? 'twice' : `${tries} times`)

const Act = ({ what, id, label, about }: { what: string; id: string; label: string; about: string }) => (
  <form method="post" action={action}><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value={what} /><input type="hidden" name="id" value={id} /><Button kind="row" about={about}>{label}</Button></form>
)

/** What the server does beside requests: what needs somebody, what waits, what was done. */
export const backgroundPage = page('/admin/background', {
  what: 'page.background',
  may: 'council.configure',
  load: async (asking) => ({ ...(await background.of(asking, {})), now: asking.now, today: asking.today }),
  view: ({ jobs, kinds, alerts, now, today }, frame, ask) => {
    const failed = jobs.filter((job) => job.state === 'failed' || (job.state === 'waiting' && job.tries > 0)).toSorted((a, b) => a.state.localeCompare(b.state) || a.dueAt.localeCompare(b.dueAt))
    const waiting = jobs.filter((job) => job.state === 'running' || (job.state === 'waiting' && job.tries === 0)).toSorted((a, b) => a.state.localeCompare(b.state) || a.dueAt.localeCompare(b.dueAt))
    const done = jobs.filter((job) => job.state === 'done').toSorted((a, b) => (b.endedAt ?? '').localeCompare(a.endedAt ?? ''))
    const overdue = waiting.filter((job) => job.state === 'waiting' && Date.parse(now) - Date.parse(job.dueAt) > silentAfterMs)
    const last = (name: string) => done.find((job) => job.name === name)
    return (
      <Page {...frame} title="Background work" place="admin" problemCount={ask.problems.length}>
        <PageHead title="Background work" lede="What Kith does by itself, beside the work of people: when it comes, what came of it, and what needs you." />
        <AdminTabs here="background" />
        <ErrorSummary problems={ask.problems.map((p) => ({ field: 'failed', words: p.problem }))} />
        {ask.query.done === 'again' ? <Confirmation title="It is tried again now.">This page shows what came of it in a few seconds.</Confirmation> : null}
        {ask.query.done === 'now' ? <Confirmation title="It begins within a few seconds.">Open this page again to see what came of it.</Confirmation> : null}
        {overdue.length > 0 ? <Message kind="late" title="Nobody is at work.">{overdue.length === 1 ? 'One piece' : `${overdue.length} pieces`} of background work should have begun more than five minutes ago. Restart Kith, and tell those who look after it when this stays.</Message> : null}
        {alerts.map((alert) => (
          <Message kind="late" title={`${dayInWords(dayOf(moment(alert.foundAt)))}.`}>{alert.words} <Act what="close" id={alert.id} label="I have looked at it" about={alert.words} /></Message>
        ))}
        <Columns
          main={<>
            <Card id="failed" title="Could not be done" aside={failed.length > 0 ? String(failed.length) : undefined}>
              <Table caption="Could not be done" stack rows={failed} empty={<EmptyState title="Nothing failed.">What cannot be done is tried again by itself, with growing pauses, and shown here.</EmptyState>} columns={[
                { title: 'What', head: true, cell: (job) => <>{job.title}<span class="second">{job.problem}</span></> },
                { title: 'Tried', cell: (job) => times(job.tries) },
                { title: 'Next', cell: (job) => (job.state === 'failed' ? <Tag kind="late">Needs you</Tag> : `by itself, ${whenOf(job.dueAt, today)}`) },
                { title: 'Try again', titleUnseen: true, cell: (job) => <Act what="again" id={job.id} label="Try again" about={job.title} /> },
              ]} />
            </Card>
            <Card title="To come" aside={String(waiting.length)}>
              <Table caption="To come" stack rows={waiting} empty={<EmptyState title="Nothing waits.">The next turns appear here within a minute.</EmptyState>} columns={[
                { title: 'What', head: true, cell: (job: Shown) => <>{job.title}{job.addedBy ? <span class="second">asked for by {job.addedBy}</span> : null}</> },
                { title: 'When', cell: (job: Shown) => (job.state === 'running' ? <Tag kind="theme">At work since {whenOf(job.startedAt ?? job.dueAt, today)}</Tag> : whenOf(job.dueAt, today)) },
              ]} />
            </Card>
            <Card title="Done last">
              <Table caption="Done last" stack rows={done.slice(0, 20)} empty={<EmptyState title="Nothing yet.">What was done stays here for a fortnight.</EmptyState>} columns={[
                { title: 'What', head: true, cell: (job) => job.title },
                { title: 'What came of it', cell: (job) => job.did },
                { title: 'When', cell: (job) => whenOf(job.endedAt ?? job.dueAt, today) },
              ]} />
            </Card>
          </>}
          aside={<Card title="What Kith does">
            <ul class="lines">{kinds.map((kind) => (
              <li>
                <p><strong>{kind.title}</strong><span class="second">{kind.does}</span>{last(kind.name) ? <span class="second">Last: {whenOf(last(kind.name)?.endedAt ?? now, today)}</span> : null}</p>
                <Act what="now" id={kind.name} label="Do it now" about={kind.title} />
              </li>))}</ul>
          </Card>} />
      </Page>
    )
  },
})

export const changeBackground = form(action, async (caller, ask, around) => {
  const [what, id] = [textOf(ask.body.what), textOf(ask.body.id)]
  const outcome = what === 'again' ? await tryJobAgain.perform(caller, { id }, ask.commandId) : what === 'now' ? await runJobNow.perform(caller, { name: id }, ask.commandId) : await closeAlert.perform(caller, { id }, ask.commandId)
  if ('problems' in outcome) return again(backgroundPage, outcome.problems)(caller, ask, around)
  return { go: what === 'close' ? action : `${action}?done=${what}` }
})
