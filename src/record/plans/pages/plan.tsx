import { abuseCategories, planEndings, planProgress } from '../../../../content/codes/meetings.ts'
import { meetingKinds } from '../../../../content/meetings/kinds.ts'
import { partsOf } from '../../../../content/meetings/plans.ts'
import { agencies } from '../../../../content/meetings/agencies.ts'
import { dayInWords, dayOf, shortDay, type PlainDate } from '../../../kernel/dates.ts'
import { labelOf } from '../../../kernel/codes.ts'
import { newId } from '../../../kernel/ids.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { Button, ButtonLink } from '../../../platform/page/button.tsx'
import { Card, Facts } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choices, Select } from '../../../platform/page/fields/choice.tsx'
import { DateField, Line, Words } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, EmptyState, Message } from '../../../platform/page/message.tsx'
import { idsIn, textOf } from '../../../platform/page/posted.ts'
import { Table } from '../../../platform/page/table.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { NamedToken, TokenRow } from '../../../platform/page/token.tsx'
import { Account, Quote } from '../../../platform/page/words.tsx'
import { again, form, page } from '../../access/page.ts'
import { may } from '../../access/permissions.ts'
import { byBirth, markOf } from '../../people/marks.ts'
import type { Card as PersonCard } from '../../people/model.ts'
import { cardsOf } from '../../people/queries.ts'
import { openWorkAbout } from '../../work/queries.ts'
import { clockOf, tellerOf } from '../../work/trayRows.ts'
import { Clock } from '../../../platform/page/clock.tsx'
import { endPlan, finishAction } from '../commands.ts'
import type { Action, Need, WholePlan } from '../model.ts'
import { planKindOf } from '../queries.ts'
import { planFor } from '../register.ts'
import { asOfVersion, progressOf } from '../rules.ts'

const ended = (plan: WholePlan, id: string) => plan.people.find((one) => one.personId === id)

