import { handoverReasons } from '../../../../content/codes/handovers.ts'
import { labelOf } from '../../../kernel/codes.ts'
import { dayInWords } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { listedShort } from '../../../kernel/phrasing.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Select } from '../../../platform/page/fields/choice.tsx'
import { Words } from '../../../platform/page/fields/text.tsx'
import { problemAt } from '../../../platform/page/fields/problemAt.ts'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, Message } from '../../../platform/page/message.tsx'
import { textOf } from '../../../platform/page/posted.ts'
import { Tag } from '../../../platform/page/tag.tsx'
import { NamedToken } from '../../../platform/page/token.tsx'
import { Account } from '../../../platform/page/words.tsx'
import { again, form, page } from '../../../record/access/page.ts'
import { ageInWords, markOf } from '../../../record/people/marks.ts'
import { giveBack, takeOver, withdraw } from '../commands.ts'
import type { Handover, HandoverState } from '../model.ts'
import { handing } from '../queries.ts'
import { WorkThatGoes } from './parts.tsx'

const stateWords: Readonly<Record<HandoverState, string>> = { open: 'Waits for an answer', taken: 'Taken over', returned: 'Not taken', withdrawn: 'Taken back' }
const whoseNow = (one: Handover): string =>
  one.state === 'open' ? `They are with ${one.fromTeam} until ${one.toTeam} has taken them.` : one.state === 'taken' ? `${one.worker ?? 'Somebody'} of ${one.toTeam} works with them.` : `They stayed with ${one.fromTeam}.`

/** A handover: what the other team has to know, what goes along, and the answer. */
export const handoverPage = page('/handovers/:id', {
  what: 'page.handover',
  may: 'record.read',
  load: (asking, ask) => handing(asking, ask.params.id ?? ''),
  view: ({ handover, cards, takes, gives, workers, split, today }, frame, ask) => {
    const problem = (name: string) => problemAt(ask.problems, name)
    const hidden = (what: string) => <><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value={what} /></>
    const action = `/handovers/${handover.id}`
    return (
      <Page {...frame} title="Handover" problemCount={ask.problems.length}>
        <PageHead title={`${listedShort(cards.map((one) => one.given || one.name))}: ${handover.fromTeam} to ${handover.toTeam}`} lede={`${handover.askedBy} asked on ${dayInWords(handover.askedOn)}. ${whoseNow(handover)}`}
          tags={<Tag kind={handover.state === 'open' ? 'soon' : 'theme'}>{stateWords[handover.state]}</Tag>} />
        <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
        {ask.query['asked'] && handover.state === 'open' ? <Confirmation title={`${handover.withWhom ?? handover.toTeam} has been asked.`}>It is in their work, and beside both teams’ boards until it is answered.</Confirmation> : null}
        <Columns
          main={<>
            {handover.endedOn && handover.state !== 'open' ? <Message kind={handover.state === 'taken' ? 'good' : 'wait'} icon={handover.state === 'taken' ? 'tick' : 'history'} title={`${stateWords[handover.state]} on ${dayInWords(handover.endedOn)}${handover.endedBy ? ` by ${handover.endedBy}` : ''}.`}>{handover.endedWords ?? whoseNow(handover)}</Message> : null}
            <Card title="What to know first" aside={labelOf(handoverReasons, handover.reason)}><Account text={handover.words} />{handover.left ? <><h3>Left to do</h3><Account text={handover.left} /></> : null}</Card>
            {takes ? (
              <Card title="Take them over">
                <form method="post" action={action}>{hidden('take')}
                  <Select name="workerId" label="Who works with them from now on" width={24} empty="Choose a worker" value={textOf(ask.body['workerId'])} options={workers.map((one) => ({ value: one.workerId, label: `${one.name}: ${one.people}${one.limit ? ` of ${one.limit}` : ''} people` }))} {...problem('workerId')} />
                  <Actions remark="Their work, plans and parents go along at once. Clocks go on."><Button kind="primary">Take them over</Button></Actions>
                </form>
              </Card>) : null}
            {takes ? (
              <Card title="Or not">
                <form method="post" action={action}>{hidden('return')}<Words name="back" label="Why not, and what would change that" rows={3} value={textOf(ask.body['back'])} {...problem('back')} /><Actions remark={`They stay with ${handover.fromTeam}. You no longer see their records for this.`}><Button>Do not take them</Button></Actions></form>
              </Card>) : null}
            {gives && !takes ? (
              <Card title="Take it back">
                <form method="post" action={action}>{hidden('withdraw')}<Words name="back" label="Why" rows={2} value={textOf(ask.body['back'])} {...problem('back')} /><Actions remark="Nothing has moved."><Button>Take it back</Button></Actions></form>
              </Card>) : null}
          </>}
          aside={<>
            <Card title="Who goes"><ul class="lines">{cards.map((one) => <li><NamedToken mark={markOf(one)} href={`/people/${one.id}`} second={ageInWords(one, today)} /></li>)}</ul></Card>
            {handover.state === 'open' ? <WorkThatGoes split={split} title="Goes along" gives={gives} /> : null}
          </>} />
      </Page>
    )
  },
})
export const saveHandover = form('/handovers/:id', async (caller, ask, around) => {
  const handoverId = ask.params.id ?? ''
  const what = textOf(ask.body['what'])
  const words = textOf(ask.body['back'])
  const outcome = what === 'take' ? await takeOver.perform(caller, { handoverId, workerId: textOf(ask.body['workerId']) }, ask.commandId)
    : what === 'return' ? await giveBack.perform(caller, { handoverId, words }, ask.commandId) : await withdraw.perform(caller, { handoverId, words }, ask.commandId)
  if ('problems' in outcome) return again(handoverPage, outcome.problems.map((one) => (one.question === 'words' ? { question: 'back', problem: 'Say why, in a sentence or more.' } : one.question === 'workerId' && !textOf(ask.body['workerId']) ? { ...one, problem: 'Choose who works with them from now on.' } : one)))(caller, ask, around)
  // Whoever did not take them no longer sees their records for this.
  return { go: what === 'return' ? '/' : `/handovers/${handoverId}` }
})
