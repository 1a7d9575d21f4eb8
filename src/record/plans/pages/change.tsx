import { partsOf } from '../../../../content/meetings/plans.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Problem } from '../../../kernel/errors.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Line, Words } from '../../../platform/page/fields/text.tsx'
import { problemAt } from '../../../platform/page/fields/problemAt.ts'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { given, rowsOf, textOf } from '../../../platform/page/posted.ts'
import { NamedToken } from '../../../platform/page/token.tsx'
import { again, form, page } from '../../access/page.ts'
import { byBirth, markOf } from '../../people/marks.ts'
import { cardsOf } from '../../people/queries.ts'
import { changePlan } from '../commands.ts'
import { planKindOf } from '../queries.ts'
import { planFor } from '../register.ts'
import { asOfVersion } from '../rules.ts'
import { NeedRows } from './needRows.tsx'
import { actionsWithoutWords, lineProblem, needsIn } from './posted.ts'

/** The plan to be written further: a new version each time, with the reason. */
const changePage = page('/plans/:id/change', {
  what: 'page.changePlan',
  may: 'record.write',
  load: async (asking, ask) => {
    const plan = await planFor(asking, ask.params.id ?? '')
    return { plan, people: [...(await cardsOf(asking, plan.people.filter((one) => !one.endedOn).map((one) => one.personId))).values()].sort(byBirth) }
  },
  view: ({ plan, people }, frame, ask) => {
    const b = ask.body
    const kind = planKindOf(plan.kind)
    const parts = partsOf(kind)
    const needs = asOfVersion(plan.needs, plan.version)
    const actions = asOfVersion(plan.actions, plan.version)
    const problem = (name: string) => problemAt(ask.problems, name)
    return (
      <Page {...frame} title={`Change: ${planKindOf(plan.kind).name}`} problemCount={ask.problems.length}>
        <PageHead title={`Change the ${planKindOf(plan.kind).name.toLowerCase()}`} lede="In plain words: the family reads it. What it said before stays, version by version." />
        <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question, words: p.problem }))} />
        <form method="post" action={`/plans/${plan.id}/change`} data-keep="plan">
          <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="version" value={textOf(b.version) || plan.version} />
          <Columns
            main={<>
              <Card title={parts.words}><Words name="words" label="In plain words, about all of them" rows={4} value={ask.problems.length > 0 ? textOf(b.words) : plan.words} {...problem('words')} /></Card>
              <Card title="What has to change" lede="Empty a line to take it out of the plan."><NeedRows people={people} blank={2} typed={ask.problems.length > 0 ? rowsOf(b.needs) : []} rows={needs.map((need) => ({ need, actions: actions.filter((action) => action.needLine === need.line) }))} /></Card>
              {kind.fact ? <Card title="What the young person says"><Words name="ownWords" label="In their own words" theirs rows={2} value={ask.problems.length > 0 ? textOf(b.ownWords) : (plan.ownWords ?? '')} maxLength={8000} /></Card> : null}
              <Card title={parts.ifNot}><Words name="ifNot" label={kind.fact ? 'What we do then' : 'What happens if nothing changes'} look="hidden" rows={2} value={ask.problems.length > 0 ? textOf(b.ifNot) : (plan.ifNot ?? '')} /></Card>
              <Card title="Why the plan is changed"><Line name="reason" label="In a few words" value={textOf(b.reason)} {...problem('reason')} /></Card>
            </>}
            aside={<Card title="Who it is for">{people.map((card) => <NamedToken mark={markOf(card)} />)}</Card>} />
          <Actions><Button kind="primary">Save the plan</Button></Actions>
        </form>
      </Page>
    )
  },
})

const inPlainWords = (problem: Problem): Problem =>
  problem.question === 'reason' ? { ...problem, problem: 'Say in a few words why the plan is changed.' }
    : problem.question.startsWith('needs.') ? lineProblem(problem) : problem

const saveChange = form('/plans/:id/change', async (caller, ask, around) => {
  const planId = ask.params.id ?? ''
  const apart = actionsWithoutWords(ask.body.needs)
  if (apart.length > 0) return again(changePage, apart)(caller, ask, around)
  const outcome = await changePlan.perform(caller, { planId, version: Number(textOf(ask.body.version)), reason: textOf(ask.body.reason), words: textOf(ask.body.words), ...given('ifNot', ask.body.ifNot), ...given('ownWords', ask.body.ownWords), needs: needsIn(ask.body.needs, caller.clock.today()) }, ask.commandId)
  return 'problems' in outcome ? again(changePage, outcome.problems.map(inPlainWords))(caller, ask, around) : { go: `/plans/${planId}?changed=1` }
})
export const changePlanRoutes = [changePage, saveChange] as const
