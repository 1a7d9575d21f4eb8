import { dayInWords, shortDay, type PlainDate } from '../../../kernel/dates.ts'
import { listed, listedShort } from '../../../kernel/phrasing.ts'
import { Card, NumberCard } from '../../../platform/page/card.tsx'
import { Clock } from '../../../platform/page/clock.tsx'
import { CardGrid, Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { NamedToken, TokenRow } from '../../../platform/page/token.tsx'
import { TrayGroup } from '../../../platform/page/tray.tsx'
import { page } from '../../../record/access/page.ts'
import { nameOfKind } from '../../../record/meetings/pages/words.ts'
import { byBirth, markOf } from '../../../record/people/marks.ts'
import type { Card as PersonCard } from '../../../record/people/model.ts'
import { planKindOf } from '../../../record/plans/queries.ts'
import { clockOf, rowOf } from '../../../record/work/trayRows.ts'
import type { Chaired } from '../model.ts'
import { chairsDesk } from '../queries.ts'

type Cards = ReadonlyMap<string, PersonCard>
const named = (ids: readonly string[], cards: Cards): PersonCard[] => ids.flatMap((id) => cards.get(id) ?? []).sort(byBirth)
const Who = ({ ids, cards }: { ids: readonly string[]; cards: Cards }) => <><TokenRow marks={named(ids, cards).map(markOf)} most={6} /> {listedShort(named(ids, cards).map((one) => one.given || one.name))}</>
const blank = { id: '', kind: '', state: 'open', subjectKind: null, subjectId: null, section: null, words: null, teamId: null, teamName: null, workerId: null, workerName: null, askedBy: null, askedByName: null, dueAt: null, duty: null, finishedOn: null, outcome: null, reason: null, version: 1, people: [] } as const

function When({ one, today }: { one: Chaired; today: PlainDate }) {
  const within = one.dueOn === null ? undefined : one.on <= one.dueOn
  return <>{shortDay(one.on, today)}{within === undefined ? null : within ? <span class="second">inside its clock, by {shortDay(one.dueOn ?? one.on, today)}</span> : <span class="second"><Tag kind="late">Later than {shortDay(one.dueOn ?? one.on, today)}</Tag></span>}</>
}

/** What the chair of conferences, or the independent reviewing officer, has before them. */
export const deskPage = page('/desk', {
  what: 'page.chairsDesk',
  may: 'work.do',
  load: async (asking) => ({ desk: await chairsDesk.of(asking, {}), today: asking.today, me: asking.actor.id }),
  view: ({ desk, today, me }, frame) => {
    const { toCome, toWrite, reports, views, actions, drifting, arrange, reviewed, disputes, cards } = desk
    const open = disputes.filter((one) => one.state === 'open')
    return (
      <Page {...frame} title="Conferences and reviews" place="my-work">
        <PageHead title="Your conferences and reviews" lede="What you chair, and what came of it: inside the clocks, with the reports and with the children’s own views." />
        <CardGrid of={4}>
          <NumberCard count={toCome.length} title="to come" second={desk.late.length > 0 ? `${desk.late.length} later than the clock` : toCome.length > 0 ? 'all inside their clocks' : 'none is arranged'} href="#to-come" state={desk.late.length > 0 ? 'late' : 'plain'} />
          <NumberCard count={toWrite.length} title="to write down" second="held, without minutes" href="#to-write" state={toWrite.length > 0 ? 'soon' : 'plain'} />
          <NumberCard count={actions.length} title="decisions not carried out" second="past their day" href="#actions" state={actions.length > 0 ? 'late' : 'plain'} />
          <NumberCard count={open.length} title={open.length === 1 ? 'dispute open' : 'disputes open'} href="#disputes" state={open.length > 0 ? 'soon' : 'plain'} />
        </CardGrid>
        <Columns
          main={<>
            <Card title="To come" id="to-come" aside={String(toCome.length)}>
              <Table caption="Conferences and reviews to come" stack rows={toCome} empty={<EmptyState title="None">Meetings that you chair appear here as soon as they are arranged.</EmptyState>} columns={[
                { title: 'Meeting', head: true, cell: (one) => <><a class="name" href={`/meetings/${one.id}`}>{nameOfKind(one.kind)}</a><span class="second"><Who ids={one.people.map((person) => person.personId)} cards={cards} /></span></> },
                { title: 'When', cell: (one) => <When one={one} today={today} /> },
                { title: 'Reports', cell: (one) => <>{one.asked === 0 ? 'none asked' : `${one.came} of ${one.asked}`}{one.lateReports.length > 0 ? <span class="second"><Tag kind="late">Late: {listed(one.lateReports)}</Tag></span> : null}</> },
              ]} />
            </Card>
            {reviewed.length > 0 ? (
              <Card title="Children you review" id="reviewed" aside={String(reviewed.length)} lede="In our care, and you are named as their independent reviewing officer.">
                <Table caption="Children you review, the next review first" stack rows={reviewed} columns={[
                  { title: 'Child', head: true, cell: (one) => named([one.personId], cards).map((card) => <NamedToken mark={markOf(card)} href={`/people/${one.personId}/care`} second={`since ${shortDay(one.since, today)}`} />) },
                  { title: 'Last review', cell: (one) => (one.lastOn ? shortDay(one.lastOn, today) : 'None yet') },
                  { title: 'Next review', cell: (one) => <>{one.arrangedOn ? `Arranged for ${shortDay(one.arrangedOn, today)}` : 'Not arranged'}{one.dueOn ? <span class="second">{one.dueOn < today ? <Tag kind="late">Was due {shortDay(one.dueOn, today)}</Tag> : `due ${shortDay(one.dueOn, today)}`}</span> : null}</> },
                ]} />
              </Card>
            ) : null}
            {arrange.length > 0 ? <Card title="Due again, not arranged"><TrayGroup title="To arrange" rows={arrange.map((item) => rowOf(item, me, today))} /></Card> : null}
            <Card title="Decisions not carried out" id="actions" aside={String(actions.length)}>
              <Table caption="Actions past their day" stack rows={actions} empty={<EmptyState title="None">Every action of these plans is done or has time.</EmptyState>} columns={[
                { title: 'What', head: true, cell: (one) => <><a class="name" href={`/plans/${one.planId}`}>{one.words}</a><span class="second">{planKindOf(one.kind).name}: <Who ids={one.people} cards={cards} /></span></> },
                { title: 'Who', cell: (one) => one.owner },
                { title: 'Due', cell: (one) => <Clock {...clockOf({ ...blank, openedOn: one.dueOn, dueOn: one.dueOn }, false, today)} /> },
              ]} />
            </Card>
          </>}
          aside={<>
            <Card title="To write down" id="to-write" aside={String(toWrite.length)}>{toWrite.length === 0 ? <EmptyState title="None">What was held is written down.</EmptyState> : <ul class="lines">{toWrite.map((one) => <li><p><a class="name" href={`/meetings/${one.id}/hold`}>{nameOfKind(one.kind)}</a><span class="second">{dayInWords(one.on)}: <Who ids={one.people.map((person) => person.personId)} cards={cards} /></span></p></li>)}</ul>}</Card>
            <Card title="Reports that have not come" aside={String(reports.length)}>{reports.length === 0 ? <EmptyState title="None is late">Reports past their day appear here.</EmptyState> : <ul class="lines">{reports.map((one) => <li><p><a class="name" href={`/meetings/${one.id}`}>{listed(one.lateReports)}</a><span class="second">for {nameOfKind(one.kind).toLowerCase()}, {shortDay(one.on, today)}</span></p></li>)}</ul>}</Card>
            <Card title="Children’s views missing" aside={String(views.reduce((sum, one) => sum + one.children.length, 0))}>{views.length === 0 ? <EmptyState title="None">Every child of four or more has been heard, in what was held and what is a week away.</EmptyState> : <ul class="lines">{views.map((one) => <li><p><TokenRow marks={named(one.children, cards).map(markOf)} most={6} /> <a class="name" href={`/meetings/${one.meeting.id}`}>{listed(named(one.children, cards).map((card) => card.given || card.name))}</a><span class="second">{nameOfKind(one.meeting.kind)}, {shortDay(one.meeting.on, today)}</span></p></li>)}</ul>}</Card>
            <Card title="Plans that drift" aside={String(drifting.length)}>{drifting.length === 0 ? <EmptyState title="None">No plan has had two reviews running without anything better.</EmptyState> : <ul class="lines">{drifting.map((plan) => <li><p><a class="name" href={`/plans/${plan.planId}`}>{planKindOf(plan.kind).name}</a><span class="second"><Who ids={plan.people} cards={cards} />, since {dayInWords(plan.startedOn)}</span></p></li>)}</ul>}</Card>
            <Card title="Disputes" id="disputes" aside={String(open.length)}>{disputes.length === 0 ? <EmptyState title="None">A dispute is raised on the page of a meeting, and stands here until it is settled.</EmptyState> : <ul class="lines">{disputes.map((one) => <li><p><TokenRow marks={named(one.people, cards).map(markOf)} most={6} /> <a class="name" href={`/disputes/${one.id}`}>{listedShort(named(one.people, cards).map((card) => card.given || card.name))}</a><span class="second">{one.state === 'open' ? `open since ${dayInWords(one.raisedOn)}, with ${one.steps.findLast((step) => step.whom)?.whom ?? 'nobody'}` : one.state}</span></p></li>)}</ul>}</Card>
          </>} />
      </Page>
    )
  },
})
