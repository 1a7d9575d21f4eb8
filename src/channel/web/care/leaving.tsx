import { careFacts } from '../../../../content/care/facts.ts'
import { duties } from '../../../../content/timescales/all.ts'
import { leaverActivity, leaverHomes, leaverInTouch } from '../../../../content/codes/care.ts'
import { dutyOn, evaluate } from '../../../engine/timescales/evaluate.ts'
import { dayInWords, daysBetween, plain, type PlainDate } from '../../../kernel/dates.ts'
import { counted } from '../../../kernel/phrasing.ts'
import { ButtonLink } from '../../../platform/page/button.tsx'
import { AnswerCard, Card, Facts } from '../../../platform/page/card.tsx'
import { Clock } from '../../../platform/page/clock.tsx'
import { IdentityBar } from '../../../platform/page/identity-bar.tsx'
import { CardGrid, Columns, Page } from '../../../platform/page/layout.tsx'
import { Confirmation, EmptyState } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { Quote } from '../../../platform/page/words.tsx'
import { labelNow } from '../../../record/access/own/now.ts'
import { page } from '../../../record/access/page.ts'
import { may } from '../../../record/access/permissions.ts'
import { careHistory } from '../../../record/care/queries.ts'
import { eligibleOn, isOwedPlan, lastsUntil, leavingInWords, leavingStatus, type Leaving, type Stretch } from '../../../record/care/reckoning/leaving.ts'
import { stretchesOf } from '../../../record/care/reckoning/stretches.ts'
import { markOf } from '../../../record/people/marks.ts'
import { currentPlans } from '../../../record/plans/queries.ts'
import { clockOf, tellerOf } from '../../../record/work/trayRows.ts'
import { bornInWords, identityFacts, PersonTabs } from '../people/parts.tsx'
import { childFor } from './typing.tsx'
import { placedNow } from './answers.tsx'
import { answersInWords, factTitle, livesWith } from './words.ts'

/** As long as a council usually lets pass without a word: a measure of our own, no rule. */
export const usualGap = 56
const leavingFacts = careFacts.filter((one) => one.group === 'Leaving care').map((one) => one.id)

/** By when the needs are to be assessed: three months from when somebody became eligible, or left care before eighteen (content/timescales). */
function dueOf(status: Leaving, since: PlainDate, stretches: readonly Stretch[]): PlainDate | undefined {
  const asked = status === 'eligible' ? { id: 'pathwayAssessment.completed', event: 'leavingCare.becameEligible', on: since } : status === 'relevant' ? { id: 'pathwayAssessment.relevant', event: 'leavingCare.becameRelevant', on: stretches.flatMap((one) => one.to ?? []).sort().at(-1) ?? since } : undefined
  const duty = asked ? dutyOn(duties, asked.id, asked.on) : undefined
  return duty && asked ? evaluate(duty, [asked], { today: asked.on }).dueOn : undefined
}

