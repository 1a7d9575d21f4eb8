import { abuseCategories } from '../../../../content/codes/meetings.ts'
import { dayInWords, shortDay, type PlainDate } from '../../../kernel/dates.ts'
import { labelOf } from '../../../kernel/codes.ts'
import { notFound } from '../../../kernel/errors.ts'
import { ButtonLink } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { IdentityBar } from '../../../platform/page/identity-bar.tsx'
import { Columns, Page } from '../../../platform/page/layout.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { TokenRow } from '../../../platform/page/token.tsx'
import { page } from '../../../record/access/page.ts'
import { may } from '../../../record/access/permissions.ts'
import type { Meeting } from '../../../record/meetings/model.ts'
import { nameOfKind } from '../../../record/meetings/pages/words.ts'
import { meetingsAbout } from '../../../record/meetings/queries.ts'
import { markOf } from '../../../record/people/marks.ts'
import { cardsOf } from '../../../record/people/queries.ts'
import type { Plan } from '../../../record/plans/model.ts'
import { planKindOf, plansOf } from '../../../record/plans/queries.ts'
import { DoneLate, doneLateOf } from './doneLate.tsx'
import { readFamily } from './familyRead.ts'
import { bornInWords, identityFacts, PersonTabs } from './parts.tsx'

/** Every plan and meeting about somebody, what runs and what is arranged first; and where child protection begins. */
export const plansPage = page('/people/:id/plans', {
  what: 'page.plans',
  may: 'record.read',
  load: async (asking, ask) => {
    const { sight, read } = await readFamily(asking, ask.params.id ?? '')
    if (sight !== 'full') throw notFound('The plans of this person are not open to you. Ask their worker.')
    const [plans, meetings] = [await plansOf(asking, [read.id]), await meetingsAbout(asking, [read.id], 100, ['planned', 'held', 'cancelled'])]
    const cards = await cardsOf(asking, [...new Set([...plans.flatMap((one) => one.people), ...meetings.flatMap((one) => one.people)].map((one) => one.personId))])
    return { read, plans, meetings, cards, late: await doneLateOf(asking, read.id), says: may(asking.actor, 'work.do'), writes: may(asking.actor, 'record.write') }
  },
  view: ({ read, plans, meetings, cards, late, says, writes }, frame) => {
    const card = read.cardOf(read.id)
    if (!card) throw notFound('We could not find that person.')
    const marks = (of: readonly Readonly<{ personId: string }>[]) => of.flatMap((one) => cards.get(one.personId) ?? []).map(markOf)
    const [planned, past] = [meetings.filter((one) => one.state === 'planned'), meetings.filter((one) => one.state !== 'planned')]
    const born = read.children.filter((child) => read.atHome.has(child.id)).map((child) => child.id)
    // Whose page it is comes first: what is begun leads back to them.
    const children = (born.includes(card.id) ? [card.id, ...born.filter((id) => id !== card.id)] : [card.id]).join(',')
    return (
      <Page {...frame} title={`Plans and meetings: ${card.name}`} band={<>
        <IdentityBar mark={markOf(card)} name={card.name} age={bornInWords(card, read.today)} facts={identityFacts(read, card)} />
        <PersonTabs read={read} card={card} here="plans" />
      </>}>
        <Columns
          main={<>
            <Card title="Plans">{plans.length === 0 ? <EmptyState title="No plan">Plans appear here when a meeting has made them.</EmptyState> : <ul class="lines">{plans.map((plan) => <li class="line-ends"><PlanLine plan={plan} personId={card.id} /><TokenRow marks={marks(plan.people)} /></li>)}</ul>}</Card>
            <Card title="Meetings that were held">{past.length === 0 ? <EmptyState title="None yet">Meetings appear here with what they decided.</EmptyState> : <ul class="lines">{past.map((one) => <li class="line-ends"><MeetingLine meeting={one} today={read.today} /><TokenRow marks={marks(one.people)} /></li>)}</ul>}</Card>
            <DoneLate rows={late} says={says} />
          </>}
          aside={<>
            {read.children.includes(card) && !card.unborn ? <Card title="Safety"><p><a href={`/people/${card.id}/safety`}>Missing, exploitation, private fostering</a></p></Card> : null}
            <Card title="Arranged">{planned.length === 0 ? <EmptyState title="Nothing is arranged">Meetings to come appear here.</EmptyState> : <ul class="lines">{planned.map((one) => <li><MeetingLine meeting={one} today={read.today} /></li>)}</ul>}</Card>
            {read.children.includes(card) ? <p><a href={`/people/${card.id}/cases`}>Referrals and cases</a></p> : null}
            {writes && read.children.includes(card) ? <Card title="Begin something">
              <p><ButtonLink kind="row" href={`/protection/start?people=${children}`}>Child protection</ButtonLink></p>
              <p><ButtonLink kind="row" href={`/allegations/tell?people=${children}`}>Allegation against a professional</ButtonLink></p>
              <p><ButtonLink kind="row" href={`/legal/start?people=${children}`}>Legal planning meeting</ButtonLink></p>
              <p><ButtonLink kind="row" href={`/meetings/new?kind=childInNeedMeeting&people=${children}`}>First child in need meeting</ButtonLink></p>
              <p><ButtonLink kind="row" href={`/papers/new?kind=mapping&people=${children}`}>Mapping with the family</ButtonLink></p>
              <p><ButtonLink kind="row" href={`/papers/new?people=${children}`}>Report or court paper</ButtonLink></p>
              <p><ButtonLink kind="row" href={`/papers/bundle?people=${children}`}>Bundle for the court</ButtonLink></p>
              <p><ButtonLink kind="row" href={`/handovers/new?people=${children}`}>Hand over to another team</ButtonLink></p>
              <p><ButtonLink kind="row" href={`/transfers/new?people=${children}`}>Hand over to another council</ButtonLink></p>
            </Card> : null}
          </>} />
      </Page>
    )
  },
})

/** `Child protection plan, neglect`, with its days for this child. */
export function planInWords(plan: Plan, personId: string): Readonly<{ name: string; days: string }> {
  const on = plan.people.find((one) => one.personId === personId)
  return { name: `${planKindOf(plan.kind).name}${on?.category ? `, ${labelOf(abuseCategories, on.category).toLowerCase()}` : ''}`, days: on?.endedOn ? `${dayInWords(on.startedOn)} to ${dayInWords(on.endedOn)}` : `since ${dayInWords(on?.startedOn ?? plan.startedOn)}` }
}
const PlanLine = ({ plan, personId }: { plan: Plan; personId: string }) => { const words = planInWords(plan, personId); return <p><a class="name" href={`/plans/${plan.id}`}>{words.name}</a><span class="second">{words.days}{plan.lead ? `, led by ${plan.lead}` : ''}</span></p> }
const MeetingLine = ({ meeting, today }: { meeting: Meeting; today: PlainDate }) => (
  <p><a class="name" href={`/meetings/${meeting.id}`}>{nameOfKind(meeting.kind)}</a> {meeting.state === 'cancelled' ? <Tag kind="soon">Cancelled</Tag> : null}<span class="second">{shortDay(meeting.on, today)}{meeting.chair ? `, ${meeting.chair} in the chair` : ''}</span></p>
)
