import { LimitBar } from '../../../platform/page/charts.tsx'
import { NumberCard } from '../../../platform/page/card.tsx'
import { CardGrid } from '../../../platform/page/layout.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { countOf, type Count, type ListName } from './counts.ts'
import type { Lead } from './queries.ts'
import type { Colleague, TeamRow } from './store.ts'

type Link = (more: Record<string, string>) => string
const number = (count: number, href: string, late = false) => (count === 0 ? '0' : <a href={href}>{late ? <strong>{count}</strong> : count}</a>)
export const room = (c: Pick<Colleague, 'limit' | 'people'>): number | undefined => (c.limit === null ? undefined : c.limit - c.people)

/** The numbers at the head of a board; each opens its list. */
export function Numbers({ counts, signOffs, drifting, link }: { counts: readonly Count[]; signOffs: readonly string[]; drifting: number; link: Link }) {
  const of = (list: ListName) => countOf(counts, list, signOffs)
  const card = (list: ListName, title: string, state: 'plain' | 'soon' | 'late' = 'plain', second?: string) => <NumberCard count={of(list)} title={title} href={link({ show: list })} state={of(list) > 0 ? state : 'plain'} {...(second ? { second } : {})} />
  return (
    <CardGrid of={4}>
      {card('late', of('late') === 1 ? 'thing late' : 'things late', 'late')}
      {card('without', 'without a worker', 'soon')}
      {card('notSeen', of('notSeen') === 1 ? 'statutory visit late' : 'statutory visits late', 'late', 'children not seen in time')}
      {card('soon', 'due this week', 'plain', 'within five working days')}
      {card('unsigned', 'to be decided', 'plain', 'sent, not yet agreed')}
      {card('still', 'begun and not finished', 'soon', 'nothing saved for 14 days')}
      <NumberCard count={drifting} title={drifting === 1 ? 'plan drifts' : 'plans drift'} second="nothing better at two reviews" href={link({ show: 'drifting' })} state={drifting > 0 ? 'soon' : 'plain'} />
      {card('all', 'pieces of work open')}
    </CardGrid>
  )
}

/** Who has what, against what was agreed. */
export function Workers({ colleagues, counts, signOffs, link }: { colleagues: readonly Colleague[]; counts: readonly Count[]; signOffs: readonly string[]; link: Link }) {
  const byWorker = Map.groupBy(counts, (one) => one.worker)
  const of = (c: Colleague, list: ListName) => countOf(byWorker.get(c.id) ?? [], list, signOffs)
  const most = Math.max(...colleagues.map((o) => Math.max(o.people, o.limit ?? 0)))
  return (
    <Table caption="Who has what" stack rows={colleagues} empty={<EmptyState title="Nobody is in this team yet">An administrator adds workers to teams.</EmptyState>} columns={[
      { title: 'Worker', head: true, cell: (c) => <><a class="name" href={link({ worker: c.id })}>{c.name}</a><span class="second">{c.jobTitle ?? `${c.hours.toFixed(1)} full time`}</span></> },
      { title: 'People, against agreed limit', cell: (c) => (c.limit === null ? String(c.people) : <LimitBar count={c.people} limit={c.limit} most={most} />) },
      { title: 'Late', number: true, cell: (c) => number(of(c, 'late'), link({ worker: c.id, show: 'late' }), true) },
      { title: 'This week', number: true, cell: (c) => number(of(c, 'soon'), link({ worker: c.id, show: 'soon' })) },
      { title: 'Not seen', number: true, cell: (c) => number(of(c, 'notSeen'), link({ worker: c.id, show: 'notSeen' }), true) },
      { title: 'Not finished', number: true, cell: (c) => number(of(c, 'still'), link({ worker: c.id, show: 'still' })) },
      { title: 'Can take', cell: (c) => { const left = room(c); return left === undefined ? '' : left < 0 ? <Tag kind="late">{-left} over limit</Tag> : <span class="unbroken">{left} {left === 1 ? 'person' : 'people'}</span> } },
    ]} />
  )
}

/** A service, team by team. */
export function Teams({ teams, counts, signOffs, drifting, workers }: { teams: readonly TeamRow[]; counts: readonly Count[]; signOffs: readonly string[]; drifting: (team: string) => number; workers: (team: string) => number }) {
  const byTeam = Map.groupBy(counts, (one) => one.team)
  const of = (t: TeamRow, list: ListName) => countOf(byTeam.get(t.id) ?? [], list, signOffs)
  const cell = (t: TeamRow, list: ListName, late = false) => number(of(t, list), `/team?team=${t.id}&show=${list}`, late)
  return (
    <Table caption="Team by team" stack rows={teams} columns={[
      { title: 'Team', head: true, cell: (t) => <><a class="name" href={`/team?team=${t.id}`}>{t.name}</a><span class="second">{workers(t.id) === 1 ? '1 worker' : `${workers(t.id)} workers`}</span></> },
      { title: 'Open', number: true, cell: (t) => cell(t, 'all') },
      { title: 'Late', number: true, cell: (t) => cell(t, 'late', true) },
      { title: 'This week', number: true, cell: (t) => cell(t, 'soon') },
      { title: 'No worker', number: true, cell: (t) => cell(t, 'without') },
      { title: 'Not seen', number: true, cell: (t) => cell(t, 'notSeen', true) },
      { title: 'To decide', number: true, cell: (t) => cell(t, 'unsigned') },
      { title: 'Not finished', number: true, cell: (t) => cell(t, 'still') },
      { title: 'Drift', number: true, cell: (t) => number(drifting(t.id), `/team?team=${t.id}&show=drifting`) },
    ]} />
  )
}

/** A manager's morning in four numbers, on the first page. */
export function LeadNumbers({ team, name, counts, signOffs, waiting }: Lead) {
  const of = (list: ListName) => countOf(counts, list, signOffs)
  const href = (list: ListName) => `/team?team=${team}&show=${list}`
  return (
    <section aria-label={name}>
      <CardGrid of={4}>
        <NumberCard count={of('late')} title={of('late') === 1 ? 'thing late' : 'things late'} second={name} href={href('late')} state={of('late') > 0 ? 'late' : 'plain'} />
        <NumberCard count={of('without')} title="without a worker" second={name} href={href('without')} state={of('without') > 0 ? 'soon' : 'plain'} />
        <NumberCard count={of('notSeen')} title={of('notSeen') === 1 ? 'visit late' : 'visits late'} second="children not seen in time" href={href('notSeen')} state={of('notSeen') > 0 ? 'late' : 'plain'} />
        <NumberCard count={waiting} title={waiting === 1 ? 'decision waits' : 'decisions wait'} second="for you" href="/decisions" />
      </CardGrid>
    </section>
  )
}
