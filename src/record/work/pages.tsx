import { longDay, shortDay, timeOf } from '../../kernel/dates.ts'
import { counted } from '../../kernel/phrasing.ts'
import { ButtonLink } from '../../platform/page/button.tsx'
import { Clock } from '../../platform/page/clock.tsx'
import { Card } from '../../platform/page/card.tsx'
import { Columns, Page, PageHead } from '../../platform/page/layout.tsx'
import { EmptyState } from '../../platform/page/message.tsx'
import { Tabs } from '../../platform/page/tabs.tsx'
import { TrayGroup } from '../../platform/page/tray.tsx'
import { page } from '../access/page.ts'
import { may } from '../access/permissions.ts'
import { besideTray } from './besideTray.ts'
import { datesAhead } from './datesAhead.ts'
import { daySentence, emptyTray } from './daySentence.ts'
import type { WorkItem } from './model.ts'
import { tray } from './queries.ts'
import { deskNotices } from './team/boards.ts'
import { leadBoard } from './team/queries.ts'
import { LeadNumbers } from './team/tables.tsx'
import { groupOf, rowOf, type Group } from './trayRows.ts'

const groups: readonly { key: Group; title: string }[] = [
  { key: 'overdue', title: 'Overdue' },
  { key: 'today', title: 'Today' },
  { key: 'week', title: 'This week' },
  { key: 'waiting', title: 'Waiting for others' },
  { key: 'later', title: 'Later' },
]

const childrenOf = (items: readonly WorkItem[], me: string): number => new Set(items.filter((item) => item.workerId === me).flatMap((item) => item.people.map((person) => person.id))).size

/** My work: every row leads to the exact section. */
export const myWork = page('/', {
  what: 'page.myWork',
  may: 'account.own',
  load: async (asking, ask) => {
    const items = asking.actor.roles.some((role) => role === 'worker' || role === 'manager' || role === 'head') ? await tray.of(asking, {}) : []
    const beside = await besideTray(asking)
    const ahead = await datesAhead(asking, 6)
    const lead = await leadBoard(asking)
    return { items, beside, ahead, lead, desks: await deskNotices(asking), me: asking.actor.id, today: asking.today, only: ask.query.show ?? 'all', writes: may(asking.actor, 'record.write') }
  },
  view: ({ items, beside, ahead, lead, desks, me, today, only, writes }, frame) => {
    const rows = new Map(groups.map(({ key }) => [key, [
      ...items.filter((item) => groupOf(item, me, today) === key).map((item) => ({ dueOn: item.dueOn, row: rowOf(item, me, today) })), ...beside.filter((one) => one.group === key),
    ].sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9')).map((one) => one.row)]))
    const count = (key: Group) => rows.get(key)?.length ?? 0
    const shown = groups.filter(({ key }) => count(key) > 0 && (only === 'all' || only === key))
    const decisions = frame.places?.find((one) => one.key === 'decisions')?.count ?? 0
    const none = emptyTray(groups.find(({ key }) => key === only)?.title, items.length + beside.length, decisions)
    const visits = items.filter((item) => item.kind === 'visit' && item.workerId === me && item.dueOn && item.dueOn >= today).slice(0, 4)
    return (
      <Page {...frame} title="My work" place="my-work">
        <PageHead title="My work" lede={`${longDay(today).replace(/ \d{4}$/, '')}. ${daySentence(count('overdue'), count('today'), decisions)}`}
          end={writes ? <ButtonLink href="/notes/new" icon="pencil">Write a note</ButtonLink> : undefined} />
        {lead ? <LeadNumbers {...lead} /> : null}
        <Columns
          main={<>
            <Tabs label="Which work to show" tabs={[
              { label: 'All', href: '/', count: items.length + beside.length, here: only === 'all' },
              ...groups.filter(({ key }) => key !== 'later').map(({ key, title }) => ({ label: title, href: `/?show=${key}`, count: count(key), here: only === key })),
            ]} />
            {shown.map(({ key, title }) => <TrayGroup id={key} title={title} rows={rows.get(key) ?? []} />)}
            {shown.length === 0 ? <EmptyState title={none.title}>{none.words}</EmptyState> : null}
          </>}
          aside={<>
            {desks.length > 0 ? <Card title="Also yours"><ul class="lines">{desks.map((desk) => <li><p><a class="name" href={desk.href}>{desk.title}</a><span class="second">{desk.second}</span></p></li>)}</ul></Card> : null}
            <Card title="Next visits">
              {visits.length > 0
                ? <ul class="lines">{visits.map((item) => { const row = rowOf(item, me, today); return <li><Clock {...row.clock} /><p><a class="name" href={row.open.href}>{row.who}</a><span class="second">{row.title}</span></p></li> })}</ul>
                : <EmptyState title="None planned">Visits you plan appear here with their day and time.</EmptyState>}
            </Card>
            {ahead.length > 0 ? <Card title="Dates ahead"><ul class="lines">{ahead.map((one) => <li><p><a class="name" href={one.href}>{one.title}</a><span class="second">{`${shortDay(one.on, today)}${one.at ? ` at ${timeOf(one.at)}` : ''}, ${one.who}`}</span></p></li>)}</ul></Card> : null}
            <Card title="Your caseload">{childrenOf(items, me) === 0 ? <p>Nobody is in your open work.</p> : <p><strong>{counted(childrenOf(items, me), 'person', 'people')}</strong> in your open work.</p>}</Card>
          </>} />
      </Page>
    )
  },
})
