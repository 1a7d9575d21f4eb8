import { dayInWords } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { Actions, Button, ButtonLink } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choice, Choices } from '../../../platform/page/fields/choice.tsx'
import { DateField, Words } from '../../../platform/page/fields/text.tsx'
import { problemAt } from '../../../platform/page/fields/problemAt.ts'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { idsIn, textOf } from '../../../platform/page/posted.ts'
import { Token } from '../../../platform/page/token.tsx'
import { again, form, page } from '../../../record/access/page.ts'
import { markOf } from '../../../record/people/marks.ts'
import { raiseProtection } from '../commands/discussing.ts'
import { childrenAround } from '../queries.ts'

/** Says that a child may be suffering harm, or that children on another authority’s plan have come: the clock begins here. */
const startPage = page('/protection/start', {
  what: 'page.startProtection',
  may: 'record.write',
  load: async (asking, ask) => { const people = idsIn(ask.query.people).concat(idsIn(ask.body.around)); return { children: await childrenAround(asking, people[0] ?? ''), people, today: asking.today } },
  view: ({ children, people, today }, frame, ask) => {
    const problem = (name: string) => problemAt(ask.problems, name)
    return (
      <Page {...frame} title="Child protection" problemCount={ask.problems.length}>
        <PageHead title="Child protection" lede="For as many children of the family as it concerns. If a child is in danger now, ring the police first." />
        <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
        <form method="post" action="/protection/start" data-keep="protection">
          <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="around" value={people[0] ?? ''} />
          <Columns
            main={<Card title="What has happened">
              <Choice name="why" label="What begins now" look="question" value={textOf(ask.body.why) || 'harm'} options={[
                { value: 'harm', label: 'Harm is suspected: a strategy discussion', hint: 'Social care, the police and health decide together whether to enquire. The team manager is asked to hold it.' },
                { value: 'transferIn', label: 'Another authority writes: a transfer-in conference', hint: 'Children with a child protection plan elsewhere have moved here. The clock runs from the day of the written notice.' },
              ]} />
              <DateField name="on" label="Known since" value={textOf(ask.body.on) || dayInWords(today)} {...problem('on')} />
              <Words name="words" label="What we were told, and by whom" rows={4} value={textOf(ask.body.words)} {...problem('words')} />
            </Card>}
            aside={<Card title="About"><Choices name="people" label="Children" look="hidden" values={idsIn(ask.body.people).length > 0 ? idsIn(ask.body.people) : people} {...problem('people')} options={children.map((card) => ({ value: card.id, label: <span class="with-token"><Token mark={markOf(card)} beside />{card.given || card.name}</span> }))} /></Card>} />
          <Actions><Button kind="primary">Begin</Button>{people[0] ? <ButtonLink kind="quiet" href={`/people/${people[0]}/family`}>Back to the family</ButtonLink> : null}</Actions>
        </form>
      </Page>
    )
  },
})
const start = form('/protection/start', async (caller, ask, around) => {
  const today = caller.clock.today()
  const why = textOf(ask.body.why)
  const outcome = await raiseProtection.perform(caller, { people: idsIn(ask.body.people), why, words: textOf(ask.body.words), on: typedDay(textOf(ask.body.on), today) ?? textOf(ask.body.on) }, ask.commandId)
  if ('problems' in outcome) return again(startPage, outcome.problems.map((one) => (one.question === 'words' ? { ...one, problem: 'Write what we were told.' } : one.question === 'people' ? { ...one, problem: 'Tick whom it is about.' } : one)))(caller, ask, around)
  return { go: why === 'harm' ? `/protection/discussions/${outcome.done.itemId}` : `/meetings/new?item=${outcome.done.itemId}&kind=transferInConference` }
})
export const startRoutes = [startPage, start] as const
