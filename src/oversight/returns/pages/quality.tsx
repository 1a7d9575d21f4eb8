import { dayInWords, daysBetween, isPlainDate, type PlainDate } from '../../../kernel/dates.ts'
import { Card, NumberCard } from '../../../platform/page/card.tsx'
import { CardGrid, Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState, Message } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { NamedToken } from '../../../platform/page/token.tsx'
import { page } from '../../../record/access/page.ts'
import { markOf } from '../../../record/people/marks.ts'
import { listWords, rulesWithout } from '../lists/model.ts'
import { coveredYears, type StandingFinding } from '../model.ts'
import { recordQuality } from '../queries.ts'
import { whereToPutRight } from '../where.ts'
import { wordsOfRule } from '../words.ts'

const withoutWorker = 'Nobody allocated'
const many = (count: number, one: string, several: string) => `${count.toLocaleString('en-GB')} ${count === 1 ? one : several}`
const oldWords = (since: string, today: PlainDate) => { const days = isPlainDate(since) ? daysBetween(since, today) : 0; return days === 0 ? 'since last night' : `for ${many(days, 'day', 'days')}` }

type Group = Readonly<{ name: string; team: string; found: readonly StandingFinding[] }>
const daysOld = (one: StandingFinding, today: PlainDate): number => (isPlainDate(one.since) ? daysBetween(one.since, today) : 0)
const withoutTeam = 'No team'

/** How many stand, in how many children, how old the oldest is, and how many of them came in the last seven nights. */
const Teams = ({ groups, today }: { groups: readonly Group[]; today: PlainDate }) => {
  const teams = [...Map.groupBy(groups, (group) => group.team || withoutTeam)].toSorted((a, b) => a[0].localeCompare(b[0]))
  const rows = teams.flatMap(([team, of]) => [{ name: team, team: true, found: of.flatMap((group) => group.found) }, ...of.map((group) => ({ name: group.name, team: false, found: group.found }))])
  return (
    <Table caption="By team and worker" stack rows={rows} columns={[
      { title: 'Team, worker', head: true, cell: (row) => (row.team ? <strong>{row.name}</strong> : <a href={`/quality?worker=${encodeURIComponent(row.name)}`}>{row.name}</a>) },
      { title: 'Children', number: true, cell: (row) => new Set(row.found.map((one) => one.personId)).size },
      { title: 'Errors', number: true, cell: (row) => row.found.filter((one) => one.severity === 'error').length },
      { title: 'Queries', number: true, cell: (row) => row.found.filter((one) => one.severity === 'query').length },
      { title: 'Oldest, days', number: true, cell: (row) => Math.max(0, ...row.found.map((one) => daysOld(one, today))) },
      { title: 'New in seven nights', number: true, cell: (row) => row.found.filter((one) => daysOld(one, today) < 7).length },
    ]} />
  )
}

/** What would be wrong in the return if it were made today: by team and worker, oldest first, each with the way to where it is put right. */
export const qualityPage = page('/quality', {
  what: 'page.quality',
  may: 'record.read',
  load: async (asking) => ({ ...(await recordQuality.of(asking, {})), today: asking.today, me: asking.actor.name }),
  view: ({ found, cards, workers, missing, today, me }, frame, ask) => {
    const groups = [...Map.groupBy(found, (one) => workers.get(one.personId)?.worker ?? withoutWorker)].map(([name, rows]): Group => ({ name, team: workers.get(rows[0]?.personId ?? '')?.team ?? '', found: rows }))
      .sort((a, b) => Number(b.name === me) - Number(a.name === me) || a.team.localeCompare(b.team) || b.found.length - a.found.length)
    const shown = groups.filter((group) => ask.query['worker'] === undefined || group.name === ask.query['worker'])
    return (
      <Page {...frame} title="Record quality">
        <PageHead title="Record quality" lede="What would be wrong in the department’s returns about children in need and children looked after if they were made today. Checked each night; what was put right is gone the next morning." />
        {found.length === 0 ? <EmptyState homely title="Nothing is missing.">What the rules find in the records that are open to you appears here, with the child and where to put it right.</EmptyState> : <>
          <CardGrid of={4}>{groups.slice(0, 8).map((group) => <NumberCard count={group.found.length} title={group.name === me ? 'yours' : group.name} second={group.team} href={`/quality?worker=${encodeURIComponent(group.name)}`} state={group.name === me ? 'soon' : 'plain'} />)}</CardGrid>
          {ask.query['worker'] === undefined && groups.length > 1 ? <Teams groups={groups} today={today} /> : null}
          {shown.map((group) => (
            <Card title={group.name === me ? 'Yours' : group.name} aside={ask.query['worker'] ? <a href="/quality">Everybody</a> : group.team}>
              <Table caption={`Found in the records of ${group.name}`} stack rows={group.found.slice(0, 100)} columns={[
                { title: 'Child', head: true, cell: (one) => { const card = cards.get(one.personId); return card ? <NamedToken size="s" mark={markOf(card)} href={one.kind === 'cin' ? `/people/${one.personId}` : `/people/${one.personId}/care`} /> : 'A child whose name is not open to you' } },
                { title: 'What to put right', width: 'wide', cell: (one) => <><a href={whereToPutRight(one.kind, one.table, one.fields, one.personId)}>{wordsOfRule(one.kind, one.rule)}</a><span class="second">Rule {one.rule} of {one.kind === 'cin' ? 'the census' : 'SSDA903'}, {one.severity}{one.rows > 1 ? `, in ${one.rows} rows` : ''}</span></> },
                { title: 'Found', cell: (one) => <>{oldWords(one.since, today)}<span class="second">{isPlainDate(one.since) ? dayInWords(one.since) : ''}</span></> },
              ]} />
            </Card>
          ))}
        </>}
        {missing.length > 0 ? (
          <Message kind="theme" title={`There is no ${missing.map((kind) => listWords[kind].noun).join(' and no ')} here.`}>
            Rules {missing.flatMap((kind) => rulesWithout(listWords[kind].need, coveredYears.ssda903.last)).join(', ')} of SSDA903 compare with it and are not run. The returns officer takes it in, under Returns, Lists.
          </Message>
        ) : null}
      </Page>
    )
  },
})
