import type { PlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { counted, sentence } from '../../../kernel/phrasing.ts'
import { Actions, Button, ButtonLink } from '../../../platform/page/button.tsx'
import { Card, NumberCard } from '../../../platform/page/card.tsx'
import { Clock } from '../../../platform/page/clock.tsx'
import { CountBar, LimitBar } from '../../../platform/page/charts.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Select } from '../../../platform/page/fields/choice.tsx'
import { CardGrid, Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, EmptyState } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Tabs } from '../../../platform/page/tabs.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { TokenRow } from '../../../platform/page/token.tsx'
import { TrayGroup } from '../../../platform/page/tray.tsx'
import type { Asking } from '../../access/model.ts'
import { again, form, page } from '../../access/page.ts'
import { may } from '../../access/permissions.ts'
import { markOf } from '../../people/marks.ts'
import type { WorkItem } from '../model.ts'
import { clockOf, rowOf, tellerOf, whoOf } from '../trayRows.ts'
import { overdueReasons } from '../../../../content/codes/work.ts'
import { boardLists } from './boards.ts'
import { giveWork } from './commands.ts'
import { giverOf } from './giving.ts'
import { teamBoard } from './queries.ts'
import type { Colleague } from './store.ts'

const room = (c: Colleague): number | undefined => (c.limit === null ? undefined : c.limit - c.people)

/** Given late, as a step of its pathway: any true reason is fine. */
const asksWhy = (item: WorkItem, today: string): boolean => giverOf(item.kind) !== undefined && item.dueOn !== null && item.dueOn < today
const reasons = overdueReasons.codes.map((one) => ({ value: one.code, label: one.label }))

/** Who knows the people already comes first, then who has most room. */
function fitting(item: WorkItem, colleagues: readonly Colleague[], work: readonly WorkItem[]): { value: string; label: string }[] {
  const people = new Set(item.people.map((p) => p.id))
  const knows = (c: Colleague) => work.some((other) => other.workerId === c.id && other.people.some((p) => people.has(p.id)))
  return [...colleagues].sort((a, b) => Number(knows(b)) - Number(knows(a)) || (room(b) ?? -99) - (room(a) ?? -99))
    .map((c) => ({ value: c.id, label: `${c.name}${knows(c) ? ', knows them' : (room(c) ?? 0) > 0 ? ', has room' : ''}` }))
}

