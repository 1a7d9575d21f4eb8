import { hearingKinds } from '../../../../content/codes/legalWork.ts'
import { dayInWords, shortDay, timeOf, type PlainDate } from '../../../kernel/dates.ts'
import { labelOf } from '../../../kernel/codes.ts'
import { Card, NumberCard } from '../../../platform/page/card.tsx'
import { Clock } from '../../../platform/page/clock.tsx'
import { CardGrid, Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { TokenRow } from '../../../platform/page/token.tsx'
import { openMatters, type Listed } from '../../../practice/legal/queries.ts'
import { matterName } from '../../../practice/legal/words.ts'
import { page } from '../../../record/access/page.ts'
import { byBirth, markOf } from '../../../record/people/marks.ts'
import { cardsOf } from '../../../record/people/queries.ts'
import { clockOfMatter } from './words.ts'

const nextHearing = (matter: Listed, today: PlainDate) => matter.facts.find((fact) => fact.kind === 'hearing' && fact.on >= today)

/** All legal work that goes on, the soonest due first: weeks, the next hearing, what the court still waits for. */
export const legalListPage = page('/legal', {
  what: 'page.legalWork',
  may: 'legal.work',
  load: async (asking) => {
    const matters = await openMatters(asking)
    return { matters, cards: await cardsOf(asking, [...new Set(matters.flatMap((one) => one.people.map((person) => person.personId)))]), today: asking.today }
  },
  view: ({ matters, cards, today }, frame) => {
    const rows = matters.map((matter) => ({ matter, clock: clockOfMatter(matter, today), hearing: nextHearing(matter, today), waits: matter.directions.filter((one) => one.doneOn === null) })).sort((a, b) => (a.clock?.due ?? '9999').localeCompare(b.clock?.due ?? '9999'))
    const of = (kind: string) => rows.filter((row) => row.matter.kind === kind)
    const late = rows.filter((row) => row.clock?.state === 'late').length
    const overdue = rows.flatMap((row) => row.waits).filter((one) => one.dueOn < today).length
    return (
      <Page {...frame} title="Legal work" place="legal">
        <PageHead title="Legal work" lede="Pre-proceedings and care proceedings that go on, the soonest due first. As far as you work with the children, or manage those who do." />
        <CardGrid of={4}>
          <NumberCard count={of('preProceedings').length} title="Pre-proceedings" href="#preProceedings" />
          <NumberCard count={of('proceedings').length} title="Care proceedings" href="#proceedings" />
          <NumberCard count={late} title="Past their weeks" href="#proceedings" state={late > 0 ? 'late' : 'plain'} />
          <NumberCard count={overdue} title="Directions late" href="#proceedings" state={overdue > 0 ? 'late' : 'plain'} />
        </CardGrid>
        {(['proceedings', 'preProceedings'] as const).map((kind) => (
          <Card id={kind} title={matterName(kind)}>
            <Table caption={matterName(kind)} stack rows={of(kind)} empty={<EmptyState title="None">{kind === 'proceedings' ? 'Cases in court appear here with their weeks.' : 'Families to whom a letter before proceedings goes appear here.'}</EmptyState>} columns={[
              { title: 'For', head: true, cell: ({ matter }) => { const people = matter.people.filter((one) => one.endedOn === null).flatMap((one) => cards.get(one.personId) ?? []).sort(byBirth); return <><TokenRow marks={people.map(markOf)} /> <a class="name" href={`/legal/${matter.id}`}>{[...new Set(people.map((card) => card.family))].filter(Boolean).join(' and ') || people[0]?.name || 'Nobody you may see'}</a><span class="second">{[matter.caseNumber, matter.lead].filter(Boolean).join(', ')}</span></> } },
              { title: 'Weeks', cell: ({ clock, matter }) => (clock ? <Clock state={clock.state} words={clock.words} second={clock.second} /> : `Decided ${dayInWords(matter.decidedOn)}`) },
              ...(kind === 'proceedings' ? [{ title: 'Next hearing', cell: ({ hearing }: (typeof rows)[number]) => (hearing ? <>{shortDay(hearing.on, today)}{hearing.at ? ` at ${timeOf(hearing.at)}` : ''}<span class="second">{labelOf(hearingKinds, hearing.answers['kind'] ?? '')}</span></> : 'None is listed') }] : []),
              { title: 'Still to do for the court', cell: ({ waits }) => (waits.length === 0 ? 'Nothing' : <>{waits.length}<span class="second">{waits.filter((one) => one.dueOn < today).length > 0 ? `${waits.filter((one) => one.dueOn < today).length} late` : `next by ${shortDay(waits[0]?.dueOn ?? today, today)}`}</span></>) },
            ]} />
          </Card>
        ))}
      </Page>
    )
  },
})
