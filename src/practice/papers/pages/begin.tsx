import { paperKindOf, paperKinds } from '../kinds.ts'
import { newId } from '../../../kernel/ids.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { Actions, Button, ButtonLink } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choice, Choices } from '../../../platform/page/fields/choice.tsx'
import { DateField, Line } from '../../../platform/page/fields/text.tsx'
import { problemAt } from '../../../platform/page/fields/problemAt.ts'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { idsIn, textOf } from '../../../platform/page/posted.ts'
import { Token } from '../../../platform/page/token.tsx'
import { again, form, page } from '../../../record/access/page.ts'
import { markOf } from '../../../record/people/marks.ts'
import { beginPaper } from '../commands.ts'
import { childrenOf } from '../queries.ts'

/** Which paper, for whom, about which children. `?kind=mapping`: a mapping with the family, which is no paper for anybody else. */
const beginPage = page('/papers/new', {
  what: 'page.beginPaper',
  may: 'record.write',
  load: async (asking, ask) => { const people = idsIn(ask.query.people).concat(idsIn(ask.body.around)); const asked = paperKindOf(textOf(ask.body.kind) || (ask.query.kind ?? '')); return { children: await childrenOf(asking, people[0] ?? ''), people, own: asked?.withFamily ? asked : undefined } },
  view: ({ children, people, own }, frame, ask) => {
    const title = own?.title ?? 'Report or court paper'
    const problem = (name: string) => problemAt(ask.problems, name)
    return (
      <Page {...frame} title={title} problemCount={ask.problems.length}>
        <PageHead title={title} lede={own ? `${own.hint} The one before is brought forward.` : 'You write what only you can write. Family, orders, placements, whom the children see, health, learning, plans and the chronology with its sources are put in from the record.'} />
        <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
        <form method="post" action="/papers/new" data-keep="paper-new">
          <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="around" value={people[0] ?? ''} />
          <Columns
            main={own ? <Card title="The mapping"><input type="hidden" name="kind" value={own.id} /><Line name="forWhom" label={own.forWhom} hint="As: at home, with Kelly, her mother and the school nurse" value={textOf(ask.body.forWhom)} {...problem('forWhom')} /></Card> : <Card title="The paper">
              <Choice name="kind" label="Which paper" look="question" value={textOf(ask.body.kind)} {...problem('kind')} options={paperKinds.filter((kind) => !kind.withFamily).map((kind) => ({ value: kind.id, label: kind.title, hint: kind.hint }))} />
              <Line name="forWhom" label="Which conference, or which court, case number and hearing" value={textOf(ask.body.forWhom)} {...problem('forWhom')} />
              <DateField name="dueOn" label="There by" value={textOf(ask.body.dueOn)} {...problem('dueOn')} />
            </Card>}
            aside={<Card title="About"><Choices name="people" label="Children" look="hidden" values={idsIn(ask.body.people).length > 0 ? idsIn(ask.body.people) : people} {...problem('people')} options={children.map((card) => ({ value: card.id, label: <span class="with-token"><Token mark={markOf(card)} beside />{card.given || card.name}</span> }))} /></Card>} />
          <Actions><Button kind="primary">Begin writing</Button>{people[0] ? <ButtonLink kind="quiet" href={`/people/${people[0]}/${own ? 'family' : 'plans'}`}>Back</ButtonLink> : null}</Actions>
        </form>
      </Page>
    )
  },
})
const says: Readonly<Record<string, string>> = { forWhom: 'Write which conference, or which court, case number and hearing.', people: 'Tick whom it is about.', kind: 'Choose which paper it is.' }
const begin = form('/papers/new', async (caller, ask, around) => {
  const due = textOf(ask.body.dueOn).trim()
  const outcome = await beginPaper.perform(caller, { kind: textOf(ask.body.kind), people: idsIn(ask.body.people), forWhom: textOf(ask.body.forWhom), ...(due ? { dueOn: typedDay(due, caller.clock.today()) ?? due } : {}) }, ask.commandId)
  if ('problems' in outcome) return again(beginPage, outcome.problems.map((one) => ({ ...one, problem: (paperKindOf(textOf(ask.body.kind))?.withFamily && one.question === 'forWhom' ? 'Write where it is, and with whom.' : says[one.question]) ?? one.problem })))(caller, ask, around)
  return { go: `/papers/${outcome.done.itemId}` }
})
export const beginPaperRoutes = [beginPage, begin] as const
