import { askedDecisions, careFacts } from '../../../../content/care/facts.ts'
import { careEndings } from '../../../../content/codes/care.ts'
import { ageOn, dayInWords, daysBetween, shortDay, type PlainDate } from '../../../kernel/dates.ts'
import { labelOf } from '../../../kernel/codes.ts'
import { counted } from '../../../kernel/phrasing.ts'
import { ButtonLink } from '../../../platform/page/button.tsx'
import { AnswerCard, Card } from '../../../platform/page/card.tsx'
import { IdentityBar } from '../../../platform/page/identity-bar.tsx'
import { CardGrid, Columns, Page } from '../../../platform/page/layout.tsx'
import { Confirmation, EmptyState, Message } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { labelNow } from '../../../record/access/own/now.ts'
import { page } from '../../../record/access/page.ts'
import { may } from '../../../record/access/permissions.ts'
import { careHistory, type CareRead } from '../../../record/care/queries.ts'
import { carerHouseholds } from '../../../record/care/households.ts'
import { perhapsAdopters, a1Within, a2Within, adoptionPath, stageOf, waitsOf, type AdoptionPath, type AdoptionStage } from '../../../record/care/reckoning/adoption.ts'
import { fitOf, type Stands } from '../../../record/care/reckoning/households.ts'
import { markOf } from '../../../record/people/marks.ts'
import type { WorkItem } from '../../../record/work/model.ts'
import { clockOf, tellerOf } from '../../../record/work/trayRows.ts'
import { Clock } from '../../../platform/page/clock.tsx'
import { bornInWords, identityFacts, PersonTabs } from '../people/parts.tsx'
import { termsInWords } from './households.tsx'
import { childFor, siblings } from './typing.tsx'
import { answersInWords, factTitle } from './words.ts'

export const stageWords: Readonly<Record<AdoptionStage, string>> = { decided: 'Decided, not yet before the court', authority: 'May be placed', searching: 'A family is looked for', linked: 'Adopters are thought of', matched: 'Matched', placed: 'Placed for adoption', adopted: 'Adopted' }
const planList = careFacts.find((one) => one.id === 'permanenceDecision')?.questions.find((one) => one.id === 'plan')?.list
export const planInWords = (code: string | undefined): string => (code && planList ? labelNow(planList, code) : 'Not decided yet')

type Step = Readonly<{ title: string; on: PlainDate | undefined; source: string }>
const stepsOf = (path: AdoptionPath): Step[] => [
  { title: 'Came into our care', on: path.enteredOn, source: 'The time in care' }, { title: 'Should be placed for adoption: agency decision', on: path.decidedOn, source: 'Agency decision maker' },
  { title: 'Authority to place', on: path.authorityOn, source: 'Placement order, or consent' }, { title: 'A family is looked for', on: path.searchedOn, source: 'Family finding' }, { title: 'Adopters are thought of', on: path.linkedOn, source: 'Linking' },
  { title: 'Matched: agency decision', on: path.matchedOn, source: 'Agency decision maker' }, { title: 'Moved in', on: path.movedInOn, source: 'The placement' }, { title: 'Placed for adoption', on: path.placedOn, source: 'The placement' }, { title: 'Adoption order', on: path.orderOn, source: 'The court' },
]
const longTerm: readonly string[] = ['fosterLongTerm', 'fosterRelativeLongTerm']
/** The way of a child who is not on the way to adoption: what was planned and decided, where they came to stay, and by what our care ended. */
function otherSteps({ periods, placements, facts }: Pick<CareRead, 'periods' | 'placements' | 'facts'>): Step[] {
  const period = periods.toSorted((a, b) => b.from.localeCompare(a.from))[0]
  if (!period) return []
  const within = (on: PlainDate): boolean => on >= period.from && (period.to === null || on <= period.to)
  const plans = facts.filter((one) => one.kind === 'carePlan' && one.answers['permanence'] && within(one.on)).toSorted((a, b) => a.on.localeCompare(b.on))
  const changed = plans.filter((one, n) => one.answers['permanence'] !== plans[n - 1]?.answers['permanence'])
  const between: Step[] = [
    ...changed.map((one, n) => ({ title: `${n === 0 ? 'The plan' : 'The plan changed'}: ${planInWords(one.answers['permanence']).toLowerCase()}`, on: one.on, source: 'Care plan' })),
    ...facts.filter((one) => one.kind === 'permanenceDecision' && one.answers['plan'] && within(one.on)).map((one) => ({ title: `Decided: ${planInWords(one.answers['plan']).toLowerCase()}`, on: one.on, source: one.answers['step'] === 'decisionMaker' ? 'Agency decision maker' : 'Decision' })),
    ...placements.filter((one) => within(one.from) && (longTerm.includes(one.kind) || perhapsAdopters.includes(one.kind))).map((one) => ({ title: longTerm.includes(one.kind) ? 'Lives with carers for the long term' : 'Lives with carers who may become the adopters', on: one.from, source: 'The placement' })),
  ].sort((a, b) => a.on.localeCompare(b.on))
  return [{ title: 'Came into our care', on: period.from, source: 'The time in care' }, ...between, ...(period.to ? [{ title: period.endReason ? labelNow(careEndings, period.endReason) : 'Left our care', on: period.to, source: 'The time in care' }] : [])]
}
const inTime = (days: number, within: number) => <Tag kind={days <= within ? 'good' : 'late'}>{days <= within ? 'In time' : 'Longer than meant'}</Tag>
const permanenceFacts: readonly string[] = ['permanenceDecision', 'decisionAsked', 'familyFinding', 'link', 'match', 'disruption']