/** Numbers that open lists, people against their agreed limit, what has no worker. */
export const teamPage = page('/team', {
  what: 'page.team',
  may: 'team.read',
  load: async (asking, ask) => ({ ...(await withLists(asking, await teamBoard.of(asking, ask.query.team ? { teamId: ask.query.team } : {}))), today: asking.today, me: asking.actor.id, allocates: may(asking.actor, 'work.allocate') }),
  view: ({ teams, team, colleagues, work, late, lists, today, me, allocates }, frame, ask) => {
    if (!team) return <Page {...frame} title="My team" place="my-team"><PageHead title="My team" /><EmptyState title="You are not in a team yet.">An administrator puts you in one; then its work appears here.</EmptyState></Page>
    const without = work.filter((item) => item.workerId === null)
    const lateWork = work.filter((item) => item.dueOn !== null && item.dueOn < today)
    const open = { team: team.id }
    const link = (more: Record<string, string>) => `/team?${new URLSearchParams({ ...open, ...more }).toString()}`
    const worker = colleagues.find((c) => c.id === ask.query.worker)
    const shown = ask.query.show === 'late' ? lateWork : ask.query.show === 'without' ? without : ask.query.show === 'all' ? work : worker ? work.filter((item) => item.workerId === worker.id) : undefined
    const people = new Set(work.flatMap((item) => item.people.map((p) => p.id))).size
    return (
      <Page {...frame} title={team.name} place="my-team" problemCount={ask.problems.length}>
        <PageHead title={team.name} lede={`${sentence(counted(colleagues.length, 'worker', 'workers'))}, ${people} ${people === 1 ? 'person' : 'people'} in open work. Counted now; every number opens its list.`} end={allocates ? <ButtonLink href="/decisions">Decisions waiting</ButtonLink> : undefined} />
        {teams.length > 1 ? <Tabs label="Teams" tabs={teams.slice(0, 12).map((t) => ({ label: t.name, href: `/team?team=${t.id}`, here: t.id === team.id }))} /> : null}
        <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question, words: p.problem }))} />
        {ask.query.given ? <Confirmation title="Given.">They see it in their work now, with everybody it is about.</Confirmation> : null}
        <CardGrid of={4}>
          <NumberCard count={without.length} title="without a worker" href={link({ show: 'without' })} state={without.length > 0 ? 'soon' : 'plain'} />
          <NumberCard count={lateWork.length} title={lateWork.length === 1 ? 'thing late' : 'things late'} href={link({ show: 'late' })} state={lateWork.length > 0 ? 'late' : 'plain'} />
          <NumberCard count={work.filter((item) => item.kind === 'assessment').length} title="assessments open" href={link({ show: 'all' })} />
          <NumberCard count={work.length} title="pieces of work open" href={link({ show: 'all' })} />
        </CardGrid>
        {shown ? (
          <Card id="list" title={worker ? `What ${worker.name} has` : ask.query.show === 'late' ? 'What is late' : ask.query.show === 'without' ? 'Without a worker' : 'All open work'} aside={<a href={link({})}>Back to the board</a>}>
            {shown.length === 0 ? <EmptyState title="Nothing">There is nothing of this kind now.</EmptyState> : (
              <form method="post" action="/team">
                <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="team" value={team.id} />
                <TrayGroup title="Work" rows={shown.slice(0, 100).map((item) => ({ ...rowOf(item, me, today), ...(allocates ? { choose: <input type="checkbox" name="items" value={item.id} aria-label={`Choose ${tellerOf(item).title(item)}, ${whoOf(item.people, today)}`} /> } : {}) }))} />
                {allocates ? <Actions remark="They keep what was written; the history says who had it before."><Select name="workerId" label="Move those ticked to" empty="Choose a worker" options={colleagues.map((c) => ({ value: c.id, label: `${c.name}, ${c.people}${c.limit ? ` of ${c.limit}` : ''}` }))} />{shown.some((item) => asksWhy(item, today)) ? <Select name="reason" label="Why later than one working day" empty="Choose, where one is late" options={reasons} /> : null}<Button kind="primary">Move them</Button></Actions> : null}
              </form>
            )}
          </Card>
        ) : null}
        <Columns
          main={<>
            <Card title="Who has what" aside={allocates ? <a href={link({ show: 'all' })}>Move several cases</a> : undefined}>
              <Table caption="Who has what" stack rows={colleagues} empty={<EmptyState title="Nobody is in this team yet">An administrator adds workers to teams.</EmptyState>} columns={[
                { title: 'Worker', head: true, cell: (c) => <><a class="name" href={link({ worker: c.id })}>{c.name}</a><span class="second">{c.jobTitle ?? `${c.hours.toFixed(1)} full time`}</span></> },
                { title: 'People, against agreed limit', cell: (c) => (c.limit === null ? String(c.people) : <LimitBar count={c.people} limit={c.limit} most={Math.max(...colleagues.map((o) => Math.max(o.people, o.limit ?? 0)))} />) },
                { title: 'Pieces', number: true, cell: (c) => <a href={link({ worker: c.id })}>{c.items}</a> },
                { title: 'Late', number: true, cell: (c) => (c.late > 0 ? <strong>{c.late}</strong> : '0') },
                { title: 'Can take', cell: (c) => { const left = room(c); return left === undefined ? '' : left < 0 ? <Tag kind="late">{-left} over limit</Tag> : <span class="unbroken">{left} {left === 1 ? 'person' : 'people'}</span> } },
              ]} />
            </Card>
            <Card title="What is late">
              {late.length === 0 ? <EmptyState title="Nothing is late">Late work appears here by kind.</EmptyState> : (
                <Table caption="What is late, by kind" rows={late} columns={[
                  { title: 'Kind', head: true, cell: (row) => { const item = lateWork.find((i) => i.kind === row.kind); return item ? tellerOf(item).title(item) : row.kind } },
                  { title: 'Late', titleUnseen: true, cell: (row) => <CountBar state="late" count={row.late} most={Math.max(...late.map((l) => l.late))} /> },
                  { title: 'How many', number: true, cell: (row) => <a href={link({ show: 'late' })}>{row.late}</a> },
                ]} />
              )}
            </Card>
          </>}
          aside={<><Card title="Without a worker" aside={String(without.length)}>
            {without.length === 0 ? <EmptyState title="None">New work that nobody has yet appears here.</EmptyState> : (
              <ul class="lines">{without.slice(0, 12).map((item) => (
                <li>
                  <p><a class="name" href={tellerOf(item).read?.(item) ?? tellerOf(item).open(item).href}>{whoOf(item.people, today)}</a><span class="second">{tellerOf(item).title(item)}</span></p>
                  <Clock {...clockOf(item, false, today)} />
                  {allocates ? (
                    <form method="post" action="/team" class="give">
                      <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="team" value={team.id} /><input type="hidden" name="items" value={item.id} />
                      <Select id={`give-${item.id}`} name="workerId" label={`Who takes ${whoOf(item.people, today)}`} look="hidden" options={fitting(item, colleagues, work)} />
                      {asksWhy(item, today) ? <Select id={`why-${item.id}`} name="reason" label={`Why ${whoOf(item.people, today)} is given later than one working day`} look="hidden" empty="Why it is late" options={reasons} /> : null}
                      <Button kind="row" about={whoOf(item.people, today)}>Give</Button>
                    </form>
                  ) : null}
                </li>
              ))}</ul>
            )}
          </Card>
          <NotSeen work={lateWork} today={today} />
          {lists.map((list) => (
            <Card title={list.title} aside={String(list.lines.length)}>
              {list.lines.length === 0 ? <EmptyState title="None">{list.empty}</EmptyState> : <ul class="lines">{list.lines.map((line) => <li><p><a class="name" href={line.href}>{line.title}</a> <TokenRow marks={line.people.map(markOf)} /><span class="second">{line.second}</span></p></li>)}</ul>}
            </Card>
          ))}</>} />
      </Page>
    )
  },
})

