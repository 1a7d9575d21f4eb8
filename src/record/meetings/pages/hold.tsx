import { participations, planProgress } from '../../../../content/codes/meetings.ts'
import { labelOf } from '../../../kernel/codes.ts'
import { dayInWords } from '../../../kernel/dates.ts'
import type { Problem } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card, Facts } from '../../../platform/page/card.tsx'
import { DecideForEachChild } from '../../../platform/page/decide-for-each.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choices, Segments, Select, Tick } from '../../../platform/page/fields/choice.tsx'
import { FieldProblem } from '../../../platform/page/fields/frame.tsx'
import { DateField, Line, Words } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Message } from '../../../platform/page/message.tsx'
import { idsIn, isYes, rowsOf, textOf, treeOf } from '../../../platform/page/posted.ts'
import { NamedToken, Token } from '../../../platform/page/token.tsx'
import { again, form, page, type Ask } from '../../access/page.ts'
import { ageInWords, byBirth, markOf } from '../../people/marks.ts'
import type { Card as PersonCard } from '../../people/model.ts'
import { cardsOf } from '../../people/queries.ts'
import type { WholePlan } from '../../plans/model.ts'
import { planKindOf, plansReviewedAt } from '../../plans/queries.ts'
import { NeedRows } from '../../plans/pages/needRows.tsx'
import { lineProblem } from '../../plans/pages/posted.ts'
import { holdMeeting } from '../commands/holding.ts'
import { broughtTo, type Brought } from '../followers.ts'
import type { Invited } from '../model.ts'
import { kindFor, meetingFor } from '../register.ts'
import { agencyLabel, categoriesOf } from '../rules.ts'
import { holdIn, leftOut } from './held.ts'
import { whenInWords } from './words.ts'

const WithToken = ({ card }: { card: PersonCard }) => <span class="with-token"><Token mark={markOf(card)} beside />{card.given || card.name}</span>
const problemAt = (problems: readonly Problem[], field: string): { problem: string } | Record<string, never> => {
  const found = problems.find((p) => p.question === field)
  return found ? { problem: found.problem } : {}
}
const makesPlan = ['initialConference', 'preBirthConference', 'transferInConference', 'childInNeedMeeting']