/** One child's way to permanence: what the plan is, each step with its day, how long it took, who could adopt, and what is asked next. */
export const permanencePage = page('/people/:id/permanence', {
  what: 'page.permanence',
  may: 'record.read',
  load: async (asking, ask) => {
    const { read, card } = await childFor(asking, ask)
    const care = await careHistory.of(asking, { id: card.id })
    const households = (await carerHouseholds.of(asking, {})).filter((one) => one.household.kind === 'adopters' || one.household.kind === 'fosterAdopters')
    return { read, card, care, households, keeps: may(asking.actor, 'record.write'), qualified: may(asking.actor, 'legal.record') && asking.actor.qualified, seals: may(asking.actor, 'adoption.keep') }
  },
  view: ({ read, card, care, households, keeps, qualified, seals }, frame, ask) => {
    const { today } = read
    const given = card.given || card.name
    const base = `/people/${card.id}`
    const path = adoptionPath(care)
    const period = care.periods.find((one) => one.to === null)
    const left = period ? undefined : care.periods.toSorted((a, b) => b.from.localeCompare(a.from))[0]
    const proceedings = read.work.find((item) => item.kind === 'legalConclude' && item.people.some((one) => one.id === card.id))
    const decisions = care.facts.filter((one) => one.kind === 'permanenceDecision')
    const plan = decisions.find((one) => one.answers['step'] === 'decisionMaker') ?? care.facts.find((one) => one.kind === 'carePlan')
    const waits = path ? waitsOf(path) : undefined
    const entered = path?.enteredOn ?? period?.from ?? left?.from
    const work = read.work.filter((item) => ['agencyDecision', 'agencyDecisionAgain', 'adoptionReviewDue', 'adoptionReview'].includes(item.kind) && item.people.some((one) => one.id === card.id))
    const together = siblings(read, card).filter((one) => one.id !== card.id)
    return (
      <Page {...frame} title={`Permanence: ${card.name}`} band={<>
        <IdentityBar mark={markOf(card)} name={card.name} age={bornInWords(card, today)} facts={identityFacts(read, card)} end={keeps && period ? <ButtonLink kind="primary" icon="pencil" href={`${base}/permanence/ask`}>Put it to the decision maker</ButtonLink> : undefined} />
        <PersonTabs read={read} card={card} here="care" />
      </>}>
        {ask.query.asked ? <Confirmation title="Put to the agency decision maker.">It stands in their decisions, due in seven working days.</Confirmation> : ask.query.saved ? <Confirmation title="Recorded.">{ask.query.saved === 'disruption' ? <>{qualified && period ? <>Where {given} lives now is <a href={`${base}/care/move`}>a move</a>. </> : null}Those who were part of it come together in <a href={`/meetings/new?kind=disruptionMeeting&people=${card.id}`}>a disruption meeting</a>.</> : 'It stands below and in the chronology.'}</Confirmation> : ask.query.order ? <Confirmation title="The order is recorded.">The placement and the legal status ended on that day.{keeps && !path?.orderOn ? <> Who cares for {given} now stands under <a href={`${base}/details#relationships`}>Relationships</a>.</> : null}{proceedings ? <> The <a href={`/legal/${proceedings.subjectId ?? ''}`}>proceedings</a> are still open.</> : null}</Confirmation> : null}
        {path?.endedOn ? <Message kind="soon" title={`Adoption is no longer the plan since ${dayInWords(path.endedOn)}.`} /> : null}
        {path?.brokeOn ? <Message kind="soon" title={`The placement for adoption ended on ${dayInWords(path.brokeOn)}.`}>{care.facts.some((one) => one.kind === 'disruption' && one.on >= (path.placedOn ?? path.enteredOn)) ? '' : keeps ? <><a href={`${base}/care/record?kind=disruption`}>Write down what ended, and what we learn</a>. </> : null}{keeps ? <a href={`/meetings/new?kind=disruptionMeeting&people=${card.id}`}>Arrange the disruption meeting</a> : null}</Message> : null}
        {path?.orderOn && seals ? <Message kind="seal" title={`${given} is adopted.`}><a href={`${base}/adoption`}>Give the new identity and seal the link</a></Message> : null}
        <CardGrid of={3}>
          <AnswerCard question="What is the plan?" answer={left?.endReason && !path ? labelNow(careEndings, left.endReason) : planInWords(plan?.answers['plan'] ?? plan?.answers['permanence'])} source={plan ? <a href={`${base}/care#facts`}>{plan.kind === 'carePlan' ? 'The care plan' : 'Agency decision'} of {dayInWords(plan.on)}</a> : <a href={`${base}/care`}>In our care</a>}>
            <p>{path ? `${stageWords[stageOf(path)]}.` : period ? `In our care since ${dayInWords(period.from)}.` : left?.to ? `Not in our care since ${dayInWords(left.to)}.` : 'Not in our care now.'}</p>
          </AnswerCard>
          {path ? <><AnswerCard question="From coming into care to moving in" answer={waits?.a1 !== undefined ? counted(waits.a1, 'day', 'days') : path && !path.orderOn ? `${counted(daysBetween(path.enteredOn, today), 'day', 'days')} so far` : 'Not on the way'} source="Adoption scorecard, A1">{path ? <p>{inTime(waits?.a1 ?? daysBetween(path.enteredOn, path.orderOn ?? today), a1Within)} {a1Within} days are meant.</p> : null}</AnswerCard>
          <AnswerCard question="From the court’s authority to the match" answer={waits?.a2 !== undefined ? counted(waits.a2, 'day', 'days') : path?.authorityOn ? `${counted(daysBetween(path.authorityOn, today), 'day', 'days')} so far` : 'No authority yet'} source="Adoption scorecard, A2">{path?.authorityOn ? <p>{inTime(waits?.a2 ?? daysBetween(path.authorityOn, today), a2Within)} {a2Within} days are meant.</p> : null}</AnswerCard></> : null}
        </CardGrid>
        <Columns
          main={<>
            <Card id="way" title="Step by step">
              {path || care.periods.length > 0 ? <Table caption={path ? 'Steps on the way to adoption' : 'Steps on the way to permanence'} stack rows={path ? stepsOf(path) : otherSteps(care)} columns={[
                { title: 'Step', head: true, cell: (one) => one.title }, { title: 'Day', width: 'narrow', cell: (one) => (one.on ? dayInWords(one.on) : <span class="quiet">Not yet</span>) },
                { title: 'Since coming into care', cell: (one) => (one.on && entered && one.on > entered ? counted(daysBetween(entered, one.on), 'day', 'days') : '') }, { title: 'From', cell: (one) => one.source },
              ]} /> : <EmptyState title="Nothing yet">From the day {given} comes into our care, each step stands here with its day.</EmptyState>}
            </Card>
            <Card id="said" title="Decisions and what led to them">
              {care.facts.some((one) => permanenceFacts.includes(one.kind)) ? <ul class="lines">{care.facts.filter((one) => permanenceFacts.includes(one.kind)).map((one) => (
                <li><div class="line-ends"><p><strong>{factTitle(one.kind)}</strong>{one.kind === 'decisionAsked' ? <span class="second">{labelOf(askedDecisions, one.answers['what'] ?? '')}</span> : null}</p><span class="second keep">{dayInWords(one.on)}</span></div>
                  <p>{answersInWords(one).filter((answer) => one.kind !== 'decisionAsked' || answer.label !== 'What is asked').map((answer) => `${answer.label}: ${answer.value}`).join('. ')}</p>{one.words ? <p class="quiet">{one.words}</p> : null}</li>
              ))}</ul> : <EmptyState title="Nothing yet">What the panel said, what was decided and who was thought of stand here.</EmptyState>}
            </Card>
            {path && !path.placedOn && !path.orderOn ? <Matching households={households} children={[card, ...together].map((one) => ({ name: one.given || one.name, age: one.bornOn ? ageOn(one.bornOn, today) : null, sex: one.sex }))} base={base} qualified={qualified} /> : null}
          </>}
          aside={<>
            <Card title="What waits">{work.length === 0 ? <EmptyState title="Nothing">Decisions that were asked for and reviews appear here.</EmptyState> : <ul class="lines">{work.map((item) => <Waiting item={item} today={today} />)}</ul>}</Card>
            {keeps && period ? <Card title="Next">
              <ul class="lines">
                {path?.placedOn ? null : <><li><a href={`${base}/care/record?kind=familyFinding`}>A family is looked for</a></li>
                <li><a href={`${base}/care/record?kind=link`}>Adopters are thought of</a></li></>}
                {qualified && !path?.placedOn ? <li><a href={`${base}/care/move?kind=${path?.authorityOn ? 'adoptionOrder' : 'fosterAdopter'}`}>{path?.authorityOn ? 'Placed for adoption' : 'Fostering for adoption, or concurrent planning'}</a></li> : null}
                {qualified ? <li><a href={`${base}/permanence/order`}>An order was made: adoption, special guardianship, child arrangements</a></li> : null}
                {path?.placedOn ? <li><a href={`/meetings/new?kind=disruptionMeeting&people=${card.id}`}>The placement ends early: arrange the meeting</a></li> : null}
                <li><a href={`${base}/care/record?kind=disruption`}>A placement ended before it was meant to</a></li>
              </ul>
            </Card> : null}
          </>} />
      </Page>
    )
  },
})

