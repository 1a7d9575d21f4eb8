import { overdueReasons } from '../../../content/codes/work.ts'
import { shortDay } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import { Actions, Button, ButtonLink } from '../../platform/page/button.tsx'
import { Card, Facts } from '../../platform/page/card.tsx'
import { Clock } from '../../platform/page/clock.tsx'
import { ErrorSummary } from '../../platform/page/error-summary.tsx'
import { Line } from '../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../platform/page/layout.tsx'
import { Message } from '../../platform/page/message.tsx'
import { NamedToken } from '../../platform/page/token.tsx'
import { labelNow } from '../access/own/now.ts'
import { again, form, page } from '../access/page.ts'
import { ageInWords, markOf } from '../people/marks.ts'
import { cancelTask, finishTask, reopenTask } from './commands.ts'
import { itemFor } from './register.ts'
import { clockOf, groupOf, lateInWords, tellerOf } from './trayRows.ts'

const ended = { done: 'Done', cancelled: 'Not needed any more' } as const
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** One piece of work by itself: what, for whom, by when; done, or not needed any more. */
export const taskPage = page('/work/:id', {
  what: 'page.work',
  may: 'work.do',
  load: async (asking, ask) => ({ item: await itemFor(asking, ask.params.id ?? ''), today: asking.today, me: asking.actor.id }),
  view: ({ item, today, me }, frame, ask) => {
    const teller = tellerOf(item)
    const to = teller.open(item)
    const over = item.state === 'done' ? ended.done : item.state === 'cancelled' ? ended.cancelled : undefined
    const elsewhere = !to.href.startsWith('/work/') ? to : teller.read ? { href: teller.read(item), words: 'Look at both records' } : undefined
    return (
      <Page {...frame} title={teller.title(item)} problemCount={ask.problems.length}>
        <PageHead title={teller.title(item)} lede={item.workerName ? `With ${item.workerName}.` : 'Nobody has it yet.'} end={<Clock {...(over ? { state: 'done' as const, words: over, second: item.finishedOn ? shortDay(item.finishedOn, today) : '' } : clockOf(item, groupOf(item, me, today) === 'waiting', today))} />} />
        <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question, words: p.problem }))} />
        <Columns
          main={<>
            {item.kind === 'sealedMatch' && item.words ? <Message kind="theme" title="What to do">{item.words}</Message> : null}
            {item.reason ? <Message kind="theme" title="Said about it">{labelNow(overdueReasons, item.reason)}</Message> : null}
            {item.late ? <Message kind="theme" title="Why it is late">{lateInWords(item.late)}</Message> : null}
            {over ? (
              <Card title="Open it again">
                <form method="post" action={`/work/${item.id}`}><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value="reopen" />
                  <Line name="reason" label="Why" value={textOf(ask.body.reason)} /><Actions><Button>Open it again</Button></Actions></form>
              </Card>
            ) : <>
              <Card title="Done">
                {elsewhere ? <p><ButtonLink kind="primary" href={elsewhere.href}>{elsewhere.words}</ButtonLink></p> : null}
                <form method="post" action={`/work/${item.id}`}><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value="finish" />
                  <Line name="outcome" label="What came of it" optional="if it helps the next person" value={textOf(ask.body.outcome)} /><Actions><Button kind={elsewhere ? 'second' : 'primary'}>It is done</Button></Actions></form>
              </Card>
              <details class="fold"><summary><span class="fold-link">It is not needed any more</span></summary>
                <form method="post" action={`/work/${item.id}`}><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value="cancel" />
                  <Line id="cancel-reason" name="reason" label="Why" value="" /><Button kind="row">Take it off the list</Button></form>
              </details>
            </>}
          </>}
          aside={<>
            <Card title="About">{item.people.map((p) => <NamedToken mark={markOf(p)} href={`/people/${p.id}`} second={ageInWords({ ...p, bornAbout: 'day', diedOn: null }, today)} />)}</Card>
            <Card title="Since when"><Facts facts={[
              { label: 'Opened', value: shortDay(item.openedOn, today) },
              ...(item.dueOn ? [{ label: 'Due', value: shortDay(item.dueOn, today) }] : []),
              ...(item.askedByName ? [{ label: 'Asked by', value: item.askedByName }] : []),
              ...(item.teamName ? [{ label: 'Team', value: item.teamName }] : []),
            ]} /></Card>
          </>} />
      </Page>
    )
  },
})

export const changeTask = form('/work/:id', async (caller, ask, around) => {
  const id = ask.params.id ?? ''
  const what = textOf(ask.body.what)
  const outcome = what === 'finish' ? await finishTask.perform(caller, { id, ...(textOf(ask.body.outcome).trim() ? { outcome: textOf(ask.body.outcome) } : {}) }, ask.commandId)
    : what === 'reopen' ? await reopenTask.perform(caller, { id, reason: textOf(ask.body.reason) }, ask.commandId)
      : await cancelTask.perform(caller, { id, reason: textOf(ask.body.reason) }, ask.commandId)
  if ('problems' in outcome) return again(taskPage, outcome.problems.map((p) => (p.question === 'reason' && p.problem.startsWith('Check') ? { ...p, problem: 'Say in a few words why.' } : p)))(caller, ask, around)
  return { go: what === 'reopen' ? `/work/${id}` : '/' }
})