/** Writes down a meeting that was held: who came, one set of minutes with passages about one, what each agency thinks, what was decided for each child. */
const holdPage = page('/meetings/:id/hold', {
  what: 'page.holdMeeting',
  may: 'record.write',
  load: async (asking, ask) => {
    const meeting = await meetingFor(asking, ask.params.id ?? '')
    const ids = meeting.people.map((person) => person.personId)
    return { meeting, brought: await broughtTo(asking, meeting.kind, ids), kind: kindFor(meeting.kind), plans: await plansReviewedAt(asking, meeting), people: [...(await cardsOf(asking, ids)).values()].sort(byBirth), today: asking.today }
  },
  view: ({ meeting, brought, kind, plans, people, today }, frame, ask) => {
    const b = ask.body
    const problems = ask.problems
    const passages = rowsOf(b.passages)
    const chosen = treeOf(b.outcome)
    const sent = Object.keys(b).length > 0
    const several = people.length > 1
    const categories = sent ? treeOf(b.category) : categoriesBefore(brought, plans, people.map((card) => card.id))
    const needs = sent || !brought ? rowsOf(b.needs) : broughtRows(brought)
    const reasons = treeOf(chosen.reason)
    const asksCategory = kind.outcomes.some((one) => one.asks?.includes('category'))
    const reviewed = plans.map((plan) => ({ plan, needs: plan.needs.filter((need) => need.to === null && need.state === 'open') })).filter((one) => one.needs.length > 0)
    const progress = treeOf(b.progress)
    return (
      <Page {...frame} title={`Write down: ${kind.name}`} problemCount={problems.length}>
        <PageHead title={kind.name} lede={`${whenInWords(meeting)} ${several ? 'Written once for all the children; what is about one of them only goes in a passage of its own.' : ''}`.trim()} />
        <ErrorSummary problems={problems.map((p) => ({ field: p.question, words: p.problem }))} />
        {meeting.on > today && !sent ? <Message kind="soon" title={`It is arranged for ${dayInWords(meeting.on)}, which has not come yet.`}>Where it was held earlier, give that day. Where the day has changed, <a href={`/meetings/${meeting.id}`}>rearrange it</a>.</Message> : null}
        <form method="post" action={`/meetings/${meeting.id}/hold`} data-keep="meeting">
          <input type="hidden" name="commandId" value={newId()} />
          <div class="stack-gap"><Columns
            main={<>
              <Card title="Who came" {...(kind.quorum ? { lede: kind.quorum.words } : {})}>
                <DateField name="on" label="Held on" value={textOf(b.on) || (meeting.on > today ? '' : dayInWords(meeting.on))} {...problemAt(problems, 'on')} />
                {meeting.invited.length > 0 ? <Tick name="cameRest" label="Everybody came, except where it says otherwise below" checked={isYes(b.cameRest)} /> : null}
                <ul class="lines">{meeting.invited.map((one) => <Came one={one} {...problemAt(problems, `came.${one.id}.how`)} typed={treeOf(treeOf(b.came)[one.id])} core={makesPlan.includes(kind.id)} usual={ask.problems.length === 0 && (kind.usually.some((usual) => usual.agency === one.agency && usual.core) || (brought?.members.some((member) => member.name === one.name) ?? false))} />)}</ul>
                {kind.quorum ? <Line name="quorumReason" label="Why it went ahead, if not enough of them came" optional="only then" value={textOf(b.quorumReason)} {...problemAt(problems, 'quorumReason')} /> : null}
                {meeting.dueOn && today > meeting.dueOn ? <Line name="lateReason" label="Why it was held late" optional="if it was" value={textOf(b.lateReason)} {...problemAt(problems, 'lateReason')} /> : null}
              </Card>
              {reviewed.map(({ plan, needs }) => (
                <Card title={reviewed.length > 1 ? `How far the ${planKindOf(plan.kind).name.toLowerCase()} has come` : 'How far the plan has come'} lede="For each thing that has to change. Two reviews running with nothing better or achieved, and the plan counts as drifting." aside={<a href={`/plans/${plan.id}`}>{planKindOf(plan.kind).name}</a>}>
                  <ul class="lines">{needs.map((need) => (
                    <li>
                      <p><strong>{need.words}</strong><span class="second">{need.wanted}</span></p>
                      <Segments name={`progress.${need.line}.progress`} legend={`How far: ${need.words}`} value={textOf(treeOf(progress[need.line]).progress)} options={planProgress.codes.map((one) => ({ value: one.code, label: one.label }))} {...problemAt(problems, `progress.${need.line}.progress`)} />
                      <Line name={`progress.${need.line}.words`} label="What shows it" optional="in a few words" value={textOf(treeOf(progress[need.line]).words)} />
                    </li>
                  ))}</ul>
                </Card>
              ))}
              <Card title="Minutes"><Words name="words" label={several ? 'What was said, about all of them' : 'What was said'} rows={8} value={textOf(b.words)} {...problemAt(problems, 'words')} />
                {(several ? [0, 1, 2] : []).map((i) => {
                  const ticked = idsIn(passages[i]?.about)
                  return (
                    <details class="fold one-more" open={ticked.length > 0 || textOf(passages[i]?.words) !== ''}>
                      <summary><span class="fold-link">{i === 0 ? 'Add a passage about one of them' : 'Add another passage'}</span></summary>
                      <Choices name={`passages.${i}.about`} label="This passage is about" columns values={ticked} {...problemAt(problems, `passages.${i}.about`)} options={people.map((card) => ({ value: card.id, label: <WithToken card={card} /> }))} />
                      <Words name={`passages.${i}.words`} label="Passage" look="hidden" rows={3} value={textOf(passages[i]?.words)} />
                    </details>
                  )
                })}
              </Card>
            </>}
            aside={<>
              <Card title="About">{people.map((card) => <NamedToken mark={markOf(card)} second={ageInWords(card, today)} />)}</Card>
              {brought ? <Card title={`The plan of ${brought.from}`} lede="It stands until this conference decides. What it says stands in the form already.">
                <Facts facts={[{ label: 'Since', value: dayInWords(brought.since) }, { label: 'Category', value: [...new Set(brought.categories.values())].map((code) => labelOf(categoriesOf(kind), code)).join(', ') || 'Not told' }, { label: 'To change', value: brought.needs.length === 1 ? 'One line' : `${brought.needs.length} lines` }]} />
                <p><a href={brought.href}>Read it as they wrote it</a></p>
              </Card> : null}
              {kind.participation ? (
                <Card title="The children’s own part">{people.filter((card) => !card.unborn).map((card) => {
                  const typed = treeOf(treeOf(b.part)[card.id])
                  return (
                    <details class="fold" open={textOf(typed.code) !== '' || textOf(typed.words) !== ''}>
                      <summary><WithToken card={card} /></summary>
                      <Select name={`part.${card.id}.code`} label={`How ${card.given || card.name} took part`} empty="Not recorded" value={textOf(typed.code)} options={participations.codes.map((one) => ({ value: one.code, label: one.label }))} {...problemAt(problems, `part.${card.id}.code`)} />
                      <Words name={`part.${card.id}.words`} label="In their own words" rows={2} theirs value={textOf(typed.words)} />
                    </details>
                  )
                })}</Card>
              ) : null}
              {meeting.invited.length > 0 && kind.outcomes.length > 0 ? (
                <Card title="What each agency thinks">{meeting.invited.filter((one) => one.agency !== 'child').map((one) => {
                  const words = textOf(treeOf(b.view)[one.id])
                  return <details class="fold" open={words !== ''}><summary><span class="fold-link">{one.name}</span></summary><Words name={`view.${one.id}`} label={`What ${one.name} thinks`} look="hidden" rows={2} value={words} /></details>
                })}</Card>
              ) : null}
            </>} />
          {kind.outcomes.length > 0 ? (
            <Card title="What was decided for each child">
              <DecideForEachChild name="outcome" allLabel="For all of them" options={kind.outcomes.map((one) => ({ value: one.code, label: one.label }))} all={textOf(chosen.all)}
                people={people.map((card) => ({
                  key: card.id, mark: markOf(card), second: ageInWords(card, today), chosen: textOf(chosen[card.id]), ...problemAt(problems, `decisions.${card.id}`), reason: { value: textOf(reasons[card.id]) },
                  ...(asksCategory && several ? { end: <Select name={`category.${card.id}`} label={`${kind.categories ? 'Threshold' : 'Category'} for ${card.given || card.name}`} look="hidden" empty={kind.categories ? 'Threshold as for all' : 'Category as for all'} value={textOf(categories[card.id])} options={categoriesOf(kind).codes.map((one) => ({ value: one.code, label: one.label }))} {...problemAt(problems, `decisions.${card.id}.category`)} /> } : {}),
                }))} />
              {asksCategory ? <Select name="category.all" label={kind.categories ? 'Threshold' : 'Category, where there is a plan'} empty={kind.categories ? 'Say whether it is met' : 'Choose the category'} width={24} value={textOf(categories.all)} options={categoriesOf(kind).codes.map((one) => ({ value: one.code, label: one.label }))} {...problemAt(problems, 'category')} /> : null}
              <Words name="why" label={several ? 'Why, for all of them' : 'Why'} rows={3} value={textOf(b.why)} {...problemAt(problems, 'why')} />
            </Card>
          ) : null}
          {makesPlan.includes(kind.id) ? <Card title="What has to change" aside={brought?.needs.length ? <a href={brought.href}>{`The plan of ${brought.from}`}</a> : null} lede={brought?.needs.length ? `Brought forward from the plan of ${brought.from}. Leave what holds, change what this conference decides otherwise, and empty what it leaves out.` : 'The outline of the plan, where there is one. It can be written further afterwards.'}><NeedRows rows={[]} blank={3} typed={needs} people={people} /></Card> : null}
          </div>
          <Actions remark="Signed with your name when you save. Minutes are not changed afterwards."><Button kind="primary">Save the minutes</Button></Actions>
        </form>
      </Page>
    )
  },
})

