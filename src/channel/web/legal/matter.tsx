import { applications } from '../../../../content/codes/legalWork.ts'
import { legalFacts } from '../../../../content/legal/facts.ts'
import { dayInWords, shortDay, timeOf, type PlainDate } from '../../../kernel/dates.ts'
import { labelOf } from '../../../kernel/codes.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { ButtonLink } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Clock } from '../../../platform/page/clock.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Breadcrumb } from '../../../platform/page/navigation.tsx'
import { Confirmation, EmptyState } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { NamedToken, TokenRow } from '../../../platform/page/token.tsx'
import type { LegalFact, WholeMatter } from '../../../practice/legal/model.ts'
import { colleaguesOf, matterFor } from '../../../practice/legal/queries.ts'
import { endingsOf, factTitle, factWords, matterName, tooLong } from '../../../practice/legal/words.ts'
import { page } from '../../../record/access/page.ts'
import { may } from '../../../record/access/permissions.ts'
import { byBirth, markOf } from '../../../record/people/marks.ts'
import { statusesOf } from '../../../record/people/legal/register.ts'
import { holdingOn, statusInWords } from '../../../record/people/legal/rules.ts'
import type { Card as PersonCard } from '../../../record/people/model.ts'
import { cardsOf, idsOf } from '../../../record/people/queries.ts'
import { openWorkAbout } from '../../../record/work/queries.ts'
import { clockOf, tellerOf } from '../../../record/work/trayRows.ts'
import { DirectionForm, EndForm, FinishForm, OrdersForm } from './forms.tsx'
import { Outlived } from './outlived.tsx'
import { clockOfMatter } from './words.ts'

/** One matter of legal work: its weeks, what happened and what lies ahead, what the court directed, and for each child what holds and how it ended. */
export const matterPage = page('/legal/:id', {
  what: 'page.matter',
  may: 'record.read',
  load: async (asking, ask) => {
    const matter = await matterFor(asking, ask.params.id ?? '')
    const ids = matter.people.map((one) => one.personId)
    const [cards, statuses, colleagues, work] = [await cardsOf(asking, ids), await statusesOf(asking, await idsOf(asking, ids)), await colleaguesOf(asking, ids), await openWorkAbout(asking, await idsOf(asking, ids))]
    return { matter, people: [...cards.values()].sort(byBirth), statuses, colleagues, work: work.filter((item) => item.subjectId === matter.id && item.kind !== 'courtDirection'), today: asking.today, works: may(asking.actor, 'legal.work'), writes: may(asking.actor, 'record.write'), orders: may(asking.actor, 'legal.record') && asking.actor.qualified }
  },
  view: ({ matter, people, statuses, colleagues, work, today, works, writes, orders }, frame, ask) => {
    const going = people.filter((card) => matter.people.some((one) => one.personId === card.id && one.endedOn === null))
    const clock = clockOfMatter(matter, today)
    const name = matterName(matter.kind)
    const facts = legalFacts.filter((one) => one.of === matter.kind && !(one.once && matter.facts.some((fact) => fact.kind === one.id)))
    const named = (ids: readonly string[]) => ids.flatMap((id) => people.find((card) => card.id === id) ?? [])
    return (
      <Page {...frame} title={name} problemCount={ask.problems.length} printed={undefined}>
        <PageHead title={name} {...(works ? { before: <Breadcrumb steps={[{ label: 'Legal work', href: '/legal' }, { label: name }]} /> } : {})} tags={going.length === 0 ? <Tag kind="plain">Ended</Tag> : null} lede={`For ${listed(people.map((card) => card.given || card.name))}, decided on ${dayInWords(matter.decidedOn)}. ${[matter.application ? labelOf(applications, matter.application) : '', matter.court, matter.caseNumber].filter(Boolean).join(', ')}`}
          end={clock ? <Clock state={clock.state} words={clock.words} second={clock.second} /> : undefined} />
        {ask.query.saved ? <Confirmation title="Recorded.">It stands in the record of each child it is about, and what follows is in the work of those who do it.</Confirmation> : null}
        <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
        {people.map((card) => <Outlived card={card} statuses={statuses.filter((one) => one.personId === card.id)} today={today} orders={orders} />)}
        <Columns
          main={<>
            <Card title="What happened, and what lies ahead">
              <Table caption="What happened, and what lies ahead" stack rows={matter.facts} empty={<EmptyState title="Nothing yet">{matter.kind === 'preProceedings' ? 'The letter, the meeting with the parents and reviews appear here.' : 'The day it was issued, hearings and more time appear here.'}</EmptyState>} columns={[
                { title: 'Day', cell: (fact) => <>{shortDay(fact.on, today)}{fact.at ? <span class="second">{timeOf(fact.at)}</span> : null}</> },
                { title: 'What', head: true, cell: (fact) => <>{factTitle(fact)} {fact.kind === 'hearing' && fact.on > today ? <Tag kind="theme">To come</Tag> : null}{fact.about.length > 0 ? <TokenRow marks={named(fact.about).map(markOf)} /> : null}<span class="second">{factWords(fact)}{tooLong(matter.facts, fact) ? ' More than eight weeks at once: check the day.' : ''}</span></> },
                ...(works ? [{ title: 'Change', titleUnseen: true, cell: (fact: LegalFact) => <a href={`/legal/${matter.id}/record?kind=${fact.kind}&corrects=${fact.factId}`}>{fact.kind === 'hearing' && fact.on <= today && !fact.words ? 'Say what was decided' : 'Change'}<span class="unseen"> {factTitle(fact)}</span></a> }] : []),
              ]} />
              {works && going.length > 0 ? <div class="actions">{facts.map((one, i) => <ButtonLink kind={i === 0 ? 'primary' : 'row'} href={`/legal/${matter.id}/record?kind=${one.id}`}>{one.title}</ButtonLink>)}</div> : null}
            </Card>
            {matter.kind === 'proceedings' && (going.length > 0 || matter.directions.length > 0) ? <Directions matter={matter} people={people} today={today} works={works} /> : null}
            {works && (going.length > 0 || (orders && matter.kind === 'proceedings')) ? (
              <Card title={going.length > 0 ? 'Write down' : 'Orders'}>
                {matter.kind === 'proceedings' && going.length > 0 ? <DirectionForm matter={matter} people={going} colleagues={colleagues} ask={ask} /> : null}
                {orders && matter.kind === 'proceedings' ? <OrdersForm matter={matter} people={people} ask={ask} today={today} /> : null}
                {writes && going.length > 0 ? <EndForm matter={matter} people={going} ask={ask} today={today} /> : null}
              </Card>
            ) : null}
          </>}
          aside={<>
            <Card title="For each child">{people.map((card) => <ForChild card={card} matter={matter} now={holdingOn(statuses.filter((one) => one.personId === card.id), today).map((one) => statusInWords(one.code))} />)}</Card>
            {going.length === 0 ? null : <Card title="What is due">{work.length === 0 ? <EmptyState title="Nothing">What is due appears here with its day.</EmptyState> : <ul class="lines">{work.map((item) => <li><p><strong>{tellerOf(item).title(item)}</strong></p><Clock {...clockOf(item, false, today)} /></li>)}</ul>}</Card>}
            <Card title="Who"><ul class="lines"><li><p><strong>{matter.lead ?? 'Nobody leads it'}</strong><span class="second">leads it</span></p></li><li><p><strong>{matter.adviser ?? 'No lawyer is named'}</strong><span class="second">legal adviser</span></p></li></ul>
              <p class="card-foot">{people[0] ? <a href={`/people/${people[0].id}/legal`}>Orders, and legal advice</a> : null}{matter.follows ? <> <a href={`/legal/${matter.follows}`}>Pre-proceedings before it</a></> : null}</p></Card>
          </>} />
      </Page>
    )
  },
})

