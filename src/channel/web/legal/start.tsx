import { newId } from '../../../kernel/ids.ts'
import { Actions, Button, ButtonLink } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choices, Select } from '../../../platform/page/fields/choice.tsx'
import { Words } from '../../../platform/page/fields/text.tsx'
import { problemAt } from '../../../platform/page/fields/problemAt.ts'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { given, idsIn, textOf } from '../../../platform/page/posted.ts'
import { Token } from '../../../platform/page/token.tsx'
import { askLegal } from '../../../practice/legal/commands/advising.ts'
import { lawyers } from '../../../practice/legal/queries.ts'
import { again, form, page } from '../../../record/access/page.ts'
import { byBirth, childrenOf, markOf } from '../../../record/people/marks.ts'
import { family } from '../../../record/people/queries.ts'

/** Asks for a legal planning meeting: about whom, why, which lawyer. What is written here is seen with the advice only. */
export const startLegalPage = page('/legal/start', {
  what: 'page.startLegal',
  may: 'record.write',
  load: async (asking, ask) => {
    const people = idsIn(ask.query.people).concat(idsIn(ask.body.around))
    const found = await family.of(asking, { id: people[0] ?? '' })
    const young = childrenOf(found, asking.today)
    return { people, children: found.cards.filter((card) => people.includes(card.id) || young.includes(card)).sort(byBirth), lawyers: await lawyers(asking) }
  },
  view: ({ people, children, lawyers: all }, frame, ask) => {
    const problem = (name: string) => problemAt(ask.problems, name)
    return (
      <Page {...frame} title="Legal planning meeting" problemCount={ask.problems.length}>
        <PageHead title="Ask for a legal planning meeting" lede="Managers and a lawyer look at whether the threshold is met, and decide what follows. For as many children of the family as it concerns." />
        <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
        <form method="post" action="/legal/start" data-keep="legal">
          <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="around" value={people[0] ?? ''} />
          <Columns
            main={<Card title="Why now" lede="Seen by the lawyer, the allocated worker and whom they name; not by everybody who works with the family.">
              <Words name="why" label="What worries us, what was tried, what we ask the meeting" rows={6} value={textOf(ask.body.why)} {...problem('why')} />
              <Select name="adviserId" label="Lawyer" empty="To be named later" value={textOf(ask.body.adviserId) || (all[0]?.id ?? '')} options={all.map((one) => ({ value: one.id, label: [one.name, one.jobTitle?.toLowerCase()].filter(Boolean).join(', ') }))} hint="Reads the record of these children while the legal work lasts." />
            </Card>}
            aside={<Card title="About"><Choices name="people" label="Children" look="hidden" values={idsIn(ask.body.people).length > 0 ? idsIn(ask.body.people) : people} {...problem('people')} options={children.map((card) => ({ value: card.id, label: <span class="with-token"><Token mark={markOf(card)} beside />{card.given || card.name}</span> }))} /></Card>} />
          <Actions remark="Next you arrange the meeting."><Button kind="primary">Go on</Button>{people[0] ? <ButtonLink kind="quiet" href={`/people/${people[0]}/legal`}>Back</ButtonLink> : null}</Actions>
        </form>
      </Page>
    )
  },
})
export const saveStartLegal = form('/legal/start', async (caller, ask, around) => {
  const outcome = await askLegal.perform(caller, { people: idsIn(ask.body.people), why: textOf(ask.body.why), ...given('adviserId', ask.body.adviserId) }, ask.commandId)
  if ('problems' in outcome) return again(startLegalPage, outcome.problems.map((one) => (one.question === 'why' ? { ...one, problem: 'Write why the meeting is needed.' } : one.question === 'people' ? { ...one, problem: 'Tick whom it is about.' } : one)))(caller, ask, around)
  return { go: `/meetings/new?item=${outcome.done.itemId}&kind=legalGateway` }
})
