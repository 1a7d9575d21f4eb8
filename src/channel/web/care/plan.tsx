import { careFacts } from '../../../../content/care/facts.ts'
import { carePlans } from '../../../../content/meetings/plans.ts'
import { dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import { notFound, type Problem } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { DateField, Words } from '../../../platform/page/fields/text.tsx'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { Message } from '../../../platform/page/message.tsx'
import { Breadcrumb } from '../../../platform/page/navigation.tsx'
import { rowsOf } from '../../../platform/page/posted.ts'
import { Quote } from '../../../platform/page/words.tsx'
import { beginCarePlan } from '../../../practice/care/planning.ts'
import { again, form, page, type Ask } from '../../../record/access/page.ts'
import { careOf } from '../../../record/care/queries.ts'
import { markOf } from '../../../record/people/marks.ts'
import { NeedRows } from '../../../record/plans/pages/needRows.tsx'
import { needsIn } from '../../../record/plans/pages/posted.ts'
import { currentPlans } from '../../../record/plans/queries.ts'
import { textOf } from '../people/detailForms.tsx'
import { answersIn, Asked } from './record.tsx'
import { backOf, childFor, Children, dayOr, inWords, namesOf, numbers, siblings, stepsTo, Summary } from './typing.tsx'

const planAsked = (ask: Ask) => {
  const kind = carePlans.find((one) => one.id === (textOf(ask.body.kind) || ask.query.kind))
  const fact = careFacts.find((one) => one.id === kind?.fact)
  if (!kind || !fact) throw notFound('There is no such plan. Open it from the page of the child.')
  // What the plan's own lines say is not asked a second time.
  return { kind, fact: { ...fact, questions: fact.questions.filter((one) => one.kind !== 'words') } }
}
const ownWords = (label: string | undefined): boolean => label?.includes('own words') ?? false

/** A care plan, placement plan, personal education plan or pathway plan begins: for one child, or for brothers and sisters at once. */
export const planForPage = page('/people/:id/care/plan', {
  what: 'page.beginCarePlan',
  may: 'record.write',
  load: async (asking, ask) => {
    const { read, card } = await childFor(asking, ask)
    const { kind, fact } = planAsked(ask)
    const all = siblings(read, card)
    const care = await careOf(asking, all.map((one) => one.id))
    const found = kind.assessedBy ? care.facts.find((one) => one.kind === kind.assessedBy && one.personId === card.id) : undefined
    const running = (await currentPlans(asking, [card.id])).find((one) => one.kind === kind.id)
    return { read, card, kind, fact, running, found, who: all.filter((one) => one.id === card.id || (kind.id !== 'pathwayPlan' && care.periods.some((period) => period.personId === one.id && period.to === null))) }
  },
  view: ({ read, card, kind, fact, running, found, who }, frame, ask) => {
    const back = backOf(ask, { on: numbers(read.today) })
    const given = card.given || card.name
    const base = `/people/${card.id}/care`
    return (
      <Page {...frame} title={kind.name} problemCount={ask.problems.length}>
        <PageHead title={`${kind.name} for ${given}`} before={<Breadcrumb steps={stepsTo(card, kind.name)} />} lede="In plain words: the child reads it too. Leave out a line about which nothing has to be done now." />
        <Summary ask={ask} />
        {running ? <Message kind="soon" title={`A ${kind.name.toLowerCase()} runs since ${dayInWords(running.startedOn)}.`}><a href={`/plans/${running.id}/change`}>Change that one</a>, unless a new one takes its place: it ends then.</Message> : null}
        {kind.assessedBy && !found && !running ? <Message kind="soon" title="What is needed is not written down yet."><a href={`${base}/record?kind=${kind.assessedBy}`}>Write the assessment first</a>, and what it says stands beside each line here.</Message> : null}
        {found?.words ? <Card><Quote hue={markOf(card).hue} words={found.words} said={<>{given}, in the assessment of {dayInWords(found.on)}</>} /></Card> : null}
        <form method="post" action={`${base}/plan?kind=${kind.id}`} data-keep="plan">
          <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="kind" value={kind.id} />
          <div class="stack-gap">
            <Card title="The plan in short">
              <Children ask={ask} label="Whom it is for" who={who} ticked={[card.id]} />
              <DateField label={fact.on} {...back('on')} />
              {fact.questions.map((question) => <Asked question={question} back={back} today={read.today} />)}
              <Words label="The plan in a few sentences, as the child would hear it" rows={3} {...back('words')} maxLength={8000} />
              {ownWords(fact.wordsLabel) ? <Words label={fact.wordsLabel ?? ''} theirs optional="if it was said" rows={2} {...back('ownWords')} maxLength={8000} /> : null}
            </Card>
            <Card title="What has to come about" lede={`Who does what, by when, and how we shall know. ${kind.source ? `What it speaks of: ${kind.source}.` : ''}`}>
              <NeedRows rows={[]} blank={1} typed={rowsOf(ask.body.needs)} people={who} areas={(kind.areas ?? []).map(({ from, ...area }) => ({ ...area, ...(from && found?.answers[from] ? { found: found.answers[from] } : {}) }))} />
            </Card>
            <Card title="If this does not work"><Words label="What we do then" look="hidden" rows={2} {...back('ifNot')} maxLength={4000} /></Card>
          </div>
          <Actions remark="How far it has come is told at each review. Two reviews running with nothing better, and it counts as drifting."><Button kind="primary">Make the plan</Button><a href={base}>Back</a></Actions>
        </form>
      </Page>
    )
  },
})

const lines = (ask: Ask, today: PlainDate, areas: readonly string[]): Record<string, unknown>[] =>
  needsIn(ask.body.needs, today).filter((row) => !(areas.includes(textOf(row.words)) && textOf(row.wanted).trim() === '' && rowsOf(row.actions).length === 0))

const plainly = (problem: Problem): Problem => (problem.question === 'needs' && !problem.problem.startsWith('Say for') ? { ...problem, problem: 'Say in at least one line what has to come about, and who does what.' }
  : problem.question.startsWith('needs.') ? { question: 'needs', problem: 'A line is not finished: say what it will be like then, and who does what.' }
    : problem.question === 'words' ? { ...problem, problem: 'Write the plan in a few sentences.' } : inWords(problem))

export const savePlanFor = form('/people/:id/care/plan', async (caller, ask, around) => {
  const today = caller.clock.today()
  const { kind, fact } = planAsked(ask)
  const text = (name: string): string => textOf(ask.body[name]).trim()
  const outcome = await beginCarePlan.perform(caller, {
    id: newId(), kind: kind.id, people: namesOf(ask), on: dayOr(ask.body.on, today), words: text('words'), answers: answersIn(ask, fact, today), needs: lines(ask, today, (kind.areas ?? []).map((one) => one.words)),
    ...(text('ifNot') ? { ifNot: text('ifNot') } : {}), ...(text('ownWords') ? { ownWords: text('ownWords') } : {}),
  }, ask.commandId)
  if ('problems' in outcome) return again(planForPage, outcome.problems.map(plainly))(caller, ask, around)
  return { go: `/plans/${outcome.done.planId}` }
})
