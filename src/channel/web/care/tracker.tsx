import { dayInWords, daysBetween, type PlainDate } from '../../../kernel/dates.ts'
import { counted, sentence } from '../../../kernel/phrasing.ts'
import { Card, NumberCard } from '../../../platform/page/card.tsx'
import { CardGrid, Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { Breadcrumb } from '../../../platform/page/navigation.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { NamedToken } from '../../../platform/page/token.tsx'
import { page } from '../../../record/access/page.ts'
import { may } from '../../../record/access/permissions.ts'
import { onTheWayNow, type OnTheWay } from '../../../record/care/permanence.ts'
import { carerHouseholds } from '../../../record/care/households.ts'
import { a1Within, a2Within, stageOf, waitsOf, type AdoptionStage } from '../../../record/care/reckoning/adoption.ts'
import { scorecardAt } from '../../../record/care/reckoning/scorecard.ts'
import { ageInWords, markOf } from '../../../record/people/marks.ts'
import { cardsOf } from '../../../record/people/queries.ts'
import { beginning, onPage, PagesOf } from './paging.tsx'
import { stageWords } from './permanence.tsx'

const order: readonly AdoptionStage[] = ['decided', 'authority', 'searching', 'linked', 'matched', 'placed', 'adopted']
/** Still waits to move in, longer than is meant. */
const waitsLong = ({ path }: OnTheWay, today: PlainDate): boolean => !path.orderOn && !path.movedInOn && daysBetween(path.enteredOn, today) > a1Within
const days = (of: number | undefined): string => (of === undefined ? 'none yet' : counted(of, 'day', 'days'))

/** Every child on the way to adoption whom the reader may see, where each stands, how long it takes, and who waits to adopt. */
export const trackerPage = page('/care/permanence', {
  what: 'page.permanenceList',
  may: 'record.read',
  load: async (asking, ask) => {
    const { today } = asking
    const rows = await onTheWayNow(asking)
    const households = (await carerHouseholds.of(asking, {})).filter((one) => one.household.kind === 'adopters' || one.household.kind === 'fosterAdopters')
    const { show } = ask.query
    const found = rows.filter((row) => (show === undefined ? !row.path.orderOn : show === 'long' ? waitsLong(row, today) : stageOf(row.path) === show)).toSorted((a, b) => order.indexOf(stageOf(a.path)) - order.indexOf(stageOf(b.path)) || a.path.enteredOn.localeCompare(b.path.enteredOn))
    const from = beginning(ask.query.from)
    const shown = found.slice(from, from + onPage)
    asking.saw(shown.map((row) => row.personId))
    return { rows, listed: found.length, from, shown, households, cards: await cardsOf(asking, shown.map((row) => row.personId)), today, counts: may(asking.actor, 'year.read') }
  },
  view: ({ rows, listed, from, shown, households, cards, today, counts }, frame, ask) => {
    const card = scorecardAt(rows.map((row) => row.path), today)
    const now = rows.filter((row) => !row.path.orderOn)
    const long = rows.filter((row) => waitsLong(row, today)).length
    return (
      <Page {...frame} title="On the way to adoption" place="care">
        <PageHead title="On the way to adoption" before={<Breadcrumb steps={[{ label: 'In our care', href: '/care' }, { label: 'On the way to adoption' }]} />} lede={`${sentence(counted(now.length, 'child', 'children'))} whom you may see, and ${counted(households.filter((one) => one.stage === 'approved' && one.vacancies > 0).length, 'household of adopters that waits', 'households of adopters that wait')}.`} />
        {rows.length === 0 ? <EmptyState homely title="No child on the way to adoption is open to you.">From the decision that adoption is the plan, each stands here with every step.</EmptyState> : <>
          <CardGrid of={4}>{order.filter((stage) => rows.some((row) => stageOf(row.path) === stage)).map((stage) => <NumberCard count={rows.filter((row) => stageOf(row.path) === stage).length} title={stageWords[stage].toLowerCase()} href={`/care/permanence?show=${stage}`} />)}<NumberCard count={long} title={`wait longer than ${a1Within} days`} href="/care/permanence?show=long" state={long > 0 ? 'late' : 'plain'} /></CardGrid>
          <Card id="measures" title="How long it takes" lede="The three years up to today, over the children you may see. Whoever is adopted is open to those alone who work with that." aside={counts ? <a href="/returns/adoption">Of the whole council, year by year, and what is to come</a> : undefined}><Table caption="Adoption scorecard" rows={[
            { what: 'A1: from coming into care to moving in, of those adopted', found: days(card.a1), of: card.a1Of, meant: `${a1Within} days` }, { what: 'A2: from the court’s authority to the match, of those placed', found: days(card.a2), of: card.a2Of, meant: `${a2Within} days` },
            { what: 'A3: moved in, or still waiting, within fourteen months', found: card.a3 === undefined ? 'none yet' : `${card.a3} %`, of: card.a3Of, meant: 'as many as can be' },
          ]} columns={[{ title: 'Measure', head: true, cell: (one) => one.what }, { title: 'Average', cell: (one) => one.found }, { title: 'Children', number: true, cell: (one) => one.of }, { title: 'Meant', cell: (one) => one.meant }]} /></Card>
          <Card id="list" title={sentence(counted(listed, 'child', 'children'))} aside={ask.query.show ? <a href="/care/permanence">All who wait</a> : undefined}>
            <Table caption="Children on the way to adoption" stack rows={shown} empty={<EmptyState title="Nobody">From the decision that adoption is the plan until the order, each child stands here with every step.</EmptyState>} columns={[
              { title: 'Child', head: true, cell: (row) => { const one = cards.get(row.personId); return one ? <NamedToken size="s" mark={markOf(one)} href={`/people/${row.personId}/permanence`} second={ageInWords(one, today)} /> : 'A child whose name is not open to you' } },
              { title: 'Stands', cell: (row) => stageWords[stageOf(row.path)] },
              { title: 'Decided', cell: (row) => (row.path.decidedOn ? dayInWords(row.path.decidedOn) : '') }, { title: 'May be placed', cell: (row) => (row.path.authorityOn ? dayInWords(row.path.authorityOn) : '') },
              { title: 'Matched', cell: (row) => (row.path.matchedOn ? dayInWords(row.path.matchedOn) : '') }, { title: 'Placed', cell: (row) => (row.path.placedOn ? dayInWords(row.path.placedOn) : '') },
              { title: 'Days since coming into care', number: true, cell: (row) => { const wait = waitsOf(row.path).a1 ?? daysBetween(row.path.enteredOn, row.path.orderOn ?? today); return <>{wait} {wait > a1Within ? <Tag kind="late">Long</Tag> : null}</> } },
            ]} />
            <PagesOf path="/care/permanence" kept={{ show: ask.query.show }} from={from} of={listed} />
          </Card>
        </>}
      </Page>
    )
  },
})