/** A young person on the way out of care, or who has left it: what the law owes them, who is their adviser, whether we are in touch, their home, what they do, and the pathway plan. */
export const leavingPage = page('/people/:id/leaving', {
  what: 'page.leaving',
  may: 'record.read',
  load: async (asking, ask) => {
    const { read, card } = await childFor(asking, ask)
    return { read, card, care: await careHistory.of(asking, { id: card.id }), plan: (await currentPlans(asking, [card.id])).find((one) => one.kind === 'pathwayPlan'), keeps: may(asking.actor, 'record.write') }
  },
  view: ({ read, card, care, plan, keeps }, frame, ask) => {
    const { today } = read
    const given = card.given || card.name
    const base = `/people/${card.id}`
    const stretches = stretchesOf(care)
    const status = card.bornOn ? leavingStatus(card.bornOn, stretches, today) : 'none'
    const since = card.bornOn ? eligibleOn(card.bornOn, stretches, today) : undefined
    const until = card.bornOn ? lastsUntil(card.bornOn, status) : undefined
    const last = (kind: string) => care.facts.find((one) => one.kind === kind)
    const [adviser, touch, home] = [care.facts.find((one) => one.kind === 'adviser' && one.to === null), last('leaverContact'), care.facts.find((one) => one.kind === 'leaverHome' && one.to === null)]
    const placed = placedNow(care, today)
    const seenOn = read.lastSeen.get(card.id)?.seenOn
    const silent = touch ? daysBetween(touch.on, today) : undefined
    const activity = care.facts.find((one) => one.kind === 'leaverContact' && one.answers['activity'])
    const lives = home ?? care.facts.find((one) => one.kind === 'leaverContact' && one.answers['home'])
    const work = read.work.filter((item) => ['carePathwayPlan', 'carePathwayAssessment', 'leaverVisit', 'pathwayReview', 'careVisit'].includes(item.kind) && item.people.some((one) => one.id === card.id))
    const said = care.facts.find((one) => one.kind === 'pathwayPlan' && one.words)
    const needs = last('pathwayAssessment')
    const needsBy = needs || !since ? undefined : dueOf(status, since, stretches)
    const review = work.find((item) => ['carePathwayPlan', 'pathwayReview'].includes(item.kind))
    const record = (kind: string) => `${base}/care/record?kind=${kind}`
    return (
      <Page {...frame} title={`Leaving care: ${card.name}`} band={<>
        <IdentityBar mark={markOf(card)} name={card.name} age={bornInWords(card, today)} facts={identityFacts(read, card)} end={keeps && status !== 'none' ? <ButtonLink kind="primary" icon="pencil" href={record('leaverContact')}>Write down a contact</ButtonLink> : undefined} />
        <PersonTabs read={read} card={card} here="care" />
      </>}>
        {ask.query.saved ? <Confirmation title="Recorded.">It stands below and in the chronology.</Confirmation> : null}
        <CardGrid of={3}>
          <AnswerCard question="What do we owe?" answer={leavingInWords[status].split(':')[0] ?? ''} source="Worked out from the days in care">
            <p>{status === 'none' ? (card.bornOn ? 'From sixteen on, with thirteen weeks in care since fourteen, what is owed stands here.' : 'The day of birth is not known, so nothing can be worked out.') : `${leavingInWords[status].split(': ')[1]?.replace(/^./, (letter) => letter.toUpperCase()) ?? ''}.`} {since ? `Since ${dayInWords(since)}: sixteen, with thirteen weeks in care since fourteen.` : ''} {until ? `Until ${dayInWords(until)}.` : ''}</p>
          </AnswerCard>
          <AnswerCard question="Who is the personal adviser?" answer={adviser?.answers['name'] ?? 'Nobody is named'} source={adviser ? `Since ${dayInWords(adviser.on)}` : keeps && isOwedPlan(status) ? <a href={record('adviser')}>Name the adviser</a> : ''}>{!adviser && isOwedPlan(status) ? <p><Tag kind="late">Owed</Tag></p> : null}</AnswerCard>
          <AnswerCard question="Are we in touch?" answer={touch ? labelNow(leaverInTouch, touch.answers['inTouch'] ?? '') : placed && seenOn ? 'Seen by us' : 'Nothing written down'} source={touch ? `Last on ${dayInWords(touch.on)}` : placed && seenOn ? `Last on ${dayInWords(plain(seenOn.slice(0, 10)))}` : keeps && status !== 'none' ? <a href={record('leaverContact')}>Write down a contact</a> : ''}>{silent !== undefined && status !== 'none' ? <p>{silent === 0 ? 'Today.' : `${counted(silent, 'day', 'days')} ago.`} {silent > usualGap ? <Tag kind="soon">More than eight weeks</Tag> : null}</p> : null}</AnswerCard>
          <AnswerCard question="Where do they live?" answer={lives ? labelNow(leaverHomes, lives.answers['home'] ?? '') : placed ? livesWith(placed) : 'Not written down'} source={lives ? `Since, or seen on, ${dayInWords(lives.on)}` : placed ? `In our care, since ${dayInWords(placed.from)}` : keeps ? <a href={record('leaverHome')}>Write down the home</a> : ''}>{lives?.answers['suitable'] ? <p>{lives.answers['suitable'] === 'yes' ? <Tag kind="good" icon="tick">Suitable</Tag> : <Tag kind="late">Not suitable</Tag>} {home?.answers['why'] ?? ''}</p> : null}</AnswerCard>
          <AnswerCard question="What do they do?" answer={activity ? labelNow(leaverActivity, activity.answers['activity'] ?? '') : 'Not written down'} source={activity ? `As of ${dayInWords(activity.on)}` : keeps && status !== 'none' ? <a href={record('leaverContact')}>Write it down with a contact</a> : ''} />
          <AnswerCard question="What is the plan?" answer={plan ? 'Pathway plan' : 'No pathway plan yet'} source={plan ? <a href={`/plans/${plan.id}`}>Open the plan</a> : keeps && isOwedPlan(status) ? <a href={`${base}/care/plan?kind=pathwayPlan`}>Make a pathway plan</a> : ''}>{plan ? <p>Since {dayInWords(plan.startedOn)}. {review?.dueOn ? `Looked at again by ${dayInWords(review.dueOn)}.` : ''}</p> : null}
            {needs ? <p>What {given} needs was assessed on {dayInWords(needs.on)}.</p> : needsBy ? <p>What {given} needs is to be assessed by {dayInWords(needsBy)}. {needsBy < today ? <Tag kind="late">Late</Tag> : null} {keeps ? <a href={record('pathwayAssessment')}>Write the assessment</a> : null}</p> : null}</AnswerCard>
        </CardGrid>
        {said?.words ? <Card><Quote hue={markOf(card).hue} words={said.words} said={<>{given}, when the plan was made on {dayInWords(said.on)}</>} /></Card> : null}
        {needs ? <Card id="needs" title={`What ${given} needs`} aside={keeps ? <a href={`${record('pathwayAssessment')}&corrects=${needs.factId}`}>Correct</a> : undefined} lede={`Assessed on ${dayInWords(needs.on)}.`}>
          {needs.words ? <Quote hue={markOf(card).hue} words={needs.words} said={given} /> : null}
          <Facts facts={answersInWords(needs)} />
        </Card> : null}
        <Columns
          main={<Card id="history" title="Step by step">
            <Table caption="Contacts, homes, advisers and plans, newest first" stack rows={care.facts.filter((one) => leavingFacts.includes(one.kind))} empty={<EmptyState title="Nothing yet">Contacts, homes and plans stand here with their days.</EmptyState>} columns={[
              { title: 'What', head: true, cell: (one) => factTitle(one.kind) }, { title: 'Day', cell: (one) => `${dayInWords(one.on)}${one.to ? ` to ${dayInWords(one.to)}` : ''}` },
              { title: 'Said', cell: (one) => [(one.kind === 'pathwayAssessment' ? [] : answersInWords(one)).map((answer) => `${answer.label}: ${answer.value}`).join('. '), one.words].filter(Boolean).join('. ') },
            ]} />
          </Card>}
          aside={<>
            <Card title="What is due">{work.length === 0 ? <EmptyState title="Nothing">Reviews of the plan and visits appear here with their day.</EmptyState> : <ul class="lines">{work.map((item) => <li><Clock {...clockOf(item, false, today)} /><p><a class="name" href={tellerOf(item).open(item).href}>{tellerOf(item).title(item)}</a></p></li>)}</ul>}</Card>
            {keeps && status !== 'none' ? <Card title="Write down"><ul class="lines"><li><a href={record('leaverContact')}>A contact</a></li><li><a href={record('leaverHome')}>A home, and whether it is suitable</a></li><li><a href={record('adviser')}>The personal adviser</a></li><li><a href={record('pathwayAssessment')}>The assessment for the pathway plan</a></li></ul></Card> : null}
          </>} />
      </Page>
    )
  },
})
