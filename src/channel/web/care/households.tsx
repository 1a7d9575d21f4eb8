import { householdKinds, householdSteps } from '../../../../content/codes/households.ts'
import { addDays, dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { counted, sentence } from '../../../kernel/phrasing.ts'
import { Actions, Button, ButtonLink } from '../../../platform/page/button.tsx'
import { AnswerCard, Card, NumberCard } from '../../../platform/page/card.tsx'
import { Choices, Select } from '../../../platform/page/fields/choice.tsx'
import { FieldRow } from '../../../platform/page/fields/frame.tsx'
import { DateField, Line, Words } from '../../../platform/page/fields/text.tsx'
import { CardGrid, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, EmptyState, Message } from '../../../platform/page/message.tsx'
import { Breadcrumb } from '../../../platform/page/navigation.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { labelNow } from '../../../record/access/own/now.ts'
import { again, form, page, type Ask } from '../../../record/access/page.ts'
import { may } from '../../../record/access/permissions.ts'
import { carerHousehold, carerHouseholds, newHousehold, takeHouseholdStep } from '../../../record/care/households.ts'
import { householdClocks, nextOfHousehold } from '../../../record/care/reckoning/householdClocks.ts'
import type { Stands, Terms } from '../../../record/care/reckoning/households.ts'
import { textOf } from '../people/detailForms.tsx'
import { beginning, listAt, Narrow, onPage, PagesOf } from './paging.tsx'
import { HouseholdPeople, saveHouseholdPeople } from './householdPeople.tsx'
import { plainly } from '../../../record/access/checking.ts'
import { backOf, dayOr, inWords, numbers, offered, Summary } from './typing.tsx'

const stageInWords: Readonly<Record<Stands['stage'], string>> = { enquiry: 'Enquiry', assessing: 'Being assessed', panel: 'Panel has recommended', approved: 'Approved', onHold: 'Not taking children now', over: 'Ended' }
export const termsInWords = (terms: Terms | undefined): string => (terms ? `${sentence(counted(terms.places, 'child', 'children'))}, ${terms.ageFrom} to ${terms.ageTo}${terms.sexes === 'any' ? '' : terms.sexes === 'female' ? ', girls' : ', boys'}` : 'No terms yet')
const due = (stands: Stands, today: PlainDate) => {
  const next = nextOfHousehold(householdClocks(stands.household.kind, stands.steps, today))
  const [words, on] = next?.clock.dueOn ? [next.words, next.clock.dueOn] : [stands.reviewDueOn ? 'Review of the approval' : '', stands.reviewDueOn]
  return on ? <>{dayInWords(on)} {on < today ? <Tag kind="late">Late</Tag> : null}<span class="second">{words}</span></> : ''
}
const isLate = (stands: Stands, today: PlainDate): boolean => (stands.reviewDueOn !== null && stands.reviewDueOn < today) || householdClocks(stands.household.kind, stands.steps, today).some((one) => one.clock.state === 'overdue' || one.clock.state === 'ended')
const ofHousehold = plainly({ name: 'Write their names.', kind: 'Choose what they want to be.', enquiredOn: 'Give the day, as in 3/10/2025.', step: 'Choose what happened.', places: 'Give a whole number of children, from 0 to 12.', ageFrom: 'Give the youngest age as a number, from 0 to 17.', ageTo: 'Give the oldest age as a number, from 0 to 17.' })
type Group = Readonly<{ key: string; title: string; of: (one: Stands) => boolean; late?: true; /** Shown only where there is one. */ rare?: true }>
const clockWords: Readonly<Record<string, string>> = { met: 'In time', metLate: 'Late', stopped: 'Stopped', overdue: 'Late', ended: 'Ran out', paused: 'Waits' }

/** Who fosters and adopts for the council: where each stands, and who has room. */
export const householdsPage = page('/care/households', {
  what: 'page.carerHouseholds',
  may: 'record.read',
  load: async (asking) => ({ all: await carerHouseholds.of(asking, {}), today: asking.today, writes: may(asking.actor, 'record.write') }),
  view: ({ all, today, writes }, frame, ask) => {
    // Names are asked by a post: they never stand in an address.
    const { show, kind } = ask.body.find === undefined ? ask.query : { show: textOf(ask.body.show) || undefined, kind: textOf(ask.body.kind) || undefined }
    const find = textOf(ask.body.find).trim()
    const now = all.filter((one) => one.stage !== 'over')
    const among = (key: string | undefined) => (key === 'overWith' ? all : now)
    const groups: readonly Group[] = [
      { key: 'approved', title: 'approved households', of: (one) => one.stage === 'approved' }, { key: 'coming', title: 'on the way to approval', of: (one) => ['enquiry', 'assessing', 'panel'].includes(one.stage) },
      { key: 'late', title: 'with something late', of: (one) => isLate(one, today), late: true }, { key: 'soon', title: 'with a review in the next eight weeks', of: (one) => one.reviewDueOn !== null && one.reviewDueOn >= today && one.reviewDueOn <= addDays(today, 56) },
      { key: 'empty', title: 'approved, where nobody lives', of: (one) => one.stage === 'approved' && one.children === 0 }, { key: 'full', title: 'with more children than approved for', of: (one) => one.terms !== undefined && one.children > one.terms.places, late: true },
      { key: 'onHold', title: 'not taking children now', of: (one) => one.stage === 'onHold' }, { key: 'overWith', title: 'approved no longer, and children live there', of: (one) => one.stage === 'over' && one.children > 0, late: true, rare: true },
    ]
    const group = show === 'room' ? (one: Stands) => one.vacancies > 0 : groups.find((one) => one.key === show)?.of
    const wanted = find.toLocaleLowerCase('en-GB')
    const found = (show === 'over' ? all.filter((one) => one.stage === 'over') : group ? among(show).filter(group) : now).filter((one) => (!kind || one.household.kind === kind) && (wanted === '' || [one.household.name, one.household.agency, one.household.area].some((words) => words?.toLocaleLowerCase('en-GB').includes(wanted))))
    // What is found by words stands on one page: they are too few to leaf through.
    const [from, most] = wanted === '' ? [beginning(ask.query.from), onPage] : [0, found.length]
    const kept = { show, kind }
    const over = all.length - now.length
    return (
      <Page {...frame} title="Carer households" place="care">
        <PageHead title="Carer households" before={<Breadcrumb steps={[{ label: 'In our care', href: '/care' }, { label: 'Carer households' }]} />} lede="Who fosters and adopts for us, from the enquiry to the approval and its reviews." end={writes ? <ButtonLink kind="primary" icon="plus" href="/care/households/new">New enquiry</ButtonLink> : undefined} />
        {all.length === 0 ? <EmptyState title="No carer household yet">Each appears here from its enquiry on.</EmptyState> : <>
          <CardGrid of={4}>
            <NumberCard count={now.reduce((sum, one) => sum + one.vacancies, 0)} title="places free" href="/care/households?show=room" />
            {groups.map((one) => { const count = among(one.key).filter(one.of).length; return one.rare && count === 0 ? null : <NumberCard count={count} title={one.title} href={`/care/households?show=${one.key}`} state={one.late && count > 0 ? 'late' : 'plain'} /> })}
          </CardGrid>
          <Card id="list" title={sentence(counted(found.length, 'household', 'households'))} aside={show || kind || find ? <a href="/care/households">All that are open</a> : over > 0 ? <a href="/care/households?show=over">{over} that ended</a> : undefined}>
            <Narrow path="/care/households" show={show} words>
              <Line name="find" type="search" label="Name, agency or area" value={find} />
              <Select name="kind" label="What they are" empty="Any" options={offered(householdKinds, today)} value={kind ?? ''} />
            </Narrow>
            <Table caption="Carer households" stack rows={found.slice(from, from + most)} empty={<EmptyState title="None">No household is meant by this. Widen what the list is narrowed to.</EmptyState>} columns={[
              { title: 'Household', head: true, cell: (one) => <><a class="name" href={`/care/households/${one.household.id}`}>{one.household.name}</a><span class="second">{labelNow(householdKinds, one.household.kind)}{one.household.agency ? `, ${one.household.agency}` : ''}</span></> },
              { title: 'Stands', cell: (one) => <>{stageInWords[one.stage]}<span class="second">{one.since ? `since ${dayInWords(one.since)}` : ''}</span></> },
              { title: 'Approved for', cell: (one) => termsInWords(one.terms) },
              { title: 'Live there', number: true, cell: (one) => one.children },
              { title: 'Free', number: true, cell: (one) => one.vacancies },
              { title: 'Next due', cell: (one) => due(one, today) },
            ]} />
            {wanted === '' ? <PagesOf path="/care/households" kept={kept} from={from} of={found.length} /> : null}
          </Card>
        </>}
      </Page>
    )
  },
})

/** A list narrowed without words has an address that can be kept; a name is looked for without one. */
export const findHouseholds = form('/care/households', async (caller, ask, around) =>
  textOf(ask.body.find).trim() === '' ? { go: `${listAt('/care/households', { show: textOf(ask.body.show), kind: textOf(ask.body.kind) })}#list` } : again(householdsPage, [])(caller, ask, around))

export const newHouseholdPage = page('/care/households/new', {
  what: 'page.newHousehold',
  may: 'record.write',
  load: async (asking) => ({ today: asking.today }),
  view: ({ today }, frame, ask) => {
    const back = backOf(ask, { enquiredOn: numbers(today) })
    return (
      <Page {...frame} title="New enquiry" frame="narrow" place="care" problemCount={ask.problems.length}>
        <PageHead title="New enquiry" before={<Breadcrumb steps={[{ label: 'Carer households', href: '/care/households' }, { label: 'New enquiry' }]} />} lede="Somebody asks to foster or to adopt." />
        <Summary ask={ask} />
        <form method="post" action="/care/households/new">
          <input type="hidden" name="commandId" value={newId()} />
          <Card>
            <Line label="Names" hint="As they are called: Mary and John Okafor" {...back('name')} maxLength={200} />
            <Select label="What they want to be" empty="Choose one" options={offered(householdKinds, today)} {...back('kind')} />
            <DateField label="The day they asked" {...back('enquiredOn')} />
            <Line label="Their agency" optional="where they are not our own carers" {...back('agency')} maxLength={200} />
            <Line label="Part of the area" optional="a town or a district, no address" {...back('area')} maxLength={200} />
          </Card>
          <Actions><Button kind="primary">Record it</Button><a href="/care/households">Back</a></Actions>
        </form>
      </Page>
    )
  },
})
export const saveNewHousehold = form('/care/households/new', async (caller, ask, around) => {
  const text = (name: string): string => textOf(ask.body[name]).trim()
  const id = newId()
  const outcome = await newHousehold.perform(caller, { id, name: text('name'), kind: text('kind'), enquiredOn: dayOr(text('enquiredOn'), caller.clock.today()), ...(text('agency') ? { agency: text('agency') } : {}), ...(text('area') ? { area: text('area') } : {}) }, ask.commandId)
  if ('problems' in outcome) return again(newHouseholdPage, outcome.problems.map(ofHousehold))(caller, ask, around)
  return { go: `/care/households/${outcome.done.id}?saved=1` }
})

/** One household: where it stands, the terms, and every step. */
export const householdPage = page('/care/households/:id', {
  what: 'page.carerHousehold',
  may: 'record.read',
  load: async (asking, ask) => ({ ...(await carerHousehold.of(asking, { id: ask.params.id ?? '' })), today: asking.today, writes: may(asking.actor, 'record.write') }),
  view: ({ stands, steps, members, workers, today, writes }, frame, ask) => {
    const { household, terms } = stands
    const clocks = householdClocks(household.kind, stands.steps, today)
    const known = ask.problems.find((one) => one.question === 'childrenKnown')?.problem
    const waiting = clocks.find((one) => one.clock.state === 'paused')
    const elsewhere = textOf(ask.body.from) === 'clock' || ask.body.gender !== undefined
    const back = backOf(elsewhere ? { ...ask, body: {}, problems: [] } : ask, { on: numbers(today), places: terms ? String(terms.places) : '', ageFrom: terms ? String(terms.ageFrom) : '', ageTo: terms ? String(terms.ageTo) : '', sexes: terms?.sexes ?? 'any' })
    return (
      <Page {...frame} title={household.name} place="care" problemCount={ask.problems.length}>
        <PageHead title={household.name} before={<Breadcrumb steps={[{ label: 'Carer households', href: '/care/households' }, { label: household.name }]} />} lede={[labelNow(householdKinds, household.kind), household.agency, household.area].filter(Boolean).join(', ')} />
        {ask.query.saved ? <Confirmation title="Recorded.">{stands.stage === 'approved' && stands.steps.some((one) => one.step === 'temporarilyApproved') ? 'Their approval for a time ends with each child who lives with them.' : stands.stage === 'over' && stands.children > 0 ? 'The worker and the manager of each child who lives there are asked to decide where the child lives now.' : null}</Confirmation> : null}
        <Summary ask={ask} />
        <CardGrid of={3}>
          <AnswerCard question="Where do they stand?" answer={stageInWords[stands.stage]}><p>{stands.since ? `Since ${dayInWords(stands.since)}.` : ''} {stands.worker?.name ? `With ${stands.worker.name}.` : 'With nobody.'}</p></AnswerCard>
          <AnswerCard question="What are they approved for?" answer={termsInWords(terms)}><p>{sentence(counted(stands.children, 'child lives', 'children live'))} there now, {stands.vacancies} free.</p></AnswerCard>
          <AnswerCard question="When is the approval reviewed?" answer={stands.reviewDueOn ? dayInWords(stands.reviewDueOn) : 'Nothing is due'}>{stands.reviewDueOn && stands.reviewDueOn < today ? <Tag kind="late">Late</Tag> : null}</AnswerCard>
        </CardGrid>
        {stands.stage === 'over' && stands.children > 0 ? <Message kind="late" title={`${sentence(counted(stands.children, 'child still lives', 'children still live'))} there.`}>Nobody approves these carers now. The worker and the manager of each child are asked to decide where the child lives now; the placement ends when they write it down.</Message> : null}
        {waiting ? <Message kind="soon" title={`${waiting.words} waits.`}>{waiting.clock.reason} {waiting.clock.dueOn ? `Its day moves on with each day; today it is ${dayInWords(waiting.clock.dueOn)}.` : ''}</Message> : null}
        <Card id="clocks" title="Clocks" lede="Worked out from the steps below, each by the law of the day it began.">
          <Table caption="Clocks, oldest first" stack rows={clocks} empty={<EmptyState title="No clock runs">The stages of an assessment and the reviews of an approval have days of their own.</EmptyState>} columns={[
            { title: 'What', head: true, cell: (one) => one.words }, { title: 'From', cell: (one) => (one.clock.startedOn ? dayInWords(one.clock.startedOn) : '') }, { title: 'By', cell: (one) => <>{one.clock.dueOn ? dayInWords(one.clock.dueOn) : ''}{one.ownOn ? <span class="second">our own measure {dayInWords(one.ownOn)}</span> : null}</> },
            { title: 'How it stands', cell: (one) => <Tag kind={['overdue', 'metLate', 'ended'].includes(one.clock.state) ? 'late' : one.clock.state === 'met' ? 'good' : one.clock.state === 'dueSoon' || one.clock.state === 'dueToday' ? 'soon' : 'plain'}>{clockWords[one.clock.state] ?? 'Runs'}</Tag> },
            { title: 'Why it waits', cell: (one) => !writes || !one.mayWait || one.clock.endedOn !== undefined ? one.clock.reason ?? '' : one.clock.state === 'paused' ? (
              <><p>{one.clock.reason}</p><WaitForm id={household.id} step="resumed" words="It goes on" ask={ask} today={today} /></>) : <WaitForm id={household.id} step="paused" words="Let it wait" ask={ask} today={today} /> },
          ]} />
        </Card>
        {writes ? (
          <form method="post" action={`/care/households/${household.id}`}>
            <input type="hidden" name="commandId" value={newId()} />
            <Card title="What happened">
              <Select label="Step" empty="Choose one" options={offered(householdSteps, today)} {...back('step')} />
              <DateField label="The day" {...back('on')} />
              <FieldRow>
                <Line label="For how many children" width={4} inputMode="numeric" {...back('places')} />
                <Line label="From which age" width={4} inputMode="numeric" {...back('ageFrom')} />
                <Line label="To which age" width={4} inputMode="numeric" {...back('ageTo')} />
              </FieldRow>
              <p class="quiet">The terms are asked with an approval, or where they change.</p>
              <Select label="Boys or girls" options={[{ value: 'any', label: 'Both' }, { value: 'female', label: 'Girls' }, { value: 'male', label: 'Boys' }]} {...back('sexes')} />
              <Select label="To whom it is given" optional="with the step “Given to a worker”" empty="Nobody else" options={workers.map((one) => ({ value: one.id, label: one.name, group: one.team }))} {...back('workerId')} />
              {stands.children > 0 ? <Choices name="childrenKnown" label={`${sentence(counted(stands.children, 'child lives', 'children live'))} there`} hint="Asked where the step says that they are approved no longer" values={ask.body.childrenKnown === 'yes' ? ['yes'] : []} options={[{ value: 'yes', label: 'I know. The worker and the manager of each are asked to decide where the child lives now' }]} {...(known ? { problem: known } : {})} /> : null}
              <Words label="Reasons, or what was found" optional="if there is more to say" rows={3} {...back('words')} maxLength={4000} />
              <Actions><Button kind="primary">Record it</Button></Actions>
            </Card>
          </form>
        ) : null}
        <HouseholdPeople householdId={household.id} members={members} writes={writes} today={today} ask={ask} />
        <Card title="Step by step"><Table caption="Steps, newest first" stack rows={steps} columns={[
          { title: 'Step', head: true, cell: (one) => labelNow(householdSteps, one.step) },
          { title: 'Day', cell: (one) => dayInWords(one.on) },
          { title: 'Terms', cell: (one) => (one.places === null ? '' : termsInWords({ places: one.places, ageFrom: one.ageFrom ?? 0, ageTo: one.ageTo ?? 17, sexes: one.sexes ?? 'any', kinds: [] })) },
          { title: 'What was said', cell: (one) => [one.worker ? `To ${one.worker}` : '', one.words ?? ''].filter(Boolean).join('. ') },
          { title: 'Recorded by', cell: (one) => one.by ?? '' },
        ]} /></Card>
      </Page>
    )
  },
})
/** From where the clock stands: the assessment waits, with a reason, or goes on. */
function WaitForm({ id, step, words, ask, today }: { id: string; step: 'paused' | 'resumed'; words: string; ask: Ask; today: PlainDate }) {
  const mine = textOf(ask.body.from) === 'clock' && textOf(ask.body.step) === step
  const at = (name: string) => { const problem = mine ? ask.problems.find((one) => one.question === `${step}-${name}`)?.problem : undefined; return problem ? { problem } : {} }
  return (
    <details class="fold" open={mine && ask.problems.length > 0}><summary><span class="fold-link">{words}</span></summary>
      <form method="post" action={`/care/households/${id}`}><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="step" value={step} /><input type="hidden" name="from" value="clock" />
        <DateField id={`${step}-on`} name="on" label={step === 'paused' ? 'Since' : 'From'} value={mine ? textOf(ask.body.on) : numbers(today)} {...at('on')} />
        <Line id={`${step}-words`} name="words" label={step === 'paused' ? 'Why it waits' : 'What let it go on'} {...(step === 'resumed' ? { optional: 'if it helps whoever reads this' } : {})} value={mine ? textOf(ask.body.words) : ''} {...at('words')} maxLength={500} />
        <Button kind="row">{words}</Button></form>
    </details>
  )
}
const whole = (ask: Ask, name: string): Record<string, number> => { const text = textOf(ask.body[name]).trim(); return text === '' ? {} : { [name]: Number(text) } }
export const saveHousehold = form('/care/households/:id', async (caller, ask, around) => {
  const text = (name: string): string => textOf(ask.body[name]).trim()
  const sexes = text('sexes')
  const outcome = await takeHouseholdStep.perform(caller, { id: newId(), householdId: ask.params.id ?? '', step: text('step'), on: dayOr(text('on'), caller.clock.today()), ...whole(ask, 'places'), ...whole(ask, 'ageFrom'), ...whole(ask, 'ageTo'), ...(sexes ? { sexes } : {}), ...(text('childrenKnown') === 'yes' ? { childrenKnown: true } : {}), ...(text('step') === 'givenTo' && text('workerId') ? { workerId: text('workerId') } : {}), ...(text('words') ? { words: text('words') } : {}) }, ask.commandId)
  if ('problems' in outcome) return again(householdPage, outcome.problems.map(ofHousehold).map(inWords).map((one) => (text('from') === 'clock' ? { ...one, question: `${text('step')}-${one.question}` } : one)))(caller, ask, around)
  return { go: `/care/households/${ask.params.id}?saved=1` }
})
export const householdPeople = saveHouseholdPeople(householdPage)
