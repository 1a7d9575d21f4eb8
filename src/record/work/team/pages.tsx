import { newId } from '../../../kernel/ids.ts'
import { counted, sentence } from '../../../kernel/phrasing.ts'
import { Button, ButtonLink } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Clock } from '../../../platform/page/clock.tsx'
import { CountBar } from '../../../platform/page/charts.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Select } from '../../../platform/page/fields/choice.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, EmptyState } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Tabs } from '../../../platform/page/tabs.tsx'
import { TokenRow } from '../../../platform/page/token.tsx'
import { again, form, page } from '../../access/page.ts'
import { may } from '../../access/permissions.ts'
import { markOf } from '../../people/marks.ts'
import type { WorkItem } from '../model.ts'
import { clockOf, tellerOf, whoOf } from '../trayRows.ts'
import { giveWork } from './commands.ts'
import { countOf, isList, kindName, listTitles } from './counts.ts'
import { asksWhy, BoardList, lateReasons } from './list.tsx'
import { boardPage, mostTeams, type Shown } from './queries.ts'
import type { Colleague } from './store.ts'
import { Numbers, room, Teams, Workers } from './tables.tsx'

/** Who knows the people already comes first, then who has most room. */
function fitting(item: WorkItem, colleagues: readonly Colleague[], knows: Shown['knows']): { value: string; label: string }[] {
  const known = (c: Colleague) => item.people.some((p) => knows.has(`${p.id} ${c.id}`))
  return [...colleagues].sort((a, b) => Number(known(b)) - Number(known(a)) || (room(b) ?? -99) - (room(a) ?? -99))
    .map((c) => ({ value: c.id, label: `${c.name}${known(c) ? ', knows them' : (room(c) ?? 0) > 0 ? ', has room' : ''}` }))
}

