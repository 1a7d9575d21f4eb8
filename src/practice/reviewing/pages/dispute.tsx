import { dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import { isId, newId } from '../../../kernel/ids.ts'
import { notFound } from '../../../kernel/errors.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card, Steps } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choices, Select } from '../../../platform/page/fields/choice.tsx'
import { Words } from '../../../platform/page/fields/text.tsx'
import { problemAt } from '../../../platform/page/fields/problemAt.ts'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, Message } from '../../../platform/page/message.tsx'
import { idsIn, textOf } from '../../../platform/page/posted.ts'
import { Tag } from '../../../platform/page/tag.tsx'
import { NamedToken, Token } from '../../../platform/page/token.tsx'
import { Account } from '../../../platform/page/words.tsx'
import { again, form, page, type Ask, type Route } from '../../../record/access/page.ts'
import { byBirth, markOf } from '../../../record/people/marks.ts'
import { cardsOf } from '../../../record/people/queries.ts'
import { meetingFor } from '../../../record/meetings/register.ts'
import { nameOfKind } from '../../../record/meetings/pages/words.ts'
import { answerDispute, raiseDispute, settleDispute, takeFurther } from '../commands.ts'
import type { DisputeStep, Stage } from '../model.ts'
import { disputeFor, whoAnswers } from '../queries.ts'

const stageWords: Readonly<Record<Stage, string>> = { team: 'With the team manager', service: 'With the head of service', director: 'With the director', cafcass: 'Referred to Cafcass' }
const problemOf = (ask: Ask) => (name: string) => problemAt(ask.problems, name)
const choices = (people: readonly Readonly<{ id: string; name: string; title: string }>[], not: string) => people.filter((one) => one.id !== not).map((one) => ({ value: one.id, label: one.title ? `${one.name}, ${one.title.toLowerCase()}` : one.name }))

/** The chair or the reviewing officer says what is wrong for some of the children of a meeting, and who has to answer. */
const raisePage = page('/disputes/new', {
  what: 'page.raiseDispute',
  may: 'record.write',
  load: async (asking, ask) => {
    const id = textOf(ask.body['meetingId']) || (ask.query['meeting'] ?? '')
    if (!isId(id)) throw notFound('We could not find that meeting.')
    const meeting = await meetingFor(asking, id)
    return { meeting, cards: [...(await cardsOf(asking, meeting.people.map((one) => one.personId))).values()].sort(byBirth), whom: await whoAnswers(asking), me: asking.actor.id }
  },
  view: ({ meeting, cards, whom, me }, frame, ask) => {
    const problem = problemOf(ask)
    const ticked = idsIn(ask.body['people'])
    return (
      <Page {...frame} title="Raise a dispute" frame="narrow" problemCount={ask.problems.length}>
        <PageHead title="Raise a dispute" lede={`${nameOfKind(meeting.kind)}, ${dayInWords(meeting.on)}. Somebody has to answer, and twenty working days run. It stands in the record of each child.`} />
        <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
        <form method="post" action="/disputes/new" data-keep={`dispute-${meeting.id}`}>
          <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="meetingId" value={meeting.id} />
          <Choices name="people" label="For whom" columns values={ticked.length > 0 ? ticked : cards.map((one) => one.id)} options={cards.map((one) => ({ value: one.id, label: <span class="with-token"><Token mark={markOf(one)} beside />{one.given || one.name}</span> }))} {...problem('people')} />
          <Words name="words" label="What is wrong for them" rows={4} value={textOf(ask.body['words'])} {...problem('words')} />
          <Words name="wanted" label="What has to happen" rows={2} value={textOf(ask.body['wanted'])} {...problem('wanted')} />
          <Select name="whomId" label="Who has to answer" width={24} value={textOf(ask.body['whomId'])} empty="Choose a manager" options={choices(whom, me)} {...problem('whomId')} />
          <Actions remark="They find it in their work at once."><Button kind="primary">Raise it</Button></Actions>
        </form>
      </Page>
    )
  },
})
const inOurWords = (question: string): string | undefined => ({ words: 'Write what is wrong for them.', wanted: 'Write what has to happen.', whomId: 'Choose who has to answer.', people: 'Tick for whom.' })[question]
const raise = form('/disputes/new', async (caller, ask, around) => {
  const b = ask.body
  const outcome = await raiseDispute.perform(caller, { id: newId(), people: idsIn(b['people']), ...(isId(textOf(b['meetingId'])) ? { meetingId: textOf(b['meetingId']) } : {}), words: textOf(b['words']), wanted: textOf(b['wanted']), whomId: textOf(b['whomId']) }, ask.commandId)
  return 'problems' in outcome ? again(raisePage, outcome.problems.map((one) => ({ ...one, problem: (one.question === 'whomId' && textOf(b['whomId']) ? undefined : inOurWords(one.question)) ?? one.problem })))(caller, ask, around) : { go: `/disputes/${outcome.done.id}?raised=1` }
})

const stepTitle = (step: DisputeStep): string => (step.stage === 'answer' ? `${step.by ?? 'Somebody'} answered` : `${stageWords[step.stage]}${step.whom ? `: ${step.whom}` : ''}`)