const Waiting = ({ item, today }: { item: WorkItem; today: PlainDate }) => (
  <li><Clock {...clockOf(item, false, today)} /><p><a class="name" href={tellerOf(item).open(item).href}>{tellerOf(item).title(item)}</a><span class="second">{item.workerName ?? 'Nobody has it'}{item.dueOn ? `, due ${shortDay(item.dueOn, today)}` : ''}</span></p></li>
)

type Wanted = Readonly<{ name: string; age: number | null; sex: string }>
const Matching = ({ households, children, base, qualified }: { households: readonly Stands[]; children: readonly Wanted[]; base: string; qualified: boolean }) => {
  const [child] = children
  const rows = households.filter((one) => one.stage === 'approved').map((stands) => ({ stands, ...fitOf(stands, child ? [child] : []), all: children.length > 1 ? fitOf(stands, children).against.length === 0 : false })).toSorted((a, b) => a.against.length - b.against.length || a.stands.household.name.localeCompare(b.stands.household.name))
  return (
    <Card id="match" title="Our adopters who wait" lede="Approval and room are compared here; whether they are the right parents is yours and the panel’s to say.">
      <Table caption="Adopters, the best fit first" stack rows={rows} empty={<EmptyState title="No approved adopters wait">They appear here once they are approved.</EmptyState>} columns={[
        { title: 'Adopters', head: true, cell: (one) => <><a class="name" href={`/care/households/${one.stands.household.id}`}>{one.stands.household.name}</a><span class="second">{termsInWords(one.stands.terms)}</span></> },
        { title: 'For', cell: (one) => [...one.fits, ...(one.all ? [`Could take all ${children.length} brothers and sisters`] : [])].join('. ') }, { title: 'Against', cell: (one) => one.against.join('. ') || 'Nothing in the approval' },
        { title: 'Link', titleUnseen: true, cell: (one) => (qualified ? <a href={`${base}/care/record?kind=link&household=${one.stands.household.id}`}>Think of them<span class="unseen">: {one.stands.household.name}</span></a> : '') },
      ]} />
    </Card>
  )
}
