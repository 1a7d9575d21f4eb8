import { careFacts } from '../../../../content/care/facts.ts'
import { careEndings } from '../../../../content/codes/care.ts'
import { carePlans } from '../../../../content/meetings/plans.ts'
import { placementChangeReasons } from '../../../../content/codes/placements.ts'
import { primaryNeeds } from '../../../../content/codes/work.ts'
import { dayInWords, dayOf, moment, shortDay, timeOf, type PlainDate } from '../../../kernel/dates.ts'
import { ButtonLink } from '../../../platform/page/button.tsx'
import { AnswerCard, Card, Facts } from '../../../platform/page/card.tsx'
import { IdentityBar } from '../../../platform/page/identity-bar.tsx'
import { CardGrid, Page } from '../../../platform/page/layout.tsx'
import { Confirmation, EmptyState, Message } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { Quote } from '../../../platform/page/words.tsx'
import { labelNow } from '../../../record/access/own/now.ts'
import { page } from '../../../record/access/page.ts'
import { may } from '../../../record/access/permissions.ts'
import type { CareFact, Placement } from '../../../record/care/model.ts'
import { placementInWords } from '../../../record/care/placementWords.ts'
import { careHistory, careOf, withSteps, type CareRead } from '../../../record/care/queries.ts'
import type { Plan } from '../../../record/plans/model.ts'
import { planKindOf, plansOf } from '../../../record/plans/queries.ts'
import { episodes } from '../../../record/care/reckoning/episodes.ts'
import { leavingInWords, leavingStatus } from '../../../record/care/reckoning/leaving.ts'
import { stretchesOf } from '../../../record/care/reckoning/stretches.ts'
import { markOf } from '../../../record/people/marks.ts'
import { statusInWords } from '../../../record/people/legal/rules.ts'
import { tellerOf } from '../../../record/work/trayRows.ts'
import { DoneLate, doneLateOf } from '../people/doneLate.tsx'
import { bornInWords, identityFacts, PersonTabs } from '../people/parts.tsx'
import { HealthNow } from './healthNow.tsx'
import { HoldsNow } from './holdsNow.tsx'
import { HomeNow } from './homeNow.tsx'
import { Limits } from './limits.tsx'
import { childFor, siblings } from './typing.tsx'
import { answersInWords, factTitle, livesWith, providerInWords } from './words.ts'

const saved: Readonly<Record<string, string>> = {
  began: 'The first review, the visits, the health assessment and the plans are now due by their days.', moved: 'The placement before ended on the day of the move.', left: 'The placement and the legal status ended on the same day.',
  corrected: 'What stood there before is kept with your reason.', kept: 'It stands below and in the chronology.',
}
/** The child’s own first, so that what is newest of each stays in front. */
const joined = (a: CareRead, b: CareRead): CareRead => ({ periods: [...a.periods, ...b.periods], placements: [...a.placements, ...b.placements], statuses: [...a.statuses, ...b.statuses], facts: [...a.facts, ...b.facts] })
const until = (one: { to: PlainDate | null }): string => (one.to ? dayInWords(one.to) : 'lives there now')

