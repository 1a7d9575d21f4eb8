import { dayInWords, daysBetween, isPlainDate, type PlainDate } from '../../../kernel/dates.ts'
import { Card, NumberCard } from '../../../platform/page/card.tsx'
import { TrendBars } from '../../../platform/page/charts.tsx'
import { CardGrid, Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState, Message } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { NamedToken } from '../../../platform/page/token.tsx'
import { page } from '../../../record/access/page.ts'
import { markOf } from '../../../record/people/marks.ts'
import { listWords, rulesWithout } from '../lists/model.ts'
import { coveredYears } from '../model.ts'
import { recordQuality } from '../queries.ts'
import { standingOf, type Standing } from '../quality/rules.ts'
import { whereToPutRight } from '../where.ts'
import { wordsOfRule } from '../words.ts'

const many = (count: number, one: string, several: string) => `${count.toLocaleString('en-GB')} ${count === 1 ? one : several}`
const oldWords = (since: string, today: PlainDate) => { const days = isPlainDate(since) ? daysBetween(since, today) : 0; return days === 0 ? 'since last night' : `for ${many(days, 'day', 'days')}` }
const withoutTeam = 'No team'
type Row = Readonly<{ name: string; team: boolean; standing: Standing }>

/** How many there were on each night: a small picture, and its first and last number in words. */
const Lately = ({ counts, nights, most }: { counts: readonly number[]; nights: readonly PlainDate[]; most: number }) => {
  const first = nights[0]
  return first === undefined || nights.length < 2 ? <span class="second">from tomorrow</span>
    : <><TrendBars counts={counts} most={most} /><span class="second">{counts[0]} on {dayInWords(first)}, now {counts.at(-1)}</span></>
}

/** How many stand, in how many children, how old the oldest is, what came and went in the last seven nights, and how it went. */
const Teams = ({ rows, nights }: { rows: readonly Row[]; nights: readonly PlainDate[] }) => (
  <Table caption="By team and worker" stack rows={rows} columns={[
    { title: 'Team, worker', head: true, cell: (row) => (row.team ? <strong>{row.name}</strong> : <a href={`/quality?worker=${encodeURIComponent(row.name)}`}>{row.name}</a>) },
    { title: 'Children', number: true, cell: (row) => row.standing.children },
    { title: 'Errors', number: true, cell: (row) => row.standing.errors },
    { title: 'Queries', number: true, cell: (row) => row.standing.queries },
    { title: 'Oldest, days', number: true, cell: (row) => row.standing.oldest },
    { title: 'Came, seven nights', number: true, cell: (row) => row.standing.came },
    { title: 'Went, seven nights', number: true, cell: (row) => row.standing.went },
    { title: 'Lately', cell: (row) => <Lately counts={row.standing.nights} nights={nights} most={Math.max(...row.standing.nights)} /> },
  ]} />
)

/** What would be wrong in the return if it were made today: by team and worker, oldest first, each with the way to where it is put right. */
export const qualityPage = page('/quality', {
  what: 'page.quality',
  may: 'record.read',
  load: async (asking, ask) => ({ ...(await recordQuality.of(asking, ask.query['worker'] === undefined ? {} : { worker: ask.query['worker'] })), today: asking.today, me: asking.actor.name }),
  view: ({ checked, whole, groups, nights, found, workerOf, cards, missing, today, me }, frame, ask) => {
    const asked = ask.query['worker'] !== undefined
    const all = 'All whom you see'
    const teams = [...Map.groupBy(groups, (group) => group.team || withoutTeam)].toSorted((a, b) => a[0].localeCompare(b[0]))
    const rows: readonly Row[] = [
      ...(teams.length > 1 ? [{ name: all, team: true, standing: whole }] : []),
      ...teams.flatMap(([team, of]) => [{ name: team, team: true, standing: standingOf(of.flatMap((group) => group.found), nights, today) }, ...of.map((group) => ({ name: group.name, team: false, standing: group.standing }))]),
    ]
    const open = (group: (typeof groups)[number]) => group.standing.errors + group.standing.queries
    return (
      <Page {...frame} title="Record quality">
        <PageHead title="Record quality" lede="What would be wrong in the department’s returns about children in need and children looked after if they were made today. Checked each night; what was put right is gone the next morning." />
        {!checked ? <EmptyState homely title="Not checked yet.">The rules run over the records each night. What they find in those that are open to you stands here the next morning, with the child and where to put it right.</EmptyState> : whole.errors + whole.queries === 0 ? <EmptyState homely title="Nothing is missing.">What the rules find in the records that are open to you appears here, with the child and where to put it right.</EmptyState> : <>
          <CardGrid of={4}>{groups.filter((group) => open(group) > 0).slice(0, 8).map((group) => <NumberCard count={open(group)} title={group.name === me ? 'yours' : group.name} second={group.team} href={`/quality?worker=${encodeURIComponent(group.name)}`} state={group.name === me ? 'soon' : 'plain'} />)}</CardGrid>
        </>}
        {asked || groups.length === 0 ? null : <Teams rows={rows} nights={nights} />}
        {groups.filter((group) => group.shown && open(group) > 0).map((group) => {
          const mine = found.filter((one) => workerOf(one.personId) === group.name)
          return (
            <Card title={group.name === me ? 'Yours' : group.name} aside={asked ? <a href="/quality">Everybody</a> : group.team}>
              <Table caption={`Found in the records of ${group.name}`} stack rows={mine.slice(0, 100)} columns={[
                { title: 'Child', head: true, cell: (one) => { const card = cards.get(one.personId); return card ? <NamedToken size="s" mark={markOf(card)} href={one.kind === 'cin' ? `/people/${one.personId}` : `/people/${one.personId}/care`} /> : 'A child whose name is not open to you' } },
                { title: 'What to put right', width: 'wide', cell: (one) => <><a href={whereToPutRight(one)}>{wordsOfRule(one.kind, one.rule)}</a><span class="second">Rule {one.rule} of {one.kind === 'cin' ? 'the census' : 'SSDA903'}, {one.severity}{one.rows > 1 ? `, in ${one.rows} rows` : ''}</span></> },
                { title: 'Found', cell: (one) => <>{oldWords(one.since, today)}<span class="second">{isPlainDate(one.since) ? dayInWords(one.since) : ''}</span></> },
              ]} />
              {mine.length > 100 ? <p class="second">The oldest hundred of {mine.length.toLocaleString('en-GB')}: what is put right makes room.</p> : null}
            </Card>
          )
        })}
        {groups.some((group) => group.shown) || groups.length === 0 ? null : <p>Choose a worker to see what to put right, child by child.</p>}
        {missing.length > 0 ? (
          <Message kind="theme" title={`There is no ${missing.map((kind) => listWords[kind].noun).join(' and no ')} here.`}>
            Rules {missing.flatMap((kind) => rulesWithout(listWords[kind].need, coveredYears.ssda903.last)).join(', ')} of SSDA903 compare with it and are not run. The returns officer takes it in, under Returns, Lists.
          </Message>
        ) : null}
      </Page>
    )
  },
})