/** A plan as a family could read it: what has to change, what it will be like then, who does what by when, how far it has come. */
const planPage = page('/plans/:id', {
  what: 'page.plan',
  may: 'record.read',
  load: async (asking, ask) => {
    const plan = await planFor(asking, ask.params.id ?? '')
    const ids = plan.people.map((person) => person.personId)
    const kind = planKindOf(plan.kind)
    const reviews = meetingKinds.find((one) => one.id === kind.reviewKind)?.duties ?? []
    const work = (await openWorkAbout(asking, ids)).filter((item) => item.subjectId === plan.id || item.subjectKind === 'meeting' || reviews.includes(item.duty ?? '')).filter((item) => item.dueOn !== null)
    return { plan, kind, people: [...(await cardsOf(asking, ids)).values()].sort(byBirth), work, today: asking.today, writes: may(asking.actor, 'record.write') }
  },
  view: ({ plan, kind, people, work, today, writes }, frame, ask) => {
    const still = people.filter((card) => !ended(plan, card.id)?.endedOn)
    const version = Number(ask.query.version ?? plan.version)
    const needs = asOfVersion(plan.needs, version)
    const actions = asOfVersion(plan.actions, version)
    const running = plan.state !== 'ended' && version === plan.version
    const parts = partsOf(kind)
    const meet = `/meetings/new?plan=${plan.id}&people=${still.map((card) => card.id).join(',')}&kind=`
    return (
      <Page {...frame} title={kind.name} problemCount={ask.problems.length} printed={undefined}>
        <PageHead title={kind.name} tags={plan.state === 'ended' ? <Tag kind="plain">Ended {plan.endedOn ? dayInWords(plan.endedOn) : ''}</Tag> : null}
          lede={`For ${listed(people.map((card) => card.given || card.name))}, since ${dayInWords(plan.startedOn)}.${plan.lead ? ` ${plan.lead} leads it.` : ''}${plan.version > 1 ? ` Version ${version}${version === plan.version ? '' : ` of ${plan.version}`}.` : ''}`}
          end={running && writes ? <ButtonLink kind="primary" icon="pencil" href={`/plans/${plan.id}/change`}>Change the plan</ButtonLink> : undefined} />
        {ask.query.changed ? <Confirmation title="The plan is changed.">The version before stays and can be read.</Confirmation> : null}
        {version !== plan.version ? <Message kind="theme" title={`This is how it stood at version ${version}.`}><a href={`/plans/${plan.id}`}>Read it as it stands</a></Message> : null}
        <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question, words: p.problem }))} />
        <Columns
          main={<>
            {plan.words ? <Card title={parts.words}><Account text={plan.words} /></Card> : null}
            {plan.ownWords ? <Card><Quote hue={people.length === 1 && people[0] ? markOf(people[0]).hue : 'slate'} words={plan.ownWords} said={listed(people.map((card) => card.given || card.name))} /></Card> : null}
            {needs.length === 0 ? <EmptyState title="Nothing is written yet">{writes ? 'Change the plan to say what has to change, who does what, and by when.' : 'What has to change appears here.'}</EmptyState> : needs.map((need) => <NeedCard plan={plan} need={need} actions={actions.filter((action) => action.needLine === need.line)} people={people} today={today} writes={running && writes} />)}
            {plan.ifNot ? <Card title={parts.ifNot}><Account text={plan.ifNot} /></Card> : null}
            {running && writes ? <Ending plan={plan} still={still} body={ask.body} open={ask.query['put'] === 'end'} today={today} /> : null}
          </>}
          aside={<>
            <Card title="Who it is for">{people.map((card) => { const on = ended(plan, card.id); return <NamedToken mark={markOf(card)} href={`/people/${card.id}`} second={[on?.category ? labelOf(abuseCategories, on.category) : '', on?.endedOn ? `ended ${dayInWords(on.endedOn)}` : on && on.startedOn !== plan.startedOn ? `since ${dayInWords(on.startedOn)}` : ''].filter(Boolean).join(', ')} /> })}</Card>
            <Card title="What is due">
              {work.length === 0 ? <EmptyState title="Nothing">Meetings and visits appear here with their day.</EmptyState> : <ul class="lines">{work.slice(0, 6).map((item) => <li><Clock {...clockOf(item, false, today)} /><p><a class="name" href={tellerOf(item).open(item).href}>{tellerOf(item).title(item)}</a> <TokenRow marks={item.people.map(markOf)} /></p></li>)}</ul>}
              {running && writes ? <p class="line-ends card-foot">{kind.meets ? <a href={`${meet}${kind.meets}`}>Arrange a meeting</a> : null}{kind.reviewKind && kind.reviewKind !== kind.meets ? <a href={`${meet}${kind.reviewKind}`}>Arrange the review</a> : null}</p> : null}
            </Card>
            <Card title={kind.members}>{plan.members.length === 0 ? <EmptyState title="Nobody is named">Those ticked at the meeting appear here.</EmptyState> : <ul class="lines">{plan.members.filter((one) => one.to === null).map((one) => <li><p>{one.personId ? <a class="name" href={`/people/${one.personId}`}>{one.name}</a> : <strong>{one.name}</strong>}<span class="second">{agencies.find((agency) => agency.code === one.agency)?.label}</span></p></li>)}</ul>}</Card>
            {writes ? <Card title="On paper"><p><a href={`/plans/${plan.id}/send`}>Print or send the plan in plain words</a></p></Card> : null}
            <Card title="Versions"><ul class="lines">{plan.versions.map((one) => <li><p><a href={`/plans/${plan.id}?version=${one.version}`}>Version {one.version}</a><span class="second">{[one.reason, one.by, shortDay(dayOf(one.at), today)].filter(Boolean).join(', ')}</span></p></li>)}</ul></Card>
          </>} />
      </Page>
    )
  },
})