/** One child's time in care: where they live, by what right, what is due, and everything known about it. Made to be printed. */
export const carePage = page('/people/:id/care', {
  what: 'page.care',
  may: 'record.read',
  load: async (asking, ask) => {
    const { read, card } = await childFor(asking, ask)
    const who = siblings(read, card)
    const [care, others] = await Promise.all([careHistory.of(asking, { id: card.id }).then((read) => withSteps(asking, read)), who.length > 1 ? careOf(asking, who.filter((one) => one.id !== card.id).map((one) => one.id)) : undefined])
    return { late: await doneLateOf(asking, card.id), says: may(asking.actor, 'work.do'), read, card, care, who, family: others ? joined(care, others) : care, plans: (await plansOf(asking, [card.id])).filter((one) => carePlans.some((kind) => kind.id === one.kind)), writes: may(asking.actor, 'legal.record') && asking.actor.qualified, keeps: may(asking.actor, 'record.write') }
  },
  view: ({ late, says, read, card, care, who, family, plans, writes, keeps }, frame, ask) => {
    const { today } = read
    const base = `/people/${card.id}/care`
    const period = care.periods.find((one) => one.from <= today && (one.to === null || one.to > today))
    const placement = care.placements.find((one) => one.from <= today && (one.to === null || one.to > today))
    const status = care.statuses.find((one) => one.kind === 'lookedAfter' && one.from <= today && (one.to === null || one.to > today))
    const missing = care.facts.find((one) => one.kind === 'missing' && one.to === null)
    const reviews = care.facts.filter((one) => one.kind === 'review')
    const next = read.work.filter((item) => item.subjectKind === 'careDuty' && item.people.some((p) => p.id === card.id))
    const leaving = card.bornOn ? leavingStatus(card.bornOn, stretchesOf(care), today) : 'none'
    const rows = episodes(care.periods, care.statuses.filter((one) => one.kind === 'lookedAfter'), care.placements).toReversed()
    const said = reviews.find((one) => one.words)
    const given = card.given || card.name
    return (
      <Page {...frame} title={`${card.name} in our care`} band={<>
        <IdentityBar mark={markOf(card)} name={card.name} age={bornInWords(card, today)} facts={identityFacts(read, card)}
          end={writes ? (period ? <ButtonLink kind="primary" icon="pencil" href={`${base}/move`}>Record a move</ButtonLink> : <ButtonLink kind="primary" icon="plus" href={`${base}/begin`}>Comes into our care</ButtonLink>) : undefined} />
        <PersonTabs read={read} card={card} here="care" />
      </>}>
        {ask.query.saved ? <Confirmation title="Recorded.">{saved[ask.query.saved] ?? ''}</Confirmation> : null}
        {missing ? <Message kind="late" title={`${given} is ${missing.answers['how'] === 'away' ? 'away without leave' : 'missing'} since ${shortDay(missing.on, today)}.`}>{missing.answers['last'] ? `Last with ${missing.answers['last']}. ` : ''}{keeps ? <a href={`${base}/record?kind=missing&corrects=${missing.factId}&ends=1`}>Write down the return</a> : null}</Message> : null}
        {status && !period ? <Message kind="late" title={`Nobody has said where ${given} lives.`}>A status of being in our care stands since {dayInWords(status.from)}, and no placement. {writes ? <a href={`${base}/begin`}>Say where</a> : null}</Message> : null}
        <HomeNow card={card} care={care} placement={placement} today={today} writes={writes} keeps={keeps} />
        {period && placement ? (
          <CardGrid of={3}>
            <AnswerCard question={`Where does ${given} live?`} answer={placement.hidden ? placement.placeName : livesWith(placement)} source={`${placementInWords(placement.kind)}${placement.provider ? `, ${providerInWords(placement.provider).toLowerCase()}` : ''}`}>
              <p>Since {dayInWords(placement.from)}.{placement.hidden ? ' The place is kept from most people.' : ''}</p>
            </AnswerCard>
            <AnswerCard question="By what right?" answer={status ? statusInWords(status.code) : 'Not recorded'} source={<a href={`/people/${card.id}/legal`}>Orders, with their history</a>}>
              <p>In our care since {dayInWords(period.from)}{period.beganAt ? `, ${timeOf(moment(period.beganAt))}` : ''}, {period.planned ? 'planned' : 'in an emergency'}. {labelNow(primaryNeeds, period.need)}.</p>
            </AnswerCard>
            <AnswerCard question="What is due next?" answer={next[0]?.dueOn ? `${tellerOf(next[0]).title(next[0])}, ${shortDay(next[0].dueOn, today)}` : 'Nothing is due'} source={reviews[0] ? `Last review ${dayInWords(reviews[0].on)}` : 'No review yet'}>
              {next.length > 1 ? <ul>{next.slice(1, 5).map((item) => <li>{tellerOf(item).title(item)}{item.dueOn ? `, ${shortDay(item.dueOn, today)}` : ''}</li>)}</ul> : null}
            </AnswerCard>
          </CardGrid>
        ) : <EmptyState title={`${given} is not in our care.`}>{care.periods.length > 0 ? 'What was, stands below.' : 'Where a child lives, by what right and what is due appears here from the day they come into our care.'}</EmptyState>}
        <Limits care={care} today={today} />
        {leaving !== 'none' ? <Message kind="theme" title={`${leavingInWords[leaving]}.`}><a href={`/people/${card.id}/leaving`}>Leaving care: adviser, home, contact and the pathway plan</a></Message> : null}
        {said?.words ? <Card><Quote hue={markOf(card).hue} words={said.words} said={<>{given}, at the review on {dayInWords(said.on)}</>} /></Card> : null}
        {period ? <HoldsNow card={card} who={who} care={family} today={today} keeps={keeps} /> : null}
        {period ? <HealthNow id={card.id} facts={care.facts} work={next} bornOn={card.bornOn} today={today} keeps={keeps} /> : null}
        {care.periods.length > 0 ? <PlansCard id={card.id} plans={plans} permanence={period !== undefined} offered={keeps ? carePlans.filter((kind) => (kind.id === 'pathwayPlan' ? leaving !== 'none' : period !== undefined) && !plans.some((one) => one.kind === kind.id && one.state !== 'ended')).map((kind) => kind.id) : []} /> : null}
        <Card id="placements" title="Where they lived" aside={writes && period ? <><a href={`${base}/search`}>Find a placement</a> <a href={`/meetings/new?kind=disruptionMeeting&people=${card.id}`}>It broke down: arrange a meeting</a> <a href={`${base}/end`}>{given} leaves our care</a></> : undefined}>
          <Table caption="Placements, newest first" stack rows={care.placements} empty={<EmptyState title="No placement yet">Each stands here with its days.</EmptyState>} columns={[
            { title: 'Place', head: true, cell: (one) => <>{one.hidden ? <>{one.placeName} <Tag kind="seal">Kept from most people</Tag></> : livesWith(one)}<span class="second">{placementInWords(one.kind)}</span></> },
            { title: 'From', cell: (one) => dayInWords(one.from) },
            { title: 'Until', cell: (one) => until(one) },
            { title: 'Why they moved', cell: (one) => (one.changeReason ? labelNow(placementChangeReasons, one.changeReason) : endOf(care.periods, one)) },
            ...(writes ? [{ title: 'Change', titleUnseen: true, cell: (one: Placement) => <a href={`${base}/placements/${one.placementId}`}>Correct<span class="unseen"> the placement from {dayInWords(one.from)}</span></a> }] : []),
          ]} />
        </Card>
        <Card id="facts" title="What is known" aside={keeps && care.periods.length > 0 ? <a href={`${base}/record`}>Record something</a> : undefined}>
          {care.facts.length === 0 ? <EmptyState title="Nothing yet">Reviews, plans, health, education, permanence and leaving care stand here with their days.</EmptyState> : [...Map.groupBy(care.facts, (one) => careFacts.find((kind) => kind.id === one.kind)?.group ?? 'Another')].map(([group, of]) => (
            <details class="fold" open={of.length < 6 && !period}><summary><span class="fold-link">{group}, {of.length}</span></summary><ul class="lines">{of.map((one) => <FactLine fact={one} href={keeps ? `${base}/record?kind=${one.kind}&corrects=${one.factId}` : undefined} />)}</ul></details>
          ))}
        </Card>
        <DoneLate rows={late} says={says} />
        {rows.length === 0 ? null : (
          <Card id="episodes" title="Episodes as the return counts them" lede="Cut from the placements and legal statuses above: a new one whenever either changes.">
            <Table caption="Episodes, newest first" rows={rows} columns={[
              { title: 'From', head: true, cell: (one) => dayInWords(one.DECOM) }, { title: 'Why new', cell: (one) => one.RNE }, { title: 'Status', cell: (one) => one.LS }, { title: 'Need', cell: (one) => one.CIN }, { title: 'Placement', cell: (one) => one.PLACE },
              { title: 'Provider', cell: (one) => one.PLACE_PROVIDER ?? '' }, { title: 'Until', cell: (one) => (one.DEC ? dayInWords(one.DEC) : '') }, { title: 'Why ended', cell: (one) => one.REC ?? '' }, { title: 'Why moved', cell: (one) => one.REASON_PLACE_CHANGE ?? '' },
            ]} />
          </Card>
        )}
        {care.corrected.length === 0 ? null : (
          <Card id="corrected" title="Corrected or taken back"><ul class="lines">{care.corrected.map((one) => (
            <li><p><strong>{livesWith(one)}, from {dayInWords(one.from)}{one.to ? ` to ${dayInWords(one.to)}` : ''}</strong><span class="second">{one.why}. Recorded by {one.by ?? 'a colleague'}; corrected {dayInWords(dayOf(moment(one.supersededAt)))}</span></p></li>
          ))}</ul></Card>
        )}
      </Page>
    )
  },
})