/** A plan of another council as the form holds it, with two lines to add to it. */
const broughtRows = ({ needs }: Brought): Record<string, unknown>[] => [...needs.map((need) => ({ ...need, actions: need.actions.map((action) => ({ ...action, dueOn: action.dueOn ? dayInWords(action.dueOn) : '' })) })), {}, {}]
/** The categories as they stand, which the meeting keeps unless it says otherwise: of a plan that came, or of the plan that is reviewed; one for all where they agree. */
function categoriesBefore(brought: Brought | undefined, plans: readonly WholePlan[], people: readonly string[]): Record<string, unknown> {
  const now = plans.flatMap((plan) => plan.people).filter((one) => one.endedOn === null)
  const of = people.map((id) => brought?.categories.get(id) ?? now.find((one) => one.personId === id)?.category ?? '')
  return of.every((code) => code === of[0]) ? { all: of[0] ?? '' } : Object.fromEntries(people.map((id, at) => [id, of[at] ?? '']))
}

function Came({ one, typed, core, usual, problem }: { one: Invited; typed: Record<string, unknown>; core: boolean; usual: boolean; problem?: string }) {
  return (
    <li>
      <div class="line-ends"><p><strong>{one.name}</strong><span class="second">{agencyLabel(one.agency)}</span></p>{core ? <Tick name={`came.${one.id}.core`} label="Carries the plan out" checked={isYes(typed.core) || usual} /> : null}</div>
      <input type="hidden" name={`came.${one.id}.asked`} value="yes" />
      {problem ? <FieldProblem id={`came.${one.id}.how`} words={problem} /> : null}
      <Segments name={`came.${one.id}.how`} legend={`Whether ${one.name} came`} value={textOf(typed.how)} {...(problem ? { problem } : {})} options={[{ value: 'attended', label: 'Came' }, { value: 'sentReport', label: 'Report only' }, { value: 'apologies', label: 'Apologies' }, { value: 'absent', label: 'Did not come' }]} />
    </li>
  )
}