function ForChild({ card, matter, now }: { card: PersonCard; matter: WholeMatter; now: readonly string[] }) {
  const on = matter.people.find((one) => one.personId === card.id)
  const ended = on?.endedOn ? `Ended ${dayInWords(on.endedOn)}: ${labelOf(endingsOf(matter.kind), on.outcome ?? '').toLowerCase()}` : undefined
  return <NamedToken mark={markOf(card)} href={`/people/${card.id}/legal`} second={[ended, now.length > 0 ? `now: ${listed(now).toLowerCase()}` : ended ? '' : 'no order holds'].filter(Boolean).join('; ')} />
}

function Directions({ matter, people, today, works }: { matter: WholeMatter; people: readonly PersonCard[]; today: PlainDate; works: boolean }) {
  const named = (ids: readonly string[]) => people.filter((card) => ids.includes(card.id))
  return (
    <Card id="directions" title="What the court directed">
      <Table caption="What the court directed" stack rows={matter.directions} empty={<EmptyState title="Nothing yet">Each direction has somebody who does it and the day the court set.</EmptyState>} columns={[
        { title: 'What', head: true, cell: (one) => <>{one.words}{one.about.length > 0 ? <> <TokenRow marks={named(one.about).map(markOf)} /></> : null}<span class="second">{one.owner}</span></> },
        { title: 'By', cell: (one) => (one.doneOn ? <>{dayInWords(one.doneOn)}<span class="second">{one.doneOn > one.dueOn ? 'late' : 'done in time'}</span></> : <Clock state={one.dueOn < today ? 'late' : one.dueOn === today ? 'today' : 'inTime'} words={shortDay(one.dueOn, today)} />) },
        { title: 'How one knows', cell: (one) => (one.doneOn ? (one.doneWords ?? '') : works ? <FinishForm matter={matter} id={one.id} words={one.words} /> : '') },
      ]} />
    </Card>
  )
}
