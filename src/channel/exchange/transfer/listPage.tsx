import { dayInWords, dayOf, moment } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Field } from '../../../platform/page/fields/frame.tsx'
import { Line } from '../../../platform/page/fields/text.tsx'
import { problemAt } from '../../../platform/page/fields/problemAt.ts'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { textOf } from '../../../platform/page/posted.ts'
import { again, form, page } from '../../../record/access/page.ts'
import { may } from '../../../record/access/permissions.ts'
import { cardsOf } from '../../../record/people/queries.ts'
import { NumberMissing, numberMissing } from './councils/numberMissing.tsx'
import * as given from './giving/givenStore.ts'
import type { GivenState } from './giving/model.ts'
import { stageTransfer } from './taking/commands.ts'
import type { StagedState } from './taking/model.ts'
import * as staged from './taking/stagedStore.ts'

const cameWords: Readonly<Record<StagedState, string>> = { staged: 'Say whom it is about', taken: 'Waits to be accepted', accepted: 'Accepted', refused: 'Refused' }
const goneWords: Readonly<Record<GivenState, string>> = { asked: 'Waits for a manager', agreed: 'Agreed, not yet sent', refused: 'Not agreed', sent: 'Sent, not yet received', taken: 'They are responsible', withdrawn: 'Taken back' }

/** Cases that go to other councils and come from there; and where a file that came is brought in. */
export const transfersPage = page('/transfers', {
  what: 'page.transfers',
  may: 'record.read',
  load: async (asking) => {
    const [came, gone] = [await staged.recent(asking.db), await given.recent(asking.db)]
    return { came, gone, cards: await cardsOf(asking, [...new Set(gone.flatMap((one) => one.people.filter((each) => each.part === 'child').map((each) => each.id)))]), brings: may(asking.actor, 'contact.record'), missing: await numberMissing(asking) }
  },
  view: ({ came, gone, cards, brings, missing }, frame, ask) => {
    const problem = (name: string) => problemAt(ask.problems, name)
    return (
      <Page {...frame} title="Cases between councils" place="front-door" problemCount={ask.problems.length}>
        <PageHead title="Cases between councils" lede="What another council hands to us, and what we hand over. Each is owned until the other side has said that it is responsible." />
        <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
        <NumberMissing missing={missing} />
        <Columns
          main={<>
            <Card title="From other councils" aside={String(came.length)}>{came.length === 0 ? <EmptyState title="Nothing came">A file that another council sent is brought in beside this.</EmptyState> : <ul class="lines">{came.map((one) => <li class="line-ends"><p><a class="name" href={`/transfers/came/${one.id}`}>{one.fromName}</a><span class="second">{one.children === 1 ? 'one child' : `${one.children} children`}, came {dayInWords(dayOf(moment(one.stagedAt)))}</span></p><span>{cameWords[one.state]}</span></li>)}</ul>}</Card>
            <Card title="To other councils" aside={String(gone.length)}>{gone.length === 0 ? <EmptyState title="Nothing is handed over">It begins on the plans of a child.</EmptyState> : <ul class="lines">{gone.map((one) => <li class="line-ends"><p><a class="name" href={`/transfers/given/${one.id}`}>{one.toName}</a><span class="second">{listed(one.people.filter((each) => each.part === 'child').flatMap((each) => cards.get(each.id)?.name ?? []))}, asked by {one.askedBy}</span></p><span>{goneWords[one.state]}</span></li>)}</ul>}</Card>
          </>}
          aside={brings ? <Card title="Bring in a file" lede="It is opened, and its signature and every part are checked. Nothing goes on the record by this.">
            <form method="post" action="/transfers" enctype="multipart/form-data">
              <input type="hidden" name="commandId" value={newId()} />
              <Field field={{ name: 'file', label: 'File that the other council sent', ...problem('file') }}><input class="box" type="file" id="file" name="file" accept=".kith" /></Field>
              <Line name="words" label="Words it is locked with" optional="where they told you some" value={textOf(ask.body['words'])} {...problem('words')} />
              <Actions><Button kind="primary">Look at it</Button></Actions>
            </form>
          </Card> : null} />
      </Page>
    )
  },
})

export const bringTransfer = form('/transfers', async (caller, ask, around) => {
  const file = textOf(ask.body['file'])
  if (file === '') return again(transfersPage, [{ question: 'file', problem: 'Choose the file.' }])(caller, ask, around)
  const words = textOf(ask.body['words']).trim()
  const came = await stageTransfer.perform(caller, { file, ...(words ? { words } : {}) }, ask.commandId)
  return 'problems' in came ? again(transfersPage, came.problems)(caller, ask, around) : { go: `/transfers/came/${came.done.id}?staged=1` }
})
