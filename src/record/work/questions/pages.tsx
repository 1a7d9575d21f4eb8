import { dayOf, shortDay, timeOf } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { Actions, Button, ButtonLink } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Clock } from '../../../platform/page/clock.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Words } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation } from '../../../platform/page/message.tsx'
import { NamedToken } from '../../../platform/page/token.tsx'
import { Account } from '../../../platform/page/words.tsx'
import { again, form, page, type Route } from '../../access/page.ts'
import { ageInWords, markOf } from '../../people/marks.ts'
import type { TrayTeller } from '../model.ts'
import { clockOf, tellerOf } from '../trayRows.ts'
import { answerQuestion } from './commands.ts'
import { readQuestion } from './queries.ts'

const firstName = (name: string): string => name.split(' ')[0] ?? name
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A question before a decision: what is asked, about whom, and the place for the answer. */
const questionPage = page('/questions/:id', {
  what: 'page.question',
  may: 'record.read',
  load: async (asking, ask) => ({ ...(await readQuestion(asking, ask.params.id ?? '')), today: asking.today, me: asking.actor.id }),
  view: ({ question, item, today, me }, frame, ask) => {
    const teller = tellerOf(item)
    const answered = question.answeredAt !== null
    const problem = ask.problems.find((one) => one.question === 'words')?.problem
    return (
      <Page {...frame} title={`A question from ${question.askedBy}`} problemCount={ask.problems.length}>
        <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
        <PageHead title={`A question from ${question.askedBy}`} lede={`${teller.title(item)}. Asked ${shortDay(dayOf(question.askedAt), today)} at ${timeOf(question.askedAt)}, before deciding.`} end={answered ? undefined : <Clock {...clockOf({ ...item, state: 'open' }, false, today)} />} />
        {answered ? <Confirmation title={`Answered by ${question.answeredBy ?? 'somebody'}.`}>It is back with {firstName(question.askedBy)}.</Confirmation> : null}
        <Columns
          main={<>
            <Card title={`${firstName(question.askedBy)} asks`}><Account text={question.words} /></Card>
            {answered ? <Card title="The answer"><Account text={question.answer ?? ''} /></Card> : question.askedOfId === me ? (
              <Card title="Your answer">
                <form method="post" action={`/questions/${question.id}`} data-keep={`question-${question.id}`}>
                  <input type="hidden" name="commandId" value={newId()} />
                  <Words name="words" label="What you know" rows={4} value={textOf(ask.body.words)} note={`${firstName(question.askedBy)} reads it beside what is to be decided. It is kept with it.`} {...(problem ? { problem } : {})} />
                  <Actions remark="The clock goes on meanwhile."><Button kind="primary">Send the answer</Button></Actions>
                </form>
              </Card>) : null}
          </>}
          aside={<Card title="About">
            {item.people.map((one) => <NamedToken mark={markOf(one)} href={`/people/${one.id}`} second={ageInWords({ ...one, bornAbout: 'day', diedOn: null }, today)} />)}
            <p><ButtonLink kind="row" href={teller.read?.(item) ?? teller.open(item).href}>Read what it is about</ButtonLink></p>
          </Card>} />
      </Page>
    )
  },
})
const send = form('/questions/:id', async (caller, ask, around) => {
  const words = textOf(ask.body.words).trim()
  if (words === '') return again(questionPage, [{ question: 'words', problem: 'Write what you know, even if it is only that you do not know.' }])(caller, ask, around)
  const outcome = await answerQuestion.perform(caller, { questionId: ask.params.id ?? '', words }, ask.commandId)
  return 'problems' in outcome ? again(questionPage, outcome.problems)(caller, ask, around) : { go: `/questions/${ask.params.id ?? ''}` }
})
export const questionRoutes: readonly Route[] = [questionPage, send]

export const questionTellers: readonly TrayTeller[] = [
  { kind: 'question', title: (item) => `A question${item.askedByName ? ` from ${item.askedByName}` : ''}`, also: (item) => item.words ?? undefined, open: (item) => ({ href: `/questions/${item.subjectId ?? ''}`, words: 'Answer' }) },
]