const PlansCard = ({ id, plans, offered, permanence }: { id: string; plans: readonly Plan[]; offered: readonly string[]; permanence: boolean }) => {
  const on = (plan: Plan) => plan.people.find((one) => one.personId === id)
  return (
    <Card id="plans" title="Plans" aside={<>{permanence ? <a href={`/people/${id}/permanence`}>Permanence</a> : null} {offered.map((kind) => <><a href={`/people/${id}/care/plan?kind=${kind}`}>{`Make a ${planKindOf(kind).name.toLowerCase()}`}</a> </>)}</>}>
      {plans.length === 0 ? <EmptyState title="No plan yet">Care plan, placement plan and education plan stand here, with who does what by when.</EmptyState> : (
        <ul class="lines">{plans.map((plan) => <li class="line-ends"><p><a class="name" href={`/plans/${plan.id}`}>{planKindOf(plan.kind).name}</a><span class="second">{on(plan)?.endedOn ? `${dayInWords(on(plan)?.startedOn ?? plan.startedOn)} to ${dayInWords(on(plan)?.endedOn ?? plan.startedOn)}` : `since ${dayInWords(on(plan)?.startedOn ?? plan.startedOn)}`}{plan.lead ? `, led by ${plan.lead}` : ''}</span></p>{on(plan)?.endedOn ? <Tag kind="plain">Ended</Tag> : null}</li>)}</ul>)}
    </Card>
  )
}

const endOf = (periods: readonly { to: PlainDate | null; endReason: string | null }[], one: Placement): string => {
  const period = one.to === null ? undefined : periods.find((p) => p.to === one.to)
  return period?.endReason ? labelNow(careEndings, period.endReason) : ''
}

const FactLine = ({ fact, href }: { fact: CareFact; href: string | undefined }) => {
  const answers = answersInWords(fact)
  return (
    <li>
      <div class="line-ends"><p><strong>{factTitle(fact.kind)}</strong></p><span class="second keep">{dayInWords(fact.on)}{fact.to ? ` to ${dayInWords(fact.to)}` : ''}</span></div>
      {answers.length > 0 ? <Facts facts={answers} /> : null}
      {fact.words ? <p class="quiet">{fact.words}</p> : null}
      {href ? <p class="source"><a href={href}>Correct<span class="unseen"> {factTitle(fact.kind)} of {dayInWords(fact.on)}</span></a></p> : null}
    </li>
  )
}
