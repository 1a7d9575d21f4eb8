import { allegationCriteria, allegationOutcomes, allegationSteps, professionalRoles } from '../../../../content/codes/allegations.ts'
import { clockWords } from '../../../engine/timescales/words.ts'
import type { Clock as Evaluated } from '../../../engine/timescales/model.ts'
import { dayInWords, shortDay } from '../../../kernel/dates.ts'
import { labelOf } from '../../../kernel/codes.ts'
import { newId } from '../../../kernel/ids.ts'
import { Actions, Button, ButtonLink } from '../../../platform/page/button.tsx'
import { Card, Facts } from '../../../platform/page/card.tsx'
import { Clock } from '../../../platform/page/clock.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Select, Tick } from '../../../platform/page/fields/choice.tsx'
import { DateField, Line, Words } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, EmptyState } from '../../../platform/page/message.tsx'
import { Breadcrumb } from '../../../platform/page/navigation.tsx'
import { given, isYes, textOf } from '../../../platform/page/posted.ts'
import { Table } from '../../../platform/page/table.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { NamedToken } from '../../../platform/page/token.tsx'
import { Account } from '../../../platform/page/words.tsx'
import { answerAllegation, endAllegation, keepAllegationStep, takeUpAllegations } from '../../../practice/allegations/commands.ts'
import { allegation, allegations, clocksOf, howSoonConcluded } from '../../../practice/allegations/queries.ts'
import type { Allegation } from '../../../practice/allegations/model.ts'
import { again, form, page, type Ask } from '../../../record/access/page.ts'
import { ageInWords, markOf } from '../../../record/people/marks.ts'
import { cardsOf } from '../../../record/people/queries.ts'
import { dayOr } from '../care/typing.tsx'

const Running = ({ clock }: { clock: Evaluated | undefined }) => clock ? <Clock state={clock.state === 'met' ? 'done' : clock.state === 'metLate' || clock.state === 'overdue' ? 'late' : clock.state === 'dueToday' ? 'today' : 'soon'} words={clockWords(clock)} {...(clock.dueOn ? { second: `by ${dayInWords(clock.dueOn)}` } : {})} /> : null
const whatOf = (one: Allegation) => [labelOf(professionalRoles, one.role), one.employer].filter(Boolean).join(', ')

/** Every allegation, for the designated officers: what waits for a first answer, what goes on, what ended. */
export const allegationsPage = page('/allegations', {
  what: 'page.allegations',
  may: 'allegation.keep',
  load: async (asking) => ({ all: await allegations.of(asking, {}), today: asking.today }),
  view: ({ all, today }, frame, ask) => (
    <Page {...frame} title="Allegations" place="allegations">
      <PageHead title="Allegations" lede="Against people who work with children. Seen by designated officers alone." end={<ButtonLink href="/allegations/tell" icon="plus">Write one down</ButtonLink>} />
      {ask.query.taken ? <Confirmation title="Taken up.">What the others see is open to you.</Confirmation> : null}
      <Card>
        <Table caption="Allegations, those that go on first" stack rows={all} empty={<EmptyState title="None">What colleagues tell appears here.</EmptyState>} columns={[
          { title: 'About', head: true, cell: (one) => <><a class="name" href={`/allegations/${one.id}`}>{one.name}</a><span class="second">{whatOf(one)}</span></> },
          { title: 'Told', cell: (one) => <>{shortDay(one.toldOn, today)}<span class="second">by {one.toldBy}</span></> },
          { title: 'First answer', cell: (one) => <Running clock={clocksOf(one, today).advised} /> },
          { title: 'Outcome', cell: (one) => (one.outcome ? labelOf(allegationOutcomes, one.outcome) : <Tag kind="theme">Goes on</Tag>) },
        ]} />
      </Card>
      {all.length > 0 ? <Card title="How soon they were concluded" lede="Told in the last two years, advice only left out. Guidance hopes for these shares; a criminal case may take longer."><Facts facts={howSoonConcluded(all, today).map((one) => ({ label: one.months === 1 ? 'Within a month' : `Within ${one.months} months`, value: one.of === 0 ? 'None to measure yet' : `${one.reached} of ${one.of}${one.hoped < 100 ? `, hoped for: ${one.hoped} in 100` : ', hoped for: nearly all'}` }))} /></Card> : null}
      <details class="fold"><summary><span class="fold-link">Something that was told before you came is missing</span></summary>
        <form method="post" action="/allegations"><input type="hidden" name="commandId" value={newId()} /><p>What the other designated officers see is opened to you as well.</p><Actions><Button kind="row">Open what was told before I came</Button></Actions></form></details>
    </Page>
  ),
})
export const takeUp = form('/allegations', async (caller, ask, around) => {
  const outcome = await takeUpAllegations.perform(caller, {}, ask.commandId)
  return 'problems' in outcome ? again(allegationsPage, outcome.problems)(caller, ask, around) : { go: '/allegations?taken=1' }
})

