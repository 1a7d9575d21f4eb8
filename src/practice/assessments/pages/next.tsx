import { shortDay } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { stepOf } from '../../../engine/pathways/follow.ts'
import { Actions, Button, ButtonLink } from '../../../platform/page/button.tsx'
import { Card, Facts } from '../../../platform/page/card.tsx'
import { Clock } from '../../../platform/page/clock.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choice } from '../../../platform/page/fields/choice.tsx'
import { Line } from '../../../platform/page/fields/text.tsx'
import { problemAt } from '../../../platform/page/fields/problemAt.ts'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Message } from '../../../platform/page/message.tsx'
import { NamedToken } from '../../../platform/page/token.tsx'
import { again, form, page } from '../../../record/access/page.ts'
import { ageInWords, markOf } from '../../../record/people/marks.ts'
import { itemFor } from '../../../record/work/register.ts'
import { clockOf } from '../../../record/work/trayRows.ts'
import { frontDoor } from '../../../../content/pathways/frontDoor.ts'
import { finishNext } from '../commands/next.ts'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** One thing that follows an assessment: for whom, by when, and what came of it. */
const nextPage = page('/assessments/:id/next/:item', {
  what: 'page.afterAssessment',
  may: 'work.do',
  load: async (asking, ask) => ({ item: await itemFor(asking, ask.params.item ?? ''), today: asking.today }),
  view: ({ item, today }, frame, ask) => {
    const step = stepOf(frontDoor, item.kind)
    const title = step?.name ?? 'What follows'
    const over = item.state === 'done' || item.state === 'cancelled'
    const problem = (name: string) => problemAt(ask.problems, name)
    return (
      <Page {...frame} title={title} problemCount={ask.problems.length}>
        <PageHead title={title} lede={item.workerName ? `With ${item.workerName}.` : 'Nobody has it yet.'} end={<Clock {...(over ? { state: 'done' as const, words: 'Done', second: item.finishedOn ? shortDay(item.finishedOn, today) : '' } : clockOf(item, false, today))} />} />
        <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
        <Columns
          main={over ? <Message kind="good" icon="tick" title={step?.outcomes.find((one) => one.code === item.outcome)?.label ?? 'Done.'}>{item.reason}</Message> : (
            <Card title="What came of it">
              <form method="post" action={`/assessments/${ask.params.id ?? ''}/next/${item.id}`}>
                <input type="hidden" name="commandId" value={newId()} />
                <Choice name="outcome" label="What came of it" look="hidden" value={textOf(ask.body.outcome)} {...problem('outcome')} options={(step?.outcomes ?? []).map((one) => ({ value: one.code, label: one.label, ...(one.help ? { hint: one.help } : {}) }))} />
                <Line name="reason" label="Why, or what helps the next person" value={textOf(ask.body.reason)} {...problem('reason')} />
                <Actions><Button kind="primary">It is done</Button></Actions>
              </form>
            </Card>)}
          aside={<>
            <Card title="About">{item.people.map((one) => <NamedToken mark={markOf(one)} href={`/people/${one.id}`} second={ageInWords({ ...one, bornAbout: 'day', diedOn: null }, today)} />)}</Card>
            <Card title="From"><Facts facts={[{ label: 'Since', value: shortDay(item.openedOn, today) }, ...(item.dueOn ? [{ label: 'Due', value: shortDay(item.dueOn, today) }] : [])]} /><p><ButtonLink kind="row" href={`/assessments/${ask.params.id ?? ''}/read`}>Read the assessment</ButtonLink></p></Card>
          </>} />
      </Page>
    )
  },
})
const finish = form('/assessments/:id/next/:item', async (caller, ask, around) => {
  const itemId = ask.params.item ?? ''
  const outcome = await finishNext.perform(caller, { itemId, outcome: textOf(ask.body.outcome), ...(textOf(ask.body.reason).trim() ? { reason: textOf(ask.body.reason) } : {}) }, ask.commandId)
  return 'problems' in outcome ? again(nextPage, outcome.problems)(caller, ask, around) : { go: `/assessments/${ask.params.id ?? ''}/next/${itemId}` }
})
export const nextRoutes = [nextPage, finish] as const