/** Numbers that open lists; people against their agreed limit; what has no worker. For whoever leads several teams: all of them, team by team. */
export const teamPage = page('/team', {
  what: 'page.team',
  may: 'team.read',
  load: async (asking, ask) => ({ ...(await boardPage(asking, ask.query)), today: asking.today, me: asking.actor.id, allocates: may(asking.actor, 'work.allocate') }),
  view: ({ teams, team, whole, board, beside, colleagues, workers, knows, extra, showing, worker, today, me, allocates }, frame, ask) => {
    if (teams.length === 0) return <Page {...frame} title="My team" place="my-team"><PageHead title="My team" /><EmptyState title="You are not in a team yet.">An administrator puts you in one; then its work appears here.</EmptyState></Page>
    const here = team?.id ?? 'all'
    const link = (more: Record<string, string>) => `/team?${new URLSearchParams({ team: here, ...more }).toString()}`
    const { counts, signOffs } = board
    const late = [...Map.groupBy(counts.filter((one) => one.late > 0), (one) => one.kind)].map(([kind, all]) => ({ kind, late: all.reduce((sum, one) => sum + one.late, 0) })).sort((a, b) => b.late - a.late)
    const kindWords = (kind: string) => { const item = board.list.find((one) => one.kind === kind); return item ? tellerOf(item).title(item) : kindName(kind) }
    const drift = extra.filter((one) => one.drifts)
    const drifting = drift.reduce((sum, one) => sum + one.count, 0)
    const who = worker ? ` of ${worker.name}` : ''
    const count = countOf(worker ? counts.filter((one) => one.worker === worker.id) : counts, isList(showing) ? showing : 'all', signOffs)
    return (
      <Page {...frame} title={team?.name ?? 'All teams'} place="my-team" problemCount={ask.problems.length}>
        <div id="board" class="stack-gap" data-in-place>
          <PageHead title={team?.name ?? 'All teams'} lede={`${team ? sentence(counted(colleagues.length, 'worker', 'workers')) : sentence(counted(teams.length, 'team', 'teams'))}, ${counted(board.people, 'person', 'people')} in open work. ${whole ? `Counted now, plans that drift within the last ten minutes${teams.length > mostTeams ? ', carer households and safety notes on the board of each team' : ''}` : 'Counted now'}; every number opens its list.`} end={allocates ? <><ButtonLink href="/supervision">Supervision</ButtonLink><ButtonLink href="/decisions">Decisions waiting</ButtonLink><ButtonLink href="/returns/year">The year</ButtonLink></> : undefined} />
          {teams.length > 1 ? <Tabs label="Teams" tabs={[{ label: 'All teams', href: '/team?team=all', here: !team }, ...teams.slice(0, 12).map((t) => ({ label: t.name, href: `/team?team=${t.id}`, here: t.id === team?.id }))]} /> : null}
          <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question, words: p.problem }))} />
          {ask.query.given ? <Confirmation title="Given.">They see it in their work now, with everybody it is about.</Confirmation> : null}
          <Numbers counts={counts} signOffs={signOffs} drifting={drifting} link={link} />
          {showing === 'drifting' ? null : showing ? <BoardList title={`${worker && showing === 'all' ? `What ${worker.name} has` : `${listTitles[showing]}${who}`}`} team={here} back={link({})} count={count} work={board.list} beside={beside} colleagues={[...new Map(colleagues.map((one) => [one.id, one])).values()]} teamNames={whole ? new Map(teams.map((t) => [t.id, t.name])) : undefined} me={me} today={today} allocates={allocates} /> : null}
          {showing && showing !== 'drifting' ? null : (
            <Columns
              main={<>
                {whole ? <Card title="Team by team"><Teams teams={teams} counts={counts} signOffs={signOffs} drifting={(id) => drift.reduce((sum, one) => sum + (one.byTeam.get(id) ?? 0), 0)} workers={(id) => workers.get(id) ?? 0} /></Card> : (
                  <Card title="Who has what" aside={<>{allocates ? <a href={link({ show: 'all' })}>Move several cases</a> : null}</>}><Workers colleagues={colleagues} counts={counts} signOffs={signOffs} link={link} /></Card>)}
                <Card title="What is late">
                  {late.length === 0 ? <EmptyState title="Nothing is late">Late work appears here by kind.</EmptyState> : (
                    <Table caption="What is late, by kind" rows={late.slice(0, 10)} columns={[
                      { title: 'Kind', head: true, cell: (row) => kindWords(row.kind) },
                      { title: 'Late', titleUnseen: true, cell: (row) => <CountBar state="late" count={row.late} most={Math.max(...late.map((l) => l.late))} /> },
                      { title: 'How many', number: true, cell: (row) => <a href={link({ show: 'late' })}>{row.late}</a> },
                    ]} />
                  )}
                </Card>
              </>}
              aside={<>
                <Card title="Without a worker" aside={String(countOf(counts, 'without', signOffs))}>
                  {board.list.length === 0 || showing ? <EmptyState title="None">New work that nobody has yet appears here.</EmptyState> : (
                    <ul class="lines">{board.list.slice(0, 12).map((item) => (
                      <li>
                        <p><a class="name" href={tellerOf(item).read?.(item) ?? tellerOf(item).open(item).href}>{whoOf(item.people, today)}</a><span class="second">{tellerOf(item).title(item)}</span></p>
                        <Clock {...clockOf(item, false, today)} />
                        {allocates && !whole ? (
                          <form method="post" action="/team" class="give">
                            <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="team" value={here} /><input type="hidden" name="items" value={item.id} />
                            <Select id={`give-${item.id}`} name="workerId" label={`Who takes ${whoOf(item.people, today)}`} look="hidden" options={fitting(item, colleagues, knows)} />
                            {asksWhy(item, today) ? <Select id={`why-${item.id}`} name="reason" label={`Why ${whoOf(item.people, today)} is given later than one working day`} look="hidden" empty="Why it is late" options={lateReasons} /> : null}
                            <Button kind="row" about={whoOf(item.people, today)}>Give</Button>
                          </form>
                        ) : null}
                      </li>
                    ))}</ul>
                  )}
                </Card>
                {extra.map((list) => (
                  <Card title={list.title} aside={list.count === list.lines.length ? String(list.count) : list.drifts && showing !== 'drifting' ? <a href={link({ show: 'drifting' })}>{`All ${list.count}`}</a> : `the first ${list.lines.length} of ${list.count}`}>
                    {list.lines.length === 0 ? <EmptyState title="None">{list.empty}</EmptyState> : <ul class="lines">{list.lines.map((line) => <li><p><a class="name" href={line.href}>{line.title}</a> <TokenRow marks={line.people.map(markOf)} /><span class="second">{line.second}</span></p></li>)}</ul>}
                  </Card>
                ))}
              </>} />
          )}
        </div>
      </Page>
    )
  },
})

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