const save = form('/meetings/:id/hold', async (caller, ask, around) => {
  const apart = leftOut(ask.body)
  const outcome = apart.length > 0 ? { problems: apart } : await holdMeeting.perform(caller, holdIn(ask, ask.params.id ?? '', caller.clock.today()), ask.commandId)
  if ('problems' in outcome) return again(holdPage, onceEach(apart.length > 0 ? apart : outcome.problems.map((p) => inPlainWords(p, ask))))(caller, ask, around)
  return { go: `/meetings/${outcome.done.id}?held=1` }
})

const onceEach = (problems: readonly Problem[]): Problem[] => problems.filter((one, i) => problems.findIndex((other) => other.question === one.question && other.problem === one.problem) === i)

/** Where the same is wrong for every child, it is said where it is written for all. */
function inPlainWords(problem: Problem, ask: Ask): Problem {
  if (problem.question.startsWith('needs.')) return lineProblem(problem)
  if (problem.question.endsWith('.words') && problem.question.startsWith('decisions.') && !textOf(ask.body.why).trim()) return { question: 'why', problem: problem.problem }
  if (problem.question.endsWith('.category') && !textOf(treeOf(ask.body.category).all)) return { question: 'category', problem: problem.problem }
  return problem
}
export const holdRoutes = [holdPage, save] as const