/** What is no piece of work and belongs on the board all the same. */
async function withLists<Board extends Readonly<{ team: Readonly<{ id: string }> | undefined }>>(asking: Asking, board: Board) {
  return { ...board, lists: board.team ? await boardLists(asking, [board.team.id]) : [] }
}

/** Children whose visit, by their plan, is late. */
function NotSeen({ work, today }: { work: readonly WorkItem[]; today: PlainDate }) {
  const visits = work.filter((item) => item.duty !== null && (item.kind === 'visit' || item.kind === 'careVisit'))
  return (
    <Card title="Not seen in time" aside={String(new Set(visits.flatMap((item) => item.people.map((p) => p.id))).size)}>
      {visits.length === 0 ? <EmptyState title="Every child was seen in time">A child whose visit is late appears here.</EmptyState> : <ul class="lines">{visits.slice(0, 20).map((item) => <li><Clock {...clockOf(item, false, today)} /><p><a class="name" href={tellerOf(item).open(item).href}>{whoOf(item.people, today)}</a><span class="second">{[tellerOf(item).title(item), item.workerName].filter(Boolean).join(', ')}</span></p></li>)}</ul>}
    </Card>
  )
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : typeof value === 'string' ? [value] : [])

export const moveWork = form('/team', async (caller, ask, around) => {
  const team = typeof ask.body.team === 'string' ? ask.body.team : ''
  const back = { ...ask, query: { ...ask.query, team, show: 'all' } }
  const items = listOf(ask.body.items)
  const workerId = typeof ask.body.workerId === 'string' ? ask.body.workerId : ''
  if (items.length === 0) return again(teamPage, [{ question: 'list', problem: 'Tick at least one piece of work to move.' }])(caller, back, around)
  if (!workerId) return again(teamPage, [{ question: 'workerId', problem: 'Choose who takes it.' }])(caller, back, around)
  const reason = typeof ask.body.reason === 'string' ? ask.body.reason : ''
  const outcome = await giveWork.perform(caller, { items, workerId, ...(reason ? { reason } : {}) }, ask.commandId)
  if ('problems' in outcome) return again(teamPage, outcome.problems)(caller, back, around)
  return { go: `/team?team=${team}&given=1` }
})