function NeedCard({ plan, need, actions, people, today, writes }: { plan: WholePlan; need: Need; actions: readonly Action[]; people: readonly PersonCard[]; today: PlainDate; writes: boolean }) {
  const about = people.filter((card) => need.about.includes(card.id))
  const far = progressOf(plan.progress, need)
  const [last] = far
  return (
    <Card id={`line-${need.line}`} title={need.words} aside={<><TokenRow marks={(about.length > 0 ? about : people).map(markOf)} /> {need.state === 'achieved' ? <Tag kind="good" icon="tick">Achieved</Tag> : last ? <Tag kind={last.progress === 'worse' ? 'late' : last.progress === 'same' ? 'soon' : 'good'}>{labelOf(planProgress, last.progress)}</Tag> : null}</>}>
      <p class="serif">{need.wanted}</p>
      <Table caption={`What is done: ${need.words}`} stack rows={actions} empty={<EmptyState title="Nobody does anything for this yet">A line without an action changes nothing.</EmptyState>} columns={[
        { title: 'What', head: true, cell: (row) => <>{row.words}{row.evidence ? <span class="second">We shall know by: {row.evidence}</span> : null}</> },
        { title: 'Who', cell: (row) => row.owner },
        { title: 'By when', cell: (row) => row.state === 'done' ? <Tag kind="good" icon="tick">Done {row.doneOn ? shortDay(row.doneOn, today) : ''}</Tag> : row.dueOn ? <Clock {...dueClock(row.dueOn, today)} /> : 'No date' },
        { title: 'What showed it', cell: (row) => row.state === 'done' ? row.doneWords : writes ? (
          <details class="fold"><summary><span class="fold-link">It is done</span></summary>
            <form method="post" action={`/plans/${plan.id}`}><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value="done" /><input type="hidden" name="line" value={row.line} />
              <DateField id={`done-${row.line}`} name="doneOn" label="On" value={dayInWords(today)} /><Line id={`shown-${row.line}`} name="evidence" label="What shows it" value="" /><Button kind="row" about={row.words}>Keep</Button></form>
          </details>) : 'Not yet' },
      ]} />
      {far.length > 0 ? <Facts facts={far.slice(0, 4).map((one) => ({ label: shortDay(one.on, today), value: `${labelOf(planProgress, one.progress)}${one.words ? `. ${one.words}` : ''}` }))} /> : null}
    </Card>
  )
}

const dueClock = (dueOn: PlainDate, today: PlainDate) => clockOf({ id: '', kind: '', state: 'open', subjectKind: null, subjectId: null, section: null, words: null, teamId: null, teamName: null, workerId: null, workerName: null, askedBy: null, askedByName: null, openedOn: dueOn, dueOn, dueAt: null, duty: null, finishedOn: null, outcome: null, reason: null, version: 1, people: [] }, false, today)

function Ending({ plan, still, body, open, today }: { plan: WholePlan; still: readonly PersonCard[]; body: Readonly<Record<string, unknown>>; open: boolean; today: PlainDate }) {
  return (
    <details class="fold" open={open || textOf(body.what) === 'end'}><summary><span class="fold-link">End the plan for some or all of them</span></summary>
      <Card title="End the plan" {...(plan.kind === 'protectionPlan' ? { lede: 'A child protection plan is ended at a review conference. Here only what ends it by itself.' } : {})}>
        <form method="post" action={`/plans/${plan.id}`}><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value="end" />
          <Choices name="people" label="For whom" columns values={idsIn(body.people).length > 0 ? idsIn(body.people) : still.map((card) => card.id)} options={still.map((card) => ({ value: card.id, label: card.given || card.name }))} />
          <DateField name="on" label="From" value={textOf(body.on) || dayInWords(today)} />
          <Select name="reason" label="Why" empty="Choose" width={24} value={textOf(body.reason)} options={planEndings.codes.filter((one) => plan.kind !== 'protectionPlan' || ['moved', 'eighteen', 'died', 'lookedAfter'].includes(one.code)).map((one) => ({ value: one.code, label: one.label }))} />
          <Words name="words" label="In a sentence or two" rows={2} value={textOf(body.words)} />
          <Button kind="row">End it</Button></form>
      </Card>
    </details>
  )
}

const changeOnPage = form('/plans/:id', async (caller, ask, around) => {
  const planId = ask.params.id ?? ''
  const b = ask.body
  const today = caller.clock.today()
  const day = (text: unknown) => typedDay(textOf(text), today) ?? textOf(text)
  const outcome = textOf(b.what) === 'done' ? await finishAction.perform(caller, { planId, line: textOf(b.line), doneOn: day(b.doneOn), evidence: textOf(b.evidence) }, ask.commandId)
    : await endPlan.perform(caller, { planId, people: idsIn(b.people), on: day(b.on), reason: textOf(b.reason), words: textOf(b.words) }, ask.commandId)
  if ('problems' in outcome) {
    const line = textOf(b.line)
    return again(planPage, outcome.problems.map((p) => (p.question === 'evidence' ? { question: `shown-${line}`, problem: 'Say what shows that it is done.' } : p.question === 'doneOn' ? { ...p, question: `done-${line}` } : p.question === 'reason' && p.problem.startsWith('Check') ? { ...p, problem: 'Choose why it ends.' } : p.question === 'words' ? { ...p, problem: 'Say why in a sentence or two.' } : p)))(caller, ask, around)
  }
  return { go: `/plans/${planId}` }
})
export const planRoutes = [planPage, changeOnPage] as const