/** A dispute, step by step; who has it answers, who raised it takes it further or says that it is settled. */
const disputePage = page('/disputes/:id', {
  what: 'page.dispute',
  may: 'record.read',
  load: async (asking, ask) => {
    const dispute = await disputeFor(asking, ask.params.id ?? '')
    return { dispute, cards: [...(await cardsOf(asking, dispute.people)).values()].sort(byBirth), whom: await whoAnswers(asking), me: asking.actor.id, today: asking.today }
  },
  view: ({ dispute, cards, whom, me }, frame, ask) => {
    const problem = problemOf(ask)
    const [open, mine] = [dispute.state === 'open', dispute.raisedById === me]
    const hidden = (what: string) => <><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value={what} /></>
    return (
      <Page {...frame} title="Dispute" problemCount={ask.problems.length}>
        <PageHead title={`Dispute for ${listed(cards.map((one) => one.given || one.name))}`} lede={`Raised by ${dispute.raisedBy} on ${dayInWords(dispute.raisedOn)}.`} tags={<Tag kind={open ? 'soon' : 'theme'}>{open ? 'Open' : dispute.state === 'resolved' ? 'Resolved' : 'Taken back'}</Tag>} />
        <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
        {ask.query['raised'] ? <Confirmation title="It is raised.">It is in the work of whoever has to answer, with its clock.</Confirmation> : null}
        <Columns
          main={<>
            <Card title="What is wrong for them"><Account text={dispute.words} /><h3>What has to happen</h3><Account text={dispute.wanted} /></Card>
            <Card title="Step by step"><Steps steps={dispute.steps.map((step) => ({ title: stepTitle(step), words: <>{step.words}<span class="second">{dayInWords(step.on)}{step.by ? `, ${step.by}` : ''}</span></> }))} /></Card>
            {dispute.endedOn ? <Message kind="good" icon="tick" title={`${dispute.state === 'resolved' ? 'Resolved' : 'Taken back'} on ${dayInWords(dispute.endedOn satisfies PlainDate)}.`}>{dispute.endedWords}</Message> : null}
            {open && !mine ? (
              <Card title="Your answer"><form method="post" action={`/disputes/${dispute.id}`}>{hidden('answer')}<Words name="words" label="What is done about it, and by when" rows={4} value={textOf(ask.body['words'])} {...problem('words')} /><Actions remark={`${dispute.raisedBy} says whether that settles it.`}><Button kind="primary">Send the answer</Button></Actions></form></Card>) : null}
            {open && mine ? (
              <Card title="Is it settled?"><form method="post" action={`/disputes/${dispute.id}`}>{hidden('settle')}<Words name="words" label="What came of it for the children" rows={3} value={textOf(ask.body['words'])} {...problem('words')} /><Actions><Button kind="primary" name="how" value="resolved">It is resolved</Button><Button name="how" value="withdrawn">Take it back</Button></Actions></form></Card>) : null}
          </>}
          aside={<>
            <Card title="For">{cards.map((one) => <NamedToken mark={markOf(one)} href={`/people/${one.id}`} />)}</Card>
            {dispute.meetingId ? <Card title="It came of"><p><a href={`/meetings/${dispute.meetingId}`}>The meeting</a></p></Card> : null}
            {open && mine ? (
              <Card title="Take it further" lede="To Cafcass it may go at any time.">
                <form method="post" action={`/disputes/${dispute.id}`}>{hidden('further')}
                  <Select name="stage" label="To" value={textOf(ask.body['stage']) || 'service'} options={(['service', 'director', 'cafcass'] as const).map((stage) => ({ value: stage, label: stage === 'service' ? 'The head of service' : stage === 'director' ? 'The director' : 'Cafcass' }))} />
                  <Select name="whomId" label="Who has to answer now" optional="not for Cafcass" value={textOf(ask.body['whomId'])} empty="Choose" options={choices(whom, me)} {...problem('whomId')} />
                  <Words name="further" label="Why" rows={2} value={textOf(ask.body['further'])} {...problem('further')} />
                  <Actions><Button>Take it further</Button></Actions>
                </form>
              </Card>) : null}
          </>} />
      </Page>
    )
  },
})
const change = form('/disputes/:id', async (caller, ask, around) => {
  const disputeId = ask.params.id ?? ''
  const b = ask.body
  const what = textOf(b['what'])
  const outcome = what === 'further' ? await takeFurther.perform(caller, { disputeId, stage: textOf(b['stage']), ...(isId(textOf(b['whomId'])) ? { whomId: textOf(b['whomId']) } : {}), words: textOf(b['further']) }, ask.commandId)
    : what === 'settle' ? await settleDispute.perform(caller, { disputeId, how: textOf(b['how']), words: textOf(b['words']) }, ask.commandId)
      : await answerDispute.perform(caller, { disputeId, words: textOf(b['words']) }, ask.commandId)
  if ('problems' in outcome) return again(disputePage, outcome.problems.map((one) => (one.question === 'words' ? { question: what === 'further' ? 'further' : 'words', problem: 'Write it in a sentence or more.' } : one)))(caller, ask, around)
  return { go: `/disputes/${disputeId}` }
})
export const disputeRoutes: readonly Route[] = [raisePage, raise, disputePage, change]