/** One allegation: what is alleged, the first answer, meetings and what was done, what came of it. */
export const allegationPage = page('/allegations/:id', {
  what: 'page.allegation',
  may: 'allegation.keep',
  load: async (asking, ask) => {
    const read = await allegation.of(asking, { id: ask.params.id ?? '' })
    return { ...read, children: [...(await cardsOf(asking, read.allegation.children)).values()], today: asking.today }
  },
  view: ({ allegation: one, steps, children, today }, frame, ask) => {
    const clocks = clocksOf(one, today, steps)
    return (
      <Page {...frame} title={`Allegation: ${one.name}`} problemCount={ask.problems.length} place="allegations">
        <PageHead title={one.name} before={<Breadcrumb steps={[{ label: 'Allegations', href: '/allegations' }, { label: one.name }]} />} lede={whatOf(one)} tags={one.outcome ? <Tag kind="plain">{labelOf(allegationOutcomes, one.outcome)}</Tag> : null} />
        {ask.query.saved ? <Confirmation title="Recorded.">Seen by designated officers alone.</Confirmation> : null}
        <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question, words: p.problem }))} />
        <Columns
          main={<>
            <Card title="What is alleged"><Account text={one.words} /></Card>
            <Card title="What was done">{steps.length === 0 ? <EmptyState title="Nothing yet">Meetings, and what the police and the employer did, stand here.</EmptyState> : <ul class="lines">{steps.map((step) => <li><div><h3>{labelOf(allegationSteps, step.kind)}</h3><p class="second">{[shortDay(step.on, today), step.came ? `came: ${step.came}` : '', step.by ? `written by ${step.by}` : ''].filter(Boolean).join('; ')}</p><Account text={step.words} /></div></li>)}</ul>}</Card>
            {one.endedOn === null ? <Card title="Write down"><Forms one={one} ask={ask} today={dayInWords(today)} /></Card> : <Card title="What came of it"><Account text={one.outcomeWords ?? ''} /></Card>}
          </>}
          aside={<>
            <Card title="Timescales"><Facts facts={[{ label: 'Told', value: <Running clock={clocks.told} /> }, { label: 'First answer', value: <Running clock={clocks.advised} /> }, ...(clocks.met && clocks.met.state !== 'notStarted' ? [{ label: 'Meeting', value: <Running clock={clocks.met} /> }] : [])]} /></Card>
            <Card title="Facts"><Facts facts={[{ label: 'Known since', value: dayInWords(one.knownOn) }, { label: 'Told', value: `${dayInWords(one.toldOn)}, by ${one.toldBy}` }, ...(one.criterion ? [{ label: 'Why it is here', value: labelOf(allegationCriteria, one.criterion) }] : []), ...(one.endedOn ? [{ label: 'Ended', value: dayInWords(one.endedOn) }, { label: 'Barring service told', value: one.barring ? 'Yes' : 'No' }, { label: 'Regulator told', value: one.regulator ? 'Yes' : 'No' }] : [])]} /></Card>
            <Card title="Children it concerns">{children.length === 0 ? <EmptyState title="Nobody by name">A child may be named by whoever tells.</EmptyState> : <ul class="lines">{children.map((card) => <li><NamedToken mark={markOf(card)} second={ageInWords(card, today)} /></li>)}</ul>}</Card>
          </>} />
      </Page>
    )
  },
})

