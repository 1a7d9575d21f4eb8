import { newId } from '../../../kernel/ids.ts'
import { Actions, Button, ButtonLink } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Clock } from '../../../platform/page/clock.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Select } from '../../../platform/page/fields/choice.tsx'
import { Line, Words } from '../../../platform/page/fields/text.tsx'
import { problemAt } from '../../../platform/page/fields/problemAt.ts'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, Message } from '../../../platform/page/message.tsx'
import { NamedToken } from '../../../platform/page/token.tsx'
import { again, form, page, type Route } from '../../../record/access/page.ts'
import { ageInWords, markOf } from '../../../record/people/marks.ts'
import { clockOf } from '../../../record/work/trayRows.ts'
import { handOverAssessment } from '../commands/changing.ts'
import { handingOver } from '../queries/handingOver.ts'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Giving an assessment to somebody else: who, why, and what is left, so that they can go on at once. */
const handOverPage = page('/assessments/:id/hand-over', {
  what: 'page.handOver',
  may: 'work.do',
  load: async (asking, ask) => ({ ...(await handingOver(asking, ask.params.id ?? '')), today: asking.today }),
  view: ({ item, carriers, may, today }, frame, ask) => {
    const problem = (name: string) => problemAt(ask.problems, name)
    const over = item.state === 'done' || item.state === 'cancelled'
    return (
      <Page {...frame} title="Hand over the assessment" problemCount={ask.problems.length}>
        <PageHead title="Hand over the assessment" lede={item.workerName ? `${item.workerName} has it. Everything written stays, and the clock goes on.` : 'Nobody has it yet.'} end={over ? undefined : <Clock {...clockOf(item, false, today)} />} />
        <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
        {ask.query.done ? <Confirmation title={`${item.workerName ?? 'They'} has it now.`}>It is in their work, with what you wrote. The history says who had it before, and why it went.</Confirmation> : null}
        <Columns
          main={over ? <Message kind="wait" icon="history" title="This is finished.">Open it again with a reason, then hand it over.</Message> : ask.query.done ? <p><ButtonLink href="/">Go to My work</ButtonLink></p> : !may ? <Message kind="wait" icon="people" title={`${item.workerName ?? 'Whoever has it'} hands it over, or their manager.`}>Ask one of them.</Message> : (
            <Card title="Who goes on with it">
              <form method="post" action={`/assessments/${item.id}/hand-over`} data-keep={`hand-over-${item.id}`}>
                <input type="hidden" name="commandId" value={newId()} />
                <Select name="taker" label="To whom" empty="Choose a worker" value={textOf(ask.body.taker)} {...problem('taker')} options={carriers.map((one) => ({ value: `${one.teamId} ${one.workerId}`, label: `${one.name}: ${one.people}${one.limit ? ` of ${one.limit}` : ''} people`, group: one.team }))} />
                <Line name="reason" label="Why" value={textOf(ask.body.reason)} {...problem('reason')} />
                <Words name="left" label="What is left to do" optional="they read it in their work, and it stays in the history" rows={3} value={textOf(ask.body.left)} {...problem('left')} />
                <Actions remark="They are told at once. Nobody signs it."><Button kind="primary">Hand it over</Button></Actions>
              </form>
            </Card>)}
          aside={<Card title="About"><ul class="lines">{item.people.map((one) => <li><NamedToken mark={markOf(one)} href={`/people/${one.id}`} second={ageInWords({ ...one, bornAbout: 'day', diedOn: null }, today)} /></li>)}</ul></Card>} />
      </Page>
    )
  },
})
const send = form('/assessments/:id/hand-over', async (caller, ask, around) => {
  const itemId = ask.params.id ?? ''
  const [teamId = '', workerId = ''] = textOf(ask.body.taker).split(' ')
  const problems = [...(workerId === '' ? [{ question: 'taker', problem: 'Choose who goes on with it.' }] : []), ...(textOf(ask.body.reason).trim() === '' ? [{ question: 'reason', problem: 'Say why it is handed over.' }] : [])]
  if (problems.length > 0) return again(handOverPage, problems)(caller, ask, around)
  const left = textOf(ask.body.left).trim()
  const outcome = await handOverAssessment.perform(caller, { itemId, teamId, workerId, reason: textOf(ask.body.reason), ...(left ? { left } : {}) }, ask.commandId)
  return 'problems' in outcome ? again(handOverPage, outcome.problems)(caller, ask, around) : { go: `/assessments/${itemId}/hand-over?done=1` }
})
export const handOverRoutes: readonly Route[] = [handOverPage, send]