function Forms({ one, ask, today }: { one: Allegation; ask: Ask; today: string }) {
  const what = textOf(ask.body.what)
  const options = (list: { codes: readonly { code: string; label: string }[] }) => list.codes.map((each) => ({ value: each.code, label: each.label }))
  const of = (form: string) => (name: string, question = name) => { const mine = what === form; const found = mine ? ask.problems.find((p) => p.question === question) : undefined; return { id: `${form}-${name}`, name, value: mine ? textOf(ask.body[name]) : name === 'on' ? today : '', ...(found ? { problem: found.problem } : {}) } }
  const start = (form: string) => <><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value={form} /></>
  const [answer, step, end] = [of('answer'), of('step'), of('end')]
  return (
    <>
      {one.advisedOn === null ? <details class="fold" open={what === 'answer' || what === ''}><summary><span class="fold-link">The first answer</span></summary><form method="post" action={`/allegations/${one.id}`}>{start('answer')}
        <Select label="Is it for the designated officer" empty="Choose one" options={options(allegationCriteria)} {...answer('criterion')} /><DateField label="Answered on" {...answer('on')} /><Words label="What was advised" rows={3} {...answer('words')} /><Button kind="row">Keep the answer</Button></form></details> : null}
      <details class="fold" open={what === 'step'}><summary><span class="fold-link">A meeting, or something that was done</span></summary><form method="post" action={`/allegations/${one.id}`}>{start('step')}
        <Select label="What" empty="Choose one" options={options(allegationSteps).filter((each) => each.value !== 'answer')} {...step('kind')} /><DateField label="On" {...step('on')} /><Line label="Who came" optional="to a meeting" {...step('came')} /><Words label="What was said and decided" rows={4} {...step('words')} /><Button kind="row">Keep it</Button></form></details>
      <details class="fold" open={what === 'end'}><summary><span class="fold-link">What came of it</span></summary><form method="post" action={`/allegations/${one.id}`}>{start('end')}
        <Select label="Outcome" empty="Choose one" options={options(allegationOutcomes)} {...end('outcome')} /><DateField label="Ended on" {...end('on')} /><Words label="Why" rows={3} {...end('words')} />
        <Tick name="barring" label="The Disclosure and Barring Service was told" checked={isYes(ask.body.barring)} /><Tick name="regulator" label="A regulator was told" checked={isYes(ask.body.regulator)} /><Button kind="row">End it</Button></form></details>
    </>
  )
}

const plainer: Readonly<Record<string, string>> = { words: 'Write it in a sentence at least.', on: 'Give the day, as in 3/10/2025.', criterion: 'Choose one.', kind: 'Choose what was done.', outcome: 'Choose what came of it.' }
export const saveAllegation = form('/allegations/:id', async (caller, ask, around) => {
  const [id, b] = [ask.params.id ?? '', ask.body]
  const said = { id, on: dayOr(b.on, caller.clock.today()), words: textOf(b.words) }
  const what = textOf(b.what)
  const outcome = what === 'answer' ? await answerAllegation.perform(caller, { ...said, criterion: textOf(b.criterion) }, ask.commandId)
    : what === 'step' ? await keepAllegationStep.perform(caller, { ...said, kind: textOf(b.kind), ...given('came', b.came) }, ask.commandId)
      : await endAllegation.perform(caller, { ...said, outcome: textOf(b.outcome), barring: isYes(b.barring), regulator: isYes(b.regulator) }, ask.commandId)
  if ('problems' in outcome) return again(allegationPage, outcome.problems.map((one) => (one.problem.startsWith('Check this answer') || one.problem === 'Fill this in.' ? { ...one, problem: plainer[one.question] ?? one.problem } : one)))(caller, ask, around)
  return { go: `/allegations/${id}?saved=1` }
})
